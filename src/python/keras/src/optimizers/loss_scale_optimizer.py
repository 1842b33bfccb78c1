"""LossScaleOptimizer: keeps float16 gradients from vanishing by a loss scale that follows overflows."""

import torch

from keras.src import initializers
from keras.src.backend import unwrap, wrap
from keras.src.optimizers.optimizer import Optimizer


class LossScaleOptimizer(Optimizer):
    """Wraps an optimizer: the loss is multiplied by a scale, gradients are divided by it; an overflow halves the scale and skips the
    update, `dynamic_growth_steps` good updates double it."""

    def __init__(self, inner_optimizer, initial_scale=2.0**15, dynamic_growth_steps=2000, name=None, **kwargs):
        super().__init__(learning_rate=0.0, name=name or "loss_scale_optimizer", **kwargs)
        self.inner_optimizer = inner_optimizer
        self.initial_scale = initial_scale
        self.dynamic_growth_steps = dynamic_growth_steps

    def build(self, var_list):
        if self.built:
            return
        self.step_counter = self.add_variable((), dtype="int32", initializer="zeros", name="step_counter")
        self.dynamic_scale = self.add_variable(
            (), dtype="float32", initializer=initializers.Constant(self.initial_scale), name="dynamic_scale"
        )
        self.inner_optimizer.build(var_list)
        super().build(var_list)

    def apply(self, grads, trainable_variables=None):
        if not self.built:
            self.build(list(trainable_variables))
        scale = self.dynamic_scale._t.item()
        grads = [None if g is None else wrap(unwrap(g) / scale) for g in grads]
        if all(bool(torch.isfinite(unwrap(g)).all()) for g in grads if g is not None):
            self.inner_optimizer.apply(grads, trainable_variables)
            self.step_counter.assign_add(1)
            if int(self.step_counter) >= self.dynamic_growth_steps:
                self.step_counter.assign(0)
                self.dynamic_scale.assign(scale * 2.0)
        else:
            self.step_counter.assign(0)
            self.dynamic_scale.assign(scale / 2.0)

    def scale_loss(self, loss):
        scale = self.dynamic_scale._t.item() if self.built else self.initial_scale
        return loss * scale

    @property
    def learning_rate(self):
        return self.inner_optimizer.learning_rate

    @learning_rate.setter
    def learning_rate(self, value):
        self.inner_optimizer.learning_rate = value

    @property
    def iterations(self):
        return self.inner_optimizer.iterations

    @property
    def variables(self):
        return [*self._variables, *self.inner_optimizer.variables]

    def finalize_variable_values(self, var_list):
        self.inner_optimizer.finalize_variable_values(var_list)

    def get_config(self):
        from keras.src.saving import serialization_lib

        return {
            "name": self.name, "inner_optimizer": serialization_lib.serialize_keras_object(self.inner_optimizer),
            "initial_scale": self.initial_scale, "dynamic_growth_steps": self.dynamic_growth_steps,
        }  # fmt: skip

    @classmethod
    def from_config(cls, config, custom_objects=None):
        from keras.src.saving import serialization_lib

        config = dict(config)
        inner = serialization_lib.deserialize_keras_object(config.pop("inner_optimizer"), custom_objects=custom_objects)
        return cls(inner, **config)
