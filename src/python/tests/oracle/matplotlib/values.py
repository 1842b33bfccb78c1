"""What plotting functions return, and the errors for wrong arguments."""

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
from matplotlib import colors


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


counts, edges, bars = plt.hist([1, 2, 2, 3, 9], bins=4)
print(counts, edges, bars)
counts, edges, _ = plt.hist([1, 2, 2, 3, 9], bins=[0, 2, 4, 10], density=True)
print(counts.round(4), edges)
counts, _, groups = plt.hist([[1, 2, 2], [3, 9]], bins=3, stacked=True)
print(counts, groups)
print(plt.hist([1, 2, 3], bins=3, cumulative=True)[0], plt.hist([1, 2, 3], 2, weights=[1, 2, 3])[0])
print(plt.hist(np.arange(100) ** 0.5, bins="auto")[1].round(4))
print(plt.bar(["a", "b"], [1, 2]), [bar.get_height() for bar in plt.bar([1, 2], [3, 4])])
print(plt.errorbar([1], [1], yerr=[0.1]), plt.stem([1, 2]))
print(plt.title("t"), plt.xlabel("x"), plt.text(1, 2, "here"), plt.suptitle("s"))
print(len(plt.plot([1, 2], [[1, 2], [3, 4]])), len(plt.plot([1, 2], [3, 4], "r", [5, 6], "b--")))
line = plt.plot([1, 2], [3, 4], "g--o", lw=3)[0]
print(line.get_color(), line.get_linestyle(), line.get_marker(), line.get_linewidth(), line.get_xdata())
plt.figure()
print([plt.plot([1])[0].get_color() for _ in range(11)])
print(plt.scatter([1, 2], [3, 4]).get_offsets().tolist())
print(plt.gcf(), plt.get_fignums()[-1], plt.figure(7).number, plt.fignum_exists(7))

print(colors.to_rgba("C1"), colors.to_hex((1, 0.5, 0)), colors.to_rgb("0.5"), colors.to_rgba("#abc8"))
print(colors.to_hex("tab:red"), colors.is_color_like("rgb"), colors.to_rgba("k", 0.5))
print(plt.get_cmap("tab10")(3), plt.get_cmap("gray")(0.5), plt.get_cmap("Blues").N)
norm = colors.Normalize(2, 4)
print(norm(3), norm([1, 5]), colors.LogNorm(1, 100)(10).round(6))

attempt(lambda: plt.plot([1, 2], [1, 2, 3]))
attempt(lambda: plt.plot([1], [1], "rz"))
attempt(lambda: plt.plot([1], [1], "ro-b"))
attempt(lambda: plt.plot([1, 2], color="nocolor"))
attempt(lambda: plt.plot([1], foo=3))
attempt(lambda: plt.plot([1], linestyle="foo"))
attempt(lambda: plt.plot([1], marker="foo"))
attempt(lambda: plt.scatter([1, 2], [1]))
attempt(lambda: plt.scatter([1, 2], [1, 2], c=[1, 2, 3]))
attempt(lambda: plt.imshow([1, 2, 3]))
attempt(lambda: plt.bar([1, 2], [1, 2, 3]))
attempt(lambda: plt.xscale("foo"))
attempt(lambda: plt.pie([-1, 2]))
attempt(lambda: plt.contourf([[1, 2], [3, 4]], levels=[1]))
attempt(lambda: plt.contour([1, 2]))
attempt(lambda: plt.rcParams["nope"])
attempt(lambda: plt.rcParams.update({"nope": 1}))
attempt(lambda: plt.fill_between([1, 2], [1, 2], alpha=2))
attempt(lambda: plt.nope)
