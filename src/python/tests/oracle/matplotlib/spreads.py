"""What boxplot, violinplot, hexbin, eventplot, subplot_mosaic and patches give back, and the errors of layouts."""

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.animation import FuncAnimation
from matplotlib.colors import hsv_to_rgb, rgb_to_hsv
from matplotlib.patches import Arc, FancyArrowPatch, FancyBboxPatch, RegularPolygon
from mpl_toolkits.axes_grid1 import ImageGrid, make_axes_locatable

rng = np.random.RandomState(0)
data = [rng.randn(40), rng.randn(40) + 1]
for vert in (True, False):
    fig, ax = plt.subplots()
    parts = ax.boxplot(data, vert=vert, labels=["a", "b"], showmeans=True, medianprops={"color": "red"})
    print({name: len(made) for name, made in sorted(parts.items())})
    for name in ("whiskers", "caps", "medians", "means"):
        for line in parts[name]:
            print(name, np.round(np.asarray(line.get_xdata(), float), 6), np.round(np.asarray(line.get_ydata(), float), 6))
    print([each.get_text() for each in (ax.get_xticklabels() if vert else ax.get_yticklabels())])
    print(parts["medians"][0].get_color())
fig, ax = plt.subplots()
parts = ax.violinplot(data, showmedians=True, showmeans=True)
print(sorted(parts))
print([np.round(each, 6).tolist() for each in parts["cmedians"].get_segments()])
print([np.round(each, 6).tolist() for each in parts["cbars"].get_segments()])
fig, ax = plt.subplots()
print(len(ax.eventplot([[1, 2, 3], [2, 4]])))
made = ax.hexbin([0, 0, 1, 1, 1], [0, 0, 1, 1, 1], gridsize=2)
print(sorted(x for x in made.get_array().tolist() if x))
fig, axes = plt.subplot_mosaic("AB;CC")
print(sorted(axes), len(fig.axes), axes["C"].get_label())
fig, axes = plt.subplot_mosaic([["left", "top"], ["left", "low"]], sharex=True)
axes["top"].set_xlim(2, 5)
print(list(axes), axes["low"].get_xlim())
for wrong in ("AB;A", "AB;BA"):
    try:
        plt.subplot_mosaic(wrong)
    except ValueError as error:
        print(type(error).__name__, str(error).split("\n")[0][:70])
fig, ax = plt.subplots()
image = ax.imshow(np.eye(3), cmap="binary")
place = make_axes_locatable(ax).append_axes("right", size="5%", pad=0.05)
print(type(fig.colorbar(image, cax=place)).__name__)
print(len(ImageGrid(plt.figure(), 111, nrows_ncols=(2, 3), axes_pad=0.1)))
for patch in (Arc((0, 0), 1, 2), FancyArrowPatch((0, 0), (1, 1)), FancyBboxPatch((0, 0), 1, 1), RegularPolygon((0, 0), 6)):
    print(type(ax.add_patch(patch)).__name__, len(ax.patches))
print(rgb_to_hsv([[1, 0.5, 0]]).round(4), hsv_to_rgb([0.1, 1, 1]).round(4))
print(plt.cm.binary(0.25), plt.cm.binary(1.0))
line = plt.plot([], [])[0]
seen = []
film = FuncAnimation(plt.gcf(), lambda i: seen.append(i) or line.set_data(range(i), range(i)), frames=3, interval=1)
print(type(film).__name__)
plt.figure()
counts, edges, made = plt.hist(data[0], bins=4, histtype="step", edgecolor="k")
print(counts, edges.round(4), len(made))
plt.close("all")
