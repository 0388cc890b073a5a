"""One temporary server and one run of the command line for all tests of the flows."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

REPOSITORY = Path(__file__).parents[2]

STORY = (
    "MUNICH (Reuters) - The city council said on Tuesday that the old bridge over the river would be closed "
    "until the spring of next year.\n\n"
    "Mayor Anna Berger told reporters that engineers from Siemens had found cracks in two of its pillars. "
    "“We can not take the risk,” she said.\n\n"
    "Traffic between Germany and Austria will be led over the northern bypass from December 5.\n"
)
CAPTION = "The old bridge in winter. © Example Pictures / Jo Doe\n\n"

Command = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def prefect_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home for Prefect that is not the user's, so that tests don't leave runs there."""
    return tmp_path_factory.mktemp("prefect")


@pytest.fixture(scope="session")
def copydesk(prefect_home: Path) -> Command:
    """The command line in a process of its own."""

    def run(*arguments: str | Path, **options: Any) -> "subprocess.CompletedProcess[str]":
        environment = os.environ | {"PREFECT_HOME": str(prefect_home), "PYTHONPATH": str(REPOSITORY)}
        command = [sys.executable, "-m", "flows", *map(str, arguments)]
        return subprocess.run(
            command, env=environment, capture_output=True, text=True, check=False, timeout=600, **options
        )

    return run


@pytest.fixture(scope="session")
def server() -> Iterator[None]:
    """A temporary server that all flow tests in this process share."""
    from prefect.testing.utilities import prefect_test_harness

    with prefect_test_harness(server_startup_timeout=120):
        yield


def write_jsonl(path: Path, records: Sequence[dict[str, Any]]) -> Path:
    """A JSON Lines file with these records."""
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with good and bad input of every kind."""
    folder = tmp_path_factory.mktemp("sources")
    records = [
        {
            "id": "bridge",
            "text": CAPTION + STORY,
            "outlet": "The Gull",
            "published_at": "2023-03-21T18:05:00Z",
        },
        {"id": "copy", "text": STORY, "outlet": "The Heron", "published_at": "2023-03-22"},
        {"id": "short", "text": "Rain fell on Vienna on Monday.", "title": "Rain", "authors": ["Ann Lee"]},
        {"id": "short", "text": "The same id again."},
        {"title": "no text"},
    ]
    feed = write_jsonl(folder / "feed.jsonl", records)
    with feed.open("a", encoding="utf-8") as file:
        file.write("{broken\n")
    (folder / "deep").mkdir()
    (folder / "deep" / "ferry.txt").write_bytes("The café’s ferry left Zürich on Friday.".encode("cp1252"))
    (folder / "empty.txt").write_bytes(b"")
    (folder / "junk.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    return folder


@pytest.fixture(scope="session")
def finished(
    copydesk: Command, sources: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple["subprocess.CompletedProcess[str]", Path]:
    """One run of the command line over the sources, and its output."""
    output = tmp_path_factory.mktemp("finished") / "output"
    return copydesk("run", sources, "--output", output), output
