"""What the documentation says is there, and what is there is documented."""

import re
from pathlib import Path

import pytest
import typer

from flows.cli import app
from transforms.codes import EditKind, RejectReason
from transforms.tables import CONTRACT

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("seeds/*.md")])
COMMANDS = typer.main.get_command(app)
CLI = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
DOCS = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)


def section(command: str) -> str:
    """The part of the command page on one command."""
    found = re.search(rf"^## `copydesk {command} .*?(?=^## |\Z)", CLI, re.MULTILINE | re.DOTALL)
    assert found, f"docs/cli.md has no section on {command}"
    return found[0]


@pytest.mark.parametrize("name", sorted(getattr(COMMANDS, "commands", {})))
def test_every_option_of_every_command_is_documented(name: str) -> None:
    command = getattr(COMMANDS, "commands")[name]  # noqa: B009 - typer's group is not click's for mypy
    assert command.help
    options = {opt for param in command.params for opt in param.opts if opt.startswith("--")}
    assert sorted(option for option in options - {"--help"} if f"`{option}" not in section(name)) == []


@pytest.mark.parametrize("name", sorted(getattr(COMMANDS, "commands", {})))
def test_the_docs_name_no_option_that_is_not_there(name: str) -> None:
    command = getattr(COMMANDS, "commands")[name]  # noqa: B009
    options = {opt for param in command.params for opt in param.opts}
    assert set(re.findall(r"`(--[a-z-]+)", section(name))) - options == set()


@pytest.mark.parametrize("code", [*EditKind, *RejectReason])
def test_every_code_is_documented(code: str) -> None:
    assert f"`{code}`" in DOCS or f"| {code} |" in DOCS


@pytest.mark.parametrize("table", CONTRACT)
def test_every_table_is_in_the_readme(table: str) -> None:
    assert f"`{table}`" in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    links = [link.split("#")[0] for link in re.findall(r"\]\(([^)\s]+)\)", text)]
    assert [link for link in links if link and "://" not in link and not (page.parent / link).exists()] == []


def test_scripts_named_in_the_docs_exist() -> None:
    scripts = set(re.findall(r"\b((?:benchmarks|training)/[\w/]+\.py)\b", DOCS))
    assert sorted(script for script in scripts if not (ROOT / script).exists()) == []
