"""A small profiler: times of named blocks. Times of single kernels are not measured."""

import contextlib
import time


@contextlib.contextmanager
def record_function(name):
    """Names a block for the profiler."""
    yield


class profile:
    """Measures the time that a `with` block takes."""

    def __init__(self, enabled=True, **_options):
        self.enabled = enabled
        self.seconds = 0.0

    def __enter__(self):
        self._start = time.perf_counter()
        return self

    def __exit__(self, *_error):
        self.seconds = time.perf_counter() - self._start
