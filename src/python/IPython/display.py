"""IPython.display: display, clear_output, and objects that know how to show themselves.

HTML is sanitised by the page (src/cells/RichText.tsx): scripts, frames and addresses that would load something do nothing.
"""

import base64
import html as _html
import itertools
import json as _json

from kernel_runtime import clear_output as _clear_output
from kernel_runtime.display import show

__all__ = [
    "Audio",
    "Code",
    "DisplayHandle",
    "DisplayObject",
    "FileLink",
    "FileLinks",
    "HTML",
    "IFrame",
    "Image",
    "JSON",
    "Javascript",
    "Latex",
    "Markdown",
    "Math",
    "Pretty",
    "ProgressBar",
    "SVG",
    "Video",
    "YouTubeVideo",
    "clear_output",
    "display",
    "display_html",
    "display_markdown",
    "update_display",
]

_identities = itertools.count(1)


def display(*objs, include=None, exclude=None, metadata=None, transient=None, display_id=None, raw=False, clear=False, **kwargs):
    """Shows objects as a notebook does. With display_id=True it returns a handle whose update() replaces what was shown."""
    if clear:
        clear_output(wait=True)
    handle = None
    if display_id is not None:
        handle = DisplayHandle(f"display-{next(_identities)}" if display_id is True else str(display_id))
    for each in objs:
        show(each, identity=None if handle is None else handle.display_id)
    return handle


def update_display(obj, *, display_id, **kwargs):
    """Replaces what was shown under an id."""
    show(obj, identity=str(display_id))


class DisplayHandle:
    """Something shown, which update() replaces."""

    def __init__(self, display_id=None):
        self.display_id = display_id or f"display-{next(_identities)}"

    def display(self, obj, **kwargs):
        show(obj, identity=self.display_id)

    update = display

    def __repr__(self):
        return f"<DisplayHandle display_id={self.display_id}>"


def clear_output(wait=False):
    """Removes what the cell has shown; with wait=True only when the next output comes, so that nothing flickers."""
    _clear_output(wait)


class DisplayObject:
    """Text or bytes with a kind. `data` is the content itself; `filename` names a file that holds it."""

    _mode = "r"

    def __init__(self, data=None, url=None, filename=None, metadata=None):
        if url is not None or isinstance(data, str) and data.startswith(("http://", "https://")) and self._mode == "rb":
            raise NotImplementedError("there is no network here: download the file and upload its bytes, or use local data")
        if data is not None and not isinstance(data, (str, bytes)) and hasattr(data, "read_text"):
            data, filename = None, data
        if filename is not None:
            with open(filename, self._mode, **({} if "b" in self._mode else {"encoding": "utf-8"})) as file:
                data = file.read()
        self.data = data
        self.metadata = metadata or {}

    def __repr__(self):
        return f"<IPython.core.display.{type(self).__name__} object>"


class Pretty(DisplayObject):
    """Plain text."""

    def __repr__(self):
        return self.data


class HTML(DisplayObject):
    """Hypertext."""

    def _repr_html_(self):
        return self.data


class Markdown(DisplayObject):
    """Text with Markdown's marks."""

    def _repr_markdown_(self):
        return self.data


class Math(DisplayObject):
    """A formula, shown as its source."""

    def _repr_html_(self):
        return f"<code>{_html.escape(self.data.strip('$'))}</code>"


class Latex(Math):
    """A formula, shown as its source."""


class Code(DisplayObject):
    """Program text."""

    def __init__(self, data=None, url=None, filename=None, language=None):
        super().__init__(data, url, filename)

    def _repr_html_(self):
        return f"<pre><code>{_html.escape(self.data)}</code></pre>"


class JSON(DisplayObject):
    """Data as JSON."""

    def __init__(self, data=None, url=None, filename=None, expanded=False, metadata=None, root="root", **kwargs):
        if data is not None and not isinstance(data, str):
            data = _json.dumps(data, indent=2, ensure_ascii=False)
        super().__init__(data, url, filename)

    def _repr_html_(self):
        return f"<pre><code>{_html.escape(self.data)}</code></pre>"


class Javascript(DisplayObject):
    """Refused: code for the page would reach beyond the sandbox."""

    def __init__(self, *args, **kwargs):
        raise NotImplementedError("JavaScript from a cell cannot reach the page here; use Python")


class _Media(DisplayObject):
    """Refused: sound, films and pages of others are not shown here."""

    def __init__(self, *args, **kwargs):
        raise NotImplementedError(f"{type(self).__name__} is not part of this playground: figures, pictures (Image), tables and text can be shown")


class Audio(_Media):
    """Sound."""


class Video(_Media):
    """A film."""


class IFrame(_Media):
    """Another page in a frame."""


class YouTubeVideo(IFrame):
    """A film of another site."""


class FileLink(DisplayObject):
    """The path of a file."""

    def __init__(self, path, *args, **kwargs):
        super().__init__(str(path))
        self.path = path

    def _repr_html_(self):
        return f"<code>{_html.escape(str(self.path))}</code>"

    def __repr__(self):
        return str(self.path)


class FileLinks(FileLink):
    """The path of a folder."""


class SVG(DisplayObject):
    """A drawing, shown as a picture."""

    def __init__(self, data=None, url=None, filename=None, metadata=None):
        super().__init__(data, url, filename, metadata)
        if isinstance(self.data, bytes):
            self.data = self.data.decode()

    def _repr_svg_(self):
        return self.data


class Image(DisplayObject):
    """A picture from bytes or from a file (PNG, JPEG, GIF, WebP)."""

    _mode = "rb"

    def __init__(self, data=None, url=None, filename=None, format=None, embed=None, width=None, height=None, retina=False,
                 unconfined=False, metadata=None, alt=None):  # fmt: skip
        if isinstance(data, str) and not data.startswith(("http://", "https://")):
            data, filename = None, data
        super().__init__(data, url, filename, metadata)
        if not isinstance(self.data, bytes):
            raise TypeError("Image() takes the bytes of a picture, or a file name")
        self.width, self.height, self.alt = width, height, alt

    def _picture(self):
        return self.data, self.width, self.height, self.alt

    def _repr_png_(self):
        return base64.b64encode(self.data).decode()


class ProgressBar(DisplayObject):
    """A simple bar: `for step in ProgressBar(10)`."""

    def __init__(self, total):
        self.total, self._progress = total, -1
        self._identity = f"display-{next(_identities)}"

    @property
    def progress(self):
        return self._progress

    @progress.setter
    def progress(self, value):
        self._progress = value
        show(HTML(self._repr_html_()), identity=self._identity)

    def _repr_html_(self):
        return f"<progress max='{self.total}' value='{max(0, self._progress)}'></progress>"

    def display(self):
        show(HTML(self._repr_html_()), identity=self._identity)

    def __iter__(self):
        self.display()
        self._progress = -1
        return self

    def __next__(self):
        self.progress += 1
        if self.progress < self.total:
            return self.progress
        raise StopIteration


def display_html(*objs, raw=False, **kwargs):
    """Shows hypertext."""
    for each in objs:
        show(HTML(each) if raw else each)


def display_markdown(*objs, raw=False, **kwargs):
    """Shows Markdown."""
    for each in objs:
        show(Markdown(each) if raw else each)


def set_matplotlib_formats(*formats, **kwargs):
    """The page draws sharp figures on any screen."""
