"""A run started from the command line: what is slow is loaded side by side."""

import sys

import prefect
from rich.console import Console

from flows.clean_articles import clean_articles
from flows.progress import reporting
from flows.report import RunReport
from flows.resources import warm_up
from flows.settings import RunSettings


def start(settings: RunSettings, *, quiet: bool = False) -> RunReport:
    """Run the flow in this process, with Prefect's temporary server or the one that is configured.

    The models load while Prefect waits for its server.
    """
    warm_up(settings)
    console = None if quiet else Console(file=sys.stderr)
    with prefect.tags("copydesk"), reporting(console):
        return clean_articles(settings)
