"""Edits rebuild the clean text exactly, stack, and lead back to the raw text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.cleaning.apply import apply, offset_map, stack
from transforms.codes import EditKind
from transforms.records import Edit


@st.composite
def edits_on(draw: st.DrawFn, length: int) -> list[Edit]:
    cuts = sorted(draw(st.sets(st.integers(0, length), max_size=8)))
    found = []
    for start, end in pairwise(cuts):
        if draw(st.booleans()):
            replacement = draw(st.text("XYZ ", max_size=3))
            kind = EditKind.CREDIT if not replacement else EditKind.MOJIBAKE
            found.append(Edit(kind, start, end, "test.rule", "rule", 1.0, replacement))
    return found


@given(st.data(), st.text("abcdefgh \n", max_size=30))
def test_two_rounds_of_edits_stack_into_one(data: st.DataObject, raw: str) -> None:
    first = data.draw(edits_on(len(raw)))
    middle = apply(raw, first)
    second = data.draw(edits_on(len(middle)))
    assert apply(raw, stack(raw, first, second)) == apply(middle, second)


@given(st.data(), st.text("abcdefgh \n", max_size=30))
def test_untouched_text_leads_back_to_itself(data: st.DataObject, raw: str) -> None:
    edits = data.draw(edits_on(len(raw)))
    clean, spots = apply(raw, edits), offset_map(raw, edits)
    for start in range(len(clean)):
        for end in range(start + 1, len(clean) + 1):
            span = spots.to_raw(start, end)
            if span and clean[start:end].islower() and not any(edit.replacement for edit in edits):
                assert raw[span[0] : span[1]] == clean[start:end]


def test_overlapping_edits_are_refused() -> None:
    edits = [Edit(EditKind.CREDIT, 0, 3, "a.b", "rule", 1.0), Edit(EditKind.CREDIT, 2, 4, "a.b", "rule", 1.0)]
    with pytest.raises(ValueError, match="out of order"):
        apply("abcdef", edits)


def test_a_span_over_a_removal_has_no_raw_counterpart() -> None:
    edits = [Edit(EditKind.PROMO, 4, 8, "a.b", "rule", 1.0)]
    spots = offset_map("one ADS two", edits)
    assert spots.to_raw(0, 3) == (0, 3)
    assert spots.to_raw(4, 7) == (8, 11)
    assert spots.to_raw(0, 7) is None
