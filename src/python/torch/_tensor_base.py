"""What a tensor knows about itself: shape, dtype, device and its place in the graph of gradients. Operators are _tensor.py's."""

import bridge
from torch._device import of_code as _device_of_code
from torch._dtype import BY_CODE
from torch._layout import strided
from torch._size import Size


class _TensorBase:
    """The attributes of torch.Tensor that only read or flag the engine's tensor."""

    __module__ = "torch._C"
    __slots__ = ("_handle", "_size", "_grad_seen", "__weakref__", "__dict__")

    # --- what it is -----------------------------------------------------------------------------------------------

    @property
    def shape(self):
        """Sizes of the dimensions, a torch.Size."""
        try:
            return self._size
        except AttributeError:
            self._size = tuple.__new__(Size, bridge.shape_of(self._handle))
            return self._size

    def size(self, dim=None):
        """The shape, or the size of one dimension."""
        if dim is None:
            return self.shape
        if isinstance(dim, str):
            raise RuntimeError(f"Name '{dim}' not found in Tensor{list(self.names)}.")
        shape = self.shape
        if not -len(shape) <= dim < len(shape):
            if not shape:
                raise IndexError(f"dimension specified as {dim} but tensor has no dimensions")
            raise IndexError(
                f"Dimension out of range (expected to be in range of [{-len(shape)}, {len(shape) - 1}], but got {dim})"
            )
        return shape[dim]

    @property
    def dtype(self):
        """The type of the elements."""
        return BY_CODE[bridge.dtype(self._handle)]

    @property
    def device(self):
        """Where the elements are: device(type='cpu') or device(type='cuda', index=0)."""
        return _device_of_code(bridge.device(self._handle))

    @property
    def ndim(self):
        """The number of dimensions."""
        return len(self.shape)

    layout = strided
    is_sparse = is_quantized = is_mkldnn = is_nested = is_meta = is_mps = is_xla = False

    @property
    def is_cuda(self):
        """Whether the tensor is on the GPU."""
        return bridge.device(self._handle) == 1

    @property
    def is_cpu(self):
        return bridge.device(self._handle) == 0

    @property
    def itemsize(self):
        """Bytes of one element."""
        return self.dtype.itemsize

    @property
    def nbytes(self):
        """Bytes of all elements."""
        return self.dtype.itemsize * self.shape.numel()

    # --- gradients ------------------------------------------------------------------------------------------------

    @property
    def requires_grad(self):
        """Whether gradients must be computed for this tensor."""
        return bridge.requires_grad(self._handle)

    @requires_grad.setter
    def requires_grad(self, wanted):
        if not isinstance(wanted, bool):
            raise RuntimeError("requires_grad must be a bool")
        if wanted and not bridge.is_leaf(self._handle):
            raise RuntimeError("you can only change requires_grad flags of leaf variables.")
        bridge.set_requires_grad(self._handle, wanted)

    @property
    def is_leaf(self):
        """True for tensors that no recorded operation made."""
        return bridge.is_leaf(self._handle)

    @property
    def grad(self):
        """The gradient that backward() left, or None."""
        from torch.autograd import _tensor_hooks

        return _tensor_hooks.get_grad(self)

    @grad.setter
    def grad(self, value):
        from torch.autograd import _tensor_hooks

        _tensor_hooks.set_grad(self, value)

    @grad.deleter
    def grad(self):
        bridge.set_grad(self._handle, 0)

    @property
    def grad_fn(self):
        """The node of the graph that made this tensor, or None."""
        from torch.autograd import graph

        return graph.node_of(self)

    @property
    def _version(self):
        if bridge.is_inference(self._handle):
            raise RuntimeError("Inference tensors do not track version counter.")
        return bridge.version(self._handle)

    @property
    def output_nr(self):
        return bridge.output_index(self._handle)
