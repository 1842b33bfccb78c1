"""Where Keras' own messages go: standard output, or nowhere once interactive logging is off."""

import sys

from keras.src.backend import global_state


def enable_interactive_logging():
    """Messages are printed (the default)."""
    global_state.set_global_attribute("interactive_logging", True)


def disable_interactive_logging():
    """Messages go to the log of absl, which shows none of this level by default."""
    global_state.set_global_attribute("interactive_logging", False)


def is_interactive_logging_enabled():
    """Whether messages are printed."""
    value = global_state.get_global_attribute("interactive_logging")
    return True if value is None else value


def set_logging_verbosity(level):
    """Checks the level; messages of ours have only one."""
    valid_levels = {"FATAL", "ERROR", "WARNING", "INFO", "DEBUG"}
    if level not in valid_levels:
        raise ValueError(
            f"Please pass a valid level for logging verbosity. Expected one of: {valid_levels}. Received: {level}"
        )


def print_msg(message, line_break=True):
    """Prints a message."""
    if is_interactive_logging_enabled():
        sys.stdout.write(f"{message}\n" if line_break else str(message))
        sys.stdout.flush()


def ask_to_proceed_with_overwrite(filepath):
    """Asks whether an existing file may be replaced."""
    question = f"[WARNING] {filepath} already exists - overwrite? [y/n]"
    answer = input(question).strip().lower()
    while answer not in ("y", "n"):
        answer = input('Enter "y" (overwrite) or "n" (cancel).').strip().lower()
    if answer == "y":
        print_msg("[TIP] Next time specify overwrite=True!")
    return answer == "y"
