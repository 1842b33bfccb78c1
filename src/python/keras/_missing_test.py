"""Names of Keras that are not here say so; misspelt ones are plain attribute errors."""

import keras


def raised(code):
    try:
        exec(code)
    except Exception as error:
        return error
    raise AssertionError(f"{code} raised nothing")


def test_a_name_that_is_not_here_says_what_to_use():
    assert not hasattr(keras.layers, "AugMix")
    for code in ("keras.applications.MobileNetV2", "from keras.layers import MixUp", "import keras.quantizers"):
        error = raised(code)
        assert isinstance(error, NotImplementedError), (code, error)
        assert "is not here; the nearest thing that works: " in str(error), (code, error)


def test_a_misspelt_name_is_a_plain_error():
    error = raised("keras.layers.Densee")
    assert isinstance(error, AttributeError) and not isinstance(error, NotImplementedError), error
    assert isinstance(raised("from keras.layers import Densee"), ImportError)
