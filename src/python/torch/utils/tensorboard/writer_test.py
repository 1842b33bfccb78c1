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


def test_what_is_missing_says_so():
    try:
        SummaryWriter("x").add_histogram("weights", torch.zeros(3), 0)
    except NotImplementedError as error:
        assert "add_histogram is not available here" in str(error)
    else:
        raise AssertionError("add_histogram did nothing, silently")
