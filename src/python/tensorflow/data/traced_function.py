"""Functions that datasets call for their elements. TensorFlow traces them once, when the dataset is made: a function that prints, or counts
in a global name, is run then with stand-ins for an element, and is silent for the elements themselves."""

import dis

from keras.src.backend import symbolic_scope
from keras.src.random import tf_seeds
from tensorflow._traced import traced
from tensorflow.data.structure import TensorSpec, leaves, mapped


def _is_heard(code):
    names = {each.argval for each in dis.get_instructions(code) if each.opname.startswith(("STORE_GLOBAL", "LOAD_GLOBAL", "LOAD_NAME"))}
    stores = any(each.opname == "STORE_GLOBAL" for each in dis.get_instructions(code))
    inner = any(_is_heard(each) for each in code.co_consts if hasattr(each, "co_code"))
    return "print" in names or stores or inner


class TracedFunction:
    """Called with an element."""

    def __init__(self, function, specs):
        self._function = function
        self._name = "None" if getattr(function, "__name__", "") == "<lambda>" else None
        self._heard = hasattr(function, "__code__") and _is_heard(function.__code__)
        if self._heard:
            self._trace(specs())

    def _trace(self, spec):
        from tensorflow._autograph import converted
        from tensorflow._concrete import stand_in
        from tensorflow._python_effects import Effects
        from keras.src.backend.symbols import Trace, tracing

        self._function = converted(self._function)
        self._effects = Effects(self._function)
        self._python = self._effects.save(None)
        specs = leaves(spec)
        if not all(isinstance(each, TensorSpec) and each.shape.rank is not None for each in specs):
            return
        element = mapped(stand_in, spec)
        symbols = [(each, f"args_{i}", specs[i].shape) for i, each in enumerate(leaves(element))]
        sizes = {(axis, tensor.shape[axis]) for tensor, _, shape in symbols for axis, size in enumerate(shape) if size is None}
        symbolic_scope.following += 1
        try:
            with tf_seeds.inside(tf_seeds.Graph()), traced(self._function, self._name), tracing(Trace(True, symbols, frozenset(sizes), heard=False)):
                self._function(*element) if type(element) is tuple else self._function(element)
        except Exception:
            pass  # what only numbers would show is told when the elements come
        finally:
            symbolic_scope.following -= 1

    def __call__(self, element):
        with traced(self._function, self._name):
            if not self._heard:
                return self._function(*element) if type(element) is tuple else self._function(element)
            return self._again(element)

    def _again(self, element):
        from tensorflow._python_effects import put
        from keras.src.backend.symbols import Trace, tracing

        now = self._effects.save(None)
        put(self._python)
        try:
            with tracing(Trace(False)):
                return self._function(*element) if type(element) is tuple else self._function(element)
        finally:
            put(now)
