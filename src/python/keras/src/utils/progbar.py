"""The progress bar of fit(), evaluate() and predict(), as text; when it is shown is left to ProgbarLogger."""

import math
import sys
import time

import numpy as np

from keras.src.utils import io_utils

_BOLD, _GREEN, _WHITE, _END = "\x1b[1m", "\x1b[32m", "\x1b[37m", "\x1b[0m"


class Progbar:
    """Shows how far a loop has come.

    Args:
        target: number of steps, None if unknown.
        width: characters of the bar.
        verbose: 1 bar, 2 one line at the end, 0 nothing.
        interval: least time between two showings, seconds.
        stateful_metrics: names shown as they are given; others are averaged over the steps.
        stateless_metrics: instead: names that are averaged; others are shown as given.
    """

    def __init__(
        self,
        target,
        width=20,
        verbose=1,
        interval=0.05,
        stateful_metrics=None,
        stateless_metrics=None,
        unit_name="step",
    ):
        if stateful_metrics is not None and stateless_metrics is not None:
            raise ValueError("Only one of `stateful_metrics` or `stateless_metrics` can be provided.")
        self.target = target
        self.width = width
        self.verbose = verbose
        self.interval = interval
        self.unit_name = unit_name
        self.stateful_metrics = set(stateful_metrics or ())
        self.stateless_metrics = None if stateless_metrics is None else set(stateless_metrics)
        # Keras rewrites the line wherever Python knows the module posix, which Python in a page does too.
        self._dynamic_display = "posix" in sys.modules or (hasattr(sys.stdout, "isatty") and sys.stdout.isatty())
        self._seen_so_far = 0
        self._values = {}
        self._start = time.time()
        self._last_update = 0
        self._time_after_first_step = None
        self._prev_total_width = 0

    def _is_averaged(self, name):
        if self.stateless_metrics is not None:
            return name in self.stateless_metrics
        return name not in self.stateful_metrics

    def update(self, current, values=None, finalize=None):
        """Shows step `current` with pairs (name, value)."""
        if finalize is None:
            finalize = self.target is not None and current >= self.target
        for name, value in values or []:
            if self._is_averaged(name) and not finalize:
                steps = max(current - self._seen_so_far, 1)
                total, count = self._values.get(name, (0, 0))
                self._values[name] = (total + value * steps, count + steps)
            else:
                self._values[name] = (value, 1)
        self._seen_so_far = current
        now = time.time()
        per_unit = self._estimate_step_duration(current, now)
        if self.verbose == 1:
            if now - self._last_update < self.interval and not finalize:
                return
            io_utils.print_msg(self._bar(current, now, per_unit, finalize), line_break=False)
        elif self.verbose == 2 and finalize and self.target:
            count = f"{current:>{int(math.log10(self.target)) + 1}d}/{self.target}"
            info = f"{count} - {now - self._start:.0f}s -{self._format_time(per_unit)}"
            io_utils.print_msg(info + self._shown_values(signed=False), line_break=True)
        self._last_update = now

    def _bar(self, current, now, per_unit, finalize):
        hidden = 0
        if self.target:
            digits = int(math.log10(self.target)) + 1
            bar = f"{_BOLD}{current:>{digits}d}/{self.target}{_END} "
            done = int(self.width * float(current) / self.target)
            if done > 0:
                bar += f"{_GREEN}{'━' * done}{_END}"
                hidden += 9
            bar += f"{_WHITE}{'━' * (self.width - done)}{_END}"
            hidden += 17
        else:
            bar = f"{current:7d}/Unknown"
        if self.target and not finalize:
            eta = per_unit * (self.target - current)
            if eta > 3600:
                told = f"{int(eta // 3600)}:{int(eta % 3600 // 60):02d}:{int(eta % 60):02d}"
            elif eta > 60:
                told = f"{int(eta // 60)}:{int(eta % 60):02d}"
            else:
                told = f"{int(eta)}s"
        else:
            told = f"{now - self._start:.0f}s"
        info = f" {_BOLD}{told}{_END}{self._format_time(per_unit)}{self._shown_values(signed=True)}"
        hidden += 8
        width = len(bar) + len(info) - hidden
        back = "\b" * self._prev_total_width + "\r" if self._dynamic_display else "\n"
        blank = " " * max(self._prev_total_width - width, 0)
        self._prev_total_width = width
        return back + bar + info + blank + ("\n" if finalize else "")

    def _shown_values(self, signed):
        text = ""
        for name, (total, count) in self._values.items():
            if not isinstance(total, float):
                total = float(np.mean(total))
            average = total / max(1, count)
            large = (abs(average) if signed else average) > 1e-3
            text += f" - {name}: {average:.4f}" if large else f" - {name}: {average:.4e}"
        return text

    def add(self, n, values=None):
        """Shows n more steps."""
        self.update(self._seen_so_far + n, values)

    def _format_time(self, per_unit):
        if per_unit >= 1 or per_unit == 0:
            return f" {per_unit:.0f}s/{self.unit_name}"
        if per_unit >= 1e-3:
            return f" {per_unit * 1e3:.0f}ms/{self.unit_name}"
        return f" {per_unit * 1e6:.0f}us/{self.unit_name}"

    def _estimate_step_duration(self, current, now):
        if not current:
            return 0
        # The first step builds the model: it doesn't count for the estimate.
        if self._time_after_first_step is not None and current > 1:
            per_unit = (now - self._time_after_first_step) / (current - 1)
        else:
            per_unit = (now - self._start) / current
        if current == 1:
            self._time_after_first_step = now
        return per_unit
