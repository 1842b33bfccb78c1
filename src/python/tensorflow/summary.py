"""tf.summary: scalars and histograms of one's own training loop, kept in memory by the writer."""

import contextlib

_current = []


class SummaryWriter:
    """Keeps what is written: `writer.records` holds (kind, name, value, step)."""

    def __init__(self, logdir):
        self.logdir = logdir
        self.records = []

    @contextlib.contextmanager
    def as_default(self, step=None):
        """What is written inside goes to this writer."""
        _current.append(self)
        try:
            yield self
        finally:
            _current.pop()

    def flush(self):
        """Nothing waits."""

    close = flush


def create_file_writer(logdir, **_options):
    """A writer for a directory."""
    return SummaryWriter(logdir)


def _write(kind, name, value, step):
    if _current:
        _current[-1].records.append((kind, name, value, step))
        return True
    return False


def scalar(name, data, step=None, description=None):
    """One number at a step."""
    return _write("scalar", name, float(data), step)


def histogram(name, data, step=None, buckets=None, description=None):
    """Many numbers at a step."""
    return _write("histogram", name, data, step)


def text(name, data, step=None, description=None):
    """Text at a step."""
    return _write("text", name, data, step)


def image(name, data, step=None, max_outputs=3, description=None):
    """Images at a step."""
    return _write("image", name, data, step)
