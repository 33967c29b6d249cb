"""Files of customers for mailing tools: Parquet, and CSV that no spreadsheet runs as a formula."""

from __future__ import annotations

import csv
import datetime as dt
import re
import shlex
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

import click
import duckdb
import pyarrow as pa

from quintile.database import has_table, opened, plain_words, text_literal
from quintile.delivery.campaign_draws import drawn_otherwise
from quintile.delivery.locking import LOCK, PATIENCE_SECONDS, locked
from quintile.delivery.partial_files import partial_folder, put_in_place, sweep
from quintile.delivery.permissions import make_folder, restrict, shares_with_group
from quintile.delivery.pseudonyms import VARIABLE, hashed_ids

COLUMNS = {"tier": "marketing_tier", "label": "cluster_label", "campaign": "campaign"}
NAME = "segments"
FORMATS = ("csv", "parquet")
HELD_BACK_NOW = """select groups.* from campaign_groups as groups
inner join as_of on as_of.as_of_date between groups.starts_on and groups.ends_on
where groups.campaign_group = 'control'"""
NEUTRALISED = (
    r"^'|^[\t\r\n]|^[\s\p{Z}\p{C}\p{M}]*"
    r"[=+@\-\x{FF1D}\x{FF0B}\x{FF0D}\x{FF20}\x{FE66}\x{FE62}\x{FE63}\x{FE6B}]"
)
"""Start of a text that gets an apostrophe in CSV: one that a spreadsheet may take for a formula
(OWASP, CSV Injection), that is = + - @ or their full-width and small forms, also after white space,
a byte order mark or other invisible characters; or an apostrophe, so that removing one gives back
every text."""


class ExportError(click.ClickException):
    """The segments could not be exported; the message says why and what to do."""


@dataclass(frozen=True)
class Export:
    """A file that was written.

    Attributes:
        file: Its path.
        customers: Number of rows, one per customer.
    """

    file: Path
    customers: int


@dataclass(frozen=True)
class CampaignExport:
    """The files of a campaign's treated customers.

    Attributes:
        files: The files.
        held_back: Number of control customers, who are in none of the files.
        ends_on: The last day on which control customers must not be contacted.
        is_over: Whether the data reach the end of that day.
    """

    files: list[Export]
    held_back: int
    ends_on: dt.date
    is_over: bool

    @property
    def advice(self) -> str:
        """What to know about the customers who are not in the files."""
        if self.is_over:
            return (
                f"The campaign ended on {self.ends_on}; what it brought is in campaign_results. "
                f"{self.held_back:,} more were held back as control until then."
            )
        if not self.held_back:
            return "Nobody is held back as control, so nobody can tell what the campaign brings."
        return (
            f"{self.held_back:,} more are held back as control. Do not contact them until "
            f"{self.ends_on}:\ncampaign_results compares with them, and every control customer "
            "who is contacted hides\na part of the effect."
        )


def export_segments(
    database: Path,
    into: Path,
    *,
    by: str = "tier",
    formats: Sequence[str] = FORMATS,
    key: str | None = None,
    without_control: bool = False,
    unfinished: bool = False,
    schema: str | None = None,
) -> list[Export]:
    """Write the customers of each tier or label to a separate file.

    A file has all columns of `segments`, ordered by customer_id. In CSV, a text that a spreadsheet
    might run gets an apostrophe in front, as does a text that begins with one; numbers and dates
    are not changed. Parquet has the values themselves. Each file is replaced in one step, and files
    of tiers or labels that no longer exist are removed. Only the owner can read them, and the group
    of the folder if it shares with the group.

    Args:
        database: A built or published database; opened read-only.
        into: The folder of the files; created if missing.
        by: 'tier' or 'label'.
        formats: Any of 'csv' and 'parquet'.
        key: If given, customer_id becomes the hexadecimal HMAC-SHA256 of the id with this key.
        without_control: Whether to leave out customers held back by a campaign that is not over.
        unfinished: Whether segments of an unfinished build are accepted.
        schema: The target schema that is meant, if the database has several builds.

    Returns:
        The files, ordered by name.

    Raises:
        BusyError: Another export into the folder has been running for a minute.
        DatabaseError: The database can't be read, or is half built.
        ExportError: Something is wrong with the folder or the disk.
    """
    with _export_at_work(
        database, into, unfinished=unfinished, needs="segments", schema=schema
    ) as connection:
        rows = "from segments"
        if without_control and has_table(connection, "campaign_groups"):
            rows += f" where customer_id not in (select customer_id from ({HELD_BACK_NOW}))"
        written = _export(connection, into, rows, by=by, formats=formats, key=key)
        _remove(exported_files(into, by), but=written)
    return written


def held_back_now(
    database: Path, *, unfinished: bool, schema: str | None = None
) -> list[tuple[str, int, dt.date]]:
    """Campaigns that are not over: how many customers of segments each holds back, until when."""
    with opened(database, unfinished=unfinished, needs="segments", schema=schema) as connection:
        if not has_table(connection, "campaign_groups"):
            return []
        return connection.execute(
            f"select campaign, count(*), max(ends_on) from ({HELD_BACK_NOW}) "
            "where customer_id in (select customer_id from segments) "
            "group by campaign order by campaign"
        ).fetchall()


def export_campaign(
    database: Path,
    into: Path,
    campaign: str,
    *,
    published: Path | None = None,
    formats: Sequence[str] = FORMATS,
    key: str | None = None,
    unfinished: bool = False,
    schema: str | None = None,
) -> CampaignExport:
    """Write the treated customers of a campaign to a file, without those who are held back.

    All columns are as known before the start, and action and channel follow from that label;
    `label_basis` says of which day label and tier are. Only the country is current, and empty for
    former customers. For the rest see `export_segments`; files of other campaigns are kept.

    Args:
        database: A built or published database; opened read-only.
        into: The folder of the files; created if missing.
        campaign: Its name.
        published: The file that analysts open; where it holds other groups of the campaign than
            `database`, nothing is exported.
        formats: Any of 'csv' and 'parquet'.
        key: If given, customer_id becomes the hexadecimal HMAC-SHA256 of the id with this key.
        unfinished: Whether groups of an unfinished build are accepted.
        schema: The target schema that is meant, if the database has several builds.

    Raises:
        BusyError: Another export into the folder has been running for a minute.
        DatabaseError: The database can't be read, or is half built.
        ExportError: The campaign has no groups, or other ones are published, or something is wrong
            with the folder or the disk.
    """
    name = text_literal(campaign)
    with _said_plainly(database, into, needs="campaign_groups"):
        _check_published(published, database, campaign)
    with _export_at_work(
        database, into, unfinished=unfinished, needs="campaign_groups", schema=schema
    ) as connection:
        [(customers, held_back, ends_on, is_over)] = connection.execute(
            "select count(*), count(*) filter (campaign_group = 'control'), max(ends_on), "
            "max(ends_on) < (select as_of_date from as_of) "
            f"from campaign_groups where campaign = {name}"
        ).fetchall()
        if not customers:
            raise ExportError(_why_no_groups(connection, campaign))
        if customers == held_back:
            raise ExportError(f"All {customers} customers of {campaign} are control: too few.")
        rows = (
            "select campaign, members.customer_id, starts_on, ends_on, members.marketing_tier, "
            "members.cluster_label, members.rfm_segment, label_basis, members.recency_days, "
            "members.frequency, members.monetary, playbook.recommended_action, playbook.channel, "
            "playbook.priority, segments.country from campaign_groups as members "
            "left join segments on members.customer_id = segments.customer_id "
            "left join playbook "
            "on split_part(members.cluster_label, ',', 1) = playbook.cluster_label "
            f"where campaign = {name} and campaign_group = 'treated'"
        )
        written = _export(connection, into, rows, by="campaign", formats=formats, key=key)
        stems = {export.file.stem for export in written}
        former = [file for file in exported_files(into, "campaign") if file.stem in stems]
        _remove(former, but=written)
    return CampaignExport(written, held_back, ends_on, is_over)


def _check_published(published: Path | None, database: Path, campaign: str) -> None:
    if not (published and published.exists() and database.exists()):
        return
    if published.resolve() == database.resolve():
        return
    if campaign in drawn_otherwise(published, database):
        raise ExportError(
            f"{published} holds other groups of {campaign} than {database}: who is treated by one "
            f"is held back by the other. Name the one to go by, which judges it afterwards too: "
            f"--database {shlex.quote(str(published))}"
        )


@contextmanager
def _export_at_work(
    database: Path, into: Path, *, unfinished: bool, needs: str, schema: str | None
) -> Iterator[duckdb.DuckDBPyConnection]:
    """The database, opened while no other process can write into the folder."""
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
        "select distinct campaign, starts_on, as_of_date from ("
        "select campaign, starts_on from campaign_list union all "
        "select campaign, starts_on from campaign_groups), as_of order by campaign"
    ).fetchall()
    starts = {name: (starts_on, as_of) for name, starts_on, as_of in listed}
    if campaign not in starts:
        by_letters = {name.casefold(): name for name in starts}
        if close := get_close_matches(campaign.casefold(), by_letters, n=1):
            return f"There is no campaign {campaign}. Did you mean {by_letters[close[0]]}?"
        known = ", ".join(starts) or "none; add it to seeds/campaigns.csv and build"
        return f"There is no campaign {campaign}. Known: {known}."
    starts_on, as_of = starts[campaign]
    if starts_on <= as_of:
        return f"Nobody was in the audience of {campaign} before {starts_on}, so it has no groups."
    return (
        f"Campaign {campaign} starts on {starts_on}, and its groups are drawn from what was known "
        f"the day before. The data were built as of {as_of}. Build again when they reach that day. "
        f"If nobody ordered on the last days, use --vars 'as_of_date: {starts_on}'."
    )


def rows_naming(
    into: Path, customer: str, *, key: str | None, known: Sequence[str]
) -> list[Export]:
    """Find a customer in exported files, with plain or hashed ids.

    Args:
        into: The folder; it may be missing.
        customer: The id.
        key: The key with which ids were hashed, if they were.
        known: Ids of customers, to check that the key is that of a file.

    Returns:
        Each file with its number of rows for the customer, 0 included.

    Raises:
        ExportError: A file has hashed ids, and the key is missing or wrong.
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

    Waits for a running one. Creates the folder if it is missing, since it needs a place for the
    lock.

    Raises:
        BusyError: Another export into the folder has been running for a minute.
        ExportError: The folder cannot be written.
    """
    with ExitStack() as held:
        with _said_plainly_in(into):
            make_folder(into)
            at_work = f"Another quintile export or forget is running in {into}"
            held.enter_context(locked(into / LOCK, at_work=at_work, patience=PATIENCE_SECONDS))
            sweep(into, NAME)
        yield


def remove_rows(export: Export, customer: str, *, key: str | None) -> None:
    """Rewrite a file without the rows of a customer.

    Raises:
        ExportError: Something is wrong with the disk.
    """
    hashes = hashed_ids([customer], key) if key else {}
    into = export.file.parent
    with _said_plainly_in(into), partial_folder(into, NAME) as folder:
        rest = folder / export.file.name
        _REMOVERS[export.file.suffix](export.file, rest, {customer, *hashes.values()})
        put_in_place(rest, export.file)


def exported_files(folder: Path, by: str | None = None) -> list[Path]:
    """The files that exports have written to a folder, by one criterion or by any."""
    pattern = rf"{NAME}_({by or '|'.join(COLUMNS)})_.*[.]({'|'.join(FORMATS)})"
    return sorted(path for path in folder.glob("*") if re.fullmatch(pattern, path.name))


@contextmanager
def _said_plainly_in(into: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, duckdb.Error) as error:
        raise ExportError(
            f"{plain_words(error, database=into)} Existing files are complete."
        ) from error


def _check_key(file: Path, ids: set[str], hashes: set[str], key: str | None) -> None:
    if ids & hashes:
        return
    trouble = "is not the key that was used" if key else "is not set"
    raise ExportError(
        f"The ids in {file} are hashed, and {VARIABLE} {trouble}, so nobody can be found. Set "
        "the variable to that key, or remove the file, and run this again. Nothing was changed."
    )


def _ids_in(connection: duckdb.DuckDBPyConnection, file: Path) -> list[str]:
    query = f"select customer_id from {_READERS[file.suffix]}"
    ids = [each for (each,) in connection.execute(query, [str(file)]).fetchall()]
    return [*map(_plain, ids)] if file.suffix == ".csv" else ids


def _plain(cell: str) -> str:
    """The text that a CSV cell represents."""
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
    """The raw records of CSV; a quoted cell may span lines."""
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
            f"Cannot export {database} into {into}: {plain_words(error, database=database)} "
            "Existing files are complete."
        ) from error


def _open_folder(into: Path) -> None:
    make_folder(into)
    if into.stat().st_mode & (0o007 if shares_with_group(into) else 0o077):
        others = {path.name for path in into.iterdir()} - {LOCK}
        if others - {path.name for path in exported_files(into)}:
            raise ExportError(
                f"{into} is open to other users and has files of other kinds. Name a folder for "
                f"exports only, or close it: chmod 700 {into}"
            )
        restrict(into, like=into)


def _prepare(connection: duckdb.DuckDBPyConnection, rows: str, key: str | None) -> None:
    """Make the view `exported`: the rows of a query, with hashed ids if there is a key."""
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
    """The file name of a tier or label; names that differ only in punctuation get a number."""
    number, file = 1, folder / f"{stem}.{form}"
    while file.exists():
        number += 1
        file = folder / f"{stem}-{number}.{form}"
    return file
