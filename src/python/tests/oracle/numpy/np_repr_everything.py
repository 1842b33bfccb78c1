import numpy as np

for a in (
    np.array([1.5, 2]), np.array([[1.5, 2], [3, 4]]), np.arange(3, dtype=np.int8), np.zeros((2, 2), np.float32), np.array([True]), np.array(["a", "bc"]), np.array([1j]), np.array([None, 1]), np.array(5), np.array(2.5), np.array("x"), np.array(True),
    np.array([]), np.zeros((0, 2)), np.zeros((2, 0, 3), dtype=int), np.arange(2000), np.arange(2000.0).reshape(40, 50), np.eye(3)[None], np.array([1e-10, 1]), np.array([1e20, 1]), np.array([np.nan, 1]), np.array([np.inf, -np.inf]), np.arange(10).reshape(2, 5)[:, ::2], np.arange(30) * 1000, np.random.RandomState(0).rand(10),
    np.random.RandomState(0).rand(3, 3).astype(np.float32), np.array([0.1, 0.12, 0.123]), np.array([1000000.0, 0.5]), np.array([10000000.0, 0.5]), np.array([123456.789]), np.array([0.001, 0.002]), np.array([1, 1000000]), np.array([-1.5, 22.25, 333.125]), np.full((2, 3), -1), np.array([[1], [22], [333]]), np.array([1.0, 2.0, 3.0]), np.array([1.10, 2.20]),
    np.array([[[1, 2], [3, 4]], [[5, 6], [7, 8]]]), np.array([1e5, 1e6, 1e7]), np.array([1e8, 1]), np.array([0.0, 1e-5]), np.array([1 / 3] * 8), np.array([100.0, 1e-3]), np.linspace(0, 1, 20), np.array([-0.0]), np.array([5e-324]), np.array([1.7976931348623157e308]), np.array([2**62, -1]), np.array([0.1] * 3, dtype=np.float16), np.array(["long text here", "x"] * 6), np.array([1 + 1e-9]), np.array([1e-7, 123.456]), np.array([12345678.9]), np.array([0.5, 100, 1e3]),
    np.array([[0.00001, 1], [1, 100]]), np.array([[1e-3, 2e3]]), np.array([99999.99, 0.01]), np.array([1.0, 1e16]), np.array([3.0e-5, 4.0e-5]), np.arange(12).reshape(2, 2, 3) / 3, np.array([[1, 2, 3]] * 3).T, np.array([b"ab"]), np.array([1.5 + 2j, -1e-3j]), np.array([[True, False]] * 2), np.array([np.nan, np.nan]), np.array([np.nan, 1e10]), np.array([-np.inf, 0.001]), np.array([1e-300, 1e300]), np.float32([1e-38, 1]), np.float32([16777216.0, 0.1]), np.arange(1001), np.zeros(1001), np.ones((1001, 2)), np.ones((2, 1001)), np.arange(1000),
):
    print(repr(a))
    print(a)
    print(str(a) == f"{a}", a.shape, a.dtype)
print([np.arange(2), np.eye(2)], {"w": np.array([[1.5, 2.5]])}, (np.float32(1.5), np.array(3)))
print("loss:", np.float32(0.123456789), np.float64(0.123456789012345), np.mean([1, 2]), np.float32(1e-8), np.float32(123456789), np.float64(1e22), np.float64(123456789012345680.0), np.float32(0.3) * 3, np.float64(1) / 3, np.float32(1) / 3, np.float16(1) / 3)
