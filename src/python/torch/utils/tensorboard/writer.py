"""SummaryWriter, whose scalars the page draws as live curves; drawing is left to the page."""

import datetime
import os
import socket

try:
    from kernel_runtime import emit_metric
except ImportError:
    # Outside the page there is no board; a program that writes metrics still runs.
    def emit_metric(tag, value, step, board="default"):
        pass


class SummaryWriter:
    """Sends scalars to the page's board, one curve a tag.

    Differs from PyTorch: no event files are written (``log_dir`` only names the board), and everything but scalars
    raises NotImplementedError.
    """

    def __init__(self, log_dir=None, comment="", purge_step=None, max_queue=10, flush_secs=120, filename_suffix=""):
        if not log_dir:
            now = datetime.datetime.now().strftime("%b%d_%H-%M-%S")
            log_dir = os.path.join("runs", f"{now}_{socket.gethostname()}{comment}")
        self.log_dir = str(log_dir)

    def add_scalar(self, tag, scalar_value, global_step=None, walltime=None, new_style=False, double_precision=False):
        """Adds the point (``global_step``, ``scalar_value``) to the curve ``tag``.

        ``scalar_value`` is a number or a tensor with one element; without ``global_step`` the point is at 0.
        """
        if isinstance(scalar_value, str):
            raise NotImplementedError(f"Got {type(scalar_value)}, but numpy array, torch tensor, or number expected.")
        emit_metric(tag, float(scalar_value), int(global_step or 0), board=self.log_dir)

    def add_scalars(self, main_tag, tag_scalar_dict, global_step=None, walltime=None):
        """Adds a point to each of several curves that belong together."""
        # PyTorch writes each into a run of its own; here they are curves of one board.
        for tag, value in tag_scalar_dict.items():
            self.add_scalar(f"{main_tag}/{tag}", value, global_step)

    def get_logdir(self):
        return self.log_dir

    def flush(self):
        """Nothing waits: points are sent as they are added."""

    def close(self):
        self.flush()

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.close()


def _unavailable(name):
    def method(self, *args, **kwargs):
        raise NotImplementedError(
            f"SummaryWriter.{name} is not available here: the page's board draws scalars (add_scalar, add_scalars)."
        )

    method.__name__ = name
    method.__doc__ = "Not available here: raises NotImplementedError."
    return method


for _name in (
    "add_audio",
    "add_custom_scalars",
    "add_embedding",
    "add_figure",
    "add_graph",
    "add_histogram",
    "add_hparams",
    "add_image",
    "add_images",
    "add_mesh",
    "add_pr_curve",
    "add_text",
    "add_video",
):
    setattr(SummaryWriter, _name, _unavailable(_name))
