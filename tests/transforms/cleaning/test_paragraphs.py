"""The roles of paragraphs."""

from transforms.cleaning.paragraphs import headline_of, type_paragraphs

FULL = "The harbour council voted on Tuesday to close the old fish market for good."


def kinds(text: str, title: str | None = None) -> list[str]:
    return [paragraph.kind.value for paragraph in type_paragraphs(text, title)]


def test_title_lead_subhead_and_body() -> None:
    text = (
        f"Old fish market to close\n\n{FULL}\n\nWhat the traders want\n\n{FULL}\n\nWho pays for it?\n\n{FULL}"
    )
    assert kinds(text) == ["title", "lead", "subhead", "body", "subhead", "body"]


def test_a_first_paragraph_of_prose_is_the_lead() -> None:
    assert kinds(f"{FULL}\n\n{FULL}") == ["lead", "body"]


def test_the_title_of_the_record_is_known() -> None:
    assert kinds(f"It is over.\n\n{FULL}", "It is over")[0] == "title"


def test_list_items_and_numbered_subheads_differ() -> None:
    assert kinds(f"{FULL}\n\n• The roof\n\n• The money\n\n{FULL}") == ["lead", "list", "list", "body"]
    assert kinds(f"{FULL}\n\n1. The roof\n\n{FULL}") == ["lead", "subhead", "body"]


def test_a_quotation_is_a_quote() -> None:
    assert kinds(f"{FULL}\n\n“No roof is worth the life of a porter or a customer.”\n\n{FULL}")[1] == "quote"


def test_lines_broken_at_a_column_are_one_paragraph() -> None:
    lines = [
        "The harbour council voted on Tuesday to close the old fish market",
        "after engineers found cracks in two of the pillars that carry its",
        "roof, and the traders have been told to leave by the end of May.",
    ]
    assert kinds("\n".join(lines)) == ["lead"]


def test_a_headline_needs_a_body() -> None:
    assert headline_of(f"Old fish market to close\n\n{FULL}") == "Old fish market to close"
    assert headline_of(FULL) is None
