"""The metrics of compile(): made once the shapes are known, shown under their outputs' names."""

from keras.src import tree
from keras.src.trainers.compile_loss import kind_of_targets, match_targets, named_leaves
from keras.src.utils.naming import get_object_name


def get_metric(identifier, y_true, y_pred):
    """A Metric from a name, a function or a Metric; "accuracy" is chosen by the shapes."""
    from keras.src import metrics

    if identifier is None:
        raise ValueError("Expected metric, received `None`")
    if str(identifier).lower() in ("accuracy", "acc"):
        is_binary, is_sparse = kind_of_targets(y_true, y_pred)
        if is_binary:
            metric = metrics.BinaryAccuracy(name=str(identifier))
        elif is_sparse:
            metric = metrics.SparseCategoricalAccuracy(name=str(identifier))
        else:
            metric = metrics.CategoricalAccuracy(name=str(identifier))
    else:
        metric = metrics.get(identifier)
    name = identifier if isinstance(identifier, str) else get_object_name(metric)
    if not isinstance(metric, metrics.Metric):
        metric = metrics.MeanMetricWrapper(metric)
    metric.name = name
    return metric


class CompileMetrics:
    """All metrics of a compiled model.

    Args:
        metrics: list of names, functions or Metrics; for several outputs a list of lists, or a dict by output.
        weighted_metrics: likewise; these take the sample weights into account.
        output_names: names of the model's outputs.
    """

    def __repr__(self):
        return f"<CompileMetrics name={self.name}>"

    def __init__(self, metrics, weighted_metrics, output_names=None):
        for name, given in (("metrics", metrics), ("weighted_metrics", weighted_metrics)):
            if given and not isinstance(given, (list, tuple, dict)):
                raise ValueError(
                    f"Expected `{name}` argument to be a list, tuple, or dict. Received instead: {name}={given} of type "
                    f"{type(given)}"
                )
        self._user_metrics = metrics
        self._user_weighted_metrics = weighted_metrics
        self.output_names = output_names
        self.name = "compile_metrics"
        self.built = False
        # For each output: (its metrics, its weighted metrics, prefix of their names).
        self._by_output = []

    @property
    def metrics(self):
        """The Metric objects, the weighted ones last."""
        plain = [m for metrics, _, _ in self._by_output for m in metrics]
        return plain + [m for _, weighted, _ in self._by_output for m in weighted]

    @property
    def variables(self):
        """The variables of all metrics."""
        return [v for m in self.metrics for v in m.variables]

    def build(self, y_true, y_pred):
        """Makes the metrics now that the shapes are known."""
        outputs = named_leaves(y_pred, self.output_names)
        targets = match_targets(y_true, outputs)
        targets += [None] * (len(outputs) - len(targets))
        plain = self._spread(self._user_metrics, outputs, "metrics")
        weighted = self._spread(self._user_weighted_metrics, outputs, "weighted_metrics")
        self._by_output = []
        for (name, pred), target, one, other in zip(outputs, targets, plain, weighted):
            made = [[get_metric(m, target, pred) for m in group] for group in (one, other)]
            self._by_output.append((made[0], made[1], f"{name}_" if name and len(outputs) > 1 else ""))
        self.built = True

    def _spread(self, given, outputs, what):
        """A list of identifiers for each output."""
        if not given:
            return [[] for _ in outputs]
        if len(outputs) == 1:
            return [[m for m in tree.flatten(given) if m is not None]]
        names = [name for name, _ in outputs]
        if isinstance(given, dict):
            unknown = [key for key in given if key not in names]
            if unknown:
                self._refuse(given, outputs, what)
            entries = [given.get(name) for name in names]
        elif len(given) == len(outputs):
            entries = list(given)
        else:
            self._refuse(given, outputs, what)
        return [
            [] if entry is None else list(entry) if isinstance(entry, (list, tuple)) else [entry] for entry in entries
        ]

    def _refuse(self, given, outputs, what):
        if isinstance(given, dict):
            reason = f"Expected an instance of tuple, got {given}."
        else:
            reason = f"tuple arity mismatch; expected: {len(outputs)}, got: {len(given)}; tuple: {tuple(given)}."
        raise ValueError(
            f"{reason}\nInvalid `{what}`. `{what}` should contain metrics objects and either be a dict or a list matching the output "
            f"names of the functional model {self.output_names} or match the output structure of the model: "
            f"{['X' for _ in outputs]}.\nReceived: {what}={given}"
        )

    def update_state(self, y_true, y_pred, sample_weight=None):
        """Counts a batch in."""
        if not self.built:
            self.build(y_true, y_pred)
        if len(self._by_output) == 1:
            metrics, weighted, _ = self._by_output[0]
            y_true, y_pred = tree.flatten(y_true)[0], tree.flatten(y_pred)[0]
            for m in metrics:
                m.update_state(y_true, y_pred)
            for m in weighted:
                m.update_state(y_true, y_pred, tree.flatten(sample_weight)[0])
            return
        outputs = named_leaves(y_pred, self.output_names)
        targets = match_targets(y_true, outputs)
        if len(targets) < len(outputs):
            measured = [bool(entry[0] or entry[1]) for entry in self._by_output]
            given = iter(targets)
            targets = [next(given, None) if m else None for m in measured]
        weights = [None] if sample_weight is None else tree.flatten(sample_weight)
        weights = weights * len(outputs) if len(weights) == 1 else weights
        for (metrics, weighted, _), (_, pred), target, weight in zip(self._by_output, outputs, targets, weights):
            for m in metrics:
                m.update_state(target, pred)
            for m in weighted:
                m.update_state(target, pred, weight)

    def reset_state(self):
        """Forgets all batches."""
        for m in self.metrics:
            m.reset_state()

    def result(self):
        """dict from name to value; a name that is there already is numbered, or gets weighted_ in front."""
        if not self.built:
            raise ValueError("Cannot get result() since the metric has not yet been built.")
        results, counts = {}, {}
        for metrics, _, prefix in self._by_output:
            for m in metrics:
                name = prefix + m.name
                if name in counts:
                    counts[name] += 1
                    name = f"{name}_{counts[name] - 1}"
                else:
                    counts[name] = 1
                results[name] = m.result()
        for _, weighted, prefix in self._by_output:
            for m in weighted:
                name = prefix + m.name
                if name in counts:
                    name = f"{prefix}weighted_{m.name}"
                    if name in counts:
                        counts[name] += 1
                        name = f"{name}_{counts[name] - 1}"
                    else:
                        counts[name] = 1
                else:
                    counts[name] = 1
                results[name] = m.result()
        return results
