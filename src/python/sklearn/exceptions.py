"""Errors and warnings of scikit-learn."""


class NotFittedError(ValueError, AttributeError):
    """transform() before fit()."""


class UndefinedMetricWarning(UserWarning):
    """A metric that divides by zero."""


class DataConversionWarning(UserWarning):
    """Data of an unexpected form that is used nevertheless."""


class ConvergenceWarning(UserWarning):
    """An iteration that stopped too early."""
