"""Modules whose sizes come from their first input; the layers that use this say how in `initialize_parameters`."""

import warnings

import torch

from ..parameter import UninitializedParameter, is_lazy


class LazyModuleMixin:
    """Runs `initialize_parameters` before the first forward, then turns the module into `cls_to_become`."""

    cls_to_become = None

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.__dict__['_lazy_hook'] = self.register_forward_pre_hook(LazyModuleMixin._infer, with_kwargs=True)
        warnings.warn('Lazy modules are a new feature under heavy development '
                      'so changes to the API or functionality can happen at any moment.', stacklevel=2)

    def has_uninitialized_params(self):
        """Whether the first input is still to come."""
        return any(is_lazy(param) for param in self.__dict__['_parameters'].values())

    def _infer(self, args, kwargs):
        self.initialize_parameters(*args, **kwargs)
        self.__dict__.pop('_lazy_hook').remove()
        self.__class__ = self.cls_to_become

    def initialize_parameters(self, *args, **kwargs):
        """Gives the parameters their sizes and values, from the arguments of the first call."""
        raise NotImplementedError(f'initialize_parameters is not implemented for {type(self).__name__}')


class LazyConv(LazyModuleMixin):
    """A convolution that learns `in_channels` from its first input; stands before the convolution in a class's bases."""

    def __init__(self, out_channels, kernel_size, stride=1, padding=0, *args, **options):
        device, dtype = options.get('device'), options.get('dtype')
        # Without channels nothing is drawn: the real parameters come with the first input.
        super().__init__(0, 0, kernel_size, stride, padding, *args, **{**options, 'bias': False})
        self.weight = UninitializedParameter(device=device, dtype=dtype)
        self.out_channels = out_channels
        if options.get('bias', True):
            self.bias = UninitializedParameter(device=device, dtype=dtype)

    def reset_parameters(self):
        if not self.has_uninitialized_params() and self.in_channels != 0:
            super().reset_parameters()

    def initialize_parameters(self, input, *args, **kwargs):
        if not self.has_uninitialized_params():
            return
        spatial = len(self.kernel_size)
        if input.dim() not in (spatial + 1, spatial + 2):
            raise RuntimeError(f'Expected {spatial + 1}D (unbatched) or {spatial + 2}D (batched) input to '
                               f'{type(self).__name__}, but got input of size: {input.shape}')
        with torch.no_grad():
            self.in_channels = input.shape[-spatial - 1]
            if self.in_channels % self.groups != 0:
                raise ValueError('in_channels must be divisible by groups')
            first, second = self.out_channels, self.in_channels
            if self.transposed:
                first, second = second, first
            self.weight.materialize((first, second // self.groups, *self.kernel_size))
            if self.bias is not None:
                self.bias.materialize((self.out_channels,))
            self.reset_parameters()


class LazyNorm(LazyModuleMixin):
    """A batch or instance normalisation that learns `num_features` from its first input."""

    def __init__(self, eps=1e-5, momentum=0.1, affine=True, track_running_stats=True, device=None, dtype=None):
        super().__init__(0, eps, momentum, False, False, device=device, dtype=dtype)
        self.affine, self.track_running_stats = affine, track_running_stats
        self._options = {'device': device, 'dtype': dtype}
        if affine:
            self.weight = UninitializedParameter(device=device, dtype=dtype)
            self.bias = UninitializedParameter(device=device, dtype=dtype)

    def reset_parameters(self):
        if not self.has_uninitialized_params() and self.num_features != 0:
            super().reset_parameters()

    def initialize_parameters(self, input):
        self.num_features = input.shape[1]
        options = self.__dict__.pop('_options')
        if self.affine:
            self.weight.materialize((self.num_features,))
            self.bias.materialize((self.num_features,))
        if self.track_running_stats:
            self.running_mean = torch.zeros(self.num_features, **options)
            self.running_var = torch.ones(self.num_features, **options)
            self.num_batches_tracked = torch.tensor(0, dtype=torch.long, device=options['device'])
        self.reset_parameters()
