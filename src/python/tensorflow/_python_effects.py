"""What Python values mean in a traced function: TensorFlow reads and changes them once, while it traces. Later runs here get the values that
they had then, and what they change is put back."""

import dis

_KEPT = (int, float, str, bool, list, dict)
_LONGEST = 64


def _copy(value):
    if type(value) is list:
        return list(value) if len(value) <= _LONGEST else len(value)
    return dict(value) if type(value) is dict else value


def _fill(value, saved):
    """Gives a list or dictionary the contents that were saved (a list too long to be saved loses only what was added)."""
    if isinstance(saved, int):
        del value[saved:]
    elif type(value) is list:
        if len(value) != len(saved) or any(a is not b for a, b in zip(value, saved)):
            value[:] = saved
    elif value.keys() != saved.keys() or any(value[key] is not saved[key] for key in saved):
        value.clear()
        value.update(saved)


class Effects:
    """The names through which a function reaches values outside of it."""

    def __init__(self, function):
        function = getattr(function, "func", function)  # functools.partial
        code = getattr(function, "__code__", None)
        self._globals = getattr(function, "__globals__", {})
        self._names, self._cells, self._attributes = (), (), ()
        if code is None:
            return
        used = {(each.opname.partition("_")[0], each.opname, each.argval) for each in dis.get_instructions(code)}
        self._names = tuple({name for _, op, name in used if op in ("LOAD_GLOBAL", "LOAD_NAME", "STORE_GLOBAL")})
        self._attributes = tuple({name for _, op, name in used if op in ("LOAD_ATTR", "STORE_ATTR")})
        free = dict(zip(code.co_freevars, function.__closure__ or ()))
        self._cells = tuple(free.values())

    def _places(self, instance):
        """(read, write, value) of each plain number, text, list and dictionary."""
        for name in self._names:
            value = self._globals.get(name)
            if type(value) in _KEPT:
                yield self._globals, name, value
        own = getattr(instance, "__dict__", None)
        if own is not None:
            for name in self._attributes:
                value = own.get(name)
                if type(value) in _KEPT:
                    yield own, name, value
        for cell in self._cells:
            try:
                value = cell.cell_contents
            except ValueError:
                continue
            if type(value) in _KEPT:
                yield cell, None, value

    def save(self, instance):
        """The values now."""
        return [(where, name, value, _copy(value)) for where, name, value in self._places(instance)]


def put(saved):
    """Makes saved values hold again, as far as names still hold values of their kind."""
    for where, name, value, copy in saved:
        if type(value) in (list, dict):
            _fill(value, copy)
        now = where.cell_contents if name is None else where.get(name)
        if now is not value and type(now) in _KEPT:
            if name is None:
                where.cell_contents = value
            else:
                where[name] = value


def leave_symbols(saved, symbol):
    """Tensors that a trace put into lists stay there as symbols."""
    for _, _, value, copy in saved:
        if type(value) is list:
            start = copy if isinstance(copy, int) else len(copy)
            value[start:] = [symbol(each) for each in value[start:]]
