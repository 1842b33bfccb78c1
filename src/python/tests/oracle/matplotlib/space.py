"""Axes in space: what their methods give back, limits, labels."""

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
from mpl_toolkits.mplot3d import Axes3D

x, y = np.meshgrid(np.linspace(-2, 2, 9), np.linspace(-1, 1, 7))
fig = plt.figure(figsize=(6, 4))
ax = fig.add_subplot(111, projection="3d")
print(isinstance(ax, Axes3D), ax.name, ax.elev, ax.azim)
surface = ax.plot_surface(x, y, x**2 - y**2, cmap="viridis", edgecolor="none")
print(type(fig.colorbar(surface, shrink=0.5)).__name__, ax.plot_wireframe(x, y, x * y) is not None)
print(len(ax.plot([0, 1], [0, 1], [0, 5], "r--", label="path")), ax.scatter([0], [0], [0], c="k") is not None)
ax.set_xlabel("w1")
ax.set_zlabel("loss")
ax.set_zlim(-1, 6)
ax.set_xlim(-3, 3)
ax.view_init(20, 45)
ax.set_title("loss surface")
ax.legend()
print(ax.get_zlim(), ax.get_xlim(), ax.get_zlabel(), ax.get_xlabel(), ax.get_title(), ax.elev, ax.azim)
print(ax.text(0, 0, 1, "here").get_text())
fig, axes = plt.subplots(1, 2, subplot_kw={"projection": "3d"})
print([each.name for each in axes])
plt.close("all")
