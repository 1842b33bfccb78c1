"""The pickle machine of torch.load(weights_only=True): containers, numbers and tensors; no opcode of it can run other code.

Pickle is a language of a stack machine (Lib/pickletools.py of CPython describes every opcode). This one knows the opcodes that
data needs, looks names up in a table instead of importing them, and calls nothing that is not in that table.
"""

import codecs
import collections
import pickle
import struct

_BLOCKED_MODULES = {"sys", "os", "posix", "nt"}
_DEEPEST, _LARGEST_STACK = 500, 1_000_000


class Unpickler:
    """`load()` gives the object; `find` maps (module, name) to an allowed object or gives None."""

    def __init__(self, data, find, persistent_load, user_classes, encoding="utf-8"):
        self._data, self._at = memoryview(data), 0
        self._find, self._persistent_load = find, persistent_load
        self._user_classes, self._encoding = tuple(user_classes), encoding
        self._stack, self._marks, self._memo = [], [], {}
        self._callable = []  # what names have given: identity decides whether REDUCE may call it
        self._nesting = {}  # id of a container -> [container, levels of containers in it, whether it is in another]

    @property
    def position(self):
        """Where the next opcode stands."""
        return self._at

    def load(self):
        """Runs the machine until STOP."""
        handlers = _HANDLERS
        while True:
            code = self._take(1)[0]
            if code == pickle.STOP[0]:
                return self._pop()
            handler = handlers.get(code)
            if handler is None:
                raise pickle.UnpicklingError(f"Unsupported operand {code}")
            handler(self)

    def _take(self, count):
        end = self._at + count
        if end > len(self._data):
            raise pickle.UnpicklingError("pickle data was truncated")
        taken = self._data[self._at : end]
        self._at = end
        return taken

    def _number(self, form):
        return struct.unpack(form, self._take(struct.calcsize(form)))[0]

    def _nested(self, container, items):
        """Notes that a container has come to hold items. Nesting is bounded, since the interpreter frees a container within
        a container by calling itself: a file with a million brackets would end it."""
        entry = self._nesting.setdefault(id(container), [container, 1, False])
        for item in items:
            if not isinstance(item, (list, tuple, dict, set)):
                continue
            inner = self._nesting.setdefault(id(item), [item, 1, False])
            if entry[2] or item is container:
                raise pickle.UnpicklingError("a container of the file holds itself")
            inner[2] = True
            entry[1] = max(entry[1], inner[1] + 1)
        if entry[1] > _DEEPEST or len(self._stack) > _LARGEST_STACK or len(self._marks) > _DEEPEST:
            raise pickle.UnpicklingError(f"containers are nested more than {_DEEPEST} levels deep")
        return container

    def _line(self):
        rest = self._data[self._at : self._at + 1000].tobytes()
        end = rest.find(b"\n")
        if end < 0:
            raise pickle.UnpicklingError("pickle data was truncated")
        self._at += end + 1
        return rest[:end].decode()

    def _pop(self):
        if not self._stack:
            raise pickle.UnpicklingError("unexpected MARK found" if self._marks else "pickle stack underflow")
        return self._stack.pop()

    def _top(self):
        if not self._stack:
            raise pickle.UnpicklingError("pickle stack underflow")
        return self._stack[-1]

    def _to_mark(self):
        if not self._marks:
            raise pickle.UnpicklingError("could not find MARK")
        items, self._stack = self._stack, self._marks.pop()
        return items

    def _text(self, length):
        try:
            self._stack.append(str(self._take(length), "utf-8", "surrogatepass"))
        except UnicodeDecodeError as error:
            raise pickle.UnpicklingError(f"a text of the pickle is not UTF-8: {error}") from None

    def _old_text(self, length):
        raw = self._take(length).tobytes()
        self._stack.append(raw if self._encoding == "bytes" else raw.decode(self._encoding))

    def _push_global(self, module, name):
        if module == "__builtin__":
            module = "builtins"
        full = f"{module}.{name}"
        found = self._find(module, name)
        if found is None and module.split(".")[0] in _BLOCKED_MODULES:
            raise pickle.UnpicklingError(f"Trying to load unsupported GLOBAL {full} whose module {module} is blocked.")
        if found is None:
            raise pickle.UnpicklingError(
                f"Unsupported global: GLOBAL {full} was not an allowed global by default. Please use "
                f"`torch.serialization.add_safe_globals([{name}])` or the `torch.serialization.safe_globals([{name}])` context "
                "manager to allowlist this global if you trust this class/function."
            )
        self._callable.append(found)
        self._stack.append(found)

    def _allowed(self, called):
        return any(called is each for each in self._callable)

    def _reduce(self):
        arguments, called = self._pop(), self._pop()
        if not self._allowed(called) or not callable(called):
            raise pickle.UnpicklingError(f"Trying to call reduce for unrecognized function {called}")
        made = called(*arguments)
        self._stack.append(self._nested(made, arguments) if isinstance(made, (dict, set, list, tuple)) else made)

    def _new_object(self, arguments, options=None):
        cls = self._pop()
        if not self._allowed(cls) or not isinstance(cls, type):
            raise pickle.UnpicklingError(f"Trying to create new object for unrecognized class {cls}")
        self._stack.append(cls.__new__(cls, *arguments, **(options or {})))

    def _build(self):
        state, made = self._pop(), self._top()
        if isinstance(made, self._user_classes):
            if hasattr(made, "__setstate__"):
                made.__setstate__(state)
            else:
                made.__dict__.update(state)
        elif isinstance(made, (collections.OrderedDict, _tensor_class())):
            made.__dict__.update(state[0] if isinstance(state, tuple) else state)
        else:
            raise pickle.UnpicklingError(
                "Can only build Tensor, Parameter, OrderedDict or types allowlisted via `add_safe_globals`, but got "
                f"{type(made)}"
            )

    def _append(self, items):
        target = self._top()
        if type(target) is not list:
            raise pickle.UnpicklingError(f"Can only append to lists, but got {type(target)}")
        target.extend(items)
        self._nested(target, items)

    def _set_items(self, items):
        target = self._top()
        if not isinstance(target, dict):
            raise pickle.UnpicklingError(f"Can only set items of dictionaries, but got {type(target)}")
        target.update(zip(items[::2], items[1::2]))
        self._nested(target, items)

    def _add_items(self, items):
        target = self._top()
        if type(target) is not set:
            raise pickle.UnpicklingError(f"Can only add to sets, but got {type(target)}")
        target.update(items)

    def _get(self, index):
        if index not in self._memo:
            raise pickle.UnpicklingError(f"Memo value not found at index {index}")
        self._stack.append(self._memo[index])

    def _put(self, index):
        self._memo[index] = self._top()

    def _persistent(self):
        saved = self._pop()
        if not isinstance(saved, tuple) or not saved:
            raise pickle.UnpicklingError(f"persistent_load id must be tuple or int, but got {type(saved)}")
        if saved[0] != "storage":
            raise pickle.UnpicklingError(f"Only persistent_load of storage is allowed, but got {saved[0]}")
        self._stack.append(self._persistent_load(saved))

    def _mark(self):
        if len(self._marks) > _DEEPEST:
            raise pickle.UnpicklingError(f"containers are nested more than {_DEEPEST} levels deep")
        self._marks.append(self._stack)
        self._stack = []

    def _tuple_of(self, count):
        items = [self._pop() for _ in range(count)][::-1]
        self._stack.append(self._nested(tuple(items), items))

    def _collected(self, make):
        items = self._to_mark()
        self._stack.append(self._nested(make(items), items))

    def _long(self, length):
        self._stack.append(int.from_bytes(self._take(length), "little", signed=True))

    def _stack_global(self):
        name, module = self._pop(), self._pop()
        if not isinstance(name, str) or not isinstance(module, str):
            raise pickle.UnpicklingError("STACK_GLOBAL requires str")
        self._push_global(module, name)


def _tensor_class():
    from torch._tensor import Tensor

    return Tensor


def _handlers():
    """Opcode → what it does."""
    push = lambda make: lambda m: m._stack.append(make())  # noqa: E731
    number = lambda form: lambda m: m._stack.append(m._number(form))  # noqa: E731
    named = {
        "NONE": push(lambda: None), "NEWTRUE": push(lambda: True), "NEWFALSE": push(lambda: False), "EMPTY_TUPLE": push(tuple),
        "EMPTY_LIST": push(list), "EMPTY_DICT": push(dict), "EMPTY_SET": push(set), "BININT": number("<i"),
        "BININT1": number("<B"), "BININT2": number("<H"), "BINFLOAT": number(">d"), "MARK": Unpickler._mark,
        "TUPLE": lambda m: m._collected(tuple), "TUPLE1": lambda m: m._tuple_of(1),
        "TUPLE2": lambda m: m._tuple_of(2), "TUPLE3": lambda m: m._tuple_of(3), "POP": Unpickler._pop,
        "POP_MARK": Unpickler._to_mark, "APPEND": lambda m: m._append([m._pop()]), "APPENDS": lambda m: m._append(m._to_mark()),
        "SETITEM": lambda m: m._set_items([m._pop(), m._pop()][::-1]), "SETITEMS": lambda m: m._set_items(m._to_mark()),
        "ADDITEMS": lambda m: m._add_items(m._to_mark()), "LIST": lambda m: m._collected(list),
        "DICT": lambda m: m._collected(lambda items: dict(zip(items[::2], items[1::2]))),
        "BINUNICODE": lambda m: m._text(m._number("<I")), "SHORT_BINUNICODE": lambda m: m._text(m._number("<B")),
        "BINUNICODE8": lambda m: m._text(m._number("<Q")), "SHORT_BINSTRING": lambda m: m._old_text(m._number("<B")),
        "BINSTRING": lambda m: m._old_text(m._number("<I")),
        "BINBYTES": lambda m: _push(m, m._take(m._number("<I")).tobytes()),
        "SHORT_BINBYTES": lambda m: _push(m, m._take(m._number("<B")).tobytes()),
        "LONG1": lambda m: m._long(m._number("<B")), "LONG4": lambda m: m._long(m._number("<I")),
        "BINGET": lambda m: m._get(m._number("<B")), "LONG_BINGET": lambda m: m._get(m._number("<I")),
        "BINPUT": lambda m: m._put(m._number("<B")), "LONG_BINPUT": lambda m: m._put(m._number("<I")),
        "MEMOIZE": lambda m: m._put(len(m._memo)), "PROTO": lambda m: m._take(1), "FRAME": lambda m: m._take(8),
        "GLOBAL": lambda m: m._push_global(m._line(), m._line()), "STACK_GLOBAL": Unpickler._stack_global,
        "REDUCE": Unpickler._reduce, "BUILD": Unpickler._build, "BINPERSID": Unpickler._persistent,
        "NEWOBJ": lambda m: m._new_object(m._pop()),
        "NEWOBJ_EX": lambda m: (lambda options, arguments: m._new_object(arguments, options))(m._pop(), m._pop()),
    }  # fmt: skip
    return {getattr(pickle, name)[0]: handler for name, handler in named.items()}


def _push(machine, value):
    machine._stack.append(value)


_HANDLERS = _handlers()


def encode(text, encoding="utf-8"):
    """_codecs.encode of a text, by which older pickles store bytes; other types and encodings are refused."""
    if not isinstance(text, str) or encoding not in ("latin1", "utf-8", "ascii"):
        raise pickle.UnpicklingError(f"_codecs.encode of {type(text)} to {encoding!r} is not allowed")
    return codecs.encode(text, encoding)
