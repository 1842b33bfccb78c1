"""The parts of scikit-learn that courses on neural networks lean on: small data sets, splits, scalers, encoders and metrics,
with the numbers of the real one (1.2) for a given random_state. Models are left to torch and keras.
"""

__version__ = "1.2.1"

_PARTS = ("base", "datasets", "exceptions", "metrics", "model_selection", "preprocessing", "utils")
_ELSEWHERE = {
    "cluster": "clustering", "decomposition": "PCA and its relatives", "ensemble": "forests and boosting", "feature_extraction": "text features",
    "gaussian_process": "Gaussian processes", "linear_model": "linear models", "manifold": "t-SNE and its relatives", "naive_bayes": "naive Bayes",
    "neighbors": "nearest neighbours", "neural_network": "its own networks", "pipeline": "pipelines", "compose": "column transformers",
    "svm": "support vector machines", "tree": "decision trees",
}  # fmt: skip


def __getattr__(name):
    if name in _PARTS:
        from importlib import import_module

        return import_module(f"sklearn.{name}")
    if name in _ELSEWHERE:
        raise AttributeError(f"sklearn.{name} ({_ELSEWHERE[name]}) is not here; sklearn has {', '.join(_PARTS)} in this playground")
    raise AttributeError(f"module 'sklearn' has no attribute {name!r}")


def clone(estimator):
    """An unfitted copy of an estimator."""
    from sklearn.base import clone as copy_of

    return copy_of(estimator)
