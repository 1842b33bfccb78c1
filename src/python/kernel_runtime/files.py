"""Tells the page which files below the home folder cells write, so that it can keep them, and puts kept ones back."""

import os

from pyodide.ffi import to_js

from kernel_runtime import link

_LARGEST_MIRRORED = 256 * 1024 * 1024
_known_files = {}


def _scan_files():
    found = {}
    for folder, _, names in os.walk(os.environ["HOME"]):
        for name in names:
            path = os.path.join(folder, name)
            try:
                state = os.stat(path)
            except OSError:
                continue
            if state.st_size <= _LARGEST_MIRRORED:
                found[path] = (state.st_mtime_ns, state.st_size)
    return found


def announce_files():
    """Tells the page which files below the home folder were written or removed since the last call."""
    global _known_files
    found = _scan_files()
    for path in _known_files.keys() - found.keys():
        link.current.file(path, None)
    for path, state in list(found.items()):
        if _known_files.get(path) == state:
            continue
        try:
            with open(path, "rb") as file:
                data = file.read()
        except OSError:
            # Not readable (os.chmod): perhaps after the next cell.
            del found[path]
        else:
            link.current.file(path, to_js(data))
    _known_files = found


def write_file(path, data):
    """Puts a file that the page kept back in its place, or removes it (None), without announcing it."""
    home = os.environ["HOME"]
    path = os.path.normpath(os.path.join(home, path))
    if not path.startswith(home + "/"):
        raise ValueError(f"{path} is not below {home}")
    if data is None:
        _known_files.pop(path, None)
        if os.path.isfile(path):
            os.remove(path)
        return
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(data.to_py())
    state = os.stat(path)
    _known_files[path] = (state.st_mtime_ns, state.st_size)
