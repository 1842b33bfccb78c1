"""How good predictions are: classification, regression, ranking."""

from sklearn._missing import missing
from sklearn.metrics._classification import (  # noqa: F401
    accuracy_score, balanced_accuracy_score, confusion_matrix, f1_score, fbeta_score, log_loss, matthews_corrcoef, precision_recall_fscore_support,
    precision_score, recall_score, zero_one_loss,
)  # fmt: skip
from sklearn.metrics._ranking import auc, precision_recall_curve, roc_auc_score, roc_curve  # noqa: F401
from sklearn.metrics._regression import (  # noqa: F401
    explained_variance_score, max_error, mean_absolute_error, mean_absolute_percentage_error, mean_squared_error, mean_squared_log_error,
    median_absolute_error, r2_score,
)  # fmt: skip
from sklearn.metrics._report import ConfusionMatrixDisplay, classification_report  # noqa: F401


def __getattr__(name):
    return missing(__name__, name)
