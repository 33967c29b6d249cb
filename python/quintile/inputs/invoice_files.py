"""Open the invoice files, so that SQL only has to read Parquet."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from quintile.inputs.column_matching import KNOWN_NAMES, InputError, match_columns
from quintile.inputs.input_files import InputFile, Opener, open_files
from quintile.inputs.text_encoding import ENCODINGS

__all__ = ["InputError", "open_invoices"]


def open_invoices(
    spec: str,
    *,
    workdir: Path,
    invoice_columns: Mapping[str, str] | None = None,
    encoding: str = "auto",
    opener: Opener = open_files,
) -> list[InputFile]:
    """Open every invoice file that `spec` names.

    Parquet is read in place. CSV and workbooks are copied to Parquet; a copy is used again as long
    as path, size, time of change and the options of the file are the same.

    Args:
        spec: Path, folder or glob, or several separated by ';', of CSV, CSV.gz, Parquet or XLSX.
        workdir: The folder for the copies; created if missing.
        invoice_columns: Canonical column to column of the files, for names that aren't known.
        encoding: Of CSV: 'auto' or one of `text_encoding.ENCODINGS`.
        opener: Opens the files on the current engine.

    Returns:
        Each file once, sorted by path; sheets in the order of the workbook. If `amount` is among
        the columns, it is the money of a line and precedes quantity x unit_price. `currency` and
        `status` are among them only if mapped.

    Raises:
        InputError: The files cannot be read; the message is for the user.
    """
    mapping = _check_mapping({} if invoice_columns is None else invoice_columns)
    _check_choice("file_encoding", encoding, ["auto", *ENCODINGS])
    return opener(
        spec,
        setting="QUINTILE_INVOICES",
        workdir=Path(workdir),
        match=partial(match_columns, invoice_columns=mapping),
        encoding=encoding,
        options=sorted(mapping.items()),
    )


def _check_choice(name: str, value: str, choices: list[str]) -> None:
    if value not in choices:
        raise InputError(f"The var {name} is {value!r}, but must be one of {', '.join(choices)}.")


def _check_mapping(invoice_columns: Mapping[str, str]) -> dict[str, str]:
    if not isinstance(invoice_columns, Mapping):
        raise InputError(
            f"The var invoice_columns is {invoice_columns!r}, but must map columns, e.g. "
            "{customer_id: name in the file}."
        )
    if unknown := [name for name in invoice_columns if name not in KNOWN_NAMES]:
        raise InputError(
            f"The var invoice_columns maps {unknown[0]!r}, but the columns to map are "
            f"{', '.join(KNOWN_NAMES)}."
        )
    return {canonical: str(source) for canonical, source in invoice_columns.items()}
