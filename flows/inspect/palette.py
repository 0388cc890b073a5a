"""One colour a kind, the same in the terminal and on the page."""

from transforms.codes import EditKind

REPAIR_COLOR = "#1a7f4b"
MENTION_COLOR = "#2f6fd0"
DATE_COLOR = "#8a5a00"

KIND_COLORS: dict[EditKind, str] = {
    EditKind.CAPTION: "#c2410c",
    EditKind.CREDIT: "#b91c5c",
    EditKind.BYLINE: "#7c3aed",
    EditKind.DATELINE: "#0e7490",
    EditKind.TIMESTAMP: "#0369a1",
    EditKind.PROMO: "#b3261e",
    EditKind.BOILERPLATE: "#6b7280",
    EditKind.MARKUP: "#a16207",
    EditKind.DUPLICATE_TITLE: "#475569",
}


def color_of(kind: EditKind) -> str:
    """The colour of a kind; all repairs share one.

    >>> color_of(EditKind.MOJIBAKE) == REPAIR_COLOR
    True
    """
    return KIND_COLORS.get(kind, REPAIR_COLOR)
