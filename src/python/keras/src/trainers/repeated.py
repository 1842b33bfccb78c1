"""Steps that are noted once and then repeated by the engine without Python, as TensorFlow repeats the graph that it traced.

Two notes of the same work must agree before the engine repeats it. Only what the library defines is noted: a program's own layers,
losses and metrics may do in Python what no note shows.
"""

import types

from torch import _program

from keras.src import tree
from keras.src.backend import Tensor, Variable
from keras.src.backend.tensor import wrap_all
from keras.src.layers import layer_state

# The packages whose types may be parts of a model whose steps are repeated.
_LIBRARY = frozenset(["keras", "tensorflow", "torch", "numpy", "builtins", "collections"])
_FUNCTIONS = (types.FunctionType, types.MethodType)
_NOTES = 4


def repeated(model, step, weights):
    """A Repeated of the model's step, or None where the program's own code takes part."""
    if model.run_eagerly or layer_state.losses_in_use:
        return None
    losses = [] if model._compile_loss is None else model._compile_loss.losses
    parts = [*model._flatten_layers(), *losses, *model.metrics, *(v.regularizer for v in weights)]
    if model._compile_metrics is not None:
        parts += model._compile_metrics.metrics
    if not all(map(_of_library, parts)):
        return None
    own = [v for metric in model.metrics for v in metric.variables]
    return Repeated(step, weights, list({id(v): v for v in (*model.variables, *own)}.values()))


def _of_library(part):
    """Whether a part, and all that it holds, is of the library's making."""
    if not _from_library(type(part)) or type(part).__name__ == "Lambda":
        return False
    return all(_from_library(value if isinstance(value, _FUNCTIONS) else type(value)) for value in getattr(part, "__dict__", {}).values())


def _from_library(thing):
    return (thing.__module__ or "").partition(".")[0] in _LIBRARY


class Repeated:
    """Does `step(data)`, which gives the gradients for `weights`, with fewer and fewer questions asked.

    variables: all that the step may read or change.
    """

    def __init__(self, step, weights, variables, has_others=True):
        self.weights = weights
        self._has_others = has_others
        self._step = step
        self._variables = variables
        self._notes_left = _NOTES
        self._noted = None  # what the last note said
        self._program = None
        self._others = None  # what is done for data of other shapes: the last batch of an epoch may be smaller

    def __call__(self, data):
        if self._program is not None:
            gradients = self._repeat(_leaves(data))
            return self._for_others(data) if gradients is None else gradients
        if self._notes_left and _program.can_note():
            return self._note(data)
        return self._step(data)

    def close(self):
        """The engine forgets the step."""
        if self._program is not None:
            self._program.close()
        if self._others is not None:
            self._others.close()
        self._program, self._others, self._notes_left = None, None, 0

    def _for_others(self, data):
        if not self._has_others:
            return self._step(data)
        if self._others is None:
            self._others = Repeated(self._step, self.weights, self._variables, has_others=False)
        return self._others(data)

    def _note(self, data):
        self._notes_left -= 1
        before = Variable.own_all(self._variables)
        changed = []

        def work():
            gradients = self._step(data)
            if any([type(each) is not Tensor for each in gradients]):
                return gradients, None
            changed.extend([i for i, (v, was) in enumerate(zip(self._variables, before)) if v._t is not was])
            return gradients, [each._t for each in gradients] + [self._variables[i]._t for i in changed]

        gradients, program = _program.note(work)
        if program is not None:
            self._judge(program, changed, self._sources(program.outside(), _leaves(data), before))
        return gradients

    def _sources(self, handles, leaves, before):
        """Where each tensor comes from that the step found: ("data", number), ("value" or "watched", variable) or its handle."""
        known = {v._alias._handle: ("watched", i) for i, v in enumerate(self._variables) if v._alias is not None}
        known.update({tensor._handle: ("value", i) for i, tensor in enumerate(before)})
        known.update({tensor._handle: ("data", i) for i, tensor in enumerate(leaves)})
        return [known.get(handle, ("kept", handle)) for handle in handles]

    def _judge(self, program, changed, sources):
        """Repeats from now on what two notes agree about."""
        noted = (program.text(), sources, changed)
        if noted != self._noted:
            self._noted = noted
            program.close()
            return
        self._program = program
        of = {kind: [i for found, i in sources if found == kind] for kind in ("data", "watched", "value")}
        program.bind([sources.index((kind, i)) for kind, indices in of.items() for i in indices])
        self._data = of["data"]
        self._watched = [self._variables[i] for i in of["watched"]]
        self._read = [self._variables[i] for i in of["value"]]
        self._changed = [self._variables[i] for i in changed]

    def _repeat(self, leaves):
        """The gradients; None for data of other shapes, and where the step itself shall say what is wrong."""
        watched = [v._alias if v._alias is not None else v._watched() for v in self._watched]
        try:
            made = self._program.run([leaves[i] for i in self._data] + watched + Variable.own_all(self._read))
        except Exception:
            self.close()
            self._has_others = False
            return None
        if made is None:
            return None
        count = len(self.weights)
        for variable, tensor in zip(self._changed, made[count:]):
            variable._assign(tensor)
        return wrap_all(made[:count])


def _leaves(data):
    """The torch tensors of a batch, None and all that is no Tensor left out."""
    if type(data) is not tuple or any([type(each) is not Tensor for each in data]):
        data = tree.flatten(data)
    return [each._t for each in data if type(each) is Tensor]
