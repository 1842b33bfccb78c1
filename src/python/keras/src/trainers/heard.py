"""Which steps of fit(), evaluate() and predict() TensorFlow would trace: in these the program's prints are heard, with tensors as symbols
(backend/step_trace.py); in all others it would run the graph without Python, so here what the program prints then is withheld."""

import weakref

from keras.src import tree
from keras.src.backend import Tensor, symbols, variable
from keras.src.backend.step_trace import StepTrace
from keras.src.trainers import repeated

_KINDS = {
    "train_step": "train", "_learn": "train", "_learn_again": "train", "test_step": "test", "_judge": "test", "predict_step": "predict",
}  # fmt: skip
# These leave their metrics to _count_in().
_IN_PARTS = ("_learn", "_judge")


class _Traced:
    """What was traced of a model since compile()."""

    def __init__(self):
        self.shapes = {}  # kind of step -> dtypes and structure of the data -> shapes of each trace
        self.seen = set()  # what needs no trace, to be told quickly
        self.of_library = None  # whether none of the model's code is the program's; None until asked
        self.counted = None  # how many variables there were before the coming step's model was built
        self.open = None  # (trace, whether it is the first, variables before) of a step whose metrics are still to be counted


_models = weakref.WeakKeyDictionary()


def forget(model):
    """compile() makes steps anew."""
    _models.pop(model, None)


def builds(model):
    """The model is built for the step to come: TensorFlow would make its variables while it traces."""
    _of(model).counted = variable.made


def _of(model):
    found = _models.get(model)
    if found is None:
        found = _models[model] = _Traced()
    return found


class step:
    """`with step(model, "train_step", data, static):` around a step on a batch."""

    def __init__(self, model, name, data, static):
        self._model, self._name, self._data, self._static = model, name, data, static
        self._within = None

    def __enter__(self):
        if symbols.current is not None:
            return
        traced = _of(self._model)
        if traced.of_library is None:
            traced.of_library = _is_of_library(self._model)
        if traced.of_library:
            return
        leaves = [each for each in tree.flatten(self._data) if isinstance(each, Tensor)]
        seen = (self._name, self._static, len(self._data), *[_plain(each) for each in leaves])
        trace = None if seen in traced.seen else self._new_trace(traced, leaves)
        traced.seen.add(seen)
        if trace is not None:
            self._counted = variable.made if traced.counted is None else traced.counted
            traced.counted = None
        self._within = symbols.tracing(trace or symbols.UNHEARD)
        self._within.__enter__()
        self._trace = trace

    def __exit__(self, kind, *_error):
        if self._within is None:
            return
        self._within.__exit__()
        if self._trace is None:
            return
        traced = _of(self._model)
        if kind is not None:
            # What failed is traced again.
            forget(self._model)
            self._trace.tell(twice=False)
        elif self._name in _IN_PARTS:
            traced.open = (self._trace, self._first, self._counted)
        else:
            _tell(self._trace, self._first, self._counted)

    def _new_trace(self, traced, leaves):
        outer = tuple(each is None for each in self._data) if isinstance(self._data, tuple) else None
        key = (outer, *[(each.dtype.name, len(each.shape)) for each in leaves])
        shapes = [tuple(each.shape) if self._static else (None, *each.shape[1:]) if each.shape else () for each in leaves]
        kinds = traced.shapes.setdefault(_KINDS.get(self._name, self._name), {})
        known = kinds.setdefault(key, [])
        if any(_covers(each, shapes) for each in known):
            return None
        for each in known:
            shapes = [tuple(a if a == b else None for a, b in zip(*pair)) for pair in zip(each, shapes)]
        known.append(shapes)
        self._first = len(known) == 1 and len(kinds) == 1
        return StepTrace(leaves, shapes)


class counting:
    """`with counting(model):` around compile()'s metrics, which see the batch of the step before, and around their results."""

    def __init__(self, model):
        self._model = model
        self._within = None

    def __enter__(self):
        if symbols.current is not None or self._model.run_eagerly:
            return
        traced = _of(self._model)
        if traced.of_library is not False:
            return
        self._open, traced.open = traced.open, None
        self._within = symbols.tracing(self._open[0] if self._open is not None else symbols.UNHEARD)
        self._within.__enter__()

    def __exit__(self, kind, *_error):
        if self._within is None:
            return
        try:
            if self._open is not None and kind is None:
                # In the graph the results belong to the step.
                self._model.get_metrics_result()
        finally:
            self._within.__exit__()
            if self._open is not None:
                _tell(*self._open) if kind is None else self._open[0].tell(twice=False)


def _tell(trace, first, counted):
    # A function that makes variables when it is called first is traced once more.
    trace.tell(twice=first and variable.made > counted)


def _plain(tensor):
    tensor = getattr(tensor, "_t", tensor)
    return tuple(tensor.shape), tensor.dtype


def _covers(known, shapes):
    return all(len(a) == len(b) and all(m is None or m == n for m, n in zip(a, b)) for a, b in zip(known, shapes))


def _is_of_library(model):
    given = [getattr(model, "loss", None)]
    counted = model._compile_metrics
    if counted is not None:
        given += [counted._user_metrics, counted._user_weighted_metrics]
    given = [each for each in tree.flatten(given) if each is not None and not isinstance(each, str)]
    parts = [*model._flatten_layers(), *[v.regularizer for v in model.trainable_weights if v.regularizer is not None]]
    optimizer = getattr(model, "optimizer", None)
    return all(map(repeated.is_of_library, [*parts, *given] if optimizer is None else [*parts, *given, optimizer]))
