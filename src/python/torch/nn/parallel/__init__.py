"""torch.nn.parallel: there is one device of each kind, so these wrappers run their module as it is."""

from ..modules.module import Module


class DataParallel(Module):
    """Runs the module on the one device there is; `.module` is the wrapped one, as in PyTorch."""

    def __init__(self, module, device_ids=None, output_device=None, dim=0):
        super().__init__()
        self.module = module
        self.dim = dim
        self.device_ids = [] if device_ids is None else list(device_ids)
        self.output_device = output_device

    def forward(self, *inputs, **kwargs):
        return self.module(*inputs, **kwargs)
