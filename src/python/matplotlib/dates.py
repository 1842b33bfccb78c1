"""Dates on axes: numbers of days since 1970; the page gets finished labels."""

import datetime

from matplotlib.axis import date_number
from matplotlib.ticker import Formatter


def date2num(d):
    """Days since 1970-01-01 of a date, or of many."""
    if hasattr(d, "__iter__"):
        import numpy as np

        return np.array([date_number(each) for each in d], float)
    return date_number(d)


def num2date(x, tz=None):
    """The date of a number of days."""
    return datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc) + datetime.timedelta(days=float(x))


class DateFormatter(Formatter):
    """strftime for ticks."""

    def __init__(self, fmt, tz=None, *, usetex=None):
        self.fmt = fmt

    def __call__(self, x, pos=0):
        return num2date(x).strftime(self.fmt)


def __getattr__(name):
    raise NotImplementedError(f"matplotlib.dates.{name} is not part of this playground")
