import re
from datetime import date

import pytest
from rich.console import Console

from flows.inspect.page import render_page
from flows.inspect.terminal import print_view
from flows.inspect.view import View, make_view
from transforms.annotate import Annotation
from transforms.cleaning import clean_article
from transforms.codes import Label, MentionSource, TimexType
from transforms.records import DateMention, Mention, RawArticle

RAW = (
    "Ann Lee (left) reopens the mill in Leeds. © IMAGO / PA\n\n\n\n"
    "Leeds – WHen the mill of <Leeds & Sons> closed, nobody thought that it would open again on a Monday.\n\n"
    "Ann Lee, who runs it, has hired forty people, and she wants to hire forty more before autumn. [/mill]"
)


@pytest.fixture(scope="module")
def view() -> View:
    article = RawArticle("a1", "mill.txt", 0, "txt", RAW, "0" * 64, "utf-8", len(RAW))
    clean = clean_article(RAW)
    name, monday = clean.text.index("Ann Lee"), clean.text.index("Monday")
    mention = Mention(name, name + 7, "Ann Lee", Label.PERSON, MentionSource.MODEL, "e1", "Ann Lee")
    found = DateMention(
        monday, monday + 6, "Monday", TimexType.DATE, "2024-05-06", None,
        date(2024, 5, 6), date(2024, 5, 6), "day", True, date(2024, 5, 8), "date.weekday", 0.9,
    )  # fmt: skip
    return make_view(article, clean, Annotation((mention,), (found,)))


def test_the_pieces_without_removals_and_with_repairs_are_the_clean_text(view: View) -> None:
    shown = "".join(
        piece.edit.replacement if piece.is_repaired and piece.edit else piece.text
        for piece in view.pieces
        if not piece.is_removed
    )
    assert shown.split() == view.clean.text.split()


def test_mentions_and_dates_stand_where_they_are_in_the_raw_text(view: View) -> None:
    assert [piece.text for piece in view.pieces if piece.mention] == ["Ann Lee"]
    assert [piece.text for piece in view.pieces if piece.date] == ["Monday"]


def test_the_terminal_names_kinds_rules_and_values(view: View) -> None:
    console = Console(record=True, width=120, file=None, quiet=False)
    with console.capture() as capture:
        print_view(view, console)
    text = capture.get()
    assert "[credit]" in text
    assert "credit.copyright_sign" in text
    assert "2024-05-06" in text
    assert "IMAGO; PA" in text


def test_the_page_is_escaped_and_loads_nothing(view: View) -> None:
    page = render_page(view)
    assert "&lt;Leeds &amp; Sons&gt;" in page
    assert not re.search(r"(?:src|href)=|@import|url\(|https?://|<script", page)
