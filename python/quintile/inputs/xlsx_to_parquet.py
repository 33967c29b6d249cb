"""Copy the sheets of a workbook to Parquet."""

import functools
import re
import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO
from xml.etree import ElementTree

import fastexcel
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from quintile.inputs.column_matching import (
    NUMBER_COLUMNS,
    InputError,
    Match,
    NoHeaderError,
    find_header,
    other_names,
    source_names,
)
from quintile.inputs.text_copies import Source, new_copy

ID_COLUMNS = {"invoice_id", "stock_code", "customer_id"}
OLE_SIGNATURE = bytes.fromhex("d0cf11e0a1b11ae1")
LAST_SERIAL = 2958465
"""9999-12-31 as an Excel serial number, counted from 1899-12-30 = 0."""

HEAD_ROWS = 100
"""The header is searched in this many rows."""

SLICE_ROWS = 100_000

MOST_CELLS = 50_000_000
"""fastexcel allocates 32 bytes for every cell between the first and the last, empty or not."""

PIECE_BYTES = 1 << 20
"""Maximum length of a cell in the XML of a workbook; Excel allows 32,767 characters."""

PARTS = re.compile(r"xl/(worksheets/[^/]+|sharedStrings)\.xml")
WIDE_CELL = re.compile(rb'<c r="([A-Z]{2,3})(\d+)"[^>]*[^/]>')
ROW = re.compile(rb'<row [^>]*?\br="(\d+)"')


def open_workbook(path: Path) -> fastexcel.ExcelReader:
    """Open a workbook.

    Raises:
        InputError: It is damaged, protected by a password, of an older format, or too large.
    """
    with path.open("rb") as file:
        if file.read(8) == OLE_SIGNATURE:
            raise InputError(
                f"{path}: protected by a password, or older than Excel 2007. Save it as .xlsx "
                "without a password."
            )
    try:
        _check_size(path)
        return fastexcel.read_excel(path)
    except (fastexcel.FastExcelError, zipfile.BadZipFile, zlib.error) as error:
        raise _damaged(str(path), error) from error


def _check_size(path: Path) -> None:
    """Refuse a sheet that needs more memory than there is; fastexcel would end the process."""
    with zipfile.ZipFile(path) as book:
        for name in filter(PARTS.fullmatch, book.namelist()):
            with book.open(name) as part:
                columns, rows, corner = _extent(part, where=str(path))
            if columns * rows > MOST_CELLS:
                raise InputError(
                    f"{path}: a sheet spans {rows:,} rows and {columns:,} columns, because of cell "
                    f"{corner}. Delete the cells that stand far from the lines."
                )


def _extent(part: IO[bytes], *, where: str) -> tuple[int, int, str]:
    """The number of columns and rows of a sheet, and the filled cell farthest to the right.

    Up to Z columns no sheet is too large, so only cells to the right of that are searched.
    """
    columns, rows, corner, rest = 26, 1, "", b""
    while piece := part.read(PIECE_BYTES):
        if b"<" not in piece:
            raise InputError(f"{where}: a cell is longer than {PIECE_BYTES:,} bytes. Shorten it.")
        text = rest + piece
        for letters, row in WIDE_CELL.findall(text):
            if _column_number(letters) > columns:
                columns, corner = _column_number(letters), (letters + row).decode()
        if last_row := ROW.match(text, max(text.rfind(b"<row "), 0)):
            rows = max(rows, int(last_row[1]))
        rest = text[text.rfind(b"<") :]
    return columns, rows, corner


def _column_number(letters: bytes) -> int:
    return functools.reduce(lambda number, letter: number * 26 + letter - 64, letters, 0)


def hidden_sheets(path: Path) -> list[str]:
    """The names of the sheets that Excel does not show, in the order of the workbook."""
    with zipfile.ZipFile(path) as book:
        contents = ElementTree.fromstring(book.read("xl/workbook.xml"))
    sheets = contents.findall("{*}sheets/{*}sheet")
    return [sheet.get("name", "") for sheet in sheets if sheet.get("state", "visible") != "visible"]


def copy_sheet(
    workbook: fastexcel.ExcelReader,
    sheet: str,
    target: Path,
    *,
    source: Source,
    match: Match,
    where: str,
) -> bool:
    """Copy the matched columns of one sheet to a Parquet file.

    The header is the first row with the names of the required columns. Line numbers are those of
    the spreadsheet. Empty rows and rows that repeat the header are left out; the latter are
    counted. Empty cells, and cells with an error such as #N/A, are NULL. Numbers have no
    superfluous `.0`, and no exponent unless `_numbers_told_from_texts` gives one. Dates are ISO,
    and a plain number in the date column is a date in Excel's 1900 system.

    Args:
        workbook: The open workbook.
        sheet: The name of the sheet.
        target: The Parquet file; it is created only if all goes well.
        source: The file.
        match: Finds the canonical columns in a header.
        where: File and sheet, for error messages.

    Returns:
        Whether it was copied. A chart, or a sheet without a filled cell, is not.

    Raises:
        NoHeaderError: The sheet has no lines: no header, or nothing below it.
        InputError: The sheet is damaged, or has rounded ids.
    """
    try:
        rows = workbook.load_sheet_eager(sheet, header_row=None, skip_rows=0, dtypes="string")
    except fastexcel.FastExcelError as error:
        raise _damaged(where, error) from error
    head = rows.slice(0, HEAD_ROWS).to_pydict().values()
    texts = enumerate([cell or "" for cell in row] for row in zip(*head, strict=True))
    found = find_header((row for row in texts if any(row[1])), match=match)
    if not found:
        return False
    at, names, matched = found
    number_cells = functools.cache(functools.partial(_number_cells, workbook, sheet))
    _check_ids(rows, number_cells, header=at, matched=matched, where=where)
    numbers = _numbers_told_from_texts(rows, number_cells, header=at, matched=matched)
    repeated_headers: list[int] = []
    understood = {
        "header_line": at + 1,
        "source_columns": source_names(names, matched),
        "other_columns": other_names(names, matched),
    }
    with new_copy(
        target, [*matched], source=source, source_file=where, understood=understood
    ) as copy:
        for start in range(at + 1, rows.num_rows, SLICE_ROWS):
            some = rows.slice(start, SLICE_ROWS)
            repeated = _is_row(some, {at: names[at] for at in matched.values()})
            repeated_headers += (start + 1 + np.flatnonzero(repeated)).tolist()
            filled = ~repeated & ~_is_row(some, dict.fromkeys(range(len(names)), ""))
            columns = {name: some.column(at) for name, at in matched.items()}
            columns |= {name: texts.slice(start, SLICE_ROWS) for name, texts in numbers.items()}
            cells = {name: column.filter(pa.array(filled)) for name, column in columns.items()}
            if "invoiced_at" in cells:
                cells["invoiced_at"] = _serial_dates_as_iso(cells["invoiced_at"])
            copy.write([*cells.values()], start + 1 + np.flatnonzero(filled))
        if not copy.lines:
            raise NoHeaderError(f"{where}: a header, but no lines. Remove the sheet or fill it.")
        understood["repeated_headers"] = len(repeated_headers)
        understood["first_repeated_header"] = min(repeated_headers, default=None)
    return True


def _is_row(rows: pa.RecordBatch, texts: Mapping[int, str]) -> np.ndarray:
    """Whether each row has these texts in these columns; an empty cell counts as empty text."""
    equal = [pc.equal(rows.column(at).fill_null(""), text) for at, text in texts.items()]
    return functools.reduce(pc.and_, equal).to_numpy(zero_copy_only=False)


def _check_ids(
    rows: pa.RecordBatch,
    number_cells: Callable[[], pa.RecordBatch],
    *,
    header: int,
    matched: Mapping[str, int],
    where: str,
) -> None:
    """Refuse ids that are numbers of more than 15 digits, since spreadsheets round them."""
    for name in matched.keys() & ID_COLUMNS:
        texts = rows.column(matched[name]).slice(header + 1)
        long = pc.match_substring_regex(texts, r"^\d{16,}$").fill_null(False)
        if not pc.any(long).as_py():
            continue
        numbers = number_cells().column(matched[name]).slice(header + 1)
        rounded = pc.and_(long, pc.is_valid(numbers))
        if pc.any(rounded).as_py():
            line = pc.index(rounded, True).as_py()
            raise InputError(
                f"{where}, line {header + 2 + line}: {texts[line]} in the column for {name} is a "
                "number of more than 15 digits, which a spreadsheet rounds, so that different ids "
                "look alike. Export the lines again from where they came, with that column as text."
            )


def _numbers_told_from_texts(
    rows: pa.RecordBatch,
    number_cells: Callable[[], pa.RecordBatch],
    *,
    header: int,
    matched: Mapping[str, int],
) -> dict[str, pa.Array]:
    """The columns of numbers, where a cell that is a number with a point has the exponent 0.

    A number cell says nothing about the decimal mark of text cells: 12.5 may stand above the text
    1.500 that means 1,500.

    Returns:
        Canonical column to the texts of all rows; nothing if no text can be mistaken.
    """
    columns = {name: rows.column(at) for name, at in matched.items() if name in NUMBER_COLUMNS}
    if not any(_may_be_mistaken(column.slice(header + 1)) for column in columns.values()):
        return {}
    told = {}
    for name, texts in columns.items():
        is_number = pc.is_valid(number_cells().column(matched[name]))
        has_point = pc.match_substring(texts, ".").fill_null(False)
        exponents = pc.binary_join_element_wise(texts, "e0", "")
        told[name] = pc.if_else(pc.and_(is_number, has_point), exponents, texts)
    return told


def _number_cells(workbook: fastexcel.ExcelReader, sheet: str) -> pa.RecordBatch:
    """The cells that are numbers or Booleans: texts can't be read as Booleans, and become NULL."""
    return workbook.load_sheet(sheet, header_row=None, skip_rows=0, dtypes="boolean").to_arrow()


def _may_be_mistaken(texts: pa.Array) -> bool:
    """Whether a text is none that a number cell has, or has a point that may group thousands."""
    plain = pc.match_substring_regex(texts, r"^-?\d+(\.\d*[1-9])?$")
    grouped = pc.match_substring_regex(texts, r"^-?\d{1,3}\.\d{3}$")
    return pc.any(pc.or_(pc.invert(plain), grouped)).as_py() or False


def _damaged(where: str, error: Exception) -> InputError:
    reason = str(error).splitlines()[0]
    return InputError(f"{where}: a damaged workbook ({reason}). Save it as .xlsx again.")


def _serial_dates_as_iso(column: pa.Array) -> pa.Array:
    """Convert the plain numbers of a text column to ISO text, to the millisecond."""
    plain = pc.match_substring_regex(column, r"^\d{1,7}(\.\d+)?$")
    days = pc.cast(pc.if_else(plain, column, None), pa.float64())
    days = pc.if_else(pc.less(days, LAST_SERIAL + 1), days, None)
    milliseconds = pc.cast(pc.round(pc.multiply(pc.subtract(days, 25_569), 86_400_000)), pa.int64())
    iso = pc.strftime(pc.cast(milliseconds, pa.timestamp("ms")), "%Y-%m-%d %H:%M:%S")
    return pc.coalesce(iso, column)
