"""Find the layout of a CSV file: its delimiter, its header, and the columns below it."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from quintile.inputs.column_matching import (
    NUMBER_COLUMNS,
    InputError,
    Match,
    NoLinesError,
    find_header,
    other_names,
    source_names,
)

DELIMITERS = ",;\t|"
NEEDED = (*NUMBER_COLUMNS, "customer_id", "invoiced_at", "invoice_id")
HEAD_LINES = 100
"""The header is searched in this many lines; as many below it show the number of fields."""

_DATE = re.compile(
    r"\s*(\d+[-/.]\d+[-/.]\d+|(19|20)\d\d[01]\d[0-3]\d\b"
    r"|\d{1,2}\W?[^\W\d]{3,9}\W*\d|[^\W\d]{3,9}\W+\d{1,2}\W+\d{4})"
)
_DECIMAL_COMMA = re.compile(r"[^\d,]{0,5}(\d+|\d{1,3}([.' ]\d{3})+),\d\d[^\d,]{0,5}")


class Layout(NamedTuple):
    """The layout of a file.

    Attributes:
        delimiter: What separates cells.
        columns: Canonical column to position in a record.
        source_columns: Canonical column to name in the header.
        other_columns: The names in the header that were not matched.
        header_line: The line number of the header.
        first_line: The number of the first line below it.
        start: Bytes of UTF-8 before that line.
        fields: Number of fields of a record.
        remark: What is unusual about the fields, for the log; empty if nothing is.
    """

    delimiter: str
    columns: Mapping[str, int]
    source_columns: Mapping[str, str]
    other_columns: Sequence[str]
    header_line: int
    first_line: int
    start: int
    fields: int
    remark: str


def find_layout(head: str, *, match: Match, where: str) -> Layout:
    """Find the header among the first lines, and the number of fields of the lines below it.

    The header is the first line with names of the required columns, when split by one of the
    delimiters, or by the delimiter that a line such as `sep=;` names.

    Args:
        head: The start of the file.
        match: Finds the canonical columns in a header.
        where: The file, for error messages.

    Raises:
        NoHeaderError: No line has the names.
        NoLinesError: The file is empty.
        InputError: Its lines are in quotes as a whole, or decimal commas may cut its numbers in
            two.
    """
    lines = list(io.StringIO(head, newline=""))
    found = find_header(_readings(lines), match=match)
    if not found:
        raise NoLinesError(f"{where}: the file is empty. Remove it or fill it.")
    (delimiter, at, end), names, columns = found
    body = list(islice((line for line in lines[end:] if line.strip("\r\n")), HEAD_LINES))
    if any(_is_quoted_as_a_whole(line, delimiter, fields=len(names)) for line in body):
        raise InputError(
            f"{where}: lines are in quotes as a whole, and so are one cell each. Remove the outer "
            "quotes, or export the file again."
        )
    rows = _rows(body, delimiter)
    fields, shift, remark = _count_fields(names, rows)
    if delimiter == ",":
        usual_rows = [row for row in rows if len(row) == fields]
        _refuse_cut_numbers(usual_rows, names, columns, where=f"{where}, line {end + 1}")
    return Layout(
        delimiter=delimiter,
        columns={name: place + shift for name, place in columns.items()},
        source_columns=source_names(names, columns),
        other_columns=other_names(names, columns),
        header_line=at + 1,
        first_line=end + 1,
        start=len("".join(lines[:end]).encode()),
        fields=fields,
        remark=remark,
    )


def _readings(lines: Sequence[str]) -> Iterator[tuple[tuple[str, int, int], list[str]]]:
    """Read each of the first lines as the names in a header, with one delimiter after the other.

    A name may have a quoted line break; but a quote that is never closed is a character of a name.

    Yields:
        The delimiter, the line, the line that is next, and the names.
    """
    delimiters = dict.fromkeys(_named_delimiter(lines[0]) + DELIMITERS) if lines else {}
    for at, line in enumerate(lines[:HEAD_LINES]):
        text = line.strip("\r\n")
        for delimiter in delimiters if text else ():
            reader = csv.reader(lines[at:], delimiter=delimiter)
            names = next(reader)
            yield (delimiter, at, at + reader.line_num), names
            if reader.line_num > 1:
                yield (delimiter, at, at + 1), text.split(delimiter)


def _named_delimiter(line: str) -> str:
    """The delimiter that a line for Excel names, such as `sep=;`."""
    text = line.strip("\r\n").strip('"').casefold()
    return text[4] if text.startswith("sep=") and len(text) == 5 and text.isascii() else ""


def _rows(lines: Sequence[str], delimiter: str) -> list[list[str]]:
    """Take lines apart: one by one, or with line breaks in quotes if more rows are alike then."""
    readings = (
        [next(csv.reader([line], delimiter=delimiter)) for line in lines],
        list(csv.reader(lines, delimiter=delimiter)),
    )
    return max(readings, key=lambda rows: _share_of_usual([len(row) for row in rows]))


def _share_of_usual(counts: Sequence[int]) -> float:
    return max(Counter(counts).values(), default=0) / max(len(counts), 1)


def _count_fields(names: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[int, int, str]:
    """Count the fields of most of the lines below a header; say what is unusual about them.

    Returns:
        The number of fields, the number of fields before the first name, and the remark.
    """
    counts = Counter(map(len, rows))
    usual = max(
        counts, key=lambda fields: (counts[fields], fields == len(names)), default=len(names)
    )
    some = [row for row in rows if len(row) == usual]
    if usual < len(names) and not any(map(str.strip, names[usual:])):
        return usual, 0, "only the header has a trailing delimiter"
    if usual > len(names) and not any(cell for row in some for cell in row[len(names) :]):
        return usual, 0, "the lines have a trailing delimiter"
    if usual == len(names) + 1 and _count_up([row[0] for row in some]):
        return usual, 1, "the row numbers have no name in the header"
    return len(names), 0, ""


def _refuse_cut_numbers(
    rows: Sequence[Sequence[str]], names: Sequence[str], columns: Mapping[str, int], *, where: str
) -> None:
    """Raise an error if decimal commas may explain why rows have more cells than the header names.

    Then a column of numbers is whole in all rows and followed by two digits alone, and the columns
    that are needed make sense where they stand then: one further right behind that number.
    """
    named = max(at for at, name in enumerate(names, 1) if name.strip())
    if not rows or len(rows[0]) <= named:
        return
    for name in [name for name in NUMBER_COLUMNS if name in columns]:
        place = columns[name]
        others = {
            other: {row[at + 1 if at > place else at] for row in rows}
            for other, at in columns.items()
            if other in NEEDED and other != name and at + 1 < len(rows[0])
        }
        if (
            all(_DECIMAL_COMMA.fullmatch(",".join(row[place : place + 2])) for row in rows)
            and all(any(map(str.strip, cells)) for cells in others.values())
            and all(
                all(map(_DATE.match, cells)) == (other == "invoiced_at")
                for other, cells in others.items()
            )
        ):
            raise InputError(
                f"{where}: the lines have more cells than the header has names, and a decimal "
                f"comma may cut each {names[place]!r} in two. Export the file with another "
                "delimiter, with quotes or with decimal points. If the numbers are whole, remove "
                "what the lines have beyond the names."
            )


def _is_quoted_as_a_whole(line: str, delimiter: str, *, fields: int) -> bool:
    """Whether a line is one cell in quotes that holds the cells of a line."""
    text = line.strip()
    if len(text) < 2 or text[0] != '"' or text[-1] != '"':
        return False
    cells = next(csv.reader([text], delimiter=delimiter))
    return len(cells) == 1 and len(next(csv.reader(cells, delimiter=delimiter), [])) >= fields > 1


def _count_up(cells: Sequence[str]) -> bool:
    numbers = [int(cell) if cell.isdecimal() else -1 for cell in cells]
    return numbers[0] in (0, 1) and numbers == [*range(numbers[0], numbers[0] + len(numbers))]
