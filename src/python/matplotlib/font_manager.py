"""Fonts are the page's: it has Japanese and Latin letters without any setting. These names let font settings run."""


class FontProperties:
    """A wish for a font, which the page does not follow."""

    def __init__(self, family=None, style=None, variant=None, weight=None, stretch=None, size=None, fname=None, math_fontfamily=None):
        self._family, self._size = family or ["sans-serif"], size

    def get_name(self):
        return "sans-serif"

    def get_family(self):
        return self._family

    def get_size(self):
        return self._size or 10.0


class _FontManager:
    ttflist = []

    def addfont(self, path):
        """Fonts are the page's."""


fontManager = _FontManager()


def findSystemFonts(fontpaths=None, fontext="ttf"):
    """None can be read."""
    return []
