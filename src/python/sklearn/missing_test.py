"""Names of scikit-learn that are not here say what to use instead."""

import sklearn
import sklearn.metrics


def _message(statement):
    try:
        exec(statement)
    except ImportError as error:
        return str(error)
    raise AssertionError(f"{statement} worked")


def test_from_imports_keep_the_advice():
    assert "no network" in _message("from sklearn.datasets import fetch_california_housing")
    assert "KFold" in _message("from sklearn.model_selection import GridSearchCV, train_test_split")
    assert "torch.nn.Linear" in _message("from sklearn import linear_model")
    assert "Instead" in _message("from sklearn.metrics import silhouette_score")
    assert "cannot import name" in _message("from sklearn.metrics import nothing_at_all")


def test_parts_are_found_lazily():
    assert sklearn.preprocessing.StandardScaler().get_params() == {"copy": True, "with_mean": True, "with_std": True}
    assert not hasattr(sklearn.metrics, "nothing_at_all")
    assert repr(sklearn.clone(sklearn.preprocessing.MinMaxScaler((0, 2)))) == "MinMaxScaler(feature_range=(0, 2))"
