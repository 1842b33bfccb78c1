"""CallbackList: calls each hook of all callbacks in turn. Metrics are turned into numbers only for those who look."""

from keras.src import tree
from keras.src.callbacks.callback import Callback
from keras.src.callbacks.history import History
from keras.src.callbacks.progbar_logger import ProgbarLogger
from keras.src.utils.python_utils import is_default, pythonify_logs


class CallbackList(Callback):
    """Several callbacks as one.

    Args:
        callbacks: callback, or list of callbacks.
        add_history, add_progbar: add these two where they aren't in the list.
        params: what the callbacks' `params` shall be.
    """

    def __init__(self, callbacks=None, add_history=False, add_progbar=False, model=None, **params):
        super().__init__()
        self.callbacks = tree.flatten(callbacks) if callbacks else []
        self._history = next((c for c in self.callbacks if isinstance(c, History)), None)
        self._progbar = next((c for c in self.callbacks if isinstance(c, ProgbarLogger)), None)
        if self._history is None and add_history:
            self._history = History()
            self.callbacks.append(self._history)
        if self._progbar is None and add_progbar:
            self._progbar = ProgbarLogger()
            self.callbacks.append(self._progbar)
        self.set_model(model)
        self.set_params(params)
        # Hooks that nobody overrides aren't called: they come at each step.
        self._listeners = {
            hook: [getattr(c, hook) for c in self.callbacks if _listens(c, hook)] for hook in _BATCH_HOOKS
        }

    def append(self, callback):
        """Adds a callback."""
        self.callbacks.append(callback)
        for hook, listeners in self._listeners.items():
            if _listens(callback, hook):
                listeners.append(getattr(callback, hook))

    def set_params(self, params):
        self.params = params
        if params:
            for callback in self.callbacks:
                callback.set_params(params)

    def set_model(self, model):
        if not model:
            return
        super().set_model(model)
        if self._history:
            model.history = self._history
        for callback in self.callbacks:
            callback.set_model(model)


_BATCH_HOOKS = [f"on_{phase}_batch_{when}" for phase in ("train", "test", "predict") for when in ("begin", "end")]
_OTHER_HOOKS = [f"on_{phase}_{when}" for phase in ("train", "test", "predict") for when in ("begin", "end")]


def _listens(callback, hook):
    method = getattr(callback, hook, None)
    if method is None:
        return False
    if not is_default(method):
        return True
    older = hook.replace("train_", "")
    return hook.startswith("on_train") and not is_default(getattr(callback, older))


def _batch_hook(hook):
    throttled = hook.endswith("_end")
    of_predict = hook.startswith("on_predict")

    def call(self, batch, logs=None):
        listeners = self._listeners[hook]
        if not listeners:
            return
        if throttled and len(listeners) == 1 and self._progbar is not None:
            # Only the progress bar listens, and it shows something a few times a second.
            if not self._progbar.is_due() and listeners[0].__self__ is self._progbar:
                self._progbar.seen = batch + 1
                self._progbar.skip(batch + 1)
                return
        if callable(logs):
            logs = logs()
        logs = (logs or {}) if of_predict else pythonify_logs(logs)
        for listener in listeners:
            listener(batch, logs)

    call.__name__ = hook
    return call


def _hook(hook):
    def call(self, logs=None):
        logs = pythonify_logs(logs)
        for callback in self.callbacks:
            getattr(callback, hook)(logs)

    call.__name__ = hook
    return call


def _epoch_hook(hook):
    def call(self, epoch, logs=None):
        logs = pythonify_logs(logs)
        for callback in self.callbacks:
            getattr(callback, hook)(epoch, logs)

    call.__name__ = hook
    return call


for _name in _BATCH_HOOKS:
    setattr(CallbackList, _name, _batch_hook(_name))
for _name in _OTHER_HOOKS:
    setattr(CallbackList, _name, _hook(_name))
for _name in ("on_epoch_begin", "on_epoch_end"):
    setattr(CallbackList, _name, _epoch_hook(_name))
CallbackList.on_batch_begin = CallbackList.on_train_batch_begin
CallbackList.on_batch_end = CallbackList.on_train_batch_end
