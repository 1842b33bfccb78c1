"""RNN: applies a cell to each timestep of a sequence. The cells of LSTM, GRU and SimpleRNN are in their own modules."""

import torch

from keras.src import backend, ops, tree
from keras.src.backend import masking, placing, unwrap, wrap
from keras.src.layers.layer import Layer
from keras.src.layers.rnn.stacked_rnn_cells import StackedRNNCells
from keras.src.saving import serialization_lib
from keras.src.utils import tracking


def run_steps(step, inputs, states, masks=None, zero_output_for_mask=False):
    """Runs `step(input, states) -> (output, states)` over torch tensors of timesteps.

    Where a mask is False the states stay, and the output is the one before (or 0).
    """
    outputs = []
    for t, x in enumerate(inputs):
        output, new_states = step(x, states)
        if masks is not None:
            on = masks[t]
            before = outputs[-1] if outputs and not zero_output_for_mask else torch.zeros_like(output)
            output = torch.where(_like(on, output), output, before)
            new_states = [torch.where(_like(on, new), new, old) for new, old in zip(new_states, states)]
        outputs.append(output)
        states = new_states
    return outputs, states


def _like(mask, tensor):
    return mask.reshape(mask.shape[0], *(1,) * (tensor.dim() - 1))


class RNN(Layer):
    """A recurrent layer.

    Args:
        cell: object with call(inputs, states) -> (output, new states), `state_size` and `output_size`; or a list of them.
        return_sequences: give all outputs, not only the last one.
        return_state: give the last states too.
        go_backwards: begin at the end.
        stateful: begin each batch with the states in which the last one ended.

    Shapes: input (batch, timesteps, …), output (batch, units) or (batch, timesteps, units).
    """

    def __init__(
        self,
        cell,
        return_sequences=False,
        return_state=False,
        go_backwards=False,
        stateful=False,
        unroll=False,
        zero_output_for_mask=False,
        **kwargs,
    ):
        if isinstance(cell, (list, tuple)):
            cell = StackedRNNCells(cell)
        for name in ("call", "state_size"):
            if name not in dir(cell):
                raise ValueError(
                    f"Argument `cell` should have a `{name}` method. Received: cell={cell}"
                    if name == "call"
                    else f"The RNN cell should have a `state_size` attribute (single integer or list of integers, one integer "
                    f"per RNN state). Received: cell={cell}"
                )
        super().__init__(**kwargs)
        self.cell = cell
        self.return_sequences = return_sequences
        self.return_state = return_state
        self.go_backwards = go_backwards
        self.stateful = stateful
        self.unroll = unroll
        self.zero_output_for_mask = zero_output_for_mask
        self.supports_masking = True
        self.input_spec = None
        self.states = None
        self._expected_batch_size = None
        state_size = cell.state_size
        self.__dict__["state_size"] = state_size
        self.single_state = isinstance(state_size, int)

    def _state_shapes(self, batch):
        sizes = [self.state_size] if self.single_state else tree.flatten(self.state_size)
        return [(batch, size) if isinstance(size, int) else (batch, *size) for size in sizes]

    def build(self, sequences_shape, initial_state_shape=None):
        step_shape = (sequences_shape[0], *sequences_shape[2:])
        if isinstance(self.cell, Layer) and not self.cell.built:
            self.cell.build(step_shape)
            self.cell.built = True
        if self.stateful:
            if self.states is not None:
                self.reset_state()
            elif sequences_shape[0] is None:
                raise ValueError(
                    "When using `stateful=True` in a RNN, the batch size must be static. Found dynamic batch size: "
                    f"sequence.shape={sequences_shape}"
                )
            else:
                self._create_state_variables(sequences_shape[0])

    @tracking.no_automatic_dependency_tracking
    def _create_state_variables(self, batch_size):
        with backend.name_scope(self.name, caller=self):
            self.states = [
                backend.Variable(
                    placing.zeros(*shape), trainable=False, dtype=self.variable_dtype, name="rnn_state"
                )
                for shape in self._state_shapes(batch_size)
            ]
        self._expected_batch_size = batch_size

    def get_initial_state(self, batch_size):
        """States to begin with: the cell's, or zeros."""
        make = getattr(self.cell, "get_initial_state", None)
        if make is not None:
            states = make(batch_size=batch_size)
        else:
            states = [ops.zeros(shape, dtype=self.cell.compute_dtype) for shape in self._state_shapes(batch_size)]
        return tree.flatten(states)

    def reset_states(self):
        """An older name of reset_state()."""
        self.reset_state()

    def reset_state(self):
        """Sets the states of a stateful layer to 0."""
        for v in self.states or ():
            v.assign(ops.zeros_like(v))

    def compute_output_shape(self, sequences_shape, initial_state_shape=None):
        batch, length = sequences_shape[0], sequences_shape[1]
        states = self._state_shapes(batch)
        size = getattr(self.cell, "output_size", None)
        size = tree.flatten(self.state_size)[0] if size is None else size
        rest = (size,) if isinstance(size, int) else tuple(size)
        output = (batch, length, *rest) if self.return_sequences else (batch, *rest)
        return (output, *states) if self.return_state else output

    def compute_mask(self, _, mask):
        mask = tree.flatten(mask)[0]
        output_mask = mask if self.return_sequences else None
        if self.return_state:
            return [output_mask, *(None for _ in self._state_shapes(None))]
        return output_mask

    def call(self, sequences, initial_state=None, mask=None, training=False):
        if initial_state is None:
            initial_state = self.states if self.stateful else self.get_initial_state(sequences.shape[0])
        states = [unwrap(s) for s in tree.flatten(initial_state)]
        dtype = backend.torch_dtype(self.compute_dtype)
        states = [s.to(dtype) if s.dtype is not dtype else s for s in states]
        if mask is not None:
            mask = unwrap(tree.flatten(mask)[0]).bool()
        outputs, states = self._steps(sequences, states, mask, training)
        if self.stateful:
            for variable, state in zip(self.states, states):
                variable._assign(state)
        if self.return_sequences:
            output = wrap(torch.stack(outputs, 1))
            if mask is not None:
                masking.set_keras_mask(output, wrap(mask))
        else:
            output = wrap(outputs[-1])
        if self.return_state:
            return [output, *(wrap(s) for s in states)]
        return output

    def _masks(self, mask):
        if mask is None:
            return None
        masks = list(mask.unbind(1))
        return masks[::-1] if self.go_backwards else masks

    def _steps(self, sequences, states, mask, training):
        """Lists of torch tensors: the outputs, and the last states."""
        cell = self.cell
        takes_training = isinstance(cell, Layer) and cell._call_has_training_arg

        def step(x, states):
            given = [wrap(s) for s in states]
            if isinstance(self.state_size, int):
                given = given if isinstance(cell, Layer) else given[0]
            kwargs = {"training": training} if takes_training else {}
            output, new_states = cell(wrap(x), given, **kwargs)
            return unwrap(output), [unwrap(s) for s in tree.flatten(new_states)]

        inputs = list(unwrap(sequences).unbind(1))
        if self.go_backwards:
            inputs.reverse()
        for one in [*getattr(cell, "cells", ()), cell]:
            if hasattr(one, "reset_dropout_mask"):
                one.reset_dropout_mask()
                one.reset_recurrent_dropout_mask()
        if hasattr(cell, "draw_masks"):
            cell.draw_masks(unwrap(sequences)[:, 0], states[0])
        return run_steps(step, inputs, states, self._masks(mask), self.zero_output_for_mask)

    def get_config(self):
        config = {
            **super().get_config(),
            "return_sequences": self.return_sequences,
            "return_state": self.return_state,
            "go_backwards": self.go_backwards,
            "stateful": self.stateful,
            "unroll": self.unroll,
            "zero_output_for_mask": self.zero_output_for_mask,
        }
        if type(self) is RNN:
            config["cell"] = serialization_lib.serialize_keras_object(self.cell)
        return config

    @classmethod
    def from_config(cls, config, custom_objects=None):
        if cls is not RNN:
            return super().from_config(config)
        config = dict(config)
        cell = serialization_lib.deserialize_keras_object(config.pop("cell"), custom_objects=custom_objects)
        return cls(cell, **config)
