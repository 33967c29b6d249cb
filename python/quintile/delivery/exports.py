"""Files of customers for mailing tools: CSV that no spreadsheet runs, and Parquet."""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import click
import duckdb
import pyarrow as pa

from quintile.database import opened, plain_words, text_literal
from quintile.delivery.locking import LOCK, PATIENCE_SECONDS, locked
from quintile.delivery.partial_files import partial_folder, put_in_place, sweep
from quintile.delivery.permissions import make_folder, restrict, shares_with_group
from quintile.delivery.pseudonyms import VARIABLE, hashed_ids

COLUMNS = {"tier": "marketing_tier", "label": "cluster_label", "campaign": "campaign"}
NAME = "segments"
FORMATS = ("csv", "parquet")
NEUTRALISED = (
    r"^'|^[\t\r\n]|^[\s\p{Z}\p{C}\p{M}]*"
    r"[=+@\-\x{FF1D}\x{FF0B}\x{FF0D}\x{FF20}\x{FE66}\x{FE62}\x{FE63}\x{FE6B}]"
)
"""How a text begins that gets an apostrophe in a CSV file: as what a spreadsheet may take for a
formula (OWASP, CSV Injection), after white space, a byte order mark or anything else that nobody
sees, the full-width and small forms of = + - @ included; or as what has an apostrophe of its own,
so that taking one away gives back every text."""


class ExportError(click.ClickException):
    """The segments could not be exported; the message says why and what to do."""


@dataclass(frozen=True)
class Export:
    """A file that was written.

    Attributes:
        file: Where it is.
        customers: Its rows, one a customer.
    """

    file: Path
    customers: int


@dataclass(frozen=True)
class CampaignExport:
    """The files of a campaign's treated customers.

    Attributes:
        files: Where they are.
        held_back: How many customers are control, and in none of them.
        ends_on: The last day on which those are to be left alone.
    """

    files: list[Export]
    held_back: int
    ends_on: dt.date


def export_segments(
    database: Path,
    into: Path,
    *,
    by: str = "tier",
    formats: Sequence[str] = FORMATS,
    key: str | None = None,
    unfinished: bool = False,
    schema: str | None = None,
) -> list[Export]:
    """Write the customers of each tier or label to a file of their own.

    A file has all columns of `segments`, ordered by customer_id. In CSV, a text cell that a
    spreadsheet might run gets an apostrophe in front, as does one that has an apostrophe there;
    numbers and dates stay as they are. Parquet holds the values themselves. Each file is replaced
    in one step, and those of tiers or labels that are no more are removed. Only the owner may read
    them, and the group of a folder that shares with it.

    Args:
        database: A built or published database, which is only read.
        into: The folder of the files; it is made where missing.
        by: 'tier' or 'label'.
        formats: Any of 'csv' and 'parquet'.
        key: Where given, customer_id becomes the hexadecimal HMAC-SHA256 of the id by this key.
        unfinished: Whether segments of an unfinished build will do.
        schema: The target schema that is meant, where the database holds several builds.

    Returns:
        The files in the order of their names.

    Raises:
        BusyError: Another export into the folder has been at work for a minute.
        DatabaseError: The database can't be read, or is half built.
        ExportError: The folder or the disk is not as it should be.
    """
    with _export_at_work(
        database, into, unfinished=unfinished, needs="segments", schema=schema
    ) as connection:
        written = _export(connection, into, "from segments", by=by, formats=formats, key=key)
        _remove(exported_files(into, by), but=written)
    return written


def export_campaign(
    database: Path,
    into: Path,
    campaign: str,
    *,
    formats: Sequence[str] = FORMATS,
    key: str | None = None,
    unfinished: bool = False,
    schema: str | None = None,
) -> CampaignExport:
    """Write the treated customers of a campaign to a file, and none of those who are held back.

    Label, tier and rfm_segment are those of before the start; country, action, channel and reason
    are those of `segments` now, empty for who is no customer by now. Otherwise as
    `export_segments`; files of other campaigns stay.

    Args:
        database: A built or published database, which is only read.
        into: The folder of the files; it is made where missing.
        campaign: Its name.
        formats: Any of 'csv' and 'parquet'.
        key: Where given, customer_id becomes the hexadecimal HMAC-SHA256 of the id by this key.
        unfinished: Whether groups of an unfinished build will do.
        schema: The target schema that is meant, where the database holds several builds.

    Raises:
        BusyError: Another export into the folder has been at work for a minute.
        DatabaseError: The database can't be read, or is half built.
        ExportError: The campaign has no groups, or the folder or the disk is not as it should be.
    """
    name = text_literal(campaign)
    with _export_at_work(
        database, into, unfinished=unfinished, needs="campaign_groups", schema=schema
    ) as connection:
        [(customers, held_back, ends_on)] = connection.execute(
            "select count(*), count(*) filter (campaign_group = 'control'), max(ends_on) "
            f"from campaign_groups where campaign = {name}"
        ).fetchall()
        if not customers:
            raise ExportError(_why_no_groups(connection, campaign))
        if customers == held_back:
            raise ExportError(f"All {customers} customers of {campaign} are control: too few.")
        rows = (
            "select members.campaign, members.customer_id, starts_on, ends_on, "
            "members.marketing_tier, members.cluster_label, members.rfm_segment, country, "
            "recommended_action, channel, priority, segment_reason from campaign_groups as members "
            "left join segments on members.customer_id = segments.customer_id "
            f"where campaign = {name} and campaign_group = 'treated'"
        )
        written = _export(connection, into, rows, by="campaign", formats=formats, key=key)
        stems = {export.file.stem for export in written}
        former = [file for file in exported_files(into, "campaign") if file.stem in stems]
        _remove(former, but=written)
    return CampaignExport(written, held_back, ends_on)


@contextmanager
def _export_at_work(
    database: Path, into: Path, *, unfinished: bool, needs: str, schema: str | None
) -> Iterator[duckdb.DuckDBPyConnection]:
    """The database, while nobody else writes into the folder."""
    with _said_plainly(database, into, needs=needs):
        _open_folder(into)
        with (
            locked_folder(into),
            opened(database, unfinished=unfinished, needs=needs, schema=schema) as connection,
        ):
            yield connection


def _export(
    connection: duckdb.DuckDBPyConnection,
    into: Path,
    rows: str,
    *,
    by: str,
    formats: Sequence[str],
    key: str | None,
) -> list[Export]:
    with partial_folder(into, NAME) as folder:
        _prepare(connection, rows, key)
        written = _write(connection, folder, by, formats)
        for export in written:
            put_in_place(export.file, into / export.file.name)
    return [Export(into / export.file.name, export.customers) for export in written]


def _remove(former: Iterable[Path], *, but: Iterable[Export]) -> None:
    written = {export.file for export in but}
    for file in former:
        if file not in written:
            file.unlink()


def _why_no_groups(connection: duckdb.DuckDBPyConnection, campaign: str) -> str:
    listed = connection.execute(
        "select campaign, starts_on, as_of_date from campaign_list, as_of order by campaign"
    ).fetchall()
    starts = {name: (starts_on, as_of) for name, starts_on, as_of in listed}
    if campaign not in starts:
        known = ", ".join(starts) or "none; add it to seeds/campaigns.csv and build"
        return f"There is no campaign {campaign}. Known: {known}."
    starts_on, as_of = starts[campaign]
    if starts_on <= as_of:
        return f"Nobody was in the audience of {campaign} before {starts_on}, so it has no groups."
    return (
        f"Campaign {campaign} starts on {starts_on}, and its groups are drawn from what was known "
        f"the day before. The data were built as of {as_of}. Build when they reach that day; "
        f"where nobody ordered on the last days, with --vars 'as_of_date: {starts_on}'."
    )


def rows_naming(
    into: Path, customer: str, *, key: str | None, known: Sequence[str]
) -> list[Export]:
    """Find a customer in exported files, whether ids in them are plain or hashed.

    Args:
        into: The folder; it may be missing.
        customer: The id.
        key: By which ids were hashed, where they were.
        known: Ids of customers, by which a file tells whether the key is its own.

    Returns:
        Each file with the number of its rows that name the customer, none included.

    Raises:
        ExportError: A file holds hashed ids, and the key is missing or another one.
    """
    hashes = hashed_ids([*known, customer], key) if key else {}
    found = []
    with _said_plainly_in(into), duckdb.connect() as connection:
        for file in exported_files(into):
            ids = _ids_in(connection, file)
            if ids and all(re.fullmatch("[0-9a-f]{64}", each) for each in ids):
                _check_key(file, {*ids}, {*hashes.values()}, key)
            rows = sum(each in {customer, hashes.get(customer)} for each in ids)
            found.append(Export(file, rows))
    return found


@contextmanager
def locked_folder(into: Path) -> Iterator[None]:
    """Keep other exports out of a folder, and remove what a stopped one has left in it.

    One that is at work is waited for. A folder that is missing is made: there is no other way to
    keep a first export out.

    Raises:
        BusyError: Another export into the folder has been at work for a minute.
        ExportError: The folder cannot be written.
    """
    with ExitStack() as held:
        with _said_plainly_in(into):
            make_folder(into)
            at_work = f"Another quintile export or forget is at work in {into}"
            held.enter_context(locked(into / LOCK, at_work=at_work, patience=PATIENCE_SECONDS))
            sweep(into, NAME)
        yield


def remove_rows(export: Export, customer: str, *, key: str | None) -> None:
    """Rewrite a file without the rows that name a customer.

    Raises:
        ExportError: The disk is not as it should be.
    """
    hashes = hashed_ids([customer], key) if key else {}
    into = export.file.parent
    with _said_plainly_in(into), partial_folder(into, NAME) as folder:
        rest = folder / export.file.name
        _REMOVERS[export.file.suffix](export.file, rest, {customer, *hashes.values()})
        put_in_place(rest, export.file)


def exported_files(folder: Path, by: str | None = None) -> list[Path]:
    """The files in a folder that exports have written, of tiers, of labels or of both."""
    pattern = rf"{NAME}_({by or '|'.join(COLUMNS)})_.*[.]({'|'.join(FORMATS)})"
    return sorted(path for path in folder.glob("*") if re.fullmatch(pattern, path.name))


@contextmanager
def _said_plainly_in(into: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, duckdb.Error) as error:
        raise ExportError(
            f"{plain_words(error, database=into)} Files that are there are whole."
        ) from error


def _check_key(file: Path, ids: set[str], hashes: set[str], key: str | None) -> None:
    if ids & hashes:
        return
    trouble = "is not the key by which they were" if key else "is not set"
    raise ExportError(
        f"The ids in {file} are hashed, and {VARIABLE} {trouble}: nobody can be found in it. Set "
        "the variable to that key, or remove the file, and run this again. Nothing was changed."
    )


def _ids_in(connection: duckdb.DuckDBPyConnection, file: Path) -> list[str]:
    query = f"select customer_id from {_READERS[file.suffix]}"
    ids = [each for (each,) in connection.execute(query, [str(file)]).fetchall()]
    return [*map(_plain, ids)] if file.suffix == ".csv" else ids


def _plain(cell: str) -> str:
    """The text that a cell of CSV stands for."""
    return cell.removeprefix("'")


def _rest_of_csv(file: Path, rest: Path, names: set[str]) -> None:
    with (
        file.open(newline="", encoding="utf-8") as lines,
        rest.open("w", newline="", encoding="utf-8") as kept,
    ):
        records = _records(lines)
        header = next(records)
        kept.write(header)
        [columns] = csv.reader([header])
        at = columns.index("customer_id")
        for record in records:
            [cells] = csv.reader([record])
            if _plain(cells[at]) not in names:
                kept.write(record)


def _records(lines: Iterable[str]) -> Iterator[str]:
    """The records of CSV as they stand there; a quoted cell may span lines."""
    record = ""
    for line in lines:
        record += line
        if record.count('"') % 2 == 0:
            yield record
            record = ""


def _rest_of_parquet(file: Path, rest: Path, names: set[str]) -> None:
    with duckdb.connect() as connection:
        connection.execute(
            "copy (from read_parquet($1) where not list_contains($2, customer_id)) to $3 "
            "(format parquet)",
            [str(file), [*names], str(rest)],
        )


_READERS = {
    ".csv": "read_csv(?, header = true, all_varchar = true, delim = ',', quote = '\"')",
    ".parquet": "read_parquet(?)",
}
_REMOVERS = {".csv": _rest_of_csv, ".parquet": _rest_of_parquet}


@contextmanager
def _said_plainly(database: Path, into: Path, *, needs: str) -> Iterator[None]:
    try:
        yield
    except duckdb.CatalogException as error:
        raise ExportError(
            f"{database} has no table {needs}. Build it with dbt build, or name another file."
        ) from error
    except (OSError, duckdb.Error) as error:
        raise ExportError(
            f"Cannot export {database} into {into}: {plain_words(error, database=database)} Files "
            "that are there are whole."
        ) from error


def _open_folder(into: Path) -> None:
    make_folder(into)
    if into.stat().st_mode & (0o007 if shares_with_group(into) else 0o077):
        others = {path.name for path in into.iterdir()} - {LOCK}
        if others - {path.name for path in exported_files(into)}:
            raise ExportError(
                f"{into} is open to others and holds files of other kinds. Name a folder for "
                f"exports alone, or close it: chmod 700 {into}"
            )
        restrict(into, like=into)


def _prepare(connection: duckdb.DuckDBPyConnection, rows: str, key: str | None) -> None:
    """Make the view `exported`: the rows of a query, with ids hashed where there is a key."""
    if key is None:
        connection.execute(f"create temp view exported as {rows}")
        return
    connection.execute(f"create temp view plain as {rows}")
    ids = [row[0] for row in connection.execute("select customer_id from plain").fetchall()]
    hashes = hashed_ids(ids, key)
    connection.register("hashes", pa.table({"plain_id": [*hashes], "hashed": [*hashes.values()]}))
    connection.execute(
        "create temp view exported as select plain.* replace (hashes.hashed as customer_id) "
        "from plain join hashes on plain.customer_id = hashes.plain_id"
    )


def _write(
    connection: duckdb.DuckDBPyConnection, folder: Path, by: str, formats: Sequence[str]
) -> list[Export]:
    column = COLUMNS[by]
    groups = connection.execute(
        f"select {column}, count(*) from exported group by all order by all"
    ).fetchall()
    if not groups:
        raise ExportError("There are no customers in segments, so there is nothing to export.")
    columns = connection.execute("describe exported").fetchall()
    texts = [name for name, kind, *_ in columns if kind == "VARCHAR"]
    safe = ", ".join(f"{_neutralised(text)} as {text}" for text in texts)
    forms = {
        "csv": (f"* replace ({safe})", f"format csv, header, force_quote ({', '.join(texts)})"),
        "parquet": ("*", "format parquet"),
    }
    written = []
    for value, customers in groups:
        for form in formats:
            selected, options = forms[form]
            query = f"select {selected} from exported where {column} = $1 order by customer_id"
            file = _free_name(folder, f"{NAME}_{by}_{_slug(value)}", form)
            connection.execute(f"copy ({query}) to $2 ({options})", [value, str(file)])
            written.append(Export(file, customers))
    return written


def _neutralised(text: str) -> str:
    return f"if(regexp_matches({text}, {text_literal(NEUTRALISED)}), chr(39) || {text}, {text})"


def _slug(value: str) -> str:
    return re.sub(r"\W+", "-", value.lower()).strip("-")


def _free_name(folder: Path, stem: str, form: str) -> Path:
    """The file name of a tier or label; names that differ in punctuation alone get a number."""
    number, file = 1, folder / f"{stem}.{form}"
    while file.exists():
        number += 1
        file = folder / f"{stem}-{number}.{form}"
    return file
