"""Word lists as one regular expression shaped like a trie, which the matcher walks letter by letter."""

import re
from collections.abc import Iterable

_Node = dict[str, "_Node"]


def trie_pattern(words: Iterable[str]) -> str:
    """A pattern that matches exactly `words`, longest first.

    >>> trie_pattern(["may", "march", "day"])
    '(?:day|ma(?:rch|y))'
    """
    root: _Node = {}
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _render(root)


def _render(node: _Node) -> str:
    branches = [re.escape(letter) + _render(child) for letter, child in sorted(node.items()) if letter]
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    if "" not in node:
        return body
    return f"(?:{body})?"
