"""Overlapping exports in one file count once; what is repeated for other reasons stays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

import duckdb
import pyarrow as pa
import pytest
from compiled_models import CompiledModels, logged, memory
from hypothesis import assume, given, settings
from hypothesis import strategies as st

START = datetime(2024, 1, 1, 23)
REPEATS = (
    "repeat_candidates",
    "repeated_invoices",
    "overlapping_files",
    "repeated_lines",
)


class Line(NamedTuple):
    invoice_id: str
    customer_id: str | None
    invoiced_at: datetime
    stock_code: str


Lines = list[Line]


@pytest.fixture(scope="module")
def database(compiled_models: CompiledModels) -> Iterator[duckdb.DuckDBPyConnection]:
    """The models of deduplication over a made-up parsed_invoice_lines."""
    with memory() as connection:
        connection.execute(
            """create table parsed_invoice_lines (
                line_id bigint, source_file varchar, line_number bigint, invoice_id varchar,
                stock_code varchar, description varchar, quantity decimal(18, 4) default 1,
                invoiced_at timestamp, unit_price decimal(18, 4) default 2,
                amount decimal(18, 4) default 2, customer_id varchar, country varchar,
                status varchar, problem_column varchar, invoice_id_is_given boolean default true
            )"""
        )
        for model in REPEATS:
            connection.execute(f"create view {model} as {compiled_models.sql(model)}")
        yield connection


@pytest.fixture
def messages_on_files(
    compiled_models: CompiledModels, database: duckdb.DuckDBPyConnection
) -> Callable[[str], list[str]]:
    """What a macro logs about lines that are in several files."""

    def log(macro: str) -> list[str]:
        with logged() as messages:
            compiled_models.check(
                macro,
                database,
                lines="parsed_invoice_lines",
                overlapping_files="overlapping_files",
                repeated_lines="repeated_lines",
            )
        return messages

    return log


@pytest.fixture(scope="module")
def dropped(database: duckdb.DuckDBPyConnection) -> Callable[..., Lines]:
    """The lines of some files that count no more, each file given as its lines in order.

    With a step of 2, there is a blank line after each line.
    """

    def drop(files: list[Lines], step: int = 1) -> Lines:
        rows = [
            {
                **line._asdict(),
                "source_file": f"{file}.csv",
                "line_number": place * step,
                "line_id": file * 10**12 + place,
            }
            for file, lines in enumerate(files, start=1)
            for place, line in enumerate(lines, start=2)
        ]
        database.register("rows", pa.Table.from_pylist(rows))
        database.execute(
            "truncate parsed_invoice_lines; insert into parsed_invoice_lines by name from rows"
        )
        ids = database.execute("select line_id from repeated_lines").fetchall()
        assert len(set(ids)) == len(ids)
        return [files[at // 10**12 - 1][at % 10**12 - 2] for (at,) in ids]

    return drop


@st.composite
def exports(draw: st.DrawFn) -> list[Lines]:
    """Invoices in order of time, with single lines twice, some around midnight or mixed up."""
    invoices = []
    for number in range(draw(st.integers(2, 8))):
        at = START + timedelta(hours=2 * number)
        customer = draw(st.sampled_from([None, "a", "b"]))
        codes = draw(st.lists(st.sampled_from("XYZ"), min_size=1, max_size=4))
        late = draw(st.booleans())
        invoices.append(
            [
                Line(f"{number}", customer, at + late * (place > 1) * timedelta(hours=1), code)
                for place, code in enumerate(codes)
            ]
        )
    return invoices


def joined(invoices: list[Lines]) -> Lines:
    return [line for invoice in invoices for line in invoice]


@settings(deadline=None, max_examples=60)
@given(invoices=exports(), data=st.data())
def test_a_run_of_invoices_that_stands_again_counts_once(dropped, invoices, data):
    start = data.draw(st.integers(0, len(invoices) - 2))
    stop = data.draw(st.integers(start + 2, len(invoices)))
    times = data.draw(st.integers(1, 3))
    run = joined(invoices[start:stop])
    file = joined(invoices[:stop]) + times * run + joined(invoices[stop:])
    assert Counter(dropped([file])) == Counter(times * run)


@settings(deadline=None, max_examples=60)
@given(invoices=exports(), data=st.data())
def test_single_lines_and_invoices_that_stand_again_stay(dropped, invoices, data):
    again = data.draw(st.sampled_from(invoices))
    place = data.draw(st.integers(0, len(invoices)))
    assert dropped([joined([*invoices[:place], again, *invoices[place:]])]) == []
    line = data.draw(st.sampled_from(joined(invoices)))
    assert dropped([[*joined(invoices), line]]) == []


@settings(deadline=None, max_examples=40)
@given(invoices=exports(), data=st.data())
def test_a_run_counts_once_in_whatever_order_it_stands_again(dropped, invoices, data):
    stop = data.draw(st.integers(2, len(invoices)))
    again = [
        data.draw(st.permutations(invoice))
        for invoice in data.draw(st.permutations(invoices[:stop]))
    ]
    assume(again[0][0].invoice_id != invoices[-1][0].invoice_id)
    first_copies = Counter(joined(again))
    assert Counter(dropped([joined(invoices + again)])) == first_copies


@settings(deadline=None, max_examples=40)
@given(invoices=exports(), data=st.data())
def test_blank_lines_change_nothing(dropped, invoices, data):
    start = data.draw(st.integers(0, len(invoices) - 1))
    file = joined(invoices) + joined(invoices[start:])
    assert Counter(dropped([file], step=2)) == Counter(dropped([file]))


@settings(deadline=None, max_examples=40)
@given(invoices=exports())
def test_invoices_that_stand_again_among_other_lines_stay(dropped, invoices):
    others = [
        [line._replace(invoice_id=f"other {line.invoice_id}") for line in invoice]
        for invoice in invoices
    ]
    mixed = [line for pair in zip(others, invoices, strict=True) for line in joined([*pair])]
    assert dropped([joined(invoices) + mixed]) == []


@settings(deadline=None, max_examples=40)
@given(invoices=exports(), data=st.data())
def test_files_that_overlap_count_once_though_one_of_them_overlaps_itself(dropped, invoices, data):
    stop = data.draw(st.integers(2, len(invoices)))
    first = joined(invoices[:stop])
    everything = joined(invoices)
    expected = Counter(first) + Counter(first)
    assert Counter(dropped([first + first, everything])) == expected


def test_an_order_that_was_changed_between_two_exports_is_logged(dropped, messages_on_files):
    """And one that differs in a second only; but no return, nor what another file adds."""
    hour, day = timedelta(hours=1), timedelta(days=1)
    first = [
        Line("1", "a", START, "X"),
        Line("2", "a", START + hour, "X"),
        Line("3", "b", START + 2 * hour, "X"),
        Line("4", "b", START + 4 * day, "X"),
    ]
    second = [
        Line("2", "a", START + hour + timedelta(seconds=27), "X"),
        Line("3", "b", START + 2 * hour, "X"),
        Line("3", "b", START + 2 * hour, "Y"),
        Line("1", "a", START + 3 * day, "X"),
    ]
    assert dropped([first, second]) == [first[2]]
    messages = messages_on_files("log_differing_invoices")
    assert [message.split(". All")[0] for message in messages] == [
        "Invoices that are in several files, with lines that differ: 2 lines, 4.00 in money, first "
        "in 1.csv, line 3"
    ]


@pytest.mark.parametrize(
    ("change", "copies"),
    [
        ("description = source_file", 3),
        ("country = case source_file when '2.csv' then 'UK' end", 3),
        ("stock_code = case source_file when '1.csv' then 'x' else 'X' end", 3),
        ("stock_code = null, description = 'Mug'", 3),
        ("stock_code = null, description = source_file", 0),
        ("country = source_file", 0),
        ("quantity = line_id", 0),
    ],
)
def test_what_makes_a_copy_in_another_file(dropped, database, change, copies):
    lines = [Line(str(number), "a", START + timedelta(hours=number), "X") for number in range(3)]
    dropped([lines, lines])
    database.execute(f"update parsed_invoice_lines set {change}")
    files = database.execute("select source_file from repeated_lines").fetchall()
    assert files == [("1.csv",)] * copies


@pytest.mark.parametrize(
    ("first", "second", "is_logged"),
    [
        pytest.param("XY", "XZ", True, id="another product"),
        pytest.param("XY", "X", True, id="a line removed"),
        pytest.param("X", "XY", False, id="a line added"),
        pytest.param("X", "Y", True, id="one sum, another code"),
        pytest.param("XY", "Z", False, id="an order split between files"),
    ],
)
def test_a_changed_order_is_told_from_one_that_is_split(
    dropped, messages_on_files, first, second, is_logged
):
    files = [[Line("1", "a", START, code) for code in codes] for codes in (first, second)]
    dropped(files)
    messages = messages_on_files("log_differing_invoices")
    changed = "Invoices that are in several files, with lines that differ"
    assert [message.split(":")[0] for message in messages] == [changed] * is_logged


def test_invoices_whose_ids_lost_their_zeros_in_one_file_are_logged(dropped, messages_on_files):
    """But not those of nobody, nor of another customer, time or sum."""
    hour = timedelta(hours=1)
    first = [
        Line("01", "a", START, "X"),
        Line("02", None, START, "X"),
        Line("03", "a", START + hour, "X"),
        Line("04", "b", START + 2 * hour, "X"),
    ]
    second = [
        Line("1", "a", START, "Z"),
        Line("2", None, START, "X"),
        Line("3", "a", START + hour, "X"),
        Line("3", "a", START + hour, "Y"),
        Line("4", "c", START + 2 * hour, "X"),
    ]
    assert dropped([first, second]) == []
    messages = messages_on_files("log_differing_invoices")
    assert [message.split(". All")[0] for message in messages] == [
        "Invoices of the same customer, time and money in several files, with ids that differ: "
        "2 lines, 4.00 in money, first in 1.csv, line 2"
    ]


def test_copies_whose_status_differs_are_logged(
    dropped: Callable[..., Lines],
    database: duckdb.DuckDBPyConnection,
    messages_on_files: Callable[[str], list[str]],
) -> None:
    lines = [Line(str(number), "a", START + timedelta(hours=number), "X") for number in range(3)]
    assert dropped([lines, lines]) == lines
    database.execute("update parsed_invoice_lines set status = 'paid'")
    database.execute(
        """update parsed_invoice_lines set status = 'refunded'
        where source_file = '1.csv' and invoice_id = '1'"""
    )
    messages = messages_on_files("log_differing_statuses")
    assert messages == [
        "Lines that are in several files, with statuses that differ: 1 line, 2.00 in money, first "
        "in 1.csv, line 3. The file that is read last decides, here 2.csv. If another one is "
        "newer, name it so that it comes last."
    ]


def test_lines_without_given_invoice_ids_that_stand_twice_are_counted_and_logged(
    compiled_models, database, dropped
):
    days = [Line(f"{name} 2024-01-01", name, START, "A") for name in "abc"]
    assert len(dropped([days * 2])) == len(days)
    database.execute("update parsed_invoice_lines set invoice_id_is_given = false")
    assert database.execute("select count(*) from repeated_lines").fetchone() == (0,)
    with logged() as messages:
        compiled_models.check(
            "log_doubled_invoices",
            database,
            lines="parsed_invoice_lines",
            candidates="repeat_candidates",
            repeated_lines="repeated_lines",
        )
    [message] = messages
    assert "every line occurs twice: 6 lines, 12.00 in money, first in 1.csv, line 2." in message
