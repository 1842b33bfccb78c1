"""make_axes_locatable(ax).append_axes("right", "5%"): where a colour bar goes, which the page places itself."""


class AxesDivider:
    """Gives places beside axes."""

    def __init__(self, axes):
        self._axes = axes

    def append_axes(self, position, size="5%", pad=None, *, axes_class=None, **kwargs):
        """A place for a colour bar: fig.colorbar(image, cax=place)."""
        return ColorbarPlace(self._axes)


class ColorbarPlace:
    """What colorbar(cax=…) takes; other drawing needs axes of its own."""

    def __init__(self, axes):
        self._colorbar_of = axes

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        raise NotImplementedError(f"{name}() of appended axes is not part of this playground: they hold a colour bar; use plt.subplots for others")


def make_axes_locatable(axes):
    """A divider of the axes."""
    return AxesDivider(axes)
