"""The data contract: one Arrow schema per table, with a description on every column.

Columns are flat scalars only, because BI tools choke on nested types. Offsets are code points, half open.
The descriptions stand in the Arrow field metadata and, as one JSON value, in the schema metadata: the only
place where DuckDB and Polars show them.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

import pyarrow as pa

DESCRIPTIONS_KEY = b"copydesk.columns"

STRING = pa.string()
BOOL = pa.bool_()
INT32 = pa.int32()
INT64 = pa.int64()
FLOAT = pa.float64()
DATE = pa.date32()
TIMESTAMP = pa.timestamp("us", tz="UTC")

Column = tuple[str, pa.DataType, bool, str]
"""Name, type, whether it may be null, description."""


ARTICLE_ID: Column = ("article_id", STRING, False, "Article, the key of articles and raw_articles")
RUN_ID: Column = ("run_id", STRING, False, "Run that wrote the row, the key of runs")
SOURCE_FILE: Column = (
    "source_file",
    STRING,
    False,
    "File, relative to the source given, with forward slashes",
)
SOURCE_RECORD: Column = (
    "source_record",
    INT64,
    False,
    "0-based number of the record in its file; 0 for a file that is one article",
)
PIPELINE_VERSION: Column = ("pipeline_version", STRING, False, "Version of Copydesk that made the row")
START: Column = ("start", INT32, False, "First code point in articles.text")
END: Column = ("end", INT32, False, "Code point after the last one in articles.text")
RAW_START: Column = (
    "raw_start",
    INT32,
    True,
    "First code point in raw_articles.raw_text; null without a raw counterpart",
)
RAW_END: Column = (
    "raw_end",
    INT32,
    True,
    "Code point after the last one in raw_articles.raw_text; null like raw_start",
)
PARAGRAPH_NO: Column = ("paragraph_no", INT32, True, "Paragraph of the clean text, from 0")
SENTENCE_NO: Column = ("sentence_no", INT32, False, "Sentence of the clean text, from 0")

ARTICLES: tuple[Column, ...] = (
    ("article_id", STRING, False, "Key; from source_file and source_record, or from the record's own id"),
    SOURCE_FILE,
    SOURCE_RECORD,
    ("source_format", STRING, False, "Format it was read as: txt, jsonl"),
    ("outlet", STRING, True, "Publisher, as the record gives it"),
    ("url", STRING, True, "Address, as the record gives it"),
    ("title", STRING, True, "Headline, from the record or from the text"),
    ("lead", STRING, True, "First body paragraph of the clean text"),
    ("text", STRING, False, "Clean text; paragraphs are separated by blank lines"),
    ("language", STRING, True, "ISO 639-1 code of the detected language; null when undecided"),
    ("language_confidence", FLOAT, True, "How sure the detection is, 0 to 1"),
    ("published_at", TIMESTAMP, True, "Moment of publication, where a clock time is known"),
    ("published_date", DATE, True, "Day of publication; the first day where only month or year is known"),
    ("published_precision", STRING, True, "second, minute, day, month or year"),
    ("published_source", STRING, True, "Where the date was found: metadata, text, dateline or url"),
    ("authors", STRING, True, "Names of the authors, joined with '; '"),
    ("initials", STRING, True, "Initials that sign the article, joined with '; '"),
    ("agency", STRING, True, "News agencies the article is credited to, joined with '; '"),
    ("dateline_place", STRING, True, "Place named in the dateline"),
    ("dateline_country", STRING, True, "ISO 3166-1 alpha-2 code of dateline_place"),
    ("image_credits", STRING, True, "Who made the pictures, joined with '; '"),
    ("word_count", INT32, False, "Words of the clean text"),
    ("sentence_count", INT32, False, "Sentences of the clean text"),
    ("paragraph_count", INT32, False, "Paragraphs of the clean text"),
    ("mention_count", INT32, False, "Rows of mentions"),
    ("date_count", INT32, False, "Rows of dates"),
    ("raw_chars", INT32, False, "Code points of the raw text"),
    ("removed_chars", INT32, False, "Code points of the raw text that removals took out"),
    ("repaired_chars", INT32, False, "Code points of the raw text that repairs replaced"),
    ("raw_sha256", STRING, False, "SHA-256 of the raw text in UTF-8, hexadecimal"),
    ("text_sha256", STRING, False, "SHA-256 of the clean text in UTF-8, hexadecimal"),
    ("duplicate_of", STRING, True, "article_id of the earlier article that this one repeats"),
    ("duplicate_kind", STRING, True, "exact (same clean text) or near"),
    ("duplicate_similarity", FLOAT, True, "Share of word sequences in common with duplicate_of, 0 to 1"),
    PIPELINE_VERSION,
    ("config_hash", STRING, False, "Hash of the settings that shape the result"),
    RUN_ID,
    ("batch_id", STRING, False, "Batch that published the row; the name of its Parquet parts"),
    ("processed_at", TIMESTAMP, False, "When the article was processed"),
)

RAW_ARTICLES: tuple[Column, ...] = (
    ARTICLE_ID,
    ("raw_text", STRING, False, "Decoded text of the record as it stood, before any repair"),
    ("encoding", STRING, False, "Encoding the file was read with"),
    ("source_bytes", INT64, False, "Size of the record in its file, in bytes"),
    RUN_ID,
)

EDITS: tuple[Column, ...] = (
    ARTICLE_ID,
    ("edit_no", INT32, False, "Number of the edit in its article, from 0, in text order"),
    ("kind", STRING, False, "What was removed or repaired"),
    ("action", STRING, False, "remove or replace"),
    ("raw_start", INT32, False, "First code point in raw_articles.raw_text"),
    ("raw_end", INT32, False, "Code point after the last one; equal to raw_start for an insertion"),
    ("raw_text", STRING, False, "The raw text of the span"),
    ("replacement", STRING, False, "What stands there now; empty for a removal"),
    ("rule", STRING, False, "Rule that asked for the edit"),
    ("layer", STRING, False, "Layer of the rule: repair, rule, block, memory, classifier or whitespace"),
    ("confidence", FLOAT, False, "Precision expected of the rule, 0 to 1"),
)

PARAGRAPHS: tuple[Column, ...] = (
    ARTICLE_ID,
    ("paragraph_no", INT32, False, "Number of the paragraph in its article, from 0"),
    ("kind", STRING, False, "title, lead, subhead, body, quote or list"),
    START,
    END,
    ("text", STRING, False, "Text of the paragraph"),
)

MENTIONS: tuple[Column, ...] = (
    ARTICLE_ID,
    ("mention_no", INT32, False, "Number of the mention in its article, from 0"),
    ("entity_id", STRING, False, "Entity it names, the key of entities"),
    ("label", STRING, False, "PERSON, NORP, ORG, GPE, LOC, FAC, EVENT, PRODUCT or WORK_OF_ART"),
    ("text", STRING, False, "The words of the mention"),
    START,
    END,
    RAW_START,
    RAW_END,
    PARAGRAPH_NO,
    SENTENCE_NO,
    ("source", STRING, False, "What found it: model or rule"),
)

ENTITIES: tuple[Column, ...] = (
    ("entity_id", STRING, False, "Key; from label, normalised name and country"),
    ("name", STRING, False, "Full name"),
    ("label", STRING, False, "As in mentions"),
    ("country_code", STRING, True, "ISO 3166-1 alpha-2 code of a country, nationality or city"),
    ("latitude", FLOAT, True, "Degrees north"),
    ("longitude", FLOAT, True, "Degrees east"),
    ("aliases", STRING, True, "Other spellings found, joined with '; '"),
    ("mention_count", INT64, False, "Mentions in the dataset"),
    ("article_count", INT64, False, "Articles that mention it"),
    ("first_published", DATE, True, "Earliest publication day of these articles"),
    ("last_published", DATE, True, "Latest publication day of these articles"),
)

DATES: tuple[Column, ...] = (
    ARTICLE_ID,
    ("date_no", INT32, False, "Number of the expression in its article, from 0"),
    ("text", STRING, False, "The words of the expression"),
    ("timex_type", STRING, False, "DATE, TIME, DURATION or SET"),
    ("value", STRING, False, "TIMEX3 value"),
    (
        "mod",
        STRING,
        True,
        "TIMEX3 modifier: START, MID, END, APPROX, BEFORE, AFTER, MORE_THAN, LESS_THAN ...",
    ),
    ("start_date", DATE, True, "First day of the calendar range"),
    ("end_date", DATE, True, "Last day of the calendar range, inclusive"),
    ("granularity", STRING, True, "Unit of the value, from second to century"),
    ("is_resolved", BOOL, False, "Whether the value is a place on the calendar or a known length"),
    ("anchor_date", DATE, True, "Day that a relative expression was resolved against"),
    ("rule", STRING, False, "Pattern family that found it"),
    ("confidence", FLOAT, False, "How sure the resolution is, 0 to 1"),
    START,
    END,
    RAW_START,
    RAW_END,
    PARAGRAPH_NO,
    SENTENCE_NO,
)

REJECTS: tuple[Column, ...] = (
    SOURCE_FILE,
    SOURCE_RECORD,
    ("stage", STRING, False, "Where it failed: read, clean, annotate or validate"),
    ("reason", STRING, False, "Reason code"),
    ("detail", STRING, False, "What exactly was wrong"),
    ("raw_sha256", STRING, True, "SHA-256 of the raw text, where it could be read"),
    ("raw_excerpt", STRING, True, "First characters of the raw text"),
    RUN_ID,
    ("rejected_at", TIMESTAMP, False, "When"),
)

RUNS: tuple[Column, ...] = (
    ("run_id", STRING, False, "Key"),
    ("started_at", TIMESTAMP, False, "When the run started"),
    ("finished_at", TIMESTAMP, True, "When it ended; null while unfinished"),
    ("status", STRING, False, "completed, failed, or unfinished (still running, or killed)"),
    ("source", STRING, False, "Sources given, joined with '; '"),
    ("files_seen", INT64, False, "Files read"),
    ("records_seen", INT64, False, "Records in them: new + changed + unchanged + rejects"),
    ("articles_new", INT64, False, "Articles added"),
    ("articles_changed", INT64, False, "Articles whose raw text changed"),
    ("articles_unchanged", INT64, False, "Articles left as they were"),
    ("articles_removed", INT64, False, "Articles removed because their file is gone"),
    ("rejects", INT64, False, "Records that did not get in"),
    ("validation_success", BOOL, True, "Whether no critical expectation failed; null while unfinished"),
    ("settings_json", STRING, False, "Settings of the run"),
    PIPELINE_VERSION,
    ("model", STRING, False, "Entity model"),
    ("python_version", STRING, False, "Version of Python"),
    ("host_cores", INT32, False, "Processor cores of the machine"),
    ("seconds", FLOAT, True, "Wall-clock seconds"),
    ("words_per_second", FLOAT, True, "Words of the articles written, by wall-clock second"),
    ("peak_rss_mb", FLOAT, True, "Largest memory of the run's process, in MiB"),
)

CONTRACT: dict[str, tuple[Column, ...]] = {
    "articles": ARTICLES,
    "raw_articles": RAW_ARTICLES,
    "edits": EDITS,
    "paragraphs": PARAGRAPHS,
    "mentions": MENTIONS,
    "entities": ENTITIES,
    "dates": DATES,
    "rejects": REJECTS,
    "runs": RUNS,
}

KEYS: dict[str, tuple[str, ...]] = {
    "articles": ("article_id",),
    "raw_articles": ("article_id",),
    "edits": ("article_id", "edit_no"),
    "paragraphs": ("article_id", "paragraph_no"),
    "mentions": ("article_id", "mention_no"),
    "entities": ("entity_id",),
    "dates": ("article_id", "date_no"),
    "rejects": ("run_id", "source_file", "source_record"),
    "runs": ("run_id",),
}
"""The columns that identify a row of each table."""

ARTICLE_TABLES: tuple[str, ...] = ("articles", "raw_articles", "edits", "paragraphs", "mentions", "dates")
"""The tables whose rows belong to one article and go with it."""


def _schema(columns: Iterable[Column]) -> pa.Schema:
    columns = tuple(columns)
    fields = [
        pa.field(name, kind, nullable=nullable, metadata={"description": description})
        for name, kind, nullable, description in columns
    ]
    described = json.dumps({name: description for name, _, _, description in columns})
    return pa.schema(fields, metadata={DESCRIPTIONS_KEY: described.encode()})


SCHEMAS: dict[str, pa.Schema] = {name: _schema(columns) for name, columns in CONTRACT.items()}
"""Table name → Arrow schema, in the order of the contract."""


def make_table(name: str, rows: Iterable[Mapping[str, Any]]) -> pa.Table:
    """Rows (column → value) as a table with exactly the contract's schema.

    Raises:
        KeyError: `name` is not a table of the contract.
        pyarrow.ArrowInvalid, pyarrow.ArrowTypeError: a value does not fit its column.

    >>> make_table("entities", []).schema.equals(SCHEMAS["entities"], check_metadata=True)
    True
    """
    return pa.Table.from_pylist([dict(row) for row in rows], schema=SCHEMAS[name])
