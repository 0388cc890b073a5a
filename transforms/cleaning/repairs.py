"""All repairs of a raw text, as edits: letters first (encoding), then spacing on the outcome."""

from transforms.cleaning.apply import apply, stack
from transforms.cleaning.repairs_encoding import encoding_edits
from transforms.cleaning.repairs_spacing import spacing_edits
from transforms.records import Edit


def repair_edits(text: str) -> list[Edit]:
    """Edits that put glitches of a text right, sorted, in its offsets.

    >>> [(edit.kind.value, edit.replacement) for edit in repair_edits("W hen it ended.But why?")]
    [('drop_cap', 'When'), ('glued_sentence', '. ')]
    """
    first = encoding_edits(text)
    return stack(text, first, spacing_edits(apply(text, first) if first else text))
