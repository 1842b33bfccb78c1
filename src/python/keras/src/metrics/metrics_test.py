"""Metrics against counts done by hand: accuracies, thresholds, AUC, means over batches, weights."""

import numpy as np

from keras import metrics


def near(found, wanted):
    np.testing.assert_allclose(np.array(found), wanted, rtol=1e-5, atol=1e-6)


def test_means_over_batches():
    m = metrics.Mean()
    m.update_state([1.0, 2.0])
    m.update_state([6.0], sample_weight=[2.0])
    near(m.result(), (1 + 2 + 12) / 4)
    m.reset_state()
    near(m.result(), 0.0)
    total = metrics.Sum()
    total.update_state([1.0, 2.0], sample_weight=[1.0, 0.5])
    near(total.result(), 2.0)


def test_accuracies():
    near(metrics.BinaryAccuracy()([1, 0, 1], [0.6, 0.5, 0.2]), 2 / 3)
    near(metrics.SparseCategoricalAccuracy()([1, 0], [[0.2, 0.8], [0.1, 0.9]]), 0.5)
    near(metrics.CategoricalAccuracy()([[0, 1], [1, 0]], [[0.2, 0.8], [0.1, 0.9]]), 0.5)
    near(metrics.SparseTopKCategoricalAccuracy(k=2)([0, 2], [[0.3, 0.2, 0.5], [0.5, 0.4, 0.1]]), 0.5)
    near(metrics.SparseCategoricalAccuracy()([0, 1], [[0.9, 0.1], [0.8, 0.2]], sample_weight=[1.0, 3.0]), 0.25)


def test_precision_recall_and_counts():
    y, p = [0, 1, 1, 1, 0], [0.9, 0.8, 0.4, 0.6, 0.1]
    near(metrics.Precision()(y, p), 2 / 3)
    near(metrics.Recall()(y, p), 2 / 3)
    near(metrics.Precision(thresholds=[0.0, 0.7])(y, p), [3 / 5, 1 / 2])
    near(metrics.FalsePositives()(y, p), 1.0)
    near(metrics.TrueNegatives()(y, p), 1.0)
    near(metrics.F1Score(threshold=0.5)(np.array(y, "float32")[:, None], np.array(p)[:, None]), [2 / 3])


def area(y, p):
    """The share of pairs (positive, negative) in the right order."""
    pairs = [(a, b) for a, s in zip(p, y) if s for b, r in zip(p, y) if not r]
    return sum(1.0 if a > b else 0.5 if a == b else 0.0 for a, b in pairs) / len(pairs)


def test_auc_is_the_share_of_ordered_pairs():
    drawn = np.random.RandomState(0)
    y = drawn.randint(0, 2, 40)
    p = np.round(drawn.rand(40) * 0.98 + 0.01, 2)
    np.testing.assert_allclose(np.array(metrics.AUC(num_thresholds=2000)(y, p)), area(y, p), atol=1e-3)
    near(metrics.AUC()([0, 0, 1, 1], [0.0, 0.5, 0.3, 0.9]), 0.75)


def test_regression():
    y, p = np.array([[1.0], [4.0], [3.0]]), np.array([[2.0], [4.0], [4.0]])
    near(metrics.RootMeanSquaredError()(y, p), np.sqrt(2 / 3))
    near(metrics.R2Score()(y, p), 1 - 2 / ((y - y.mean()) ** 2).sum())
    near(metrics.MeanIoU(num_classes=2)([0, 0, 1, 1], [0, 1, 0, 1]), 1 / 3)


def test_names_and_own_metrics():
    assert metrics.get("mse").name == "mean_squared_error" and metrics.MeanIoU(2).name.startswith("mean_io_u")

    class Count(metrics.Metric):
        def __init__(self, name="count", **options):
            super().__init__(name=name, **options)
            self.n = self.add_weight(name="n", initializer="zeros")

        def update_state(self, y_true, y_pred, sample_weight=None):
            self.n.assign_add(len(y_true))

        def result(self):
            return self.n

    count = Count()
    count.update_state([1, 2], [3, 4])
    assert float(count.result()) == 2.0 and len(count.variables) == 1 and repr(count) == "<Count name=count>"
    count.reset_state()
    assert float(count.result()) == 0.0
