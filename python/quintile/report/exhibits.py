"""What a report is made of: sections of exhibits, each with its charts and its table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from quintile.report import formats
from quintile.report.database import ReportDatabase, Row

Format = Callable[[Any], str]
Columns = Mapping[str, tuple[str, Format]]
"""For each heading, in their order, the column of the answer and its format."""
AS_TEXT = {formats.text, formats.date}


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
    rows: list[list[str]]


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
        [[printed(row[name]) for name, printed in columns.values()] for row in rows],
    )


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
        queries: The statements that give its figures.
        exhibits: The charts.
        tables: Further tables, shown on demand.
        facts: What a part of its own in the page needs.
    """

    section_id: str
    title: str
    finding: str
    queries: list[str]
    exhibits: list[Exhibit] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Plan:
    """A section, and the tables that must have rows for it."""

    title: str
    tables: tuple[str, ...]
    make: Callable[[ReportDatabase], Section]
