"""The progress bar: counts, measures, and tells the page at most ten times a second."""

import itertools
import sys
import time

from kernel_runtime import emit

_identities = itertools.count(1)


class TqdmTypeError(TypeError):
    """Wrong kind of argument."""


class TqdmWarning(Warning):
    """A warning about a bar."""


class TqdmExperimentalWarning(TqdmWarning):
    """Kept for code that silences it."""


class TqdmDeprecationWarning(TqdmWarning):
    """Kept for code that silences it."""


class tqdm:
    """Wraps an iterable, or is moved by update(): `for batch in tqdm(loader, desc="epoch 1")`."""

    _instances = []
    monitor_interval = 10

    def __init__(self, iterable=None, desc=None, total=None, leave=True, file=None, ncols=None, mininterval=0.1, maxinterval=10.0,
                 miniters=None, ascii=None, disable=False, unit="it", unit_scale=False, dynamic_ncols=False, smoothing=0.3,
                 bar_format=None, initial=0, position=None, postfix=None, unit_divisor=1000, write_bytes=False, lock_args=None,
                 nrows=None, colour=None, delay=0.0, gui=False, display=True, **kwargs):  # fmt: skip
        if kwargs:
            raise TypeError(f"tqdm.__init__() got an unexpected keyword argument {next(iter(kwargs))!r}")
        if total is None and iterable is not None:
            try:
                total = len(iterable)
            except (TypeError, AttributeError):
                total = None
        if total == float("inf"):
            total = None
        self.iterable, self.total, self.leave, self.unit = iterable, total, leave, unit
        self.desc = f"{desc}: " if desc else ""
        self.mininterval, self.smoothing, self.disable = max(0.05, float(mininterval)), smoothing, bool(disable)
        self.unit_scale, self.unit_divisor = unit_scale, unit_divisor
        self.n = self.initial = initial
        self.postfix = None
        self.start_t = self.last_print_t = time.time()
        self.last_print_n = initial
        self.delay = delay
        self._rate = None
        self._identity = f"progress-{next(_identities)}"
        self._closed = False
        self.pos = len(tqdm._instances) if position is None else position
        if not self.disable:
            tqdm._instances.append(self)
            if isinstance(postfix, dict):
                self.set_postfix(postfix, refresh=False)
            elif postfix is not None:
                self.postfix = str(postfix)
            if not delay:
                self.refresh()

    # --- iterating and moving

    def __iter__(self):
        if self.disable:
            yield from self.iterable
            return
        interval, clock = self.mininterval, time.time
        done = False
        try:
            for item in self.iterable:
                yield item
                self.n += 1
                if clock() - self.last_print_t >= interval:
                    self._tell()
            done = True
        finally:
            self.close(done)

    def update(self, n=1):
        """Moves the bar by n; returns whether the page was told."""
        if self.disable:
            return None
        self.n += n
        if time.time() - self.last_print_t >= self.mininterval:
            self._tell()
            return True
        return None

    def close(self, done=False):
        """Ends the bar; with leave=False it disappears."""
        if self.disable or self._closed:
            return
        self._closed = True
        if self in tqdm._instances:
            tqdm._instances.remove(self)
        if self.leave is False or self.leave is None and self.pos > 0:
            self._emit("removed")
        else:
            complete = done or self.total is None or self.n >= self.total
            self._emit("finished" if complete else "stopped")

    def reset(self, total=None):
        """Starts again from zero."""
        if total is not None:
            self.total = total
        self.n = 0
        self.start_t = self.last_print_t = time.time()
        self.last_print_n, self._rate = 0, None
        self._closed = False
        self.refresh()

    def unpause(self):
        """Forgets the time since the bar moved last."""
        now = time.time()
        self.start_t += now - self.last_print_t
        self.last_print_t = now

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        self.close()

    def __del__(self):
        if not getattr(self, "_closed", True) and not self.disable:
            self.close()

    def __len__(self):
        if self.iterable is None:
            return self.total
        return len(self.iterable)

    def __bool__(self):
        if self.total is not None:
            return self.total > 0
        return self.iterable is not None

    def __contains__(self, item):
        return item in self.iterable

    def __reversed__(self):
        self.iterable = reversed(self.iterable)
        return iter(self)

    def __hash__(self):
        return id(self)

    # --- what it says

    def set_description(self, desc=None, refresh=True):
        self.desc = f"{desc}: " if desc else ""
        if refresh:
            self._tell_soon()

    def set_description_str(self, desc=None, refresh=True):
        self.desc = desc or ""
        if refresh:
            self._tell_soon()

    def set_postfix(self, ordered_dict=None, refresh=True, **kwargs):
        """Values beside the bar: set_postfix(loss=0.3)."""
        values = {**(ordered_dict or {}), **dict(sorted(kwargs.items()))}
        parts = []
        for name, value in values.items():
            if isinstance(value, (int, float)) and not isinstance(value, bool):
                value = self.format_num(value)
            elif not isinstance(value, str):
                value = str(value)
            parts.append(f"{name}={value.strip()}")
        self.postfix = ", ".join(parts)
        if refresh:
            self._tell_soon()

    def set_postfix_str(self, s="", refresh=True):
        self.postfix = str(s)
        if refresh:
            self._tell_soon()

    def refresh(self, nolock=False, lock_args=None):
        """Tells the page now."""
        if not self.disable:
            self._tell()

    display = refresh

    def clear(self, nolock=False):
        """The page redraws by itself."""

    def _tell_soon(self):
        # In a loop that sets values in every step the clock decides, not the loop.
        if not self.disable and time.time() - self.last_print_t >= self.mininterval:
            self._tell()

    def _tell(self):
        now = time.time()
        if self.delay and now - self.start_t < self.delay:
            return
        moved, took = self.n - self.last_print_n, now - self.last_print_t
        if moved and took > 0:
            latest = moved / took
            self._rate = latest if self._rate is None else self.smoothing * latest + (1 - self.smoothing) * self._rate
        self.last_print_t, self.last_print_n = now, self.n
        self._emit("running")

    def _emit(self, state):
        elapsed = time.time() - self.start_t
        scale = self.unit_scale if isinstance(self.unit_scale, (int, float)) and not isinstance(self.unit_scale, bool) else 1
        rate = self._rate if state == "running" else ((self.n - self.initial) / elapsed if elapsed > 0 else None)
        emit(
            {
                "kind": "progress",
                "id": self._identity,
                "label": self.desc.rstrip().removesuffix(":") or None,
                "done": max(0.0, float(self.n) * scale),
                "total": None if self.total is None else max(0.0, float(self.total) * scale),
                "unit": self.unit.strip() or "it",
                "scaled": bool(self.unit_scale),
                "elapsedMs": max(0.0, elapsed * 1000),
                "rate": None if rate is None or rate < 0 else float(rate) * scale,
                "note": self.postfix or None,
                "state": state,
                "depth": min(self.pos, 8),
            }
        )

    # --- texts, as the library writes them

    @property
    def format_dict(self):
        return {
            "n": self.n,
            "total": self.total,
            "elapsed": time.time() - self.start_t,
            "prefix": self.desc,
            "unit": self.unit,
            "unit_scale": self.unit_scale,
            "rate": self._rate,
            "postfix": self.postfix,
            "initial": self.initial,
        }

    @staticmethod
    def format_num(n):
        """Three digits, in the shorter of two spellings."""
        short = f"{n:.3g}".replace("e+0", "e+").replace("e-0", "e-")
        full = str(n)
        return short if len(short) < len(full) else full

    @staticmethod
    def format_interval(t):
        minutes, seconds = divmod(int(t), 60)
        hours, minutes = divmod(minutes, 60)
        return f"{hours:d}:{minutes:02d}:{seconds:02d}" if hours else f"{minutes:02d}:{seconds:02d}"

    @staticmethod
    def format_sizeof(num, suffix="", divisor=1000):
        for unit in ["", "k", "M", "G", "T", "P", "E", "Z"]:
            if abs(num) < 999.5:
                if abs(num) < 99.95:
                    return f"{num:1.2f}{unit}{suffix}" if abs(num) < 9.995 else f"{num:2.1f}{unit}{suffix}"
                return f"{num:3.0f}{unit}{suffix}"
            num /= divisor
        return f"{num:3.1f}Y{suffix}"

    def __str__(self):
        elapsed = time.time() - self.start_t
        rate = self._rate or ((self.n - self.initial) / elapsed if elapsed > 0 else 0)
        speed = f"{rate:5.2f}{self.unit}/s" if rate >= 1 or not rate else f"{1 / rate:5.2f}s/{self.unit}"
        note = f", {self.postfix}" if self.postfix else ""
        if self.total is None:
            return f"{self.desc}{self.n}{self.unit} [{self.format_interval(elapsed)}, {speed}{note}]"
        share = self.n / self.total if self.total else 1.0
        filled = "█" * int(10 * share) + " " * (10 - int(10 * share))
        left = self.format_interval((self.total - self.n) / rate) if rate else "?"
        times = f"{self.format_interval(elapsed)}<{left}"
        return f"{self.desc}{100 * share:3.0f}%|{filled}| {self.n}/{self.total} [{times}, {speed}{note}]"

    __repr__ = __str__

    # --- the class's own

    @classmethod
    def write(cls, s, file=None, end="\n", nolock=False):
        """Prints without disturbing bars."""
        (sys.stdout if file is None else file).write(f"{s}{end}")

    @classmethod
    def pandas(cls, *args, **kwargs):
        raise NotImplementedError("there is no pandas here")

    @classmethod
    def get_lock(cls):
        """There is one thread."""

    @classmethod
    def set_lock(cls, lock):
        """There is one thread."""


def trange(*args, **kwargs):
    """tqdm(range(…))."""
    return tqdm(range(*args), **kwargs)
