"""Pictures and fields of an Axes: imshow, matshow, pcolormesh, contour, contourf, hist2d."""

import numpy as np

from matplotlib import _draw, rcParams
from matplotlib.contour import QuadContourSet, grid_of
from matplotlib.image import AxesImage
from matplotlib.ticker import MaxNLocator

_SHARP = (None, "nearest", "none", "antialiased", "auto")
_SMOOTH = (
    "bilinear bicubic spline16 spline36 hanning hamming hermite kaiser quadric catrom gaussian bessel mitchell sinc lanczos blackman"
).split()


class FieldPlots:
    """Mixed into Axes."""

    def imshow(self, X, cmap=None, norm=None, *, aspect=None, interpolation=None, alpha=None, vmin=None, vmax=None, origin=None,
               extent=None, interpolation_stage=None, filternorm=True, filterrad=4.0, resample=None, url=None, data=None, **kwargs):  # fmt: skip
        """An array as a picture: (M, N) values through the colour map, (M, N, 3) RGB, (M, N, 4) RGBA."""
        if interpolation not in _SHARP and interpolation not in _SMOOTH:
            names = ", ".join(repr(name) for name in ("antialiased", "nearest", *sorted(_SMOOTH)))
            raise ValueError(f"{interpolation!r} is not a valid value for interpolation; supported values are {names}")
        origin = rcParams["image.origin"] if origin is None else origin
        if origin not in ("upper", "lower"):
            raise ValueError(f"{origin!r} is not a valid value for origin; supported values are 'upper', 'lower'")
        image = AxesImage(
            X, extent=(0.0, 1.0, 0.0, 1.0), origin=origin, smooth=interpolation in _SMOOTH, norm=norm, cmap=cmap, alpha=alpha
        )
        if vmin is not None or vmax is not None:
            image.set_clim(vmin, vmax)
        rows, columns = image.get_size()
        if extent is None:
            extent = (-0.5, columns - 0.5, rows - 0.5, -0.5)
            if origin == "lower":
                extent = (-0.5, columns - 0.5, -0.5, rows - 0.5)
        image.set_extent(extent)
        image.set(**kwargs)
        self._equal = aspect in (None, "equal", 1)
        left, right, bottom, top = image._extent
        self._add(image, self.images)
        if self.xaxis.limits is None:
            self.xaxis.set_view(left, right)
        if self.yaxis.limits is None:
            self.yaxis.set_view(bottom, top)
        self._current_image = image
        return image

    def matshow(self, Z, **kwargs):
        """A matrix as a picture, with whole numbers at its ticks."""
        image = self.imshow(Z, **{"interpolation": "nearest", "aspect": "equal", "origin": "upper", **kwargs})
        for axis in (self.xaxis, self.yaxis):
            axis.set_major_locator(MaxNLocator(nbins=9, steps=[1, 2, 5, 10], integer=True))
        return image

    def pcolormesh(self, *args, alpha=None, norm=None, cmap=None, vmin=None, vmax=None, shading=None, antialiased=False, **kwargs):
        """Values over a grid of equal cells."""
        if len(args) == 1:
            values = np.asarray(args[0], dtype=float)
            x, y = np.arange(values.shape[1] + 1.0), np.arange(values.shape[0] + 1.0)
        elif len(args) == 3:
            x, y, values = (np.asarray(each, dtype=float) for each in args)
            x, y = (x[0] if x.ndim == 2 else x), (y[:, 0] if y.ndim == 2 else y)
        else:
            raise TypeError(f"pcolormesh() takes 1 or 3 positional arguments but {len(args)} were given")
        edges = []
        for name, centers, count in (("X", x, values.shape[1]), ("Y", y, values.shape[0])):
            if len(centers) not in (count, count + 1):
                raise TypeError(f"Dimensions of C {values.shape} should be one smaller than {name}({len(centers)})")
            steps = np.diff(centers)
            if len(steps) and not bool(np.allclose(steps, steps[0], rtol=1e-3)):
                raise NotImplementedError("pcolormesh() draws equal cells only; this grid has cells of different sizes")
            half = float(steps[0]) / 2 if len(centers) == count and len(steps) else 0.0
            edges += [float(centers[0]) - half, float(centers[-1]) + half]
        image = AxesImage(
            values, extent=(edges[0], edges[1], edges[2], edges[3]), origin="lower", smooth=shading == "gouraud", norm=norm, cmap=cmap
        )
        image.set_alpha(alpha)
        if vmin is not None or vmax is not None:
            image.set_clim(vmin, vmax)
        kwargs = {name: value for name, value in kwargs.items() if name not in ("edgecolors", "edgecolor", "linewidth", "linewidths")}
        image.set(**kwargs)
        self._current_image = image
        return self._add(image, self.images)

    def pcolor(self, *args, shading=None, **kwargs):
        """The same as pcolormesh."""
        return self.pcolormesh(*args, shading=shading, **kwargs)

    def contour(self, *args, data=None, **kwargs):
        return self._contours(args, False, kwargs)

    def contourf(self, *args, data=None, **kwargs):
        return self._contours(args, True, kwargs)

    def _contours(self, args, filled, kwargs):
        levels = kwargs.pop("levels", None)
        args = list(args)
        if len(args) in (2, 4):
            levels = args.pop()
        grid = grid_of([each.detach() if hasattr(each, "detach") and not each.requires_grad else each for each in args])
        found = QuadContourSet(self, *grid, levels, filled=filled, **kwargs)
        self._current_image = found
        return self._add(found, self.collections)

    def clabel(self, CS, levels=None, **kwargs):
        return CS.clabel()

    def hist2d(self, x, y, bins=10, *, range=None, density=False, weights=None, cmin=None, cmax=None, data=None, **kwargs):
        """Counts of points in cells; returns (counts, x edges, y edges, image)."""
        counts, x_edges, y_edges = np.histogram2d(_draw.floats(x), _draw.floats(y), bins=bins, range=range, density=density, weights=weights)
        if cmin is not None:
            counts = np.where(counts < cmin, np.nan, counts)
        if cmax is not None:
            counts = np.where(counts > cmax, np.nan, counts)
        image = self.pcolormesh(x_edges, y_edges, counts.T, **kwargs)
        return counts, x_edges, y_edges, image
