"""Limits, ticks and levels as matplotlib computes them."""

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np


def shown(pair):
    return tuple(round(float(value), 6) for value in pair)


def limits(name, draw):
    fig, ax = plt.subplots()
    draw(ax)
    print(name, shown(ax.get_xlim()), shown(ax.get_ylim()))
    plt.close(fig)


x = np.linspace(0, 10, 50)
limits("empty", lambda ax: None)
limits("line", lambda ax: ax.plot(x, np.sin(x)))
limits("one point", lambda ax: ax.plot([1], [1]))
limits("zero", lambda ax: ax.plot([0], [0]))
limits("list", lambda ax: ax.plot([3, 1, 2]))
limits("nan", lambda ax: ax.plot([1, 2, 3], [np.nan, 5, 7]))
limits("bar", lambda ax: ax.bar([1, 2, 3], [3, 5, 2]))
limits("bar names", lambda ax: ax.bar(["a", "b"], [3, -5]))
limits("barh", lambda ax: ax.barh([1, 2], [3, 4]))
limits("stacked", lambda ax: (ax.bar([0, 1], [1, 2]), ax.bar([0, 1], [3, 4], bottom=[1, 2])))
limits("hist", lambda ax: ax.hist([1, 2, 2, 3, 9], bins=4))
limits("image", lambda ax: ax.imshow(np.zeros((3, 5))))
limits("image lower", lambda ax: ax.imshow(np.zeros((3, 5)), origin="lower"))
limits("extent", lambda ax: ax.imshow(np.zeros((3, 5)), extent=(0, 1, 2, 4)))
limits("mesh", lambda ax: ax.pcolormesh(np.zeros((3, 5))))
limits("contourf", lambda ax: ax.contourf(np.outer(np.arange(4), np.arange(5))))
limits("fill", lambda ax: ax.fill_between([0, 1, 2], [1, 2, 1]))
limits("rules", lambda ax: (ax.plot([1, 2], [3, 4]), ax.axhline(10), ax.axvline(0)))
limits("log", lambda ax: (ax.plot([1, 10, 1000], [1, 2, 3]), ax.set_xscale("log")))
limits("semilogy", lambda ax: ax.semilogy([1, 2, 3], [0.001, 0.1, 5]))
limits("set", lambda ax: (ax.plot([1, 2], [3, 4]), ax.set_xlim(0, 5), ax.set_ylim(top=9)))
limits("inverted", lambda ax: (ax.plot([1, 2], [3, 4]), ax.invert_yaxis()))
limits("margins", lambda ax: (ax.plot([1, 2], [3, 4]), ax.margins(0.2)))
limits("tight", lambda ax: (ax.plot([1, 2], [3, 4]), ax.axis("tight")))

fig, (a, b) = plt.subplots(1, 2, sharey=True)
a.plot([1, 2])
b.plot([5, 9])
print("shared", shown(a.get_ylim()), shown(b.get_ylim()))
twin = a.twinx()
twin.plot([0, 4], [7, 8])
print("twin", shown(twin.get_ylim()), shown(a.get_xlim()))

for low, high in ((0, 1), (-3, 17), (0.001, 0.0042), (100, 100.5), (-1e6, 3e6), (0, 3)):
    fig, ax = plt.subplots()
    ax.set_xlim(low, high)
    print("ticks", low, high, [round(float(tick), 9) for tick in ax.get_xticks()])
    plt.close(fig)

field = np.outer(np.linspace(-2, 2, 9), np.linspace(0, 3, 7))
for given in ({}, {"levels": 5}, {"levels": [-1, 0, 1]}):
    print("contour", plt.contour(field, **given).levels.tolist())
    print("contourf", plt.contourf(field, **given).levels.tolist())
print(plt.subplots(2, 3)[1].shape, plt.subplots(3)[1].shape)
plt.close("all")
