"""The sample: the same bytes everywhere, every planted kind of line, and any size."""

from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner
from conftest import rows_of

from quintile.sample import invoices as sample_invoices
from quintile.sample import shop
from quintile.sample import write as sample_write
from quintile.sample.__main__ import main
from quintile.sample.write import invoice_lines, planted_types, write_invoices

SAMPLE = Path(__file__).parents[2] / "data" / "sample" / "invoices.csv"
DEFAULTS = {"customers": 2000, "lines": 20_000, "seed": 1}
TEXT = "types = {'invoice_id': 'varchar', 'stock_code': 'varchar', 'customer_id': 'varchar'}"


@pytest.fixture(scope="module")
def sample():
    """The committed file as `lines`, one row of it per invoice as `invoices`, and the truth."""
    connection = duckdb.connect()
    connection.register("planted", planted_types(customers=2000, seed=1))
    connection.execute(f"""
        create table lines as
        select *, regexp_replace(customer_id, '[.]0$', '') as id, invoice_id like 'C%' as cancelled
        from read_csv('{SAMPLE}', {TEXT})
    """)
    connection.execute("""
        create table invoices as
        select invoice_id, id, cancelled, any_value(invoiced_at) as invoiced_at,
            sum(quantity * unit_price) as amount,
            list_sort(list((stock_code, abs(quantity), unit_price))) as contents
        from lines group by invoice_id, id, cancelled
    """)
    connection.execute("""
        create table returned as
        select lines.*, count(*) as purchases, max(bought.quantity) as most,
            sum(bought.quantity) as total
        from lines join lines as bought on bought.id = lines.id
            and bought.stock_code = lines.stock_code and bought.quantity > 0
            and bought.invoiced_at < lines.invoiced_at
        where lines.cancelled
        group by all
    """)
    return lambda query: connection.execute(query).fetchall()


def lines_of(**options) -> list[tuple]:
    table = invoice_lines(**DEFAULTS | options).read_all()
    return list(zip(*table.to_pydict().values(), strict=True))


def test_the_committed_sample_is_what_the_generator_writes(tmp_path):
    write_invoices(tmp_path / "again.csv", **DEFAULTS)
    assert (tmp_path / "again.csv").read_bytes() == SAMPLE.read_bytes()


def test_the_sample_is_a_small_file_that_exercises_a_csv_reader():
    content = SAMPLE.read_bytes()
    assert len(content) < 1_900_000
    assert b"\r" not in content
    assert content.endswith(b"\n")
    assert b',"' in content
    assert b'""' in content
    assert "CAFÉ" in content.decode("utf-8")


def test_the_sample_has_its_size_and_its_years(sample):
    ((lines, customers, first, last),) = sample("""
        select count(*), count(distinct id), strftime(min(invoiced_at), '%Y-%m'),
            strftime(max(invoiced_at), '%Y-%m')
        from lines
    """)
    assert lines == pytest.approx(20_000, rel=0.02)
    assert (customers, first, last) == (2000, "2024-01", "2025-12")


WHOLE = """
    invoices as undone join invoices as bought on bought.id = undone.id
        and bought.contents = undone.contents and undone.cancelled and not bought.cancelled
    where undone.invoiced_at - bought.invoiced_at between interval """
PLANTED = {
    "cancelled within half an hour": (WHOLE + "1 minute and interval 30 minutes", 30),
    "cancelled days later": (WHOLE + "1 day and interval 28 days", 50),
    "part of a line returned": ("returned where -quantity < most", 100),
    "returned across several purchases": (
        "returned where -quantity > most and -quantity <= total and purchases > 1",
        10,
    ),
    "returned without a purchase": (
        "lines as undone where cancelled and id is not null and not exists ("
        "from lines where id = undone.id and stock_code = undone.stock_code and quantity > 0)"
        " and regexp_matches(stock_code, '^[0-9]{5}')",
        20,
    ),
    "customer who only returns": (
        "(select id from lines where id is not null group by id having bool_and(cancelled))",
        3,
    ),
    "missing customer": ("lines where id is null and quantity > 0 and unit_price > 0", 1000),
    "cancelled without a customer": ("lines where id is null and cancelled", 20),
    "customer id with a tail": ("lines where customer_id like '%.0'", 7000),
    "customer id without a tail": ("lines where customer_id not like '%.0'", 7000),
    "customer written both ways": (
        "(select id from lines group by id having count(distinct customer_id) = 2)",
        500,
    ),
    "postage paid": ("lines where stock_code = 'POST' and quantity > 0", 50),
    "carriage paid": ("lines where stock_code = 'CARRIAGE' and quantity > 0", 50),
    "delivery of the web shop": ("lines where stock_code = 'DELIVERY' and quantity > 0", 5),
    "manual charge": ("lines where stock_code = 'ADJUSTMENT' and quantity > 0", 3),
    "manual credit": ("lines where stock_code = 'ADJUSTMENT' and quantity < 0", 3),
    "discount": ("lines where stock_code = 'DISCOUNT' and quantity < 0", 3),
    "samples": ("lines where stock_code = 'SAMPLES'", 3),
    "bank charges": ("lines where stock_code = 'BANK CHARGES'", 3),
    "marketplace fee": ("lines where stock_code = 'AMAZONFEE'", 3),
    "commission": ("lines where stock_code = 'COMMISSION'", 3),
    "voucher": ("lines where stock_code = 'GIFT VOUCHER' and description like '%£%'", 3),
    "product for nothing": ("lines where unit_price = 0 and quantity > 0", 20),
    "change of stock": (
        "lines where unit_price = 0 and quantity < 0 and id is null and not cancelled",
        50,
    ),
    "no description": ("lines where description is null", 10),
    "bad debt": (
        "lines where invoice_id like 'A%' and unit_price < 0 and stock_code = 'BAD DEBT'",
        1,
    ),
    "repeated line": (
        "(select *, count(*) from lines where quantity > 0 group by all having count(*) > 1)",
        50,
    ),
    "huge order cancelled by a customer with nothing else": (
        "(select id from lines where quantity > 0 or cancelled group by id"
        " having max(quantity) > 10_000 and sum(quantity) = 0 and count(distinct invoice_id) = 2"
        " and max(invoiced_at) - min(invoiced_at) <= interval 30 minutes)",
        1,
    ),
}


@pytest.mark.parametrize("kind", PLANTED)
def test_every_kind_of_trouble_is_planted(sample, kind):
    relation, at_least = PLANTED[kind]
    ((found,),) = sample(f"select count(*) from {relation}")
    assert found >= at_least


def test_goods_come_back_by_cancellation_or_change_of_stock_only(sample):
    offending = sample("""
        from lines where (cancelled and quantity >= 0) or (unit_price < 0 and quantity <> 1)
            or (quantity < 0 and not cancelled and (unit_price <> 0 or id is not null))
    """)
    assert offending == []


@pytest.fixture(scope="module")
def customers(sample):
    """Orders, silence and spend of each customer, counted without the project."""
    sample("""
        create table customers as
        select id, any_value(planted_type) as planted_type,
            count(distinct invoice_id) filter (not cancelled) as orders,
            date_diff('day', max(invoiced_at) filter (not cancelled), date '2026-01-01') as silence,
            date_diff('day', min(invoiced_at), date '2026-01-01') as tenure,
            sum(quantity * unit_price) as spend,
            ntile(5) over (order by sum(quantity * unit_price) desc) as fifth
        from lines join planted on id = planted.customer_id
        where regexp_matches(stock_code, '^[0-9]{5}')
        group by id having spend > 0
    """)
    return sample


def test_customers_behave_as_their_type_says(customers):
    types = customers("""
        select planted_type, avg((silence <= 90)::int), median(orders), median(spend / orders)
        from customers group by planted_type
    """)
    active, orders, order_value = ({t[0]: t[i] for t in types} for i in (1, 2, 3))
    assert active["reseller"] > active["regular"] > active["occasional"] > active["one_time"]
    assert orders["reseller"] > 2 * orders["regular"] > 2 * orders["occasional"]
    assert orders["one_time"] == 1
    assert order_value["bulk_buyer"] > 1.3 * order_value["reseller"]
    assert order_value["reseller"] > 1.5 * order_value["regular"]


IN_A_GIFT_SHOP = {
    "bought in the last 90 days": ("avg((silence <= 90)::int)", 0.35, 0.45),
    "bought once": ("avg((orders = 1)::int)", 0.4, 0.6),
    "revenue of the top fifth": ("sum(spend) filter (fifth = 1) / sum(spend)", 0.6, 0.75),
    "days since the last order, median": ("median(silence)", 100, 240),
    "came in the last 90 days": ("avg((tenure <= 90)::int)", 0.15, 0.3),
    "silent for more than a year": ("avg((silence > 365)::int)", 0.1, 0.35),
}


@pytest.mark.parametrize("figure", IN_A_GIFT_SHOP)
def test_the_customers_are_those_of_a_gift_shop(customers, figure):
    formula, least, most = IN_A_GIFT_SHOP[figure]
    ((found,),) = customers(f"select {formula} from customers")
    assert least < found < most


OF_ALL_LINES = {
    "cancelled": ("avg(cancelled::int)", 0.02, 0.06),
    "without a customer": ("avg((id is null)::int)", 0.05, 0.2),
    "of services and postage": (
        "avg((not regexp_matches(stock_code, '^[0-9]{5}'))::int)",
        0.01,
        0.05,
    ),
    "at home": ("avg((country = 'United Kingdom')::int)", 0.8, 0.95),
}


@pytest.mark.parametrize("share", OF_ALL_LINES)
def test_the_lines_are_those_of_a_gift_shop(sample, share):
    formula, least, most = OF_ALL_LINES[share]
    ((found,),) = sample(f"select {formula} from lines")
    assert least < found < most


def test_the_shop_has_a_season_and_grows(sample):
    ((christmas, growth),) = sample("""
        select avg((month(invoiced_at) in (10, 11, 12))::int),
            count(*) filter (year(invoiced_at) = 2025) / count(*) filter (year(invoiced_at) = 2024)
        from invoices where not cancelled
    """)
    assert 0.35 < christmas < 0.55
    assert 1.2 < growth < 1.8


def test_products_keep_their_price(sample):
    ((countries, products),) = sample("""
        select count(distinct country),
            count(distinct stock_code) filter (regexp_matches(stock_code, '^[0-9]{5}'))
        from lines
    """)
    assert countries > 5
    assert products > 300
    ((prices,),) = sample("""
        select max(prices) from (
            select count(distinct unit_price) as prices from lines
            where regexp_matches(stock_code, '^[0-9]{5}') and unit_price > 0 group by stock_code
        )
    """)
    assert prices == 1


def test_the_truth_names_every_customer_once(sample):
    ((rows, matched, types),) = sample("""
        select count(*), count(distinct id), list_sort(list(distinct planted_type))
        from planted left join (select distinct id from lines) on id = customer_id
    """)
    assert (rows, matched) == (2000, 2000)
    assert types == sorted(account_type.name for account_type in shop.CUSTOMER_TYPES)


def test_the_size_of_a_run_changes_nothing(monkeypatch):
    whole = lines_of()
    monkeypatch.setattr(sample_write, "LINES_AT_ONCE", 700)
    monkeypatch.setattr(sample_invoices, "ACCOUNTS_AT_ONCE", 300)
    assert lines_of() == whole


def test_another_seed_is_another_shop():
    one, two = set(lines_of()), set(lines_of(seed=2))
    assert len(one & two) < len(one) / 1000
    assert planted_types(customers=2000, seed=1) != planted_types(customers=2000, seed=2)


@pytest.mark.parametrize("lines", [10_000, 60_000])
def test_more_lines_fill_the_same_invoices(lines):
    written = lines_of(lines=lines)
    assert len(written) == pytest.approx(lines, rel=0.02)
    assert {(line[0], line[4], line[6]) for line in written} == {
        (line[0], line[4], line[6]) for line in lines_of()
    }


def test_csv_and_parquet_hold_the_same_lines(tmp_path):
    for name in ("invoices.csv", "invoices.parquet"):
        write_invoices(tmp_path / name, customers=300, lines=3000, seed=5)
    parquet = f"from '{tmp_path / 'invoices.parquet'}'"
    assert {name: kind for name, kind, *_ in rows_of(f"describe {parquet}")} == {
        "invoice_id": "VARCHAR",
        "stock_code": "VARCHAR",
        "description": "VARCHAR",
        "quantity": "INTEGER",
        "invoiced_at": "TIMESTAMP",
        "unit_price": "DOUBLE",
        "customer_id": "VARCHAR",
        "country": "VARCHAR",
    }
    assert pq.read_schema(tmp_path / "invoices.parquet").field("country").type == "string"
    csv = f"from read_csv('{tmp_path / 'invoices.csv'}', {TEXT})"
    assert rows_of(csv) == rows_of(parquet)


def test_a_large_file_is_in_time_order_and_keeps_its_proportions(sample, tmp_path):
    path = tmp_path / "large.parquet"
    written = write_invoices(path, customers=60_000, lines=600_000, seed=1)
    assert written == pytest.approx(600_000, rel=0.02)
    ((lines, customers, invoices, row_groups),) = rows_of(f"""
        select count(*), count(distinct regexp_replace(customer_id, '[.]0$', '')),
            count(distinct invoice_id), (select max(row_group_id) from parquet_metadata('{path}'))
        from '{path}'
    """)
    assert (lines, customers) == (written, 60_000)
    assert row_groups > 1
    ((backward, skipped),) = rows_of(f"""
        with numbered as (
            select file_row_number as row, invoiced_at, ltrim(invoice_id, 'AC')::int as number
            from read_parquet('{path}', file_row_number = true)
        )
        select count(*) filter (next.invoiced_at < numbered.invoiced_at),
            count(*) filter (next.number - numbered.number not in (0, 1))
        from numbered join numbered as next on next.row = numbered.row + 1
    """)
    assert (backward, skipped) == (0, 0)
    ((in_the_sample,),) = sample("select count(distinct invoice_id) from lines")
    assert invoices == pytest.approx(30 * in_the_sample, rel=0.03)


def test_the_smallest_shop_has_one_customer():
    named = {line[6] for line in lines_of(customers=1, lines=9)} - {None}
    assert {name.removesuffix(".0") for name in named} == {"12346"}


def run(*arguments):
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_the_command_says_what_it_wrote_and_writes_nothing_else(tmp_path):
    result = run(tmp_path / "o'clock.parquet", "--lines", 3000, "--seed", 4)
    assert result.exit_code == 0, result.output
    ((written,),) = rows_of(f"select count(*) from '{tmp_path}/*.parquet'")
    assert f"Wrote {written:,} lines of 300 customers to " in result.output
    assert [path.name for path in tmp_path.iterdir()] == ["o'clock.parquet"]


@pytest.mark.parametrize(
    ("name", "options", "message"),
    [
        ("invoices.xlsx", [], "invoices.xlsx': end it in .csv or .parquet"),
        ("missing/invoices.csv", [], "missing' does not exist"),
        (
            "invoices.csv",
            ["--lines", 100, "--customers", 90],
            "lines is 100, but 90 customers have",
        ),
        ("invoices.csv", ["--customers", 0], "Invalid value for '--customers': 0"),
        ("invoices.csv", ["--seed", -1], "Invalid value for '--seed': -1"),
    ],
)
def test_what_cannot_be_written_is_one_clear_error(tmp_path, name, options, message):
    (tmp_path / "invoices.csv").write_text("what was there before")
    result = run(tmp_path / name, *options)
    assert result.exit_code != 0
    assert message in result.output
    assert "Traceback" not in result.output
    assert [path.read_text() for path in tmp_path.iterdir()] == ["what was there before"]


def test_an_interrupted_write_leaves_the_old_file(tmp_path, monkeypatch):
    (tmp_path / "invoices.csv").write_text("what was there before")
    monkeypatch.setattr(sample_write, "LINES_AT_ONCE", 700)
    real = sample_write._batch

    def stop_at_the_third_run(accounts, invoice, first_number, further_lines):
        if first_number > sample_write.FIRST_INVOICE_NUMBER + 500:
            raise OSError("power cut")
        return real(accounts, invoice, first_number, further_lines)

    monkeypatch.setattr(sample_write, "_batch", stop_at_the_third_run)
    result = run(tmp_path / "invoices.csv")
    assert result.exit_code == 1
    assert "power cut" in result.output
    assert [path.read_text() for path in tmp_path.iterdir()] == ["what was there before"]
