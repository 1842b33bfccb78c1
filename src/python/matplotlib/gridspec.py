"""GridSpec: a grid of places in a figure; gs[0, :] is a place that spans columns."""


class SubplotSpec:
    """A place: rows and columns of a grid."""

    def __init__(self, grid, row, column, rows, columns):
        self._grid = grid
        self._place = (row, column, rows, columns)

    rowspan = property(lambda self: range(self._place[0], self._place[0] + self._place[2]))
    colspan = property(lambda self: range(self._place[1], self._place[1] + self._place[3]))

    def get_gridspec(self):
        return self._grid

    def subgridspec(self, nrows, ncols, **kwargs):
        raise NotImplementedError("a grid inside a grid is not part of this playground")


def mosaic_rows(mosaic):
    """subplot_mosaic's "AB;CC" or lists as lists of names, all of one length."""
    if isinstance(mosaic, str):
        text = mosaic.strip("\n ")
        mosaic = [list(row.strip()) for row in (text.split("\n") if "\n" in text else text.split(";"))]
    rows = [list(row) for row in mosaic]
    for row in rows:
        if len(row) != len(rows[0]):
            raise ValueError(f"All of the rows must be the same length, however the first row ({rows[0]!r}) has length {len(rows[0])} and row {row!r} has length {len(row)}.")
    return rows


def mosaic_places(rows, empty):
    """The (top, left, bottom, right) of each name."""
    places = {}
    for row, names in enumerate(rows):
        for column, name in enumerate(names):
            if name == empty:
                continue
            top, left, bottom, right = places.get(name, (row, column, row, column))
            places[name] = (min(top, row), min(left, column), max(bottom, row), max(right, column))
    for name, (top, left, bottom, right) in places.items():
        if any(rows[row][column] != name for row in range(top, bottom + 1) for column in range(left, right + 1)):
            raise ValueError(f"While trying to layout\n{rows!r}\nwe found that the label {name!r} specifies a non-rectangular or non-contiguous area.")
    return places


class GridSpec:
    """A grid with relative heights and widths."""

    def __init__(self, nrows, ncols, figure=None, left=None, bottom=None, right=None, top=None, wspace=None, hspace=None,
                 width_ratios=None, height_ratios=None):  # fmt: skip
        if not isinstance(nrows, int) or nrows <= 0:
            raise ValueError(f"Number of rows must be a positive integer, not {nrows!r}")
        if not isinstance(ncols, int) or ncols <= 0:
            raise ValueError(f"Number of columns must be a positive integer, not {ncols!r}")
        for name, ratios, count in (("width", width_ratios, ncols), ("height", height_ratios, nrows)):
            if ratios is not None and len(ratios) != count:
                line = "columns" if name == "width" else "rows"
                raise ValueError(f"Expected the given number of {name} ratios to match the number of {line} of the grid")
        self.nrows, self.ncols, self.figure = nrows, ncols, figure
        self._width_ratios, self._height_ratios = width_ratios, height_ratios

    def get_geometry(self):
        return self.nrows, self.ncols

    def update(self, **kwargs):
        """Distances are the page's."""

    def tight_layout(self, figure, **kwargs):
        """Distances are the page's."""

    def __getitem__(self, key):
        if not isinstance(key, tuple):
            if isinstance(key, slice):
                key = (key, slice(None)) if self.ncols == 1 else (slice(None), key)
            else:
                index = range(self.nrows * self.ncols)[key]
                key = divmod(index, self.ncols)
        spans = []
        for part, count in zip(key, (self.nrows, self.ncols)):
            if isinstance(part, slice):
                start, stop, _ = part.indices(count)
            else:
                if not -count <= part < count:
                    raise IndexError("index out of range" if isinstance(part, int) else "Unrecognized subplot spec")
                start = part % count
                stop = start + 1
            if stop <= start:
                raise IndexError("GridSpec slice would result in no space allocated for subplot")
            spans.append((start, stop - start))
        (row, rows), (column, columns) = spans
        return SubplotSpec(self, row, column, rows, columns)
