"""tf.strings: the common functions of tensors of text."""

import re

import numpy

from keras.src.backend import convert_to_tensor, dtypes, string_tensor, unwrap
from keras.src.backend.errors import invalid


def _mapped(value, function):
    strings = string_tensor(value)._strings
    made = numpy.empty((strings.size,), dtype=object)
    for i, each in enumerate(strings.ravel().tolist()):
        made[i] = function(each.decode())
    return made.reshape(strings.shape)


def _text(function):
    def mapped(input, *args, name=None, **options):
        return string_tensor(_mapped(input, lambda text: function(text, *args, **options)))

    return mapped


lower = _text(lambda text, encoding="": text.lower())
upper = _text(lambda text, encoding="": text.upper())
strip = _text(lambda text: text.strip())
regex_replace = _text(lambda text, pattern, rewrite, replace_global=True: re.sub(pattern, rewrite, text, count=0 if replace_global else 1))


def substr(input, pos, len, unit="BYTE", name=None):
    """Parts of the strings."""
    return string_tensor(_mapped(input, lambda text: text[pos : pos + len]))


def length(input, unit="BYTE", name=None):
    """Bytes (or characters) of each string."""
    made = _mapped(input, lambda text: len(text.encode()) if unit == "BYTE" else len(text))
    return convert_to_tensor(numpy.array(made.tolist(), dtype="int32"))


def join(inputs, separator="", name=None):
    """Strings joined element by element."""
    tensors = [string_tensor(each)._strings for each in inputs]
    wide = numpy.broadcast_arrays(*tensors)
    rows = zip(*[each.ravel().tolist() for each in wide])
    made = numpy.empty((wide[0].size,), dtype=object)
    for i, row in enumerate(rows):
        made[i] = separator.encode().join(row)
    return string_tensor(made.reshape(wide[0].shape))


def reduce_join(inputs, axis=None, keepdims=False, separator="", name=None):
    """All strings joined."""
    return string_tensor(separator.encode().join(string_tensor(inputs)._strings.ravel().tolist()))


def split(input, sep=None, maxsplit=-1, name=None):
    """The words of a string, as a tensor; of several strings, as a ragged tensor."""
    from tensorflow.ragged import RaggedTensor

    strings = string_tensor(input)._strings
    if not strings.shape:
        return string_tensor([each.encode() for each in strings.tolist().decode().split(sep, maxsplit)])
    return RaggedTensor([[word.encode() for word in each.decode().split(sep, maxsplit)] for each in strings.ravel().tolist()])


def to_number(input, out_type="float32", name=None):
    """Numbers written in strings."""
    kind = dtypes.as_dtype(out_type)

    def number(text):
        try:
            return float(text) if kind.is_floating else int(text)
        except ValueError:
            raise invalid("StringToNumber", f"StringToNumberOp could not correctly convert string: {text}", given=() if hasattr(input, "shape") else ([],)) from None

    return convert_to_tensor(numpy.array(_mapped(input, number).tolist()), kind.name)


def as_string(input, precision=-1, name=None, **_options):
    """Numbers as strings."""
    found = unwrap(input)
    digits = precision if precision >= 0 else 6
    texts = [f"{each:.{digits}f}" if isinstance(each, float) else str(each).lower() if isinstance(each, bool) else str(each) for each in found.reshape(-1).tolist()]
    return string_tensor(numpy.array(texts, dtype=object).reshape(tuple(found.shape)))


def regex_full_match(input, pattern, name=None):
    """Which strings match a pattern."""
    return convert_to_tensor(numpy.array(_mapped(input, lambda text: re.fullmatch(pattern, text) is not None).tolist(), dtype=bool))


def unicode_split(input, input_encoding, errors="replace", name=None):
    """The characters of a string."""
    return string_tensor([each.encode() for each in string_tensor(input)._strings.tolist().decode()])


bytes_split = unicode_split
