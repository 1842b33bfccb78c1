"""japanize_matplotlib: nothing to do, since the page's fonts have Japanese letters; programs that import it run unchanged."""


def japanize():
    """Fonts are the page's."""
