"""Copy the sheets of a workbook to Parquet."""

from pathlib import Path

import fastexcel
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from quintile.inputs.column_matching import InputError
from quintile.inputs.csv_to_parquet import Match
from quintile.inputs.text_copies import copy_writer, readable_records

OLE_SIGNATURE = bytes.fromhex("d0cf11e0a1b11ae1")
LAST_SERIAL = 2958465
"""The day 9999-12-31 as Excel counts days, from 1899-12-30 = 0."""


def open_workbook(path: Path) -> fastexcel.ExcelReader:
    """Open a workbook.

    Raises:
        InputError: It is damaged, protected by a password, or of an older format.
    """
    with path.open("rb") as file:
        if file.read(8) == OLE_SIGNATURE:
            raise InputError(
                f"{path}: protected by a password, or older than Excel 2007. Save it as .xlsx "
                "without a password."
            )
    try:
        return fastexcel.read_excel(path)
    except fastexcel.FastExcelError as error:
        raise _damaged(str(path), error) from error


def sheet_to_parquet(
    workbook: fastexcel.ExcelReader, sheet: str, target: Path, *, match: Match, where: str
) -> None:
    """Copy the matched columns of one sheet to a Parquet file.

    The first row that is not empty is the header and line 1. Empty rows are left out, but count. An
    empty cell and one with an error such as #N/A are NULL. Numbers have neither exponent nor a
    superfluous `.0`, dates are ISO, and a plain number in the date column is a date in Excel's 1900
    system. A sheet that is empty, or a chart, gives a file without rows.

    Args:
        workbook: The open workbook.
        sheet: The name of the sheet.
        target: The Parquet file; it only comes to be when all went well.
        match: Finds the canonical columns in the header.
        where: File and sheet, for error messages.

    Raises:
        InputError: The sheet is damaged, a column is missing, or there are no lines.
    """
    try:
        rows = workbook.load_sheet_eager(sheet, header_row=None, dtypes="string")
    except fastexcel.FastExcelError as error:
        raise _damaged(where, error) from error
    matched = match([column[0].as_py() or "" for column in rows.columns]) if rows.num_rows else {}
    with copy_writer(target, list(matched)) as writer:
        lines = 0
        for start in range(1, rows.num_rows, 100_000):
            some = rows.slice(start, 100_000)
            filled = np.any([column.is_valid().to_numpy(False) for column in some.columns], axis=0)
            cells = {name: some.column(at).filter(pa.array(filled)) for name, at in matched.items()}
            if "invoiced_at" in cells:
                cells["invoiced_at"] = _serial_dates_as_iso(cells["invoiced_at"])
            numbers = start + 1 + np.flatnonzero(filled)
            texts = [*cells.values()]
            writer.write(readable_records(writer.schema, texts, numbers, source_file=where))
            lines += len(numbers)
        if rows.num_rows and not lines:
            raise InputError(f"{where}: a header, but no lines. Remove the sheet or fill it.")


def _damaged(where: str, error: Exception) -> InputError:
    reason = str(error).splitlines()[0]
    return InputError(f"{where}: a damaged workbook ({reason}). Save it as .xlsx again.")


def _serial_dates_as_iso(column: pa.Array) -> pa.Array:
    """Turn the plain numbers of a text column into ISO text, to the millisecond."""
    plain = pc.match_substring_regex(column, r"^\d{1,7}(\.\d+)?$")
    days = pc.cast(pc.if_else(plain, column, None), pa.float64())
    days = pc.if_else(pc.less(days, LAST_SERIAL + 1), days, None)
    milliseconds = pc.cast(pc.round(pc.multiply(pc.subtract(days, 25_569), 86_400_000)), pa.int64())
    iso = pc.strftime(pc.cast(milliseconds, pa.timestamp("ms")), "%Y-%m-%d %H:%M:%S")
    return pc.coalesce(iso, column)
