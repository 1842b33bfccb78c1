"""InteractiveShell, whose settings notebooks change; the last expression of a cell is always the one that is shown."""

from IPython.core_shell import InteractiveShell

__all__ = ["InteractiveShell"]

InteractiveShell.ast_node_interactivity = "last_expr"
