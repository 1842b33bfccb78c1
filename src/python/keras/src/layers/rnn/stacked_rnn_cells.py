"""StackedRNNCells: several cells, each fed by the one before, as one cell."""

from keras.src import ops, tree
from keras.src.layers.layer import Layer
from keras.src.saving import serialization_lib


class StackedRNNCells(Layer):
    """Args: cells: list of cells."""

    def __init__(self, cells, **kwargs):
        super().__init__(**kwargs)
        for cell in cells:
            if "call" not in dir(cell):
                raise ValueError(f"All cells must have a `call` method. Received cell without a `call` method: {cell}")
            if "state_size" not in dir(cell):
                raise ValueError(
                    f"All cells must have a `state_size` attribute. Received cell without a `state_size`: {cell}"
                )
        self.cells = cells

    @property
    def state_size(self):
        """The sizes of each cell's states."""
        return [cell.state_size for cell in self.cells]

    @property
    def output_size(self):
        """The size of the last cell's output."""
        last = self.cells[-1]
        size = getattr(last, "output_size", None)
        return tree.flatten(last.state_size)[0] if size is None else size

    def get_initial_state(self, batch_size=None):
        """Zeros for each cell, or what the cell says."""
        states = []
        for cell in self.cells:
            make = getattr(cell, "get_initial_state", None)
            if make is not None:
                states.append(make(batch_size=batch_size))
            else:
                states.append([ops.zeros((batch_size, size)) for size in tree.flatten(cell.state_size)])
        return states

    def call(self, inputs, states, training=False, **kwargs):
        flat, new_states = tree.flatten(states), []
        for cell in self.cells:
            count = len(tree.flatten(cell.state_size))
            own, flat = flat[:count], flat[count:]
            more = {"training": training} if isinstance(cell, Layer) and cell._call_has_training_arg else {}
            inputs, new = cell(inputs, own, **more)
            new_states.append(new)
        return inputs, new_states

    def build(self, input_shape):
        for cell in self.cells:
            if isinstance(cell, Layer) and not cell.built:
                cell.build(input_shape)
                cell.built = True
            size = getattr(cell, "output_size", None)
            size = tree.flatten(cell.state_size)[0] if size is None else size
            input_shape = (input_shape[0], *((size,) if isinstance(size, int) else tuple(size)))

    def get_config(self):
        cells = [serialization_lib.serialize_keras_object(cell) for cell in self.cells]
        return {**super().get_config(), "cells": cells}

    @classmethod
    def from_config(cls, config, custom_objects=None):
        config = dict(config)
        cells = [
            serialization_lib.deserialize_keras_object(cell, custom_objects=custom_objects) for cell in config.pop("cells")
        ]
        return cls(cells, **config)
