"""The loss of compile(): one function, or one for each output with weights, as a single number."""

from keras.src import backend, tree
from keras.src.utils.naming import get_object_name


def kind_of_targets(y_true, y_pred):
    """(binary, sparse categorical): what "accuracy" and "crossentropy" stand for with these shapes."""
    true_rank, pred_rank = len(y_true.shape), len(y_pred.shape)
    true_last = y_true.shape[-1] if true_rank else None
    pred_last = y_pred.shape[-1] if pred_rank else None
    is_binary = pred_last == 1
    is_sparse = true_rank < pred_rank or (true_last == 1 and (pred_last or 0) > 1)
    return is_binary, is_sparse


def get_loss(identifier, y_true, y_pred):
    """A Loss from a name, a function or a Loss."""
    from keras.src import losses

    if identifier is None:
        return None
    if str(identifier).lower() in ("crossentropy", "ce"):
        is_binary, is_sparse = kind_of_targets(y_true, y_pred)
        if is_binary:
            found = losses.binary_crossentropy
        else:
            found = losses.sparse_categorical_crossentropy if is_sparse else losses.categorical_crossentropy
    else:
        found = losses.get(identifier)
    if not isinstance(found, losses.Loss):
        name = identifier if isinstance(identifier, str) else get_object_name(found)
        found = losses.LossFunctionWrapper(found, name=name)
    return found


def named_leaves(struct, names):
    """Pairs (name, leaf) of the outputs: a dict's leaves go by their keys, others by `names`."""
    if isinstance(struct, dict):
        if names and set(names) == set(struct):
            return [(name, struct[name]) for name in names]
        return [(key, struct[key]) for key in sorted(struct)]
    leaves = tree.flatten(struct)
    if not names or len(names) != len(leaves):
        names = [None] * len(leaves)
    return list(zip(names, leaves))


def match_targets(y_true, outputs):
    """The targets in the order of the outputs' pairs (name, leaf)."""
    if isinstance(y_true, dict):
        names = [name for name, _ in outputs]
        if set(names) == set(y_true):
            return [y_true[name] for name in names]
        if set(y_true) <= set(names):
            return [y_true.get(name) for name in names]
    flat = tree.flatten(y_true)
    if len(flat) == 1 and len(outputs) > 1 and not tree.is_nested(y_true):
        raise ValueError(_structures_differ(y_true, [leaf for _, leaf in outputs]))
    return flat


def _structures_differ(y_true, y_pred):
    stars = [tree.map_structure(lambda _: "*", y) for y in (y_true, y_pred)]
    return f"y_true and y_pred have different structures.\ny_true: {stars[0]}\ny_pred: {stars[1]}\n"


class CompileLoss:
    """The losses of all outputs, weighted and summed.

    Args:
        loss: name, function or Loss; or a list or dict of them, one for each output.
        loss_weights: number; or a list or dict, one for each output.
        output_names: names of the model's outputs.
    """

    def __init__(self, loss, loss_weights=None, output_names=None):
        if loss_weights and not isinstance(loss_weights, (list, tuple, dict, float)):
            raise ValueError(
                "Expected `loss_weights` argument to be a float (single output case) or a list, tuple, or dict (multiple "
                f"output case). Received instead: loss_weights={loss_weights} of type {type(loss_weights)}"
            )
        self._user_loss = loss
        self._user_loss_weights = loss_weights
        self.output_names = output_names
        self.name = "compile_loss"
        self.built = False
        self.metrics = []
        self._by_output = []

    @property
    def losses(self):
        """The Loss objects of all outputs."""
        return [found for entry in self._by_output if entry is not None for found in entry[1]]

    @property
    def variables(self):
        """The variables of the losses' metrics."""
        return [v for m in self.metrics for v in m.variables]

    def build(self, y_true, y_pred):
        """Resolves names now that the shapes are known."""
        outputs = named_leaves(y_pred, self.output_names)
        given = self._spread(self._user_loss, outputs, y_pred, "loss")
        weights = self._spread_weights(outputs)
        targets = self._targets(y_true, outputs, given)
        resolved = []
        for (name, pred), target, loss, weight in zip(outputs, targets, given, weights):
            if loss is None:
                resolved.append(None)
                continue
            parts = loss if isinstance(loss, _Several) else [loss]
            found = [get_loss(part, target, pred) for part in parts]
            resolved.append((name or found[0].name, found, weight))
        self._by_output = resolved
        self.metrics = self._trackers(outputs, resolved, y_pred)
        self.built = True

    def _trackers(self, outputs, resolved, y_pred):
        """A Mean for each of several losses; those of a dict in the dict's order."""
        from keras.src import metrics

        entries = [entry for entry in resolved if entry is not None]
        if len(entries) == 1 and len(entries[0][1]) > 1:
            # Keras makes them for several losses of one output, but never counts a batch in.
            one_name = outputs[0][0]
            return [metrics.Mean(name=f"{one_name or found.name}_loss") for found in entries[0][1]]
        if len(entries) < 2:
            return []
        if isinstance(self._user_loss, dict) and isinstance(y_pred, dict):
            order = list(self._user_loss)
            entries.sort(key=lambda entry: order.index(entry[0]))
        return [metrics.Mean(name=f"{entry[0]}_loss") for entry in entries]

    def _spread(self, given, outputs, y_pred, what):
        """One entry for each output."""
        if not tree.is_nested(given):
            return [given] * len(outputs)
        names = [name for name, _ in outputs]
        if isinstance(given, dict):
            if set(given) == set(names) or (isinstance(y_pred, dict) and set(given) <= set(names)):
                return [given.get(name) for name in names]
            if not self.output_names and not isinstance(y_pred, dict):
                # What Keras says of a dict for a model whose outputs have no names.
                raise TypeError("'NoneType' object is not iterable")
            if self.output_names or not isinstance(y_pred, dict):
                raise ValueError(
                    f"Expected keys {self.output_names} in {what} dict, but found {what}.keys()={list(given.keys())}"
                )
            missing = next(key for key in given if key not in names)
            raise KeyError(
                f"The path: {(missing,)} in the `{what}` argument, can't be found in either the model's output (`y_pred`) or "
                "in the labels (`y_true`)."
            )
        flat = tree.flatten(given)
        if len(flat) == len(outputs):
            return flat
        if len(outputs) == 1:
            return [_Several(flat)]
        if len(flat) < len(outputs):
            # As in Keras, the outputs that are left over have no loss.
            return [*flat, *[None] * (len(outputs) - len(flat))]
        raise KeyError(
            f"The path: {(len(outputs),)} in the `{what}` argument, can't be found in either the model's output (`y_pred`) or "
            "in the labels (`y_true`)."
        )

    def _spread_weights(self, outputs):
        weights = self._user_loss_weights
        if weights is None:
            return [None] * len(outputs)
        losses = len(tree.flatten(self._user_loss))
        if isinstance(weights, dict) and isinstance(self._user_loss, dict):
            if set(weights) == set(self._user_loss):
                return [weights.get(name) for name, _ in outputs]
        flat = tree.flatten(weights)
        if losses != len(flat):
            raise ValueError(
                f"`loss_weights` must match the number of losses, got {losses} losses and "
                f"{len(weights) if tree.is_nested(weights) else 1} weights."
            )
        if isinstance(weights, dict):
            return [weights.get(name) for name, _ in outputs]
        return flat * len(outputs) if len(flat) == 1 else flat + [None] * (len(outputs) - len(flat))

    @staticmethod
    def _targets(y_true, outputs, losses):
        targets = match_targets(y_true, outputs)
        if len(targets) == len(outputs):
            return targets
        # Targets may be left out for outputs without a loss.
        needed = [i for i, loss in enumerate(losses) if loss is not None]
        if len(targets) != len(needed):
            raise ValueError(_structures_differ(y_true, [leaf for _, leaf in outputs]))
        spread = [None] * len(outputs)
        for i, target in zip(needed, targets):
            spread[i] = target
        return spread

    def __call__(self, y_true, y_pred, sample_weight=None):
        if not self.built:
            self.build(y_true, y_pred)
        entries = self._by_output
        if len(entries) == 1 and not tree.is_nested(y_pred):
            return self._value(entries[0], tree.flatten(y_true)[0], y_pred, sample_weight)
        outputs = named_leaves(y_pred, self.output_names)
        targets = self._targets(y_true, outputs, entries)
        weights = [None] * len(outputs)
        if sample_weight is not None:
            weights = match_targets(sample_weight, outputs) if tree.is_nested(sample_weight) else [sample_weight]
            weights = weights * len(outputs) if len(weights) == 1 else weights
        total, trackers = None, {metric.name: metric for metric in self.metrics}
        for entry, (_, pred), target, weight in zip(entries, outputs, targets, weights):
            if entry is None:
                continue
            value = self._value(entry, target, pred, weight, trackers.get(f"{entry[0]}_loss"))
            total = value if total is None else total + value
        return total

    call = __call__

    @staticmethod
    def _value(entry, y_true, y_pred, sample_weight, metric=None):
        _, losses, weight = entry
        # Of several losses for one output Keras trains with the first.
        value = losses[0](y_true, y_pred, sample_weight)
        if backend.standardize_dtype(value.dtype) != backend.floatx():
            value = backend.cast(value, backend.floatx())
        if metric is not None:
            metric.update_state(value, sample_weight=y_pred.shape[0])
        return value if weight is None else value * weight


class _Several(list):
    """Several losses for one output."""
