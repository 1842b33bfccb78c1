"""Modules whose sizes come from their first input; the layers that use this say how in `initialize_parameters`."""

import warnings

from ..parameter import is_lazy


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
