"""Errors of files, as a program on Linux prints them."""

import errno
import os
import pathlib
import tempfile

import numpy as np

MISSING = "[Errno 2] No such file or directory: 'missing.txt'"


def _error_of(call):
    try:
        call()
    except OSError as error:
        return error
    raise AssertionError("no error was raised")


def test_missing_files():
    for call in (
        lambda: open("missing.txt"), lambda: os.listdir("missing.txt"), lambda: os.remove("missing.txt"), lambda: os.stat("missing.txt"),
        lambda: pathlib.Path("missing.txt").read_text(), lambda: os.path.getsize("missing.txt"), lambda: np.load("missing.txt"),
    ):  # fmt: skip
        error = _error_of(call)
        assert type(error) is FileNotFoundError and str(error) == MISSING, error
        assert error.errno == errno.ENOENT and f"{error.errno} {error.errno!r}" == "2 2"


def test_other_errors_and_none():
    with tempfile.TemporaryDirectory() as folder:
        assert str(_error_of(lambda: os.mkdir(folder))) == f"[Errno 17] File exists: '{folder}'"
        assert str(_error_of(lambda: open(folder))).startswith("[Errno 21] Is a directory")
        path = os.path.join(folder, "a.txt")
        with open(path, "w") as file:
            file.write("text")
        os.makedirs(os.path.join(folder, "deep", "deeper"), exist_ok=True)
        os.makedirs(os.path.join(folder, "deep", "deeper"), exist_ok=True)
        assert sorted(os.listdir(folder)) == ["a.txt", "deep"] and not os.path.exists("missing.txt")
        assert str(_error_of(lambda: open(path, "x"))) == f"[Errno 17] File exists: '{path}'"
