"""One writer at a time."""

import fcntl
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from transforms.dataset.errors import DatasetLockedError


@contextmanager
def writer_lock(path: Path) -> Iterator[None]:
    """Hold the lock file while the block runs. The system lets go of it whatever way the process ends.

    Raises:
        DatasetLockedError: another process holds it.
    """
    with path.open("a+", encoding="utf-8") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise DatasetLockedError(f"another run is writing to this output ({_holder(path)})") from None
        handle.truncate(0)
        handle.write(f"process {os.getpid()} on {socket.gethostname()}")
        handle.flush()
        yield


def _holder(path: Path) -> str:
    return path.read_text(encoding="utf-8").strip() or "an unknown process"
