"""The parts of scikit-learn that courses on neural networks lean on: small data sets, splits, scalers, encoders and metrics,
with the numbers of the real one (1.2) for a given random_state. Models are left to torch and keras.
"""

__version__ = "1.2.1"

_PARTS = ("base", "datasets", "exceptions", "metrics", "model_selection", "preprocessing", "utils")


def __getattr__(name):
    if name in _PARTS:
        from importlib import import_module

        return import_module(f"sklearn.{name}")
    from sklearn._missing import missing

    return missing("sklearn", name)


def clone(estimator):
    """An unfitted copy of an estimator."""
    from sklearn.base import clone as copy_of

    return copy_of(estimator)
