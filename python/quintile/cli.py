"""The command line: each command reads its options, calls one function and prints the result.

Commands import what they need in their body, so that `quintile --help` answers quickly.
"""

import errno
import shlex
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from quintile import early_interruption


def place(*names: str, variable: str, default: str, folder: bool = False, holds: str) -> Callable:
    """Make an option for a file or folder that can also be set by an environment variable."""
    return click.option(
        *names,
        type=click.Path(file_okay=not folder, dir_okay=folder, path_type=Path),
        envvar=variable,
        show_envvar=True,
        default=default,
        show_default=True,
        help=holds,
    )


Options = dict[str, Any]
DATABASE: Options = {"variable": "QUINTILE_DB", "default": "quintile.duckdb"}
PUBLISHED: Options = {"variable": "QUINTILE_PUBLISHED", "default": "published/quintile.duckdb"}
EXPORTS: Options = {"variable": "QUINTILE_EXPORTS", "default": "exports", "folder": True}
LOGS: Options = {"variable": "DBT_LOG_PATH", "default": "logs", "folder": True}
TARGET: Options = {"variable": "DBT_TARGET_PATH", "default": "target", "folder": True}
FORGOTTEN: Options = {"variable": "QUINTILE_FORGOTTEN", "default": "forgotten_customers.json"}


UNFINISHED = click.option(
    "--unfinished",
    is_flag=True,
    help="Also accept tables of different builds, as a failed or killed build leaves them.",
)


SCHEMA = click.option(
    "--schema", help="The target schema that is meant, where the database holds several builds."
)


class PlainGroup(click.Group):
    """Commands that report in one line what the operating system refuses."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        if signal.getsignal(signal.SIGINT) is early_interruption.stop:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        try:
            return super().invoke(ctx)
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise  # the reader of the output has closed it: click ends silently
            raise click.ClickException(f"{error.filename}: {error.strerror}.") from error


@click.group(cls=PlainGroup)
def main() -> None:
    """The steps around `dbt build`, which turns retail invoices into customer segments."""


@main.command()
@click.argument("dataset", type=click.Choice(["online-retail", "online-retail-ii"]))
@click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    default="data/raw",
    show_default=True,
    help="Folder that receives the workbook.",
)
@click.option("--force", is_flag=True, help="Download again, even if the workbook exists.")
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=30.0,
    show_default=True,
    help="Seconds without an answer after which a connection counts as broken.",
)
@click.option(
    "--url",
    envvar="QUINTILE_FETCH_URL",
    show_envvar=True,
    default="https://archive.ics.uci.edu/static/public",
    show_default=True,
    help="The archive, or a mirror of it with the same paths.",
)
def fetch(dataset: str, into: Path, force: bool, timeout: float, url: str) -> None:
    """Download a public data set and print the command that builds on it.

    online-retail is UCI Online Retail: 541,909 lines, December 2010 to December 2011.

    online-retail-ii is UCI Online Retail II: 1,067,371 lines, December 2009 to December 2011.

    A workbook that exists is checked, and not downloaded again. The build command goes to standard
    output, everything else to standard error.
    """
    from quintile.fetch import DATASETS, fetch_workbook

    workbook = fetch_workbook(DATASETS[dataset], into, url=url, force=force, timeout=timeout)
    click.echo(f"{workbook} is complete. Build on it with:", err=True)
    click.echo(f"QUINTILE_INVOICES={shlex.quote(str(workbook))} make build")


@main.command()
@place("--database", **DATABASE, holds="The built database; opened read-only.")
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    default="target/report.html",
    show_default=True,
    help="The HTML file to write. Its folder is created if missing.",
)
@click.option(
    "--for",
    "only",
    metavar="NAME",
    help="Show only the customers of one cluster, tier or country, such as High or tier:High.",
)
@SCHEMA
@UNFINISHED
def report(
    database: Path, out: Path, only: str | None, schema: str | None, unfinished: bool
) -> None:
    """Write the results of a built database as one HTML page, to read, print or send.

    The page is one file and needs no network. It has key figures and their changes, the groups and
    what to do for each, months, countries, products, the forecast, and checks of data and models,
    each with its queries, and a form that scores any customer. Tables save as CSV, charts as PNG.
    Money has the sign of the setting currency_symbol; numbers and dates follow report_locale.
    Sections whose tables are not built are left out. Customer ids are not shown.

    Standard error names each section as it is made, or why it is left out. Standard output has the
    path of the page.
    """
    from quintile.report import write_report

    write_report(
        database,
        out,
        say=lambda line: click.echo(line, err=True),
        only=only,
        unfinished=unfinished,
        schema=schema,
    )
    click.echo("The report is complete; open it in a browser:", err=True)
    click.echo(str(out))


@main.command()
@place(
    "--to",
    **PUBLISHED,
    holds="The file that analysts open. Its versions are kept in a folder next to it.",
)
@place(
    "--database",
    **DATABASE,
    holds="The working database, which is only read; it may be missing.",
)
@click.option(
    "--keep",
    type=click.IntRange(min=2),
    default=3,
    show_default=True,
    help="How many versions to keep, including the new one.",
)
@click.option(
    "--vars",
    "settings",
    metavar="YAML",
    default="{}",
    show_default=True,
    help="Settings of this build, as for dbt build.",
)
def publish(to: Path, database: Path, keep: int, settings: str) -> None:
    """Build and test a new version, and publish it if everything passes.

    Runs `dbt build` on QUINTILE_INVOICES in a scratch database, with the clusters of the published
    version, and puts the result in place in one step. Whoever opens the file gets either the
    previous or the new version, complete. Open sessions keep reading theirs.

    The first publication continues from the working database: its clusters, and the groups of its
    campaigns. Later ones take over groups of campaigns that only the working database has drawn.

    Exit code 1: the build failed; the message names the model or test, and the published version
    is unchanged. 75: another process is publishing; try again later.
    """
    from functools import partial

    from quintile.delivery.publishing import publish_version
    from quintile.delivery.scratch_build import build_with_dbt

    change = publish_version(
        to, partial(build_with_dbt, working=database, settings=settings), keep=keep
    )
    before = f"version {change.former}" if change.former else "no version"
    click.echo(
        f"{to} is version {change.version} now, and was {before}. Analysts open it read-only:\n"
        f"  duckdb -readonly {shlex.quote(str(to))} 'from segments'\n"
        f"  attach '{to}' as shop (read_only); from shop.segments;\n"
        "Open sessions keep reading their version. quintile rollback returns to the previous one.\n"
        f"Kept versions: {', '.join(map(str, change.kept))}. For mailing tools:\n"
        f"  quintile export --database {shlex.quote(str(to))}"
    )


@main.command()
@place("--published", **PUBLISHED, holds="The file that analysts open.")
def rollback(published: Path) -> None:
    """Return to the version before the published one."""
    from quintile.delivery.publishing import roll_back

    change = roll_back(published)
    click.echo(
        f"{published} is version {change.version} again, instead of {change.former}. New sessions "
        f"read it.\nVersion {change.former} is kept until the next quintile publish."
    )


@main.command()
@place("--database", **DATABASE, holds="The database to export from, built or published.")
@place("--into", **EXPORTS, holds="Folder of the files, only for its owner (mode 700).")
@click.option(
    "--by",
    type=click.Choice(["tier", "label"]),
    default="tier",
    show_default=True,
    help="One file for each marketing_tier, or for each cluster_label.",
)
@click.option(
    "--campaign",
    metavar="NAME",
    help="Write the treated customers of this campaign instead; control customers are left out.",
)
@click.option(
    "--without-control",
    is_flag=True,
    help="Leave out customers whom a campaign that is not over holds back.",
)
@click.option(
    "--format",
    "formats",
    type=click.Choice(["csv", "parquet"]),
    multiple=True,
    default=["csv", "parquet"],
    show_default=True,
    help="Can be given twice.",
)
@click.option(
    "--hash-ids",
    is_flag=True,
    help="Replace each customer_id by its HMAC-SHA256 with the key in QUINTILE_ID_KEY.",
)
@place(
    "--published",
    **PUBLISHED,
    holds="The file that analysts open: a campaign whose groups it holds is exported from there.",
)
@SCHEMA
@UNFINISHED
@click.pass_context
def export(
    context: click.Context,
    database: Path,
    into: Path,
    by: str,
    campaign: str | None,
    without_control: bool,
    formats: tuple[str, ...],
    hash_ids: bool,
    published: Path,
    schema: str | None,
    unfinished: bool,
) -> None:
    """Write the segments as files for mailing tools, one for each tier or label.

    In CSV, a text that a spreadsheet would run as a formula (its first visible sign is one of
    = + - @), or that begins with an apostrophe, gets an apostrophe in front. Remove it to get the
    text again. Numbers stay numbers. Parquet has the plain values. Files are replaced completely
    and are readable only by their owner (mode 600). Files of an earlier export by the same
    criterion are removed.

    With --campaign, the file has the customers to treat in that campaign (see the seed campaigns),
    as they were known before its start; only their country is current. The others are its control
    group, which campaign_results compares them with.

    The key of --hash-ids comes only from the environment variable QUINTILE_ID_KEY. The same key
    gives the same hashes. Anybody who has the key can tell which id is whose.
    """
    from quintile.delivery.exports import export_campaign, export_segments, held_back_now
    from quintile.delivery.pseudonyms import key_from_environment

    if campaign is not None and not campaign.strip():
        raise click.UsageError("--campaign names no campaign. Leave it out to export everybody.")
    if campaign and context.get_parameter_source("by") is not ParameterSource.DEFAULT:
        raise click.UsageError("--by and --campaign exclude each other.")
    if campaign and without_control:
        raise click.UsageError("--campaign leaves out its control group by itself.")
    key = key_from_environment() if hash_ids else None
    taken: Options = {"formats": formats, "key": key, "unfinished": unfinished, "schema": schema}
    if campaign:
        is_default = context.get_parameter_source("database") is not ParameterSource.COMMANDLINE
        treated = export_campaign(
            database, into, campaign, published=published if is_default else None, **taken
        )
        exported, held_back = treated.files, []
    else:
        exported = export_segments(database, into, by=by, without_control=without_control, **taken)
        held_back = (
            [] if without_control else held_back_now(database, unfinished=unfinished, schema=schema)
        )
    for file in exported:
        click.echo(f"{file.file}: {file.customers:,} customers")
    if campaign:
        click.echo(treated.advice)
    for name, customers, ends_on in held_back:
        click.echo(
            f"Campaign {name} holds back {customers:,} of these customers until {ends_on}: to "
            "write to them hides what it brings. --without-control leaves them out.",
            err=True,
        )
    click.echo(
        f"Customer ids are {'hashed' if hash_ids else 'plain'}. Import the files into the mailing "
        "tool, then remove all copies.\nquintile forget finds customers in this folder only."
    )


@main.command()
@click.argument("customer_id")
@place("--database", **DATABASE, holds="The built database.")
@place("--published", **PUBLISHED, holds="The file that analysts open; all versions are searched.")
@place("--exports", **EXPORTS, holds="Folder of exported files.")
@place("--logs", **LOGS, holds="Folder of dbt's logs.")
@place("--target", **TARGET, holds="dbt's target folder.")
@place(
    "--list",
    "listed",
    **FORGOTTEN,
    holds="File that keeps forgotten customers out of builds, which read the same variable.",
)
def forget(
    customer_id: str,
    database: Path,
    published: Path,
    exports: Path,
    logs: Path,
    target: Path,
    listed: Path,
) -> None:
    """Remove a customer from everything that Quintile keeps, and report what was searched.

    That is the database, every published version, exports, dbt's logs and its target folder. Later
    builds leave the customer out: they read a list of salted hashes, and treat the customer's lines
    as lines without a customer. Databases are rewritten, so that no free block contains the id.

    If exported ids are hashed, the environment variable QUINTILE_ID_KEY must have their key. The
    invoice files are not changed.

    Exit code 1: there is no such customer, or a file could not be written; the message says which.
    75: a publish, export or forget is running; try again later.
    """
    import os

    from quintile.delivery.forgetting import Places, forget_customer
    from quintile.delivery.pseudonyms import VARIABLE
    from quintile.delivery.traces import lines_naming, spellings_of, text_files
    from quintile.project import require_project

    require_project()
    places = Places(database, published, exports, logs, target)
    searches = forget_customer(
        customer_id, places, listed=listed, key=os.environ.get(VARIABLE) or None
    )
    click.echo(f"Customer {customer_id} is forgotten. Searched:")
    for search in searches:
        found = f"{search.found:,} {search.unit}{'' if search.found == 1 else 's'}"
        files = f"{search.files:,} file{'' if search.files == 1 else 's'}"
        click.echo(f"  {search.place} ({files}): {found} removed")
        for file in search.changed:
            click.echo(f"    {file}")
    for seed in text_files(Path("seeds")):
        if lines := lines_naming(seed, spellings_of(customer_id)):
            click.echo(f"  {seed}: {lines:,} line{'' if lines == 1 else 's'} for you to edit")
    click.echo(
        f"{listed} holds a hash of the id and keeps the customer out of later builds. Keep that "
        "file.\nSums over customers include them until the next make build or quintile publish."
        "\nNot searched: the invoice files, open sessions, and copies made elsewhere, including "
        "a Spark warehouse."
    )
