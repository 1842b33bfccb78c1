"""set_matplotlib_formats: the page draws sharp figures on any screen."""


def set_matplotlib_formats(*formats, **kwargs):
    """Nothing to set."""


set_matplotlib_close = set_matplotlib_formats
