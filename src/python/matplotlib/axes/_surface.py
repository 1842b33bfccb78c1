"""Surface: a grid of points in space as flat faces, the farthest drawn first; where they are seen is said by its axes."""

import math

import numpy as np

from matplotlib import _draw, colors
from matplotlib.collections import Collection

# A figure has at most a thousand series, and every face is one.
_MOST = 28


class Surface(Collection):
    """What plot_surface returns; a colour bar can explain it."""

    def __init__(self, x, y, z, **kwargs):
        self._grid = tuple(_thinned(each) for each in (x, y, z))
        self._plain = None
        self._seen = None  # set by the axes before they draw
        super().__init__(**kwargs)
        z = self._grid[2]
        self.set_array(((z[:-1, :-1] + z[1:, :-1] + z[:-1, 1:] + z[1:, 1:]) / 4).ravel())

    def _points(self):
        return np.stack([each.ravel() for each in self._grid], 1)

    def _limits(self):
        return None, None

    def _face_colors(self, corners):
        if self._plain is None:
            rgb = self._rgb_bytes(self._A)
            return ["#" + rgb[3 * i : 3 * i + 3].hex() for i in range(len(self._A))]
        # One colour, lighter where the face looks up and left.
        normal = np.cross(corners[:, 1] - corners[:, 0], corners[:, 3] - corners[:, 0])
        length = np.sqrt((normal**2).sum(1))
        light = np.abs(normal @ np.array([-0.4, 0.5, 0.77])) / np.where(length == 0, 1, length)
        base = np.array(colors.to_rgb(self._plain))
        return [colors.to_hex(tuple(np.clip(base * shade, 0, 1).tolist())) for shade in (0.55 + 0.45 * light).tolist()]

    def _marks(self):
        seen = self._seen(self._points()).reshape(*self._grid[2].shape, 3)
        corners = np.stack([seen[:-1, :-1], seen[:-1, 1:], seen[1:, 1:], seen[1:, :-1]], 2).reshape(-1, 4, 3)
        paints = self._face_colors(corners)
        edge = None if self._edge is None or _draw.is_none(self._edge) else _draw.token(self._edge)
        order = np.argsort(np.nan_to_num(corners[:, :, 2].mean(1)), kind="stable").tolist()
        drawn = self._drawn("ink", self._alpha)
        faces = corners.tolist()
        return [
            {
                **drawn,
                "label": None,
                "color": paints[i],
                "kind": "polygon",
                "fill": True,
                # Without an edge of its own, a face's colour closes the gap to its neighbours.
                "edge": edge or paints[i],
                "width": 0.6,
                "x": _draw.pack([point[0] for point in faces[i]]),
                "y": _draw.pack([point[1] for point in faces[i]]),
            }
            for i in order
            if all(math.isfinite(value) for point in faces[i] for value in point)
        ]


def _thinned(values):
    rows = _picks(values.shape[0])
    return values[rows][:, _picks(values.shape[1])]


def _picks(count):
    return np.unique(np.linspace(0, count - 1, min(count, _MOST + 1)).round().astype(int))
