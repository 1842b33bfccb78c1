"""DTypePolicy: a name such as "float32" or "mixed_float16", read as a compute and a variable dtype."""


class DTypePolicy:
    """A dtype name means both; mixed_float16 and mixed_bfloat16 compute in 16 bits and keep variables in float32."""

    quantization_mode = None

    def __init__(self, name=None):
        from keras.src import backend

        name = backend.floatx() if name is None else name
        if not isinstance(name, str):
            raise TypeError(f"'name' must be a string, such as 'mixed_float16'. Received: name={name} (of type {type(name)})")
        self._name = name
        if name in ("mixed_float16", "mixed_bfloat16"):
            self._compute_dtype, self._variable_dtype = name[len("mixed_") :], "float32"
        else:
            try:
                dtype = backend.standardize_dtype(name)
            except ValueError:
                raise ValueError(
                    f"Cannot convert '{name}' to a mixed precision DTypePolicy. Valid policies include 'mixed_float16', "
                    "'mixed_bfloat16', and the name of any float dtype such as 'float32'."
                ) from None
            self._compute_dtype = self._variable_dtype = dtype

    @property
    def name(self):
        """The policy's name."""
        return self._name

    @property
    def compute_dtype(self):
        """The dtype of inputs and computations."""
        return self._compute_dtype

    @property
    def variable_dtype(self):
        """The dtype of variables."""
        return self._variable_dtype

    def get_config(self):
        """The arguments that make an equal policy."""
        return {"name": self.name}

    @classmethod
    def from_config(cls, config):
        """A policy from get_config()'s dict."""
        return cls(**config)

    def __eq__(self, other):
        return type(other) is type(self) and self._name == other._name

    def __hash__(self):
        return hash(self._name)

    def __repr__(self):
        return f'<DTypePolicy "{self._name}">'


class FloatDTypePolicy(DTypePolicy):
    """The older name of DTypePolicy."""
