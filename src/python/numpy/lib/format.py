"""The .npy format, version 1.0: a magic text, a header of Python literals padded to 64 bytes, then the elements."""

import ast
import re
import sys

from numpy._core.buffers import from_bytes
from numpy._core.dtypes import as_dtype
from numpy._core.ndarray import as_array

MAGIC = b"\x93NUMPY"


def write_array(fp, array, version=None, allow_pickle=True, pickle_kwargs=None):
    """Writes one array."""
    a = as_array(array)
    fortran = a.flags.f_contiguous and not a.flags.c_contiguous
    header = f"{{'descr': {a._dtype.str!r}, 'fortran_order': {fortran}, 'shape': {a.shape!r}, }}"
    length = len(MAGIC) + 4 + len(header) + 1
    header += " " * (-length % 64) + "\n"
    fp.write(MAGIC + b"\x01\x00" + len(header).to_bytes(2, "little") + header.encode("latin1"))
    if a._dtype.kind == "O":
        if not allow_pickle:
            raise ValueError("Object arrays cannot be saved when allow_pickle=False")
        import pickle

        pickle.dump(a, fp, protocol=3)
        return
    fp.write(a.tobytes("F" if fortran else "C"))


_VERSIONS = {1: (2, "latin1"), 2: (4, "latin1"), 3: (4, "utf8")}
# Signs and brackets in such a row are no header; the parser, which calls itself for each, would use up the browser's stack.
_TOO_DEEP = re.compile(r"[-+~(\[{]{50}")


def _exactly(fp, count, what):
    data = fp.read(count)
    if len(data) != count:
        raise ValueError(f"EOF: reading {what}, expected {count} bytes got {len(data)}")
    return data


def _read_header(fp, max_header_size):
    """(dtype, fortran_order, shape); ValueError where the file says something else."""
    magic = _exactly(fp, 8, "magic string")
    if magic[:6] != MAGIC:
        raise ValueError(f"the magic string is not correct; expected {MAGIC!r}, got {magic[:6]!r}")
    if magic[6] not in _VERSIONS:
        raise ValueError(f"we only support format version (1,0), (2,0), and (3,0), not {tuple(magic[6:])}")
    width, encoding = _VERSIONS[magic[6]]
    length = int.from_bytes(_exactly(fp, width, "array header length"), "little")
    if length > max_header_size:
        raise ValueError(
            f"Header info length ({length}) is large and may not be safe to load securely.\nTo allow loading, adjust "
            "`max_header_size` or fully trust the `.npy` file using `allow_pickle=True`.\nFor safety against large resource use "
            "or crashes, sandboxing may be necessary."
        )
    text = _exactly(fp, length, "array header").decode(encoding)
    try:
        if _TOO_DEEP.search("".join(text.split())):
            raise SyntaxError("nested too deeply")
        header = ast.literal_eval(text)
    except (SyntaxError, ValueError, TypeError, MemoryError, RecursionError) as error:
        raise ValueError(f"Cannot parse header: {text!r}") from error
    if not isinstance(header, dict):
        raise ValueError(f"Header is not a dictionary: {header!r}")
    if set(header) != {"descr", "fortran_order", "shape"}:
        raise ValueError(f"Header does not contain the correct keys: {sorted(header)!r}")
    shape, fortran = header["shape"], header["fortran_order"]
    if not isinstance(shape, tuple) or not all(isinstance(size, int) and size >= 0 for size in shape):
        raise ValueError(f"shape is not valid: {shape!r}")
    if not isinstance(fortran, bool):
        raise ValueError(f"fortran_order is not a valid bool: {fortran!r}")
    try:
        return as_dtype(header["descr"]), fortran, shape
    except TypeError as error:
        raise ValueError(f"descr is not a valid dtype descriptor: {header['descr']!r}") from error


def read_array(fp, allow_pickle=False, pickle_kwargs=None, *, max_header_size=10000):
    """Reads one array."""
    kind, fortran, shape = _read_header(fp, sys.maxsize if allow_pickle else max_header_size)
    if kind.kind == "O":
        if not allow_pickle:
            raise ValueError("Object arrays cannot be loaded when allow_pickle=False")
        import pickle

        return pickle.load(fp).reshape(shape)
    count = 1
    for size in shape:
        count *= size
    wanted = count * kind.itemsize
    raw = fp.read(min(wanted, sys.maxsize))
    if len(raw) < wanted:
        raise ValueError(f"cannot reshape array of size {len(raw) // max(kind.itemsize, 1)} into shape {shape}")
    return from_bytes(raw, shape[::-1], kind).T if fortran else from_bytes(raw, shape, kind)
