"""fit(), evaluate(), predict() and their one-batch forms: loops over data with callbacks around each step."""

import numpy as np
import torch

from keras.src import backend, tree
from keras.src.backend import graph_mode
from keras.src.ops import tracing
from keras.src.trainers import graph_errors, heard
from keras.src.trainers.data_adapters import data_adapter_utils as utils
from keras.src.trainers.epoch_iterator import EpochIterator
from keras.src.trainers.repeated import repeated
from keras.src.utils.python_utils import pythonify_logs, without_suggestion

class Loops:
    """What Trainer inherits for its loops."""

    def fit(
        self,
        x=None,
        y=None,
        batch_size=None,
        epochs=1,
        verbose="auto",
        callbacks=None,
        validation_split=0.0,
        validation_data=None,
        shuffle=True,
        class_weight=None,
        sample_weight=None,
        initial_epoch=0,
        steps_per_epoch=None,
        validation_steps=None,
        validation_batch_size=None,
        validation_freq=1,
    ):
        """Trains the model for a number of epochs.

        Args:
            x: array, list or dict of arrays, generator, tf.data.Dataset, PyDataset or DataLoader.
            y: targets, where x has none.
            batch_size: 32 by default; only for arrays.
            verbose: 0 nothing, 1 (or "auto") a progress bar, 2 a line for each epoch.
            validation_split: share of the samples, taken from the end, that only validates.
            validation_data: (x, y) or (x, y, sample_weight), or a dataset.
            class_weight: dict from class to weight. sample_weight: a weight for each sample.

        Returns:
            The History callback, whose `history` is a dict from name to a list with a value for each epoch.
        """
        from keras.src.callbacks.callback_list import CallbackList

        self._assert_compile_called()
        evaluation = None
        if validation_split and validation_data is None:
            parts = utils.train_validation_split((x, y, sample_weight), validation_split)
            (x, y, sample_weight), validation_data = parts
        iterator = EpochIterator(
            x=x,
            y=y,
            sample_weight=sample_weight,
            batch_size=batch_size,
            steps_per_epoch=steps_per_epoch,
            shuffle=shuffle,
            class_weight=class_weight,
        )
        iterator.reset()
        if not isinstance(callbacks, CallbackList):
            callbacks = CallbackList(
                callbacks,
                add_history=True,
                add_progbar=verbose != 0,
                verbose=verbose,
                epochs=epochs,
                steps=iterator.num_batches,
                model=self,
            )
        self.stop_training = False
        callbacks.on_train_begin()
        logs = training_logs = None
        try:
            for epoch in range(self._initial_epoch or initial_epoch, epochs):
                self.reset_metrics()
                callbacks.on_epoch_begin(epoch)
                self._forget()
                logs = self._train_epoch(iterator, callbacks)
                epoch_logs = dict(self._metrics_result_or(logs))
                if validation_data is not None and _is_due(epoch, validation_freq):
                    if evaluation is None:
                        evaluation = self._validation_iterator(
                            validation_data, validation_batch_size or batch_size, validation_steps
                        )
                    val_logs = self._evaluate(evaluation, callbacks)
                    epoch_logs.update({f"val_{name}": value for name, value in val_logs.items()})
                callbacks.on_epoch_end(epoch, epoch_logs)
                training_logs = epoch_logs
                if self.stop_training:
                    break
        finally:
            self._forget()
        if self.optimizer is not None and epochs > 0:
            self.optimizer.finalize_variable_values(self.trainable_weights)
        callbacks.on_train_end(logs=training_logs)
        return self.history

    def _train_epoch(self, iterator, callbacks):
        from keras.src.trainers.trainer import Trainer

        cls = type(self)
        plain = cls.train_step is Trainer.train_step and cls.compute_metrics is Trainer.compute_metrics
        logs, buffered = None, self.steps_per_execution
        built, static, num_batches = self._built_layers(), iterator.has_static_batches, iterator.num_batches
        for step, data in iterator:
            if step == 0:
                self._prepare(data, built, static)
                if built is None and getattr(self.optimizer, "built", False):
                    self._look_up(plain)
            if step % buffered == 0:
                callbacks.on_train_batch_begin(step)
            if plain and self._step_in_fit is not None:
                self._run(self._learn_again, data, static)
                logs = self._results
            elif plain:
                # The metrics' results are worked out when somebody wants them.
                _, y, y_pred, sample_weight = self._run(self._learn, data, static)
                self._count_in(y, y_pred, sample_weight)
                logs = self._results
            else:
                logs = self._run(self.train_step, data, static)
            if step == 0:
                self._leave_batch_size_open(built, iterator)
                if self._weights_in_fit is None:
                    self._look_up(plain)
            if (step + 1) % buffered == 0 or step + 1 == num_batches:
                # An execution is told by its last step, also where the data end before it.
                callbacks.on_train_batch_end(step - step % buffered + buffered - 1, logs)
                if self.stop_training:
                    break
        return logs() if callable(logs) else logs or {}

    # What is looked up once an epoch: the trainable weights, and steps that the engine repeats.
    _weights_in_fit = None
    _step_in_fit = None

    def _look_up(self, plain):
        weights = self.trainable_weights
        self.__dict__.update(_weights_in_fit=weights, _step_in_fit=repeated(self, weights) if plain else None)

    def _forget(self):
        self.__dict__.update(_weights_in_fit=None, _step_in_fit=None)

    def _learn_again(self, data):
        gradients = self._step_in_fit(self, data)
        if gradients:
            self._descend(gradients, self._step_in_fit.weights)

    def _validation_iterator(self, validation_data, batch_size, steps):
        x, y, sample_weight = utils.unpack_x_y_sample_weight(validation_data)
        return EpochIterator(x=x, y=y, sample_weight=sample_weight, batch_size=batch_size, steps_per_epoch=steps)

    def evaluate(
        self,
        x=None,
        y=None,
        batch_size=None,
        verbose="auto",
        sample_weight=None,
        steps=None,
        callbacks=None,
        return_dict=False,
        **kwargs,
    ):
        """The loss and metrics on data, without training: a number, a list of numbers, or a dict."""
        from keras.src.callbacks.callback_list import CallbackList

        self._assert_compile_called()
        if kwargs:
            raise ValueError(f"Arguments not recognized: {kwargs}")
        iterator = EpochIterator(
            x=x, y=y, sample_weight=sample_weight, batch_size=batch_size, steps_per_epoch=steps
        )
        if not isinstance(callbacks, CallbackList):
            callbacks = CallbackList(
                callbacks,
                add_progbar=verbose != 0,
                verbose=verbose,
                epochs=1,
                steps=iterator.num_batches,
                model=self,
            )
        logs = self._evaluate(iterator, callbacks)
        return logs if return_dict else self._flatten_metrics_in_order(logs)

    def _evaluate(self, iterator, callbacks):
        from keras.src.trainers.trainer import Trainer

        cls = type(self)
        plain = cls.test_step is Trainer.test_step and cls.compute_metrics is Trainer.compute_metrics
        self.stop_evaluating = False
        iterator.reset()
        callbacks.on_test_begin()
        self.reset_metrics()
        logs, built = {}, self._built_layers()
        for step, data in iterator:
            if step == 0:
                self._prepare(data, built, iterator.has_static_batches)
            if step % self.steps_per_execution == 0:
                callbacks.on_test_batch_begin(step)
            if plain:
                _, y, y_pred, sample_weight = self._run(self._judge, data, iterator.has_static_batches)
                self._count_in(y, y_pred, sample_weight)
                logs = self._results
            else:
                logs = self._run(self.test_step, data, iterator.has_static_batches)
            if step == 0:
                self._leave_batch_size_open(built, iterator)
            if (step + 1) % self.steps_per_execution == 0 or step + 1 == iterator.num_batches:
                callbacks.on_test_batch_end(
                    step - step % self.steps_per_execution + self.steps_per_execution - 1, logs
                )
                if self.stop_evaluating:
                    break
        logs = pythonify_logs(self._metrics_result_or(logs() if callable(logs) else logs))
        callbacks.on_test_end(logs)
        return logs

    def predict(self, x, batch_size=None, verbose="auto", steps=None, callbacks=None):
        """The outputs for all of x, as NumPy arrays."""
        from keras.src.callbacks.callback_list import CallbackList

        iterator = EpochIterator(x=x, batch_size=batch_size, steps_per_epoch=steps)
        if not isinstance(callbacks, CallbackList):
            callbacks = CallbackList(
                callbacks,
                add_progbar=verbose != 0,
                verbose=verbose,
                epochs=1,
                steps=iterator.num_batches,
                model=self,
            )
        self.stop_predicting = False
        callbacks.on_predict_begin()
        outputs, built = [], self._built_layers()
        for step, data in iterator:
            if step == 0:
                self._prepare(data, built, static=True)
            callbacks.on_predict_batch_begin(step)
            # Keras knows the sizes of predict()'s batches.
            outputs.append(self._run(self.predict_step, data, static=True))
            callbacks.on_predict_batch_end(step, {"outputs": outputs[-1]})
            if self.stop_predicting:
                break
        callbacks.on_predict_end()
        if not outputs:
            # Python's own words in Keras, where the loop over no batches leaves the name without a value.
            raise UnboundLocalError("cannot access local variable 'batch_outputs' where it is not associated with a value")
        return tree.map_structure(_concatenated, *outputs)

    def train_on_batch(self, x, y=None, sample_weight=None, class_weight=None, return_dict=False):
        """One step of training on one batch; the loss, or a list or dict of loss and metrics."""
        self._assert_compile_called()
        if class_weight is not None:
            if sample_weight is not None:
                raise ValueError(
                    "Arguments `sample_weight` and `class_weight` cannot be specified at the same time. Received: "
                    f"sample_weight={sample_weight}, class_weight={class_weight}"
                )
            sample_weight = utils.class_weight_to_sample_weights(y, class_weight)
        self.reset_metrics()
        logs = pythonify_logs(self._run(self.train_step, utils.batch_to_tensors((x, y, sample_weight)), static=True))
        return logs if return_dict else self._flatten_metrics_in_order(logs)

    def test_on_batch(self, x, y=None, sample_weight=None, return_dict=False):
        """The loss and metrics of one batch."""
        self._assert_compile_called()
        self.reset_metrics()
        logs = pythonify_logs(self._run(self.test_step, utils.batch_to_tensors((x, y, sample_weight)), static=True))
        return logs if return_dict else self._flatten_metrics_in_order(logs)

    def predict_on_batch(self, x):
        """The outputs for one batch, as NumPy arrays."""
        outputs = self._run(self.predict_step, (utils.batch_to_tensors(x),), static=True)
        return tree.map_structure(lambda out: out.numpy(), outputs)

    def _run(self, step, data, static):
        """A step; its errors tell shapes as TensorFlow's graphs do, with None for a batch whose size may change."""
        try:
            if self._run_eagerly or step.__name__ == "_learn_again":
                with graph_mode.tracing(None if self._run_eagerly else "step"):
                    return step(data)
            with graph_mode.tracing("step"), heard.step(self, step.__name__, data, static):
                return step(data)
        except (backend.errors.InvalidArgumentError, ValueError, AttributeError, TypeError, NotImplementedError) as error:
            raise graph_errors.as_in_a_graph(error, getattr(step, "__self__", None), data, static, step.__name__) from None

    def _count_in(self, y, y_pred, sample_weight):
        """compile()'s metrics see a batch."""
        with graph_mode.tracing(None if self.run_eagerly else "step"), heard.counting(self):
            if self._compile_metrics is not None:
                self._compile_metrics.update_state(y, y_pred, sample_weight)

    def _results(self):
        with graph_mode.tracing(None if self.run_eagerly else "step"), heard.counting(self):
            return self.get_metrics_result()

    def _built_layers(self):
        """The ids of the layers that are built; None if all are."""
        layers = self._flatten_layers()
        built = {id(layer) for layer in layers if layer.built}
        return None if len(built) == len(layers) else built

    def _prepare(self, data, built, static):
        """Models that can be built from a shape alone are, before their first batch."""
        x = utils.unpack_x_y_sample_weight(data)[0]
        if built is None or not isinstance(x, backend.Tensor):
            return
        shape = (x.shape[0] if static else None, *x.shape[1:])
        heard.builds(self)
        if hasattr(self, "build_for_batches"):
            self.build_for_batches(shape)
        elif any(hasattr(layer, "build_for_batches") and not layer.built for layer in self._flatten_layers()):
            # Models inside of this one keep the shape with which they are built, so the batch's size must be open.
            try:
                tracing.compute_symbolically(self.call, backend.KerasTensor(shape, dtype=x.dtype.name, name="data"))
            except Exception:
                # What can't be followed is built by the batch itself.
                pass

    def _leave_batch_size_open(self, built, iterator):
        """Layers that the first batch has built were built for any batch size, unless all batches have the same."""
        if built is None or iterator.has_static_batches:
            return
        for layer in self._flatten_layers():
            shapes = layer._build_shapes_dict
            if id(layer) not in built and shapes:
                layer.__dict__["_build_shapes_dict"] = {
                    name: None if shape is None else tree.map_shape_structure(lambda s: (None, *s[1:]), shape)
                    for name, shape in shapes.items()
                }

    def make_train_function(self, force=False):
        """Kept for programs that call it: steps need no preparation here."""
        self.train_function = lambda iterator: self.train_step(next(iterator))
        return self.train_function

    def make_test_function(self, force=False):
        """Kept for programs that call it."""
        self.test_function = lambda iterator: self.test_step(next(iterator))
        return self.test_function

    def make_predict_function(self, force=False):
        """Kept for programs that call it."""
        self.predict_function = self.predict_step
        return self.predict_function

    def _metrics_result_or(self, logs):
        results = self.get_metrics_result() if self._metrics_are_ready() else {}
        return results if isinstance(logs, dict) and set(logs) == set(results) else logs

    def _metrics_are_ready(self):
        return self._compile_metrics is None or self._compile_metrics.built

    def _flatten_metrics_in_order(self, logs):
        from keras.src.trainers.compile_metrics import CompileMetrics

        names = []
        for metric in self.metrics:
            if isinstance(metric, CompileMetrics):
                names += [inner.name for inner in metric.metrics]
            else:
                names.append(metric.name)
        results = [logs[name] for name in names if name in logs]
        results += [logs[name] for name in sorted(logs) if name not in names]
        return results[0] if len(results) == 1 else results


for _name, _method in list(vars(Loops).items()):
    # A call with wrong arguments tells the class by its name in Keras.
    if callable(_method) and not _name.startswith("_"):
        _method.__qualname__ = f"TensorFlowTrainer.{_name}"
        setattr(Loops, _name, without_suggestion(_method))


def _concatenated(*parts):
    if len(parts) == 1:
        return parts[0].numpy()
    tensors = [backend.unwrap(part) for part in parts]
    joined = torch.stack(tensors) if tensors[0].dim() == 0 else torch.cat(tensors)
    return np.asarray(backend.wrap(joined))


def _is_due(epoch, validation_freq):
    if isinstance(validation_freq, int):
        return (epoch + 1) % validation_freq == 0
    if isinstance(validation_freq, list):
        return epoch + 1 in validation_freq
    raise ValueError(
        f"Expected `validation_freq` to be a list or int. Received: validation_freq={validation_freq} of the type "
        f"{type(validation_freq)}."
    )
