"""What SummaryWriter sends to the page's board."""

import torch
from torch.utils.tensorboard import SummaryWriter, writer


def sent_by(program, **options):
    points = []
    emit, writer.emit_metric = writer.emit_metric, lambda tag, value, step, board: points.append((board, tag, step, value))
    try:
        with SummaryWriter("runs/test", **options) as board:
            program(board)
    finally:
        writer.emit_metric = emit
    return points


def test_scalars_are_sent_at_once_as_floats():
    def program(board):
        board.add_scalar("loss/train", torch.tensor(0.5, requires_grad=True), 10)
        board.add_scalar("loss/train", 1, global_step=20)
        board.add_scalar("once", 2.0)

    assert sent_by(program) == [
        ("runs/test", "loss/train", 10, 0.5),
        ("runs/test", "loss/train", 20, 1.0),
        ("runs/test", "once", 0, 2.0),
    ]


def test_several_curves_of_one_board():
    points = sent_by(lambda board: board.add_scalars("loss", {"train": 1.0, "test": 2.0}, 3))
    assert points == [("runs/test", "loss/train", 3, 1.0), ("runs/test", "loss/test", 3, 2.0)]


def test_a_board_without_a_name_gets_one():
    assert SummaryWriter(comment="-lr0.1").log_dir.startswith("runs/")
    assert SummaryWriter(comment="-lr0.1").get_logdir().endswith("-lr0.1")


def figures_of(program):
    """The figures that a program shows: (identity, message)."""
    import kernel_runtime

    shown = []
    emit, kernel_runtime.emit_figure = kernel_runtime.emit_figure, lambda identity, figure: shown.append((identity, figure))
    try:
        program(SummaryWriter("runs/test"))
    finally:
        kernel_runtime.emit_figure = emit
    return shown


def test_histograms_of_a_tag_are_one_drawing_with_a_ridge_a_step():
    def program(board):
        for step in range(3):
            board.add_histogram("fc/weight", torch.linspace(-1, 1, 50) * (step + 1), step)

    shown = figures_of(program)
    assert [identity for identity, _ in shown] == ["runs/test/fc/weight"] * 3
    axes = shown[-1][1]["axes"][0]
    assert len(axes["series"]) == 6, axes["series"]  # an area and an outline each
    assert axes["title"] == "fc/weight"


def test_long_histories_are_thinned():
    def program(board):
        for step in range(100):
            board.add_histogram("w", torch.randn(20), step)

    assert len(figures_of(program)[-1][1]["axes"][0]["series"]) <= 24


def test_pictures_of_all_layouts():
    def program(board):
        board.add_image("chw", torch.rand(3, 4, 5))
        board.add_image("hw", torch.zeros(4, 5, dtype=torch.uint8), dataformats="HW")
        board.add_images("several", torch.rand(10, 1, 4, 5), 1)

    sizes = []
    for _, figure in figures_of(program):
        (image,) = figure["axes"][0]["series"]
        sizes.append((image["width"], image["height"]))
    assert sizes == [(5, 4), (5, 4), (40, 8)], sizes


def test_texts_are_shown_as_text():
    emitted = []
    emit, writer.emit = writer.emit, emitted.append
    try:
        SummaryWriter("b").add_text("note", "<b>1 < 2</b>", 3)
        SummaryWriter("b").add_graph(torch.nn.Linear(2, 1))
    finally:
        writer.emit = emit
    assert "&lt;b&gt;1 &lt; 2&lt;/b&gt;" in emitted[0]["html"] and emitted[0]["id"] == "b/note"
    assert "Linear(in_features=2" in emitted[1]["html"]


def test_what_is_missing_says_so():
    try:
        SummaryWriter("x").add_audio("sound", torch.zeros(3), 0)
    except NotImplementedError as error:
        assert "add_audio is not available here" in str(error)
    else:
        raise AssertionError("add_audio did nothing, silently")
