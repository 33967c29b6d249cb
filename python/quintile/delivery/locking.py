"""One process at a time in a folder."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

LOCK = ".lock"


class BusyError(click.ClickException):
    """Another process is at work on the same files; a later try may succeed."""

    exit_code = 75  # EX_TEMPFAIL of sysexits.h


@contextmanager
def locked(folder: Path, *, at_work: str) -> Iterator[None]:
    """Keep other processes out; the operating system lifts the lock when a process ends.

    Args:
        folder: The folder, which exists; a file in it, as open as it, bears the lock, and stays.
        at_work: Who else may be at work on what, for the message.

    Raises:
        BusyError: Another process holds the lock.
        OSError: The folder cannot be written.
    """
    mode = folder.stat().st_mode & 0o666
    with open(os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, mode)) as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BusyError(
                f"{at_work}. Nothing was changed; try again when it has ended."
            ) from error
        yield
