"""Which element types TensorFlow's operations take, and the InvalidArgumentError for the others (errors.py has the rest)."""

from .errors import InvalidArgumentError, named

_REAL = "bfloat16 half float double"
_COMPLEX = "complex64 complex128"
_ACTIVATION = "half bfloat16 float double"
_FLOATS = f"{_REAL} {_COMPLEX}"
_SIGNED = f"{_REAL} int8 int16 int32 int64"
_MIXED = "float double int32 uint8 int16 int8 int64 bfloat16 uint16 half uint32 uint64"
_SUMMED = (
    "float double int32 uint8 int16 int8 complex64 int64 qint8 quint8 qint32 bfloat16 qint16 quint16 uint16 complex128 half uint32 uint64"
)
_COMPARED = f"{_MIXED} qint8 quint8 qint32 qint16 quint16"
_DIVIDED = f"{_REAL} uint8 int8 uint16 int16 int32 uint32 uint64 int64 {_COMPLEX}"

_TWO, _ONE = "x:T, y:T -> z:T", "x:T -> y:T"
_FEATURES = "features:T -> activations:T"
_REDUCED = "input:T, reduction_indices:Tidx -> output:T"
_KEEP = "attr=keep_dims:bool,default=false; "
_INDEX = "; attr=Tidx:type,default=DT_INT32,allowed=[DT_INT32, DT_INT64]"
_COMMUTES = "; is_commutative=true"

# operation: (signature, types, attributes before the type's, attributes after it)
_OPERATIONS = {
    "AddV2": (_TWO, f"{_REAL} uint8 uint16 uint32 uint64 int8 int16 int32 int64 {_COMPLEX}", "", f"{_COMMUTES}; is_aggregate=true"),
    "Sub": (_TWO, f"{_REAL} uint8 int8 uint16 int16 int32 int64 {_COMPLEX} uint32 uint64", "", ""),
    "Mul": (_TWO, _DIVIDED, "", _COMMUTES),
    "RealDiv": (_TWO, _DIVIDED, "", ""),
    "FloorDiv": (_TWO, _DIVIDED, "", ""),
    "FloorMod": (_TWO, f"int8 int16 int32 int64 uint8 uint16 uint32 uint64 {_REAL}", "", ""),
    "Pow": (_TWO, f"bfloat16 float half double int8 int16 int32 int64 {_COMPLEX}", "", ""),
    "SquaredDifference": (_TWO, f"{_REAL} int32 int64 {_COMPLEX}", "", _COMMUTES),
    "Atan2": ("y:T, x:T -> z:T", _REAL, "", ""),
    "DivNoNan": (_TWO, f"half float bfloat16 double {_COMPLEX}", "", ""),
    "Xlogy": (_TWO, f"{_ACTIVATION} {_COMPLEX}", "", ""),
    "Square": (_ONE, f"{_SIGNED} uint8 uint16 uint32 uint64 {_COMPLEX}", "", ""),
    "Abs": (_ONE, _SIGNED, "", ""),
    "LeakyRelu": (_FEATURES, _ACTIVATION, "attr=alpha:float,default=0.2; ", ""),
    "Relu": (_FEATURES, f"{_MIXED} qint8", "", ""),
    "Relu6": (_FEATURES, _MIXED, "", ""),
    "Softmax": ("logits:T -> softmax:T", _ACTIVATION, "", ""),
    "LogSoftmax": ("logits:T -> logsoftmax:T", _ACTIVATION, "", ""),
    "SoftmaxCrossEntropyWithLogits": ("features:T, labels:T -> loss:T, backprop:T", _ACTIVATION, "", ""),
    "L2Loss": ("t:T -> output:T", _ACTIVATION, "", ""),
    "MatMul": (
        "a:T, b:T -> product:T", f"{_REAL} int32 int64 uint8 uint16 uint32 uint64 {_COMPLEX}",
        "attr=transpose_a:bool,default=false; attr=transpose_b:bool,default=false; ",
        "; attr=grad_a:bool,default=false; attr=grad_b:bool,default=false",
    ),
    "MatrixInverse": ("input:T -> output:T", f"double float half {_COMPLEX}", "attr=adjoint:bool,default=false; ", ""),
    "Cholesky": ("input:T -> output:T", f"double float half {_COMPLEX}", "", ""),
    "MatrixDeterminant": ("input:T -> output:T", f"half float double {_COMPLEX}", "", ""),
    **{op: ("x:T, y:T -> z:bool", _MIXED, "", "") for op in ("Less", "LessEqual", "Greater", "GreaterEqual")},
    **{op: (_TWO, f"{_REAL} int8 uint8 int16 uint16 int32 uint32 int64 uint64", "", "") for op in ("Maximum", "Minimum")},
    **{op: (_ONE, f"{_SIGNED} {_COMPLEX}", "", "") for op in ("Neg", "Sign", "Round", "Reciprocal")},
    **{op: (_ONE, _REAL, "", "") for op in ("Floor", "Ceil", "Rint", "Erf", "Erfc", "Lgamma", "Digamma")},
    **{op: ("x:T -> y:bool", _REAL, "", "") for op in ("IsNan", "IsInf", "IsFinite")},
    **{op: (_FEATURES, _ACTIVATION, "", "") for op in ("Elu", "Selu", "Softplus", "Softsign")},
    **{op: (_REDUCED, _SUMMED, _KEEP, _INDEX) for op in ("Sum", "Mean", "Prod")},
    **{op: (_REDUCED, _COMPARED, _KEEP, _INDEX) for op in ("Max", "Min")},
}  # fmt: skip
_ELEMENTWISE = (_ONE, _FLOATS, "", "")  # Sqrt, Exp, Log, Sin, Tanh, Sigmoid, …
_DT = {"bfloat16": "DT_BFLOAT16", "half": "DT_HALF", "float": "DT_FLOAT", "double": "DT_DOUBLE"}
_LONG = {"float16": "half", "float32": "float", "float64": "double"}


def check_type(op, name, given=()):
    """InvalidArgumentError when the operation does not take elements of this dtype (a name)."""
    signature, types, before, after = _OPERATIONS.get(op, _ELEMENTWISE)
    name = _LONG.get(name, name)
    allowed = types.split()
    if name not in allowed:
        inside = ", ".join(_DT.get(each, f"DT_{each.upper()}") for each in allowed)
        raise InvalidArgumentError(
            None,
            None,
            f"Value for attr 'T' of {name} is not in the list of allowed values: {', '.join(allowed)}\n\t; NodeDef: {{{{node {op}}}}}; "
            f"Op<name={op}; signature={signature}; {before}attr=T:type,allowed=[{inside}]{after}> [Op:{op}]{named('', given)}",
        )
