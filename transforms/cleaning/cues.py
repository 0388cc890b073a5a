"""Finding many literal cues in one pass, by the algorithm of Aho and Corasick (1975).

A cue in lower case that opens with a letter or digit counts at word starts only. Signs ("@", ".jpg") count wherever
they stand, and so does a cue with capitals, which is looked for in the text as it is.
"""

from collections.abc import Iterator, Sequence

from ahocorasick_rs import AhoCorasick, Implementation


class CueScanner:
    """Says which phrases have a cue in a text, and where. Phrase n has the cues `cues[n]`."""

    def __init__(self, cues: Sequence[Sequence[str]]) -> None:
        owners: dict[str, list[int]] = {}
        self._exact: dict[str, list[int]] = {}
        for number, group in enumerate(cues):
            for cue in group:
                (owners if cue == cue.lower() else self._exact).setdefault(cue, []).append(number)
        self._owners = list(owners.values())
        self._word = [cue[0].isalnum() for cue in owners]
        self._automaton = AhoCorasick(list(owners), implementation=Implementation.DFA)

    def scan(self, text: str, lower: str) -> Iterator[tuple[int, list[int]]]:
        """Number and cue positions of every phrase with a cue in the text, by number.

        >>> list(CueScanner([["read more", "@"], ["more"]]).scan("Read more", "read more"))
        [(0, [0]), (1, [5])]
        """
        places: dict[int, set[int]] = {}
        for index, start, _ in self._matches(lower):
            if not (self._word[index] and start and _in_word(lower[start - 1])):
                for number in self._owners[index]:
                    places.setdefault(number, set()).add(start)
        for cue, numbers in self._exact.items():
            found = set(_positions(cue, text))
            for number in numbers if found else ():
                places.setdefault(number, set()).update(found)
        for number in sorted(places):
            yield number, sorted(places[number])

    def _matches(self, lower: str) -> list[tuple[int, int, int]]:
        try:
            found: list[tuple[int, int, int]] = self._automaton.find_matches_as_indexes(
                lower, overlapping=True
            )
        except UnicodeEncodeError:  # a lone surrogate: no character, and no part of a cue
            return self._matches(lower.encode(errors="replace").decode())
        return found


def _in_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def _positions(cue: str, text: str) -> Iterator[int]:
    at = text.find(cue)
    while at >= 0:
        yield at
        at = text.find(cue, at + len(cue))
