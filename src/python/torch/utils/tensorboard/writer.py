"""SummaryWriter: the page draws its scalars as live curves, and its histograms, pictures and texts beside them."""

import datetime
import os
import socket
import sys

from . import drawings

try:
    from kernel_runtime import emit, emit_metric, emit_table
except ImportError:
    # Outside the page there is no board; a program that writes metrics still runs.
    def emit_metric(tag, value, step, board="default"):
        pass

    def emit(output):
        pass

    def emit_table(columns, rows):
        pass


class SummaryWriter:
    """Sends scalars to the page's board, one curve a tag, and shows histograms, pictures, figures and texts.

    Differs from PyTorch: no event files are written (``log_dir`` only names the board); sounds, videos, meshes and
    embeddings raise NotImplementedError.
    """

    def __init__(self, log_dir=None, comment="", purge_step=None, max_queue=10, flush_secs=120, filename_suffix=""):
        if not log_dir:
            now = datetime.datetime.now().strftime("%b%d_%H-%M-%S")
            log_dir = os.path.join("runs", f"{now}_{socket.gethostname()}{comment}")
        self.log_dir = str(log_dir)
        self._histories = drawings.Histories()

    def _identity(self, tag):
        return f"{self.log_dir}/{tag}"

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

    def add_histogram(self, tag, values, global_step=None, bins="tensorflow", walltime=None, max_bins=None):
        """Shows how values spread at each step: the outlines stand behind one another, the newest in front."""
        figure = self._histories.add(tag, values, int(global_step or 0), bins)
        figure._show(self._identity(tag))

    def add_image(self, tag, img_tensor, global_step=None, walltime=None, dataformats="CHW"):
        """Shows a picture; the next step's takes its place."""
        drawings.picture(tag, img_tensor, dataformats)._show(self._identity(tag))

    def add_images(self, tag, img_tensor, global_step=None, walltime=None, dataformats="NCHW"):
        """Shows several pictures side by side."""
        drawings.picture(tag, drawings.grid(img_tensor, dataformats), "CHW")._show(self._identity(tag))

    def add_figure(self, tag, figure, global_step=None, close=True, walltime=None):
        """Shows a matplotlib figure, or a list of them."""
        figures = figure if isinstance(figure, (list, tuple)) else [figure]
        for place, each in enumerate(figures):
            each._show(self._identity(tag) + (f"/{place}" if place else ""))
        if close and "matplotlib.pyplot" in sys.modules:
            for each in figures:
                sys.modules["matplotlib.pyplot"].close(each)

    def add_pr_curve(self, tag, labels, predictions, global_step=None, num_thresholds=127, weights=None, walltime=None):
        """Shows precision against recall."""
        drawings.precision_recall(tag, labels, predictions, num_thresholds)._show(self._identity(tag))

    def add_text(self, tag, text_string, global_step=None, walltime=None):
        """Shows a text; the next step's takes its place."""
        shown = drawings.text(tag, text_string, int(global_step or 0))
        emit({"kind": "html", "id": self._identity(tag), "html": shown})

    def add_graph(self, model, input_to_model=None, verbose=False, use_strict_trace=True):
        """Shows the model's modules, one in another.

        Differs from PyTorch, which draws the operations: torchinfo.summary() tells the sizes between the modules.
        """
        emit({"kind": "html", "id": self._identity("graph"), "html": drawings.graph(model)})

    def add_hparams(self, hparam_dict, metric_dict, hparam_domain_discrete=None, run_name=None, global_step=None):
        """Shows settings and results as a table, and the results as points of curves."""
        if type(hparam_dict) is not dict or type(metric_dict) is not dict:
            raise TypeError("hparam_dict and metric_dict should be dictionary.")
        emit_table([*hparam_dict, *metric_dict], [[*hparam_dict.values(), *metric_dict.values()]])
        for tag, value in metric_dict.items():
            self.add_scalar(tag, value, global_step)

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
            f"SummaryWriter.{name} is not available here: the page shows scalars, histograms, images, figures and texts."
        )

    method.__name__ = name
    method.__doc__ = "Not available here: raises NotImplementedError."
    return method


for _name in (
    "add_audio",
    "add_custom_scalars",
    "add_embedding",
    "add_mesh",
    "add_video",
):
    setattr(SummaryWriter, _name, _unavailable(_name))
