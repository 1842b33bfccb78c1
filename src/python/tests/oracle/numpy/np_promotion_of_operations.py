import operator

import numpy as np

kinds = ["bool", "int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64", "float16", "float32", "float64"]
values = {k: np.array([1, 2, 3]).astype(k) for k in kinds}
operations = {"add": operator.add, "sub": operator.sub, "mul": operator.mul, "div": operator.truediv, "floordiv": operator.floordiv, "mod": operator.mod, "pow": operator.pow, "lt": operator.lt, "eq": operator.eq, "and": operator.and_, "lshift": operator.lshift, "max": np.maximum, "arctan2": np.arctan2, "logical": np.logical_and, "where": lambda a, b: np.where([True, False, True], a, b), "concat": lambda a, b: np.concatenate([a, b]), "matmul": lambda a, b: a @ b, "hypot": np.hypot}
for name, operation in operations.items():
    for a in kinds:
        row = []
        for b in kinds:
            try:
                made = operation(values[a], values[b])
                row.append(made.dtype.name)
            except TypeError as e:
                row.append("TypeError")
        print(name, a, *row)
for name in ("sum", "prod", "cumsum", "mean", "std", "max", "argmax", "any", "round", "ptp"):
    print(name, [getattr(values[k], name)().dtype.name if k != "bool" or name not in ("ptp",) else "" for k in kinds])
for name in ("sqrt", "exp", "floor", "sign", "square", "abs", "negative", "isnan", "rint", "reciprocal", "invert", "log1p"):
    row = []
    for k in kinds:
        try:
            row.append(getattr(np, name)(values[k]).dtype.name)
        except TypeError:
            row.append("TypeError")
    print(name, row)
for k in kinds:
    s = values[k][0]
    row = []
    for other in (True, 2, 2.5, np.int8(1), np.float32(1.5), np.float64(2.5)):
        row.append([type(operation(s, other)).__name__ if not (k == "bool" and name == "sub") else "" for name, operation in list(operations.items())[:7] if not (k == "bool" and name == "sub" and (other is True))])
    print(k, row)
print([type(v[0] + v[1]).__name__ for v in values.values()], [(v[2] + v[2]).item() for v in values.values()], [repr(v[1]) for v in values.values()], [v.sum().item() for v in values.values()])
