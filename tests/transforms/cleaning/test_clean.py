"""What holds for any text at all."""

from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.cleaning import apply, clean_article

PIECES = st.sampled_from(
    [
        "\n",
        "\n\n\n",
        " ",
        "\r\n",
        "\u00a0",
        "© IMAGO / dpa",
        "(AP Photo/Ann Lee)",
        "LONDON (Reuters) — ",
        "By Ann Lee, Reuters",
        "Advertisement",
        "Read more: Floods",
        " date 2023-03-21 ",
        "WLadimir ",
        "W hen ",
        "Rain fell.It stopped",
        "â€œ",
        "Ã©",
        "&amp;",
        "&nbsp;",
        "\u00ad",
        "\u200b",
        "<b>",
        "[caption]",
        "The river rose by two metres overnight, and the town closed both of its bridges to all traffic.",
        "\ud800",
        "\x00",
        "İ",
    ]
)
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=25).map("".join))


@given(TEXTS)
@settings(max_examples=300)
def test_edits_rebuild_the_clean_text_exactly(raw: str) -> None:
    article = clean_article(raw, outlet="Example Post", title="Rain fell")
    assert apply(raw, article.edits) == article.text
    assert all(edit.start < edit.end for edit in article.edits)
    assert all(edit.replacement != raw[edit.start : edit.end] for edit in article.edits)
    assert not any(edit.replacement for edit in article.edits if edit.kind.is_removal)


@given(TEXTS)
@settings(max_examples=100)
def test_paragraphs_lie_in_the_text_in_order(raw: str) -> None:
    article = clean_article(raw)
    position = 0
    for paragraph in article.paragraphs:
        assert position <= paragraph.start < paragraph.end <= len(article.text)
        position = paragraph.end


def test_removals_touching_leave_one_blank_line() -> None:
    article = clean_article("Rain fell on the town.\n\n\n\n \nIt stopped at noon.  \n")
    assert article.text == "Rain fell on the town.\n\nIt stopped at noon."
