"""The values that steps hand to each other. Offsets are code points, half open."""

from dataclasses import dataclass, field
from datetime import date, datetime

from transforms.codes import (
    EditAction,
    EditKind,
    Label,
    MentionSource,
    ParagraphKind,
    Precision,
    PublishedSource,
    RejectReason,
    Stage,
    TimexType,
)


@dataclass(frozen=True, slots=True)
class Published:
    """A publication date, with how exactly it is known and where it was found.

    `at` is in UTC and None unless the precision is a minute or a second.
    """

    day: date
    precision: Precision
    source: PublishedSource
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class RawArticle:
    """One record as it was read, before any repair.

    `source_file` is relative to the source given, with forward slashes; `source_record` is the 0-based
    number of the record in its file. `authors` are the names given beside the text, if any.
    """

    article_id: str
    source_file: str
    source_record: int
    source_format: str
    raw_text: str
    raw_sha256: str
    encoding: str
    source_bytes: int
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: Published | None = None


@dataclass(frozen=True, slots=True)
class Reject:
    """A record that did not get in, and why."""

    source_file: str
    source_record: int
    stage: Stage
    reason: RejectReason
    detail: str
    raw_sha256: str | None = None
    raw_excerpt: str | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """One change to the raw text: `raw_text[start:end]` becomes `replacement` (empty for a removal)."""

    kind: EditKind
    start: int
    end: int
    rule: str
    layer: str
    confidence: float
    replacement: str = ""

    @property
    def action(self) -> EditAction:
        """Whether the span is taken out or replaced.

        >>> Edit(EditKind.CREDIT, 0, 7, "credit.copyright_sign", "rule", 0.99).action
        <EditAction.REMOVE: 'remove'>
        """
        return EditAction.REPLACE if self.replacement else EditAction.REMOVE


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the clean text."""

    kind: ParagraphKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the removed artefacts (and the record's own fields) say about the article."""

    title: str | None = None
    published: Published | None = None
    authors: tuple[str, ...] = ()
    initials: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    dateline_place: str | None = None
    dateline_country: str | None = None
    image_credits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CleanArticle:
    """The outcome of cleaning: `apply(raw_text, edits) == text`, always."""

    text: str
    edits: tuple[Edit, ...]
    paragraphs: tuple[Paragraph, ...]
    metadata: Metadata = field(default_factory=Metadata)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a country, nationality or city is: ISO 3166-1 alpha-2 code, degrees north and east."""

    country_code: str
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """One naming of an entity in the clean text.

    `name` is the full name that the mention resolves to, `entity_id` is the same for every mention of that
    entity in the dataset.
    """

    start: int
    end: int
    text: str
    label: Label
    source: MentionSource
    entity_id: str
    name: str
    place: Place | None = None
    sentence_no: int = 0


@dataclass(frozen=True, slots=True)
class DateMention:
    """One temporal expression, with its TIMEX3 value and the calendar range it covers.

    `end_date` is the last day of the range (inclusive). `granularity` is one of second, minute, hour,
    part_of_day, day, weekend, week, month, season, quarter, half, year, decade, century, or None.
    `anchor_date` is the date that a relative expression was resolved against.
    """

    start: int
    end: int
    text: str
    timex_type: TimexType
    value: str
    mod: str | None
    start_date: date | None
    end_date: date | None
    granularity: str | None
    is_resolved: bool
    anchor_date: date | None
    rule: str
    confidence: float
