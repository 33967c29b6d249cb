"""Copy CSV files to Parquet, block by block, without losing a line or changing a cell."""

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv

from quintile.inputs.column_matching import InputError, Match, NoHeaderError, NoLinesError
from quintile.inputs.csv_layout import Layout, find_layout
from quintile.inputs.csv_lines import (
    RECORD_BYTES,
    LineReader,
    QuotingIsRealError,
    Records,
    ReorderedHeaderError,
    TooLongError,
)
from quintile.inputs.text_copies import Source, TextCopy, new_copy
from quintile.inputs.text_encoding import (
    ENCODINGS,
    NotInEncodingError,
    likely_codecs,
    utf8_pieces,
)

HEAD_BYTES = 1 << 16
"""The header must end within this many bytes."""

BALANCED_QUOTES = '^"(?:[^"]|"")*"$'


def csv_to_parquet(source: Source, target: Path, *, match: Match, encoding: str) -> None:
    """Copy the matched columns of a CSV file to a Parquet file.

    Line numbers count from 1, as in an editor; a record has the number of its first line. An empty
    cell is NULL, and a NUL character becomes U+FFFD, as in HTML. A line that is not a record (see
    `csv_lines`) has NULL in every cell, its text in `unreadable_text` and the reason in
    `unreadable_reason`. The metadata of the copy says how the file was read.

    Args:
        source: The file; .gz is decompressed.
        target: The Parquet file; it is created only if all goes well.
        match: Finds the canonical columns in a header.
        encoding: One of `ENCODINGS`, or 'auto': see `likely_codecs`.

    Raises:
        NoLinesError: The file is empty, or there is nothing below the header.
        InputError: The file is damaged or in another encoding, a column is missing, or a
            line is too long.
    """
    problem = None
    for codec in likely_codecs(source, encoding=encoding):
        try:
            _copy(source, target, codec, match=match, remark=problem)
        except NotInEncodingError as error:
            problem = problem or f"not valid {codec} ({error})"
        except NoHeaderError as error:
            if problem is None:
                raise
            raise NoHeaderError(
                f"{error} The file was read as {codec}, since it is {problem}. If the names look "
                "strange, set the var file_encoding to its encoding."
            ) from error
        else:
            return
    raise InputError(
        f"{source.name}: {problem}. Set the var file_encoding to {', '.join(ENCODINGS)} or auto."
    )


def _copy(source: Source, target: Path, codec: str, *, match: Match, remark: str | None) -> None:
    """Copy a file in one encoding; start again if its quotes turn out to be needed."""
    quoting = False
    while True:
        pieces = utf8_pieces(source, codec)
        first = next(pieces, b"")
        layout = find_layout(_head_of(first, source.name), match=match, where=source.name)
        lines = LineReader(
            delimiter=layout.delimiter.encode(),
            fields=layout.fields,
            first_line=layout.first_line,
            quoting=quoting,
            header=b"".join(first[: layout.start].splitlines()[layout.header_line - 1 :]),
        )
        blocks = read_blocks(chain([first[layout.start :]], pieces), lines, source.name)
        understood = {"encoding": codec, "encoding_remark": remark}
        try:
            with new_copy(
                target,
                [*layout.columns],
                source=source,
                source_file=source.name,
                understood=understood,
            ) as copy:
                _write_all(copy, blocks, layout)
                if not copy.lines:
                    raise NoLinesError(
                        f"{source.name}: a header, but no lines. Remove the file or fill it."
                    )
                understood |= _understood(layout, lines)
        except QuotingIsRealError:
            quoting = True
        else:
            return


def _head_of(piece: bytes, where: str) -> str:
    """The complete first lines of a file."""
    if len(piece) > HEAD_BYTES:
        end = max(piece.rfind(b"\n", 0, HEAD_BYTES), piece.rfind(b"\r", 0, HEAD_BYTES - 1)) + 1
        if not end:
            raise InputError(
                f"{where}: no line ends within the first {HEAD_BYTES:,} bytes. Is this CSV?"
            )
        piece = piece[:end]
    # A character that is cut at the end is checked when the whole text is decoded.
    return piece.decode(errors="ignore")


def read_blocks(pieces: Iterable[bytes], lines: LineReader, where: str) -> Iterator[Records]:
    """Read the records of a text that comes in pieces.

    Raises:
        InputError: A line is too long, or repeats the header in another order.
        QuotingIsRealError: The text has to be read again from the start.
    """
    rest = b""
    try:
        for piece, is_last in _with_the_last_one_marked(pieces):
            block = rest + piece
            records, read = lines.read(block, last=is_last)
            rest = block[read:]
            yield records
    except TooLongError as error:
        raise InputError(
            f"{where}: line {error} is longer than {RECORD_BYTES:,} bytes. Correct it. Most likely "
            "line ends are missing, or this is not CSV."
        ) from error
    except ReorderedHeaderError as error:
        raise InputError(
            f"{where}: line {error} has the names of the header in another order. Split the file "
            "before this line, so that each part has one header."
        ) from error


def _with_the_last_one_marked(pieces: Iterable[bytes]) -> Iterator[tuple[bytes, bool]]:
    coming = iter(pieces)
    piece = next(coming, b"")
    for following in coming:
        yield piece, False
        piece = following
    yield piece, True


def _write_all(copy: TextCopy, blocks: Iterator[Records], layout: Layout) -> None:
    """Write each block while the next one is being read."""
    with ThreadPoolExecutor(1) as pool:
        before, written = next(blocks), None
        for records in blocks:
            if written:
                written.result()
            written = pool.submit(_write, copy, before, layout)
            before = records
        if written:
            written.result()
        _write(copy, before, layout)


def _write(copy: TextCopy, records: Records, layout: Layout) -> None:
    for cells, numbers in cut_cells(records, layout):
        copy.write(cells, numbers)
    if records.unreadable:
        copy.write_unreadable(records.unreadable)


def cut_cells(
    records: Records, layout: Layout
) -> Iterator[tuple[list[pa.ChunkedArray], np.ndarray]]:
    """Split records into the cells of the matched columns, with their line numbers."""
    if len(records.quoted_lines):
        yield _cells(records.quoted, layout), records.quoted_lines
    if len(records.plain_lines):
        cells = _cells(records.plain, layout, quote=False)
        yield [_without_quotes(column) for column in cells], records.plain_lines


def _cells(
    text: memoryview | bytes, layout: Layout, *, quote: str | bool = '"'
) -> list[pa.ChunkedArray]:
    names = [str(at) for at in range(layout.fields)]
    matched = [names[at] for at in layout.columns.values()]
    table = pa.csv.read_csv(
        pa.BufferReader(pa.py_buffer(text)),
        pa.csv.ReadOptions(column_names=names, block_size=len(text) + 1, use_threads=False),
        pa.csv.ParseOptions(
            delimiter=layout.delimiter, quote_char=quote, newlines_in_values=bool(quote)
        ),
        pa.csv.ConvertOptions(
            column_types=dict.fromkeys(names, pa.string()),
            include_columns=[*dict.fromkeys(matched)],
            null_values=[""],
            strings_can_be_null=True,
            check_utf8=False,
        ),
    )
    return [table.column(name) for name in matched]


def _without_quotes(cells: pa.ChunkedArray) -> pa.ChunkedArray:
    """Remove the quotes around whole cells."""
    inner = pc.replace_substring(pc.utf8_slice_codeunits(cells, 1, -1), '""', '"')
    unquoted = pc.if_else(pc.match_substring_regex(cells, BALANCED_QUOTES), inner, cells)
    return pc.if_else(pc.equal(unquoted, ""), None, unquoted)


def _understood(layout: Layout, lines: LineReader) -> dict[str, Any]:
    return {
        "delimiter": layout.delimiter,
        "header_line": layout.header_line,
        "fields_remark": layout.remark,
        "quoting": lines.quoting,
        "stray_quotes": lines.plain_records,
        "empty_rows": len(lines.empty_rows),
        "first_empty_row": min(lines.empty_rows, default=None),
        "repeated_headers": len(lines.repeated_headers),
        "first_repeated_header": min(lines.repeated_headers, default=None),
        "footers": len(lines.footers),
        "first_footer": min(lines.footers, default=None),
        "source_columns": {**layout.source_columns},
        "other_columns": [*layout.other_columns],
    }
