"""Padding layers; `torch.nn.functional.pad` does the work."""

from .. import functional as F
from .module import Module
from .utils import ntuple


class _PadNd(Module):
    """Padding amounts, last dimension first, two for each (or one number for all)."""

    _mode = 'constant'
    _value = 0.0

    def __init__(self, padding):
        super().__init__()
        self.padding = ntuple(2 * self._dims)(padding)

    def forward(self, input):
        if self._mode == 'constant':
            return F.pad(input, self.padding, 'constant', self._value)
        return F.pad(input, self.padding, self._mode)

    def extra_repr(self):
        return f'{self.padding}'


class _ConstantPadNd(_PadNd):
    def __init__(self, padding, value):
        super().__init__(padding)
        self.value = value

    def forward(self, input):
        return F.pad(input, self.padding, 'constant', self.value)

    def extra_repr(self):
        return f'padding={self.padding}, value={self.value}'


def _define(name, base, dims, mode, doc):
    body = {'_dims': dims, '_mode': mode, '__doc__': doc, '__module__': __name__}
    return type(name, (base,), body)


_SHAPES = {1: '[N, C, L]', 2: '[N, C, H, W]', 3: '[N, C, D, H, W]'}
for _dims, _shape in _SHAPES.items():
    for _word, _base, _mode, _doc in (
            ('Constant', _ConstantPadNd, 'constant', 'a constant'), ('Zero', _PadNd, 'constant', 'zeros'),
            ('Reflection', _PadNd, 'reflect', 'the mirrored inside (the edge itself is not repeated)'),
            ('Replication', _PadNd, 'replicate', 'the nearest edge element'),
            ('Circular', _PadNd, 'circular', 'the opposite side')):
        _name = f'{_word}Pad{_dims}d'
        globals()[_name] = _define(_name, _base, _dims, _mode, f'Pads {_shape} with {_doc}.')
