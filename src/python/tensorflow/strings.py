"""tf.strings: functions of tensors of text; several strings cut into parts make a ragged tensor."""

import re

import numpy

from keras.src.backend import RaggedTensor, StringTensor, Tensor, convert_to_tensor, dtypes, string_tensor, unwrap
from keras.src.backend.errors import invalid
from keras.src.backend.strings import is_text
from keras.src.utils.fingerprint import fingerprint64, keyed_hash
from tensorflow.ragged import by_values


def _strings(value):
    if not is_text(value):
        raise TypeError(f"Cannot convert {value!r} to EagerTensor of dtype string")
    return string_tensor(value)._strings


def _array(values, shape):
    made = numpy.empty((len(values),), dtype=object)
    for i, each in enumerate(values):
        made[i] = each
    return made.reshape(shape)


def _mapped(value, function):
    """An array of function(bytes) of each string."""
    strings = _strings(value)
    return _array([function(each) for each in strings.ravel().tolist()], strings.shape)


def _numbers(value, function, dtype):
    found = _mapped(value, function)
    return convert_to_tensor(numpy.array(found.tolist(), dtype=dtype).reshape(found.shape))


def _cased(ascii_only, all_letters):
    def changed(input, encoding="", name=None):
        change = all_letters if encoding == "utf-8" else ascii_only
        return string_tensor(_mapped(input, change))

    return by_values(changed)


lower = _cased(bytes.lower, lambda text: text.decode().lower().encode())
upper = _cased(bytes.upper, lambda text: text.decode().upper().encode())


@by_values
def strip(input, name=None):
    """Without white space at the ends."""
    return string_tensor(_mapped(input, bytes.strip))


@by_values
def regex_replace(input, pattern, rewrite, replace_global=True, name=None):
    """Matches of the pattern replaced; \\1 stands for its first group."""
    found, other = _pattern(pattern), re.sub(r"\\0", r"\\g<0>", _plain(rewrite))
    return string_tensor(_mapped(input, lambda text: re.sub(found, other, text.decode(), count=0 if replace_global else 1).encode()))


def _plain(value):
    return value.numpy().decode() if isinstance(value, StringTensor) else value.decode() if isinstance(value, bytes) else value


def _pattern(pattern):
    # RE2's names of the POSIX classes.
    return _plain(pattern).replace("[:punct:]", re.escape("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")).replace("[:space:]", r"\s").replace("[:digit:]", r"\d").replace("[:alpha:]", "a-zA-Z").replace("[:alnum:]", "a-zA-Z0-9")


@by_values
def regex_full_match(input, pattern, name=None):
    """Which strings match a pattern."""
    return _numbers(input, lambda text: re.fullmatch(_pattern(pattern), text.decode()) is not None, bool)


@by_values
def substr(input, pos, len, unit="BYTE", name=None):
    """Parts of the strings."""
    strings = _strings(input)
    starts, counts = (numpy.broadcast_to(numpy.asarray(unwrap(each).tolist()), strings.shape).ravel().tolist() for each in (pos, len))
    made = []
    for i, (text, start, count) in enumerate(zip(strings.ravel().tolist(), starts, counts)):
        whole = text.decode() if unit == "UTF8_CHAR" else text
        size = whole.__len__()
        if not -size <= start <= size:
            where = f"string b'{text.decode()}' at index {i}"
            raise invalid("Substr", f"pos {start} out of range for {where}", given=(() if isinstance(input, Tensor) else ([],)))
        start = start + size if start < 0 else start
        part = whole[start : max(start + count, 0)]
        made.append(part.encode() if unit == "UTF8_CHAR" else part)
    return string_tensor(_array(made, strings.shape))


@by_values
def length(input, unit="BYTE", name=None):
    """Bytes (or characters) of each string."""
    return _numbers(input, lambda text: len(text) if unit == "BYTE" else len(text.decode()), "int32")


def join(inputs, separator="", name=None):
    """Strings joined element by element."""
    tensors = [_strings(each) for each in inputs]
    shapes = [each.shape for each in tensors if each.shape]
    for shape in shapes:
        if shape != shapes[0]:
            texts = [str(list(each)).replace(" ", "") for each in (shapes[0], shape)]
            why = f"Input shapes do not match: {texts[0]} vs. {texts[1]}"
            raise invalid("StringJoin", why, f"_N_{len(tensors)}", given=() if all(isinstance(each, Tensor) for each in inputs) else ([],))
    wide = numpy.broadcast_arrays(*tensors)
    rows = zip(*[each.ravel().tolist() for each in wide])
    return string_tensor(_array([_plain(separator).encode().join(row) for row in rows], wide[0].shape))


def reduce_join(inputs, axis=None, keepdims=False, separator="", name=None):
    """Strings joined, all or along an axis."""
    glue = _plain(separator).encode()
    if isinstance(inputs, RaggedTensor):
        return string_tensor([glue.join(row) for row in inputs.to_list()]) if axis in (1, -1) else string_tensor(glue.join(inputs.flat_values._strings.tolist()))
    strings = _strings(inputs)
    if axis is None:
        made = string_tensor(glue.join(strings.ravel().tolist()))
        return string_tensor(made._strings.reshape((1,) * strings.ndim)) if keepdims else made
    moved = numpy.moveaxis(strings, int(axis), -1)
    made = _array([glue.join(row) for row in moved.reshape(-1, moved.shape[-1]).tolist()], moved.shape[:-1])
    return string_tensor(numpy.expand_dims(made, int(axis)) if keepdims else made)


def _cut(value, function):
    """The parts of one string as a tensor, of several as a ragged tensor."""
    strings = _strings(value)
    if not strings.shape:
        return _tensor(function(strings.tolist()))
    rows = [function(each) for each in strings.tolist()] if strings.ndim == 1 else [[function(e) for e in row] for row in strings.tolist()]
    return RaggedTensor.from_rows(rows)


def _tensor(parts):
    if parts and isinstance(parts[0], int):
        return convert_to_tensor(numpy.array(parts, dtype="int32"))
    return string_tensor(_array(parts, (len(parts),)))


def split(input, sep=None, maxsplit=-1, name=None):
    """The words of a string, as a tensor; of several strings, as a ragged tensor."""
    between = _plain(sep).encode() if sep else None
    return _cut(input, lambda text: text.split(between, maxsplit))


def bytes_split(input, name=None):
    """The bytes of a string."""
    return _cut(input, lambda text: [text[i : i + 1] for i in range(len(text))])


def unicode_split(input, input_encoding="UTF-8", errors="replace", replacement_char=65533, name=None):
    """The characters of a string."""
    return _cut(input, lambda text: [each.encode() for each in text.decode(input_encoding, errors)])


def unicode_decode(input, input_encoding, errors="replace", replacement_char=65533, replace_control_characters=False, name=None):
    """The code points of a string."""
    return _cut(input, lambda text: [ord(each) for each in text.decode(input_encoding, errors)])


def unicode_encode(input, output_encoding, errors="replace", replacement_char=65533, name=None):
    """Strings of code points."""
    if isinstance(input, RaggedTensor):
        return string_tensor(_array(["".join(map(chr, row)).encode(output_encoding) for row in input.to_list()], (len(input),)))
    found = convert_to_tensor(input).numpy()
    if found.ndim == 1:
        return string_tensor("".join(map(chr, found.tolist())).encode(output_encoding))
    return string_tensor(_array(["".join(map(chr, row)).encode(output_encoding) for row in found.tolist()], (len(found),)))


def unicode_transcode(input, input_encoding, output_encoding, errors="replace", replacement_char=65533, replace_control_characters=False, name=None):
    """Strings in another encoding."""
    return string_tensor(_mapped(input, lambda text: text.decode(input_encoding, errors).encode(output_encoding)))


def to_number(input, out_type="float32", name=None):
    """Numbers written in strings."""
    if isinstance(input, RaggedTensor):
        return input.with_flat_values(to_number(input.flat_values, out_type))
    kind = dtypes.as_dtype(out_type)

    def number(text):
        try:
            if kind.is_floating:
                return float(int(text, 16)) if text.strip().lower().startswith(b"0x") else float(text)
            return int(text)
        except ValueError:
            given = () if hasattr(input, "shape") else ([],)
            raise invalid("StringToNumber", f"StringToNumberOp could not correctly convert string: {text.decode()}", given=given) from None

    return _numbers(input, number, kind.name)


def as_string(input, precision=-1, scientific=False, shortest=False, width=-1, fill="", name=None):
    """Numbers as strings."""
    if is_text(input):
        return string_tensor(input)
    if isinstance(input, RaggedTensor):
        return input.with_flat_values(as_string(input.flat_values, precision, scientific, shortest, width, fill))
    found = unwrap(input)
    spec = (f"{fill}{width}" if fill != "-" else f"<{width}") if width >= 0 else ""
    letter = "e" if scientific else "g" if shortest else "f"
    digits = f".{precision}" if precision >= 0 else ""

    def text(value):
        if isinstance(value, bool):
            return str(value).lower()
        return f"{value:{spec}{digits}{letter}}" if isinstance(value, float) else f"{value:{spec}d}"

    return string_tensor(_array([text(each).encode() for each in found.reshape(-1).tolist()], tuple(found.shape)))


def format(template, inputs, placeholder="{}", summarize=3, name=None):  # noqa: A001  tf's name
    """A text with tensors at its placeholders."""
    from tensorflow._api.control import _text

    values = list(inputs) if isinstance(inputs, (list, tuple)) else [inputs]
    parts = template.split(placeholder)
    if len(parts) - 1 != len(values):
        raise ValueError(
            f"The template expects {len(parts) - 1} tensors, but the inputs only has {len(values)}. Please ensure the number of placeholders in "
            "template matches inputs length."
        )
    shown = [_text(string_tensor(each) if is_text(each) else each, summarize) for each in values]
    return string_tensor("".join(part + text for part, text in zip(parts, [*shown, ""])))


def ngrams(data, ngram_width, separator=" ", pad_values=None, padding_width=None, preserve_short_sequences=False, name=None):
    """Groups of neighbouring strings, joined."""
    widths = list(ngram_width) if isinstance(ngram_width, (list, tuple)) else [ngram_width]
    glue, many = _plain(separator).encode(), isinstance(data, RaggedTensor)
    rows = data.to_list() if many else _strings(data).tolist()
    alone = bool(rows) and not isinstance(rows[0], list)
    made = []
    for row in [rows] if alone else rows:
        if pad_values is not None:
            left, right = (pad_values, pad_values) if isinstance(pad_values, str) else pad_values
            count = padding_width if padding_width is not None else max(widths) - 1
            row = [left.encode()] * count + row + [right.encode()] * count
        made.append([glue.join(row[i : i + n]) for n in widths for i in range(len(row) - n + 1)])
    return string_tensor(made[0]) if alone else RaggedTensor.from_rows(made) if many else string_tensor(made)


def unsorted_segment_join(inputs, segment_ids, num_segments, separator="", name=None):
    """Strings with the same number, joined."""
    words, groups = _strings(inputs).tolist(), unwrap(segment_ids).tolist()
    glue = _plain(separator).encode()
    return string_tensor(_array([glue.join(w for w, g in zip(words, groups) if g == i) for i in range(int(num_segments))], (int(num_segments),)))


def to_hash_bucket_fast(input, num_buckets, name=None):
    """A number below num_buckets for each string."""
    return _numbers(input, lambda text: fingerprint64(text) % int(num_buckets), "int64")


def to_hash_bucket_strong(input, num_buckets, key, name=None):
    """A number below num_buckets for each string, by a key of two numbers."""
    return _numbers(input, lambda text: keyed_hash(key, text) % int(num_buckets), "int64")
