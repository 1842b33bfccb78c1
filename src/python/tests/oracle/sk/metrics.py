import numpy as np
from sklearn import metrics
from sklearn.metrics import (
    accuracy_score, balanced_accuracy_score, classification_report, confusion_matrix, f1_score, log_loss, matthews_corrcoef, mean_absolute_error,
    mean_squared_error, precision_recall_fscore_support, precision_score, r2_score, recall_score, roc_auc_score, roc_curve,
)  # fmt: skip

rng = np.random.RandomState(0)
y = rng.randint(0, 3, 30)
p = np.where(rng.rand(30) < 0.7, y, rng.randint(0, 3, 30))
b, q = (y > 0).astype(int), (p > 0).astype(int)
print(accuracy_score(y, p), accuracy_score(y, p, normalize=False), accuracy_score(["a", "b"], ["a", "c"]), accuracy_score(y, p, sample_weight=np.arange(30)))
print(confusion_matrix(y, p), confusion_matrix(b, q), confusion_matrix(["cat", "dog", "cat"], ["cat", "cat", "dog"], labels=["dog", "cat"]))
print(confusion_matrix(y, p, normalize="true"), confusion_matrix(y, p, normalize="pred"), confusion_matrix(y, p, normalize="all"))
tn, fp, fn, tp = confusion_matrix(b, q).ravel()
print(tn, fp, fn, tp, type(tn), confusion_matrix(y, p).dtype, type(accuracy_score(y, p)))
print(precision_score(b, q), recall_score(b, q), f1_score(b, q), f1_score(b, q, pos_label=0))
for average in (None, "micro", "macro", "weighted"):
    print(average, precision_score(y, p, average=average), recall_score(y, p, average=average), f1_score(y, p, average=average))
    print(precision_recall_fscore_support(y, p, average=average, beta=0.5))
print(classification_report(y, p))
print(classification_report(b, q, target_names=["negative", "positive"], digits=4))
print(classification_report(y, p, labels=[0, 2], target_names=["zero", "two"]))
print(classification_report([0, 1, 2], [0, 1, 1], zero_division=0))
print(classification_report(["cat", "dog", "dog"], ["cat", "dog", "cat"], output_dict=True))
print(f1_score([0, 1], [0, 0], zero_division=1), precision_score([0, 1], [0, 0], zero_division=0))
print(balanced_accuracy_score(y, p), matthews_corrcoef(y, p), metrics.zero_one_loss(y, p))
t, u = rng.randn(20), rng.randn(20)
print(mean_squared_error(t, u), mean_squared_error(t, u, squared=False), mean_absolute_error(t, u), r2_score(t, u), r2_score([1, 2, 3], [1, 2, 3]))
T, U = rng.randn(5, 2), rng.randn(5, 2)
for option in ("raw_values", "uniform_average", [0.3, 0.7]):
    print(mean_squared_error(T, U, multioutput=option), mean_absolute_error(T, U, multioutput=option), r2_score(T, U, multioutput=option))
print(r2_score(T, U, multioutput="variance_weighted"), r2_score([1, 1], [1, 2]), metrics.explained_variance_score(t, u), metrics.max_error(t, u))
print(metrics.mean_absolute_percentage_error([3, 0.5, 2], [2.5, 0.7, 2]), metrics.median_absolute_error(t, u), metrics.mean_squared_log_error([3, 5], [2.5, 5]))
scores = np.round(rng.rand(30) * 0.5 + b * 0.3, 1)
print(roc_auc_score(b, scores), *roc_curve(b, scores), metrics.auc([0, 0.5, 1], [0, 0.8, 1]))
print(*metrics.precision_recall_curve(b, scores))
proba = rng.dirichlet([1, 1, 1], 30)
print(log_loss(y, proba), log_loss(b, scores), log_loss([0, 1], [[0.9, 0.1], [0.2, 0.8]]), roc_auc_score(y, proba, multi_class="ovr"))


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


attempt(accuracy_score, [0, 1], [0])
attempt(accuracy_score, [0, 1], [0.3, 0.7])
attempt(f1_score, y, p)
attempt(f1_score, ["a", "b"], ["a", "b"])
attempt(mean_squared_error, [1, 2], [1, 2, 3])
attempt(mean_squared_error, [1, np.nan], [1, 2])
attempt(mean_squared_error, [[1, 2]], [[1]])
attempt(roc_auc_score, [1, 1], [0.2, 0.3])
attempt(classification_report, [0, 1], [0, 1], target_names=["a"])
