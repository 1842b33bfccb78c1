"""Steps that are noted once and then repeated by the engine without Python, as TensorFlow repeats the graph that it traced.

Two notes of the same work must agree before the engine repeats it. Only what the library defines is noted: a program's own layers,
losses and metrics may do in Python what no note shows.
"""

import types
import weakref

from torch import _program

from keras.src import tree
from keras.src.backend import Tensor, Variable
from keras.src.backend import tensor as _tensor
from keras.src.backend.tensor import wrap_all

# The packages whose types may be parts of a model whose steps are repeated.
_LIBRARY = frozenset(["keras", "tensorflow", "torch", "numpy", "builtins", "collections"])
_FUNCTIONS = (types.FunctionType, types.MethodType)
_NOTES = 4

# A model's steps are kept from one fit() to the next, as TensorFlow keeps its graph: (what they were made of, a Repeated).
_kept = weakref.WeakKeyDictionary()


def repeated(model, weights):
    """A Repeated of the model's steps, or None where the program's own code takes part. Model and optimizer are built."""
    if model.run_eagerly or not weights or _tensor.recording:
        return None
    parts = _parts(model, weights)
    if any(getattr(part, "activity_regularizer", None) is not None for part in parts):
        # Their losses are left with the layers, for whoever asks after the step.
        return None
    made_of, found = _kept.get(model, ((), None))
    if len(parts) == len(made_of) and all(part is ref() for part, ref in zip(parts, made_of)):
        return found
    if found is not None:
        found.close()
    found = _made(model, weights) if all(map(is_of_library, parts)) else None
    _kept[model] = ([weakref.ref(part) for part in parts], found)
    return found


def _parts(model, weights):
    """What a step is made of, besides the data."""
    losses = [] if model._compile_loss is None else model._compile_loss.losses
    counted = [] if model._compile_metrics is None else model._compile_metrics.metrics
    regularizers = [v.regularizer for v in weights if v.regularizer is not None]
    return [model.optimizer, *weights, *model._flatten_layers(), *losses, *model.metrics, *counted, *regularizers]


def _made(model, weights):
    optimizer = model.optimizer
    variables = [*model.variables, *(v for metric in model.metrics for v in metric.variables)]
    whole = optimizer.is_one_call(weights)
    if whole:
        variables += optimizer.variables
    return Repeated(_learn, weights, list({id(v): v for v in variables}.values()), optimizer.numbers_of_step if whole else None)


def _learn(model, weights, data, numbers):
    """A step. Without the optimizer's numbers its part is left, and these are the gradients for it."""
    _, y, y_pred, sample_weight, gradients, _ = model._differentiate(data)
    model._count_in(y, y_pred, sample_weight)
    if numbers is None:
        return gradients
    if any([type(each) is not Tensor for each in gradients]):
        model._descend(gradients, weights)
    else:
        model.optimizer.step_at_once(numbers, gradients, weights)
    return []


def is_of_library(part):
    """Whether a part, and all that it holds, is of the library's making."""
    if isinstance(part, _FUNCTIONS):
        return _from_library(part)
    if not _from_library(type(part)) or type(part).__name__ == "Lambda":
        return False
    return all(_from_library(value if isinstance(value, _FUNCTIONS) else type(value)) for value in getattr(part, "__dict__", {}).values())


def _from_library(thing):
    return (thing.__module__ or "").partition(".")[0] in _LIBRARY


class Repeated:
    """Does `step(model, weights, data, numbers)`, which gives Tensors, with fewer and fewer questions asked.

    variables: all that the step may read or change. numbers: gives what else each step needs; None where nothing.
    """

    def __init__(self, step, weights, variables, numbers=None, has_others=True):
        self.weights = weights
        self._has_others = has_others
        self._step = step
        self._variables = variables
        self._numbers = numbers
        self._notes_left = _NOTES
        self._noted = None  # what the last note said
        self._program = None
        self._form = None  # of the data
        self._forms = {}  # what is done for data of other forms: with weights of samples, with other keys
        self._others = None  # what is done for data of other shapes: the last batch of an epoch may be smaller

    def __call__(self, model, data):
        form, leaves = _form_and_leaves(data)
        if form is None:
            return self._step(model, self.weights, data, None if self._numbers is None else self._numbers())
        if form != self._form:
            if self._form is not None:
                return self._for_form(form)(model, data)
            self._form = form
        numbers = None if self._numbers is None else self._numbers()
        if self._program is not None:
            made = self._repeat(leaves, numbers or ())
            return self._for_others(model, data) if made is None else made
        if self._notes_left and _program.can_note():
            return self._note(model, data, leaves, numbers)
        return self._step(model, self.weights, data, numbers)

    def close(self):
        """The engine forgets the step."""
        for each in (self._others, *self._forms.values()):
            if each is not None:
                each.close()
        self._program, self._others, self._notes_left = None, None, 0

    def _for_form(self, form):
        if form not in self._forms:
            self._forms[form] = Repeated(self._step, self.weights, self._variables, self._numbers)
        return self._forms[form]

    def _for_others(self, model, data):
        if self._others is None and self._has_others:
            self._others = Repeated(self._step, self.weights, self._variables, self._numbers, has_others=False)
        if self._others is None:
            return self._step(model, self.weights, data, None if self._numbers is None else self._numbers())
        return self._others(model, data)

    def _note(self, model, data, leaves, numbers):
        self._notes_left -= 1
        before = Variable.own_all(self._variables)
        made, changed = [], []

        def work():
            made.extend(self._step(model, self.weights, data, numbers))
            if any([type(each) is not Tensor for each in made]):
                return None
            changed.extend([i for i, (v, was) in enumerate(zip(self._variables, before)) if v._t is not was])
            return [each._t for each in made] + [self._variables[i]._t for i in changed]

        program = _program.note(work)
        if program is not None:
            self._judge(program, len(made), changed, self._sources(program.outside(), leaves, before))
        return made

    def _sources(self, handles, leaves, before):
        """Where each tensor comes from that the step found: ("data", number), ("value" or "watched", variable) or its handle."""
        known = {v._alias._handle: ("watched", i) for i, v in enumerate(self._variables) if v._alias is not None}
        known.update({tensor._handle: ("value", i) for i, tensor in enumerate(before)})
        known.update({tensor._handle: ("data", i) for i, tensor in enumerate(leaves)})
        return [known.get(handle, ("kept", handle)) for handle in handles]

    def _judge(self, program, count, changed, sources):
        """Repeats from now on what two notes agree about."""
        noted = (program.text(), count, sources, changed)
        if noted != self._noted:
            self._noted = noted
            return
        self._program = program
        of = {kind: [i for found, i in sources if found == kind] for kind in ("data", "watched", "value")}
        program.bind([sources.index((kind, i)) for kind, indices in of.items() for i in indices])
        self._count = count
        self._data = of["data"]
        self._watched = [self._variables[i] for i in of["watched"]]
        self._read = [self._variables[i] for i in of["value"]]
        self._changed = [self._variables[i] for i in changed]

    def _repeat(self, leaves, numbers):
        """What the step gives; None for data of other shapes, and where the step itself shall say what is wrong."""
        read = Variable.own_all(self._read)
        watched = [v._alias if v._alias is not None else v._watched() for v in self._watched]
        try:
            made = self._program.run(numbers, [leaves[i] for i in self._data] + watched + read)
        except Exception:
            self.close()
            self._has_others = False
            return None
        if made is None:
            return None
        for variable, tensor in zip(self._changed, made[self._count :]):
            variable._assign(tensor)
        return wrap_all(made[: self._count])


def _form_and_leaves(data):
    """Where the tensors of a batch are, and these as torch tensors; no form where there are others than numbers (strings)."""
    if type(data) is tuple and not any([type(each) is not Tensor for each in data]):
        return len(data), [each._t for each in data]
    leaves = tree.flatten(data)
    if not all(each is None or type(each) is Tensor for each in leaves):
        return None, None
    form = str(tree.map_structure(lambda each: each is None, data))
    return form, [each._t for each in leaves if each is not None]
