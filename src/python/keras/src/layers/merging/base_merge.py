"""Merge: the base of layers that join several tensors element by element."""

from keras.src import ops
from keras.src.backend import masking
from keras.src.backend.keras_tensor import KerasTensor
from keras.src.layers.layer import Layer


class Merge(Layer):
    """Takes a list of tensors; smaller ranks are broadcast after the batch axis."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.supports_masking = True

    def _merge_function(self, inputs):
        raise NotImplementedError

    def _apply_merge_op_and_or_mask(self, op_fn, inputs):
        output = output_mask = None
        for x in inputs:
            mask = masking.get_keras_mask(x)
            if mask is not None:
                mask = ops.broadcast_to(ops.expand_dims(mask, -1), tuple(x.shape))
            if output is None:
                output, output_mask = x, mask
                continue
            if mask is not None:
                x = ops.where(mask, x, output)
            if output_mask is not None:
                output = ops.where(output_mask, output, x)
            both = mask is not None and output_mask is not None
            output_mask = ops.logical_or(output_mask, mask) if both else None
            output = op_fn(output, x)
        if output_mask is not None:
            masking.set_keras_mask(output, ops.any(output_mask, axis=-1, keepdims=False))
        return output

    def _broadcast_shapes(self, shape1, shape2):
        if shape1 is None or shape2 is None:
            return None
        if len(shape1) < len(shape2):
            shape1, shape2 = shape2, shape1
        if not shape2:
            return tuple(shape1)
        made = list(shape1[: -len(shape2)])
        for i, j in zip(shape1[-len(shape2) :], shape2):
            if i is None or j is None:
                made.append(None)
            elif i == 1:
                made.append(j)
            elif j == 1 or i == j:
                made.append(i)
            else:
                raise ValueError(f"Inputs have incompatible shapes. Received shapes {shape1} and {shape2}")
        return tuple(made)

    def _merged_sample_shape(self, shapes):
        merged = None if shapes[0] is None else tuple(shapes[0][1:])
        for shape in shapes[1:]:
            merged = self._broadcast_shapes(merged, None if shape is None else tuple(shape[1:]))
        return merged

    def build(self, input_shape):
        if not isinstance(input_shape[0], (tuple, list)):
            raise ValueError(
                "A merge layer should be called on a list of inputs. "
                f"Received: input_shape={input_shape} (not a list of shapes)"
            )
        batch_sizes = {s[0] for s in input_shape if s} - {None}
        if len(batch_sizes) > 1:
            raise ValueError(
                f"Cannot merge tensors with different batch sizes. Received tensors with shapes {input_shape}"
            )
        self._merged_sample_shape(input_shape)
        self._reshape_required = len({len(s) for s in input_shape if s is not None}) > 1

    def call(self, inputs):
        if not isinstance(inputs, (list, tuple)):
            raise ValueError(
                "A merge layer should be called on a list of inputs. "
                f"Received: inputs={inputs} (not a list of tensors)"
            )
        if self._reshape_required:
            rank = max(len(x.shape) for x in inputs)
            inputs = [self._with_rank(x, rank) for x in inputs]
        return self._merge_function(inputs)

    @staticmethod
    def _with_rank(x, rank):
        for _ in range(rank - len(x.shape)):
            x = ops.expand_dims(x, axis=1)
        return x

    def compute_output_shape(self, input_shape):
        merged = self._merged_sample_shape(input_shape)
        batch_sizes = {s[0] for s in input_shape if s is not None} - {None}
        return (batch_sizes.pop() if len(batch_sizes) == 1 else None, *merged)

    def compute_output_spec(self, inputs):
        if not isinstance(inputs, (list, tuple)):
            raise ValueError(
                "A merge layer should be called on a list of inputs. "
                f"Received: inputs={inputs} (not a list of tensors)"
            )
        return KerasTensor(self.compute_output_shape([x.shape for x in inputs]), dtype=self.compute_dtype)

    def compute_mask(self, inputs, mask=None):
        if mask is None:
            return None
        if not isinstance(mask, (tuple, list)):
            raise ValueError(f"`mask` should be a list. Received: mask={mask}")
        if len(mask) != len(inputs):
            raise ValueError(
                f"The lists `inputs` and `mask` should have the same length. Received: inputs={inputs} of length "
                f"{len(inputs)}, and mask={mask} of length {len(mask)}"
            )
        if any(m is None for m in mask):
            return None
        merged = mask[0]
        for m in mask[1:]:
            merged = ops.logical_or(merged, m)
        return merged
