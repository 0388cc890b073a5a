"""What the outlet memory removes, and what it must never do."""

from hypothesis import given
from hypothesis import strategies as st

from transforms.cleaning.clean import clean_article
from transforms.cleaning.memory import OutletMemory
from transforms.records import RawArticle

FOOTER = "Printed on paper from the mill at Oldbridge with ink from the village of Saltmarsh"
BODIES = [
    f"The {thing} was closed on Tuesday after engineers found cracks in {number} of its pillars, it said.\n\n"
    f"Nobody had told the {people} about it, and many of them vowed to stay until the police came.\n\n"
    f"A new {thing} is to open next spring if the bank approves a loan of {number} million for it."
    for number, (thing, people) in enumerate(
        [
            ("market", "traders"),
            ("school", "teachers"),
            ("bridge", "drivers"),
            ("chapel", "singers"),
            ("garage", "mechanics"),
            ("stadium", "players"),
        ],
        start=2,
    )
]


def article(number: int, text: str, outlet: str | None = "Harbour Post") -> RawArticle:
    return RawArticle(
        f"a{number}", "file.jsonl", number, "jsonl", text, "", "utf-8", len(text), outlet=outlet
    )


def with_footer(bodies: list[str]) -> list[RawArticle]:
    return [article(number, f"{body}\n\n{FOOTER} ({number})") for number, body in enumerate(bodies)]


def remembered(subject: RawArticle, memory: OutletMemory) -> list[str]:
    """What the memory removes from an article."""
    found = clean_article(
        subject.raw_text, outlet=subject.outlet, memory=memory, article_id=subject.article_id
    )
    return [subject.raw_text[edit.start : edit.end] for edit in found.edits if edit.layer == "memory"]


def test_a_line_of_three_other_articles_goes() -> None:
    articles = with_footer(BODIES[:4])
    memory = OutletMemory.build(articles)
    assert remembered(articles[0], memory) == [f"{FOOTER} (0)"]


def test_an_article_does_not_vote_for_itself() -> None:
    articles = with_footer(BODIES[:3])
    memory = OutletMemory.build(articles)
    assert not remembered(articles[0], memory)


def test_near_duplicates_do_not_vote() -> None:
    copies = [article(number, f"{BODIES[0]}\n\n{FOOTER}") for number in range(5)]
    assert not remembered(copies[0], OutletMemory.build(copies))


def test_other_outlets_do_not_count() -> None:
    articles = [article(n, f"{body}\n\n{FOOTER}", f"Outlet {n}") for n, body in enumerate(BODIES)]
    assert not remembered(articles[0], OutletMemory.build(articles))


def test_a_standing_subhead_stays() -> None:
    texts = [body.replace("\n\n", "\n\nWhat happens next\n\n", 1) for body in BODIES]
    articles = [article(number, text) for number, text in enumerate(texts)]
    assert not remembered(articles[0], OutletMemory.build(articles))


def test_the_result_is_the_same_in_a_repeated_run() -> None:
    articles = with_footer(BODIES[:4])
    first = OutletMemory.build(articles)
    again = OutletMemory.from_rows(first.to_rows()).merge(OutletMemory.build(articles))
    assert again.to_rows() == first.to_rows()


@given(st.permutations(range(6)), st.integers(0, 6))
def test_neither_order_nor_batches_change_the_memory(order: list[int], cut: int) -> None:
    articles = with_footer(BODIES)
    shuffled = [articles[number] for number in order]
    parts = OutletMemory.build(shuffled[:cut]).merge(OutletMemory.build(shuffled[cut:]))
    assert parts.to_rows() == OutletMemory.build(articles).to_rows()


def test_rows_are_flat() -> None:
    rows = OutletMemory.build(with_footer(BODIES[:2])).to_rows()
    assert {type(value) for row in rows for value in row.values()} == {str, int}
    assert all(-(2**63) <= row["segment"] < 2**63 for row in rows)
