"""What a run tells while it works: a bar on a terminal, plain lines in a pipe, a log on a server."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from rich.console import Console

LINES_PER_RUN = 20
"""At most so many plain progress lines, so that a log of a large run stays readable."""


class Reporter(Protocol):
    """Receives the progress of a run."""

    def step(self, name: str) -> None:
        """A new step begins."""

    def batches(self, done: int, total: int) -> None:
        """So many batches are published."""


class RunLog:
    """Writes to the log of the flow run, for runs that a server watches."""

    def step(self, name: str) -> None:
        """A line for the step."""
        self._info(name)

    def batches(self, done: int, total: int) -> None:
        """A line for each batch."""
        if done:
            self._info(f"batch {done} of {total}")

    def _info(self, message: str) -> None:
        from prefect.exceptions import MissingContextError
        from prefect.logging import get_run_logger

        with suppress(MissingContextError):
            get_run_logger().info(message)


class Lines:
    """Plain lines, for logs and pipes."""

    def __init__(self, console: "Console") -> None:
        self._console = console

    def step(self, name: str) -> None:
        """A line for the step."""
        self._console.print(f"{name} ...", highlight=False)

    def batches(self, done: int, total: int) -> None:
        """A line each time another twentieth of the batches is done."""
        if not done:
            return
        if done == total or done * LINES_PER_RUN // total > (done - 1) * LINES_PER_RUN // total:
            self._console.print(f"batch {done} of {total}", highlight=False)


class Bar:
    """A bar that names the step, for a terminal."""

    def __init__(self, console: "Console") -> None:
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TimeRemainingColumn

        columns = ("{task.description}", BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        self.display = Progress(SpinnerColumn(), *columns, console=console, transient=True)
        self._task = self.display.add_task("starting", total=None)

    def step(self, name: str) -> None:
        """Name the step beside a bar without an end."""
        self.display.update(self._task, description=name, total=None)

    def batches(self, done: int, total: int) -> None:
        """Move the bar."""
        self.display.update(self._task, description="articles", completed=done, total=total)


_CURRENT: ContextVar[Reporter] = ContextVar("reporter")


def reporter() -> Reporter:
    """The reporter of the current run."""
    return _CURRENT.get(RunLog())


@contextmanager
def reporting(console: "Console | None") -> Iterator[None]:
    """Report runs inside the block to a console; without one they only write their log."""
    if console is None:
        yield
    elif console.is_terminal:
        bar = Bar(console)
        with bar.display, _current(bar):
            yield
    else:
        with _current(Lines(console)):
            yield


@contextmanager
def _current(value: Reporter) -> Iterator[None]:
    token = _CURRENT.set(value)
    try:
        yield
    finally:
        _CURRENT.reset(token)
