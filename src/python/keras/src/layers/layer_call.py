"""What happens around a layer's call(): conversion and checks of inputs, building, the value of `training`, masks."""

import inspect
import warnings

from keras.src import backend, tree
from keras.src.backend import masking, symbolic_scope
from keras.src.backend.keras_tensor import KerasTensor, any_symbolic_tensors
from keras.src.backend.tensor import Tensor
from keras.src.layers import call_spec as call_specs
from keras.src.layers import input_spec as input_specs
from keras.src.layers import layer_state
from keras.src.layers.call_spec import CallContext, CallSpec
from keras.src.ops import tracing
from keras.src.ops.node import Node
from keras.src.utils import naming, traceback_utils

_call_context = None


def _default_of_training(call):
    parameter = inspect.signature(call).parameters.get("training")
    return None if parameter is None or parameter.default is inspect.Parameter.empty else parameter.default


class LayerCall:
    """What Layer inherits for being called."""

    def __call__(self, *args, **kwargs):
        # The common case costs little: one tensor of the right dtype, seen before, no masks.
        if len(args) == 1:
            x = args[0]
            if type(x) is Tensor and self.__dict__.get("_ready_shape") == (x._t.dtype, tuple(x._t.shape)[1:]):
                masked = masking.in_use and "_keras_mask" in x.__dict__
                if masked:
                    pass
                elif not kwargs or (len(kwargs) == 1 and "training" in kwargs):
                    return self._call_quickly(x, kwargs.get("training"))
        return self._call_checked(args, kwargs)

    def _enter(self, training, default):
        """The call context, with its `training` set: this call's, else the outer call's, else call()'s default."""
        global _call_context
        context = _call_context
        if context is None:
            context = _call_context = CallContext(self)
            if layer_state.losses_in_use:
                self._clear_losses()
        if training is None:
            training = context.training
            if training is None:
                training = default
        context.training = training
        return context, training

    def _leave(self, context):
        global _call_context
        if context.entry_layer is self:
            _call_context = None

    def _call_quickly(self, x, training):
        context, training = self._enter(training, self._training_default)
        try:
            if training is not None and self._call_has_training_arg:
                return self.call(x, training=training)
            return self.call(x)
        except Exception as error:
            raise traceback_utils.with_arguments(
                error, self.call, (x,), {} if training is None else {"training": training}, f"{type(self).__name__}.call()"
            ) from None
        finally:
            self._leave(context)

    def _call_checked(self, args, kwargs):
        self._check_super_called()
        self.__dict__["_called"] = True
        original_args, original_kwargs = args, kwargs
        if self._convert_input_args:
            args = tree.map_structure(self._convert_input, args)
            kwargs = {name: tree.map_structure(self._convert_input, value) for name, value in kwargs.items()}
        if not self._allow_non_tensor_positional_args:
            for arg in tree.flatten(args):
                if not call_specs.is_tensor_or_symbolic(arg, allow_none=True):
                    raise ValueError(
                        "Only input tensors may be passed as positional arguments. The following argument value should be "
                        f"passed as a keyword argument: {arg} (of type {type(arg)})"
                    )
        spec = CallSpec(inspect.signature(self.call), args, kwargs)
        self._assert_input_compatibility(spec.first_arg)
        with self._open_name_scope():
            self._maybe_build(spec)
        default = _default_of_training(self.call)
        context, training = self._enter(spec.user_arguments_dict.get("training"), default)
        try:
            kwargs = dict(kwargs)
            if "training" in kwargs and not self._call_has_training_arg:
                kwargs.pop("training")
            if self._call_has_training_arg and training is not None:
                kwargs["training"] = training
            previous_mask = self._populate_masks(spec, kwargs) if masking.in_use else None
            symbolic = any_symbolic_tensors(original_args, original_kwargs)
            with self._open_name_scope():
                outputs = self._compute(args, kwargs, symbolic)
                if "_shape_after_call" in self.__dict__:
                    # Keras follows the call with symbolic tensors before it runs it.
                    naming.skip_names("keras_tensor", len(tree.flatten(outputs)))
                    self.build(self.__dict__.pop("_shape_after_call"))
                self.__dict__["built"] = True
                if self.activity_regularizer is not None and not symbolic:
                    self._add_activity_losses(outputs)
            if previous_mask is not None or (self.supports_masking and self._makes_masks):
                self._pass_masks_on(spec, outputs, previous_mask)
        finally:
            self._leave(context)
        if symbolic:
            if not symbolic_scope.following:
                if self._takes_as_given(original_args, original_kwargs):
                    original_kwargs = dict(kwargs)
                    if self._call_has_mask_arg:
                        original_kwargs.setdefault("mask", None)
                Node(operation=self, call_args=original_args, call_kwargs=original_kwargs, outputs=outputs)
        elif not self._makes_masks and self.activity_regularizer is None and len(args) == 1 and type(args[0]) is Tensor:
            x = args[0]
            self.__dict__["_training_default"] = default
            self.__dict__["_ready_shape"] = (x._t.dtype, tuple(x._t.shape)[1:])
        return outputs

    def _takes_as_given(self, args, kwargs):
        """Whether symbolic arguments need no conversion: Keras' graph then keeps `training` and masks as if they had been given."""
        if not self._convert_input_args:
            return True
        return not kwargs and len(args) == 1 and isinstance(args[0], KerasTensor) and args[0].dtype == self.input_dtype

    def _compute(self, args, kwargs, symbolic):
        try:
            if symbolic:
                return self.compute_output_spec(*args, **kwargs)
            return self.call(*args, **kwargs)
        except Exception as error:
            # In a graph Keras tells the arguments without their names.
            called = self.symbolic_call if symbolic else self.call
            # Keras hands on a mask of None, which is told too; so do we once masks are in use.
            told = len(args) == 1 if symbolic else args and tree.is_nested(args[0])
            if told and self._call_has_mask_arg and "mask" not in kwargs:
                kwargs = {**kwargs, "mask": tree.map_structure(lambda _: None, args[0])}
            raise traceback_utils.with_arguments(error, called, args, kwargs, f"{type(self).__name__}.call()") from None

    def _convert_input(self, x):
        if isinstance(x, KerasTensor):
            if self.autocast and backend.is_float_dtype(x.dtype) and x.dtype != self.input_dtype:
                made = KerasTensor(x.shape, dtype=self.input_dtype)
                if masking.get_keras_mask(x) is not None:
                    masking.set_keras_mask(made, x._keras_mask)
                return made
            return x
        if not backend.is_tensor(x):
            if not hasattr(x, "__array__"):
                return x
            x = backend.convert_to_tensor(x)
        dtype = backend.standardize_dtype(x.dtype)
        if self.autocast and backend.is_float_dtype(dtype) and dtype != self.input_dtype:
            mask = masking.get_keras_mask(x)
            x = backend.cast(x, self.input_dtype)
            if mask is not None:
                masking.set_keras_mask(x, mask)
        return x

    def _assert_input_compatibility(self, arg_0):
        if self.input_spec:
            input_specs.assert_input_compatibility(self.input_spec, arg_0, layer_name=self.name)

    def _add_activity_losses(self, outputs):
        for output in tree.flatten(outputs):
            if backend.is_tensor(output):
                loss = self.activity_regularizer(output)
                if output.ndim > 0:
                    loss = loss / float(output.shape[0])
                self.add_loss(loss)

    # Masks

    @property
    def _makes_masks(self):
        """Whether the layer's mask is of its own making."""
        return not getattr(self.compute_mask, "_is_default", False)

    def _populate_masks(self, spec, kwargs):
        tensors = spec.tensor_arguments_dict
        if len(tensors) == 1:
            if self._call_has_mask_arg and spec.arguments_dict.get("mask") is None:
                kwargs["mask"] = tree.map_structure(masking.get_keras_mask, next(iter(tensors.values())))
        else:
            for name, value in tensors.items():
                mask_name = f"{name}_mask"
                if mask_name in spec.arguments_dict and spec.arguments_dict[mask_name] is None:
                    kwargs[mask_name] = tree.map_structure(masking.get_keras_mask, value)
        if kwargs.get("mask") is not None:
            return kwargs["mask"]
        mask = tree.map_structure(masking.get_keras_mask, spec.first_arg)
        return mask if any(m is not None for m in tree.flatten(mask)) else None

    def _pass_masks_on(self, spec, outputs, previous_mask):
        if not self.supports_masking:
            if any(m is not None for m in tree.flatten(previous_mask)):
                warnings.warn(
                    f"Layer '{self.name}' (of type {self.__class__.__name__}) was passed an input with a mask attached to it. "
                    "However, this layer does not support masking and will therefore destroy the mask information. "
                    "Downstream layers will not see the mask.",
                    stacklevel=3,
                )
            return
        flat = tree.flatten(outputs)
        if all(masking.get_keras_mask(x) is not None for x in flat):
            return
        masks = self.compute_mask(spec.first_arg, previous_mask)
        if masks is None:
            return
        for tensor, mask in zip(flat, tree.flatten(masks)):
            if mask is not None and masking.get_keras_mask(tensor) is None:
                masking.set_keras_mask(tensor, mask)

    def compute_mask(self, inputs, previous_mask):
        """The mask of the output."""
        return previous_mask

    compute_mask._is_default = True

    @property
    def supports_masking(self):
        """Whether masks may pass through the layer."""
        return self._supports_masking

    @supports_masking.setter
    def supports_masking(self, value):
        self.__dict__["_supports_masking"] = value
