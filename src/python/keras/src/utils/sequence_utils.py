"""keras.utils.pad_sequences: lists of different lengths become the rows of one array."""

import numpy as np


def pad_sequences(sequences, maxlen=None, dtype="int32", padding="pre", truncating="pre", value=0.0):
    """An array (samples, maxlen): shorter sequences get `value` in front ('pre') or behind ('post'), longer ones lose their start or
    end."""
    if not hasattr(sequences, "__len__"):
        raise ValueError("`sequences` must be iterable.")
    lengths = []
    for each in sequences:
        try:
            lengths.append(len(each))
        except TypeError as error:
            raise ValueError(f"`sequences` must be a list of iterables. Found non-iterable: {each}") from error
    if maxlen is None:
        maxlen = max(lengths) if lengths else 0
    inner = next((np.asarray(each).shape[1:] for each in sequences if len(each)), ())
    text = np.issubdtype(dtype, np.str_)
    if isinstance(value, str) and dtype is not object and not text:
        raise ValueError(
            f"`dtype` {dtype} is not compatible with `value`'s type: {type(value)}\nYou should set `dtype=object` for variable length strings."
        )
    made = np.full((len(lengths), maxlen, *inner), value, dtype=dtype)
    for row, each in enumerate(sequences):
        if not len(each):
            continue
        if truncating == "pre":
            part = each[-maxlen:]
        elif truncating == "post":
            part = each[:maxlen]
        else:
            raise ValueError(f'Truncating type "{truncating}" not understood')
        part = np.asarray(part, dtype=dtype)
        if part.shape[1:] != inner:
            raise ValueError(f"Shape of sample {part.shape[1:]} of sequence at position {row} is different from expected shape {inner}")
        if padding == "post":
            made[row, : len(part)] = part
        elif padding == "pre":
            made[row, maxlen - len(part) :] = part
        else:
            raise ValueError(f'Padding type "{padding}" not understood')
    return made
