"""Errors of files with the numbers of Linux: [Errno 2] for a missing file, where Emscripten's own number is 44.

The number still equals `errno.ENOENT` (44), so that programs which compare it go on working; it only reads as 2.
"""

import builtins
import errno
import functools
import io
import os

_LINUX = {
    errno.EPERM: 1, errno.ENOENT: 2, errno.EIO: 5, errno.EBADF: 9, errno.EACCES: 13, errno.EBUSY: 16, errno.EEXIST: 17,
    errno.EXDEV: 18, errno.ENOTDIR: 20, errno.EISDIR: 21, errno.EINVAL: 22, errno.EMFILE: 24, errno.EFBIG: 27, errno.ENOSPC: 28,
    errno.EROFS: 30, errno.ENAMETOOLONG: 36, errno.ENOTEMPTY: 39, errno.ELOOP: 40,
}  # fmt: skip


class _Number(int):
    """A number of Emscripten that is shown as Linux's."""

    def __repr__(self):
        return str(_LINUX[int(self)])

    __str__ = __repr__

    def __format__(self, spec):
        return format(_LINUX[int(self)], spec)


def renumbered(function):
    """The function, raising errors that read as on Linux."""

    @functools.wraps(function)
    def call(*args, **options):
        try:
            return function(*args, **options)
        except OSError as error:
            if error.errno in _LINUX:
                error.errno = _Number(error.errno)
            raise

    return call


def install():
    """Opening, listing, moving and removing files."""
    if hasattr(builtins.open, "__wrapped__"):
        return
    builtins.open = io.open = renumbered(builtins.open)
    for name in ("chdir", "listdir", "mkdir", "remove", "rename", "replace", "rmdir", "scandir", "stat", "unlink"):
        setattr(os, name, renumbered(getattr(os, name)))
