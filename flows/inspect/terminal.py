"""The view of an article in the terminal."""

from collections.abc import Iterable

from rich.console import Console, Group
from rich.rule import Rule
from rich.style import Style
from rich.table import Table
from rich.text import Text

from flows.inspect.palette import DATE_COLOR, MENTION_COLOR, REPAIR_COLOR, color_of
from flows.inspect.view import Piece, View

MAX_CELL = 90


def print_view(view: View, console: Console) -> None:
    """Print the marked text, then what is known of the article and tables of edits, names and dates."""
    parts: list[Rule | Text | Table] = [Rule(view.article.source_file, align="left"), _marked(view)]
    parts.append(Rule("found", align="left"))
    if view.facts:
        parts.append(_table(("", ""), view.facts))
    if view.edits:
        parts.append(_edits(view))
    if view.annotation.mentions:
        parts.append(_mentions(view))
    if view.annotation.dates:
        parts.append(_dates(view))
    console.print(Group(*parts))


def _marked(view: View) -> Text:
    text = Text()
    for piece in view.pieces:
        _append(text, piece)
    text.append("\n")
    return text


def _append(text: Text, piece: Piece) -> None:
    if piece.is_removed and piece.edit:
        text.append(piece.text, Style(color=color_of(piece.edit.kind), strike=True))
        if piece.text.strip():
            text.append(f"[{piece.edit.kind}]", Style(color=color_of(piece.edit.kind), dim=True))
    elif piece.is_repaired and piece.edit:
        text.append(piece.text, Style(color="red", strike=True))
        text.append(piece.edit.replacement, Style(color=REPAIR_COLOR, bold=True))
    elif piece.mention:
        text.append(piece.text, Style(color=MENTION_COLOR, bold=True))
        text.append(f" {piece.mention.label}" if piece.closes else "", Style(color=MENTION_COLOR, dim=True))
    elif piece.date:
        text.append(piece.text, Style(color=DATE_COLOR, underline=True))
        text.append(f" {piece.date.value}" if piece.closes else "", Style(color=DATE_COLOR, dim=True))
    else:
        text.append(piece.text)


def _edits(view: View) -> Table:
    rows = (
        (
            Text(edit.kind, Style(color=color_of(edit.kind))),
            edit.rule,
            edit.layer,
            f"{edit.confidence:.2f}",
            _short(view.raw(edit)) + (f" → {edit.replacement!r}" if edit.replacement else ""),
        )
        for edit in view.edits
    )
    return _table(("edit", "rule", "layer", "sure", "raw text"), rows)


def _mentions(view: View) -> Table:
    counts: dict[tuple[str, str, str], set[str]] = {}
    for mention in view.annotation.mentions:
        country = mention.place.country_code if mention.place else ""
        counts.setdefault((mention.name, mention.label, country), set()).add(mention.text)
    rows = (
        (name, label, country, _short(", ".join(sorted(forms - {name}))))
        for (name, label, country), forms in sorted(counts.items())
    )
    return _table(("name", "label", "country", "also as"), rows)


def _dates(view: View) -> Table:
    rows = (
        (
            date.text,
            date.timex_type,
            date.value,
            f"{date.start_date or ''}" + (f" – {date.end_date}" if date.end_date != date.start_date else ""),
            date.rule,
        )
        for date in view.annotation.dates
    )
    return _table(("date", "type", "value", "calendar", "rule"), rows)


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str | Text, ...]]) -> Table:
    table = Table(*heads, box=None, show_header=any(heads), pad_edge=False, padding=(0, 2, 0, 0))
    for row in rows:
        table.add_row(*(Text(cell) if isinstance(cell, str) else cell for cell in row))
    table.add_row()
    return table


def _short(text: str) -> str:
    return text if len(text) <= MAX_CELL else text[: MAX_CELL - 1] + "…"
