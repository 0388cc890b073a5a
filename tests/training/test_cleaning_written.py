"""Texts written for training: the loader keeps words and offsets, and the shipped files are sound."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.cleaning import written
from training.cleaning.examples import kind_mask, line_examples, with_title
from training.cleaning.labels import SPAN_TYPES, LabelError
from training.cleaning.written import load_written

FILES = sorted(Path(written.__file__).with_name("written").glob("*.txt"))
BODY = "The bridge is closed until further notice, the harbour board of Norville said on Monday in a short statement."
WORDS = st.text("abc é“.—|#", min_size=1, max_size=20).map(str.strip).filter(bool)
LABELS = st.sampled_from(sorted(SPAN_TYPES))
PIECES = st.lists(st.tuples(st.one_of(st.none(), LABELS), WORDS), min_size=1, max_size=4)
"""A mixed line: pieces of body text (none) and of artefacts."""


def _load(tmp_path: Path, text: str) -> list[dict[str, object]]:
    path = tmp_path / "pages.txt"
    path.write_text(text, encoding="utf-8")
    return load_written([path])


def _row(pieces: list[tuple[str | None, str]]) -> str:
    return "mixed\t" + " ".join(f"{{{{{kind}:{words}}}}}" if kind else words for kind, words in pieces)


def test_lines_and_spans_of_a_document(tmp_path: Path) -> None:
    (document,) = _load(
        tmp_path,
        "##### p1 | The Norville Post | Bridge closed\n\nboilerplate\tSkip to main content\nkeep\tRain fell.\n"
        "mixed\tIt stopped. {{promo:Read more: Umbrellas}} {{credit:Ann Ode}}\n",
    )
    assert document["text"] == "Skip to main content\nRain fell.\nIt stopped. Read more: Umbrellas Ann Ode"
    assert document["spans"] == [[0, 20, "boilerplate"], [44, 64, "promo"], [65, 72, "credit"]]
    assert (document["id"], document["outlet"]) == ("p1", "The Norville Post")


def test_documents_and_files_follow_each_other(tmp_path: Path) -> None:
    text = "##### p1 | Post | A\nkeep\tOne.\n##### p2 | Post | B | C\npromo\tTwo.\n"
    documents = _load(tmp_path, text)
    assert [(one["id"], one["text"], one["spans"]) for one in documents] == [
        ("p1", "One.", []),
        ("p2", "Two.", [[0, 4, "promo"]]),
    ]


@given(st.lists(PIECES, min_size=1, max_size=5))
def test_spans_hold_the_words_of_their_braces(rows: list[list[tuple[str | None, str]]]) -> None:
    text = "##### p1 | Post | Title\n" + "\n".join(map(_row, rows))
    (document,) = written._documents(text)
    marked = [(kind, words) for row in rows for kind, words in row if kind]
    assert [(kind, document["text"][start:end]) for start, end, kind in document["spans"]] == marked
    assert document["text"] == "\n".join(" ".join(words for _, words in row) for row in rows)


@pytest.mark.parametrize(
    "row", ["advert\tBuy now", "mixed\tRain. {{advert:Buy now}}", "Rain fell.", "Keep\tRain"]
)
def test_an_unknown_label_is_refused(tmp_path: Path, row: str) -> None:
    with pytest.raises(LabelError, match="p1: unknown label"):
        _load(tmp_path, f"##### p1 | Post | Title\n{row}\n")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_shipped_spans_are_trimmed_sorted_and_apart(path: Path) -> None:
    for document in load_written([path]):
        position, text = 0, document["text"]
        for start, end, _ in document["spans"]:
            assert position <= start < end <= len(text)
            assert text[start:end] == text[start:end].strip()
            position = end


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_shipped_texts_have_no_marks_left_and_no_body_goes(path: Path) -> None:
    for document in load_written([path]):
        assert "{{" not in document["text"]
        assert "\t" not in document["text"]
        assert len(document["text"]) > sum(end - start for start, end, _ in document["spans"])


def test_shipped_documents_have_names_of_their_own() -> None:
    names = [document["id"] for document in load_written(FILES)]
    assert len(names) == len(set(names)) > 100


def _masks(document: dict[str, object]) -> list[str]:
    return ["M" if kind == "promo" else "K" for kind in kind_mask(document)]


def _document(text: str, judged: str) -> dict[str, object]:
    start = text.index(judged)
    span = [start, start + len(judged)]
    return {"id": "1", "outlet": "Post", "text": text, "spans": [[*span, "promo"]], "judged": [span]}


def test_of_a_document_with_judged_lines_only_these_are_examples() -> None:
    document = _document(f"{BODY}\nTen Quick Dinners\n{BODY}\nSign up\n{BODY}", "Sign up")
    examples = list(line_examples([document], _masks, rules=False))
    assert [(one.goes, one.must) for one in examples] == [(True, 7)]


@pytest.mark.xfail(strict=True, reason="judged offsets are of the raw text, lines of the repaired one")
def test_a_judged_line_behind_a_repair_is_an_example() -> None:
    document = _document(f"{BODY} It isnâ€™t safe.\nSign up\n{BODY}", "Sign up")
    assert len(list(line_examples([document], _masks, rules=False))) == 1


def test_the_first_headline_stays_and_later_ones_are_as_the_scorer_says() -> None:
    document = {"text": "One\nTwo\nSix", "spans": [[0, 3, "promo"], [4, 7, "headline"], [8, 11, "headline"]]}
    assert "".join(with_title(lambda _: ["N"] * 11, document)) == "NNNNKKKNNNN"
