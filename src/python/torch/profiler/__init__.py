"""torch.profiler, lite: total time of a block and of the ranges that record_function() names; no times of single kernels."""

import enum
import time

_open = []


class ProfilerActivity(enum.Enum):
    """What real profilers can watch."""

    CPU = 0
    CUDA = 2


class record_function:
    """Names a range: its time appears in the profiler's table. Context manager and decorator."""

    def __init__(self, name, args=None):
        self.name = name

    def __enter__(self):
        self._start = time.perf_counter()
        return self

    def __exit__(self, *_error):
        seconds = time.perf_counter() - self._start
        for profiler in _open:
            profiler._add(self.name, seconds)

    def __call__(self, function):
        def run(*args, **options):
            with record_function(self.name):
                return function(*args, **options)

        return run


class _Table:
    """Times by name."""

    def __init__(self, times):
        self._times = times

    def table(self, sort_by=None, row_limit=100, **_options):
        """The times as text, longest first."""
        rows = sorted(self._times.items(), key=lambda row: -row[1][0])[:row_limit]
        width = max([len(name) for name, _ in rows], default=4)
        lines = [f"{'Name':<{width}}  {'CPU total':>12}  {'# of Calls':>10}"]
        lines += [f"{name:<{width}}  {seconds * 1000:>10.3f}ms  {calls:>10}" for name, (seconds, calls) in rows]
        return "\n".join(lines)

    __str__ = table


class profile:
    """Measures a `with` block; key_averages().table() shows the times."""

    def __init__(self, *, activities=None, schedule=None, on_trace_ready=None, record_shapes=False, profile_memory=False,
                 with_stack=False, **_options):  # fmt: skip
        self._times = {}
        self._on_trace_ready = on_trace_ready

    def _add(self, name, seconds):
        total, calls = self._times.get(name, (0.0, 0))
        self._times[name] = (total + seconds, calls + 1)

    def __enter__(self):
        _open.append(self)
        self._start = time.perf_counter()
        return self

    def __exit__(self, *_error):
        self._add("(all)", time.perf_counter() - self._start)
        _open.remove(self)
        if self._on_trace_ready is not None:
            self._on_trace_ready(self)

    start = __enter__
    stop = __exit__

    def step(self):
        """Accepted: marks a training step."""

    def key_averages(self, **_options):
        """The table of times."""
        return _Table(self._times)


def schedule(**_options):
    """Accepted: every step is measured."""
    return None
