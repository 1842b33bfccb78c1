"""detect_anomaly: backward() fails where a gradient first becomes NaN, naming the function; for debugging, since it is slow."""

import warnings

import bridge

_enabled = _check_nan = False


def _switch(enabled, check_nan):
    global _enabled, _check_nan
    _enabled, _check_nan = enabled, check_nan
    bridge.set_anomaly_mode(enabled and check_nan)


class set_detect_anomaly:
    """Switches the check on or off, at once or for a `with` block."""

    def __init__(self, mode, check_nan=True):
        self._before = (_enabled, _check_nan)
        _switch(bool(mode), check_nan)

    def __enter__(self):
        return None

    def __exit__(self, *_error):
        _switch(*self._before)


class detect_anomaly:
    """The check for a `with` block."""

    def __init__(self, check_nan=True):
        self._check_nan = check_nan
        warnings.warn(
            "Anomaly Detection has been enabled. This mode will increase the runtime and should only be enabled for debugging.",
            stacklevel=2,
        )

    def __enter__(self):
        self._before = (_enabled, _check_nan)
        _switch(True, self._check_nan)

    def __exit__(self, *_error):
        _switch(*self._before)


def is_anomaly_enabled():
    """Whether the check is on."""
    return _enabled
