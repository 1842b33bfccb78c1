"""Files: save, load, savez, savetxt, loadtxt, genfromtxt."""

import contextlib
import io
import math
import os
from collections.abc import Mapping

from numpy._core import dtypes
from numpy._core.dtypes import as_dtype, reading_dtype
from numpy._core.ndarray import as_array, from_values
from numpy.lib import format as npy


@contextlib.contextmanager
def _opened(file, mode, suffix=""):
    if hasattr(file, "write" if "w" in mode else "read"):
        yield file
        return
    path = os.fspath(file)
    if suffix and not path.endswith(suffix):
        path += suffix
    with open(path, mode) as opened:
        yield opened


def save(file, arr, allow_pickle=True, fix_imports=True):
    """Writes an array to a .npy file (or a file object)."""
    with _opened(file, "wb", ".npy") as opened:
        npy.write_array(opened, as_array(arr), allow_pickle=allow_pickle)


def load(file, mmap_mode=None, allow_pickle=False, fix_imports=True, encoding="ASCII", *, max_header_size=10000):
    """Reads a .npy file as an array, a .npz file as a mapping of arrays, or a pickle."""
    own = not hasattr(file, "read")
    opened = open(os.fspath(file), "rb") if own else file
    start = opened.tell()
    magic = opened.read(6)
    opened.seek(start)
    if magic[:4] in (b"PK\x03\x04", b"PK\x05\x06"):
        return NpzFile(opened, allow_pickle)
    try:
        if magic == npy.MAGIC:
            return npy.read_array(opened, allow_pickle=allow_pickle, max_header_size=max_header_size)
        if not allow_pickle:
            raise ValueError("Cannot load file containing pickled data when allow_pickle=False")
        import pickle

        return pickle.load(opened)
    finally:
        if own:
            opened.close()


class NpzFile(Mapping):
    """The arrays of a .npz file by name, read when asked for."""

    def __init__(self, fid, allow_pickle=False):
        import zipfile

        self.zip, self._allow = zipfile.ZipFile(fid), allow_pickle
        self.files = [name.removesuffix(".npy") for name in self.zip.namelist()]
        self.fid = fid

    def __getitem__(self, key):
        name = key if key in self.zip.namelist() else f"{key}.npy"
        if name not in self.zip.namelist():
            raise KeyError(f"{key} is not a file in the archive")
        return npy.read_array(io.BytesIO(self.zip.read(name)), allow_pickle=self._allow)

    def __iter__(self):
        return iter(self.files)

    def __len__(self):
        return len(self.files)

    def __contains__(self, key):
        return key in self.files or key in self.zip.namelist()

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()

    def close(self):
        """Closes the file."""
        self.zip.close()


def _savez(file, args, named, compression):
    import zipfile

    arrays = dict(named)
    for position, each in enumerate(args):
        if f"arr_{position}" in arrays:
            raise ValueError(f"Cannot use un-named variables and keyword arr_{position}")
        arrays[f"arr_{position}"] = each
    if not hasattr(file, "write"):
        file = os.fspath(file)
        file = file if file.endswith(".npz") else file + ".npz"
    with zipfile.ZipFile(file, "w", compression) as archive:
        for name, each in arrays.items():
            held = io.BytesIO()
            npy.write_array(held, as_array(each))
            archive.writestr(f"{name}.npy", held.getvalue())


def savez(file, *args, **kwds):
    """Writes several arrays to a .npz file; those without a name are arr_0, arr_1, …"""
    _savez(file, args, kwds, 0)


def savez_compressed(file, *args, **kwds):
    """Like savez, compressed."""
    _savez(file, args, kwds, 8)


def savetxt(fname, X, fmt="%.18e", delimiter=" ", newline="\n", header="", footer="", comments="# ", encoding=None):
    """Writes a vector or matrix as text."""
    a = as_array(X)
    if a.ndim not in (1, 2):
        raise ValueError(f"Expected 1D or 2D array, got {a.ndim}D array instead")
    rows = a.reshape(-1, 1) if a.ndim == 1 else a
    columns = rows.shape[1]
    if isinstance(fmt, (list, tuple)):
        line = delimiter.join(fmt)
    else:
        line = fmt if fmt.count("%") == columns and columns > 1 else delimiter.join([fmt] * columns)
    text = []
    if header:
        text.append(comments + header.replace("\n", "\n" + comments) + newline)
    for row in rows.tolist():
        text.append(line % tuple(row) + newline)
    if footer:
        text.append(comments + footer.replace("\n", "\n" + comments) + newline)
    if hasattr(fname, "write"):
        try:
            fname.write("".join(text))
        except TypeError:
            fname.write("".join(text).encode(encoding or "latin1"))
        return
    with open(os.fspath(fname), "w", encoding=encoding or "latin1") as file:
        file.write("".join(text))


def _lines(fname, encoding):
    if isinstance(fname, (list, tuple)) or hasattr(fname, "__next__") and not hasattr(fname, "read"):
        source = fname
    elif hasattr(fname, "read"):
        source = fname.read()
        source = (source.decode(encoding) if isinstance(source, bytes) else source).splitlines()
    else:
        try:
            with open(os.fspath(fname), encoding=encoding) as file:
                source = file.read().splitlines()
        except FileNotFoundError:
            raise FileNotFoundError(f"{os.fspath(fname)} not found.") from None
    return [line.decode(encoding) if isinstance(line, bytes) else line for line in source]


def loadtxt(fname, dtype=float, comments="#", delimiter=None, converters=None, skiprows=0, usecols=None, unpack=False, ndmin=0, encoding="latin1", max_rows=None, *, quotechar=None, like=None):  # noqa: E501  # fmt: skip
    """Reads numbers from text, one row a line."""
    kind = as_dtype(dtype)
    rows = []
    marks = [] if comments is None else [comments] if isinstance(comments, str) else list(comments)
    for line in _lines(fname, "utf-8" if encoding in (None, "bytes") else encoding)[skiprows:]:
        for mark in marks:
            line = line.split(mark, 1)[0]
        if not line.strip():
            continue
        if max_rows is not None and len(rows) == max_rows:
            break
        parts = [part.strip() for part in line.strip().split(delimiter)]
        if usecols is not None:
            columns = [usecols] if isinstance(usecols, int) else list(usecols)
            parts = [parts[column] for column in columns]
        if rows and len(parts) != len(rows[0]):
            raise ValueError(
                f"the number of columns changed from {len(rows[0])} to {len(parts)} at row {len(rows) + 1}; use `usecols` to select a subset and avoid this error"
            )
        rows.append([_read(part, kind, converters, column, len(rows)) for column, part in enumerate(parts)])
    made = from_values([each for row in rows for each in row], (len(rows), len(rows[0]) if rows else 0), kind)
    if made.shape[0] == 0:
        made = made.reshape(0)
    if ndmin < 2 and made.ndim == 2:
        made = made.squeeze() if ndmin == 0 else made.reshape(-1) if 1 in made.shape else made
    return made.T if unpack else made


def _read(part, kind, converters, column, row):
    if callable(converters):
        return converters(part)
    if converters and column in converters:
        return converters[column](part)
    if kind.kind in "US":
        return part
    try:
        return float(part) if kind.kind == "f" else complex(part) if kind.kind == "c" else int(part) if "." not in part else int(float(part))
    except ValueError:
        raise ValueError(f"could not convert string {part!r} to {kind.name} at row {row}, column {column + 1}.") from None


def genfromtxt(fname, dtype=float, comments="#", delimiter=None, skip_header=0, skip_footer=0, missing_values=None, filling_values=None, usecols=None, names=None, unpack=False, encoding="bytes", max_rows=None, **options):  # noqa: E501  # fmt: skip
    """Reads numbers from text; what cannot be read is NaN (or filling_values)."""
    if names:
        raise NotImplementedError("structured arrays (names=…) are not here: skip the header and use columns")
    lines = _lines(fname, "utf-8")[skip_header:]
    lines = lines[: len(lines) - skip_footer] if skip_footer else lines
    rows, wrong = [], []
    for number_of_line, line in enumerate(lines, skip_header + 1):
        line = line.split(comments, 1)[0] if comments else line
        if line.strip():
            rows.append([part.strip() for part in line.strip("\n").split(delimiter)])
            if usecols is None and len(rows[-1]) != len(rows[0]):
                wrong.append(f"    Line #{number_of_line} (got {len(rows[-1])} columns instead of {len(rows[0])})")
    if wrong:
        raise ValueError("\n".join(["Some errors were detected !", *wrong]))
    rows = rows[:max_rows]
    if usecols is not None:
        columns = [usecols] if isinstance(usecols, int) else list(usecols)
        rows = [[row[column] for column in columns] for row in rows]
    kind = dtypes.float64 if dtype is None else as_dtype(dtype)
    hole = math.nan if filling_values is None else filling_values

    def number(part):
        if kind.kind in "US":
            return part
        try:
            return float(part)
        except ValueError:
            return hole if kind.kind == "f" else -1 if filling_values is None else hole

    made = from_values([number(part) for row in rows for part in row], (len(rows), len(rows[0]) if rows else 0), kind)
    made = made.squeeze() if 1 in made.shape else made
    return made.T if unpack else made


def fromfile(file, dtype=float, count=-1, sep="", offset=0, *, like=None):
    """Reads raw elements (or, with sep, numbers in text) from a file."""
    from numpy._core.buffers import frombuffer, fromstring

    with _opened(file, "rb") as opened:
        raw = opened.read()[offset:]
    if sep:
        return fromstring(raw.decode(), dtype, count, sep=sep)
    kind = reading_dtype(dtype)
    usable = len(raw) - len(raw) % kind.itemsize
    return frombuffer(raw[:usable], kind, count).copy()
