"""compile() and what it prepares: the loss, metrics and single steps of training. The loops over data are in loops.py."""

import inspect
import warnings

from keras.src import backend, optimizers, tree
from keras.src.backend import GradientTape
from keras.src.layers import layer_state
from keras.src.saving import serialization_lib
from keras.src.trainers import heard
from keras.src.trainers.compile_loss import CompileLoss
from keras.src.trainers.compile_metrics import CompileMetrics
from keras.src.trainers.data_adapters.data_adapter_utils import unpack_x_y_sample_weight
from keras.src.trainers.loops import Loops
from keras.src.utils import tracking
from keras.src.utils.python_utils import without_suggestion


class Trainer(Loops):
    """What Model inherits for training. train_step(), test_step(), predict_step() and compute_loss() may be overridden."""

    def __init__(self):
        self.__dict__.update(
            _lock=False,
            _run_eagerly=False,
            compiled=False,
            loss=None,
            jit_compile=False,
            steps_per_execution=1,
            stop_evaluating=False,
            stop_predicting=False,
            train_function=None,
            test_function=None,
            predict_function=None,
            _initial_epoch=None,
            _compile_loss=None,
            _compile_metrics=None,
            _loss_tracker=None,
            _compute_loss_has_training_arg="training" in inspect.signature(self.compute_loss).parameters,
        )

    @tracking.no_automatic_dependency_tracking
    @without_suggestion
    def compile(
        self,
        optimizer="rmsprop",
        loss=None,
        loss_weights=None,
        metrics=None,
        weighted_metrics=None,
        run_eagerly=False,
        steps_per_execution=1,
        jit_compile="auto",
        auto_scale_loss=True,
    ):
        """Prepares training.

        Args:
            optimizer: name or Optimizer.
            loss: name, function or Loss; a list or dict of them for several outputs.
            loss_weights: weights of several outputs' losses.
            metrics, weighted_metrics: lists of names, functions or Metrics; for several outputs lists of lists, or dicts.
            run_eagerly, steps_per_execution, jit_compile: kept; steps are always run one by one, in Python.
        """
        from keras.src.metrics.reduction_metrics import Mean

        optimizer = optimizers.get(optimizer)
        self.optimizer = optimizer
        if auto_scale_loss and self.dtype_policy.name == "mixed_float16" and optimizer:
            scaling = getattr(optimizers, "LossScaleOptimizer", None)
            if scaling is not None and not isinstance(optimizer, scaling):
                self.optimizer = scaling(optimizer, name="loss_scale_optimizer")
        output_names = getattr(self, "output_names", None)
        if loss is not None:
            self._compile_loss = CompileLoss(loss, loss_weights, output_names=output_names)
            self.loss = loss
        if metrics is not None or weighted_metrics is not None:
            self._compile_metrics = CompileMetrics(metrics, weighted_metrics, output_names=output_names)
        self.run_eagerly = run_eagerly
        self.jit_compile = False if jit_compile == "auto" else jit_compile
        self.stop_training = False
        self.compiled = True
        heard.forget(self)
        self._loss_tracker = Mean(name="loss")
        self.steps_per_execution = steps_per_execution
        self._compile_config = serialization_lib.SerializableDict(
            optimizer=optimizer,
            loss=loss,
            loss_weights=loss_weights,
            metrics=metrics,
            weighted_metrics=weighted_metrics,
            run_eagerly=run_eagerly,
            steps_per_execution=steps_per_execution,
            jit_compile=self.jit_compile,
        )

    @property
    def run_eagerly(self):
        """What compile() was told; steps are always run in Python."""
        return self._run_eagerly

    @run_eagerly.setter
    def run_eagerly(self, value):
        self.__dict__["_run_eagerly"] = value

    @property
    def metrics(self):
        """The loss tracker, compile()'s metrics, and those that the model and its layers own."""
        metrics = []
        if self.compiled:
            if self._loss_tracker is not None:
                metrics.append(self._loss_tracker)
            if self._compile_metrics is not None:
                metrics.append(self._compile_metrics)
            if self._compile_loss is not None:
                metrics.extend(self._compile_loss.metrics)
        metrics.extend(self._metrics)
        for layer in self._flatten_layers(include_self=False):
            if not isinstance(layer, Trainer):
                metrics.extend(layer.metrics)
        return metrics

    @property
    def metrics_names(self):
        """The names of `metrics`; compile()'s metrics go under one name."""
        return [m.name for m in self.metrics]

    def reset_metrics(self):
        """Forgets all batches."""
        for m in self.metrics:
            m.reset_state()

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        """The loss of a batch: compile()'s loss, add_loss() and regularizers."""
        losses = []
        if self._compile_loss is not None:
            loss = self._compile_loss(y, y_pred, sample_weight)
            if loss is not None:
                losses.append(loss)
        for loss in self._extra_losses():
            losses.append(self._aggregate_additional_loss(loss))
        if not losses:
            raise ValueError("No loss to compute. Provide a `loss` argument in `compile()`.")
        total = losses[0]
        for loss in losses[1:]:
            total = total + loss
        return total

    def _extra_losses(self):
        # Looking through all layers at each step costs more than a small layer's work.
        if layer_state.losses_in_use or self._has_regularizers():
            return self.losses
        return ()

    def _has_regularizers(self):
        weights = self._step_weights()
        known = self.__dict__.get("_regularized")
        if known is None or known[0] is not weights:
            known = (weights, any(v.regularizer is not None for v in weights))
            self.__dict__["_regularized"] = known
        return known[1]

    def _step_weights(self):
        """The trainable weights; during fit() looked up once an epoch."""
        return self.trainable_weights if self._weights_in_fit is None else self._weights_in_fit

    def _aggregate_additional_loss(self, loss):
        from keras.src import ops

        if not backend.is_float_dtype(loss.dtype):
            loss = backend.cast(loss, backend.floatx())
        return loss if loss.ndim == 0 else ops.sum(loss)

    def _compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        if self._compute_loss_has_training_arg:
            return self.compute_loss(x, y, y_pred, sample_weight, training=training)
        return self.compute_loss(x, y, y_pred, sample_weight)

    def _update_loss_tracker(self, loss, x):
        leaves = (x,) if type(x) is backend.Tensor else tree.flatten(x)
        size = next(i.shape[0] for i in leaves if i is not None)
        self._loss_tracker.update_state(loss, sample_weight=size)

    def _forward(self, x, training):
        return self(x, training=training) if self._call_has_training_arg else self(x)

    def train_step(self, data):
        """One step of training on a batch; returns the metrics' results."""
        x, y, y_pred, sample_weight = self._learn(data)
        return self.compute_metrics(x, y, y_pred, sample_weight=sample_weight)

    def _learn(self, data):
        x, y, y_pred, sample_weight, gradients, weights = self._differentiate(data)
        self._descend(gradients, weights)
        return x, y, y_pred, sample_weight

    def _differentiate(self, data):
        x, y, sample_weight = unpack_x_y_sample_weight(data)
        with GradientTape() as tape:
            y_pred = self._forward(x, training=True)
            loss = self._compute_loss(x=x, y=y, y_pred=y_pred, sample_weight=sample_weight, training=True)
            self._update_loss_tracker(loss, x)
            if self.optimizer is not None:
                loss = self.optimizer.scale_loss(loss)
        weights = self._step_weights()
        return x, y, y_pred, sample_weight, tape.gradient(loss, weights) if weights else [], weights

    def _descend(self, gradients, weights):
        if weights:
            self.optimizer.apply_gradients(zip(gradients, weights))
        else:
            warnings.warn("The model does not have any trainable weights.", stacklevel=4)

    def test_step(self, data):
        """One step of evaluation on a batch; returns the metrics' results."""
        x, y, y_pred, sample_weight = self._judge(data)
        return self.compute_metrics(x, y, y_pred, sample_weight=sample_weight)

    def _judge(self, data):
        x, y, sample_weight = unpack_x_y_sample_weight(data)
        y_pred = self._forward(x, training=False)
        loss = self._compute_loss(x=x, y=y, y_pred=y_pred, sample_weight=sample_weight, training=False)
        self._update_loss_tracker(loss, x)
        return x, y, y_pred, sample_weight

    def predict_step(self, data):
        """The outputs for a batch."""
        x, _, _ = unpack_x_y_sample_weight(data)
        return self._forward(x, training=False)

    def compute_metrics(self, x, y, y_pred, sample_weight=None):
        """Counts a batch in and returns the metrics' results."""
        if self._compile_metrics is not None:
            self._compile_metrics.update_state(y, y_pred, sample_weight)
        return self.get_metrics_result()

    def get_metrics_result(self):
        """dict from name to value."""
        results = {}
        for metric in self.metrics:
            result = metric.result()
            if isinstance(result, dict):
                results.update(result)
            else:
                results[metric.name] = result
        return results

    def get_compile_config(self):
        """The arguments of compile(), as a config."""
        if self.compiled and hasattr(self, "_compile_config"):
            return self._compile_config.serialize()
        return {}

    def compile_from_config(self, config):
        """Calls compile() with the arguments of get_compile_config()."""
        if self.__class__.compile is not Trainer.compile:
            warnings.warn(
                "`compile()` was not called as part of model loading because the model's `compile()` method is custom. All "
                "subclassed Models that have `compile()` overridden should also override `get_compile_config()` and "
                "`compile_from_config(config)`. Alternatively, you can call `compile()` manually after loading.",
                stacklevel=2,
            )
            return
        self.compile(**serialization_lib.deserialize_keras_object(config))
        if self.optimizer is not None and self.built:
            self.optimizer.build(self.trainable_variables)

    def _assert_compile_called(self):
        if not self.compiled:
            raise ValueError("You must call `compile()` before using the model.")
