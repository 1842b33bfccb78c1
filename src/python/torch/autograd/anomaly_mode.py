"""detect_anomaly: backward() fails as soon as a gradient of a leaf is NaN."""

import warnings

_enabled = False


class set_detect_anomaly:
    """Switches the check on or off, at once or for a `with` block."""

    def __init__(self, mode, check_nan=True):
        global _enabled
        self._before = _enabled
        _enabled = bool(mode)

    def __enter__(self):
        return None

    def __exit__(self, *_error):
        global _enabled
        _enabled = self._before


class detect_anomaly(set_detect_anomaly):
    """The check for a `with` block."""

    def __init__(self, check_nan=True):
        super().__init__(True, check_nan)
        warnings.warn(
            "Anomaly Detection has been enabled. This mode will increase the runtime and should only be enabled for debugging.",
            stacklevel=2,
        )


def is_anomaly_enabled():
    """Whether the check is on."""
    return _enabled
