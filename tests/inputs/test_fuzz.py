"""Whatever stands in a CSV file, every record is accounted for, or one clear error comes out.

Each run makes up 300 files: quotes, separators, line breaks and NUL in cells, huge, negative and
infinite numbers, far dates, wrong types and widths. Those that can be read are also
built together by dbt.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import duckdb
import pytest
from compiled_models import CompiledModels, memory
from conftest import ONLY_TABLES, build_tables
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quintile.inputs.invoice_files import InputError, InvoiceFile, open_invoices

FILES = 300
NAMES = ["invoice_id", "stock_code", "quantity", "invoiced_at", "unit_price", "customer_id"]
LARGEST = Decimal("99999999999999.9999")

text = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from('",;\t|\n\r\0 é€'), max_size=8
)
number = st.one_of(
    st.integers(-20, 20).map(str),
    st.decimals(-1000, 1000, places=2).map(str),
    st.decimals(allow_nan=True, allow_infinity=True).map(str),
    st.sampled_from(["", " 7 ", "+3", "-0", ".5", "5.", "6.0", "1,5", "1,000", "1.234", "1.234,5"]),
    st.sampled_from(["1e3", "1e400", "-1e13", "9" * 13, "9" * 40, "inf", "-Infinity", "NaN"]),
    st.sampled_from(["0x1F", "12,99 €", "true"]),
    text,
)
day = st.one_of(
    st.datetimes(datetime(1850, 1, 1), datetime(2250, 1, 1)).map(lambda at: at.isoformat(" ")),
    st.datetimes().map(lambda at: at.isoformat()),
    st.datetimes(datetime(2000, 1, 1), datetime(2030, 1, 1)).map(lambda at: f"{at:%Y-%m-%d}"),
    st.sampled_from(["12/13/2010 8:26", "12/1/2010 18:26", "13.12.2010", "20101213", "2010-02-30"]),
    st.sampled_from(
        ["", "now", "infinity", "epoch", "0000-00-00", "99999-01-01", "40513.35", "8:26"]
    ),
    text,
)
code = st.sampled_from(["536365", "C536366", "17850", "17850.0", "POST", ""]) | text
line = st.tuples(code, code, number, day, number, code)
plain_line = st.tuples(
    st.sampled_from(["536365", "536366", "C536367"]),
    st.sampled_from(["85123A", "22086"]),
    st.integers(-3, 9).map(str),
    st.datetimes(datetime(2010, 1, 1), datetime(2012, 1, 1)).map(lambda at: at.isoformat(" ")),
    st.sampled_from(["2.55", "0", "10"]),
    st.sampled_from(["17850", "13047", ""]),
)


@st.composite
def csv_files(draw: st.DrawFn) -> bytes:
    """A CSV file with a header that is known, and rows that may hold anything."""
    rows = draw(
        st.lists(st.one_of(plain_line, plain_line, line, st.lists(text, max_size=8)), max_size=12)
    )
    out = io.StringIO(newline="")
    writer = csv.writer(
        out,
        delimiter=draw(st.sampled_from(",;\t|")),
        lineterminator=draw(st.sampled_from(["\n", "\r\n", "\r"])),
        quoting=draw(st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL])),
    )
    writer.writerows([NAMES, *rows])
    content = out.getvalue()
    encoding = draw(st.sampled_from(["utf-8", "utf-8", "utf-8-sig", "utf-16", "latin-1"]))
    return content.encode(encoding, errors="replace")


def decode(content: bytes) -> str:
    for encoding in ("utf-16" if content[:2] == b"\xff\xfe" else "utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding).replace("\0", "\ufffd")
        except UnicodeDecodeError:
            continue
    return content.decode("latin-1")


def records(content: bytes) -> dict[int, list[str] | None]:
    """The records of a file as the csv module reads them, by the number of their first line.

    Where line breaks join lines that have too few or too many fields together, each of the lines
    stands for itself: None.
    """
    text = decode(content)
    delimiter = re.search('invoice_id"?(.)', text)[1]
    lines = dict(enumerate(re.split(r"\r\n|\n|\r", text), start=1))
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    found, first = {}, 1
    for row in rows:
        if len(row) == len(NAMES) or rows.line_num == first:
            found[first] = row
        else:
            found |= {at: None for at in range(first, rows.line_num + 1) if lines[at]}
        first = rows.line_num + 1
    return {at: row for at, row in found.items() if at > 1 and row != []}


def as_number(cell: str, *, decimal_comma: bool) -> Decimal | None:
    """The number that a cell holds, to four decimals; None where it holds none."""
    cell = cell.strip(" \t\n\v\f\r")
    if decimal_comma:
        if not re.fullmatch(r"[-+]?([0-9]+|[0-9]{1,3}([.][0-9]{3})+)(,[0-9]+)?", cell):
            return None
        if re.fullmatch(r"[-+]?[1-9][0-9]{0,2}[.][0-9]{3}", cell):
            return None
        cell = cell.replace(".", "").replace(",", ".")
    if not re.fullmatch(r"[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?", cell):
        return None
    return rounded(Decimal(cell))


def rounded(value: Decimal) -> Decimal | None:
    if abs(value) > LARGEST * 10:
        return None
    value = value.quantize(Decimal("0.0001"), ROUND_HALF_UP)
    return value if abs(value) <= LARGEST else None


def as_datetime(cell: str) -> datetime | None:
    """The point in time that an ISO cell holds, from 1900 to 2199."""
    try:
        found = datetime.fromisoformat(cell) if re.match(r"[0-9]{4}-", cell) else None
    except ValueError:
        return None
    return found if found and 1900 <= found.year <= 2199 else None


@dataclass
class Outcomes:
    """How many records were read of each file, and the errors of those that were not read."""

    read: dict[Path, int] = field(default_factory=dict)
    too_large_to_add_up: set[Path] = field(default_factory=set)
    errors: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def outcomes() -> Outcomes:
    return Outcomes()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fuzz")


@pytest.fixture(scope="module")
def warehouse() -> Iterator[duckdb.DuckDBPyConnection]:
    with memory() as connection:
        connection.execute("create table repeated_lines (source_file varchar, line_number bigint)")
        yield connection


def set_rejected_lines_aside(warehouse, compiled_models, files: list[InvoiceFile]) -> None:
    sql = compiled_models.sql("rejected_lines", files=files)
    warehouse.execute(f"create or replace table rejected_lines as {sql}")


@settings(max_examples=FILES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(content=csv_files())
def test_every_record_is_read_right_or_rejected_or_one_error_comes_out(
    warehouse, compiled_models: CompiledModels, outcomes, folder, content
):
    path = folder / f"{len(outcomes.read) + len(outcomes.errors)}.csv"
    path.write_bytes(content)
    try:
        [file] = open_invoices(str(path), workdir=folder / "copies")
    except InputError as error:
        outcomes.errors.append(str(error).removeprefix(f"{path}: "))
        return
    set_rejected_lines_aside(warehouse, compiled_models, [file])
    rejected = warehouse.execute(
        "select line_number, column_name, raw_text, reason from rejected_lines"
    ).fetchall()
    typed = warehouse.execute(
        f"""select line_id % 1000000000000, invoice_id, quantity, invoiced_at, unit_price, amount
        from ({compiled_models.sql("stg_invoice_lines", files=[file])})"""
    ).fetchall()
    expected = records(content)
    assert sorted(row[0] for row in rejected + typed) == sorted(expected)
    for number, *found in rejected:
        if row := expected[number]:
            assert_rightly_rejected(row, *found, commas=file.decimal_commas)
    for number, *found in typed:
        assert_rightly_read(expected[number], *found, commas=file.decimal_commas)
    outcomes.read[path] = len(expected)
    if any(abs(number) > 10**9 for row in typed for number in (row[2], row[5])):
        outcomes.too_large_to_add_up.add(path)


def values(row: list[str], commas: tuple[str, ...]) -> dict[str, object]:
    """What a record holds, by column; None where that cannot be read."""
    cells = dict(zip(NAMES, row, strict=True))
    found = {
        name: as_number(cells[name], decimal_comma=name in commas)
        for name in ("quantity", "unit_price")
    }
    both = None not in found.values()
    return {
        "invoice_id": cells["invoice_id"].strip(" ") or None,
        "invoiced_at": as_datetime(cells["invoiced_at"]),
        **found,
        "amount": rounded(found["quantity"] * found["unit_price"]) if both else None,
    }


def assert_rightly_rejected(row, column, raw_text, reason, *, commas):
    if len(row) != len(NAMES):
        assert (column, reason) == ("line", f"fields: {len(row)} instead of {len(NAMES)}")
        return
    assert values(row, commas)[column] is None
    cells = dict(zip(NAMES, row, strict=True))
    cells["amount"] = f"{cells['quantity']} x {cells['unit_price']}"
    assert raw_text == (cells[column] or None)
    assert (reason == "missing") == (cells[column].strip(" ") == "")


def assert_rightly_read(row, invoice_id, quantity, invoiced_at, unit_price, amount, *, commas):
    expected = values(row, commas)
    assert [quantity, unit_price, amount] == [
        expected[name] for name in ("quantity", "unit_price", "amount")
    ]
    assert invoice_id is not None
    assert expected["invoiced_at"] in (invoiced_at, None)


def test_each_error_says_what_is_wrong(outcomes):
    clear = "|".join(["no date in column", "a header, but no lines", "date_order"])
    assert len(outcomes.errors) > FILES / 20
    assert [error for error in outcomes.errors if not re.search(clear, error)] == []


def test_what_can_be_read_builds_with_every_line_accounted_for(outcomes, tmp_path):
    files = [path for path in outcomes.read if path not in outcomes.too_large_to_add_up][-50:]
    assert len(files) == 50
    build = build_tables(
        tmp_path,
        *ONLY_TABLES,
        invoices=";".join(map(str, files)),
        settings={"max_rejected_share": 1},
    )
    [(read, rejected, repeated, classified)] = build.query(
        """select lines_before, (select count(*) from rejected_lines),
            (select count(*) from repeated_lines), (select count(*) from invoice_lines)
        from cleaning_audit where step = 'raw'"""
    )
    assert read == sum(outcomes.read[path] for path in files)
    assert read == rejected + repeated + classified
    assert min(rejected, classified) > 0


@st.composite
def shop_files(draw: st.DrawFn) -> tuple[bool, list[tuple[Decimal, str, str]]]:
    """Whether thousands are grouped; quantities, how one program writes them, and prices."""
    places = draw(st.integers(0, 3))
    grouping = draw(st.sampled_from(["", ","]))
    quantities = draw(st.lists(st.decimals(-(10**7), 10**7, places=places), min_size=1, max_size=8))
    prices = draw(st.lists(st.decimals(0, 9999, places=2), min_size=8, max_size=8))
    commas = str.maketrans(",.", ".,") if draw(st.booleans()) else {}
    return bool(grouping), [
        (
            quantity,
            f"{quantity:{grouping}.{places}f}".translate(commas),
            f"{price:{grouping}.2f}".translate(commas),
        )
        for quantity, price in zip(quantities, prices, strict=False)
    ]


@settings(max_examples=60, deadline=None)
@given(shop_file=shop_files())
def test_no_number_is_read_as_another(warehouse, compiled_models, tmp_path_factory, shop_file):
    """Decimal commas are understood; a thousand separator is too, or the line is rejected."""
    is_grouped, lines = shop_file
    folder = tmp_path_factory.mktemp("style")
    path = folder / "a.csv"
    rows = [f"1;2024-01-31;{quantity};{price}" for _, quantity, price in lines]
    path.write_text("\n".join(["customer_id;invoiced_at;quantity;unit_price", *rows]))
    files = open_invoices(str(path), workdir=folder)
    set_rejected_lines_aside(warehouse, compiled_models, files)
    found = warehouse.execute(
        f"""select line_id % 1000000000000 - 2, quantity
        from ({compiled_models.sql("stg_invoice_lines", files=files)})"""
    ).fetchall()
    assert [(at, lines[at][0]) for at, _ in found] == found
    assert is_grouped or len(found) == len(lines)
