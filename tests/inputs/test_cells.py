"""Numbers, dates and ids as people and programs write them: read right, or rejected."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from decimal import Decimal

import duckdb
import pytest
from compiled_models import CompiledModels, logged, memory
from conftest import rows_of
from dbt_common.exceptions import CompilationError

PLAIN = {
    "source_file": "a.csv",
    "customer_id": "A",
    "quantity": "1",
    "invoiced_at": "2024-01-05",
    "unit_price": "1",
}
REASONS = {
    "missing": "missing",
    "no number": "not a number of at most 14 digits before the point",
    "unclear": "unclear whether a decimal or a thousand",
    "no date": "not a date from 1900 to 2199",
    "unknown zone": "a time of an unknown zone",
}

Read = Callable[..., duckdb.DuckDBPyConnection]


@pytest.fixture(scope="module")
def read(compiled_models: CompiledModels) -> Iterator[Read]:
    """Read lines given as columns of texts; other columns are filled."""
    with memory() as connection:

        def read(**columns: list) -> duckdb.DuckDBPyConnection:
            lines = len(next(iter(columns.values())))
            filled = {name: [text] * lines for name, text in PLAIN.items()} | columns
            texts = ", ".join(f"unnest(?::varchar[]) as {name}" for name in filled)
            connection.execute(
                f"create or replace table given as select {texts}", [*filled.values()]
            )
            cells = compiled_models.macro(
                "cells_by_kind", columns={name: name for name in filled}, types={}
            )
            compiled_models.read_lines(
                connection,
                f"""select source_file, rowid + 2 as line_number, rowid as line_id, {cells},
                null::varchar as unreadable_text, null::varchar as unreadable_reason,
                false as has_uci_headers
                from given""",
            )
            return connection

        yield read


def found(connection: duckdb.DuckDBPyConnection, column: str) -> list:
    """The values of a column, or the reasons why there are none."""
    rows = connection.execute(
        f"""select {column}, problem_column, reason from parsed_invoice_lines
        left join rejected_lines using (line_number) order by line_number"""
    ).fetchall()
    assert {problem for _, problem, _ in rows} <= {None, column}
    return [reason if problem else value for value, problem, reason in rows]


def read_examples(read: Read, column: str, table: str) -> dict[str, list]:
    """What is read of each line of a table of texts and meanings, a line being a file."""
    cells = [
        (line, cell.split(" -> ")[0])
        for line in table.splitlines()[1:]
        for cell in line.split(" | ")
    ]
    files, texts = (list(column) for column in zip(*cells, strict=True))
    values: dict[str, list] = {}
    for file, value in zip(
        files, found(read(source_file=files, **{column: texts}), column), strict=True
    ):
        values.setdefault(file, []).append(value)
    return values


# Numbers


NUMBERS = """
1,234.50 -> 1234.5 | 2,000 -> 2000 | 3.25 -> 3.25 | 1.000 -> 1 | 1,234,567 -> 1234567
1.234,50 -> 1234.5 | 2.000 -> 2000 | 3,25 -> 3.25 | 1,000 -> 1 | 1.234.567 -> 1234567
1 234,50 -> 1234.5 | 1\u00a0234 -> 1234 | 1\u202f234\u2009567 -> 1234567
1'234.50 -> 1234.5 | 1\u2019234 -> 1234
1,23,456.00 -> 123456 | 12,34,567 -> 1234567 | 5 -> 5
$10 -> 10 | $ 1,250.00 -> 1250 | -$3.50 -> -3.5 | $-3.50 -> -3.5 | ($3.50) -> -3.5
12,99 € -> 12.99 | €12,99 -> 12.99 | 1.000,00€ -> 1000 | 12,99 EUR -> 12.99
kr 99.50 -> 99.5 | 1 299.00 kr. -> 1299 | 7 -> 7
CHF 1'299.05 -> 1299.05 | CHF 5.00 -> 5 | 5.00 chf -> 5
Rs.500.00 -> 500 | Rs. 1,00,000.00 -> 100000
$10.00 USD -> 10 | USD 5.00 -> 5 | US$5.00 -> 5
(12.00) -> -12 | 12.00- -> -12 | - 12.00 -> -12 | \u221212.00 -> -12 | +12.00 -> 12
\u201412.00 -> -12 | 5 -> 5
.5 -> 0.5 | 5. -> 5 | -.5 -> -0.5 | 0.250 -> 0.25 | 1e3 -> 1000 |  7\t -> 7
0,250 -> 0.25 | ,5 -> 0.5 | 1234,567 -> 1234.567 | 1.234,567 -> 1234.567
12,99 -> 12.99 | 12.50 -> 12.5 | 1,000 -> unclear | 1.000 -> unclear
1,000 -> unclear | 1.000 -> unclear | -2,500 -> unclear | 12 -> 12 | 1 000 -> 1000
12% -> no number | five -> no number | 5 pcs -> no number | 1,00,0 -> no number |  -> missing
--5 -> no number | (-5) -> no number | 5 6 -> no number | 1 23 -> no number | 1.2.3 -> no number
nan -> no number | inf -> no number | 0x1F -> no number | 999999999999999 -> no number
7 -> 7 | \u00a0 -> missing
1,0000 -> 1 | 12,34 -> 12.34 | 1.23.456,5 -> no number
"""


@pytest.fixture(scope="module")
def numbers_read(read) -> dict[str, list]:
    return read_examples(read, "unit_price", NUMBERS)


@pytest.mark.parametrize("line", NUMBERS.splitlines()[1:])
def test_numbers_of_one_column(numbers_read, line):
    meant = [cell.split(" -> ")[1] for cell in line.split(" | ")]
    assert numbers_read[line] == [REASONS.get(text) or Decimal(text) for text in meant]


@pytest.mark.parametrize(
    ("quantity", "unit_price", "expected"),
    [
        ("1,000", "2.50", Decimal(1000)),
        ("1,000", "2,50", Decimal(1)),
        ("1.000", "2.50", Decimal(1)),
        ("1.000", "2,50", REASONS["unclear"]),
        ("1,000", "2", REASONS["unclear"]),
        ("£5", "£5", REASONS["no number"]),
    ],
)
def test_other_columns_tell_what_a_thousand_is(read, quantity, unit_price, expected):
    """But raw quantities may stand beside formatted prices, so that 1.000 needs a proof."""
    lines = read(quantity=[quantity], unit_price=[unit_price])
    assert found(lines, "quantity") == [expected]


def test_a_price_of_many_decimals_is_rounded_only_after_it_was_multiplied(read):
    quantities = ["10000", "-10000", "10000", "10000", "3", "100000"]
    prices = ["0.00125", "0.00125", "0,00125", "1,234.00001", "8.4033613445", "2.55000"]
    lines = read(source_file=[*"abcdef"], quantity=quantities, unit_price=prices)
    expected = [12.5, -12.5, 12.5, 12340000.1, 25.2101, 255000]
    amounts = lines.execute("select amount from parsed_invoice_lines order by line_id").fetchall()
    assert [amount for (amount,) in amounts] == [Decimal(str(amount)) for amount in expected]


def test_money_of_rejected_lines_is_known_or_bounded(read):
    lines = read(
        quantity=["2", "2", "2", "many"],
        unit_price=["10", "1,500", "much", "10"],
        invoiced_at=["soon", *["2024-01-05"] * 3],
    )
    assert lines.execute(
        "select column_name, amount, amount_at_most from rejected_lines order by line_number"
    ).fetchall() == [
        ("invoiced_at", 20, 20),
        ("unit_price", None, 3000),
        ("unit_price", None, None),
        ("quantity", None, None),
    ]


def test_every_reason_for_rejections_is_logged_or_counted(compiled_models, read):
    reasons = [f"fields: {fields} instead of 8" for fields in range(100, 125)]
    lines = read(unit_price=["1"])
    lines.execute("truncate rejected_lines")
    for reason in reasons:
        lines.execute(
            "insert into rejected_lines (source_file, column_name, reason) values ('a', 'line', ?)",
            [reason],
        )
    with logged() as messages:
        compiled_models.check("log_rejected_lines", lines, rejected_lines="rejected_lines")
    assert len(messages) == 21
    assert messages[-1] == "Rejected 5 more lines for other reasons"


def test_money_is_of_one_currency(compiled_models, read):
    lines = read(unit_price=["$5", "5 CAD", "C$5", "5"], currency=["cad ", None, None, None])
    compiled_models.check("check_one_currency", lines, currencies_found="currencies_found")
    lines = read(unit_price=["$5", "5 €", "£5"], source_file=["a.csv", "a.csv", "b.csv"])
    places = r"\$ \(in a\.csv, line 2\), £ \(in b\.csv, line 4\), € \(in a\.csv, line 3\)"
    with pytest.raises(CompilationError, match=places):
        compiled_models.check("check_one_currency", lines, currencies_found="currencies_found")


def test_what_is_no_currency_is_not_shown(compiled_models, read):
    lines = read(unit_price=["$5", "5"], currency=["USD", "forget-me-7Q"])
    place = r"a text that is not a currency \(in a\.csv, line 3\)"
    with pytest.raises(CompilationError, match=place) as raised:
        compiled_models.check("check_one_currency", lines, currencies_found="currencies_found")
    assert "7Q" not in str(raised.value).upper()


@pytest.mark.parametrize(
    ("status", "is_known", "shown"),
    [
        ("eingetroffen", False, True),
        ("K-77", False, False),
        ("a@b.cd", False, False),
        ("2", True, True),
    ],
)
def test_a_status_that_may_be_an_id_is_not_shown(compiled_models, status, is_known, shown):
    said = compiled_models.macro("shown_status", status=status, is_known=is_known)
    assert (said == status) == shown
    assert (status in said) == shown


# Dates


DATES = """
2024-01-05 10:15:30 -> 05 10:15:30 | 2024-01-05T10:15 -> 05 10:15 | 2024-01-05 -> 05
2024-1-5 -> 05 | 2024/1/5 8:26 -> 05 08:26 | 2024.01.05 -> 05 | 2024-01-05\t9:05 PM -> 05 21:05
1/5/2024 8:26 -> 05 08:26 | 01/13/2024 -> 13 | 1/5/24, 10:15:30 PM -> 05 22:15:30
5/1/2024 8:26 -> 05 08:26 | 13/01/2024 -> 13 | 5-1-24 -> 05 | 05-01-2024 12:15 am -> 05 00:15
05.01.2024 -> 05 | 5.1.24 8:26 -> 05 08:26 | 5. 1. 2024 -> 05 | 05.01.2024 10.15.30 -> 05 10:15:30
05-Jan-24 -> 05 | 5 January 2024 -> 05 | 5. Jan. 2024 10:15 -> 05 10:15 | 05JAN2024 -> 05
Jan 05, 2024 -> 05 | Jan-05-24 -> 05 | January 5th, 2024 -> 05 | Jan 5 2024 10:15PM -> 05 22:15
2024-Jan-05 -> 05 | 5th of January 2024 -> 05 | Jan 5, 2024 at 10:15 p.m. -> 05 22:15
Fri, 05 Jan 2024 10:15:30 GMT -> 05 10:15:30 | Friday, January 5, 2024 -> 05
Fri Jan  5 10:15:30 2024 -> 05 10:15:30 | Fri Jan 05 10:15:30 UTC 2024 -> 05 10:15:30
Fri Jan 05 2024 10:15:30 GMT+0100 (Central European Standard Time) -> 05 09:15:30
05/Jan/2024:10:15:30 +0000 -> 05 10:15:30 | 10:15:30 Jan 05, 2024 PST -> 05 18:15:30
20240105 -> 05 | 20240105101530 -> 05 10:15:30 | 20240105T101530Z -> 05 10:15:30
202401051015 -> 05 10:15
1704449730 -> 05 10:15:30 | 1704449730.5 -> 05 10:15:30.500 | 1704449730000 -> 05 10:15:30
1704449730000000 -> 05 10:15:30 | 1704449730000000000 -> 05 10:15:30
2024-01-05T10:15:30Z -> 05 10:15:30 | 2024-01-05 10:15:30+05:00 -> 05 05:15:30
2024-01-05 10:15 -0500 -> 05 15:15 | 5 Jan 2024 10:15-05 -> 05 15:15
05.01.2024 10:15 UTC -> 05 10:15
05.01.2024, 10:15 Uhr -> 05 10:15 | 05.01.2024 um 10:15 -> 05 10:15 | 5.1.2024 klo 10.15 -> 05 10:15
13/01/2024 à 10:15 -> 13 10:15 | 13/01/2024 - 10:15 h -> 13 10:15
13/01/2024 10:15 p. m. -> 13 22:15
1er janvier 2024 -> 01 | 5 janvier 2024 à 10h15 -> 05 10:15 | 05-janv.-24 -> 05
5 JANV. 2024 10 h 15 -> 05 10:15 | 5. Januar 2024, 10:15 Uhr -> 05 10:15 | 5. Jän. 2024 -> 05
5 de enero de 2024 10:15 -> 05 10:15 | 05-ene-24 -> 05 | gennaio 5, 2024 -> 05
5 stycznia 2024 10:15 -> 05 10:15 | 5. tammikuuta 2024 klo 10.15 -> 05 10:15 | 5 Ocak 2024 -> 05
2024. január 5. 10:15 -> 05 10:15 | 5 stycznia 2024 r. -> 05 | 05.01.2024 r. -> 05
1º de janeiro de 2024 às 10:15 -> 01 10:15 | 1° gennaio 2024 -> 01 | 5 sty 2024 o 10:15 -> 05 10:15
vendredi 5 janvier 2024 10:15 -> 05 10:15 | Ven. 5 janv. 2024 -> 05 | lundi 1er janvier 2024 -> 01
Freitag, 5. Januar 2024 -> 05 | Fr., 05.01.2024 -> 05
viernes, 5 de enero de 2024 -> 05 | Fr 2024-01-05 -> 05
ven 13/01/2024 -> 13 | den 5 januari 2024 -> 05 | sexta-feira, 5 de janeiro de 2024 -> 05
5 de enero de 2024 10:15 hs. -> 05 10:15 | 5 gennaio 2024 ore 10:15 -> 05 10:15
2024. 01. 05. -> 05 | 2024.01.05. 10:15 -> 05 10:15 | 2024. 1. 5 -> 05
2024年1月5日 -> 05 | 2024年1月5日 10:15 -> 05 10:15 | 2024년 1월 5일 -> 05
5 января 2024 г. -> 05 | 05 янв. 2024 10:15 -> 05 10:15
пятница, 5 января 2024 г., 10:15 -> 05 10:15
5 січня 2024 р. -> 05 | 5 Ιανουαρίου 2024 -> 05 | 5 ΙΑΝ 2024 -> 05 | 5 януари 2024 -> 05
before 05.01.2024 -> no date | Freitag 5 2024 -> no date | Freitag -> no date
5 janvember 2024 -> no date | 5 juillett 2024 -> no date | 5 xjan 2024 -> no date
2024010510 -> 05 10:00 | 2024011323 -> 13 23:00
2024-01-05 10:15 EST -> 05 15:15 | 2024-01-05 10:15 America/New_York -> 05 15:15
2024-01-05T10:15:30+01:00[Europe/Paris] -> 05 09:15:30 | 2024-01-05T10:15[Europe/Paris] -> 05 09:15
2024-01-05 10:15:30,123 -> 05 10:15:30.123 | 2024-01-05T10:15:30.123456789Z -> 05 10:15:30.123456
45296 -> 05 | 45296.427430556 -> 05 10:15:30
45296 -> no date | 2024-01-05 -> 05
epoch -> no date | infinity -> no date | now -> no date | today -> no date | 2024-01-05 -> 05
2024-02-30 -> no date | 2024-01-05 25:00 -> no date
2024-01-05 13:15 PM -> no date | 2024 -> no date
12/13-2024 -> no date | Jan 2024 -> no date | 5 -> no date | 0000-00-00 -> no date |  -> missing
2024-01-05 10:15 IST -> unknown zone | 2024-01-05 10:15 Mars/Base -> unknown zone
"""


@pytest.fixture(scope="module")
def dates_read(read) -> dict[str, list]:
    return read_examples(read, "invoiced_at", DATES)


@pytest.mark.parametrize("line", DATES.splitlines()[1:])
def test_dates_of_one_column(dates_read, line):
    meant = [cell.split(" -> ")[1] for cell in line.split(" | ")]
    assert dates_read[line] == [
        REASONS.get(text) or datetime.fromisoformat(f"2024-01-{text}") for text in meant
    ]


def test_mar_is_march_or_a_tuesday(read):
    lines = read(invoiced_at=["Mar 15, 2024", "mar 15 2024", "mar 16/01/2024", "mar. 16 ene 2024"])
    assert [f"{day:%m-%d}" for day in found(lines, "invoiced_at")] == ["03-15"] * 2 + ["01-16"] * 2


def test_accents_may_be_characters_of_their_own(read):
    lines = read(invoiced_at=["5. Ma\u0308rz 2024", "5 aou\u0302t 2024"])
    assert [f"{day:%m-%d}" for day in found(lines, "invoiced_at")] == ["03-05", "08-05"]


def test_years_of_two_digits_are_from_1969_to_2068(read):
    lines = read(invoiced_at=["31-Dec-68", "31-Dec-69", "31.12.99"])
    assert [day.year for day in found(lines, "invoiced_at")] == [2068, 1969, 1999]


def test_a_year_of_two_digits_that_stands_last_is_no_doubt(compiled_models, read):
    for mark in ("-", "."):
        days = ["13-01-23", "14-02-24", "15-03-24"]
        connection = read(invoiced_at=[day.replace("-", mark) for day in days])
        compiled_models.check("check_dates", connection, date_formats="date_formats")
        assert [day.year for day in found(connection, "invoiced_at")] == [2023, 2024, 2024]


def test_a_date_that_contradicts_the_order_that_is_set_is_logged(compiled_models, read):
    connection = read(invoiced_at=["02/03/2024", "01/25/2024"])
    connection.execute("update date_formats set date_order = 'dmy'")
    tables = ["cell_texts", "date_texts", "date_formats", "number_formats", "currencies_found"]
    with logged() as messages:
        compiled_models.check("log_formats", connection, **dict(zip(tables, tables, strict=True)))
    assert "day first, as date_order says, although line 3 proves the other order" in messages[0]


MARCH = [date(2024, 3, day) for day in range(1, 25)]
SWAPPED = [f"{day:%Y-%d-%m}" if day.day <= 12 else f"{day:%d/%m/%Y}" for day in MARCH]


def check_swapped_dates(compiled_models: CompiledModels, read: Read, days: list[str]) -> None:
    compiled_models.check(
        "check_swapped_dates",
        read(invoiced_at=days),
        lines="parsed_invoice_lines",
        cell_texts="cell_texts",
        date_texts="date_texts",
    )


@pytest.mark.parametrize("days", [SWAPPED, SWAPPED[9:15]])
def test_dates_of_which_a_spreadsheet_swapped_half_are_refused(compiled_models, read, days):
    first = min(day for day in days if day.startswith("2024"))
    message = rf"\('13/03/2024', line {days.index('13/03/2024') + 2}\).*\({first}, line 2\)"
    with pytest.raises(CompilationError, match=message):
        check_swapped_dates(compiled_models, read, days)


@pytest.mark.parametrize(
    "days",
    [
        [f"{day:%d/%m/%Y}" for day in MARCH],
        [f"{day}" for day in MARCH],
        [*SWAPPED, "05/03/2024"],
        [*SWAPPED, "2024-03-13"],
        [*SWAPPED, "soon"],
        SWAPPED[:14],
        SWAPPED[10:],
    ],
)
def test_dates_that_may_be_right_are_not_refused(compiled_models, read, days):
    check_swapped_dates(compiled_models, read, days)


@pytest.mark.parametrize(
    ("dates", "message"),
    [
        (
            ["", "soon"],
            r"a\.csv, line 3: no date in column 'invoiced_at'.* read: 2024-01-31; 31\.01",
        ),
        (["2024-12-25", "1/2/2024 8:26"], "does '1/2/2024 8:26' .* the month or the day first"),
        (["24-01-13", "24-02-14", "24-03-13"], r"does '24-01-13' .* begin or end with the year"),
        (["24-01-13", "24-01-13"], r"does '24-01-13' .* begin or end with the year"),
        (["24.01.05", "24.02.13"], r"does '24\.01\.05' .* begin or end with the year"),
        (
            ["12/13/2024", "14/12/2024"],
            r"day first \('14/12/2024', line 3\) and .* \('12/13/2024', line 2\)",
        ),
    ],
)
def test_dates_that_stop_the_build(compiled_models, read, dates, message):
    connection = read(invoiced_at=dates)
    with pytest.raises(CompilationError, match=message):
        compiled_models.check("check_dates", connection, date_formats="date_formats")


# Ids


def test_customer_ids(read):
    expected = {
        "17850": "17850",
        "17850.0": "17850",
        "17850.00": "17850",
        "17850,0": "17850",
        "00123": "00123",
        "00123.0": "00123",
        "10.000": "10.000",
        "10,000": "10,000",
        "10.0000": "10",
        "1000.000": "1000",
        "user@v1.0": "user@v1.0",
        "A1.0": "A1.0",
        "Ann@Example.ORG": "ann@example.org",
        "Ann": "Ann",
        "\t\u00a0A 1\ufeff\u200b\r\n": "A 1",
        "\u200bÜnal ": "Ünal",
        "Zoe\u0308 Mu\u0308ller": "Zoë Müller",
        "Ann\u00a0\u2009 Lee": "Ann Lee",
        "12  34": "12 34",
        "N.A.": "N.A.",
        **dict.fromkeys(["NA", " n/a", "#N/A", "<NA>", "NaN", "NULL", "None\t", " ", ""]),
        **dict.fromkeys(["\\N", "(null)", "[NULL]", "<null>", "NaT", "#NA"]),
        **dict.fromkeys(["-", "--", ".", "???"]),
        **dict.fromkeys(["#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"]),
        **dict.fromkeys(["#NV", "#N/D", "#WERT!", "#¡VALOR!", "(blank)", "undefined", "-nan"]),
        **dict.fromkeys(["Summe", "Grand Total", "Gesamtergebnis:", "Total général", "合计"]),
        "Nat K": "Nat K",
        "Total Tools": "Total Tools",
        "N": "N",
        "#NAME": "#NAME",
    }
    assert found(read(customer_id=[*expected]), "customer_id") == [*expected.values()]


def test_customers_with_an_invoice_may_be_named_like_totals(read):
    lines = read(customer_id=["Total", "Sum", "Summe"], invoice_id=["1", "R 2", " "])
    read_ids = "select customer_id from parsed_invoice_lines order by line_number"
    assert lines.execute(read_ids).fetchall() == [("Total",), ("Sum",), (None,)]


@pytest.mark.parametrize("column", ["invoice_id", "stock_code", "customer_id", "description"])
def test_rows_of_totals_without_a_date_are_passed_over(compiled_models, read, column):
    words = ["A", "Summe:", "Total (3)", "Totals", "Totalisator"]
    dates = ["2024-01-05", "", " ", "x", ""]
    lines = read(**{column: words, "invoiced_at": dates})
    totals = "a row of totals"
    assert found(lines, "invoiced_at") == [
        datetime(2024, 1, 5), totals, totals, REASONS["no date"], REASONS["missing"]
    ]  # fmt: skip
    money = lines.execute(
        "select distinct amount, amount_at_most from rejected_lines where reason = ?", [totals]
    )
    assert money.fetchall() == [(None, None)]
    with logged() as messages:
        compiled_models.check("log_rejected_lines", lines, rejected_lines="rejected_lines")
    assert "Passed over 2 lines: a row of totals (a.csv, line 3)" in messages
    with pytest.raises(CompilationError, match=r"2 of 5 lines could not be read"):
        compiled_models.check(
            "check_rejected_share",
            lines,
            rejected_lines="rejected_lines",
            lines="parsed_invoice_lines",
        )


def test_missing_invoice_ids_are_rejected(read):
    lines = read(invoice_id=["7", "NA", " "])
    missing = REASONS["missing"]
    assert found(lines, "invoice_id") == ["7", missing, missing]


def test_ids_that_a_spreadsheet_rounded_stop_the_build(compiled_models, read):
    lines = read(customer_id=["12E4", "1E5", "me@example.org", "6.21450E+12"])
    message = r"a\.csv, line 5: 6\.21450E\+12 in the column for customer_id"
    with pytest.raises(CompilationError, match=message):
        compiled_models.check("check_ids", lines, lines="parsed_invoice_lines")
    rounded = ["6.2145e+12", "6,2145E+12", "6.2145E12", "6E+12"]
    condition = compiled_models.macro("is_rounded_id", id="id")
    assert rows_of(f"select id from (select unnest(?) as id) where {condition}", [rounded]) == [
        (each,) for each in rounded
    ]
