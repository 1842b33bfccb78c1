"""The messages that figures become (src/protocol/figure.ts)."""

import os
import tempfile

import matplotlib.pyplot as plt
import numpy as np
from kernel_runtime import png
from matplotlib._render import unpack


def message(figure=None):
    figure = figure or plt.gcf()
    result = figure._message()
    plt.close("all")
    return result


def series(figure=None):
    return message(figure)["axes"][0]["series"]


def test_a_line_is_packed_and_named():
    plt.plot([1, 2, 3], [4, 5, 6], "r--o", label="loss")
    plt.legend()
    axes = message()["axes"][0]
    (line,) = axes["series"]
    assert unpack(line["x"]) == [1, 2, 3] and unpack(line["y"]) == [4, 5, 6]
    assert (line["label"], line["color"], line["style"], line["marker"]) == ("loss", "C3", "dashed", "circle")
    entry = {"label": "loss", "series": [0], "color": "C3", "shape": "line", "style": "dashed"}
    assert axes["legend"] == {"title": None, "entries": [entry]}


def test_limits_are_finite_whatever_the_data():
    for values in ([], [np.nan], [np.inf, 1], [1e300, -1e300], [5, 5]):
        plt.plot(values)
        axes = message()["axes"][0]
        for axis in ("x", "y"):
            low, high = axes[axis]["limits"]
            assert np.isfinite(low) and np.isfinite(high) and low != high, values


def test_a_long_line_is_thinned_but_keeps_its_peaks():
    values = np.sin(np.arange(300_000) / 50)
    values[123_456] = 7
    plt.plot(values)
    (line,) = series()
    kept = unpack(line["y"])
    assert len(kept) < 30_000 and max(kept) == 7


def test_bars_of_one_call_are_one_series():
    plt.bar(["a", "b"], [1, 2], color=["red", "C1"])
    axes = message()["axes"][0]
    (bars,) = axes["series"]
    assert bars["colors"] == ["C3", "C1"]
    assert unpack(bars["from"]) == [-0.4, 0.6] and unpack(bars["high"]) == [1, 2]
    assert axes["x"]["ticks"] == {"at": [0.0, 1.0], "labels": ["a", "b"]}


def test_an_image_goes_through_its_colour_map():
    plt.imshow([[0, 1], [2, 4]], cmap="gray")
    (image,) = series()
    assert (image["channels"], list(image["pixels"])) == (1, [0, 64, 128, 255])
    plt.imshow([[0.0, np.nan]], cmap="viridis")
    (image,) = series()
    assert image["channels"] == 4 and list(image["pixels"][3::4]) == [255, 0]
    plt.imshow(np.array([[[1.0, 0.5, 0.0]]]))
    assert list(series()[0]["pixels"]) == [255, 128, 0]
    plt.imshow(np.arange(4).reshape(2, 2), cmap="gray", origin="lower")
    assert list(series()[0]["pixels"])[:2] == [170, 255]


def test_a_twin_is_the_right_axis_of_the_same_axes():
    fig, ax = plt.subplots()
    ax.plot([1, 2])
    twin = ax.twinx()
    twin.plot([100, 300])
    (axes,) = message(fig)["axes"]
    assert [each["side"] for each in axes["series"]] == ["left", "right"]
    assert axes["right"]["limits"] == [90.0, 310.0]


def test_a_grid_of_different_widths():
    from matplotlib.gridspec import GridSpec

    fig = plt.figure()
    grid = GridSpec(2, 3, figure=fig, width_ratios=[1, 2, 1])
    fig.add_subplot(grid[0, :])
    fig.add_subplot(grid[1, 1:])
    drawn = message(fig)
    assert (drawn["rows"], drawn["columns"], drawn["columnRatios"]) == (2, 3, [1.0, 2.0, 1.0])
    assert [(axes["row"], axes["column"], axes["columnSpan"]) for axes in drawn["axes"]] == [(0, 0, 3), (1, 1, 2)]


def test_subplots_of_different_grids_share_a_figure():
    plt.subplot(2, 1, 1)
    plt.subplot(2, 2, 3)
    plt.subplot(224)
    places = [(axes["row"], axes["column"], axes["columnSpan"]) for axes in message()["axes"]]
    assert places == [(0, 0, 2), (1, 0, 1), (1, 1, 1)]


def test_black_is_the_themes_ink_except_on_pictures():
    plt.text(0, 0, "a")
    assert series()[0]["color"] == "ink"
    plt.imshow([[1]])
    plt.text(0, 0, "a")
    assert series()[1]["color"] == "#000000"


def test_a_mathematical_title_is_readable():
    plt.title(r"$x^2 + \alpha_1$ and $\frac{1}{2}$")
    assert message()["axes"][0]["title"] == "x² + α₁ and 1/2"


def test_a_png_file_holds_the_pixels_that_were_written():
    pixels = bytes(range(48))
    for channels in (1, 3, 4):
        data = png.write(pixels, 48 // channels // 4, 4, channels)
        assert png.read(data) == (pixels, 48 // channels // 4, 4, channels)


def test_every_kind_of_series_can_be_saved_as_svg():
    fig, axes = plt.subplots(2, 3)
    first, second, third, fourth, fifth, sixth = axes.flat
    first.plot([1, 2, np.nan, 3], "o-", label="a & b")
    first.legend()
    first.fill_between([0, 1], [1, 2])
    second.bar([1, 2], [3, 4])
    second.errorbar([1, 2], [3, 4], yerr=1)
    third.imshow(np.eye(3))
    third.annotate("x", (0, 0), (1, 1), arrowprops={})
    fourth.contourf(np.outer(np.arange(5), np.arange(5)))
    fig.colorbar(fourth.contour(np.outer(np.arange(5), np.arange(5))), ax=fourth)
    fifth.scatter([1, 2], [3, 4], c=[0, 1])
    fifth.axhspan(3, 3.5)
    fifth.axvline(1)
    sixth.pie([1, 2], labels=["<a>", "b"])
    path = os.path.join(tempfile.mkdtemp(), "all.svg")
    fig.savefig(path)
    plt.close(fig)
    from xml.dom import minidom

    drawing = minidom.parse(path)
    assert len(drawing.getElementsByTagName("path")) > 30
    assert len(drawing.getElementsByTagName("image")) == 3
    words = [text.firstChild.data for text in drawing.getElementsByTagName("text")]
    assert "a & b" in words and "<a>" in words


def test_what_is_missing_says_so():
    for call in (lambda: plt.streamplot([1], [1], [1], [1]), lambda: plt.subplot(projection="polar"), lambda: plt.gca().twiny(), lambda: plt.xscale("symlog")):
        try:
            call()
        except NotImplementedError as error:
            assert "playground" in str(error)
        else:
            raise AssertionError("no NotImplementedError")
    plt.close("all")


def test_a_surface_is_drawn_from_far_to_near():
    x, y = np.meshgrid(np.linspace(0, 1, 3), np.linspace(0, 1, 3))
    axes = plt.figure().add_subplot(projection="3d")
    axes.plot_surface(x, y, x, cmap="gray")
    axes.view_init(0, 0)  # from the end of x: the faces at small x, which are dark, lie behind
    sent = message()["axes"][0]
    faces = [each for each in sent["series"] if each["kind"] == "polygon"]
    assert len(faces) == 4 and not sent["frame"] and sent["equal"]
    assert [int(face["color"][1:3], 16) for face in faces] == sorted(int(face["color"][1:3], 16) for face in faces)
    heights = [unpack(face["y"]) for face in faces]
    assert max(heights[0]) < max(heights[-1])


def test_a_violin_is_mirrored_and_as_wide_as_asked():
    parts = plt.gca().violinplot([np.array([1.0, 2.0, 3.0, 2.0, 2.0])], widths=0.8)
    xs = unpack(parts["bodies"][0]._marks()[0]["x"])
    assert abs(max(xs) - 1.4) < 1e-9 and abs(min(xs) - 0.6) < 1e-9
    plt.close("all")


def test_an_animation_draws_each_frame():
    from matplotlib.animation import FuncAnimation

    figure, axes = plt.subplots()
    (line,) = axes.plot([], [])
    drawn = []
    figure.canvas.draw = lambda: drawn.append(len(line.get_xdata()))
    FuncAnimation(figure, lambda i: line.set_data(range(i), range(i)), frames=4, interval=1).to_jshtml()
    assert drawn == [0, 1, 2, 3]
    plt.close("all")
