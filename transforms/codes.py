"""The closed vocabularies of the dataset: one enum each, spelled alike in code, tables, logs and docs."""

from enum import StrEnum


class EditKind(StrEnum):
    """What an edit took out of, or put right in, the raw text (`edits.kind`)."""

    CAPTION = "caption"
    CREDIT = "credit"
    BYLINE = "byline"
    DATELINE = "dateline"
    TIMESTAMP = "timestamp"
    PROMO = "promo"
    BOILERPLATE = "boilerplate"
    MARKUP = "markup"
    DUPLICATE_TITLE = "duplicate_title"
    MOJIBAKE = "mojibake"
    DROP_CAP = "drop_cap"
    GLUED_SENTENCE = "glued_sentence"
    SOFT_HYPHEN = "soft_hyphen"
    ENTITY_REFERENCE = "entity_reference"
    WHITESPACE = "whitespace"

    @property
    def is_removal(self) -> bool:
        """Whether edits of this kind take an artefact out (the others repair a glitch).

        >>> EditKind.CAPTION.is_removal, EditKind.DROP_CAP.is_removal
        (True, False)
        """
        return self in REMOVALS


REMOVALS = frozenset(
    {
        EditKind.CAPTION,
        EditKind.CREDIT,
        EditKind.BYLINE,
        EditKind.DATELINE,
        EditKind.TIMESTAMP,
        EditKind.PROMO,
        EditKind.BOILERPLATE,
        EditKind.MARKUP,
        EditKind.DUPLICATE_TITLE,
    }
)


class EditAction(StrEnum):
    """What an edit does to its span (`edits.action`)."""

    REMOVE = "remove"
    REPLACE = "replace"


class ParagraphKind(StrEnum):
    """The role of a paragraph of the clean text (`paragraphs.kind`)."""

    TITLE = "title"
    LEAD = "lead"
    SUBHEAD = "subhead"
    BODY = "body"
    QUOTE = "quote"
    LIST = "list"


class Label(StrEnum):
    """Entity labels (`mentions.label`), an OntoNotes-like scheme."""

    PERSON = "PERSON"
    NORP = "NORP"
    ORG = "ORG"
    GPE = "GPE"
    LOC = "LOC"
    FAC = "FAC"
    EVENT = "EVENT"
    PRODUCT = "PRODUCT"
    WORK_OF_ART = "WORK_OF_ART"


class MentionSource(StrEnum):
    """What found a mention (`mentions.source`)."""

    MODEL = "model"
    RULE = "rule"


class TimexType(StrEnum):
    """TIMEX3 types (`dates.timex_type`)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Stage(StrEnum):
    """Where in the pipeline a record was rejected (`rejects.stage`)."""

    READ = "read"
    CLEAN = "clean"
    ANNOTATE = "annotate"
    VALIDATE = "validate"


class RejectReason(StrEnum):
    """Why a record did not get in (`rejects.reason`)."""

    UNREADABLE_FILE = "unreadable_file"
    UNSUPPORTED_FORMAT = "unsupported_format"
    EMPTY_FILE = "empty_file"
    BINARY_CONTENT = "binary_content"
    TOO_LARGE = "too_large"
    BROKEN_JSON = "broken_json"
    NOT_A_RECORD = "not_a_record"
    NO_TEXT = "no_text"
    DUPLICATE_ID = "duplicate_id"
    NOTHING_LEFT = "nothing_left"
    PROCESSING_ERROR = "processing_error"
    FAILED_EXPECTATION = "failed_expectation"


class DuplicateKind(StrEnum):
    """How an article repeats another one (`articles.duplicate_kind`)."""

    EXACT = "exact"
    NEAR = "near"


class Precision(StrEnum):
    """How exactly a publication date is known (`articles.published_precision`)."""

    SECOND = "second"
    MINUTE = "minute"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class PublishedSource(StrEnum):
    """Where a publication date was found (`articles.published_source`)."""

    METADATA = "metadata"
    TEXT = "text"
    DATELINE = "dateline"
    URL = "url"
