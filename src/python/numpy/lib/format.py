"""The .npy format, version 1.0: a magic text, a header of Python literals padded to 64 bytes, then the elements."""

import ast

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


def read_array(fp, allow_pickle=False, pickle_kwargs=None, *, max_header_size=10000):
    """Reads one array."""
    magic = fp.read(6)
    if magic != MAGIC:
        raise ValueError(f"the magic string is not correct; expected {MAGIC!r}, got {magic!r}")
    major = fp.read(2)[0]
    length = int.from_bytes(fp.read(2 if major == 1 else 4), "little")
    header = ast.literal_eval(fp.read(length).decode("latin1" if major < 3 else "utf8"))
    kind, shape = as_dtype(header["descr"]), header["shape"]
    if kind.kind == "O":
        if not allow_pickle:
            raise ValueError("Object arrays cannot be loaded when allow_pickle=False")
        import pickle

        return pickle.load(fp).reshape(shape)
    count = 1
    for size in shape:
        count *= size
    raw = fp.read(count * kind.itemsize)
    if len(raw) < count * kind.itemsize:
        raise ValueError(f"cannot reshape array of size {len(raw) // max(kind.itemsize, 1)} into shape {shape}")
    return from_bytes(raw, shape[::-1], kind).T if header["fortran_order"] else from_bytes(raw, shape, kind)
