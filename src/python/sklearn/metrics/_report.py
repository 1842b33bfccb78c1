"""classification_report: precision, recall and F1 of each class as a table; the confusion matrix as a picture."""

import warnings

import numpy as np

from sklearn.metrics._classification import accuracy_score, confusion_matrix, precision_recall_fscore_support
from sklearn.metrics._targets import class_targets


def classification_report(
    y_true, y_pred, *, labels=None, target_names=None, sample_weight=None, digits=2, output_dict=False, zero_division="warn"
):
    """Precision, recall, F1 and support of each class and their averages, as text (or a dictionary)."""
    _, true, predicted = class_targets(y_true, y_pred)
    given = labels is not None
    labels = np.asarray(labels) if given else np.union1d(true, predicted)
    with_accuracy = not given or set(labels.tolist()) >= set(np.union1d(true, predicted).tolist())
    if target_names is not None and len(labels) != len(target_names):
        if given:
            warnings.warn(f"labels size, {len(labels)}, does not match size of target_names, {len(target_names)}", stacklevel=2)
        else:
            raise ValueError(
                f"Number of classes, {len(labels)}, does not match size of target_names, {len(target_names)}. Try specifying the labels parameter"
            )
    names = [str(each) for each in (labels.tolist() if target_names is None else target_names)]
    options = {"labels": labels, "sample_weight": sample_weight, "zero_division": zero_division}
    table = precision_recall_fscore_support(true, predicted, average=None, **options)
    support = table[3]
    averages = {}
    for average in ("micro", "macro", "weighted"):
        if average == "micro" and with_accuracy:
            continue
        found = precision_recall_fscore_support(true, predicted, average=average, **options)
        averages[f"{average} avg"] = (*found[:3], support.sum())
    accuracy = accuracy_score(true, predicted, sample_weight=sample_weight) if with_accuracy else None
    rows = list(zip(names, *table, strict=False))
    if output_dict:
        return _as_dictionary(rows, averages, accuracy)
    return _as_text(rows, averages, accuracy, support.sum(), digits)


def _as_dictionary(rows, averages, accuracy):
    heads = ("precision", "recall", "f1-score", "support")
    found = {row[0]: dict(zip(heads, (value.item() for value in row[1:]), strict=True)) for row in rows}
    if accuracy is not None:
        found["accuracy"] = float(accuracy)
    for name, row in averages.items():
        found[name] = dict(zip(heads, (float(value) if i < 3 else value.item() for i, value in enumerate(row)), strict=True))
    return found


def _as_text(rows, averages, accuracy, total, digits):
    width = max(max(len(row[0]) for row in rows), len("weighted avg"), digits)
    heads = ("precision", "recall", "f1-score", "support")
    text = " " * width + " " + "".join(f" {head:>9}" for head in heads) + "\n\n"

    def line(name, values):
        return f"{name:>{width}} " + "".join(f" {value:>9.{digits}f}" for value in values[:3]) + f" {values[3]:>9}\n"

    for name, *values in rows:
        text += line(name, values)
    text += "\n"
    if accuracy is not None:
        text += f"{'accuracy':>{width}} " + f" {'':>9}" * 2 + f" {accuracy:>9.{digits}f} {total:>9}\n"
    for name, values in averages.items():
        text += line(name, values)
    return text


class ConfusionMatrixDisplay:
    """Draws a confusion matrix: ConfusionMatrixDisplay(matrix).plot()."""

    def __init__(self, confusion_matrix, *, display_labels=None):
        self.confusion_matrix, self.display_labels = np.asarray(confusion_matrix), display_labels

    @classmethod
    def from_predictions(cls, y_true, y_pred, *, labels=None, display_labels=None, normalize=None, cmap="viridis", ax=None, **rest):
        """The matrix of predictions, drawn."""
        _, true, predicted = class_targets(y_true, y_pred)
        shown = np.union1d(true, predicted) if labels is None else labels
        made = cls(confusion_matrix(y_true, y_pred, labels=labels, normalize=normalize), display_labels=shown if display_labels is None else display_labels)
        return made.plot(cmap=cmap, ax=ax, **rest)

    def plot(self, *, include_values=True, cmap="viridis", xticks_rotation="horizontal", values_format=None, ax=None, colorbar=True):
        """Draws it with its numbers."""
        import matplotlib.pyplot as plt

        self.figure_, self.ax_ = (ax.figure, ax) if ax is not None else plt.subplots()
        counts = self.confusion_matrix
        n = counts.shape[0]
        self.im_ = self.ax_.imshow(counts, interpolation="nearest", cmap=cmap)
        middle = (counts.max() + counts.min()) / 2.0
        colors = plt.get_cmap(cmap)
        for i in range(n if include_values else 0):
            for j in range(n):
                value = counts[i, j]
                text = format(value, values_format or ("d" if counts.dtype.kind != "f" else ".2g"))
                self.ax_.text(j, i, text, ha="center", va="center", color=colors(1.0) if value < middle else colors(0.0))
        if colorbar:
            self.figure_.colorbar(self.im_, ax=self.ax_)
        names = np.arange(n) if self.display_labels is None else self.display_labels
        self.ax_.set_xticks(range(n), [str(each) for each in names])
        self.ax_.set_yticks(range(n), [str(each) for each in names])
        self.ax_.set_xlabel("Predicted label")
        self.ax_.set_ylabel("True label")
        return self
