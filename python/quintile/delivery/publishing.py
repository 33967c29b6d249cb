"""Published versions of a DuckDB file: built aside, put in place whole, and taken back.

Analysts open a symbolic link, `published/quintile.duckdb`. Beside it, in the folder
`quintile.duckdb.versions`, each version is `<number>/quintile.duckdb`: DuckDB follows the link and
names the database after the file that it finds. The link alone says which version is published;
a version that no link has ever named, or that was taken back, goes with the next one.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import click
import duckdb

from quintile.database import doubt_about, plain_words, text_literal, use_schemas
from quintile.delivery.locking import LOCK, locked
from quintile.delivery.permissions import make_folder, restrict

SCRATCH = ".scratch"
NEXT_LINK = ".next"

Builder = Callable[[Path, Path | None], None]


class PublishError(click.ClickException):
    """What was to be published could not be; the message says why and what holds now."""


@dataclass(frozen=True)
class Change:
    """Which version analysts get now.

    Attributes:
        link: The file that they open.
        version: Its number now.
        former: Its number before; None where nothing was published.
        kept: The numbers of all versions that are there, ascending.
    """

    link: Path
    version: int
    former: int | None
    kept: tuple[int, ...]


@dataclass(frozen=True)
class Shelf:
    """Where the versions of one published file are.

    They are as open as the folder of the file: its owner alone reads them, and its group if it
    shares with it.

    Attributes:
        link: The file that analysts open.
    """

    link: Path

    @property
    def folder(self) -> Path:
        """The folder of the versions, of the scratch database and of the lock."""
        return self.link.with_name(f"{self.link.name}.versions")

    def file(self, version: int) -> Path:
        """The database of a version."""
        return self.folder / str(version) / self.link.name

    def versions(self) -> list[int]:
        """The numbers of the versions that are there, ascending."""
        return sorted(number for number in self.numbers() if self.file(number).is_file())

    def current(self) -> int | None:
        """The published version; None where there is none.

        Raises:
            PublishError: What stands there is no link to a version.
        """
        if not self.link.is_symlink():
            if self.link.exists():
                raise PublishError(
                    f"{self.link} is no published file but one of its own. Move it away, or name "
                    "another file."
                )
            return None
        target = self.link.parent / self.link.readlink()
        published = [number for number in self.versions() if self.file(number) == target]
        if not published and (target.exists() or target.parent.parent != self.folder):
            raise PublishError(
                f"{self.link} is a link to {target}, which is none of its versions. Move it away, "
                "or name another file."
            )
        return published[0] if published else None

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep other publishers out; the operating system lifts the lock when a process ends.

        Raises:
            BusyError: Another process holds it.
            PublishError: The disk or a database is not as it should be.
        """
        at_work = f"Another quintile publish, rollback or forget is at work on {self.link}"
        with _said_plainly(self.link):
            make_folder(self.folder)
            with locked(self.folder / LOCK, at_work=at_work):
                self.tidy()
                yield

    def numbers(self) -> list[int]:
        """The numbers in use, of versions that are there or were being removed."""
        return [int(path.name) for path in self.folder.glob("*") if path.name.isdecimal()]

    def remove(self, versions: set[int]) -> None:
        """Remove versions; sessions that have one open go on reading it."""
        for version in versions:
            shutil.rmtree(self.folder / str(version))

    def tidy(self) -> None:
        """Remove what a process that was stopped has left behind."""
        if (self.folder / SCRATCH).exists():
            shutil.rmtree(self.folder / SCRATCH)
        (self.folder / NEXT_LINK).unlink(missing_ok=True)
        self.remove(set(self.numbers()) - set(self.versions()))


def publish_version(link: Path, build: Builder, *, keep: int) -> Change:
    """Build a database aside, check it, and put it in place in one step.

    Whoever opens the link finds the version before or the new one, whole, at any moment, whatever
    happens to this process; sessions that are open go on reading theirs.

    Args:
        link: The file that analysts open.
        build: Called with the path of the database to build, where nothing is yet, and the path of
            the published one (None where there is none); it raises an error to call it off.
        keep: How many versions are kept, the new one included; at least 2.

    Returns:
        What is published now.

    Raises:
        BusyError: Another process is at work on the same file.
        PublishError: The disk or the database is not as it should be. As after an error of
            `build`, the published version is untouched and the scratch database is gone.
    """
    shelf = Shelf(link)
    shelf.current()  # before a folder is made beside a file of another kind
    with shelf.locked():
        former = shelf.current()
        scratch = shelf.folder / SCRATCH / link.name
        try:
            scratch.parent.mkdir(mode=0o700)
            build(scratch, None if former is None else shelf.file(former))
            _check(scratch)
            for path in (scratch, scratch.parent, shelf.folder):
                restrict(path, like=link.parent, writable=False)
            version = max(shelf.numbers(), default=0) + 1
            _sync(scratch, scratch.parent)
            scratch.parent.rename(shelf.folder / str(version))
            _sync(shelf.folder)
            _point(shelf, version)
        except BaseException:
            shelf.tidy()
            raise
        served = [n for n in shelf.versions() if n == version or n <= (former or 0)]
        shelf.remove(set(shelf.versions()) - set(served[-keep:]))
        return Change(link, version, former, tuple(shelf.versions()))


def roll_back(link: Path) -> Change:
    """Return to the version before the published one.

    Args:
        link: The file that analysts open.

    Returns:
        What is published now. The version that was taken back is there until the next is published.

    Raises:
        BusyError: Another process is at work on the same file.
        PublishError: There is no published version, or none before it.
    """
    shelf = Shelf(link)
    if shelf.current() is None:
        raise PublishError(f"Nothing is published as {link}. quintile publish does that.")
    with shelf.locked():
        current = shelf.current() or 0
        earlier = [number for number in shelf.versions() if number < current]
        if not earlier:
            raise PublishError(
                f"{link} stays version {current}: no version before it is kept (--keep of quintile "
                "publish says how many are)."
            )
        _point(shelf, earlier[-1])
        return Change(link, earlier[-1], current, tuple(shelf.versions()))


@contextmanager
def _said_plainly(link: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, duckdb.Error) as error:
        raise PublishError(
            f"{plain_words(error, database=link)} What is published as {link} is untouched."
        ) from error


def _check(database: Path) -> None:
    """Let nothing pass that is half built, or unreadable where somebody attaches it by any name."""
    path = text_literal(database)
    with duckdb.connect() as connection:
        # What is in a log beside the file is written into it, for the file moves alone.
        connection.execute(f"attach {path} as built; checkpoint built; detach built")
        connection.execute(f'attach {path} as "any other name" (read_only)')
        views = connection.execute(
            "select schema_name, view_name from duckdb_views() "
            "where database_name = 'any other name' and not internal"
        ).fetchall()
        for schema, view in views:
            connection.execute(f'from "any other name"."{schema}"."{view}" limit 0').fetchall()
        connection.execute('use "any other name"')
        use_schemas(connection)
        if doubt := doubt_about(connection):
            raise PublishError(f"The build is not whole, and nothing was published: {doubt}.")


def _sync(*paths: Path) -> None:
    """Have what was written to files and folders outlive a power cut."""
    for path in paths:
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _point(shelf: Shelf, version: int) -> None:
    following = shelf.folder / NEXT_LINK
    following.unlink(missing_ok=True)
    # The link moves up by one folder, so that its target is written from there.
    following.symlink_to(shelf.file(version).relative_to(shelf.link.parent))
    following.replace(shelf.link)
    _sync(shelf.link.parent)
