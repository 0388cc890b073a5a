"""Silver labels: unlabelled news labelled by our own teacher and corrected by what the document agrees on."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from random import Random
from typing import TYPE_CHECKING

from training.entities.corpus import Sample, read_samples
from training.entities.score import trim
from transforms.entities.components import set_entities

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from spacy.language import Language
    from spacy.tokens import Doc

_MIN_WORDS, _MAX_WORDS = 6, 220
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*$")
_UNANIMOUS = 0.75
_AGREED, _UNCLEAR = 0.75, 0.5
_TRUSTED = frozenset({"PERSON", "ORG", "GPE"})


@dataclass(frozen=True, slots=True)
class Text:
    """An unlabelled text; texts of one ``document`` vote together."""

    id: str
    document: str
    text: str


def voa_texts(data: Path, group: int = 12) -> list[Text]:
    """Return the public-domain sentences of the Groningen Meaning Bank, neighbours forming a document."""
    samples = read_samples(data / "silver.gmb.jsonl.gz")
    return [Text(s.id, f"gmb-{number // group}", s.text) for number, s in enumerate(samples)]


def news_texts(articles: Path) -> list[Text]:
    """Return the head of every distinct article: title and paragraphs of whole sentences, up to 220 words."""
    with gzip.open(articles / "raw_news.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    common = Counter(line for row in rows for line in set(row["text"].split("\n")))
    texts, seen = [], set()
    for row in rows:
        text = _head(row["title"] or "", row["text"], common)
        digest = hashlib.sha256(text[-200:].encode()).digest()
        if text and digest not in seen:
            seen.add(digest)
            texts.append(Text(row["id"], row["id"], text))
    return texts


def _head(title: str, text: str, common: Mapping[str, int]) -> str:
    """Return title and first body-like paragraphs; lines that several articles share are furniture."""
    kept: list[str] = []
    words = 0
    for line in text.split("\n"):
        size = len(line.split())
        if size < _MIN_WORDS or common[line] > 1 or not _SENTENCE_END.search(line.strip()):
            continue
        if words + size > _MAX_WORDS and words:
            break
        kept.append(line.strip())
        words += size
    return "\n\n".join([title.strip(), *kept]).strip() if kept else ""


def mixed(texts: Iterable[Text], seed: int) -> list[Text]:
    """Return the texts with their documents in random order: any stretch of the list holds every source."""
    documents: defaultdict[str, list[Text]] = defaultdict(list)
    for text in texts:
        documents[text.document].append(text)
    order = list(documents)
    Random(seed).shuffle(order)
    return [text for document in order for text in documents[document]]


def label_texts(teachers: Sequence[Language], texts: Sequence[Text]) -> list[Sample]:
    """Return the texts with the labels that the teachers agree on, completed by our rules and by each document.

    A span that `_AGREED` of the teachers find with the same label is kept; where half of them find the same one,
    nothing is known; all else is no name, also what they find with labels or limits of many kinds.
    """
    streams = [teacher.pipe((text.text for text in texts), batch_size=256) for teacher in teachers]
    labelled = zip(texts, zip(*streams, strict=True), strict=True)
    samples = [_sample(text, docs) for text, docs in labelled]
    return list(_voted(texts, samples))


def _sample(text: Text, docs: Sequence[Doc]) -> Sample:
    """Return one text with the spans that most teachers found, as the rules leave them."""
    votes = Counter(span for doc in docs for span in _spans(doc))
    agreed = _without_overlap(span for span, count in votes.items() if count >= _AGREED * len(docs))
    unclear = {(start, end) for (start, end, _), count in votes.items() if count >= _UNCLEAR * len(docs)}
    doc = docs[0]
    doc.set_ents([span for offsets in agreed if (span := doc.char_span(*offsets))])
    spans = _without_overlap(_spans(set_entities(doc)))
    missing = tuple(sorted(region for region in unclear if not _overlaps((*region, ""), spans)))
    return Sample(text.id, "silver", text.text, spans, missing)


def _overlaps(span: tuple[int, int, str], others: Iterable[tuple[int, int, str]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end, _ in others)


def _spans(doc: Doc) -> set[tuple[int, int, str]]:
    """Return the entities of a doc without articles and possessives, where that leaves whole tokens."""
    spans = set()
    for ent in doc.ents:
        start, end = trim(doc.text, ent.start_char, ent.end_char)
        if start < end and doc.char_span(start, end):
            spans.add((start, end, ent.label_))
    return spans


def _without_overlap(spans: Iterable[tuple[int, int, str]]) -> tuple[tuple[int, int, str], ...]:
    kept: list[tuple[int, int, str]] = []
    for span in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return tuple(kept)


def _voted(texts: Sequence[Text], samples: Sequence[Sample]) -> Iterator[Sample]:
    """Let each document agree on one label a name, and find the names it missed."""
    documents: defaultdict[str, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        documents[text.document].append(number)
    result = list(samples)
    for members in documents.values():
        votes = _votes(samples[number] for number in members)
        for number in members:
            result[number] = _propagate(_revote(samples[number], votes), votes)
    return iter(result)


def _votes(samples: Iterable[Sample]) -> dict[str, Counter[str]]:
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for sample in samples:
        for start, end, label in sample.spans:
            votes[sample.text[start:end]][label] += 1
    return dict(votes)


def _revote(sample: Sample, votes: Mapping[str, Counter[str]]) -> Sample:
    """Relabel a name by a clear majority; without one it becomes a missing region."""
    spans, missing = [], list(sample.missing)
    for start, end, label in sample.spans:
        counts = votes[sample.text[start:end]]
        winner, number = counts.most_common(1)[0]
        if number >= _UNANIMOUS * counts.total():
            spans.append((start, end, winner))
        elif label in _TRUSTED or winner in _TRUSTED:
            missing.append((start, end))
        else:
            spans.append((start, end, label))
    return replace(sample, spans=tuple(spans), missing=tuple(missing))


def _propagate(sample: Sample, votes: Mapping[str, Counter[str]]) -> Sample:
    """Label unlabelled repeats of names of several words, and people's family names by the full name."""
    names = {name: max(c, key=lambda x: c[x]) for name, c in votes.items() if " " in name and _clear(c)}
    families = {
        n.split()[-1] for n, label in names.items() if label == "PERSON" and n.split()[-1][0].isupper()
    }
    names |= {family: "PERSON" for family in families if family not in votes and len(family) > 2}  # noqa: PLR2004
    taken = [*((start, end) for start, end, _ in sample.spans), *sample.missing]
    found = list(sample.spans)
    for name in sorted(names, key=lambda name: (-len(name), name)):
        for start in _places(sample.text, name):
            span = (start, start + len(name))
            if not any(span[0] < end and first < span[1] for first, end in taken):
                taken.append(span)
                found.append((*span, names[name]))
    return replace(sample, spans=tuple(sorted(found)))


def _clear(counts: Counter[str]) -> bool:
    winner, number = counts.most_common(1)[0]
    return winner in _TRUSTED and number >= _UNANIMOUS * counts.total()


def _places(text: str, name: str) -> Iterator[int]:
    """Yield where a name stands as whole words."""
    at = text.find(name)
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(name) : at + len(name) + 1]
        if not (before.isalnum() or after.isalnum() or before == "-" or after == "-"):
            yield at
        at = text.find(name, at + 1)
