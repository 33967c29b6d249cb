"""Locks, so that one process at a time works on the same files."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import click
from filelock import FileLock, Timeout

LOCK = ".lock"
PATIENCE_SECONDS = 60.0
"""How long to wait for work that takes seconds, such as an export."""


class BusyError(click.ClickException):
    """Another process is working on the same files; try again later."""

    exit_code = 75  # EX_TEMPFAIL of sysexits.h


@contextmanager
def locked(lock: Path, *, at_work: str, patience: float = 0.0) -> Iterator[None]:
    """Keep other processes out. The operating system releases the lock when a process ends.

    Args:
        lock: The lock file, in a folder that exists. It is empty, and is kept.
        at_work: For the message: which process may be running on what.
        patience: Seconds to wait for another process to end.

    Raises:
        BusyError: Another process holds the lock.
        OSError: The folder cannot be written.
    """
    file_lock = FileLock(lock, mode=lock.parent.stat().st_mode & 0o666)
    with ExitStack() as held:
        try:
            held.enter_context(file_lock.acquire(timeout=patience))
        except Timeout as error:
            waited = f", for more than {patience:.0f} seconds" if patience else ""
            raise BusyError(
                f"{at_work}{waited}. Nothing was changed. Try again when it has ended."
            ) from error
        yield
