"""torch.backends: flags that programs set; they change nothing here unless their text says so."""


class _Flags:
    """A named group of settings."""

    def __init__(self, name, **flags):
        self.__dict__.update(flags)
        self._name = name

    def is_available(self):
        """Whether the library is there."""
        return False

    def is_built(self):
        return False

    def version(self):
        return None

    def __repr__(self):
        return f"<module 'torch.backends.{self._name}'>"


cudnn = _Flags("cudnn", enabled=True, benchmark=False, deterministic=False, allow_tf32=True)
mps = _Flags("mps")
mkldnn = _Flags("mkldnn", enabled=False)
mkl = _Flags("mkl")
openmp = _Flags("openmp")
cuda = _Flags("cuda", matmul=_Flags("cuda.matmul", allow_tf32=False, allow_fp16_reduced_precision_reduction=True))
