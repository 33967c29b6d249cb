"""Invoice files of every kind come out as Parquet, whole; or one clear error comes out."""

import codecs
import gzip
import os
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq
import pytest
from compiled_models import memory
from conftest import rows_of

from quintile.inputs.input_files import InputFile
from quintile.inputs.invoice_files import InputError, open_invoices

HEADER = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country"
LINE = "536365,85123A,HEART,6,2010-12-01 08:26:00,2.55,17850,United Kingdom"


@pytest.fixture
def workdir(tmp_path: Path) -> Path:
    return tmp_path / "text_copies"


@pytest.fixture
def read(tmp_path: Path, workdir: Path):
    """Write text or bytes to a file, open it, and give back the file and its records."""

    def read(content: str | bytes, *, name: str = "a.csv", **options):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        (file,) = open_invoices(str(path), workdir=workdir, **options)
        return file, records(file)

    return read


def records(copy: InputFile | Path) -> list[dict]:
    rows = pq.read_table(copy.parquet if isinstance(copy, InputFile) else copy).to_pylist()
    return sorted(rows, key=lambda row: row["line_number"])


def workbook(path: Path, **sheets: list[list]) -> str:
    book = openpyxl.Workbook(write_only=True)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return str(path)


# Finding files


def test_folders_globs_and_lists_name_each_file_once_in_order(tmp_path, workdir):
    for name in ("b.csv", "a.csv", ".hidden.csv", "notes.md"):
        (tmp_path / name).write_text(f"{HEADER}\n{LINE}\n")
    (tmp_path / "~$open.xlsx").write_bytes(b"what Excel leaves beside an open workbook")
    a, b = f"{tmp_path}/a.csv", f"{tmp_path}/b.csv"
    twice = f"{a};{b};{tmp_path}/../{tmp_path.name}/b.csv"
    for spec in (
        str(tmp_path),
        f"{tmp_path}/*.csv",
        f"{b}; {a};",
        f"{tmp_path}/b*;{tmp_path}",
        twice,
    ):
        files = open_invoices(spec, workdir=workdir)
        assert [file.source_file for file in files] == [a, b]


def test_a_name_with_the_characters_of_a_glob_is_read_as_it_stands(tmp_path, workdir):
    for name, customer in (("[1].parquet", "right"), ("1.parquet", "wrong")):
        row = {"customer_id": customer, "invoiced_at": datetime(2010, 12, 1), "amount": 1.0}
        pq.write_table(pa.Table.from_pylist([row]), tmp_path / name)
    (file,) = open_invoices(f"{tmp_path}/[1].parquet", workdir=workdir)
    assert file.source_file.endswith("/[1].parquet")
    query = "select customer_id from read_parquet(?)"
    assert rows_of(query, [file.parquet]) == [("right",)]


@pytest.mark.parametrize(
    ("spec", "content", "message"),
    [
        (" ; ", None, "QUINTILE_INVOICES is empty"),
        ("{dir}/none.csv", None, "none.csv: no such file"),
        ("{dir}/none*.csv", None, "none*.csv: no such file"),
        ("{dir}", None, "no file to read in this folder"),
        ("{dir}/a.pdf", b"x", "a.pdf: this kind of file cannot be read. Supported are .csv"),
        ("{dir}/a.csv", b"", "a.csv: the file is empty"),
        ("{dir}/a.csv", b"\n \n"[:1], "a.csv: the file is empty"),
        ("{dir}/a.csv", codecs.BOM_UTF8, "a.csv: the file is empty"),
        ("{dir}/a.csv", HEADER.encode(), "a.csv: a header, but no lines"),
        ("{dir}/a.csv", f"{HEADER}\n\n\n".encode(), "a.csv: a header, but no lines"),
        (
            "{dir}/a.csv",
            f"{HEADER}\n{LINE}\n{','.join(reversed(HEADER.split(',')))}\n".encode(),
            "a.csv: line 3 has the names of the header in another order. Split the file",
        ),
        ("{dir}/a.csv.gz", b"no gzip", "a.csv.gz: a damaged gzip file"),
        ("{dir}/a.csv.gz", gzip.compress(HEADER.encode() * 99)[:-9], "a.csv.gz: a damaged gzip"),
        ("{dir}/a.csv", b"\x1f\x8b\x08\0\0", "that of a gzip file. Name it .csv.gz"),
        (
            "{dir}/a.txt.gz",
            gzip.compress(b"PAR1\x15\0", mtime=0),
            "a Parquet file. Name it .parquet",
        ),
        ("{dir}/a.txt", b"PK\x03\x04\x14", "a workbook or a ZIP archive. Name a workbook .xlsx"),
        ("{dir}/a.csv", bytes.fromhex("d0cf11e0a1b11ae1"), "old Excel workbook. Save it as .xlsx"),
        ("{dir}/a.parquet", b"PAR1 no", "a.parquet: a damaged Parquet file"),
        ("{dir}/a.parquet", b"", "a.parquet: a damaged Parquet file"),
        ("{dir}/a.xlsx", b"no zip", "a.xlsx: a damaged workbook"),
        ("{dir}/a.xlsx", b"", "a.xlsx: a damaged workbook"),
        ("{dir}/a.xlsx", bytes.fromhex("d0cf11e0a1b11ae1"), "a.xlsx: protected by a password"),
    ],
)
def test_what_cannot_be_opened_gets_one_error_that_names_it(
    tmp_path, workdir, spec, content, message
):
    spec = spec.format(dir=tmp_path)
    if content is not None:
        Path(spec).write_bytes(content)
    with pytest.raises(InputError) as raised:
        open_invoices(spec, workdir=workdir)
    assert message in str(raised.value)
    assert not list(workdir.glob("*.p*"))


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"encoding": "ebcdic"}, "file_encoding is 'ebcdic', but must be one of auto, utf-8"),
        ({"invoice_columns": {"client": "x"}}, "maps 'client', but the columns to map are invoice"),
        ({"invoice_columns": "customer_id"}, "invoice_columns is 'customer_id', but must map"),
    ],
)
def test_a_wrong_option_is_quoted_with_the_choices(read, options, message):
    with pytest.raises(InputError, match=message):
        read(f"{HEADER}\n{LINE}\n", **options)


# Columns


@pytest.mark.parametrize(
    "header",
    [
        HEADER,
        "Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country",
        "invoice_id,stock_code,description,quantity,invoiced_at,unit_price,customer_id,country",
        'invoiceno , STOCK CODE,Description,quantity,"Invoice Date",Unit Price,CUSTOMER_ID,country',
    ],
)
def test_known_names_are_recognised(read, header):
    _, (line,) = read(f"{header}\n{LINE}\n")
    assert list(line.values())[:8] == [
        *("536365", "85123A", "HEART", "6", "2010-12-01 08:26:00", "2.55", "17850"),
        "United Kingdom",
    ]


def test_a_mapping_goes_before_names_and_leaves_the_rest_to_them(read):
    mapping = {"customer_id": "Kunde", "amount": " Price ", "invoice_id": "Kunde"}
    file, (line,) = read(
        " Kunde ,CustomerID,Price,Datum,InvoiceDate\nK1,other,9.5,x,2010-12-01\n",
        invoice_columns=mapping,
    )
    assert set(file.columns) == {"customer_id", "amount", "invoice_id", "invoiced_at"}
    assert (line["customer_id"], line["amount"], line["invoice_id"]) == ("K1", "9.5", "K1")


def test_an_amount_counts_by_its_name_only_where_it_is_needed(read):
    file, _ = read("customer_id,invoiced_at,amount\n1,2010-12-01,5\n")
    assert "amount" in file.columns
    file, _ = read(f"{HEADER},Amount\n{LINE},5\n", name="b.csv")
    assert "amount" not in file.columns
    file, _ = read(f"{HEADER},Amount\n{LINE},5\n", invoice_columns={"amount": "Amount"})
    assert "amount" in file.columns


@pytest.mark.parametrize(
    ("header", "mapping", "message"),
    [
        (
            "A,B,C",
            {},
            "no column for invoiced_at, customer_id, quantity, unit_price. Columns found",
        ),
        ("A,InvoiceDate,CustomerID,Price", {}, "no column for quantity. Columns found: 'A', "),
        ("A;InvoiceDate;Price;Quantity", {}, "no column for customer_id. Columns found: 'A', 'Inv"),
        ("InvoiceDate,CustomerID,amount", {"country": "Land"}, "country: 'Land', but 0 columns"),
        ("InvoiceDate,CustomerID,amount,X,X", {"country": "X"}, "country: 'X', but 2 columns"),
        ("InvoiceDate,CustomerID,Customer ID,amount", {}, "'CustomerID' and 'Customer ID' could"),
        ("InvoiceDate,CustomerID,CustomerID,amount", {}, "both be customer_id. Name one in the"),
    ],
)
def test_columns_that_do_not_fit_are_listed(read, header, mapping, message):
    with pytest.raises(InputError) as raised:
        read(f"{header}\n1,2,3,4,5\n", invoice_columns=mapping)
    assert message in str(raised.value)
    assert "invoice_columns" in str(raised.value)


@pytest.mark.parametrize("line", ["Z1,forget-me-7Q,2024-01-01,5", "anna,forget-me-7Q,a@b.example"])
def test_values_in_place_of_names_are_not_shown(read, line):
    with pytest.raises(InputError, match="looks like values, not names") as raised:
        read(f"{line}\n{line}\n")
    assert "7Q" not in str(raised.value)


def test_names_that_stand_twice_do_no_harm_where_they_are_not_needed(read):
    _, (line,) = read(f"Note,{HEADER},Note\nx,{LINE},y\n")
    assert line["country"] == "United Kingdom"


# CSV


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1"])
def test_delimiter_line_ends_and_encoding_are_found_out(read, delimiter, newline, encoding):
    rows = [HEADER.split(","), LINE.replace("HEART", "CAFÉ £5").split(",")]
    text = newline.join(delimiter.join(row) for row in [*rows, rows[1], [], []])
    file, lines = read(text.encode(encoding))
    assert [line["line_number"] for line in lines] == [2, 3]
    assert {line["description"] for line in lines} == {"CAFÉ £5"}
    assert file.converted


@pytest.mark.parametrize("name", ["a.csv.gz", "A.TSV.GZ", "a.txt", "a.CSV"])
def test_extensions_of_text_files(read, name):
    content = f"{HEADER}\n{LINE}\n".encode()
    _, lines = read(gzip.compress(content) if name.lower().endswith("gz") else content, name=name)
    assert len(lines) == 1


def test_a_gzip_file_of_several_members_is_read_to_its_end(read):
    content = gzip.compress(f"{HEADER}\n{LINE}\n".encode()) + gzip.compress(f"{LINE}\n".encode())
    _, lines = read(content, name="a.csv.gz")
    assert len(lines) == 2


def test_one_wrong_byte_at_the_very_end_makes_a_file_latin_1(read):
    long = f"{HEADER}\n" + f"{LINE}\n" * 20_000
    _, lines = read(long.encode() + LINE.replace("HEART", "CAFÉ").encode("latin-1"))
    assert lines[-1]["description"] == "CAFÉ"
    assert len(lines) == 20_001


@pytest.mark.parametrize("repeats", [0, 20_000])
def test_a_forced_encoding_that_does_not_fit_names_byte_and_line(read, repeats):
    start = f"{HEADER}\n" + f"{LINE}\n" * repeats + "a\n"
    message = rf"not valid utf-8 \(byte 0xC9 at offset {len(start)}, line {repeats + 3}\)"
    with pytest.raises(InputError, match=message):
        read(start.encode() + b"\xc9\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"not valid utf-8 \(byte 0xC3 at offset"):
        read(start.encode() + b"\xc3", encoding="utf-8")


def test_a_character_that_is_cut_by_a_chunk_is_found_where_it_starts(read):
    start = f"{HEADER}\n".encode().ljust((1 << 20) - 1)
    with pytest.raises(InputError, match=r"byte 0xC3 at offset 1048575, line 2"):
        read(start + b"\xc3x\n", encoding="utf-8")


def test_a_forced_encoding_is_used(read):
    _, (line,) = read(f"{HEADER}\n{LINE}\n".replace("HEART", "É"), encoding="latin-1")
    assert line["description"] == "Ã\x89"


def test_records_of_the_wrong_width_keep_their_number_and_text(read):
    _, lines = read(
        "customer_id,invoiced_at,amount\n"
        "1,2010-12-01,5\n"
        "2,2010-12-01\n"
        "\n"
        '3,2010-12-01,"5\n6"\n'
        "4,2010-12-01,5,6\n"
        ",,\n"
        "   \n"
    )
    found = [(line["line_number"], line["customer_id"], line["unreadable_text"]) for line in lines]
    assert found == [
        (2, "1", None),
        (3, None, "2,2010-12-01"),
        (5, "3", None),
        (7, None, "4,2010-12-01,5,6"),
        (9, None, "   "),
    ]
    assert [line["unreadable_reason"] for line in lines][1:4] == [
        "fields: 2 instead of 3",
        None,
        "fields: 4 instead of 3",
    ]


def test_a_file_may_have_no_readable_record(read):
    _, lines = read("customer_id,invoiced_at,amount\n1,2\n3\n")
    assert [(line["line_number"], line["unreadable_text"]) for line in lines] == [
        (2, "1,2"),
        (3, "3"),
    ]


def test_a_quote_that_is_never_closed_swallows_nothing(read):
    stray = LINE.replace("HEART", '"HEART')
    file, lines = read(f"{HEADER}\n{LINE}\n{stray}\n" + f"{LINE}\n" * 80_000 + stray)
    assert [line["line_number"] for line in lines] == [*range(2, 80_005)]
    assert [line["line_number"] for line in lines if line["description"] == '"HEART'] == [3, 80_004]
    assert file.understood["stray_quotes"] == 2


def test_quotes_that_stand_around_the_names_of_a_header_are_no_part_of_them(read):
    _, lines = read(f'"{HEADER}\n{LINE}\n{LINE}\n')
    assert [line["line_number"] for line in lines] == [2, 3]


@pytest.mark.parametrize(("start", "end"), [('a,"', ""), ("", "\n")])
def test_a_line_of_many_megabytes_is_one_error(read, workdir, start, end):
    line = start + "x" * 30_000_000 + end
    with pytest.raises(InputError, match=r"a\.csv: line 3 is longer than 4,194,304 bytes"):
        read(f"{HEADER}\n{LINE}\n{line}")
    assert not list(workdir.glob("*.p*"))


def test_a_header_that_does_not_end_is_one_error(read):
    with pytest.raises(InputError, match=r"no line ends within the first 65,536 bytes"):
        read("x" * 100_000)


def test_nul_becomes_a_replacement_character_and_cuts_nothing(read):
    _, (line,) = read(f"{HEADER}\n{LINE}\n".replace("HEART", '"A\0\0""B,\nC\0"'))
    assert line["description"] == 'A\ufffd\ufffd"B,\nC\ufffd'


# Parquet


@pytest.mark.parametrize(
    "values",
    [
        pa.array([datetime(2010, 12, 13)]),
        pa.array([datetime(2010, 12, 13)], pa.timestamp("ns")),
        pa.array([datetime(2010, 12, 13)], pa.timestamp("ms", "UTC")),
        pa.array([datetime(2010, 12, 13)], pa.timestamp("us", "+02:00")),
        pa.array([datetime(2010, 12, 13)], pa.timestamp("ns", "UTC")),
        pa.array([date(2010, 12, 13)]),
        pa.array(["2010-12-13"]),
        pa.array(["2010-12-13"]).dictionary_encode(),
        pa.array(["13/12/2010"]),
        pa.array([20101213]),
        pa.array([1292198400]),
        pa.array([1292198400.0]),
        pa.array([1292198400000]),
    ],
    ids=lambda values: str(values.type),
)
def test_parquet_is_used_in_place_with_dates_of_any_type(
    compiled_models, tmp_path, workdir, values
):
    path = tmp_path / "a.parquet"
    table = {" Customer ID ": [1.0], "InvoiceDate": values, "Quantity": [1], "Price": [2.5]}
    pq.write_table(pa.table(table), path)
    (file,) = open_invoices(str(path), workdir=workdir)
    assert (file.parquet, file.converted) == (str(path), False)
    assert file.columns["customer_id"] == " Customer ID "
    assert not workdir.exists()
    with memory() as connection:
        connection.execute("set TimeZone = 'America/New_York'")
        compiled_models.read_files(connection, [file])
        assert connection.execute(
            """select customer_id, quantity, unit_price, invoiced_at, typeof(invoiced_at)
            from stg_invoice_lines"""
        ).fetchall() == [("1", 1, 2.5, datetime(2010, 12, 13), "TIMESTAMP")]


def test_parquet_without_lines_or_columns_is_refused(tmp_path, workdir):
    path = tmp_path / "a.parquet"
    pq.write_table(pa.table({"x": [1]}), path)
    with pytest.raises(InputError, match=r"no column for .* Columns found: 'x'"):
        open_invoices(str(path), workdir=workdir)
    pq.write_table(pa.table({"x": []}), path)
    with pytest.raises(InputError, match="columns, but no lines"):
        open_invoices(str(path), workdir=workdir)


def test_columns_named_as_sql_does_not_tell_apart_are_refused(tmp_path, workdir):
    path = tmp_path / "a.parquet"
    row = {"customer_id": "A", "invoiced_at": "2024-01-05", "amount": 5}
    pq.write_table(pa.Table.from_pylist([row | {"Note": 1, "note": 2}]), path)
    assert open_invoices(str(path), workdir=workdir)[0].columns["amount"] == "amount"
    for cells, message in (
        ({"TOTAL": 1, "Total": 5}, "'TOTAL' and 'Total' differ only in case"),
        ({"Total": 5, "file_row_number": 7}, "the column name 'file_row_number' is reserved"),
    ):
        pq.write_table(pa.Table.from_pylist([row | cells]), path)
        with pytest.raises(InputError, match=message):
            open_invoices(str(path), workdir=workdir, invoice_columns={"amount": "Total"})


def test_ids_of_any_type_and_names_that_duckdb_knows_are_read(compiled_models, tmp_path, workdir):
    path = tmp_path / "a.parquet"
    ids = [
        pa.array([1.0, float("nan"), 1e14]),
        pa.array(["é".encode(), None, b"B"], pa.binary()),
        pa.array([7, None, 10**17]),
        pa.array([Decimal("7.00"), None, Decimal("8.00")]),
        pa.array(["A", None, "B"]).dictionary_encode(),
    ]
    expected = [["1", None, "100000000000000"], ["é", None, "B"]]
    expected += [["7", None, "100000000000000000"], ["7", None, "8"], ["A", None, "B"]]
    for column, customers in zip(ids, expected, strict=True):
        days = ["2024-01-05"] * 3
        cells = {"customer_id": column, "invoiced_at": days, "amount": [1, 2, 3], "filename": days}
        pq.write_table(pa.table(cells), path)
        with memory() as connection:
            compiled_models.read_files(connection, open_invoices(str(path), workdir=workdir))
            assert connection.execute(
                "select customer_id, source_file from stg_invoice_lines order by amount"
            ).fetchall() == [(customer, str(path)) for customer in customers]


# Workbooks

SHEET = [
    ["Invoice", "StockCode", "Quantity", "InvoiceDate", "Price", "Customer ID"],
    [536365, "85123A", 6, datetime(2010, 12, 1, 8, 26), 2.55, 17850],
]


def test_cells_of_a_workbook_become_text_without_loss(compiled_models, tmp_path, workdir):
    rows = [
        *SHEET,
        ["C536366", 22086.0, -1, 40513.351388888889, 0.001, "17850"],
        [],
        [None, True, 123456789012, "2010-12-01T08:26", 1e-7, 12346.5],
        ["00123", "=1/0", 1, 20101201, 100000.1, None],
        ["00124", "x", 1, 2958466, 1, None],
        [],
    ]
    path = workbook(tmp_path / "a.xlsx", Lines=rows)
    (file,) = open_invoices(path, workdir=workdir)
    assert file.source_file == f"{path}[Lines]"
    names = ("invoice_id", "stock_code", "quantity", "invoiced_at", "unit_price", "customer_id")
    found = [(line["line_number"], *[line[name] for name in names]) for line in records(file)]
    assert found == [
        (2, "536365", "85123A", "6", "2010-12-01 08:26:00", "2.55e0", "17850"),
        (3, "C536366", "22086", "-1", "2010-12-01 08:26:00.000", "0.001e0", "17850"),
        (5, None, "true", "123456789012", "2010-12-01T08:26", "0.0000001e0", "12346.5"),
        (6, "00123", None, "1", "20101201", "100000.1e0", None),
        (7, "00124", "x", "1", "2958466", "1", None),
    ]
    with memory() as connection:
        compiled_models.read_files(connection, [file])
        query = "select invoiced_at from parsed_invoice_lines order by line_number"
        found = [day for (day,) in connection.execute(query).fetchall()]
    assert found == [datetime(2010, 12, 1, 8, 26)] * 3 + [datetime(2010, 12, 1), None]


def test_every_sheet_with_cells_is_a_file_of_its_own(tmp_path, workdir):
    path = workbook(tmp_path / "a.xlsx", **{"Year 2": SHEET, "Empty": [], "Year 1": SHEET})
    for _ in range(2):
        files = open_invoices(path, workdir=workdir)
        assert [file.source_file for file in files] == [f"{path}[Year 2]", f"{path}[Year 1]"]
        assert len({file.parquet for file in files}) == 2


@pytest.mark.parametrize(
    ("sheets", "message"),
    [
        ({"Notes": [["written by"]]}, r"\[Notes\]: no column .*found: 'written by'"),
        ({"Lines": SHEET[:1]}, r"\[Lines\]: a header, but no lines"),
        ({"Empty": [], "Void": []}, "every sheet is empty"),
    ],
)
def test_a_workbook_without_lines_is_refused(tmp_path, workdir, sheets, message):
    with pytest.raises(InputError, match=message):
        open_invoices(workbook(tmp_path / "a.xlsx", **sheets), workdir=workdir)


# The public data


@pytest.fixture(scope="module")
def real_data() -> Path:
    if "QUINTILE_TEST_DATA" not in os.environ:
        pytest.skip("QUINTILE_TEST_DATA does not name the folder with the public data")
    return Path(os.environ["QUINTILE_TEST_DATA"])


def test_floats_of_32_bits_have_the_digits_that_were_meant(compiled_models, tmp_path, workdir):
    prices = ["12345.67", "0.1", "1099.95", "16777.23"]
    table = {
        "customer_id": ["a"] * 4,
        "invoiced_at": [date(2024, 1, 1)] * 4,
        "amount": pa.array([float(price) for price in prices], pa.float32()),
    }
    pq.write_table(pa.table(table), tmp_path / "a.parquet")
    (file,) = open_invoices(f"{tmp_path}/a.parquet", workdir=workdir)
    with memory() as connection:
        compiled_models.read_files(connection, [file])
        amounts = connection.execute("select amount from stg_invoice_lines order by line_id")
        assert [amount for (amount,) in amounts.fetchall()] == [Decimal(price) for price in prices]


def assert_same_lines(compiled_models, first: InputFile, second: InputFile) -> None:
    with memory() as connection:
        for name, file in (("first", first), ("second", second)):
            compiled_models.read_files(connection, [file])
            connection.execute(
                f"""create table {name}_lines as
                select * exclude (source_file, line_id, line_number) from parsed_invoice_lines"""
            )
        for one, other in (("first", "second"), ("second", "first")):
            query = f"select count(*) from (from {one}_lines except all from {other}_lines)"
            assert connection.execute(query).fetchall() == [(0,)]
        assert connection.execute("select count(*) from rejected_lines").fetchall() == [(0,)]


def test_online_retail_is_the_same_as_parquet_and_latin_1_csv(compiled_models, real_data, workdir):
    (parquet,) = open_invoices(f"{real_data}/online_retail.parquet", workdir=workdir)
    (text,) = open_invoices(f"{real_data}/online_retail_latin1.csv.gz", workdir=workdir)
    assert_same_lines(compiled_models, parquet, text)


def test_online_retail_is_the_same_as_parquet_and_workbook(
    compiled_models, real_data, tmp_path, workdir
):
    table = pq.read_table(f"{real_data}/online_retail.parquet")
    some = table.take(list(range(0, table.num_rows, 109)))
    pq.write_table(some, tmp_path / "a.parquet")
    rows = zip(*[column.to_pylist() for column in some.columns], strict=True)
    path = workbook(
        tmp_path / "a.xlsx",
        Lines=[
            some.column_names,
            *[[int(cell) if str(cell).isdigit() else cell for cell in row] for row in rows],
        ],
    )
    (parquet,) = open_invoices(f"{tmp_path}/a.parquet", workdir=workdir)
    (sheet,) = open_invoices(path, workdir=workdir)
    assert_same_lines(compiled_models, parquet, sheet)
