"""The argument forms of `Module.to`."""

import itertools

import torch
from torch._tensor import Tensor


def parse_to(args, kwargs):
    """(device or None, dtype or None) of the forms that `to` accepts."""
    device, dtype = kwargs.get('device'), kwargs.get('dtype')
    for arg in itertools.chain(args[:2], [kwargs['tensor']] if 'tensor' in kwargs else []):
        if isinstance(arg, Tensor):
            device, dtype = arg.device, arg.dtype
        elif isinstance(arg, torch.dtype):
            dtype = arg
        elif isinstance(arg, (str, torch.device)) or (isinstance(arg, int) and not isinstance(arg, bool)):
            device = arg
        elif arg is not None and not isinstance(arg, bool):
            raise TypeError(f'to() received an invalid combination of arguments - got ({type(arg).__name__}), but '
                            'expected one of:\n * (torch.device device, torch.dtype dtype, bool non_blocking, bool copy)\n'
                            ' * (torch.dtype dtype, bool non_blocking, bool copy)\n'
                            ' * (Tensor tensor, bool non_blocking, bool copy)')
    return (None if device is None else torch.device(device)), dtype
