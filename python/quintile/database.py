"""Say plainly what is wrong with a DuckDB file, or with the disk that it is on."""

from __future__ import annotations

import errno
import re
from pathlib import Path

import duckdb

ROOM = "Make room on the disk, or name another folder, and run this again."
LOCK = re.compile(
    r"Could not set lock on file .(?P<file>[^\"]*).: .*held in (?P<by>.*) \(PID (?P<pid>\d+)"
)
DAMAGED = re.compile(r"Corrupt|Could not read enough bytes|replaying WAL|Failed to load|INTERNAL")
NO_DATABASE = re.compile(r"not a valid DuckDB|Is a directory")
NO_ROOM = re.compile(r"No space left|File too large|quota exceeded|max_temp_directory_size", re.I)


def plain_words(error: duckdb.Error | OSError, *, database: Path | None = None) -> str:
    """What an error of DuckDB or of the system says, in a line: what is wrong, and what to do.

    Args:
        error: The error.
        database: The file that was read or written, where its name is not in the error.
    """
    if isinstance(error, OSError):
        return _of_system(error)
    said = str(error).splitlines()[0]
    if lock := LOCK.search(said):
        program = Path(lock["by"]).name
        return (
            f"{lock['file']} is open in another process ({program}, PID {lock['pid']}): a build "
            "that is at work, or a session. Try again when it has ended."
        )
    if NO_ROOM.search(said):
        return f"{_without_kind(said)} {ROOM}"
    if NO_DATABASE.search(said):
        return f"{database} is no DuckDB database. Name the file that make build left."
    if DAMAGED.search(said):
        return (
            f"{database} is damaged ({_without_kind(said)}). Put a copy of it back, or remove it "
            "and build it again: make build"
        )
    return _without_kind(said)


def _of_system(error: OSError) -> str:
    said = error.strerror or str(error)
    named = f"{error.filename}: {said}" if error.filename else said
    no_room = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
    return f"{named}. {ROOM}" if no_room else f"{named}."


def _without_kind(said: str) -> str:
    """Leave out what kind of error DuckDB takes it for, and where its manual speaks of it."""
    said = re.sub(r"^(\w+ )*Error: ", "", said).partition(" See also http")[0].rstrip(".!")
    return f"{said}."
