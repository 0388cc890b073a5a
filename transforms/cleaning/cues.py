"""Finding many literal cues in one pass.

Cues that open with a letter or digit are looked for at word starts only, by one regex that is a trie of
them all: on a text of 2,000 characters that costs as much as some fifty substring searches. A second trie
holds the signs ("@", ".jpg"). A cue with capitals is looked for in the text as it is, all others in lower
case.
"""

import re
from collections.abc import Iterator, Sequence


class CueScanner:
    """Says which phrases have a cue in a text, and where. Phrase n has the cues `cues[n]`."""

    def __init__(self, cues: Sequence[Sequence[str]]) -> None:
        words: dict[str, list[int]] = {}
        signs: dict[str, list[int]] = {}
        self._exact: dict[str, list[int]] = {}
        for number, group in enumerate(cues):
            for cue in group:
                lower = words if cue[0].isalnum() else signs
                (lower if cue == cue.lower() else self._exact).setdefault(cue, []).append(number)
        self._words = {cue: _with_prefixes(cue, words) for cue in words}
        self._signs = {cue: _with_prefixes(cue, signs) for cue in signs}
        self._word_trie = re.compile(rf"\b(?=\w)(?=({trie_pattern(list(words))}))") if words else None
        self._sign_trie = re.compile(f"({trie_pattern(list(signs))})") if signs else None

    def scan(self, text: str, lower: str) -> Iterator[tuple[int, list[int]]]:
        """Number and cue positions of every phrase with a cue in the text, by number.

        >>> list(CueScanner([["read more", "@"], ["more"]]).scan("Read more", "read more"))
        [(0, [0]), (1, [5])]
        """
        places: dict[int, set[int]] = {}
        for trie, phrases in ((self._word_trie, self._words), (self._sign_trie, self._signs)):
            for match in trie.finditer(lower) if trie else ():
                for number in phrases[match[1]]:
                    places.setdefault(number, set()).add(match.start())
        for cue, numbers in self._exact.items():
            found = set(_positions(cue, text))
            for number in numbers if found else ():
                places.setdefault(number, set()).update(found)
        for number in sorted(places):
            yield number, sorted(places[number])


def _with_prefixes(cue: str, words: dict[str, list[int]]) -> tuple[int, ...]:
    """Phrases of the cue and of all cues that it opens with: the trie reports the longest one only."""
    return tuple(
        sorted({number for other, numbers in words.items() if cue.startswith(other) for number in numbers})
    )


def _positions(cue: str, text: str) -> Iterator[int]:
    at = text.find(cue)
    while at >= 0:
        yield at
        at = text.find(cue, at + len(cue))


def trie_pattern(words: Sequence[str]) -> str:
    """A regex that matches the longest of the words, sharing their common beginnings.

    >>> trie_pattern(["more", "more on", "most"])
    'mo(?:re(?: on)?|st)'
    """
    tails: dict[str, list[str]] = {}
    for word in words:
        if word:
            tails.setdefault(word[0], []).append(word[1:])
    branches = [
        re.escape(first).replace(r"\ ", " ") + trie_pattern(rest) for first, rest in sorted(tails.items())
    ]
    if not branches:
        return ""
    if "" in words:
        return f"(?:{'|'.join(branches)})?"
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
