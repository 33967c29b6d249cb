"""`python -m quintile.sample`: write the invoices of the made-up gift shop."""

from __future__ import annotations

from pathlib import Path

import click

from quintile.sample.write import write_invoices

LINES_PER_CUSTOMER = 10


@click.command()
@click.argument("out", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--lines",
    type=click.IntRange(min=1),
    help=f"About how many lines to write.  [default: {LINES_PER_CUSTOMER} per customer]",
)
@click.option(
    "--customers",
    type=click.IntRange(1, 500_000_000),
    help=f"How many customers to name.  [default: one per {LINES_PER_CUSTOMER} lines, or 2000]",
)
@click.option(
    "--seed",
    type=click.IntRange(0, 2**32 - 1),
    default=1,
    show_default=True,
    help="Another seed gives another shop.",
)
def main(out: Path, customers: int | None, lines: int | None, seed: int) -> None:
    """Write two years of a made-up gift shop's invoice lines, in time order, to OUT.

    OUT ends in .csv or .parquet, which sets the format. The same options write the same lines on
    every machine.
    """
    lines = lines or LINES_PER_CUSTOMER * (customers or 2000)
    customers = customers or max(1, lines // LINES_PER_CUSTOMER)
    try:
        written = write_invoices(out, customers=customers, lines=lines, seed=seed)
    except (OSError, ValueError) as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"Wrote {written:,} lines of {customers:,} customers to {out}")


if __name__ == "__main__":
    main()
