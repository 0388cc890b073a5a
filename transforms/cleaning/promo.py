"""Promotion: related links, newsletters, share bars, adverts, appeals. Phrases: `data/promo.tsv`."""

from transforms.cleaning.phrases import Hit

_SPEECH = (" said", " says ", " told ", " tweeted", " wrote ", " added", " according to", " asked ")


def is_prose(hit: Hit) -> bool:
    """Whether a sentence that a phrase of promotion or boilerplate matched quotes or reports somebody.

    Then it is prose, whatever it advertises: '"Sign up for the newsletter," she said.'
    """
    text = hit.match.group()
    if hit.phrase.scope not in {"segment", "rest"}:
        return '"' in text and any(verb in text for verb in _SPEECH)
    return text.startswith(('"', "'")) or any(verb in text for verb in _SPEECH)
