"""What all optimizers of keras share: the learning rate, clipping, weight decay, moving averages, accumulation.
The formulas are in the files named after the optimizers: update_step() there writes into variables in place."""

import re
import warnings

import torch
from torch.optim import _fused

from kernel_runtime import older

from keras.src import backend
from keras.src.backend import tensor as _tensor
from keras.src.backend import unwrap, wrap
from keras.src.backend.errors import invalid, shape_mismatch, sizes_text
from keras.src.optimizers.schedules.learning_rate_schedule import LearningRateSchedule
from keras.src.optimizers.slices import numbers, with_numbers
from keras.src.optimizers.state import OptimizerState
from keras.src.utils.naming import auto_name


class BaseOptimizer(OptimizerState):
    """The base of optimizers. Subclasses define build(variables) and update_step(gradient, variable, learning_rate).

    clipnorm, clipvalue, global_clipnorm: at most one of them. weight_decay is decoupled: variable -= variable * decay * rate.
    """

    def __init__(
        self, learning_rate, weight_decay=None, clipnorm=None, clipvalue=None, global_clipnorm=None, use_ema=False, ema_momentum=0.99,
        ema_overwrite_frequency=None, loss_scale_factor=None, gradient_accumulation_steps=None, name=None, **kwargs,
    ):  # fmt: skip
        if kwargs.pop("decay", None) is not None:
            warnings.warn("Argument `decay` is no longer supported and will be ignored.", stacklevel=3)
        if kwargs:
            raise ValueError(f"Argument(s) not recognized: {kwargs}")
        self.name = name or auto_name(type(self).__name__)
        self.weight_decay = weight_decay
        self.clipnorm = clipnorm
        self.global_clipnorm = global_clipnorm
        self.clipvalue = clipvalue
        self.use_ema = use_ema
        self.loss_scale_factor = loss_scale_factor
        self.gradient_accumulation_steps = gradient_accumulation_steps
        self.ema_momentum = ema_momentum
        self.ema_overwrite_frequency = ema_overwrite_frequency
        self._check_arguments()
        self.built = False
        self._variables = []
        self._trainable_variables = []
        self._indices = {}
        self._undecayed = (set(), None)
        with backend.name_scope(self.name, caller=self):
            self._iterations = backend.Variable(0, name="iteration", dtype="int64", trainable=False, aggregation="only_first_replica")
        self._variables.append(self._iterations)
        self._learning_rate = self._initial_rate(learning_rate)

    def _check_arguments(self):
        steps = self.gradient_accumulation_steps
        if steps and not steps >= 2:
            raise ValueError(f"`gradient_accumulation_steps` must be an integer >= 2. Received: gradient_accumulation_steps={steps}")
        if self.use_ema:
            if self.ema_momentum > 1 or self.ema_momentum < 0:
                raise ValueError(f"`ema_momentum` must be in the range [0, 1]. Received: ema_momentum={self.ema_momentum}")
            often = self.ema_overwrite_frequency
            if often and (not isinstance(often, int) or often < 1):
                raise ValueError(
                    f"`ema_overwrite_frequency` must be an integer >= 1 or None. Received: ema_overwrite_frequency={often}"
                )
        if sum(each is not None for each in (self.clipnorm, self.clipvalue, self.global_clipnorm)) > 1:
            raise ValueError(
                "Only one of `clipnorm`, `clipvalue` and `global_clipnorm` can be set. Received: "
                f"clipnorm={self.clipnorm}, clipvalue={self.clipvalue}, global_clipnorm={self.global_clipnorm}"
            )

    def _initial_rate(self, learning_rate):
        if isinstance(learning_rate, LearningRateSchedule) or callable(learning_rate):
            return learning_rate
        if not isinstance(learning_rate, float):
            raise ValueError(
                "Argument `learning_rate` should be float, or an instance of LearningRateSchedule, or a callable (that takes in the "
                f"current iteration value and returns the corresponding learning rate value). Received instead: learning_rate={learning_rate}"
            )
        with backend.name_scope(self.name, caller=self):
            variable = backend.Variable(
                learning_rate, name="learning_rate", dtype=backend.floatx(), trainable=False, aggregation="only_first_replica"
            )
        self._variables.append(variable)
        return variable

    # --- the learning rate ----------------------------------------------------------------------------------------

    def _get_current_learning_rate(self):
        rate = self._learning_rate
        if isinstance(rate, LearningRateSchedule):
            return rate(self._iterations)
        if isinstance(rate, backend.Variable):
            return rate
        return rate() if callable(rate) else rate

    @property
    def learning_rate(self):
        """The rate that applies now: a variable, or a tensor when there is a schedule."""
        return self._get_current_learning_rate()

    @learning_rate.setter
    def learning_rate(self, learning_rate):
        current = self._learning_rate
        if isinstance(learning_rate, LearningRateSchedule) or (
            callable(learning_rate) and not isinstance(learning_rate, backend.Variable)
        ):
            if isinstance(current, backend.Variable):
                self._variables = [each for each in self._variables if each is not current]
            self._learning_rate = learning_rate
            return
        if isinstance(current, LearningRateSchedule):
            raise TypeError(
                "This optimizer was created with a `LearningRateSchedule` object as its `learning_rate` constructor argument, hence its "
                "learning rate is not settable. If you need the learning rate to be settable, you should instantiate the optimizer with a "
                "float `learning_rate` argument."
            )
        current.assign(learning_rate)

    @property
    def lr(self):
        """The learning rate's name in Keras 2, for cells that ask for older behaviour."""
        if "lr" in self.__dict__:
            return self.__dict__["lr"]
        if not older.wanted:
            raise AttributeError(f"'{type(self).__name__}' object has no attribute 'lr'")
        return self.learning_rate

    @lr.setter
    def lr(self, value):
        if older.wanted:
            self.learning_rate = value
        else:
            self.__dict__["lr"] = value

    # --- updates --------------------------------------------------------------------------------------------------

    def update_step(self, gradient, variable, learning_rate):
        """The formula, for one variable."""
        raise NotImplementedError

    def assign(self, variable, value):
        """variable = value, for update_step."""
        variable.assign(value)

    def assign_add(self, variable, value):
        """variable += value, for update_step."""
        variable.assign_add(value)

    def assign_sub(self, variable, value):
        """variable -= value, for update_step."""
        variable.assign_sub(value)

    def apply_gradients(self, grads_and_vars):
        """Updates variables from pairs (gradient, variable)."""
        grads_and_vars = list(grads_and_vars)
        grads, variables = zip(*grads_and_vars)
        self.apply(grads, variables)
        return self._iterations

    def apply(self, grads, trainable_variables=None):
        """Updates variables from their gradients, a list in the order of the variables."""
        grads = list(grads)
        if not grads:
            return
        if trainable_variables is None:
            variables = self._known_variables(grads)
        else:
            variables = list(trainable_variables)
            if not self.built:
                with backend.name_scope(self.name, caller=self):
                    self.build(variables)
                self.built = True
            if not all(map(self._indices.__contains__, map(id, variables))):
                unknown = next(variable for variable in variables if id(variable) not in self._indices)
                raise ValueError(
                    f"Unknown variable: {unknown}. This optimizer can only be called for the variables it was originally built "
                    "with. When working with a new set of variables, you should recreate a new optimizer instance."
                )
        if any([g is None for g in grads]):
            grads, variables = _with_gradients(grads, variables)
        with torch.no_grad():
            if _tensor.recording:  # a tape may still need the values that are there
                for variable in variables:
                    variable._shared = True
            grads = self._of_right_shapes(grads, variables)
            if self.loss_scale_factor is not None:
                grads = [wrap(unwrap(g) / self.loss_scale_factor) for g in grads]
            self._apply(grads, variables)
            for variable in variables:
                if variable._constraint is not None:
                    variable.assign(variable._constraint(variable))
            _fused.count_up(self._iterations.own())

    # The operation in which TensorFlow would meet a gradient of another shape than its variable's.
    _first_operation = "Sub"

    def _of_right_shapes(self, grads, variables):
        whole = not any([type(grad) is not backend.Tensor for grad in grads])
        if whole and _fused.same_sizes([grad._t for grad in grads], [variable._t for variable in variables]):
            return grads
        made = []
        for grad, variable in zip(grads, variables):
            have, need = tuple(grad.shape), tuple(variable.shape)
            if have != need:
                op = self._first_operation
                if op.startswith("Assign"):
                    why = f"Cannot update variable with shape {sizes_text(need)} using a Tensor with shape {sizes_text(have)}, shapes must be equal."
                    raise invalid(f"{op}VariableOp", why)
                if len(have) > len(need) or any(a not in (1, b) for a, b in zip(reversed(have), reversed(need))):
                    raise shape_mismatch(op, *((have, need) if op == "Sub" else (need, have)), [[]] if op == "Sub" else ())
                grad = wrap(unwrap(grad).expand(need).contiguous())
            made.append(grad)
        return made

    def _known_variables(self, grads):
        if not self.built:
            raise ValueError(
                "When passing `grads` without `variables`, the optimizer must already be built on a list of variables. Call "
                "`optimizer.build(trainable_variables)` first. "
            )
        if len(grads) != len(self._trainable_variables):
            raise ValueError(
                "When passing `grads` as a list of gradient tensors, the gradients must match `optimizer.variables` one-to-on. Received a "
                f"list of {len(grads)} gradients, but the optimizer is tracking {len(self._trainable_variables)} trainable variables."
            )
        return self._trainable_variables

    def _apply(self, grads, variables):
        steps = self.gradient_accumulation_steps
        if steps:
            sums = [self._accumulated_gradients[self._get_variable_index(v)] for v in variables]
            for grad, total in zip(grads, sums):
                total.own().add_(unwrap(grad))
            if (self._iterations._t.item() + 1) % steps == 0:
                self._update([wrap(total._t / steps) for total in sums], variables)
                for total in sums:
                    total.own().zero_()
        else:
            self._update(grads, variables)
        if self.use_ema:
            self._move_averages()

    def _update(self, grads, variables):
        grads = self._clip_gradients(grads)
        rate = self.learning_rate
        self._apply_weight_decay(variables, rate)
        self._backend_update_step(grads, variables, rate)

    def _backend_update_step(self, grads, trainable_variables, learning_rate):
        for grad, variable in zip(grads, trainable_variables):
            self.update_step(grad, variable, learning_rate)

    # --- steps of one call of the engine --------------------------------------------------------------------------

    @staticmethod
    def _have_one_kernel(variables):
        """Whether torch.optim._fused can update the variables in one call."""
        return {variable._dtype for variable in variables} in ({"float32"}, {"float64"})

    def _has_kernel(self, variables):
        """Whether _call_kernel() is there and does for the variables what update_step() does."""
        return False

    def is_one_call(self, variables):
        """Whether a step for the variables is one call of the engine and nothing else, so that step_at_once() can do it."""
        more = (self.clipnorm, self.clipvalue, self.global_clipnorm, self.weight_decay, self.loss_scale_factor, self.gradient_accumulation_steps)
        plain = self.built and not self.use_ema and more == (None,) * len(more) and not any(v._constraint for v in variables)
        return plain and self._has_kernel(variables) and all(id(v) in self._indices for v in variables)

    def numbers_of_step(self):
        """What the call for the next step depends on besides tensors: what changes with the rate and the count of steps."""
        return self._kernel_numbers(self.learning_rate)

    def step_at_once(self, numbers, grads, variables):
        """apply(), where is_one_call(), for gradients that are all Tensors."""
        with torch.no_grad():
            self._call_kernel(numbers, self._of_right_shapes(grads, variables), variables)
            _fused.count_up(self._iterations.own())

    def _step_number(self):
        """How many updates there will have been after this one."""
        done = self._iterations._t.item()
        return (done // self.gradient_accumulation_steps if self.gradient_accumulation_steps else done) + 1

    # --- clipping, decay, averages --------------------------------------------------------------------------------

    def _clip_gradients(self, grads):
        if self.clipnorm and self.clipnorm > 0:
            return [with_numbers(g, _clipped_by_norm(numbers(g), self.clipnorm)) for g in grads]
        if self.global_clipnorm and self.global_clipnorm > 0:
            norm = torch.sqrt(sum(torch.square(numbers(g)).sum() for g in grads))
            scale = self.global_clipnorm * torch.clamp(1.0 / norm, max=1.0 / self.global_clipnorm)
            return [wrap(unwrap(g) * scale) for g in grads]
        if self.clipvalue and self.clipvalue > 0:
            return [with_numbers(g, torch.clamp(numbers(g), -self.clipvalue, self.clipvalue)) for g in grads]
        return grads

    def exclude_from_weight_decay(self, var_list=None, var_names=None):
        """Leaves variables out of the decay: given ones, or those whose name contains one of the names."""
        self._undecayed = ({id(v) for v in var_list or ()}, re.compile("|".join(set(var_names))) if var_names else None)

    def _use_weight_decay(self, variable):
        known, pattern = self._undecayed
        return id(variable) not in known and not (pattern is not None and pattern.search(variable.name))

    def _apply_weight_decay(self, variables, rate=None):
        if self.weight_decay is None:
            return
        factor = 1.0 - float(self.learning_rate if rate is None else rate) * self.weight_decay
        for variable in variables:
            if self._use_weight_decay(variable):
                variable.own().mul_(factor)

    def _move_averages(self):
        step = self._step_number() - 1
        momentum = self.ema_momentum if step else 0.0
        for variable, average in zip(self._trainable_variables, self._model_variables_moving_average):
            average.own().mul_(momentum).add_(variable._t, alpha=1 - momentum)
        if self.ema_overwrite_frequency and (step + 1) % self.ema_overwrite_frequency == 0:
            self.finalize_variable_values(self._trainable_variables)

    def finalize_variable_values(self, var_list):
        """Gives the variables their moving averages, where the optimizer keeps them."""
        if self.use_ema:
            for variable, average in zip(var_list, self._model_variables_moving_average):
                variable.assign(average)

    def scale_loss(self, loss):
        """The loss times loss_scale_factor."""
        return loss if self.loss_scale_factor is None else loss * self.loss_scale_factor

    def _obj_type(self):
        return "Optimizer"

    def get_config(self):
        """The constructor's arguments."""
        from keras.src.saving import serialization_lib

        rate = self._learning_rate
        if isinstance(rate, backend.Variable) or backend.is_tensor(rate):
            rate = float(rate)
        elif isinstance(rate, LearningRateSchedule) or callable(rate):
            rate = serialization_lib.serialize_keras_object(rate)
        config = {"name": self.name, "learning_rate": rate}
        for name in (
            "weight_decay", "clipnorm", "global_clipnorm", "clipvalue", "use_ema", "ema_momentum", "ema_overwrite_frequency",
            "loss_scale_factor", "gradient_accumulation_steps", *self._arguments,
        ):  # fmt: skip
            config[name] = getattr(self, name)
        return config

    # Names of a subclass' own arguments, which get_config() adds.
    _arguments = ()

    @classmethod
    def from_config(cls, config, custom_objects=None):
        """An optimizer made from get_config()'s dict."""
        config = dict(config)
        if isinstance(config.get("learning_rate"), dict):
            from keras.src.saving import serialization_lib

            config["learning_rate"] = serialization_lib.deserialize_keras_object(config["learning_rate"], custom_objects=custom_objects)
        return cls(**config)


def _clipped_by_norm(grad, limit):
    norm = torch.sqrt(torch.square(grad).sum())
    return grad * limit / torch.clamp(norm, min=limit)


def _with_gradients(grads, variables):
    """The pairs whose gradient is there; warns of the others."""
    missing = [getattr(v, "path", None) or v.name for g, v in zip(grads, variables) if g is None]
    pairs = [(g, v) for g, v in zip(grads, variables) if g is not None]
    if not pairs:
        raise ValueError("No gradients provided for any variable.")
    warnings.warn(
        f"Gradients do not exist for variables {missing} when minimizing the loss. If using `model.compile()`, did you forget to provide a "
        "`loss` argument?",
        stacklevel=4,
    )
    return [g for g, _ in pairs], [v for _, v in pairs]
