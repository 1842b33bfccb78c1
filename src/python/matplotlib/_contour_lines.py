"""Contours for files: the lines by marching squares, the bands as pixels. (On the page, src/charts/contour.ts does this.)"""

import numpy as np


def _grid(series):
    from matplotlib._render import unpack

    x, y = unpack(series["x"]), unpack(series["y"])
    return np.array(x), np.array(y), np.array(unpack(series["values"])).reshape(len(y), len(x))


def segments(series, level):
    """The pieces (x, y, x2, y2) of the line on which the field has the value `level`."""
    x, y, z = _grid(series)
    xs, ys, rows = x.tolist(), y.tolist(), z.tolist()
    pieces = []
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            corners = (
                (xs[column], ys[row], rows[row][column]),
                (xs[column + 1], ys[row], rows[row][column + 1]),
                (xs[column + 1], ys[row + 1], rows[row + 1][column + 1]),
                (xs[column], ys[row + 1], rows[row + 1][column]),
            )
            above = [corner[2] >= level for corner in corners]
            if all(above) or not any(above):
                continue
            met = []
            for index in range(4):
                (x0, y0, v0), (x1, y1, v1) = corners[index], corners[(index + 1) % 4]
                if above[index] != above[(index + 1) % 4] and v0 == v0 and v1 == v1:
                    share = (level - v0) / (v1 - v0)
                    met.append((x0 + share * (x1 - x0), y0 + share * (y1 - y0)))
            if len(met) == 4 and (sum(corner[2] for corner in corners) / 4 >= level) != above[0]:
                met = [met[0], met[3], met[1], met[2]]
            pieces += [(*met[index], *met[index + 1]) for index in range(0, len(met) - 1, 2)]
    return pieces


def bands(series, width, height, x_limits, y_limits):
    """RGBA pixels of filled contours."""
    from matplotlib._render import unpack

    x, y, z = _grid(series)
    at_x = x_limits[0] + (np.arange(width) + 0.5) / width * (x_limits[1] - x_limits[0])
    at_y = y_limits[1] + (np.arange(height) + 0.5) / height * (y_limits[0] - y_limits[1])
    places = []
    for grid, wanted in ((x, at_x), (y, at_y)):
        cell = np.clip(np.searchsorted(grid, wanted, side="right") - 1, 0, len(grid) - 2)
        places.append((cell, (wanted - grid[cell]) / (grid[cell + 1] - grid[cell]), (wanted >= grid[0]) & (wanted <= grid[-1])))
    (cx, sx, inside_x), (cy, sy, inside_y) = places
    along = z[:, cx] * (1 - sx) + z[:, cx + 1] * sx
    values = along[cy] * (1 - sy)[:, None] + along[cy + 1] * sy[:, None]
    levels = np.array(unpack(series["levels"]))
    band = np.digitize(values, levels) - 1
    band = np.where(values == levels[-1], len(levels) - 2, band)
    shown = (band >= 0) & (band < len(levels) - 1) & inside_y[:, None] & inside_x[None, :] & np.isfinite(values)
    table = np.array([[int(each[at : at + 2], 16) for at in (1, 3, 5)] + [255] for each in series["colors"]] + [[0, 0, 0, 0]])
    picked = table[np.where(shown, band, len(series["colors"]))]
    picked[..., 3] = (picked[..., 3] * series["alpha"]).astype(int)
    return picked.astype(np.uint8).tobytes()
