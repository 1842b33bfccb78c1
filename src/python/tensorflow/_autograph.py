"""What a learner sees of AutoGraph: while a function is traced, both branches of an if on a tensor and the body of a loop over tensors
speak (print) once each, however often they run.

Only functions that print inside of such a statement are rewritten: everything else runs as Python has it, which gives the same numbers.
"""

import ast
import inspect
import textwrap
import types

from keras.src.backend import Tensor
from keras.src.backend import symbols as _symbols
from keras.src.backend.variable import Variable

_HELPER = "__autograph"


def _is_symbolic(value):
    return isinstance(value, (Tensor, Variable))


class Helper:
    """What rewritten functions call."""

    @staticmethod
    def branches(test):
        """(whether the if branch speaks, whether the else branch speaks) of a branch that does not run."""
        return (True, True) if _is_symbolic(test) else (bool(test), not test)

    @staticmethod
    def both(test):
        """Whether the branch that does not run speaks: when a tensor decides."""
        return _is_symbolic(test)

    @staticmethod
    def over(rows):
        """The rows of a tensor: the loop's body speaks for the first one."""
        if not _is_symbolic(rows):
            yield from rows
            return
        trace, first = _symbols.current, True
        try:
            for row in rows:
                yield row
                if first and trace is not None:
                    trace.silent += 1
                    first = False
        finally:
            if not first:
                trace.silent -= 1

    class Loop:
        """A while loop: `loop(test)` is the test, `end()` comes behind."""

        def __init__(self):
            self.runs, self.quiet = 0, False

        def __call__(self, test):
            if self.runs == 1 and _is_symbolic(test) and _symbols.current is not None:
                _symbols.current.silent += 1
                self.quiet = True
            self.runs += 1
            return test

        def end(self):
            if self.quiet:
                _symbols.current.silent -= 1


def _prints(node):
    return any(isinstance(each, ast.Call) and isinstance(each.func, ast.Name) and each.func.id == "print" for each in ast.walk(node))


def _call(name, *arguments):
    return ast.Call(ast.Attribute(ast.Name(_HELPER, ast.Load()), name, ast.Load()), list(arguments), [])


class _Rewriter(ast.NodeTransformer):
    def __init__(self):
        self._count = 0

    def _new(self):
        self._count += 1
        return f"{_HELPER}_{self._count}"

    def visit_FunctionDef(self, node):
        return node  # functions inside have their own tracing

    visit_AsyncFunctionDef = visit_ClassDef = visit_Lambda = visit_FunctionDef

    def _said(self, statements):
        """The prints of statements that do not run; what cannot be computed without them is left out."""
        found = []
        for each in statements:
            if isinstance(each, ast.Expr) and _prints(each):
                found.append(self._tried([each]))
            elif isinstance(each, ast.If) and _prints(each):
                name = self._new()
                test = ast.Assign([ast.Name(name, ast.Store())], _call("branches", each.test))
                silent = ast.Assign([ast.Name(name, ast.Store())], ast.Constant((False, False)))
                found.append(ast.Try([test], [ast.ExceptHandler(ast.Name("Exception", ast.Load()), None, [silent])], [], []))
                for i, branch in enumerate((each.body, each.orelse)):
                    said = self._said(branch)
                    if said:
                        found.append(ast.If(ast.Subscript(ast.Name(name, ast.Load()), ast.Constant(i), ast.Load()), said, []))
            elif isinstance(each, (ast.For, ast.While, ast.With)):
                found.extend(self._said(each.body))
        return found

    def _tried(self, statements):
        return ast.Try(statements, [ast.ExceptHandler(ast.Name("Exception", ast.Load()), None, [ast.Pass()])], [], [])

    def visit_If(self, node):
        if not _prints(node):
            return node
        said_if, said_else = self._said(node.body), self._said(node.orelse)
        self.generic_visit(node)
        name = self._new()
        kept = ast.Assign([ast.Name(name, ast.Store())], node.test)
        unlike = _call("both", ast.Name(name, ast.Load()))
        if said_else:
            node.body = [ast.Try(node.body, [], [], [ast.If(unlike, said_else, [])])]
        if said_if:
            node.orelse = [ast.If(unlike, said_if, []), *node.orelse]
        node.test = ast.Name(name, ast.Load())
        return [kept, node]

    def visit_For(self, node):
        if not _prints(node):
            return node
        self.generic_visit(node)
        node.iter = _call("over", node.iter)
        return node

    def visit_While(self, node):
        if not _prints(node):
            return node
        self.generic_visit(node)
        name = self._new()
        start = ast.Assign([ast.Name(name, ast.Store())], _call("Loop"))
        node.test = ast.Call(ast.Name(name, ast.Load()), [node.test], [])
        end = ast.Expr(ast.Call(ast.Attribute(ast.Name(name, ast.Load()), "end", ast.Load()), [], []))
        return [start, node, end]


def converted(function):
    """The function rewritten, or itself where nothing is to be rewritten (or its source is not at hand)."""
    if not isinstance(function, types.FunctionType) or function.__name__ == "<lambda>" or "print" not in function.__code__.co_names:
        return function
    try:
        return _rewritten(function)
    except (OSError, TypeError, SyntaxError, ValueError, IndexError):
        return function


def _rewritten(function):
    lines, start = inspect.getsourcelines(function)
    tree = ast.parse(textwrap.dedent("".join(lines)))
    definition = tree.body[0]
    loops = (ast.If, ast.For, ast.While)
    if not isinstance(definition, ast.FunctionDef) or not any(isinstance(each, loops) and _prints(each) for each in ast.walk(definition)):
        return function
    rewriter = _Rewriter()
    definition.decorator_list = []
    definition.body = [part for each in definition.body for part in _listed(rewriter.visit(each))]
    free = function.__code__.co_freevars
    factory = ast.parse(f"def factory({', '.join((*free, _HELPER))}):\n    pass").body[0]
    factory.body = [definition, ast.Return(ast.Name(definition.name, ast.Load()))]
    tree.body = [factory]
    ast.increment_lineno(ast.fix_missing_locations(tree), start - 1)
    space = {}
    exec(compile(tree, function.__code__.co_filename, "exec"), function.__globals__, space)
    sample = space["factory"](*([None] * len(free)), Helper)
    cells = dict(zip(free, function.__closure__ or ()))
    own = dict(zip(sample.__code__.co_freevars, sample.__closure__ or ()))
    closure = tuple(cells.get(name, own[name]) for name in sample.__code__.co_freevars)
    made = types.FunctionType(sample.__code__, function.__globals__, function.__name__, function.__defaults__, closure)
    made.__kwdefaults__, made.__dict__ = function.__kwdefaults__, dict(function.__dict__)
    return made


def _listed(made):
    return made if isinstance(made, list) else [made]
