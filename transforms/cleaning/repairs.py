"""All repairs of a raw text, as edits: letters first (encoding), then spacing."""

from transforms.records import Edit


def repair_edits(text: str) -> list[Edit]:
    """Edits that put glitches of a text right, sorted, in its offsets."""
    del text
    return []
