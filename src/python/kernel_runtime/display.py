"""Shows a value as a notebook does: rich where the object knows how, a table for rows of data, else its repr."""

import base64
import html

from kernel_runtime.outputs import emit, emit_table

_WIDTH = 79
_MOST_ITEMS = 1000
_MOST_ROWS = 200
_MIMES = {
    b"\x89PNG": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"GIF8": "image/gif",
    b"RIFF": "image/webp",
}


def show(value, identity=None):
    """Shows one value; the same identity again replaces what was shown (where it is text or hypertext)."""
    own = getattr(type(value), "_ipython_display_", None)
    if own is not None:
        own(value)
    elif hasattr(type(value), "_picture"):
        data, width, height, alt = value._picture()
        emit_picture(data, width, height, alt)
    elif not _show_rich(value, identity):
        _show_plain(value, identity)


def _rich(value, kind):
    """What `_repr_kind_` gives, or None. Classes have these methods too, but nobody to answer them."""
    method = getattr(type(value), f"_repr_{kind}_", None)
    return method(value) if method is not None and not isinstance(value, type) else None


def _show_rich(value, identity):
    found = _rich(value, "html")
    if found is not None:
        emit({"kind": "html", "id": identity, "html": str(found)})
        return True
    found = _rich(value, "markdown")
    if found is not None:
        from kernel_runtime import markdown

        emit({"kind": "html", "id": identity, "html": markdown.to_html(str(found))})
        return True
    found = _rich(value, "svg")
    if found is not None:
        emit_picture(found.encode() if isinstance(found, str) else bytes(found))
        return True
    for kind in ("png", "jpeg"):
        found = _rich(value, kind)
        if found is not None:
            emit_picture(base64.b64decode(found) if isinstance(found, str) else bytes(found))
            return True
    return False


def _show_plain(value, identity):
    if identity is not None:
        emit({"kind": "html", "id": identity, "html": f"<pre>{html.escape(pretty(value))}</pre>"})
    elif _is_records(value):
        names = list(dict.fromkeys(name for row in value for name in row))
        rows = [[row[name] if name in row else "" for name in names] for row in value[:_MOST_ROWS]]
        emit_table(["", *names], [[index, *row] for index, row in enumerate(rows)])
        if len(value) > _MOST_ROWS:
            emit({"kind": "result", "text": f"{len(value)} rows; the first {_MOST_ROWS} are shown"})
    else:
        emit({"kind": "result", "text": pretty(value)})


def emit_picture(data, width=None, height=None, alt=None):
    """Shows the bytes of a picture file."""
    mime = next((mime for start, mime in _MIMES.items() if data.startswith(start)), None)
    if mime is None:
        if b"<svg" not in data[:1000]:
            raise ValueError("Cannot embed an image of this format: PNG, JPEG, GIF, WebP and SVG can be shown")
        mime = "image/svg+xml"
    emit({"kind": "picture", "mime": mime, "bytes": data, "width": width, "height": height, "alt": alt})


def _is_records(value):
    """Two or more dictionaries of plain values under names, most of which they share: rows of a table."""
    if type(value) is not list or not 2 <= len(value) <= 10_000 or any(type(row) is not dict or not row for row in value):
        return False
    plain = (str, int, float, bool, type(None))
    if not all(type(name) is str and isinstance(cell, plain) for row in value for name, cell in row.items()):
        return False
    shared = set(value[0]).intersection(*value[1:])
    return 2 * len(shared) >= len(value[0]) and len(value[0]) <= 50


def pretty(value):
    """repr, with a long list, tuple, set or dictionary of its own kind broken into lines, one for each item."""
    text = repr(value)
    if len(text) <= _WIDTH or type(value) not in (list, tuple, dict, set, frozenset):
        return text
    import pprint

    if len(value) > _MOST_ITEMS and type(value) is list:
        return f"{pprint.pformat(value[:_MOST_ITEMS], width=_WIDTH, sort_dicts=False)[:-1]},\n ...]"
    return pprint.pformat(value, width=_WIDTH, sort_dicts=False)
