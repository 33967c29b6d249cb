"""Whatever is in a CSV file, every record is accounted for, or one clear error comes out.

Each run makes up 300 files: quotes, separators, line breaks and NUL in cells, huge, negative and
infinite numbers, far dates, wrong types and widths. Those that can be read are built together by
dbt.
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
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from quintile.inputs.invoice_files import InputError, open_invoices

pytestmark = pytest.mark.slow

FILES_AT_ONCE, TIMES = 30, 10
NAMES = ["invoice_id", "stock_code", "quantity", "invoiced_at", "unit_price", "customer_id"]
WORDS_FOR_NOTHING = {"na", "n/a", "nan", "-nan", "nat", "none", "null", "undefined"}
LARGEST = Decimal("99999999999999.9999")
BLANKS = "".join(
    chr(code)
    for first, last in [
        *((0, 0x20), (0x7F, 0xA0), (0xAD, 0xAD), (0x1680, 0x1680), (0x180E, 0x180E)),
        *((0x2000, 0x200F), (0x2028, 0x202F), (0x205F, 0x206F), (0x3000, 0x3000), (0xFEFF, 0xFEFF)),
    ]
    for code in range(first, last + 1)
)

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
    return content.decode("latin-1").replace("\0", "\ufffd")


def records(content: bytes) -> dict[int, list[str] | None]:
    """The records of a file as the csv module reads them, by the number of their first line.

    Where line breaks join lines that have too few or too many fields together, each of the lines
    stands for itself: None. So does a line that has the right number if its quotes mean nothing.
    Up to five last lines with nothing but words in one cell are a footer.
    """
    text = decode(content)
    delimiter = re.search('invoice_id"?(.)', text)[1]
    lines = dict(enumerate(re.split(r"\r\n|\n|\r", text), start=1))
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    found, first = {}, 1
    for row in rows:
        is_plain = len(lines[first].split(delimiter)) == len(NAMES)
        if len(row) == len(NAMES) or (rows.line_num == first and not is_plain):
            found[first] = row
        else:
            found |= {at: None for at in range(first, rows.line_num + 1) if lines[at]}
        first = rows.line_num + 1
    filled = {at: row for at, row in found.items() if at > 1 and lines[at].strip(delimiter)}
    for at in sorted(filled)[:-6:-1]:
        cells = [cell.strip() for cell in lines[at].split(delimiter)]
        words = [cell for cell in cells if cell not in {"", '""'}]
        if len(words) != 1 or not re.fullmatch(r'("?)[^\W\d_]([^\W\d_]|[ .:!*-])*\1', words[0]):
            break
        del filled[at]
    return filled


def readings(cell: str, *, is_money: bool) -> set[Decimal | None] | None:
    """The numbers that a cell may be taken for, None among them if it may be rejected."""
    cell = cell.strip(BLANKS)
    if is_money and cell.endswith("€"):
        cell = cell.removesuffix("€").strip(BLANKS)
    if re.fullmatch("[-+]?[1-9][0-9]{0,2}[.,][0-9]{3}", cell):
        decimal, thousand = cell.replace(",", "."), re.sub("[.,]", "", cell)
        return {rounded(Decimal(decimal)), rounded(Decimal(thousand)), None}
    cell = re.sub(
        r"^([-+]?[1-9][0-9]{0,2}(?:[.][0-9]{3})+)(?=,)",
        lambda found: found[1].replace(".", ""),
        cell,
    )
    cell = re.sub("^([-+]?[0-9]*),([0-9]+)$", r"\1.\2", cell)
    if re.fullmatch(r"[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?", cell):
        return {rounded(Decimal(cell))}
    return None if re.search("[0-9]", cell) else {None}


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
    unfit: set[Path] = field(default_factory=set)
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
        yield connection


UNFIT = """
    select source_file from date_formats
    where not has_dates or date_order is null and ambiguous_example is not null
    union all
    select source_file from currencies_found where sign != '€'
    union all
    select source_file from stg_invoice_lines where greatest(abs(quantity), abs(amount)) > 1e9
"""
"""Files that stop a build: without dates, with dates or money in doubt, with huge numbers."""


@settings(
    max_examples=TIMES,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=[*HealthCheck],
    report_multiple_bugs=False,
)
@given(contents=st.lists(csv_files(), min_size=FILES_AT_ONCE, max_size=FILES_AT_ONCE))
def test_every_record_is_read_right_or_rejected_or_one_error_comes_out(
    warehouse, compiled_models: CompiledModels, outcomes, folder, contents
):
    opened = {}
    for content in contents:
        path = folder / f"{len(outcomes.read) + len(outcomes.errors) + len(opened)}.csv"
        path.write_bytes(content)
        try:
            [opened[path]] = open_invoices(str(path), workdir=folder / "copies")
        except InputError as error:
            outcomes.errors.append(str(error).removeprefix(f"{path}: "))
    assume(opened)
    compiled_models.read_files(warehouse, [*opened.values()])
    rejected = warehouse.execute(
        "select source_file, line_number, column_name, raw_text, reason from rejected_lines"
    ).fetchall()
    typed = warehouse.execute(
        """select source_file, line_id % 1000000000000, invoice_id, quantity, invoiced_at,
            unit_price, amount
        from parsed_invoice_lines where problem_column is null"""
    ).fetchall()
    expected = {
        (str(path), number): row
        for path in opened
        for number, row in records(path.read_bytes()).items()
    }
    assert sorted(row[:2] for row in rejected + typed) == sorted(expected)
    for *place, column, raw_text, reason in rejected:
        if row := expected[*place]:
            assert_rightly_rejected(row, column, raw_text, reason)
    for *place, invoice_id, quantity, invoiced_at, unit_price, amount in typed:
        assert invoice_id is not None
        assert_rightly_read(expected[*place], quantity, invoiced_at, unit_price, amount)
    outcomes.read |= {path: len(records(path.read_bytes())) for path in opened}
    outcomes.unfit |= {Path(file) for (file,) in warehouse.execute(UNFIT).fetchall()}


def without_trailing_delimiters(row: list[str]) -> list[str]:
    """A row, but for the empty cells too many that a small file may have in all its lines."""
    return row[: len(NAMES)] if not any(row[len(NAMES) :]) else row


def assert_rightly_rejected(row, column, raw_text, reason):
    if column != "line":
        row = without_trailing_delimiters(row)
    if len(row) != len(NAMES):
        assert (column, reason) == ("line", f"fields: {len(row)} instead of {len(NAMES)}")
        return
    cells = dict(zip(NAMES, row, strict=True))
    numbers = [
        readings(cells[name], is_money=name == "unit_price") for name in ("quantity", "unit_price")
    ]
    if column == "invoiced_at":
        assert as_datetime(cells[column]) is None
    elif column == "amount":
        cells["amount"] = f"{cells['quantity']} x {cells['unit_price']}"
        quantity, price = (
            max((abs(number) for number in meant or () if number is not None), default=LARGEST)
            for meant in numbers
        )
        assert rounded(quantity * price) is None
    elif column != "invoice_id":
        meant = numbers[column == "unit_price"]
        assert meant is None or None in meant
    assert raw_text == (cells[column] or None)
    cell = cells[column].strip(BLANKS)
    names_nothing = column == "invoice_id" and cell.lower() in WORDS_FOR_NOTHING
    assert (reason == "missing") == (cell == "" or names_nothing)


def assert_rightly_read(row, quantity, invoiced_at, unit_price, amount):
    cells = dict(zip(NAMES, without_trailing_delimiters(row), strict=True))
    for name, value in (("quantity", quantity), ("unit_price", unit_price)):
        meant = readings(cells[name], is_money=name == "unit_price")
        assert value in meant if meant else same_digits(cells[name], value)
    assert abs(amount - quantity * unit_price) <= (abs(quantity) + 1) * Decimal("0.00005")
    assert as_datetime(cells["invoiced_at"]) in (invoiced_at, None)


def same_digits(cell: str, value: Decimal) -> bool:
    """Whether a number has the digits of its text, apart from zeros."""
    digits = re.sub("[^0-9]", "", cell).strip("0")
    return "e" in cell.lower() or digits.startswith(
        f"{abs(value):f}".replace(".", "").strip("0")[:8]
    )


def test_each_error_says_what_is_wrong(outcomes):
    clear = "a header, but no lines"
    assert outcomes.errors
    assert [error for error in outcomes.errors if not re.search(clear, error)] == []


def test_what_can_be_read_builds_with_every_line_accounted_for(outcomes, tmp_path):
    files = [path for path in outcomes.read if path not in outcomes.unfit][-50:]
    assert len(files) == 50
    build = build_tables(
        tmp_path,
        *ONLY_TABLES,
        invoices=";".join(map(str, files)),
        settings={"max_rejected_share": 1, "as_of_date": "2199-12-31"},
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


@settings(max_examples=6, deadline=None, phases=[Phase.generate])
@given(shops=st.lists(shop_files(), min_size=10, max_size=10))
def test_no_number_is_read_as_another(warehouse, compiled_models, tmp_path_factory, shops):
    """Decimal marks and thousands are understood, or the line is rejected."""
    folder = tmp_path_factory.mktemp("style")
    for number, (_, lines) in enumerate(shops):
        rows = [f"1;2024-01-31;{quantity};{price}" for _, quantity, price in lines]
        text = "\n".join(["customer_id;invoiced_at;quantity;unit_price", *rows])
        (folder / f"{number}.csv").write_text(text)
    compiled_models.read_files(warehouse, open_invoices(str(folder), workdir=folder / "copies"))
    for number, (is_grouped, lines) in enumerate(shops):
        found = warehouse.execute(
            """select line_id % 1000000000000 - 2, quantity from parsed_invoice_lines
            where problem_column is null and source_file = ?""",
            [str(folder / f"{number}.csv")],
        ).fetchall()
        assert [(at, lines[at][0]) for at, _ in found] == found
        assert is_grouped or len(found) == len(lines)
