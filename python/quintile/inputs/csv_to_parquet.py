"""Copy CSV files to Parquet, block by block: no record is lost, no cell changes."""

import codecs
import csv
import gzip
import io
import uuid
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.csv

from quintile.inputs.column_matching import InputError
from quintile.inputs.text_copies import copy_writer, readable_records

BLOCK_BYTES = 4 << 20
"""Bytes that are parsed at a time; no record may be longer."""

HEAD_CHARACTERS = 1 << 16
"""Characters in which the header must end."""

ENCODINGS = {"utf-8": "utf-8-sig", "latin-1": "latin-1", "utf-16": "utf-16"}
DELIMITERS = ",;\t|"

Match = Callable[[Sequence[str]], dict[str, int]]
"""From the names in a header to canonical column and position; raises InputError."""


def csv_to_parquet(path: Path, target: Path, *, match: Match, encoding: str, where: str) -> None:
    """Copy the matched columns of a CSV file to a Parquet file.

    The header is line 1 and the first record line 2. Records are counted, not lines of text: a
    record with a newline in quotes counts once, and blank lines don't count. An empty cell is NULL,
    and a NUL character becomes U+FFFD, as in HTML. A record with too few or too many fields has
    NULL in every cell, its text in `unreadable_text` and the number of fields in
    `unreadable_reason`. The delimiter is the comma, semicolon, tab or pipe with which the columns
    are found.

    Args:
        path: The file; .gz is decompressed.
        target: The Parquet file; it only comes to be when all went well.
        match: Finds the canonical columns in the header.
        encoding: 'utf-8', 'latin-1', 'utf-16', or 'auto': by the byte order mark, else UTF-8 if the
            whole file is valid UTF-8, else Latin-1.
        where: The file, for error messages.

    Raises:
        InputError: The file is empty, damaged or in another encoding, a column is missing, or a
            quote is never closed.
    """
    codec = _find_codec(path, encoding=encoding, where=where)
    with (
        _open_bytes(path, where=where) as binary,
        io.TextIOWrapper(binary, codec, newline="") as text,
    ):
        header, delimiter, body = _read_header(text, match=match, where=where)
        matched = match(header)
        records = _Records(fields=len(header), source_file=where)
        names = [str(at) for at in range(len(header))]
        pieces = chain([body], iter(lambda: text.read(1 << 20), ""), [f"\n{records.end_mark}\n"])
        try:
            with (
                copy_writer(target, list(matched)) as writer,
                pa.csv.open_csv(
                    io.BufferedReader(_Utf8Stream(pieces), BLOCK_BYTES),
                    pa.csv.ReadOptions(
                        column_names=names, block_size=BLOCK_BYTES, use_threads=False
                    ),
                    pa.csv.ParseOptions(
                        delimiter=delimiter,
                        newlines_in_values=True,
                        invalid_row_handler=records.set_aside,
                    ),
                    pa.csv.ConvertOptions(
                        column_types=dict.fromkeys(names, pa.string()),
                        include_columns=[names[at] for at in sorted({*matched.values()})],
                        null_values=[""],
                        strings_can_be_null=True,
                    ),
                ) as blocks,
            ):
                for block in blocks:
                    numbers = records.number(block.num_rows)
                    cells = [block.column(names[at]) for at in matched.values()]
                    writer.write(readable_records(writer.schema, cells, numbers, source_file=where))
                    writer.write(records.take_unreadable(writer.schema))
                writer.write(records.take_unreadable(writer.schema))
                records.check_end(where)
        except pa.ArrowInvalid as error:
            if "straddling" not in str(error):
                raise InputError(f"{where}: cannot be read as CSV ({error}).") from error
            raise InputError(
                f"{where}: a record after line {records.last_number} is longer than "
                f'{BLOCK_BYTES:,} bytes; most likely a quote (") is never closed there. Correct it.'
            ) from None


class _Records:
    """Numbers the records of a file, while it is read in blocks and unreadable ones are set aside.

    The parser gives each unreadable record its number, at the latest together with the block it
    stands in; the readable ones take the numbers in between. A mark behind the end of the file must
    come out as an unreadable record of its own: if not, an open quote has swallowed it.
    """

    def __init__(self, *, fields: int, source_file: str):
        self.end_mark = f"end of file {uuid.uuid4()}"
        self.last_number = 1
        self._fields = fields
        self._source_file = source_file
        self._end_number: int | None = None
        self._unreadable: list[tuple[int, str, int]] = []

    def set_aside(self, row: pyarrow.csv.InvalidRow) -> str:
        if row.text == self.end_mark:
            self._end_number = row.number + 1
        else:
            self._unreadable.append((row.number + 1, row.text, row.actual_columns))
        return "skip"

    def number(self, records: int) -> np.ndarray:
        taken = [number for number, _, _ in self._unreadable]
        first = self.last_number + 1
        numbers = np.setdiff1d(np.arange(first, first + records + len(taken)), taken)[:records]
        self.last_number = int(numbers[-1]) if records else self.last_number
        return numbers

    def take_unreadable(self, schema: pa.Schema) -> pa.Table:
        """Hand over the unreadable records up to where the numbers have come."""
        ready = 0
        for number, _, _ in self._unreadable:
            if number > self.last_number + 1:
                break
            self.last_number = max(self.last_number, number)
            ready += 1
        taken = self._unreadable[:ready]
        del self._unreadable[:ready]
        said = [
            {
                "source_file": self._source_file,
                "line_number": number,
                "unreadable_text": text,
                "unreadable_reason": f"fields: {fields} instead of {self._fields}",
            }
            for number, text, fields in taken
        ]
        return pa.Table.from_pylist(said, schema=schema)

    def check_end(self, where: str) -> None:
        if self._end_number is None:
            raise InputError(
                f'{where}: the record at line {self.last_number} has a quote (") that is never '
                "closed, and swallows the rest of the file. Correct it in the file."
            )
        if self._end_number == 2:
            raise InputError(f"{where}: a header, but no lines. Remove the file or fill it.")
        if self._end_number != self.last_number + 1:
            raise RuntimeError(
                f"{where}: {self._end_number - 1} lines read, but {self.last_number} copied"
            )


class _Utf8Stream(io.RawIOBase):
    """Pieces of text as a stream of UTF-8 bytes, without NUL.

    pyarrow's search for the end of a record passes over what follows a NUL, so that one may be cut.
    """

    def __init__(self, pieces: Iterator[str]):
        self._pieces = pieces
        self._rest = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._rest:
            piece = next(self._pieces, None)
            if piece is None:
                return 0
            self._rest = memoryview(piece.replace("\0", "\ufffd").encode())
        size = min(len(buffer), len(self._rest))
        buffer[:size] = self._rest[:size]
        self._rest = self._rest[size:]
        return size


@contextmanager
def _open_bytes(path: Path, *, where: str) -> Iterator[io.BufferedReader | gzip.GzipFile]:
    try:
        with gzip.open(path) if path.suffix.lower() == ".gz" else path.open("rb") as binary:
            yield binary
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise InputError(
            f"{where}: a damaged gzip file ({error}). Copy or download it again."
        ) from error


def _find_codec(path: Path, *, encoding: str, where: str) -> str:
    with _open_bytes(path, where=where) as binary:
        start = binary.read(2)
    if encoding == "auto" and start in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        encoding = "utf-16"
    codec = ENCODINGS["utf-8" if encoding == "auto" else encoding]
    problem = _decoding_problem(path, codec, where=where)
    if problem and encoding == "auto":
        return ENCODINGS["latin-1"]
    if problem:
        raise InputError(
            f"{where}: not valid {encoding} ({problem}). Set the var file_encoding to "
            f"{', '.join(ENCODINGS)} or auto."
        )
    return codec


def _decoding_problem(path: Path, codec: str, *, where: str) -> str | None:
    """Decode the whole file and say which byte is wrong; None: the file is valid."""
    decoder = codecs.getincrementaldecoder(codec)()
    offset, line = 0, 1
    with _open_bytes(path, where=where) as binary:
        for chunk in chain(iter(lambda: binary.read(1 << 20), b""), [b""]):
            held_over = len(decoder.getstate()[0])
            try:
                decoder.decode(chunk, final=not chunk)
            except UnicodeDecodeError as error:
                at = error.start - held_over
                line += chunk.count(b"\n", 0, max(at, 0))
                return (
                    f"byte 0x{error.object[error.start]:02X} at offset {offset + at}, line {line}"
                )
            offset += len(chunk)
            line += chunk.count(b"\n")
    return None


def _read_header(text: io.TextIOBase, *, match: Match, where: str) -> tuple[list[str], str, str]:
    """Read the header: its names, the delimiter, and what was read of the text after it."""
    head = text.read(HEAD_CHARACTERS)
    problems = []
    for delimiter in DELIMITERS:
        lines = io.StringIO(head, newline="")
        header = next((row for row in csv.reader(lines, delimiter=delimiter) if row), None)
        if header is None:
            raise InputError(f"{where}: the file is empty. Remove it or fill it.")
        body = lines.read()
        if len(head) == HEAD_CHARACTERS and not body:
            raise InputError(
                f"{where}: no header ends within the first {HEAD_CHARACTERS:,} characters. Is this "
                'CSV, and is each quote (") closed?'
            )
        try:
            match(header)
        except InputError as error:
            problems.append((-len(header), error))
        else:
            return header, delimiter, body
    raise min(problems, key=lambda problem: problem[0])[1]
