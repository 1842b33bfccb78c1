"""Gradient tapes: tf.GradientTape on torch's recorded graph.

Nothing requires a gradient outside of a tape. While one records, reading a trainable variable gives an alias of its memory
that requires gradients (variable._read); watched tensors are given such an alias too, until the tape ends.
"""

import torch

from . import tensor as _tensor
from .tensor import Tensor, wrap

# The tapes that record, outermost first.
active = []
# Whether rows of a table were ever looked up while a tape recorded: gradients may then be slices (indexed_slices.py).
rows_in_use = False


def watch_variable(variable, alias):
    """Called when a variable is read while tapes record."""
    for tape in active:
        tape._see(variable, alias)


def _flat(nested):
    if isinstance(nested, dict):
        return [leaf for each in nested.values() for leaf in _flat(each)]
    if isinstance(nested, (list, tuple)):
        return [leaf for each in nested for leaf in _flat(each)]
    return [nested]


def _packed(nested, leaves):
    """The leaves (an iterator) in the structure of `nested`."""
    if isinstance(nested, dict):
        return {key: _packed(each, leaves) for key, each in nested.items()}
    if isinstance(nested, tuple) and hasattr(nested, "_fields"):
        return type(nested)(*[_packed(each, leaves) for each in nested])
    if isinstance(nested, (list, tuple)):
        return type(nested)([_packed(each, leaves) for each in nested])
    return next(leaves)


class GradientTape:
    """Records operations on trainable variables and watched tensors, for their gradients.

        with tf.GradientTape() as tape:
            loss = ...
        gradients = tape.gradient(loss, model.trainable_variables)
    """

    __module__ = "tensorflow.python.eager.backprop"

    def __init__(self, persistent=False, watch_accessed_variables=True):
        self._persistent = persistent
        self._automatic = watch_accessed_variables
        self._aliases = {}  # id -> (variable or tensor, its aliases)
        self._plain = []  # watched tensors and what they were
        self._recording = False
        self._used = False
        self._paused = False
        self._entered = False

    def __enter__(self):
        if self._recording:
            raise ValueError("Tape is still recording, This can happen if you try to re-enter an already-active tape.")
        self._start()
        return self

    def _start(self):
        for tape in active:
            self._aliases.update(tape._aliases) if self._automatic else None
        active.append(self)
        _tensor.set_recording(True)
        self._mode = torch.enable_grad()
        self._mode.__enter__()
        self._recording = self._entered = True

    def __exit__(self, kind, error, trace):
        if self._recording:
            self._stop()

    def _stop(self):
        active.remove(self)
        self._recording = False
        _tensor.set_recording(bool(active))
        self._mode.__exit__(None, None, None)
        if not active:
            for tensor, plain in self._plain:
                tensor._t = plain
                tensor._made_recording = plain.requires_grad
            self._plain.clear()

    def _see(self, variable, alias):
        if not self._automatic and id(variable) not in self._aliases:
            return
        entry = self._aliases.get(id(variable))
        if entry is None:
            self._aliases[id(variable)] = (variable, [alias])
        elif not entry[1] or entry[1][-1] is not alias:
            self._aliases[id(variable)] = (variable, [*entry[1], alias])

    def watch(self, tensor):
        """Records what is done with a tensor (or tensors, or variables that are not trainable)."""
        for each in _flat(tensor):
            if isinstance(each, Tensor):
                self._watch_tensor(each)
            elif hasattr(each, "_watched"):
                self._aliases.setdefault(id(each), (each, []))
                each._forced = True
                each._read()
                each._forced = False
            else:
                raise ValueError(f"Passed in object {each} of type '{type(each).__name__}', not tf.Tensor or tf.Variable or ExtensionType.")

    def _watch_tensor(self, tensor):
        plain = tensor._t
        if not plain.is_floating_point():
            import logging

            logging.getLogger("tensorflow").warning(
                "The dtype of the watched tensor must be floating (e.g. tf.float32), got %r", tensor.dtype
            )
            return
        if plain.requires_grad and tensor._made_recording:  # recorded by an outer tape: stay in its graph
            self._aliases[id(tensor)] = (tensor, [plain])
            return
        alias = plain.detach().requires_grad_(True)
        self._plain.append((tensor, plain))
        tensor._t = alias
        tensor._made_recording = True
        self._aliases[id(tensor)] = (tensor, [alias])

    def watched_variables(self):
        """The variables that were read, in the order of their making."""
        found = [variable for variable, _ in self._aliases.values() if not isinstance(variable, Tensor)]
        return tuple(sorted(found, key=lambda variable: variable._serial))

    def reset(self):
        """Forgets what was recorded."""
        self._aliases.clear()
        self._used = False

    class _Pause:
        def __init__(self, tape):
            self._tape = tape

        def __enter__(self):
            # Watched tensors stay watched: _stop() would end that with the last tape.
            self._plain, self._tape._plain = self._tape._plain, []
            self._tape._stop()

        def __exit__(self, *_error):
            self._tape._plain = self._plain + self._tape._plain
            self._tape._start()

    def stop_recording(self):
        """`with tape.stop_recording():` leaves operations out."""
        if not self._recording:
            raise ValueError("Tape is not recording, so it cannot be stopped.")
        return GradientTape._Pause(self)

    def _of(self, source):
        """The torch tensors that stand for a source in the recorded graph."""
        entry = self._aliases.get(id(source))
        if entry is not None and entry[0] is source:
            return entry[1]
        if isinstance(source, Tensor):
            return [source._t] if source._t is not None and source._t.requires_grad else []
        return []

    def gradient(self, target, sources, output_gradients=None, unconnected_gradients="none"):
        """The derivatives of the target (its elements' sum) with respect to the sources, in the sources' structure.

        None stands for a source that the target does not depend on (zeros with unconnected_gradients="zero").
        """
        if (self._used or not self._entered) and not self._persistent:
            raise RuntimeError("A non-persistent GradientTape can only be used to compute one set of gradients (or jacobians)")
        if target is None:
            raise TypeError(
                "Argument `target` should be a list or nested structure of Tensors, Variables or CompositeTensors to be "
                "differentiated, but received None."
            )
        if self._recording and not self._persistent:
            self._stop()
        self._used = True
        targets = (target,) if type(target) is Tensor else _flat(target)
        outputs = [each._read() if hasattr(type(each), "_read") else each._t for each in targets if each is not None]
        is_list = type(sources) is list and not any([isinstance(each, (list, tuple, dict)) for each in sources])
        flat = sources if is_list else _flat(sources)
        found = self._derivatives(outputs, flat, output_gradients)
        zero = getattr(unconnected_gradients, "value", unconnected_gradients) == "zero"
        results = []
        for source, grad in zip(flat, found):
            if grad is None and zero:
                grad = torch.zeros_like(source._t)
            results.append(wrap(grad) if isinstance(grad, torch.Tensor) else grad)
        return results if is_list else _packed(sources, iter(results))

    def _derivatives(self, outputs, sources, given):
        aliases = [self._of(each) for each in sources]
        inputs = [alias for each in aliases for alias in each]
        if rows_in_use:
            from . import indexed_slices

            indexed_slices.forget(inputs)
        weights = [None] * len(outputs) if given is None else [None if g is None else _tensor.unwrap(g) for g in _flat(given)]
        pairs = [(out, weight) for out, weight in zip(outputs, weights) if out.requires_grad]
        if not inputs or not pairs:
            return [None] * len(sources)
        # For a single number the engine itself starts with one.
        ones = [
            weight.to(out.dtype) if weight is not None else torch.ones_like(out) if out.shape else None for out, weight in pairs
        ]
        again = bool(active)
        grads = torch.autograd.grad(
            [out for out, _ in pairs], inputs, ones,
            retain_graph=self._persistent or again, create_graph=again, allow_unused=True,
        )  # fmt: skip
        if not rows_in_use and len(grads) == len(sources) == sum([len(each) == 1 for each in aliases]):
            return grads
        grads = iter(grads)
        totals = [_sum([next(grads) for _ in each]) for each in aliases]
        return [indexed_slices.of_table(*each) for each in zip(aliases, totals)] if rows_in_use else totals

    def jacobian(self, target, sources, unconnected_gradients="none", parallel_iterations=None, experimental_use_pfor=True):
        """The derivatives of every element of the target: the target's shape, then the source's."""
        if (self._used or not self._entered) and not self._persistent:
            raise RuntimeError("A non-persistent GradientTape can only be used to compute one set of gradients (or jacobians)")
        if self._recording and not self._persistent:
            self._stop()
        self._used = True
        persistent, self._persistent = self._persistent, True
        flat = _flat(sources)
        rows = []
        try:
            for position in range(target._t.numel()):
                rows.append(self._derivatives([target._t.reshape(-1)[position]], flat, None))
        finally:
            self._persistent = persistent
        results = []
        for i, source in enumerate(flat):
            column = [row[i] for row in rows]
            shape = (*target._t.shape, *source.shape)
            if all(each is None for each in column):
                results.append(None)
                continue
            filled = [torch.zeros_like(source._t) if each is None else _tensor.unwrap(each) for each in column]
            results.append(wrap(torch.stack(filled).reshape(shape)))
        return _packed(sources, iter(results))

    def batch_jacobian(self, target, source, unconnected_gradients="none", parallel_iterations=None, experimental_use_pfor=True):
        """jacobian() for each row of a batch on its own."""
        whole = self.jacobian(target, source)._t
        rows, n = [], target._t.dim() - 1
        for row in range(whole.shape[0]):
            rows.append(whole[(row, *[slice(None)] * n, row)])
        return wrap(torch.stack(rows))


def _sum(grads):
    present = [each for each in grads if each is not None]
    if not present:
        return None
    total = present[0]
    for each in present[1:]:
        total = total + each
    return total
