"""Imports of packages that are not here."""

import importlib.util

from kernel_runtime import absent

absent.install()


def test_says_what_to_use_instead():
    try:
        import pandas  # noqa: F401
    except ImportError as error:
        assert "pandas" in str(error) and "Instead: " in str(error) and error.name == "pandas"
    else:
        raise AssertionError("pandas was imported")


def test_parts_of_sklearn_and_unknown_names():
    for statement, expected in (
        ("from sklearn.linear_model import LinearRegression", "torch.nn.Linear"),
        ("import requests", "no network"),
        ("import a_name_of_nothing", "No module named 'a_name_of_nothing'"),
    ):
        try:
            exec(statement)
        except ModuleNotFoundError as error:
            assert expected in str(error), str(error)
        else:
            raise AssertionError(statement)


def test_looking_for_a_package_finds_nothing():
    assert importlib.util.find_spec("pandas") is None
