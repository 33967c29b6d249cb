"""The command line: each command reads its options, calls one function and says what came out.

A command imports what it needs in its body, so that `quintile --help` answers at once.
"""

import shlex
from pathlib import Path

import click


@click.group()
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
@click.option("--force", is_flag=True, help="Download again, even if the workbook is there.")
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

    A broken download goes on where it stopped when the command is run again. A workbook that is
    there already is checked and not downloaded again. The build command goes to standard output,
    everything else to standard error.
    """
    from quintile.fetch import DATASETS, fetch_workbook

    workbook = fetch_workbook(DATASETS[dataset], into, url=url, force=force, timeout=timeout)
    click.echo(f"{workbook} is complete. Build on it with:", err=True)
    click.echo(f"QUINTILE_INVOICES={shlex.quote(str(workbook))} make build")


@main.command()
@click.option(
    "--database",
    envvar="QUINTILE_DB",
    show_envvar=True,
    type=click.Path(path_type=Path),
    default="quintile.duckdb",
    show_default=True,
    help="The built database; it is only read.",
)
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    default="target/report.html",
    show_default=True,
    help="The HTML file to write, its folder made if need be.",
)
def report(database: Path, out: Path) -> None:
    """Write what a built database says as one HTML page, to read, print or send.

    The page opens from disk, needs no network and holds everything in one file: headline figures,
    what cleaning removed, segments, clusters, movements, back-test and forecast, each with the
    statement that gives its figures, and a form that scores any customer. What is not built is
    left out. Customer ids are not shown.

    Each section is named on standard error as it is made, or with the reason why it is left out;
    the path of the page goes to standard output.
    """
    from quintile.report import write_report

    write_report(database, out, say=lambda line: click.echo(line, err=True))
    click.echo("The report is complete; open it in a browser:", err=True)
    click.echo(str(out))
