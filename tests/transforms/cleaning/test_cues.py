"""The cue scanner finds what plain substring search finds."""

from hypothesis import given
from hypothesis import strategies as st

from transforms.cleaning.cues import CueScanner

WORDS = st.text("abc ", min_size=1, max_size=4).filter(lambda word: word[0] != " ")


@given(st.lists(WORDS, min_size=1, max_size=5, unique=True), st.text("abcé ", max_size=30))
def test_scanner_finds_every_cue_at_a_word_start(cues: list[str], text: str) -> None:
    found = dict(CueScanner([[cue] for cue in cues]).scan(text, text))
    for number, cue in enumerate(cues):
        starts = [
            at for at in range(len(text)) if text.startswith(cue, at) and (at == 0 or text[at - 1] == " ")
        ]
        assert found.get(number, []) == starts


def test_cues_with_capitals_and_signs() -> None:
    found = dict(CueScanner([[" MORE"], ["@"], ["more"]]).scan("Read MORE @x", "read more @x"))
    assert found == {0: [4], 1: [10], 2: [5]}
