"""How the dates in a text column are written: their layouts, and day or month first."""

from typing import NamedTuple

import duckdb

from quintile.inputs.column_matching import InputError

DATE_ORDERS = {"mdy": ("%m", "%d"), "dmy": ("%d", "%m")}

_LAYOUTS = r"""
with texts as (
    select distinct trim(cast({column} as varchar)) as text
    from read_parquet(?)
    where trim(cast({column} as varchar)) <> ''
),

texts_split as (
    select
        text,
        regexp_extract(
            text,
            '^(\d{{1,4}})([-/.])(\d{{1,2}})([-/.])(\d{{1,4}})'
            || '((T| +)\d{{1,2}}:\d{{2}}(:\d{{2}})?(\.\d+)?( *)([AaPp][Mm])?)?$',
            [
                'a', 'separator', 'b', 'separator2', 'c',
                'time', 'gap', 'seconds', 'fraction', 'half_gap', 'half'
            ]
        ) as part
    from texts
),

layouts_named as (
    select
        text,
        case
            when
                part.half = '' and text ~ '\d{{4}}[-/].*'
                and try_cast(text as timestamp) is not null then 'iso'
            when try_strptime(text, '%Y%m%d') is not null and text ~ '\d{{8}}' then 'compact'
            when part.separator <> part.separator2 then 'none'
            when length(part.a) = 4 and length(part.c) <= 2 then 'year first'
            when length(part.a) <= 2 and length(part.c) = 4 then '%Y'
            when length(part.a) <= 2 and length(part.c) = 2 then '%y'
            else 'none'
        end as kind,
        part.separator as separator,
        case
            when part.time = '' then ''
            else if(part.gap = 'T', 'T', ' ') || if(part.half = '', '%H', '%I') || ':%M'
                || if(part.seconds = '', '', ':%S') || if(part.fraction = '', '', '.%f')
                || if(part.half = '', '', if(part.half_gap = '', '%p', ' %p'))
        end as time,
        try_cast(part.a as integer) as a,
        try_cast(part.b as integer) as b
    from texts_split
)

select
    kind,
    separator,
    time,
    min(text) as example,
    min(text) filter (where a between 13 and 31 and b between 1 and 12) as day_first,
    min(text) filter (where b between 13 and 31 and a between 1 and 12) as month_first
from layouts_named
group by all
order by count(*) desc, example
"""


class _Layout(NamedTuple):
    kind: str
    separator: str
    time: str
    example: str
    day_first: str | None
    month_first: str | None

    def format(self, order: tuple[str, str]) -> str:
        if self.kind == "compact":
            return "%Y%m%d"
        year_first = self.kind == "year first"
        return (
            self.separator.join(("%Y", "%m", "%d") if year_first else (*order, self.kind))
            + self.time
        )


def timestamp_formats(
    connection: duckdb.DuckDBPyConnection,
    parquet: str,
    column: str,
    *,
    date_order: str,
    where: str,
) -> tuple[str, ...]:
    """List the DuckDB strptime formats of the points in time in a column.

    Whether 1/2/2010 is in January or February is told by the file itself, where a number above 12
    proves it, or by `date_order`, which overrules.

    Args:
        connection: Any connection to DuckDB.
        parquet: The Parquet file, as DuckDB's read_parquet takes it.
        column: The column; it is read as text.
        date_order: 'auto', 'mdy' (month first) or 'dmy' (day first).
        where: The file, for error messages.

    Returns:
        The formats to try in this order: a year of two digits goes before one of four, because %Y
        reads 10 as the year 10. Empty where a cast to timestamp reads all there is.

    Raises:
        InputError: Nothing in the column is a date, or `date_order` is 'auto' and the file proves
            neither order or both.
    """
    name = '"' + column.replace('"', '""') + '"'
    rows = connection.execute(_LAYOUTS.format(column=name), [parquet]).fetchall()
    layouts = [_Layout(*row) for row in rows]
    dated = [layout for layout in layouts if layout.kind != "none"]
    if layouts and not dated:
        raise InputError(
            f"{where}: no date in column {column!r}, e.g. {layouts[0].example[:80]!r}. Name "
            "the column with the dates in the var invoice_columns, as invoiced_at."
        )
    order = _find_order(
        [layout for layout in dated if layout.kind in ("%Y", "%y")],
        column=column,
        date_order=date_order,
        where=where,
    )
    formats = [layout.format(order) for layout in dated if layout.kind != "iso"]
    return tuple(sorted(dict.fromkeys(formats), key=lambda text: "%y" not in text))


def _find_order(
    layouts: list[_Layout], *, column: str, date_order: str, where: str
) -> tuple[str, str]:
    if date_order != "auto":
        return DATE_ORDERS[date_order]
    day_first = next((layout.day_first for layout in layouts if layout.day_first), None)
    month_first = next((layout.month_first for layout in layouts if layout.month_first), None)
    advice = "Set the var date_order to mdy (month first) or dmy (day first)"
    if day_first and month_first:
        raise InputError(
            f"{where}: column {column!r} has dates with the day first ({day_first!r}) and with the "
            f"month first ({month_first!r}). {advice}; lines that don't fit will be rejected."
        )
    if layouts and not day_first and not month_first:
        raise InputError(
            f"{where}: does {layouts[0].example!r} in column {column!r} have the month or the day "
            f"first? No date in this file tells. {advice}."
        )
    return DATE_ORDERS["dmy" if day_first else "mdy"]
