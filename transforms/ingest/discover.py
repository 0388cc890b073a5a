"""Which files a run reads, in an order that is the same on every machine."""

import glob
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

FORMATS = {
    ".txt": "txt",
    ".jsonl": "jsonl",
    ".txt.gz": "txt",
    ".jsonl.gz": "jsonl",
}
"""File name ending → format."""

UNSUPPORTED = "unsupported"
"""Format of a file that was named but that no reader knows."""


class SourceNotFoundError(Exception):
    """A source is neither a file, nor a folder, nor a pattern that matches anything."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read. `name` is its path relative to the source it was found under, with forward slashes."""

    path: Path
    name: str
    format: str


def format_of(path: Path) -> str:
    """The format that the ending of a file name stands for.

    >>> format_of(Path("feed.JSONL.gz")), format_of(Path("report.pdf"))
    ('jsonl', 'unsupported')
    """
    name = path.name.lower()
    return next((kind for ending, kind in FORMATS.items() if name.endswith(ending)), UNSUPPORTED)


def discover(sources: Sequence[str], *, exclude: Path | None = None) -> list[SourceFile]:
    """The files behind files, folders and glob patterns, sorted by name, each once.

    Folders are searched in depth for files of a known format; hidden files and folders are passed over, and
    so is `exclude` (the output, which may lie inside a source). A file that is named directly is always
    listed, with format `UNSUPPORTED` if need be, so that it can be rejected with a reason.

    Raises:
        SourceNotFoundError: a source does not exist, or nothing at all was found.
    """
    found: dict[Path, SourceFile] = {}
    for source in sources:
        for file in _of_source(source, exclude):
            found.setdefault(file.path.resolve(), file)
    if not found:
        raise SourceNotFoundError(f"no {' or '.join(FORMATS)} file in {', '.join(sources)}")
    return sorted(found.values(), key=lambda file: (file.name, str(file.path)))


def _of_source(source: str, exclude: Path | None) -> Iterator[SourceFile]:
    path = Path(source).expanduser()
    if path.is_dir():
        yield from _of_folder(path, path, exclude)
    elif path.exists():
        yield SourceFile(path, path.name, format_of(path))
    elif glob.has_magic(source):
        yield from _of_pattern(str(path), exclude)
    else:
        raise SourceNotFoundError(f"no such file or folder: {source}")


def _of_folder(folder: Path, base: Path, exclude: Path | None) -> Iterator[SourceFile]:
    """Known files below `folder`, named relative to `base`. Links to folders are not followed."""
    if exclude is not None and folder.resolve() == exclude.resolve():
        return
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue
        if path.is_dir():
            if not path.is_symlink():
                yield from _of_folder(path, base, exclude)
        elif format_of(path) != UNSUPPORTED:
            yield SourceFile(path, path.relative_to(base).as_posix(), format_of(path))


def _of_pattern(pattern: str, exclude: Path | None) -> Iterator[SourceFile]:
    """Matches of a pattern, named relative to the folder in front of its first wildcard."""
    base = _fixed_part(pattern)
    matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - patterns may be absolute
    if not matches:
        raise SourceNotFoundError(f"nothing matches {pattern}")
    for match in map(Path, matches):
        if match.is_dir():
            yield from _of_folder(match, base, exclude)
        else:
            yield SourceFile(match, match.relative_to(base).as_posix(), format_of(match))


def _fixed_part(pattern: str) -> Path:
    parts = Path(pattern).parts
    wild = next(number for number, part in enumerate(parts) if glob.has_magic(part))
    return Path(*parts[:wild])
