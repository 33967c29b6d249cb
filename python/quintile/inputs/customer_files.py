"""Open the files of customers to score."""

from collections.abc import Sequence
from pathlib import Path

from quintile.inputs.column_matching import InputError, column_key, names_found
from quintile.inputs.input_files import InputFile, Opener, open_files

COLUMNS = ("customer_id", "recency_days", "frequency", "monetary")
SETTING = "QUINTILE_CUSTOMERS_TO_SCORE"


def open_customers(
    spec: str, *, workdir: Path, encoding: str = "auto", opener: Opener = open_files
) -> list[InputFile]:
    """Open every file of customers that `spec` names.

    The columns are customer_id, recency_days, frequency and monetary; spaces, underscores and case
    don't matter. Other columns are ignored.

    Args:
        spec: Path, folder or glob, or several separated by ';', of CSV, CSV.gz, Parquet or XLSX.
        workdir: The folder for copies of files that aren't Parquet; created if missing.
        encoding: Of CSV: 'auto' or one of `text_encoding.ENCODINGS`.
        opener: Opens the files on the current engine.

    Returns:
        Each file once, sorted by path; sheets in the order of the workbook. Each has all columns.

    Raises:
        InputError: A file or column is missing, or cannot be read.
    """
    return opener(
        spec,
        setting=SETTING,
        workdir=workdir,
        match=match_columns,
        encoding=encoding,
        options=COLUMNS,
    )


def match_columns(names: Sequence[str], *, where: str) -> dict[str, int]:
    """Find the columns of customers among the column names of one file.

    Returns:
        Column to position in `names`.

    Raises:
        InputError: A column is missing or ambiguous.
    """
    keys = [column_key(name) for name in names]
    found = names_found(names, known=COLUMNS)
    counts = {column: keys.count(column_key(column)) for column in COLUMNS}
    if missing := [column for column, count in counts.items() if not count]:
        raise InputError(
            f"{where}: no column for {', '.join(missing)}. {found} {SETTING} needs files with the "
            f"columns {', '.join(COLUMNS)}."
        )
    if repeated := [column for column, count in counts.items() if count > 1]:
        raise InputError(
            f"{where}: {counts[repeated[0]]} columns for {repeated[0]}. {found} Keep one."
        )
    return {column: keys.index(column_key(column)) for column in COLUMNS}
