"""The common part of Markdown as hypertext, for IPython.display.Markdown. What it makes is sanitised by the page."""

import html
import re

_INLINE = (
    (re.compile(r"!\[([^\]]*)\]\((data:image/[^)\s]+)\)"), r'<img alt="\1" src="\2">'),
    (re.compile(r"\[([^\]]+)\]\((https?://[^)\s]+)\)"), r'<a href="\2">\1</a>'),
    (re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*"), r"<strong>\1</strong>"),
    (re.compile(r"__(?=\S)(.+?)(?<=\S)__"), r"<strong>\1</strong>"),
    (re.compile(r"(?<![\w*])\*(?=\S)(.+?)(?<=\S)\*(?!\w)"), r"<em>\1</em>"),
    (re.compile(r"(?<!\w)_(?=\S)(.+?)(?<=\S)_(?!\w)"), r"<em>\1</em>"),
    (re.compile(r"~~(.+?)~~"), r"<del>\1</del>"),
)
_ITEM = re.compile(r"(\s*)([-*+]|\d+[.)])\s+(.*)")
_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_RULE = re.compile(r"\s*([-*_])(\s*\1){2,}\s*$")
_TABLE_LINE = re.compile(r"\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$")


def _inline(text):
    """Emphasis, links and code inside a line."""
    parts = re.split(r"(`+)(.+?)\1", text)
    result = []
    for index in range(0, len(parts), 3):
        piece = html.escape(parts[index], quote=False)
        for pattern, replacement in _INLINE:
            piece = pattern.sub(replacement, piece)
        result.append(piece)
        if index + 2 < len(parts):
            result.append(f"<code>{html.escape(parts[index + 2])}</code>")
    return "".join(result)


def to_html(text):
    """Hypertext for Markdown: headings, lists, tables, quotes, code, rules, paragraphs."""
    lines = text.expandtabs(4).split("\n")
    result, at = [], 0
    while at < len(lines):
        block, at = _block(lines, at)
        result.append(block)
    return "\n".join(part for part in result if part)


def _block(lines, at):
    line = lines[at]
    if not line.strip():
        return "", at + 1
    if line.lstrip().startswith("```"):
        return _fence(lines, at)
    heading = _HEADING.match(line)
    if heading:
        level = len(heading.group(1))
        return f"<h{level}>{_inline(heading.group(2))}</h{level}>", at + 1
    if _RULE.match(line):
        return "<hr>", at + 1
    if line.lstrip().startswith(">"):
        return _quote(lines, at)
    if _ITEM.match(line):
        return _list(lines, at, len(_ITEM.match(line).group(1)))
    if "|" in line and at + 1 < len(lines) and "-" in lines[at + 1] and _TABLE_LINE.match(lines[at + 1]):
        return _table(lines, at)
    return _paragraph(lines, at)


def _fence(lines, at):
    end = at + 1
    while end < len(lines) and not lines[end].lstrip().startswith("```"):
        end += 1
    return f"<pre><code>{html.escape(chr(10).join(lines[at + 1 : end]))}</code></pre>", end + 1


def _quote(lines, at):
    inner = []
    while at < len(lines) and lines[at].lstrip().startswith(">"):
        inner.append(lines[at].lstrip()[1:].removeprefix(" "))
        at += 1
    return f"<blockquote>{to_html(chr(10).join(inner))}</blockquote>", at


def _list(lines, at, indent):
    tag = "ul" if _ITEM.match(lines[at]).group(2) in "-*+" else "ol"
    items = []
    while at < len(lines):
        item = _ITEM.match(lines[at])
        if item is None or len(item.group(1)) < indent:
            break
        if len(item.group(1)) > indent and items:
            inner, at = _list(lines, at, len(item.group(1)))
            items[-1] += inner
            continue
        items.append(_inline(item.group(3)))
        at += 1
    return f"<{tag}>" + "".join(f"<li>{each}</li>" for each in items) + f"</{tag}>", at


def _table(lines, at):
    def cells(line):
        return [_inline(cell.strip()) for cell in line.strip().strip("|").split("|")]

    head = "".join(f"<th>{cell}</th>" for cell in cells(lines[at]))
    at += 2
    rows = []
    while at < len(lines) and "|" in lines[at]:
        rows.append("<tr>" + "".join(f"<td>{cell}</td>" for cell in cells(lines[at])) + "</tr>")
        at += 1
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>", at


def _paragraph(lines, at):
    inner = []
    while at < len(lines) and lines[at].strip() and not (inner and (_HEADING.match(lines[at]) or _ITEM.match(lines[at]))):
        inner.append(_inline(lines[at].strip()) + ("<br>" if lines[at].endswith("  ") else ""))
        at += 1
    return f"<p>{' '.join(inner)}</p>", at
