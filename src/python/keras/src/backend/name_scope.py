"""The names around what is being built: a variable's path is model/layer/name."""

_stack = []


class name_scope:
    """Within it `current_path()` ends with this name. Entering it twice in a row for the same caller counts once."""

    def __init__(self, name, caller=None):
        if not isinstance(name, str) or "/" in name:
            raise ValueError(
                f"Argument `name` must be a string and cannot contain character `/`. Received: name={name}"
            )
        self.name = name
        self.caller = caller
        self._pushed = False

    def __enter__(self):
        top = _stack[-1] if _stack else None
        same = top is not None and self.caller is not None and top.caller is self.caller and top.name == self.name
        if not same:
            _stack.append(self)
            self._pushed = True
        return self

    def __exit__(self, *args):
        if self._pushed:
            _stack.pop()
            self._pushed = False


def current_path():
    """The names of the open scopes, joined by slashes."""
    return "/".join(scope.name for scope in _stack)
