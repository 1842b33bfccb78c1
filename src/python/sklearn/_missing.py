"""Names of scikit-learn that are not here: an ImportError that says what to use instead."""

_LOOP = "loop over KFold().split(X) with your torch or keras model"
_METRIC = "sklearn.metrics has accuracy, precision, recall, F1, confusion matrix, ROC, log loss and the regression metrics here"
_NO_NETWORK = "it downloads its data and there is no network: load_iris, load_digits, load_wine, load_breast_cancer, load_diabetes and make_… are here"

_INSTEAD = {
    "sklearn": {
        "cluster": "torch.cdist gives the distances for k-means",
        "compose": "scale the columns one group at a time",
        "decomposition": "numpy.linalg.svd(X - X.mean(axis=0)) gives the principal components",
        "ensemble": "write the model with torch.nn or keras",
        "feature_extraction": "collections.Counter counts words",
        "linear_model": "torch.nn.Linear with an optimizer learns linear and logistic regression",
        "manifold": "numpy.linalg.svd(X - X.mean(axis=0)) gives the principal components to draw",
        "naive_bayes": "write the model with torch.nn or keras",
        "neighbors": "torch.cdist and topk find nearest neighbours",
        "neural_network": "write the model with torch.nn or keras",
        "pipeline": "call fit_transform() of one step after the other",
        "svm": "write the model with torch.nn or keras",
        "tree": "write the model with torch.nn or keras",
    },
    "sklearn.model_selection": dict.fromkeys(
        ("cross_val_score", "cross_validate", "cross_val_predict", "GridSearchCV", "RandomizedSearchCV", "learning_curve", "validation_curve"), _LOOP
    )
    | dict.fromkeys(("GroupKFold", "LeaveOneOut", "TimeSeriesSplit", "RepeatedKFold", "RepeatedStratifiedKFold"), "KFold and ShuffleSplit are here"),
    "sklearn.preprocessing": dict.fromkeys(
        ("RobustScaler", "PowerTransformer", "QuantileTransformer"), "StandardScaler, MinMaxScaler and MaxAbsScaler are here"
    )
    | {
        "PolynomialFeatures": "numpy.vander and numpy.stack make powers of columns",
        "FunctionTransformer": "call the function",
        "KBinsDiscretizer": "numpy.digitize sorts numbers into bins",
        "Binarizer": "(X > threshold).astype(float)",
        "MultiLabelBinarizer": "LabelBinarizer and OneHotEncoder are here",
    },
    "sklearn.metrics": dict.fromkeys(
        (
            "average_precision_score", "brier_score_loss", "cohen_kappa_score", "d2_absolute_error_score", "hamming_loss", "hinge_loss", "jaccard_score",
            "make_scorer", "multilabel_confusion_matrix", "pairwise_distances", "PrecisionRecallDisplay", "RocCurveDisplay", "silhouette_score",
            "top_k_accuracy_score", "adjusted_rand_score",
        ), _METRIC,
    ),
}  # fmt: skip


def missing(module, name):
    """Raises for a name that `module` does not have."""
    advice = _INSTEAD.get(module, {}).get(name)
    if advice is None and module == "sklearn.datasets" and name.startswith(("fetch_", "load_")):
        advice = _NO_NETWORK
    if advice is not None:
        raise ImportError(f"{module}.{name} is not part of this playground. Instead: {advice}.", name=module)
    raise AttributeError(f"module {module!r} has no attribute {name!r}")
