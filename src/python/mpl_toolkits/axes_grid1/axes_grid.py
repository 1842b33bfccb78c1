"""ImageGrid: a grid of axes for pictures, as a sequence."""

import re


class Grid:
    """nrows_ncols axes; grid[i] counts along the rows."""

    def __init__(self, fig, rect, nrows_ncols, *, ngrids=None, direction="row", axes_pad=0.02, share_all=False, **kwargs):
        rows, columns = nrows_ncols
        table = fig.subplots(rows, columns, squeeze=False)
        self.axes_row = [list(row) for row in table]
        self.axes_column = [list(column) for column in table.T]
        lines = self.axes_row if direction == "row" else self.axes_column
        self.axes_all = [axes for line in lines for axes in line][:ngrids]
        self.axes_llc = self.axes_row[-1][0]

    def __len__(self):
        return len(self.axes_all)

    def __getitem__(self, index):
        return self.axes_all[index]

    def __iter__(self):
        return iter(self.axes_all)


class ImageGrid(Grid):
    """A grid of pictures; cbar_axes hold colour bars."""

    def __init__(self, fig, rect, nrows_ncols, *, cbar_mode=None, **kwargs):
        given = {name: value for name, value in kwargs.items() if not re.match("cbar_|aspect|label_mode", name)}
        super().__init__(fig, rect, nrows_ncols, **given)
        from mpl_toolkits.axes_grid1.axes_divider import ColorbarPlace

        self.cbar_axes = [ColorbarPlace(axes) for axes in self.axes_all]
