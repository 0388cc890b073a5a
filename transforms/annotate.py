"""One spaCy pass over a batch of articles: entities, dates and sentences as plain values."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from transforms.codes import Label, MentionSource, Precision
from transforms.entities.names import entity_id
from transforms.records import DateMention, Mention

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.language import Language
    from spacy.tokens import Doc, Span
    from spacy.vocab import Vocab

    from transforms.records import Place, Published

ZONE_ARTICLES = 64
"""Articles annotated in one memory zone: after it, spaCy forgets their words."""

PIPE_ARTICLES = 8
"""Articles that the model sees at once; more is slower and takes more memory."""

LONGEST_PIECE = 100_000
"""Characters that the model sees at once: longer texts are cut, at a paragraph break where there is one."""

MOST_LEXEMES = 250_000
"""Words that pass through the memory zones of a pipeline before the tables that held them are made anew."""

_BREAKS = ("\n\n", "\n", ". ", " ")
_LABELS = frozenset(Label)
_EXACT = frozenset({Precision.SECOND, Precision.MINUTE, Precision.DAY})


@dataclass(frozen=True, slots=True)
class Annotation:
    """What was found in one article, in text order; `sentences` are (start, end), trimmed."""

    mentions: tuple[Mention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    sentences: tuple[tuple[int, int], ...] = ()


class _Piece(NamedTuple):
    """A part of the article number `article` of a zone, from the offset `start`."""

    article: int
    start: int
    text: str
    published: Published | None


def annotate(nlp: Language, items: Iterable[tuple[str, Published | None]]) -> Iterator[Annotation]:
    """Yield the annotation of each (clean text, publication date), in order.

    Texts are taken in groups of `ZONE_ARTICLES`, each in a memory zone of its own, so that memory stays flat
    over any number of articles. Texts beyond `LONGEST_PIECE` are annotated in pieces.

    >>> import spacy
    >>> from transforms.entities.pipeline import add_components
    >>> nlp = add_components(spacy.blank("en"))
    >>> found = next(annotate(nlp, [("The Kremlin spoke. Moscow is silent.", None)]))
    >>> [(m.text, str(m.label), m.name, m.place and m.place.country_code) for m in found.mentions]
    [('Kremlin', 'ORG', 'Kremlin', None), ('Moscow', 'GPE', 'Moscow', 'RU')]
    >>> found.sentences
    ((0, 18), (19, 36))
    """
    source = iter(items)
    while group := list(islice(source, ZONE_ARTICLES)):
        yield from _annotate_group(nlp, group)


def _annotate_group(nlp: Language, group: Sequence[tuple[str, Published | None]]) -> list[Annotation]:
    longest = min(LONGEST_PIECE, nlp.max_length)
    pieces = [
        _Piece(number, start, text[start:end], published)
        for number, (text, published) in enumerate(group)
        for start, end in cut(text, longest)
    ]
    annotations = [Annotation() for _ in group]
    with nlp.memory_zone():
        docs = nlp.pipe((_make_doc(nlp, piece) for piece in pieces), batch_size=PIPE_ARTICLES)
        for piece, doc in zip(pieces, docs, strict=True):
            annotations[piece.article] = _append(annotations[piece.article], _read(doc), piece.start)
    if len(nlp.vocab) > MOST_LEXEMES:
        renew_tables(nlp.vocab)
    return annotations


def renew_tables(vocab: Vocab) -> None:
    """Make the tables of strings and lexemes of a vocabulary anew, outside of any memory zone.

    A memory zone takes its words out of the two hash tables, but their places stay used up, so that the tables
    double for ever: 25 MiB over 35,000 articles with many new words. Reading the vocabulary back from its own
    bytes is the one way that spaCy offers to get small tables again; strings keep their hashes by it. Note that
    `len(vocab)` is a count of all lexemes ever made, not of those that are there.

    >>> import spacy
    >>> vocab = spacy.blank("en").vocab
    >>> before = len(vocab.strings)
    >>> renew_tables(vocab)
    >>> len(vocab.strings) == before, len(vocab)
    (True, 0)
    """
    all_getters = vocab.lex_attr_getters  # type: ignore[attr-defined]  # not in the stub
    getters = dict(all_getters)
    without = ["vectors", "lookups"]
    vocab.from_bytes(vocab.to_bytes(exclude=without), exclude=without)
    all_getters.update(getters)  # from_bytes wraps the one for norms once more each time


def cut(text: str, longest: int) -> list[tuple[int, int]]:
    r"""Return the offsets of the pieces of a text: paragraph breaks first, then lines, sentences, words.

    >>> cut("one two\n\nthree", 12)
    [(0, 9), (9, 14)]
    >>> cut("", 12)
    []
    """
    pieces, start = [], 0
    while start < len(text):
        end = len(text) if len(text) - start <= longest else _cut_before(text, start, start + longest)
        pieces.append((start, end))
        start = end
    return pieces


def _cut_before(text: str, start: int, limit: int) -> int:
    """Return the best place to cut in the second half of `text[start:limit]`, else the limit."""
    middle = (start + limit) // 2
    for mark in _BREAKS:
        found = text.rfind(mark, middle, limit)
        if found >= 0:
            return found + len(mark)
    return limit


def _make_doc(nlp: Language, piece: _Piece) -> Doc:
    doc = nlp.make_doc(piece.text)
    if doc.has_extension("published"):
        published = piece.published
        doc._.published = published.day if published and published.precision in _EXACT else None
    return doc


def _read(doc: Doc) -> Annotation:
    sentences = _sentences(doc)
    starts = [start for start, _ in sentences]
    dates = doc._.date_mentions if doc.has_extension("date_mentions") else ()
    return Annotation(mentions=tuple(_mentions(doc, starts)), dates=tuple(dates), sentences=tuple(sentences))


def _sentences(doc: Doc) -> list[tuple[int, int]]:
    """Return the sentences of a document, or the whole of it where nothing marked any."""
    spans = doc.sents if doc.has_annotation("SENT_START") else [doc[:]]
    stripped = ((span.start_char, span.text) for span in spans)
    return [
        (start + len(text) - len(text.lstrip()), start + len(text.rstrip()))
        for start, text in stripped
        if text.strip()
    ]


def _mentions(doc: Doc, sentence_starts: Sequence[int]) -> Iterator[Mention]:
    """Yield the entities with a label of ours; `sentence_starts` is sorted."""
    sentence = 0
    for ent in doc.ents:
        if ent.label_ not in _LABELS:
            continue
        while sentence + 1 < len(sentence_starts) and sentence_starts[sentence + 1] <= ent.start_char:
            sentence += 1
        yield _mention(ent, sentence)


def _mention(ent: Span, sentence: int) -> Mention:
    known = ent.has_extension("copydesk_name")
    name = (ent._.copydesk_name if known else None) or ent.text
    place: Place | None = ent._.copydesk_place if known else None
    code = place.country_code if place else None
    return Mention(
        start=ent.start_char,
        end=ent.end_char,
        text=ent.text,
        label=Label(ent.label_),
        source=MentionSource(ent._.copydesk_source) if known else MentionSource.MODEL,
        entity_id=entity_id(ent.label_, name, code),
        name=name,
        place=place,
        sentence_no=sentence,
    )


def _append(whole: Annotation, part: Annotation, offset: int) -> Annotation:
    """Return an annotation continued by that of the piece that starts at an offset."""
    if not offset:
        return part
    first = len(whole.sentences)
    return Annotation(
        whole.mentions
        + tuple(
            replace(m, start=m.start + offset, end=m.end + offset, sentence_no=m.sentence_no + first)
            for m in part.mentions
        ),
        whole.dates + tuple(replace(d, start=d.start + offset, end=d.end + offset) for d in part.dates),
        whole.sentences + tuple((start + offset, end + offset) for start, end in part.sentences),
    )
