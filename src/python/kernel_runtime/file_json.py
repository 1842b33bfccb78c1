"""JSON of files that may be damaged or made to do harm: json.loads that refuses nesting deeper than any file of ours has.

The interpreter's own parser calls itself for each level, and the browser's stack ends before Python's limit is reached, which
would end the kernel.
"""

import json
import re

_STRING = re.compile(r'"(?:[^"\\]|\\.)*"?', re.S)
_BRACKET = re.compile(r"[\[\]{}]")
_DEEPEST = 500


def loads(text, **options):
    """The value of a JSON text; ValueError where it is none."""
    text = bytes(text).decode() if not isinstance(text, str) else text
    depth = 0
    for bracket in _BRACKET.findall(_STRING.sub("", text)):
        depth += 1 if bracket in "[{" else -1
        if depth > _DEEPEST:
            raise ValueError(f"the JSON is nested more than {_DEEPEST} levels deep")
    return json.loads(text, **options)
