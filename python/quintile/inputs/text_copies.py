"""Text copies: Parquet files with every record of a file, with cells as text.

They are kept in one folder, readable only by their owner, so that later processes need not read the
text again. The name of a copy is a hash of facts about its file. A process that uses copies holds a
shared lock on the folder as long as it lives; only with an exclusive lock may copies be removed.
"""

import hashlib
import json
import os
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Self

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from filelock import ReadWriteLock, Timeout

from quintile.inputs.column_matching import InputError

RECORD_COLUMNS = {
    "source_file": pa.dictionary(pa.int32(), pa.string()),
    "line_number": pa.int64(),
    "unreadable_text": pa.string(),
    "unreadable_reason": pa.string(),
}
"""Columns of a copy beside the cells."""

COPIES_FOLDER = "text_copies"
"""Name of the folder, below dbt's target path."""

LOCK = ".lock"

METADATA = b"quintile_copy_3"
"""Metadata of a copy that names its file and says how it was read; the number is the version."""


@dataclass(frozen=True)
class Source:
    """A file as it was when it was opened.

    Attributes:
        path: Its path.
        name: Its name as the user wrote it.
        size: In bytes.
        changed_at: In nanoseconds since 1970.
        inode: Its number in the file system.
        is_compressed: Whether it is a gzip file, by its extension.
    """

    path: str
    name: str
    size: int
    changed_at: int
    inode: int
    is_compressed: bool

    @classmethod
    def of(cls, path: Path) -> Self:
        """Record the facts of a file."""
        facts = path.stat()
        return cls(
            path=str(path.resolve()),
            name=str(path),
            size=facts.st_size,
            changed_at=facts.st_mtime_ns,
            inode=facts.st_ino,
            is_compressed=path.suffix.lower() == ".gz",
        )

    def is_unchanged(self) -> bool:
        """Whether the file exists and has not changed since."""
        try:
            facts = os.stat(self.path)
        except FileNotFoundError:
            return False
        now = (facts.st_size, facts.st_mtime_ns, facts.st_ino)
        return now == (self.size, self.changed_at, self.inode)


class TextCopies:
    """The folder of text copies, created if missing, and locked until this process ends.

    Raises:
        InputError: It cannot be created or written to.
    """

    def __init__(self, folder: Path):
        self._folder = folder
        self._sources: dict[str, Source] = {}
        with _writing_to(folder):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._lock = _lock_of(folder)
            self._lock.acquire_read()
            self._locked = (folder / LOCK).stat()

    def path(self, source: Source, *options: object) -> Path:
        """The path of a file's copy with these options."""
        made_from = repr((METADATA, source, options))
        name = f"{hashlib.sha256(made_from.encode()).hexdigest()[:32]}.parquet"
        self._sources[name] = source
        return self._folder / name

    def sweep(self) -> None:
        """Remove half-written copies of dead processes, and copies of files that no longer exist.

        Nothing is removed while another process uses the folder.
        """
        self._lock.release()
        try:
            with self._lock.write_lock(blocking=False):
                for file in self._folder.iterdir():
                    is_stale = file.suffix == ".parquet" and not self._is_fresh(file)
                    if file.suffix == ".partial" or is_stale:
                        file.unlink(missing_ok=True)
        except Timeout:
            pass  # another process uses copies
        self._lock.acquire_read()

    def _is_fresh(self, copy: Path) -> bool:
        if copy.name in self._sources:
            return self._sources[copy.name].is_unchanged()
        facts = _read_facts(copy)
        return bool(facts and facts.source.is_unchanged())

    def is_there(self) -> bool:
        """Whether the folder still exists."""
        try:
            there = (self._folder / LOCK).stat()
        except OSError:
            return False
        return os.path.samestat(there, self._locked)

    def release(self) -> None:
        """Allow others to remove the copies."""
        self._lock.release()


_used: dict[Path, TextCopies] = {}
"""The folders that this process uses."""


def text_copies(folder: Path) -> TextCopies:
    """Use a folder of text copies until this process ends.

    Raises:
        InputError: It cannot be created or written to.
    """
    if folder not in _used or not _used[folder].is_there():
        _used[folder] = TextCopies(folder)
    return _used[folder]


def remove_all(folder: Path) -> int:
    """Remove all text copies, complete or not, and return how many there were.

    Raises:
        Timeout: Another process is using them; nothing was removed.
    """
    if not (folder / LOCK).exists():
        return 0
    with _lock_of(folder).write_lock(blocking=False):
        files = [file for file in folder.iterdir() if file.suffix in (".parquet", ".partial")]
        for file in files:
            file.unlink()
    return len(files)


def _lock_of(folder: Path) -> ReadWriteLock:
    """A new lock object, not shared with others in this process."""
    return ReadWriteLock(folder / LOCK, is_singleton=False)


class TextCopy:
    """A copy that is being written.

    Attributes:
        lines: Number of records in it.
    """

    def __init__(self, writer: pq.ParquetWriter, source_file: str):
        self.lines = 0
        self._writer = writer
        self._source_file = source_file

    def write(self, cells: Sequence[pa.Array | pa.ChunkedArray], numbers: np.ndarray) -> None:
        """Write records whose cells could be read, each with its line number."""
        nothing = pa.nulls(len(numbers), pa.string())
        self._write([*cells, *self._places(numbers), nothing, nothing])

    def write_unreadable(self, records: Sequence[tuple[int, str, str]]) -> None:
        """Write the numbers, texts and reasons of lines that could not be read."""
        numbers, texts, reasons = zip(*records, strict=True)
        names = len(self._writer.schema) - len(RECORD_COLUMNS)
        cells = [pa.nulls(len(records), pa.string())] * names
        self._write([*cells, *self._places(numbers), pa.array(texts), pa.array(reasons)])

    def _places(self, numbers: np.ndarray | Sequence[int]) -> list[pa.Array]:
        every = np.zeros(len(numbers), np.int32)
        files = pa.DictionaryArray.from_arrays(every, [self._source_file])
        return [files, pa.array(numbers, pa.int64())]

    def _write(self, columns: Sequence[pa.Array | pa.ChunkedArray]) -> None:
        table = pa.table(columns, schema=self._writer.schema)
        self._writer.write_table(table)
        self.lines += table.num_rows


@contextmanager
def new_copy(
    target: Path,
    columns: Sequence[str],
    *,
    source: Source,
    source_file: str,
    understood: dict[str, Any],
) -> Iterator[TextCopy]:
    """Open a copy for writing; it gets its name only when it is complete.

    Args:
        target: The Parquet file.
        columns: Its canonical columns.
        source: The file that it is made from.
        source_file: Name of the file as the user wrote it, with the sheet.
        understood: How the file was read; it may be filled until the end.

    Raises:
        InputError: The folder cannot be written to, the disk is full, or the file has changed in
            the meantime. No partial copy is left.
    """
    schema = pa.schema({**dict.fromkeys(columns, pa.string()), **RECORD_COLUMNS})
    partial = target.with_suffix(f".{uuid.uuid4().hex}.partial")
    with _writing_to(target.parent):
        try:
            os.close(os.open(partial, os.O_CREAT | os.O_EXCL, mode=0o600))
            with pq.ParquetWriter(partial, schema) as writer:
                yield TextCopy(writer, source_file)
                said = json.dumps({"source": asdict(source), "understood": understood})
                writer.add_key_value_metadata({METADATA: said.encode()})
            if not source.is_unchanged():
                raise InputError(
                    f"{source_file}: changed while it was read. Run this again when it is complete."
                )
            partial.replace(target)
        finally:
            partial.unlink(missing_ok=True)


@contextmanager
def _writing_to(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise InputError(
            f"{folder}: cannot write a copy of the file there ({error}). Make room, or choose "
            "another folder."
        ) from error


@dataclass(frozen=True)
class CopyFacts:
    """What the metadata of a copy says.

    Attributes:
        source: The file that it was made from.
        columns: Its canonical columns.
        understood: How the file was read.
    """

    source: Source
    columns: list[str]
    understood: Mapping[str, Any]


def facts_of(copy: Path, make: Callable[[], object]) -> CopyFacts:
    """Read the metadata of a copy; make the copy first if it is missing, damaged or outdated."""
    facts = _read_facts(copy)
    if not facts:
        make()
        facts = _read_facts(copy)
    if not facts:
        raise InputError(f"{copy}: was removed while it was made. Run this again.")
    return facts


def _read_facts(copy: Path) -> CopyFacts | None:
    try:
        metadata = pq.read_metadata(copy)
    except (FileNotFoundError, pa.ArrowInvalid):
        return None
    if METADATA not in (metadata.metadata or {}):
        return None
    said = json.loads(metadata.metadata[METADATA])
    names = metadata.schema.to_arrow_schema().names
    return CopyFacts(
        source=Source(**said["source"]),
        columns=[name for name in names if name not in RECORD_COLUMNS],
        understood=said["understood"],
    )
