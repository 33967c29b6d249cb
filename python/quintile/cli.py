"""The command line: each command reads its options, calls one function and says what came out.

A command imports what it needs in its body, so that `quintile --help` answers at once.
"""

import errno
import shlex
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from quintile.engines import early_interruption


def place(*names: str, variable: str, default: str, folder: bool = False, holds: str) -> Callable:
    """Make an option that names a file or a folder, as a variable of the environment can too."""
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
    help="Take tables of different builds too, as a build that failed or was killed leaves them.",
)


SCHEMA = click.option(
    "--schema", help="The target schema that is meant, where the database holds several builds."
)


class PlainGroup(click.Group):
    """Commands that say in one line what the operating system refuses, whatever they do."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        if signal.getsignal(signal.SIGINT) is early_interruption.stop:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        try:
            return super().invoke(ctx)
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise  # whoever read the output has closed it: click ends in silence
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
@click.option("--force", is_flag=True, help="Download again, though the workbook is there.")
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=30.0,
    show_default=True,
    help="Seconds to wait for the server before a connection counts as broken.",
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

    A workbook that is there already is checked and not downloaded again. The build command goes to
    standard output, everything else to standard error.
    """
    from quintile.fetch import DATASETS, fetch_workbook

    workbook = fetch_workbook(DATASETS[dataset], into, url=url, force=force, timeout=timeout)
    click.echo(f"{workbook} is complete. Build on it with:", err=True)
    click.echo(f"QUINTILE_INVOICES={shlex.quote(str(workbook))} make build")


@main.command()
@place("--database", **DATABASE, holds="The built database; it is only read.")
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    default="target/report.html",
    show_default=True,
    help="The HTML file to write, its folder made if need be.",
)
@click.option(
    "--for",
    "only",
    metavar="NAME",
    help="Show the customers of one cluster, tier or country alone.",
)
@SCHEMA
@UNFINISHED
def report(
    database: Path, out: Path, only: str | None, schema: str | None, unfinished: bool
) -> None:
    """Write what a built database says as one HTML page, to read, print or send.

    The page opens from disk, needs no network and holds everything in one file: figures against
    those before, the groups and what to do for each, what changed, months, countries, products,
    the forecast, and how good it all is, each with the queries that give its figures, and a form
    that scores any customer. Tables save as CSV, charts as PNG. Money has the sign of the setting
    currency_symbol, numbers and dates follow report_locale. What is not built is left out.
    Customer ids are not shown.

    Each section is named on standard error as it is made, or with the reason why it is left out;
    the path of the page goes to standard output.
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
    holds="The file that analysts open. Its versions are kept in a folder beside it.",
)
@click.option(
    "--keep",
    type=click.IntRange(min=2),
    default=3,
    show_default=True,
    help="How many versions are kept, the new one included.",
)
@click.option(
    "--vars",
    "settings",
    metavar="YAML",
    default="{}",
    show_default=True,
    help="Settings of this build, as for dbt build.",
)
def publish(to: Path, keep: int, settings: str) -> None:
    """Build and test aside, and publish the result if everything passes.

    Runs `dbt build` on QUINTILE_INVOICES in a scratch database, with the clusters of the published
    one, and puts it in place in one step: whoever opens the file finds the version before or the
    new one, whole. Sessions that are open go on reading theirs; QUINTILE_DB is not used.

    Exit code 1: the build failed; the message names the model or test, and the published version
    is as it was. 75: another process is publishing; try again later.
    """
    from functools import partial

    from quintile.delivery.publishing import publish_version
    from quintile.delivery.scratch_build import build_with_dbt

    change = publish_version(to, partial(build_with_dbt, settings=settings), keep=keep)
    before = f"version {change.former}" if change.former else "no version"
    click.echo(
        f"{to} is version {change.version} now, and was {before}. Analysts open it read-only:\n"
        f"  duckdb -readonly {shlex.quote(str(to))} 'from segments'\n"
        f"  attach '{to}' as shop (read_only); from shop.segments;\n"
        "Open sessions go on reading what they opened. quintile rollback returns to the version\n"
        f"before; kept are {', '.join(map(str, change.kept))}. For mailing tools:\n"
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
        f"read it;\nversion {change.former} is there until the next quintile publish."
    )


@main.command()
@place(
    "--database", **DATABASE, holds="What to export from: a built database, or the published one."
)
@place("--into", **EXPORTS, holds="Folder of the files, for its owner alone (mode 700).")
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
    help="Write the treated customers of this campaign instead, and none of those held back.",
)
@click.option(
    "--format",
    "formats",
    type=click.Choice(["csv", "parquet"]),
    multiple=True,
    default=["csv", "parquet"],
    show_default=True,
    help="May be given twice.",
)
@click.option(
    "--hash-ids",
    is_flag=True,
    help="Write HMAC-SHA256 of each customer_id instead, by the key in QUINTILE_ID_KEY.",
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
    formats: tuple[str, ...],
    hash_ids: bool,
    schema: str | None,
    unfinished: bool,
) -> None:
    """Write the segments as files for mailing tools, one for each tier or label.

    In CSV, a text cell that a spreadsheet would run as a formula (the first sign to be seen is one
    of = + - @) or that begins with an apostrophe gets an apostrophe in front: without it, it is the
    text again. Numbers stay numbers. Parquet holds the plain values. Files are replaced whole,
    readable by their owner alone (mode 600); those that an earlier export by the same criterion
    left are removed.

    With --campaign, the file holds the customers of that campaign (see the seed campaigns) who are
    to be treated. The others are its control group: the table campaign_results compares with them.

    The key of --hash-ids comes from the environment variable QUINTILE_ID_KEY alone. The same key
    gives the same hashes; whoever has it can tell which id is whose.
    """
    from quintile.delivery.exports import export_campaign, export_segments
    from quintile.delivery.pseudonyms import key_from_environment

    if campaign is not None and not campaign.strip():
        raise click.UsageError("--campaign names no campaign; without it, everybody is exported.")
    if campaign and context.get_parameter_source("by") is not ParameterSource.DEFAULT:
        raise click.UsageError("--by and --campaign exclude each other.")
    key = key_from_environment() if hash_ids else None
    taken: Options = {"formats": formats, "key": key, "unfinished": unfinished, "schema": schema}
    if campaign:
        treated = export_campaign(database, into, campaign, **taken)
        exported = treated.files
    else:
        exported = export_segments(database, into, by=by, **taken)
    for file in exported:
        click.echo(f"{file.file}: {file.customers:,} customers")
    if campaign:
        click.echo(
            f"{treated.held_back:,} more are held back as control: leave them alone until "
            f"{treated.ends_on}. Only against them does\ncampaign_results tell what the campaign "
            "brought; each of them who is reached all the same hides a part of it."
        )
    click.echo(
        f"Customer ids are {'hashed' if hash_ids else 'plain'}. Hand the files to the mailing tool "
        "and remove copies after use;\nquintile forget finds a customer in this folder, not "
        "elsewhere."
    )


@main.command()
@click.argument("customer_id")
@place("--database", **DATABASE, holds="The built database.")
@place(
    "--published", **PUBLISHED, holds="The file that analysts open; all its versions are searched."
)
@place("--exports", **EXPORTS, holds="Folder of exported files.")
@place("--logs", **LOGS, holds="Folder of dbt's logs.")
@place("--target", **TARGET, holds="dbt's target folder.")
@place(
    "--list",
    "listed",
    **FORGOTTEN,
    holds="File that keeps forgotten customers out of builds; builds look for it in the variable.",
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
    """Remove a customer from all that Quintile keeps, and tell what was searched.

    That is the database, every published version, exports, dbt's logs and its target folder. Later
    builds leave the customer out: they read a list of salted hashes, and count the customer's lines
    among those that name nobody. Databases are rewritten, so that no freed block holds the id.

    Where exported ids are hashed, the environment variable QUINTILE_ID_KEY has to hold their key.
    The invoice files are not changed.

    Exit code 1: there is no such customer, or a file could not be written; the message says which.
    75: something is being published, exported or forgotten; try again later.
    """
    import os

    from quintile.delivery.forgetting import Places, forget_customer
    from quintile.delivery.pseudonyms import VARIABLE
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
    click.echo(
        f"{listed} holds a hash of the id and keeps the customer out of later builds: keep that "
        "file.\nSums over customers count them until you build again: make build, quintile publish."
        "\nNot searched were the invoice files, sessions that are open, and copies made elsewhere, "
        "a warehouse of Spark included."
    )
