"""Published versions of a DuckDB file: build one separately, put it in place, and roll back.

Analysts open a symbolic link, `published/quintile.duckdb`. The folder `quintile.duckdb.versions`
next to it has each version as `<number>/quintile.duckdb`: DuckDB follows the link and names the
database after the file. Only the link says which version is published. A version that was never
published, or was rolled back, is removed at the next publish.
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
    """Publishing failed; the message says why, and what is published now."""


@dataclass(frozen=True)
class Change:
    """The version that analysts get now.

    Attributes:
        link: The file that they open.
        version: Its number now.
        former: Its number before; None if nothing was published.
        kept: The numbers of all kept versions, ascending.
    """

    link: Path
    version: int
    former: int | None
    kept: tuple[int, ...]


@dataclass(frozen=True)
class Shelf:
    """Where the versions of one published file are.

    They have the permissions of the file's folder: for its owner, and for its group if it shares
    with the group.

    Attributes:
        link: The file that analysts open.
    """

    link: Path

    @property
    def folder(self) -> Path:
        """The folder of the versions, the scratch database and the lock."""
        return self.link.with_name(f"{self.link.name}.versions")

    def file(self, version: int) -> Path:
        """The database of a version."""
        return self.folder / str(version) / self.link.name

    def versions(self) -> list[int]:
        """The numbers of the existing versions, ascending."""
        return sorted(number for number in self.numbers() if self.file(number).is_file())

    def current(self) -> int | None:
        """The published version; None if there is none.

        Raises:
            PublishError: The path is not a link to a version.
        """
        if not self.link.is_symlink():
            if self.link.exists():
                raise PublishError(
                    f"{self.link} is a file, not a link to a published version. Move it away, or "
                    "name another file."
                )
            return None
        target = self.link.parent / self.link.readlink()
        published = [number for number in self.versions() if self.file(number) == target]
        if not published and (target.exists() or target.parent.parent != self.folder):
            raise PublishError(
                f"{self.link} is a link to {target}, which is not one of its versions. Move it "
                "away, or name another file."
            )
        return published[0] if published else None

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep other publishers out. The operating system releases the lock when a process ends.

        Raises:
            BusyError: Another process holds it.
            PublishError: Something is wrong with the disk or a database.
        """
        at_work = f"Another quintile publish, rollback or forget is running on {self.link}"
        with _said_plainly(self.link):
            make_folder(self.folder)
            with locked(self.folder / LOCK, at_work=at_work):
                self.tidy()
                yield

    def numbers(self) -> list[int]:
        """The numbers in use, of existing versions and of those being removed."""
        return [int(path.name) for path in self.folder.glob("*") if path.name.isdecimal()]

    def remove(self, versions: set[int]) -> None:
        """Remove versions; sessions that have one open can still read it."""
        for version in versions:
            shutil.rmtree(self.folder / str(version))

    def tidy(self) -> None:
        """Remove leftovers of a stopped process."""
        if (self.folder / SCRATCH).exists():
            shutil.rmtree(self.folder / SCRATCH)
        (self.folder / NEXT_LINK).unlink(missing_ok=True)
        self.remove(set(self.numbers()) - set(self.versions()))


def publish_version(link: Path, build: Builder, *, keep: int) -> Change:
    """Build a database separately, check it, and put it in place in one step.

    At any moment, and whatever happens to this process, the link leads to the previous or the new
    version, complete. Open sessions keep reading theirs.

    Args:
        link: The file that analysts open.
        build: Called with the path of the database to build (no file yet) and the path of the
            published one (None if there is none). It raises an error to cancel.
        keep: How many versions to keep, including the new one; at least 2.

    Returns:
        What is published now.

    Raises:
        BusyError: Another process is working on the same file.
        PublishError: Something is wrong with the disk or the database. As after an error of
            `build`, the published version is unchanged and the scratch database is removed.
    """
    shelf = Shelf(link)
    shelf.current()  # fails before a folder is created next to another kind of file
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
        What is published now. The rolled back version is kept until the next publish.

    Raises:
        BusyError: Another process is working on the same file.
        PublishError: There is no published version, or none before it.
    """
    shelf = Shelf(link)
    if shelf.current() is None:
        raise PublishError(f"Nothing is published as {link}. Run quintile publish first.")
    with shelf.locked():
        current = shelf.current() or 0
        earlier = [number for number in shelf.versions() if number < current]
        if not earlier:
            raise PublishError(
                f"{link} stays version {current}: no earlier version is kept (--keep of quintile "
                "publish sets how many are)."
            )
        _point(shelf, earlier[-1])
        return Change(link, earlier[-1], current, tuple(shelf.versions()))


@contextmanager
def _said_plainly(link: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, duckdb.Error) as error:
        raise PublishError(
            f"{plain_words(error, database=link)} What is published as {link} is unchanged."
        ) from error


def _check(database: Path) -> None:
    """Refuse a database that is half built, or that cannot be read when attached by any name."""
    path = text_literal(database)
    with duckdb.connect() as connection:
        # Only the file is moved, so the contents of its log are written into it first.
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
            raise PublishError(f"The build is not complete, and nothing was published: {doubt}.")


def _sync(*paths: Path) -> None:
    """Flush files and folders to disk, so that they survive a power cut."""
    for path in paths:
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _point(shelf: Shelf, version: int) -> None:
    following = shelf.folder / NEXT_LINK
    following.unlink(missing_ok=True)
    # The link is one folder higher, so its target is relative to that folder.
    following.symlink_to(shelf.file(version).relative_to(shelf.link.parent))
    following.replace(shelf.link)
    _sync(shelf.link.parent)
