"""The spaCy components: sentence boundaries, entity rules, entity resolution.

Importing this module registers three factories that work in any English pipeline: `copydesk_sentences`,
`copydesk_entity_rules` (after an entity recogniser) and `copydesk_entity_resolver` (after the rules). They
are
entry points of the package too, so that `nlp.add_pipe` finds them by name. What they find out stands in
extension attributes of the entity spans: `ent._.copydesk_source` ("model" or "rule"), `ent._.copydesk_rule`,
`ent._.copydesk_name` (the full name) and `ent._.copydesk_place` (a `Place` or None).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from transforms.codes import MentionSource
from transforms.entities.aliases import Aliases, load_aliases
from transforms.entities.labels import label_table
from transforms.entities.resolver import resolve
from transforms.entities.rules import apply_rules
from transforms.entities.sentences import sentence_starts
from transforms.entities.spans import Found, Words

if TYPE_CHECKING:
    from collections.abc import Callable


def words_of(doc: Doc) -> Words:
    """Return the tokens of a document as the rules see them."""
    if not len(doc):
        return Words([], [])
    strings = doc.vocab.strings  # by hash: several times as fast as asking every token
    words, spaced = doc.to_array(["ORTH", "SPACY"]).T.tolist()
    return Words([strings[word] for word in words], [bool(space) for space in spaced])


def _register_extensions() -> None:
    for name, default in (
        ("source", MentionSource.MODEL.value),
        ("rule", ""),
        ("name", None),
        ("place", None),
    ):
        if not Span.has_extension(f"copydesk_{name}"):
            Span.set_extension(f"copydesk_{name}", default=default)


_register_extensions()


@Language.factory("copydesk_sentences", assigns=["token.is_sent_start", "doc.sents"])
def make_sentences(nlp: Language, name: str) -> Callable[[Doc], Doc]:  # noqa: ARG001 -- spaCy's signature
    """Make the component that sets sentence boundaries by rule.

    >>> import spacy
    >>> nlp = spacy.blank("en")
    >>> _ = nlp.add_pipe("copydesk_sentences")
    >>> [sent.text for sent in nlp("Mr. Li left the U.S. He was tired.").sents]
    ['Mr. Li left the U.S.', 'He was tired.']
    """
    return set_sentences


def set_sentences(doc: Doc) -> Doc:
    """Set the sentence boundaries of a document that has none yet."""
    if len(doc):
        starts = np.where(sentence_starts(words_of(doc)), 1, -1)
        column = starts.astype("int32").astype("uint64").reshape(-1, 1)
        doc.from_array(["SENT_START"], column)  # type: ignore[arg-type]
    return doc


@Language.factory("copydesk_entity_rules", requires=["doc.ents"], assigns=["doc.ents"])
def make_entity_rules(nlp: Language, name: str) -> Callable[[Doc], Doc]:  # noqa: ARG001 -- spaCy's signature
    """Make the component that corrects and completes the entities of a model.

    >>> import spacy
    >>> nlp = spacy.blank("en")
    >>> _ = nlp.add_pipe("copydesk_entity_rules")
    >>> [(e.text, e.label_, e._.copydesk_source) for e in nlp("Russia-China talks in Munich").ents]
    [('Russia', 'GPE', 'rule'), ('China', 'GPE', 'rule'), ('Munich', 'GPE', 'rule')]
    """
    return set_entities


def set_entities(doc: Doc) -> Doc:
    """Replace the entities of a document by the outcome of the rules.

    Labels of other schemes become ours (PER is PERSON). Entities whose label has no counterpart (DATE, MONEY)
    stay as they are where no name overlaps them.
    """
    labels = label_table({ent.label_ for ent in doc.ents})
    named = [Found(e.start, e.end, label) for e in doc.ents if (label := labels[e.label_])]
    found = apply_rules(words_of(doc), named)
    spans = [Span(doc, f.start, f.end, label=f.label) for f in found]
    others = [ent for ent in doc.ents if labels[ent.label_] is None]
    doc.set_ents(filter_spans([*spans, *others]) if others else spans)
    for span, f in zip(spans, found, strict=True):
        if f.rule:
            span._.copydesk_source = MentionSource.RULE.value
            span._.copydesk_rule = f.rule
    return doc


class EntityResolver:
    """Component that gives every entity its full name and, for places and peoples, its place."""

    def __init__(self, aliases: Aliases) -> None:
        self.aliases = aliases

    def __call__(self, doc: Doc) -> Doc:
        """Set `copydesk_name` and `copydesk_place` on the entities of a document."""
        ents = list(doc.ents)
        found = [Found(e.start, e.end, e.label_) for e in ents]
        for ent, resolved in zip(ents, resolve(words_of(doc), found, self.aliases), strict=True):
            ent._.copydesk_name = resolved.name
            ent._.copydesk_place = resolved.place
        return doc


@Language.factory(
    "copydesk_entity_resolver",
    default_config={"aliases": None},
    requires=["doc.ents"],
    assigns=["span._.copydesk_name", "span._.copydesk_place"],
)
def make_entity_resolver(nlp: Language, name: str, aliases: str | None) -> EntityResolver:  # noqa: ARG001
    """Make the component that resolves names; `aliases` is the path of an `aliases.csv` of your own.

    Raises:
        FileNotFoundError: there is no such file.
        AliasError: a row of the file cannot be used.

    >>> import spacy
    >>> nlp = spacy.blank("en")
    >>> _ = nlp.add_pipe("copydesk_entity_rules")
    >>> _ = nlp.add_pipe("copydesk_entity_resolver")
    >>> [(e.text, e._.copydesk_name, e._.copydesk_place.country_code) for e in nlp("The U.S. and Kiev").ents]
    [('U.S.', 'United States', 'US'), ('Kiev', 'Kyiv', 'UA')]
    """
    return EntityResolver(load_aliases(Path(aliases) if aliases else None))
