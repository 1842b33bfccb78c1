"""How an Axes becomes a message to the page (src/protocol/figure.ts)."""

from matplotlib.container import BarContainer
from matplotlib.text import plain

_MOST_SERIES = 1000


class Message:
    """Mixed into Axes."""

    def _message(self):
        """This axes, its twin included, as in src/protocol/figure.ts."""
        series, places = [], {}
        owners = [self] if self._twin is None else [self, self._twin]
        for owner in owners:
            for artist, marks in owner._drawing():
                places.setdefault(id(artist), []).extend(range(len(series), len(series) + len(marks)))
                series += marks
        for owner in owners:
            for container in owner.containers:
                if isinstance(container, BarContainer):
                    for patch in container.patches:
                        places.setdefault(id(patch), places.get(id(container), []))
        legends = [owner._legend for owner in owners if owner._legend is not None]
        legend = legends[0]._message(places) if legends else None
        for each in legends[1:]:
            legend["entries"] += each._message(places)["entries"]
        row, column, rows, columns = self._spec
        grid = {(True, True): "both", (True, False): "x", (False, True): "y"}
        right = None if self._twin is None else self._twin.yaxis.message()
        title = plain(self.title.get_text())
        return {
            "row": row,
            "column": column,
            "rowSpan": rows,
            "columnSpan": columns,
            "title": title or None,
            "x": self.xaxis.message(),
            "y": self.yaxis.message(),
            "right": right,
            "grid": grid.get((self.xaxis.grid_on, self.yaxis.grid_on), "none"),
            "frame": self._axis_on,
            "equal": self._equal and self.xaxis.scale == self.yaxis.scale == "linear",
            "legend": legend,
            "colorbar": None if self._colorbar is None else self._colorbar._message(),
            "series": series[:_MOST_SERIES],
        }

    def _drawing(self):
        """(artist, marks) in drawing order; bars are drawn by their containers."""
        contained = {}
        for container in self.containers:
            if isinstance(container, BarContainer):
                for patch in container.patches:
                    contained[id(patch)] = container
        done = set()
        for artist in sorted(self._order, key=lambda each: each.get_zorder()):
            container = contained.get(id(artist))
            if container is None:
                if artist.get_visible():
                    yield artist, artist._marks()
            elif id(container) not in done:
                done.add(id(container))
                yield container, self._bar_marks(container)
