import warnings

import numpy as np


def show(text):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        value = eval(text)
    print(text, "->", value, [(w.category.__name__, str(w.message)) for w in caught])


for text in (
    "np.array([1.0, 0.0]) / 0", "np.array([1, 2]) / 0", "np.array([0.0]) / 0.0", "np.log([0.0, -1.0])", "np.log(0)", "np.sqrt(-1)", "np.sqrt([-1.0, 4])", "np.exp(1000)", "np.exp([1000.0, 1])",
    "np.array([1, 2]) // 0", "np.array([1, 2]) % 0", "np.float64(1) / 0", "np.int64(1) / 0", "np.int64(1) // 0", "np.float64(0) / 0", "np.arccos(2)", "np.log10(0.0)", "np.log2([0, 1])", "np.log1p(-1)",
    "np.float32(3e38) * np.float32(10)", "np.array([3e38], dtype=np.float32) * 10", "np.int8(127) + np.int8(1)", "np.int32(2**31 - 1) + np.int32(1)", "np.array([1e308]) * 10", "np.inf - np.inf",
    "np.array([np.inf]) - np.inf", "np.array([np.inf]) * 0", "np.mean([])", "np.std([])", "np.var([1], ddof=1)", "np.nanmean([np.nan])", "np.nanmax([np.nan])", "np.median([])", "np.power(0.0, -1)", "np.power(-1.0, 0.5)",
    "np.array([2.0]) ** 2000", "np.array([1.0, np.nan]) > 1", "np.array([np.nan]).astype(int)", "np.array([np.inf]).astype(np.int32)", "np.maximum([np.nan], 1)", "np.reciprocal([0.0])", "np.divide(1, 0)", "np.mod(5.0, 0)", "np.remainder([1.0], 0)",
    "np.floor_divide([1.0], 0)", "np.tan(np.pi / 2) > 1e15", "np.arctanh(1.0)", "np.cosh(1000.0)", "np.nanstd([])", "np.average([1, 2], weights=[1, 1])", "np.corrcoef([1, 1], [2, 3])", "np.zeros(2).mean(axis=0)", "np.zeros((0, 2)).mean(axis=0)",
    "np.array([1, 2]) == 'a'", "np.array([1, 2, 3]) == [1, 2]", "np.uint8(255) + np.uint8(1)", "np.int64(2**62) * 4", "np.float16(60000) * np.float16(2)", "-np.uint8(1)", "np.abs(np.int8(-128))", "np.float64(1e308) * 10", "np.float64(1e308) + np.float64(1e308)", "np.float64(2) ** 5000",
):
    show(text)
old = np.seterr(divide="ignore")
print(old, np.geterr())
show("np.array([1.0]) / 0")
np.seterr(**old)
with np.errstate(divide="raise", invalid="raise"):
    for text in ("np.array([1.0]) / 0", "np.log([0.0])", "np.sqrt([-1.0])", "np.float64(1) / 0", "np.array([1]) // 0"):
        try:
            print(eval(text))
        except FloatingPointError as e:
            print("FloatingPointError", e)
with np.errstate(all="ignore"):
    show("np.log([0.0, -1.0])")
    show("np.array([1.0]) / 0")


@np.errstate(all="ignore")
def quiet(x):
    return x / 0


print(quiet(np.array([1.0, -1.0])), np.geterr())
with np.errstate(over="call", call=lambda kind, flag: print("called", kind, flag)):
    np.exp(np.array([1000.0]))
