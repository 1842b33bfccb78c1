"""The magics of notebooks: %timeit, %time, %%time, %matplotlib and the like, and lines for a shell that is not there."""

import __main__
import importlib.util
import math
import os
import re
import runpy
import shlex
import sys
import time

_LINE = re.compile(r"(\s*)(?:([\w, ]+?)\s*=\s*)?(%(?!%)\s*(\w+)|!)\s?(.*)")
_HELP = re.compile(r"(\s*)(\?{1,2})?([A-Za-z_][\w.]*)(\?{1,2})?\s*$")


class UsageError(Exception):
    """A magic that there is not, or that was called wrongly."""


# --- source


def translate(code):
    """The code with its magic lines as calls; the same text when there are none. Line numbers stay."""
    lines = code.split("\n")
    changed = False
    for index, line in enumerate(lines):
        magic = _LINE.match(line)
        if magic is not None:
            indent, target, start, name, rest = magic.groups()
            call = f"run_line({name!r}, {rest!r})" if name else f"run_shell({rest!r})"
            prefix = f"{target} = " if target else ""
            lines[index] = f"{indent}{prefix}__import__('kernel_runtime.magics').magics.{call}"
            changed = True
            continue
        asked = _HELP.match(line)
        if asked is not None and (asked.group(2) or asked.group(4)):
            lines[index] = f"{asked.group(1)}help({asked.group(3)})"
            changed = True
    return "\n".join(lines) if changed else code


def split_cell_magic(code):
    """(name, line, body) when the first line of the code is `%%name line`; the body keeps its line numbers."""
    start = re.match(r"\s*%%(\w+)[^\S\n]*(.*)(\n|$)", code)
    if start is None:
        return None
    body = "\n" * code[: start.end()].count("\n") + code[start.end() :]
    return start.group(1), start.group(2).strip(), body


# --- running


def run_line(name, line):
    """Runs `%name line`."""
    if name in _QUIET:
        return None
    if name not in _LINES:
        raise UsageError(f"Line magic function `%{name}` not found.")
    return _LINES[name](line)


def run_cell(name, line, body):
    """Runs `%%name line` over a cell's body."""
    if name in _QUIET:
        return _run(body)
    if name not in _CELLS:
        raise UsageError(f"Cell magic `%%{name}` not found.")
    return _CELLS[name](line, body)


def _run(body):
    from kernel_runtime import cells

    return cells.execute_more(body)


_QUIET = frozenset("autoreload config load_ext matplotlib reload_ext pylab precision xmode colors autosave".split())


def _seconds(value):
    """A duration with three digits and its unit."""
    if value >= 60:
        parts = []
        for name, size in (("d", 86400), ("h", 3600), ("min", 60), ("s", 1)):
            count = int(value // size)
            if count:
                parts.append(f"{count}{name}")
                value -= count * size
        return " ".join(parts)
    # Browsers round their clocks, so less than a hundredth of a nanosecond is nothing.
    if value < 1e-11:
        return "0 ns"
    power = min(3, max(0, -math.floor(math.log10(value) / 3)))
    return f"{value * 1000.0**power:.3g} {('s', 'ms', 'µs', 'ns')[power]}"


def _timed(action):
    started = time.perf_counter()
    try:
        return action()
    finally:
        wall = _seconds(time.perf_counter() - started)
        # There is one thread and no operating system below: all time is the user's.
        print(f"CPU times: user {wall}, sys: 0 ns, total: {wall}\nWall time: {wall}")


def _time_line(line):
    def action():
        try:
            code = compile(line, "<timed exec>", "eval")
        except SyntaxError:
            exec(compile(line, "<timed exec>", "exec"), __main__.__dict__)
            return None
        return eval(code, __main__.__dict__)

    return _timed(action)


class TimeitResult:
    """What %timeit -o returns."""

    def __init__(self, loops, all_runs):
        self.loops, self.repeat = loops, len(all_runs)
        self.all_runs = all_runs
        self.timings = [each / loops for each in all_runs]
        self.best, self.worst = min(self.timings), max(self.timings)
        self.average = sum(self.timings) / len(self.timings)
        self.stdev = math.sqrt(sum((each - self.average) ** 2 for each in self.timings) / len(self.timings))

    def __str__(self):
        runs, loops = ("run" if self.repeat == 1 else "runs"), ("loop" if self.loops == 1 else "loops")
        return (
            f"{_seconds(self.average)} ± {_seconds(self.stdev)} per loop "
            f"(mean ± std. dev. of {self.repeat} {runs}, {self.loops:,} {loops} each)"
        )

    def __repr__(self):
        return f"<TimeitResult : {self}>"


def _timeit(line, body=None):
    options = {"n": 0, "r": 7}
    quiet = returns = False
    while True:
        option = re.match(r"-([nr])\s*(\d+)\s*|-([oqtcp])\d*\s*", line)
        if option is None:
            break
        if option.group(1):
            options[option.group(1)] = int(option.group(2))
        quiet, returns = quiet or option.group(3) == "q", returns or option.group(3) == "o"
        line = line[option.end() :]
    statement, setup = (line, "pass") if body is None else (body.strip("\n"), line or "pass")
    if not statement.strip():
        return None
    source = "def _timed(_loops):\n"
    source += "".join(f"    {each}\n" for each in setup.split("\n"))
    source += "    _start = _clock()\n    for _ in range(_loops):\n"
    source += "".join(f"        {each}\n" for each in statement.split("\n"))
    source += "    return _clock() - _start\n"
    space = {"_clock": time.perf_counter}
    scope = _Names(__main__.__dict__, space)
    exec(compile(source, "<magic-timeit>", "exec"), scope)
    timed = scope["_timed"]
    loops = options["n"]
    if loops == 0:
        for power in range(10):
            loops = 10**power
            if timed(loops) >= 0.2:
                break
    result = TimeitResult(loops, [timed(loops) for _ in range(options["r"])])
    if not quiet:
        print(result)
    return result if returns else None


class _Names(dict):
    """The cell's names, and a few that its statements must not overwrite."""

    def __init__(self, names, own):
        super().__init__(names)
        self.update(own)


def _capture(line, body):
    import contextlib
    import io

    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        _run(body)
    name = line.split()[0] if line.split() else ""
    if name and not name.startswith("-"):
        __main__.__dict__[name] = _Captured(out.getvalue())


class _Captured:
    def __init__(self, stdout):
        self.stdout, self.stderr = stdout, ""

    def show(self):
        print(self.stdout, end="")

    __call__ = show


def _writefile(line, body):
    mode = "a" if line.startswith("-a") else "w"
    name = line.removeprefix("-a").strip().strip("\"'")
    existed = os.path.exists(name)
    with open(name, mode, encoding="utf-8") as file:
        file.write(body.lstrip("\n"))
    print(f"{'Appending to' if mode == 'a' else 'Overwriting' if existed else 'Writing'} {name}")


def _rich(kind):
    def show(_line, body):
        from IPython import display

        display.display(getattr(display, kind)(body.strip("\n")))

    return show


def _who(_line):
    names = [name for name, value in __main__.__dict__.items() if not name.startswith("_") and not isinstance(value, type(sys))]
    print("\t ".join(sorted(names)) if names else "Interactive namespace is empty.")


def _change_folder(line):
    os.chdir(os.path.expanduser(line.strip() or "~"))
    print(os.getcwd())


def _run_file(line):
    """%run file.py: in a namespace of its own, whose names the cell then has."""
    words = shlex.split(line)
    if not words:
        raise UsageError("%run needs the name of a Python file: %run file.py")
    path = os.path.expanduser(words[0] if words[0].endswith(".py") else f"{words[0]}.py")
    if not os.path.exists(path):
        raise OSError(f"File `{path!r}` not found.")
    before, sys.argv = sys.argv, [path, *words[1:]]
    try:
        made = runpy.run_path(path, run_name="__main__")
    finally:
        sys.argv = before
    __main__.__dict__.update({name: value for name, value in made.items() if not name.startswith("__")})


def _no_tensorboard(_line):
    print("TensorBoard の画面はありません。torch.utils.tensorboard.SummaryWriter の値は、このページに動くグラフとして出ます。")
    print("There is no TensorBoard window: what torch.utils.tensorboard.SummaryWriter writes is drawn on this page as live curves.")


def _reset(_line):
    for name in [name for name in __main__.__dict__ if not name.startswith("__")]:
        del __main__.__dict__[name]


_LINES = {
    "time": _time_line,
    "timeit": _timeit,
    "pip": lambda line: run_shell(f"pip {line}"),
    "conda": lambda line: run_shell(f"conda {line}"),
    "pwd": lambda _line: os.getcwd(),
    "ls": lambda line: run_shell(f"ls {line}"),
    "cat": lambda line: run_shell(f"cat {line}"),
    "mkdir": lambda line: run_shell(f"mkdir {line}"),
    "cd": _change_folder,
    "run": _run_file,
    "tensorboard": _no_tensorboard,
    "who": _who,
    "whos": _who,
    "reset": _reset,
    "reset_selective": _reset,
    "env": lambda line: os.environ.get(line.strip()) if line.strip() else dict(os.environ),
}

_CELLS = {
    "time": lambda _line, body: _timed(lambda: _run(body)),
    "timeit": _timeit,
    "capture": _capture,
    "writefile": _writefile,
    "file": _writefile,
    "html": _rich("HTML"),
    "HTML": _rich("HTML"),
    "markdown": _rich("Markdown"),
    "latex": _rich("Latex"),
    "svg": _rich("SVG"),
    "bash": lambda _line, body: [run_shell(each) for each in body.strip().split("\n")][-1],
    "sh": lambda _line, body: [run_shell(each) for each in body.strip().split("\n")][-1],
}


# --- a shell that is not there

# Names under which packages are installed, where they differ from the names under which they are imported.
_MODULES = {"pytorch": "torch", "ipython": "IPython", "scikit-learn": "sklearn", "pillow": "PIL", "opencv-python": "cv2"}


def run_shell(line):
    """What `!line` shows: a few commands are imitated, the others and pip get a sentence that says what to do."""
    try:
        words = shlex.split(line)
    except ValueError:
        words = line.split()
    if words[:1] == ["python"] and words[1:3] == ["-m", "pip"]:
        words = words[2:]
    command, arguments = (words[0] if words else ""), words[1:]
    if command in ("pip", "pip3", "conda", "mamba", "uv"):
        _answer_pip(arguments)
    elif command == "pwd":
        print(os.getcwd())
    elif command == "ls":
        folders = [each for each in arguments if not each.startswith("-")] or ["."]
        for folder in folders:
            print("\n".join(sorted(name for name in os.listdir(folder) if not name.startswith("."))))
    elif command == "cat":
        for name in arguments:
            with open(name, encoding="utf-8") as file:
                print(file.read(), end="")
    elif command == "echo":
        print(*arguments)
    elif command == "mkdir":
        for name in (each for each in arguments if not each.startswith("-")):
            os.makedirs(name, exist_ok=True)
    elif command in ("python", "python3") and arguments in (["--version"], ["-V"]):
        print(f"Python {sys.version.split()[0]}")
    elif command == "nvidia-smi":
        print("ここでは torch.cuda.is_available() が GPU の有無を答えます。")
        print("Here torch.cuda.is_available() tells whether there is a GPU.")
    else:
        print(f"シェルはありません（{command}）。Python で書くと動きます（os, pathlib, zipfile など）。")
        print(f"There is no shell here ({command}). Python can do it: os, pathlib, zipfile, …")


def _answer_pip(arguments):
    if arguments[:1] != ["install"]:
        print("pip は使えません。必要なパッケージは最初から入っています。")
        print("There is no pip here. What the lessons need is installed already.")
        return
    for wanted in (each for each in arguments[1:] if not each.startswith("-")):
        name = re.split(r"[=<>!~\[]", wanted)[0]
        module = _MODULES.get(name.lower(), name.replace("-", "_"))
        if _is_here(module):
            print(f"{name}: もう入っています。`import {module}` で使えます。")
            print(f"{name} is already here: import {module}")
        else:
            print(f"{name}: このページには入っておらず、追加もできません。")
            print(f"{name} is not part of this page and cannot be added.")


def _is_here(module):
    try:
        return importlib.util.find_spec(module) is not None
    except (ImportError, ValueError):
        return False
