"""EinsumDense: a dense layer whose product is an einsum."""

import re

from keras.src import activations, constraints, initializers, ops, regularizers
from keras.src.layers.layer import Layer
from keras.src.layers.made_by_build import MadeByBuild


class EinsumDense(Layer):
    """output = activation(einsum(equation, input, kernel) + bias)

    Args:
        equation: such as "abc,cd->abd"; "..." stands for axes that come along.
        output_shape: an int, or the output's shape without the batch (None: as the input's).
        bias_axes: letters of the output's axes along which there is a bias.
    """

    kernel = MadeByBuild()

    _loads_when_built = True

    def __init__(
        self,
        equation,
        output_shape,
        activation=None,
        bias_axes=None,
        kernel_initializer="glorot_uniform",
        bias_initializer="zeros",
        kernel_regularizer=None,
        bias_regularizer=None,
        kernel_constraint=None,
        bias_constraint=None,
        lora_rank=None,
        lora_alpha=None,
        gptq_unpacked_column_size=None,
        quantization_config=None,
        **kwargs,
    ):
        super().__init__(**kwargs)
        self.equation = equation
        self.partial_output_shape = (output_shape,) if isinstance(output_shape, int) else tuple(output_shape)
        self.bias_axes = bias_axes
        self.activation = activations.get(activation)
        self.kernel_initializer = initializers.get(kernel_initializer)
        self.bias_initializer = initializers.get(bias_initializer)
        self.kernel_regularizer = regularizers.get(kernel_regularizer)
        self.bias_regularizer = regularizers.get(bias_regularizer)
        self.kernel_constraint = constraints.get(kernel_constraint)
        self.bias_constraint = constraints.get(bias_constraint)

    def build(self, input_shape):
        kernel_shape, bias_shape, _ = analyze(self.equation, self.bias_axes, input_shape, self.partial_output_shape)
        self.kernel = self.add_weight(
            name="kernel",
            shape=kernel_shape,
            initializer=self._kernel_initial(),
            regularizer=self.kernel_regularizer,
            constraint=self.kernel_constraint,
        )
        self.bias = None
        if bias_shape is not None:
            self.bias = self.add_weight(
                name="bias",
                shape=bias_shape,
                initializer=self.bias_initializer,
                regularizer=self.bias_regularizer,
                constraint=self.bias_constraint,
            )

    def _kernel_initial(self):
        """The initializer; one that scales with the inputs learns from the equation which axes they are."""
        given = self.kernel_initializer
        if not isinstance(given, initializers.VarianceScaling) or None not in (given.input_axes, given.output_axes):
            return given
        letters, outputs = re.split(",|->", self.equation)[1:]
        axes = {"output_axes": [i for i, each in enumerate(letters) if each in outputs]}
        axes["input_axes"] = [i for i, each in enumerate(letters) if each not in outputs]
        return type(given).from_config({**given.get_config(), "seed": given.seed, **axes})

    def call(self, inputs, training=None):
        outputs = ops.einsum(self.equation, inputs, self.kernel)
        if self.bias is not None:
            outputs = ops.add(outputs, self.bias)
        return outputs if self.activation is None else self.activation(outputs)

    def compute_output_shape(self, input_shape):
        return analyze(self.equation, self.bias_axes, input_shape, self.partial_output_shape)[2]

    def get_config(self):
        return {
            **super().get_config(),
            "output_shape": self.partial_output_shape,
            "equation": self.equation,
            "activation": activations.serialize(self.activation),
            "bias_axes": self.bias_axes,
            "kernel_initializer": initializers.serialize(self.kernel_initializer),
            "bias_initializer": initializers.serialize(self.bias_initializer),
            "kernel_regularizer": regularizers.serialize(self.kernel_regularizer),
            "bias_regularizer": regularizers.serialize(self.bias_regularizer),
            "activity_regularizer": regularizers.serialize(self.activity_regularizer),
            "kernel_constraint": constraints.serialize(self.kernel_constraint),
            "bias_constraint": constraints.serialize(self.bias_constraint),
            "quantization_config": None,
        }


def analyze(equation, bias_axes, input_shape, output_shape):
    """(kernel shape, bias shape or None, output shape) for an equation and shapes."""
    match = re.fullmatch(r"(\.\.\.)?([a-zA-Z]+)(\.\.\.)?,([a-zA-Z]+)->(\.\.\.)?([a-zA-Z]+)(\.\.\.)?", equation)
    if match is None:
        raise ValueError(
            f"Invalid einsum equation '{equation}'. Equations must be in the form [X],[Y]->[Z], ...[X],[Y]->...[Z], or "
            "[X]...,[Y]->[Z]...."
        )
    before, inputs, after, kernel, _, outputs, _ = match.groups()
    shape = tuple(input_shape)
    elided = len(shape) - len(inputs)
    # With "..." in front the letters name the last axes, otherwise the first.
    sizes = dict(zip(inputs, shape[elided:] if before else shape))
    made = {}
    given = list(output_shape)
    named = outputs
    if before:
        places = list(zip(reversed(named), reversed(given)))
    else:
        places = list(zip(named[1:], given))
        made[named[0]] = sizes.get(named[0])
    for letter, size in places:
        if size is None and letter in sizes:
            size = sizes[letter]
        elif size is not None and letter in sizes and sizes[letter] is not None and sizes[letter] != size:
            raise ValueError(
                f"Input shape and output shape do not match at shared dimension '{letter}'. Input shape is {sizes[letter]}, "
                f"and output shape is {size}."
            )
        made[letter] = size
    for letter in outputs:
        if letter not in made:
            made[letter] = sizes.get(letter)
        if letter not in inputs and letter not in kernel:
            raise ValueError(
                f"Dimension '{letter}' was specified in the output '{outputs}' but has no corresponding dim in the input "
                f"spec '{inputs}' or weight spec '{kernel}'"
            )
    kernel_shape = []
    for letter in kernel:
        size = sizes.get(letter) if letter in sizes else made.get(letter)
        if letter not in sizes and letter not in made:
            raise ValueError(
                f"Weight dimension '{letter}' did not have a match in either the input spec '{inputs}' or the output spec "
                f"'{outputs}'. For this layer, the weight must be fully specified."
            )
        kernel_shape.append(size)
    named_shape = tuple(made[letter] for letter in outputs)
    if before:
        whole = (*shape[:elided], *named_shape)
    elif after:
        whole = (*named_shape, *shape[len(inputs) :])
    else:
        whole = named_shape
    bias_shape = None
    if bias_axes:
        for letter in bias_axes:
            if letter not in outputs:
                raise ValueError(
                    f"Bias dimension '{letter}' was requested, but is not part of the output spec '{outputs}'"
                )
        first = min(outputs.index(letter) for letter in bias_axes)
        bias_shape = tuple(made[letter] if letter in bias_axes else 1 for letter in outputs[first:])
        bias_shape += (1,) * elided if after else ()
    return tuple(kernel_shape), bias_shape, whole
