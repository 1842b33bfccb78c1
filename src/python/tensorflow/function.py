"""tf.function: runs the Python function at every call, where TensorFlow traces it into a graph once. Results are the same; what the
program prints and changes outside is heard and kept only in the runs that TensorFlow would trace (keras/src/backend/symbols.py, _python_effects.py)."""

import functools
import inspect

import numpy

from keras.src import tree
from keras.src.backend import Tensor, convert_to_tensor, string_tensor, symbolic_scope
from keras.src.backend.symbols import Trace, tracing
from keras.src.random import tf_seeds
from tensorflow._autograph import converted
from tensorflow._concrete import ConcreteFunction, stand_in
from tensorflow._python_effects import Effects, leave_symbols, put
from tensorflow._traced import traced
from tensorflow.data.structure import TensorSpec


def _argument(value):
    return convert_to_tensor(value) if isinstance(value, numpy.ndarray) else value


def _result(value):
    if hasattr(value, "_read"):
        return convert_to_tensor(value)
    if isinstance(value, (bool, int, float, numpy.ndarray, numpy.generic)):
        return convert_to_tensor(value)
    return string_tensor(value) if isinstance(value, (str, bytes)) else value


def _unnamed(spec):
    return f"TensorSpec(shape={spec.shape}, dtype={spec.dtype!r}, name=None)"


def _signature(value):
    """What tells one trace from another: dtype and shape of tensors, the value of everything else."""
    if isinstance(value, (Tensor, TensorSpec)):
        return "tensor", value.dtype.name, tuple(value.shape)
    if isinstance(value, dict):
        return tuple((key, _signature(each)) for key, each in value.items())
    if isinstance(value, (list, tuple)):
        return tuple(_signature(each) for each in value)
    try:
        hash(value)
    except TypeError:
        return "object", id(value)
    return type(value).__name__, value


def _symbols(named, specs, variadic):
    """(tensor, name, shape) of the arguments' tensors, and the (axis, size) pairs that a signature leaves open."""
    found, sizes = [], set()
    for name, value in named.items():
        leaves = [each for each in tree.flatten(value) if isinstance(each, Tensor)] if value is not None else []
        for i, each in enumerate(leaves):
            spec = specs[len(found)] if specs is not None and len(found) < len(specs) else None
            shape = each.shape if spec is None else spec.shape
            if shape.rank is not None:
                sizes.update((axis, size) for axis, size in enumerate(each.shape) if shape[axis] is None)
            label = f"{name}_{i}" if i or name == variadic else name
            found.append((each, (spec.name if spec is not None and spec.name else label), shape))
    return found, frozenset(sizes)


class PolymorphicFunction:
    """What @tf.function makes of a function.

    TensorFlow runs the Python code once for each signature (dtypes and shapes of tensors, values of everything else) and then only what
    it recorded. Here the code runs at every call, but Python's print() is heard only when TensorFlow would trace, and shows tensors as the
    symbols that they are then.
    """

    __module__ = "tensorflow.python.eager.polymorphic_function.polymorphic_function"

    def __init__(self, python_function, input_signature=None, autograph=True, reduce_retracing=False, instance=None):
        self.python_function = python_function if instance is None else functools.partial(python_function, instance)
        self.input_signature = None if input_signature is None else tuple(input_signature)
        self._options = autograph, reduce_retracing
        self._instance = instance
        self._seen = {}
        self._shapes = {}
        self._ready = None
        functools.update_wrapper(self, python_function)
        if instance is not None:
            # A method is called without its instance.
            self.__signature__ = inspect.signature(self.python_function)

    def _prepared(self):
        """What a call needs: the code to run, what it changes outside, its signature."""
        if self._ready is None:
            plain = getattr(self.python_function, "func", self.python_function)
            code = converted(plain) if self._options[0] else plain
            if self._instance is not None:
                code = functools.partial(code, self._instance)
            try:
                signature = inspect.signature(self.python_function)
            except (TypeError, ValueError):
                signature = None
            self._ready = code, Effects(plain), signature
        return self._ready

    def __call__(self, *args, **options):
        if self.input_signature is not None:
            args, options = self._checked(args, options)
        args = [tree.map_structure(_argument, each) for each in args]
        options = {key: tree.map_structure(_argument, each) for key, each in options.items()}
        if _eagerly:
            made = self.python_function(*args, **options)
        else:
            with traced(self.python_function, kind="function" if self._options[0] else "step"):
                made = self._traced(args, options)
        return None if made is None else tree.map_structure(_result, made)

    def _bound(self, args, options):
        """The arguments by their names, defaults included."""
        signature = self._prepared()[2]
        if signature is None:
            return None
        try:
            bound = signature.bind(*args, **options)
        except TypeError:
            return None
        bound.apply_defaults()
        return bound.arguments

    def _variadic(self):
        kinds = self._prepared()[2].parameters.values()
        return next((each.name for each in kinds if each.kind is each.VAR_POSITIONAL), None)

    def _traced(self, args, options):
        code, effects, _ = self._prepared()
        named = self._bound(args, options)
        if named is None:
            return code(*args, **options)
        specs = None
        if self.input_signature is not None:
            key, specs = "signature", tree.flatten(list(self.input_signature))
        else:
            key = tuple((name, _signature(value)) for name, value in named.items())
            if self._options[1]:
                key, specs = self._relaxed(key, named)
        if key in self._seen:
            return self._again(self._seen[key], args, options)
        symbols, sizes = _symbols(self._opened(named), specs, self._variadic())
        return self._first(key, args, options, self._specs_of(named, specs), Trace(True, symbols, sizes))

    def _again(self, concrete, args, options):
        """A run of what was traced: Python's values are those of the trace, and stay what they are now."""
        code, effects, _ = self._prepared()
        now = effects.save(self._instance)
        if now:
            put(concrete.python)
        try:
            with tracing(Trace(False)), tf_seeds.inside(concrete.graph):
                return code(*args, **options)
        finally:
            if now:
                put(now)

    def _first(self, key, args, options, named, trace):
        """A run that TensorFlow would trace."""
        code, effects, _ = self._prepared()
        before = effects.save(self._instance)
        # Random operations have streams of their own in each trace.
        graph = tf_seeds.Graph()
        with tracing(trace), tf_seeds.inside(graph):
            made = code(*args, **options)
        trace.check_variables()
        leave_symbols(before, trace.symbol)
        parameters = self._prepared()[2].parameters
        kinds = {name: parameters[name].kind.name if name in parameters else "KEYWORD_ONLY" for name in named}
        result = None if made is None else tree.map_structure(_result, made)
        concrete = self._seen[key] = ConcreteFunction(self, named, kinds, result, trace.sizes, before)
        concrete.graph = graph if trace.heard else graph.anew()
        return made

    def _opened(self, named):
        """The arguments with those of **options under their own names."""
        found = {}
        for name, value in named.items():
            if self._prepared()[2].parameters[name].kind is inspect.Parameter.VAR_KEYWORD:
                found.update(value)
            else:
                found[name] = value
        return found

    def _specs_of(self, named, specs):
        given = iter(specs or ())
        return {
            name: tree.map_structure(lambda each: next(given, None) or TensorSpec(each.shape, each.dtype) if isinstance(each, Tensor) else each, value)
            for name, value in self._opened(named).items()
        }  # fmt: skip

    def _relaxed(self, key, named):
        """reduce_retracing: sizes that changed once are open from then on."""
        tensors = [each for each in tree.flatten(dict(named)) if isinstance(each, Tensor)]
        ranks = tuple((each.dtype.name, len(each.shape)) for each in tensors)
        shapes = [tuple(each.shape) for each in tensors]
        first = self._shapes.setdefault(ranks, shapes)
        if first == shapes:
            return key, None
        self._shapes[ranks] = [tuple(a if a == b else None for a, b in zip(old, new)) for old, new in zip(first, shapes)]
        specs = [TensorSpec(shape, each.dtype) for shape, each in zip(self._shapes[ranks], tensors)]
        return ("open", ranks, tuple(self._shapes[ranks])), specs

    def _checked(self, args, options):
        named = self._bound(args, options)
        wanted = list(self.input_signature)
        names = list(inspect.signature(self.python_function).parameters)[: len(wanted)]
        spec_text = ", ".join(f"{name}: {_unnamed(spec)}" for name, spec in zip(names, wanted))
        where = f"Received args: {tuple(args)} and kwargs: {options} for signature: ({spec_text})."
        if named is None:
            missing = names[len(args)] if len(args) < len(names) else None
            why = f"missing a required argument: '{missing}'" if missing else "too many positional arguments"
            raise TypeError(f"Binding inputs to tf.function failed due to `{why}`. {where}")
        made = []
        for name, spec in zip(names, wanted):
            value = named[name]
            if not hasattr(spec, "shape") or not hasattr(spec, "dtype"):
                made.append(value)
                continue
            found = value if isinstance(value, Tensor) else convert_to_tensor(value, spec.dtype.name if spec.dtype.name != "string" else None)
            if found.dtype != spec.dtype or not spec.shape.is_compatible_with(found.shape):
                have = f"TensorSpec(shape={found.shape}, dtype={found.dtype!r}, name=None)"
                raise TypeError(f"Binding inputs to tf.function failed due to `Can not cast {have} to {_unnamed(spec)}`. {where}")
            made.append(found)
        return made, {}

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        kept = getattr(instance, "__dict__", {})
        bound = kept.get(f"_traces_of_{self.__name__}")
        if bound is None:
            bound = PolymorphicFunction(self.python_function, self.input_signature, *self._options, instance)
            # What an instance has traced is remembered with it.
            kept[f"_traces_of_{self.__name__}"] = bound
        return bound

    def get_concrete_function(self, *args, **options):
        """The function for one signature, given by tensors or by tf.TensorSpec."""
        if self.input_signature is not None and not args and not options:
            args = self.input_signature
        named = self._bound(args, options)
        if named is None:
            inspect.signature(self.python_function).bind(*args, **options)
        specs = tree.map_structure(lambda each: TensorSpec(each.shape, each.dtype) if isinstance(each, Tensor) else each, dict(named))
        given = tree.map_structure(lambda each: stand_in(each) if isinstance(each, TensorSpec) else each, dict(named))
        key = "signature" if self.input_signature is not None else tuple((name, _signature(value)) for name, value in specs.items())
        if key not in self._seen:
            wanted = [each for each in tree.flatten(specs) if isinstance(each, TensorSpec)]
            symbols, sizes = _symbols(self._opened(given), wanted, self._variadic())
            call = inspect.BoundArguments(self._prepared()[2], given)
            symbolic_scope.following += 1
            try:
                with traced(self.python_function):
                    self._first(key, call.args, call.kwargs, self._opened(specs), Trace(True, symbols, sizes, heard=False))
            finally:
                symbolic_scope.following -= 1
        return self._seen[key]

    def run_concrete(self, concrete, values):
        """A call of a concrete function."""
        call = inspect.BoundArguments(self._prepared()[2], values)
        with traced(self.python_function):
            made = self._again(concrete, call.args, call.kwargs)
        return None if made is None else tree.map_structure(_result, made)

    def pretty_printed_concrete_signatures(self, verbose=True):
        """The signatures that were traced."""
        return "\n\n".join(each.pretty_printed_signature() for each in self._seen.values())

    def experimental_get_tracing_count(self):
        """How many signatures the function was called with."""
        return len(self._seen)

    @property
    def function_spec(self):
        return inspect.signature(self.python_function)

    def __repr__(self):
        return f"<{PolymorphicFunction.__module__}.Function object at {hex(id(self))}>"


PolymorphicFunction.__name__ = PolymorphicFunction.__qualname__ = "Function"


def function(
    func=None, input_signature=None, autograph=True, jit_compile=None, reduce_retracing=False, experimental_implements=None,
    experimental_autograph_options=None, experimental_attributes=None, experimental_relax_shapes=None, experimental_compile=None,
    experimental_follow_type_hints=None,
):  # fmt: skip
    """@tf.function or @tf.function(...)."""
    if func is None:
        return lambda each: PolymorphicFunction(each, input_signature, autograph, reduce_retracing)
    return PolymorphicFunction(func, input_signature, autograph, reduce_retracing)


_eagerly = False


def run_functions_eagerly(run_eagerly):
    """Functions always run eagerly here; the flag is only remembered."""
    global _eagerly
    _eagerly = bool(run_eagerly)


def functions_run_eagerly():
    """The flag of run_functions_eagerly."""
    return _eagerly
