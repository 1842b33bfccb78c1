"""tf.autograph: what tf.function does to Python code. Code runs here as it is, so there is little to choose."""


class experimental:
    """tf.autograph.experimental."""

    @staticmethod
    def do_not_convert(func=None):
        """The function itself."""
        return (lambda each: each) if func is None else func

    @staticmethod
    def set_loop_options(**_options):
        """Nothing: loops run in Python."""


def set_verbosity(level, alsologtostdout=False):
    """Nothing is logged."""


def to_graph(entity, recursive=True, experimental_optional_features=None):
    """The function itself."""
    return entity


def to_code(entity, recursive=True, experimental_optional_features=None):
    """TensorFlow shows the code that it made of the function; none is made here."""
    raise NotImplementedError("tf.autograph.to_code is not here: functions run as they are written; inspect.getsource(function) shows them")
