"""Find input files and open them, so that SQL only has to read Parquet."""

import glob
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Protocol

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from quintile.inputs.column_matching import (
    InputError,
    NoHeaderError,
    NoLinesError,
    other_names,
)
from quintile.inputs.csv_to_parquet import csv_to_parquet
from quintile.inputs.text_copies import (
    COPIES_FOLDER,
    CopyFacts,
    Source,
    TextCopies,
    facts_of,
    new_copy,
    text_copies,
)
from quintile.inputs.xlsx_to_parquet import copy_sheet, hidden_sheets, open_workbook

CSV_EXTENSIONS = (".csv", ".txt", ".tsv", ".csv.gz", ".txt.gz", ".tsv.gz")
EXTENSIONS = (*CSV_EXTENSIONS, ".parquet", ".xlsx")

OWN_NAMES = {"file_row_number", "file_index", "quintile_source_file"}
"""DuckDB's names for the position of a line."""

OWN_FACTS = {"source_file", "parquet", "understood"}
"""Attributes of a single file; files that differ only in these are read together."""


class MatchIn(Protocol):
    """From the names in a header to canonical column and position; raises InputError."""

    def __call__(self, names: Sequence[str], *, where: str) -> dict[str, int]:
        """Match the names of the file `where`."""


@dataclass(frozen=True)
class InputFile:
    """One file, or one sheet of a workbook.

    Attributes:
        source_file: The path as the user wrote it; a sheet is 'book.xlsx[Sheet name]'.
        parquet: Argument of read_parquet for the lines, with glob characters escaped: the file
            itself, or its text copy.
        columns: Canonical column to column of that Parquet file; only columns that exist.
        converted: True for a text copy. Cells are text, an empty one is NULL. It also has
            `source_file` VARCHAR, `line_number` BIGINT (from 1, as in an editor or spreadsheet),
            `unreadable_text` and `unreadable_reason` VARCHAR (NULL for a readable record; an
            unreadable one has NULL in all cells).
        types: Type of each of `columns`, as pyarrow or Spark names it.
        source_columns: Canonical column to name in the header of the file.
        partitions: Columns from the path, such as `year=2024/month=1/`, if one of them is among
            `columns`; they are text.
        understood: How the file was read, for the log.
    """

    source_file: str
    parquet: str
    columns: dict[str, str]
    converted: bool
    types: tuple[str, ...]
    source_columns: dict[str, str]
    partitions: tuple[str, ...]
    understood: dict[str, Any]


def like_files(files: Sequence[InputFile]) -> list[dict[str, Any]]:
    """Group files that one statement can read, in the order of their first file.

    Args:
        files: All files.

    Returns:
        For each group, the attributes that its files share (see `InputFile` and its subclasses),
        and `parquet`, a list over all files, and `first_file_number`: the number of a file is that
        plus its position in `parquet`.
    """
    groups: dict[str, dict[str, Any]] = {}
    for file in files:
        common = {name: value for name, value in vars(file).items() if name not in OWN_FACTS}
        group = groups.setdefault(repr(common), {**common, "parquet": []})
        group["parquet"].append(file.parquet)
    number = 1
    for group in groups.values():
        group["first_file_number"] = number
        number += len(group["parquet"])
    return list(groups.values())


class Opener(Protocol):
    """Opens every file that a spec names; raises InputError. `open_files` is one."""

    def __call__(
        self,
        spec: str,
        *,
        setting: str,
        workdir: Path,
        match: MatchIn,
        encoding: str,
        options: object,
    ) -> list[InputFile]:
        """Open the files, sorted by path."""


def split_spec(spec: str, *, setting: str) -> list[str]:
    """Split a text at ';' into paths, folders and globs.

    Args:
        spec: As in `find_files`.
        setting: The setting that `spec` comes from, for messages.

    Raises:
        InputError: There are none.
    """
    patterns = [pattern.strip() for pattern in spec.split(";") if pattern.strip()]
    if not patterns:
        raise InputError(f"{setting} is empty. Set it to a file, a folder or a glob.")
    return patterns


def find_files(spec: str, *, setting: str) -> list[Path]:
    """List the files that `spec` names, each once, sorted by path.

    Args:
        spec: Path, folder or glob, or several separated by ';', of CSV, CSV.gz, Parquet or XLSX.
        setting: The setting that `spec` comes from, for messages.

    Raises:
        InputError: `spec` is empty, a file does not exist, or its kind is not supported.
    """
    found: dict[Path, Path] = {}
    for pattern in split_spec(spec, setting=setting):
        for path in _expand(pattern, setting):
            found.setdefault(path.resolve(), path)
    return sorted(found.values())


def open_files(
    spec: str, *, setting: str, workdir: Path, match: MatchIn, encoding: str, options: object
) -> list[InputFile]:
    """Open every file that `spec` names; see `find_files` and `open_file`.

    Files without lines are skipped, which `understood` of the first file says.
    """
    files: list[InputFile] = []
    problems: list[NoLinesError] = []
    for path in find_files(spec, setting=setting):
        try:
            files += open_file(
                path, workdir=workdir, match=match, encoding=encoding, options=options
            )
        except NoLinesError as problem:
            problems.append(problem)
    note_passed_over(files, problems)
    if any(file.converted for file in files):
        text_copies(workdir).sweep()
    return files


def note_passed_over(files: Sequence[InputFile], problems: Sequence[NoLinesError]) -> None:
    """Record in the first file which ones have no lines.

    Raises:
        NoLinesError: None of the files has any.
    """
    if problems and not files:
        raise problems[0]
    if problems:
        files[0].understood["passed_over"] = [str(problem) for problem in problems]


def open_file(
    path: Path, *, workdir: Path, match: MatchIn, encoding: str, options: object = None
) -> list[InputFile]:
    """Open one file, or the sheets of one workbook in their order.

    Parquet is read in place. CSV and workbooks are copied to Parquet; a copy is used again as long
    as path, size, time of change, encoding and options of the file are the same.

    Args:
        path: The file.
        workdir: The folder for the copies; created if missing.
        match: Finds the canonical columns in a header.
        encoding: Of CSV: 'auto' or one of `text_encoding.ENCODINGS`.
        options: Whatever else the content of a copy depends on, such as the options of `match`.

    Raises:
        InputError: The file cannot be read; the message is for the user.
    """
    try:
        if path.suffix.lower() == ".parquet":
            return [_open_parquet(path, match)]
        if path.suffix.lower() == ".xlsx":
            return _open_workbook(path, text_copies(workdir), match, options)
        return [_open_text(path, text_copies(workdir), match, encoding, options)]
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error}).") from error


def _expand(pattern: str, setting: str) -> list[Path]:
    supported = f"Supported are {', '.join(EXTENSIONS)}."
    path = Path(pattern)
    if path.is_dir():
        paths = [file for file in _files_below(path) if _is_supported(file)]
        if not paths:
            raise InputError(f"{pattern}: no file to read in this folder. {supported}")
        return paths
    paths = [path]
    if not path.is_file():
        found = map(Path, glob.iglob(pattern, recursive=True))
        paths = [file for file in found if _is_data(file) and file.is_file()]
    if not paths:
        raise InputError(
            f"{pattern}: no such file. Set {setting} to a file, a folder or a glob, or several "
            "separated by ';'."
        )
    for file in paths:
        if not _is_supported(file):
            raise InputError(f"{file}: this kind of file cannot be read. {supported}")
    return paths


def _is_supported(path: Path) -> bool:
    return path.name.lower().endswith(EXTENSIONS)


def _files_below(folder: Path) -> Iterator[Path]:
    """List the files in a folder and below it, except those that programs keep there."""
    for parent, folders, files in os.walk(folder):
        folders[:] = [
            name for name in folders if not name.startswith((".", "_")) and name != COPIES_FOLDER
        ]
        yield from (Path(parent, name) for name in files if _is_data(Path(name)))


def _is_data(path: Path) -> bool:
    """Whether a file is neither hidden nor a lock file that Excel makes for an open workbook."""
    return not path.name.startswith((".", "~$"))


def _open_parquet(path: Path, match: MatchIn) -> InputFile:
    try:
        metadata = pq.read_metadata(path)
    except pa.ArrowException as error:
        reason = " ".join(str(error).split())
        raise InputError(f"{path}: a damaged Parquet file ({reason}). Write it again.") from error
    if metadata.num_rows == 0:
        raise NoLinesError(f"{path}: columns, but no lines. Remove the file or fill it.")
    schema = metadata.schema.to_arrow_schema()
    partitions = {key: pa.string() for key in _partitions(path) if key not in schema.names}
    names, types = [*schema.names, *partitions], [*schema.types, *partitions.values()]
    matched = match(names, where=str(path))
    _check_names(names, matched, where=str(path))
    is_partitioned = any(at >= len(schema.names) for at in matched.values())
    return InputFile(
        source_file=str(path),
        parquet=glob.escape(str(path)),
        columns={canonical: names[at] for canonical, at in matched.items()},
        converted=False,
        types=tuple(str(types[at]) for at in matched.values()),
        source_columns={canonical: names[at] for canonical, at in matched.items()},
        partitions=tuple(_partitions(path)) if is_partitioned else (),
        understood={"other_columns": other_names(names, matched)},
    )


def _check_names(names: Sequence[str], matched: Mapping[str, int], *, where: str) -> None:
    """Refuse names that mean another column in SQL than in the file."""
    keys = [name.casefold() for name in names]
    if reserved := [name for name in names if name.casefold() in OWN_NAMES]:
        raise InputError(
            f"{where}: the column name {reserved[0]!r} is reserved by DuckDB. Rename that column."
        )
    for at in matched.values():
        if len(alike := [name for name in names if name.casefold() == keys[at]]) > 1:
            raise InputError(
                f"{where}: the names {' and '.join(map(repr, alike))} differ only in case, which "
                "SQL ignores. Rename one of these columns."
            )


def damage_of(path: Path) -> str:
    """Read a Parquet file completely, and return what is wrong with it; empty if nothing is."""
    with duckdb.connect() as connection:
        try:
            query = "select sum(hash(columns(*))) from read_parquet(?)"
            connection.execute(query, [glob.escape(str(path))]).fetchall()
        except duckdb.Error as error:
            return " ".join(str(error).split())
    return ""


def _partitions(path: Path) -> list[str]:
    """The columns in a path such as year=2024/month=1/lines.parquet."""
    return [folder.partition("=")[0] for folder in path.parts[:-1] if "=" in folder]


def _open_text(
    path: Path, copies: TextCopies, match: MatchIn, encoding: str, options: object
) -> InputFile:
    source = Source.of(path)
    copy, matched = copies.path(source, encoding, options), partial(match, where=str(path))
    make = partial(csv_to_parquet, source, copy, match=matched, encoding=encoding)
    return _open_copy(copy, facts_of(copy, make), str(path))


def _open_workbook(
    path: Path, copies: TextCopies, match: MatchIn, options: object
) -> list[InputFile]:
    source = Source.of(path)
    table_of_contents = copies.path(source, "sheets", options)
    make = partial(_copy_workbook, source, table_of_contents, copies, match, options)
    contents = facts_of(table_of_contents, make).understood
    files = []
    for sheet in contents["sheets"]:
        copy = copies.path(source, "sheet", sheet, options)
        file = _open_copy(copy, facts_of(copy, make), f"{path}[{sheet}]")
        file.understood["is_hidden"] = sheet in contents["hidden_sheets"]
        files.append(file)
    files[0].understood["skipped_sheets"] = contents["skipped_sheets"]
    return files


def _copy_workbook(
    source: Source, target: Path, copies: TextCopies, match: MatchIn, options: object
) -> None:
    """Copy the sheets that have lines, and write last which ones do."""
    workbook = open_workbook(Path(source.name))
    sheets, problems = [], {}
    for sheet in workbook.sheet_names:
        copy, where = copies.path(source, "sheet", sheet, options), f"{source.name}[{sheet}]"
        try:
            matched = partial(match, where=where)
            if copy_sheet(workbook, sheet, copy, source=source, match=matched, where=where):
                sheets.append(sheet)
        except NoHeaderError as problem:
            problems[sheet] = str(problem)
    if not sheets:
        empty = f"{source.name}: every sheet is empty. Remove the file or fill it."
        raise InputError(next(iter(problems.values()), empty))
    understood = {
        "sheets": sheets,
        "hidden_sheets": hidden_sheets(Path(source.name)),
        "skipped_sheets": problems,
    }
    with new_copy(target, [], source=source, source_file=source.name, understood=understood):
        pass


def _open_copy(copy: Path, facts: CopyFacts, source_file: str) -> InputFile:
    return InputFile(
        source_file=source_file,
        parquet=glob.escape(str(copy)),
        columns={name: name for name in facts.columns},
        converted=True,
        types=("string",) * len(facts.columns),
        source_columns=facts.understood["source_columns"],
        partitions=(),
        understood={**facts.understood},
    )
