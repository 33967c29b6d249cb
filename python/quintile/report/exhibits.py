"""What a report is made of: sections of exhibits, each with its charts and its table."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from quintile.report import formats
from quintile.report.database import ReportDatabase, Row

Format = Callable[[Any], str]
Columns = Mapping[str, tuple[str, Format]]
"""For each heading, in their order, the column of the answer and its format."""
AS_TEXT = {formats.text, formats.day, formats.month}


class Cell(NamedTuple):
    """A figure as it is printed, and as a spreadsheet reads it; None where that is the same."""

    text: str
    value: str | None


@dataclass(frozen=True)
class Table:
    """Figures in rows and columns, already printed.

    Attributes:
        caption: What the table shows.
        columns: The headings.
        numeric: For each column, whether it holds numbers and is set to the right.
        rows: The cells.
    """

    caption: str
    columns: list[str]
    numeric: list[bool]
    rows: list[list[Cell]]


def tabulate(caption: str, rows: Sequence[Row], columns: Columns) -> Table:
    """Print rows as a table.

    Args:
        caption: What the table shows.
        rows: The answer to a query.
        columns: For each heading, in their order, the column of the answer and its format.

    Returns:
        The table.
    """
    return Table(
        caption,
        list(columns),
        [printed not in AS_TEXT for _, printed in columns.values()],
        [[_cell(row[name], printed) for name, printed in columns.values()] for row in rows],
    )


def _cell(value: Any, printed: Format) -> Cell:
    if value is None:
        return Cell(printed(value), "")
    raw = value.isoformat() if isinstance(value, dt.date) else str(value)
    return Cell(printed(value), None if raw == printed(value) else raw)


@dataclass(frozen=True)
class Chart:
    """A Plotly figure.

    Attributes:
        chart_id: Its id in the page.
        title: What it shows, in a few words.
        summary: What can be seen in it, for readers who can't see it.
        figure: Plotly's data and layout.
        key: What its colours stand for: name and colour, where names at the marks don't say it.
        narrow: Changes of the layout for a phone.
        choices: Other contents that a reader can choose: name, trace and cells of the table.
    """

    chart_id: str
    title: str
    summary: str
    figure: dict[str, Any]
    key: dict[str, str] = field(default_factory=dict)
    narrow: dict[str, Any] = field(default_factory=dict)
    choices: list[dict[str, Any]] = field(default_factory=list)

    @property
    def height(self) -> int:
        """Pixels."""
        return self.figure["layout"]["height"]


@dataclass(frozen=True)
class Exhibit:
    """Charts side by side, with one sentence on how to read them and the table behind them."""

    reading: str
    charts: list[Chart]
    table: Table
    choice: str = ""


@dataclass(frozen=True)
class Section:
    """A chapter of the report.

    Attributes:
        section_id: Its anchor.
        title: Its heading.
        finding: What the data say, in one or two sentences.
        exhibits: The charts.
        tables: Further tables, shown on demand.
        part: The template in `page` of what is its own, shown before the charts.
        facts: What that part needs.
        queries: The statements that gave its figures; `written_sections` puts them in.
    """

    section_id: str
    title: str
    finding: str
    exhibits: list[Exhibit] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    part: str = ""
    facts: dict[str, Any] = field(default_factory=dict)
    queries: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Plan:
    """A section, and what it takes to make it.

    Attributes:
        title: Its heading.
        tables: The tables that must have rows for it.
        make: Makes it; None where there is nothing to show.
        kinds: What a narrowed report may be narrowed to and still hold it: its queries read
            customers, or clusters, and not only everybody at once.
    """

    title: str
    tables: tuple[str, ...]
    make: Callable[[ReportDatabase], Section | None]
    kinds: frozenset[str] = frozenset()
