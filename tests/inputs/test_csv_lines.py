"""No physical line of a CSV text vanishes, and a quote is believed only where it is needed."""

from __future__ import annotations

import csv
import io
import re
from functools import partial
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from quintile.inputs import csv_lines
from quintile.inputs.csv_layout import Layout
from quintile.inputs.csv_lines import LineReader, QuotingIsRealError, TooLongError
from quintile.inputs.csv_to_parquet import cut_cells, read_blocks

NEVER_CLOSED = 'the quote (") before a cell is never closed'
FOOTER = "a footer"
TEXT_BEHIND = 'text follows the closing quote (") of a cell'


def read(
    text: str, *, fields: int, delimiter: str = ",", cuts: tuple[int, ...] = (), header: str = ""
) -> tuple[dict[int, tuple], dict[int, tuple[str, str]]]:
    """Read lines from 1: the cells of each record, and text and reason of each other line."""
    content = text.encode()
    places = [0, *sorted(cut % (len(content) + 1) for cut in cuts), len(content)]
    pieces = [content[start:end] for start, end in pairwise(places)]
    columns = {str(at): at for at in range(fields)}
    layout = Layout(delimiter, columns, {}, (), 0, 1, 0, fields, "")
    start_reader = partial(
        LineReader,
        delimiter=delimiter.encode(),
        fields=fields,
        first_line=1,
        header=header.encode(),
    )
    reader = start_reader(quoting=False)
    try:
        blocks = list(read_blocks(filter(None, pieces), reader, "a.csv"))
    except QuotingIsRealError:
        reader = start_reader(quoting=True)
        blocks = list(read_blocks(filter(None, pieces), reader, "a.csv"))
    found, unreadable = {}, {}
    for block in blocks:
        for cells, numbers in cut_cells(block, layout):
            rows = zip(*(column.to_pylist() for column in cells), strict=True)
            found |= dict(zip(numbers.tolist(), rows, strict=True))
        unreadable |= {number: (text, reason) for number, text, reason in block.unreadable}
    lines = lines_of(text)
    return found, unreadable | {number: (lines[number - 1], FOOTER) for number in reader.footers}


def lines_of(text: str) -> list[str]:
    """The physical lines of a text, without their ends."""
    lines = re.split(r"\r\n|\n|\r", text)
    return lines if lines[-1] else lines[:-1]


def assert_every_line_is_accounted_for(
    text: str, found: dict[int, tuple], unreadable: dict[int, tuple[str, str]]
) -> None:
    """A line is empty, unreadable, or part of just one record; those of many have line breaks."""
    covered = [*unreadable]
    for number, cells in found.items():
        breaks = sum(len(lines_of(f"{cell or ''}|")) - 1 for cell in cells)
        covered += range(number, number + 1 + breaks)
    lines = dict(enumerate(lines_of(text), start=1))
    assert len(covered) == len(set(covered))
    assert set(covered) <= set(lines)
    assert {lines[number].strip(",;\t|") for number in lines.keys() - set(covered)} <= {""}
    assert {number: text for number, (text, _) in unreadable.items()} == {
        number: lines[number] for number in unreadable
    }


# What is a record


@pytest.mark.parametrize(
    ("text", "records"),
    [
        ("1,2,3\n4,,6\n", {1: ("1", "2", "3"), 2: ("4", None, "6")}),
        ('"1","2","3"\n', {1: ("1", "2", "3")}),
        ('1,"2, and 3",4\n\n"5","",7', {1: ("1", "2, and 3", "4"), 3: ("5", None, "7")}),
        ('1,"say ""two""",3\n', {1: ("1", 'say "two"', "3")}),
        ('1,"two\nlines",3\n4,5,6\n', {1: ("1", "two\nlines", "3"), 3: ("4", "5", "6")}),
        ("1,2,3\n,,\n4,5,6\n,,,,,\r\n,", {1: ("1", "2", "3"), 3: ("4", "5", "6")}),
        ('1,"\n,,\n",3\n', {1: ("1", "\n,,\n", "3")}),
        ('1,2,"a\r\n\r\nb"\r\n4,5,6\r\n', {1: ("1", "2", "a\r\n\r\nb"), 4: ("4", "5", "6")}),
        ('1,12" wide,3\n"4",5,6\n', {1: ("1", '12" wide', "3"), 2: ("4", "5", "6")}),
        # Nothing needs quotes, so that they are characters, pairs around cells apart.
        ('1,"Big,3\n4,5,6\n', {1: ("1", '"Big', "3"), 2: ("4", "5", "6")}),
        ('1,"Red" mug,3\n4,5,6\n', {1: ("1", '"Red" mug', "3"), 2: ("4", "5", "6")}),
        ('1,"a,3\n"4","5 ""x""",6\n', {1: ("1", '"a', "3"), 2: ("4", '5 "x"', "6")}),
        ('1,"a,3\n4,b",6\n', {1: ("1", '"a', "3"), 2: ("4", 'b"', "6")}),
        ('1,"a,3\n\n7,"",9\n', {1: ("1", '"a', "3"), 3: ("7", None, "9")}),
        ('1,"a,"b\n2,"c,d"\n', {1: ("1", '"a', '"b'), 2: ("2", '"c', 'd"')}),
    ],
)  # fmt: skip
def test_lines_are_read_as_people_mean_them(text, records):
    assert read(text, fields=3) == (records, {})


@pytest.mark.parametrize("header", ["id,day,total", '"id","the ""day""","total, net"'])
def test_a_header_that_stands_again_is_no_record(header):
    text = f'1,2,3\n{header}\n4,"{header},",6\n\ufeff{header}\r\n7,8,9\n{header}'
    if '"' in header:
        text = text.replace(f'"{header},"', "5")
    found, unreadable = read(text, fields=3, header=header)
    assert unreadable == {}
    assert [cells[0] for cells in found.values()] == ["1", "4", "7"]
    assert list(found) == [1, 3, 5]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("1,2", "fields: 2 instead of 3"),
        ("1,2,3,4", "fields: 4 instead of 3"),
        ('1,"2,3",4,5', "fields: 4 instead of 3"),
        ('1,"2,3",4"5",6', "fields: 4 instead of 3"),
        ('1,"Big mug,3', NEVER_CLOSED),
        ('1,"2""', NEVER_CLOSED),
        ('1,"Red" mug,3', TEXT_BEHIND),
        (
            r'1,"A \"red\", mug",3',
            r'a backslash stands before a quote (\"): export quotes doubled ("")',
        ),
        ('1,"2,3" ,4', TEXT_BEHIND),
        ("   ", "fields: 1 instead of 3"),
    ],
)
def test_where_quotes_are_needed_a_wrong_one_costs_its_own_line_only(line, reason):
    text = f'a,"b, c",d\n{line}\ne,f,g\nh,"i, j",k\n'
    found, unreadable = read(text, fields=3)
    assert unreadable == {2: (line, reason)}
    assert found == {1: ("a", "b, c", "d"), 3: ("e", "f", "g"), 4: ("h", "i, j", "k")}


def test_a_line_before_the_first_needed_quote_is_judged_by_it():
    found, unreadable = read('1,"Big mug,3\n' * 3 + '4,"5, and 6",7\n', fields=3)
    assert set(unreadable) == {1, 2, 3}
    assert found == {4: ("4", "5, and 6", "7")}


def test_a_short_line_between_two_stray_quotes_does_not_join_them():
    found, unreadable = read('1,"Big mug,3\n4,5,6\n7,8\n9,8,7\n2,frame 12",3\n', fields=3)
    assert unreadable == {3: ("7,8", "fields: 2 instead of 3")}
    assert set(found) == {1, 2, 4, 5}


def test_a_line_that_is_too_long_is_named():
    fits = "x" * (csv_lines.RECORD_BYTES - 10)
    assert len(read(f"1,{fits},3\n", fields=3)[0]) == 1
    reader = LineReader(delimiter=b",", fields=3, first_line=7, quoting=False)
    with pytest.raises(TooLongError, match=r"^8$"):
        reader.read(f'1,2,3\n1,"{fits}{fits}'.encode(), last=False)


def test_lines_of_many_fields_are_told_without_one_large_pattern():
    cells = [f"{number},5" for number in range(csv_lines.MOST_FIELDS_OF_A_PATTERN + 1)]
    line = ",".join(f'"{cell}"' for cell in cells)
    found, unreadable = read(f'{line}\n{line},"x"\n', fields=len(cells))
    assert found == {1: tuple(cells)}
    assert list(unreadable) == [2]


# Properties

CUTS = st.lists(st.integers(0, 2000), max_size=5).map(tuple)
DELIMITER = st.sampled_from(",;\t|")
NEW_LINE = st.sampled_from(["\n", "\r\n", "\r"])
LETTERS = st.text("abcé €.5 ", max_size=6)


@settings(max_examples=500, deadline=None)
@example(pieces=['"""q",\n"q",\n""é'], cuts=(10,))
@example(pieces=['""""""""""q",\n"q",\n""""é'], cuts=(461,))
@given(
    pieces=st.lists(
        st.sampled_from(
            ['"', '""', ",", ",", "\n", "\r", "\r\n", "é", '"q"', '"q",', "1,2,3\n", '1,"b,c",3\n']
        ),
        max_size=60,
    ),
    cuts=CUTS,
)
def test_every_line_of_any_text_is_accounted_for_wherever_blocks_are_cut(pieces, cuts):
    text = "".join(pieces)
    found, unreadable = read(text, fields=3, cuts=cuts)
    assert_every_line_is_accounted_for(text, found, unreadable)
    assert (found, unreadable) == read(text, fields=3)


@settings(max_examples=300, deadline=None)
@given(
    rows=st.lists(
        st.lists(
            LETTERS | st.text('ab"\n\r', max_size=6) | st.text('ab",;\t|', max_size=6),
            min_size=3,
            max_size=3,
        ),
        min_size=1,
    ),
    delimiter=DELIMITER,
    new_line=NEW_LINE,
    quote_all=st.booleans(),
    cuts=CUTS,
)
def test_what_the_csv_module_writes_is_read_as_it_was(rows, delimiter, new_line, quote_all, cuts):
    text = io.StringIO(newline="")
    # Before Python 3.13 it leaves a line break bare that does not end lines here.
    quoting = csv.QUOTE_ALL if quote_all or new_line != "\r\n" else csv.QUOTE_MINIMAL
    writer = csv.writer(text, delimiter=delimiter, lineterminator=new_line, quoting=quoting)
    rows = [*rows, ["1", "2", "3"]]  # So that no line is a footer.
    writer.writerows(rows)
    found, unreadable = read(text.getvalue(), fields=3, delimiter=delimiter, cuts=cuts)
    assert unreadable == {}
    filled = [row for row in rows if any(row)]
    assert [cells for cells in found.values() if any(cells)] == [
        tuple(cell or None for cell in row) for row in filled
    ]
    assert_every_line_is_accounted_for(text.getvalue(), found, unreadable)


def with_stray_quotes(row: tuple[str, ...], places: set[tuple[int, bool]]) -> list[str]:
    """Put a quote before or behind some of the cells."""
    return [
        ('"' if (at, True) in places else "") + cell + ('"' if (at, False) in places else "")
        for at, cell in enumerate(row)
    ]


PLAIN_ROWS = st.lists(st.tuples(*[st.text("ab .5é", min_size=1, max_size=6)] * 4), min_size=1)
STRAYS = st.lists(st.sets(st.tuples(st.integers(0, 3), st.booleans()), max_size=2))


@settings(max_examples=300, deadline=None)
@given(rows=PLAIN_ROWS, strays=STRAYS, delimiter=DELIMITER, new_line=NEW_LINE, cuts=CUTS)
def test_where_no_cell_needs_quotes_every_line_is_read(rows, strays, delimiter, new_line, cuts):
    written = [
        with_stray_quotes(row, strays[at] if at < len(strays) else set())
        for at, row in enumerate(rows)
    ]
    written.append(["1", "2", "3", "4"])  # So that no line is a footer.
    text = new_line.join(delimiter.join(row) for row in written)
    found, unreadable = read(text, fields=4, delimiter=delimiter, cuts=cuts)
    assert unreadable == {}
    assert [found[number] for number in sorted(found)] == [
        tuple(cell[1:-1] if cell[0] == cell[-1] == '"' and len(cell) > 1 else cell for cell in row)
        for row in written
    ]


@settings(max_examples=300, deadline=None)
@given(rows=PLAIN_ROWS, strays=STRAYS, delimiter=DELIMITER, cuts=CUTS)
def test_beside_quotes_that_are_needed_a_stray_one_swallows_nothing(rows, strays, delimiter, cuts):
    """Each line that has no stray quote is read, and each that has one is unreadable at worst."""
    needed = delimiter.join(["x", f'"y{delimiter} z"', "5", "6"])
    lines, intact = [needed], {1: ("x", f"y{delimiter} z", "5", "6")}
    for at, row in enumerate(rows):
        opening = {place for place in (strays[at] if at < len(strays) else ()) if place[1]}
        if not opening:
            intact[len(lines) + 1] = row
        lines += [delimiter.join(with_stray_quotes(row, opening)), needed]
        intact[len(lines)] = intact[1]
    text = "\n".join(lines)
    found, unreadable = read(text, fields=4, delimiter=delimiter, cuts=cuts)
    assert found == intact
    assert found.keys() | unreadable.keys() == set(range(1, len(lines) + 1))
