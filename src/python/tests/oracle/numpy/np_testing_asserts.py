import numpy as np
from numpy.testing import assert_allclose, assert_almost_equal, assert_array_almost_equal, assert_array_equal, assert_array_less, assert_equal, assert_raises


def attempt(f, *args, **options):
    try:
        f(*args, **options)
        print("passed")
    except AssertionError as e:
        print(str(e))
        print("----")


attempt(assert_allclose, [1.0, 2.0], [1.0, 2.0])
attempt(assert_allclose, [1.0, 2.0], [1.0, 2.1])
attempt(assert_allclose, np.array([1.0, 2.0]), np.array([1.0, 2.0 + 1e-9]))
attempt(assert_allclose, np.array([1.0, 2.0, 3.0]), np.array([1.0, 2.5, 3.5]), rtol=0.1)
attempt(assert_allclose, np.zeros((2, 2)), np.ones((2, 2)), atol=0.5)
attempt(assert_allclose, 1.0, 1.5)
attempt(assert_allclose, [np.nan, 1], [np.nan, 1])
attempt(assert_allclose, [np.nan, 1], [1, 1])
attempt(assert_allclose, [1, 2], [1, 2, 3])
attempt(assert_allclose, np.arange(20.0), np.arange(20.0) + 1, err_msg="the weights")
attempt(assert_array_equal, [1, 2, 3], [1, 2, 3])
attempt(assert_array_equal, [1, 2, 3], [1, 2, 4])
attempt(assert_array_equal, np.array([1, 2]), np.array([[1, 2]]))
attempt(assert_array_equal, [True, False], [True, True])
attempt(assert_array_equal, np.array(["a", "b"]), np.array(["a", "c"]))
attempt(assert_array_equal, [1.5, np.inf], [1.5, -np.inf])
attempt(assert_array_almost_equal, [1.0, 2.0], [1.0, 2.00001])
attempt(assert_array_almost_equal, [1.0, 2.0], [1.0, 2.00001], decimal=3)
attempt(assert_almost_equal, 1.0, 1.1)
attempt(assert_almost_equal, 2.3333333, 2.33333334)
attempt(assert_almost_equal, np.array([1.0]), np.array([2.0]), decimal=2)
attempt(assert_equal, 1, 1)
attempt(assert_equal, 1, 2)
attempt(assert_equal, [1, 2], [1, 3])
attempt(assert_equal, {"a": 1}, {"a": 2})
attempt(assert_equal, np.arange(3), np.arange(3))
attempt(assert_equal, np.arange(3), np.array([0, 1, 5]))
attempt(assert_equal, "ab", "ac")
attempt(assert_equal, np.nan, np.nan)
attempt(assert_array_less, [1, 2], [2, 3])
attempt(assert_array_less, [1, 4], [2, 3])
attempt(assert_raises, ValueError, int, "x")
attempt(np.testing.assert_, False, "message")
attempt(np.testing.assert_approx_equal, 1.0, 1.1)
attempt(np.testing.assert_string_equal, "abc", "abc")
with assert_raises(ZeroDivisionError):
    1 / 0
np.testing.assert_array_equal(np.zeros(3), 0)
attempt(np.testing.assert_array_equal, np.zeros(3), 1)
attempt(np.testing.assert_allclose, np.float32([1, 2]), np.float32([1, 2.1]), rtol=1e-3, verbose=False)
