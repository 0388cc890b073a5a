"""From a file to the view of one of its articles, by the same steps that a run takes."""

from pathlib import Path

from flows.errors import RunError
from flows.inspect.view import View, make_view
from flows.resources import load_pipeline
from transforms.annotate import annotate
from transforms.assemble import published_of
from transforms.cleaning.article import clean_raw, leave_as_is
from transforms.ingest.discover import discover
from transforms.ingest.read import read_file
from transforms.ingest.record import ReadOptions
from transforms.records import RawArticle, Reject


def view_of_file(
    path: Path, record: int, *, clean: bool = True, model: str | None = None, aliases: str | None = None
) -> View:
    """Read, clean and annotate one record of a file.

    Raises:
        SourceNotFoundError: there is no such file.
        RunError: the record is not there, or can't be read.
        ModelNotFoundError: there is no such spaCy pipeline.
    """
    article = _read(path, record)
    cleaned = clean_raw(article) if clean else leave_as_is(article)
    nlp = load_pipeline(model, False, Path(aliases) if aliases else None)
    annotation = next(annotate(nlp, [(cleaned.text, published_of(article, cleaned))]))
    return make_view(article, cleaned, annotation)


def _read(path: Path, record: int) -> RawArticle:
    if path.is_dir():
        raise RunError(f"{path} is a folder; inspect takes one file")
    file = discover([str(path)])[0]
    for item in read_file(file, ReadOptions()):
        if item.source_record != record:
            continue
        if isinstance(item, Reject):
            raise RunError(f"{file.name}, record {record}: {item.reason}: {item.detail}")
        return item
    raise RunError(f"{file.name} has no record {record}")
