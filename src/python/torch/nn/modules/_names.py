"""Names that members of a module may have, and the indentation of printed modules."""

import torch


def _addindent(text, spaces):
    """All lines but the first, moved right."""
    first, *rest = text.split('\n')
    return '\n'.join([first, *(' ' * spaces + line for line in rest)])


def check_name(kind, name):
    if not isinstance(name, str):
        raise TypeError(f'{kind} name should be a string. Got {torch.typename(name)}')
    if '.' in name:
        raise KeyError(f'{kind} name can\'t contain ".", got: {name}' if kind == 'module'
                       else f'{kind} name can\'t contain "."')
    if name == '':
        raise KeyError(f'{kind} name can\'t be empty string ""')
