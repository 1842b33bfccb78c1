"""get_ipython(): the object that scripts ask whether they run in a notebook, and that runs magics by name."""

import __main__


class InteractiveShell:
    """The cell that runs, seen from code that knows IPython."""

    user_ns = property(lambda self: __main__.__dict__)
    execution_count = 1

    def run_line_magic(self, magic_name, line):
        """Runs `%name line`."""
        from kernel_runtime import magics

        return magics.run_line(magic_name, line)

    magic = lambda self, text: self.run_line_magic(*(text.lstrip("%").split(" ", 1) + [""])[:2])  # noqa: E731

    def run_cell_magic(self, magic_name, line, cell):
        """Runs `%%name line` over the code of a cell."""
        from kernel_runtime import magics

        return magics.run_cell(magic_name, line, cell)

    def system(self, cmd):
        from kernel_runtime import magics

        magics.run_shell(cmd)

    getoutput = system

    def __repr__(self):
        return "<IPython.core.interactiveshell.InteractiveShell>"


# Libraries look at this name to find out that they draw in a notebook.
class ZMQInteractiveShell(InteractiveShell):
    """What a notebook's shell is called."""


_shell = ZMQInteractiveShell()


def get_ipython():
    """The running shell."""
    return _shell
