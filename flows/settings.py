"""The settings of a run: the parameters of the flow, and a form in Prefect's interface."""

import hashlib
import json
import os
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, field_validator

from flows.version import VERSION


class RunSettings(BaseModel):
    """What to read, where to write, and how. Paths become absolute where the settings are made."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    sources: list[str] = Field(min_length=1, description="Files, folders or glob patterns to read")
    output: Path = Field(default=Path("output"), description="Folder of the dataset")
    clean: bool = Field(default=True, description="Clean the articles; off: annotate the text as it is")
    model: str | None = Field(default=None, description="Name or path of a spaCy pipeline; empty: our own")
    gpu: bool = Field(default=False, description="Use a GPU if there is one")
    aliases: Path | None = Field(default=None, description="File of entity aliases of your own")
    day_first: bool = Field(default=False, description="Read 03/04/2023 as 3 April")
    batch_size: int = Field(default=250, ge=1, le=100_000, description="Articles in a batch")
    refresh: bool = Field(default=False, description="Process unchanged articles again, too")
    prune: bool = Field(default=False, description="Remove articles whose record is no longer in the sources")

    @field_validator("sources")
    @classmethod
    def _absolute_sources(cls, sources: list[str]) -> list[str]:
        return [os.path.abspath(Path(source).expanduser()) for source in sources]  # noqa: PTH100 - keeps links

    @field_validator("output")
    @classmethod
    def _absolute_output(cls, output: Path) -> Path:
        return output.expanduser().absolute()

    @field_validator("aliases")
    @classmethod
    def _absolute_aliases(cls, aliases: Path | None) -> Path | None:
        return aliases and aliases.expanduser().absolute()

    @property
    def label(self) -> str:
        """A short name for the run.

        >>> RunSettings(sources=["/data/feed.jsonl", "/data/more"]).label
        'feed.jsonl + 1 more'
        """
        first = Path(self.sources[0]).name
        more = len(self.sources) - 1
        return f"{first} + {more} more" if more else first

    @property
    def config_hash(self) -> str:
        """Hash of the settings that shape the result: not of paths, batch size or hardware."""
        aliases = self.aliases.read_bytes() if self.aliases else b""
        shaping = {
            "clean": self.clean,
            "model": self.model,
            "aliases": hashlib.sha256(aliases).hexdigest() if aliases else None,
            "day_first": self.day_first,
        }
        return hashlib.sha256(json.dumps(shaping, sort_keys=True).encode()).hexdigest()[:16]

    @property
    def pipeline_version(self) -> str:
        """The version that stands in the rows."""
        return VERSION
