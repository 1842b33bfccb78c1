"""The base of keras.initializers: an object that makes a tensor of a shape."""


class Initializer:
    """Subclasses define __call__(shape, dtype=None) and get_config()."""

    def __call__(self, shape, dtype=None):
        raise NotImplementedError("Initializer subclasses must implement the `__call__()` method.")

    def get_config(self):
        """The constructor's arguments."""
        return {}

    @classmethod
    def from_config(cls, config):
        """An initializer made from get_config()'s dict."""
        return cls(**config)

    def clone(self):
        """An equal initializer."""
        return type(self).from_config(self.get_config())
