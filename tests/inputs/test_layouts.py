"""The lines of a file are found however it is laid out, and what was understood is said."""

from __future__ import annotations

import zipfile
from pathlib import Path

import openpyxl
import pyarrow.parquet as pq
import pytest

from quintile.inputs.input_files import InputFile
from quintile.inputs.invoice_files import InputError, open_invoices

HEADER = "invoice_id,quantity,invoiced_at,unit_price,customer_id"
LINES = ["1,2,2024-01-13,10.00,A", "2,1,2024-02-13,5.00,B"]


@pytest.fixture
def read(tmp_path):
    """Write a file, open it, and give back the file and the first and last cell of its lines."""

    def read(content: str | bytes, **options: object) -> tuple[InputFile, list[tuple]]:
        path = tmp_path / "a.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        (file,) = open_invoices(str(path), workdir=tmp_path / "copies", **options)
        return file, lines_of(file)

    return read


def lines_of(file: InputFile) -> list[tuple]:
    rows = sorted(pq.read_table(file.parquet).to_pylist(), key=lambda row: row["line_number"])
    return [(row["line_number"], row["invoice_id"], row["customer_id"]) for row in rows]


@pytest.mark.parametrize(
    ("above", "header_line"),
    [
        ("", 1),
        ("\n\n", 3),
        ("Sales of the first quarter\n\n", 3),
        ("Shop:,Corner\nFrom,2024-01-01\nAll,amounts,in,GBP,net\n\n", 5),
        ("sep=,\n", 2),
        ('"Report ""1\n', 2),
        ("\r\n", 2),
        (",,,,\n", 2),
        ("x\n" * 99, 100),
    ],
)
def test_what_stands_above_the_header_is_no_obstacle(read, above, header_line):
    file, lines = read(above + "\n".join([HEADER, *LINES]))
    assert file.understood["header_line"] == header_line
    assert lines == [(header_line + 1, "1", "A"), (header_line + 2, "2", "B")]


@pytest.mark.parametrize("delimiter", [";", "\t", "|", "^", "#", " "])
def test_the_delimiter_may_be_named(read, delimiter):
    text = "\r\n".join([HEADER, *LINES]).replace(",", delimiter)
    file, lines = read(f"sep={delimiter}\r\n{text}\r\n")
    assert file.understood["delimiter"] == delimiter
    assert lines == [(3, "1", "A"), (4, "2", "B")]


def test_a_wrongly_named_delimiter_does_no_harm(read):
    _, lines = read("sep=;\n" + "\n".join([HEADER, *LINES]))
    assert lines == [(3, "1", "A"), (4, "2", "B")]


def test_the_error_speaks_of_the_likeliest_line(read):
    with pytest.raises(InputError) as raised:
        read("Report of,the,shop\n\nid,Quantity,Date,unit_price,Client\n1,2,2024-01-13,10,A\n")
    assert "Columns found: 'id', 'Quantity', 'Date', 'unit_price', 'Client'" in str(raised.value)


@pytest.mark.parametrize(
    ("header", "lines", "remark"),
    [
        (HEADER, LINES, ""),
        (f"{HEADER},", [f"{line}," for line in LINES], ""),
        (HEADER, [f"{line}," for line in LINES], "the lines have a trailing delimiter"),
        (HEADER, [f"{line},,," for line in LINES], "the lines have a trailing delimiter"),
        (f"{HEADER},", LINES, "only the header has a trailing delimiter"),
        (f"{HEADER},,", LINES, "only the header has a trailing delimiter"),
        (HEADER, [f'"{at}",{line}' for at, line in enumerate(LINES, 1)], "the row numbers have no"),
        (HEADER, [f"{at},{line}" for at, line in enumerate(LINES)], "the row numbers have no name"),
        (f'"",{HEADER}', [f'"{at}",{line}' for at, line in enumerate(LINES, 1)], ""),
    ],
)
def test_delimiters_that_only_header_or_lines_have(read, header, lines, remark):
    file, found = read("\n".join([header, *lines]))
    assert file.understood["fields_remark"].startswith(remark)
    assert bool(file.understood["fields_remark"]) == bool(remark)
    assert found == [(2, "1", "A"), (3, "2", "B")]


def test_a_trailing_delimiter_is_found_beside_line_breaks_in_quotes(read):
    lines = [f'{at},2,2024-01-13,10.00,"A\n{at}",' for at in range(1, 30)]
    file, found = read("\n".join([HEADER, *lines]))
    assert file.understood["fields_remark"] == "the lines have a trailing delimiter"
    assert found[:2] == [(2, "1", "A\n1"), (4, "2", "A\n2")]
    assert len(found) == 29


def test_one_line_with_a_field_too_many_makes_no_row_numbers(read):
    _, found = read("\n".join([HEADER, "1,2,2024-01-13,10,00,A", LINES[1]]))
    assert found == [(2, None, None), (3, "2", "B")]


MONEY = "order,invoiced_at,{}customer_id,amount{}"
MONEY_COLUMNS = {"invoice_id": "order"}


@pytest.mark.parametrize(
    ("header", "lines"),
    [
        (MONEY.format("", ",note"), ["1,2024-01-02,K1,11,50,", "2,2024-01-03,K2,-7,05,"]),
        (
            MONEY.format("paid,", ""),
            ["1,02.01.2024,03.01.2024,1,11,50", "2,3.1.2024,4.1.2024,2,7,00"],
        ),
        (
            MONEY.format("unit_price,", ",a,b"),
            ["1,2 Jan 2024,5,50,K1,11,00,,", "2,2 Jan 2024,5,50,K2,5,50,,"],
        ),
        (MONEY.format("", ","), ["1,2024-01-02,K1,11,50", "2,2024-01-03,K2,-7,05"]),
        (MONEY.format("", ",a"), ["1,Jan 05 2024,K1,€ 1.234,50,", "2,Jan 05 2024,K2,-7,05,"]),
    ],
)
def test_decimal_commas_that_may_cut_numbers_in_two_are_refused(read, header, lines):
    with pytest.raises(InputError, match=r"a.csv, line 2: .* a decimal comma may cut each"):
        read("\n".join([header, *lines]), invoice_columns=MONEY_COLUMNS)


@pytest.mark.parametrize(
    ("header", "lines"),
    [
        (MONEY.format("", ",units"), ["1,2024-01-02,K1,11,50,", "2,2024-01-03,K2,7,5,"]),
        (MONEY.format("", ",units"), ["1,2024-01-02,K1,11,50,", "2,2024-01-03,K2,7.5,50,"]),
        (MONEY.format("", ""), ["1,1001,2024-01-02,11,50", "2,1002,2024-01-03,12,60"]),
        (
            MONEY.format("paid,", ""),
            ["1,1001,2024-01-02,2024-01-03,11,50", "2,1002,3.1.24,4.1.24,2,60"],
        ),
        (
            "customer_id,order,invoiced_at,quantity,unit_price",
            ["A,1,2024-01-02,2,11,", "B,2,2024-01-02,3,50,"],
        ),
        (
            "order,invoiced_at,unit_price,quantity,customer_id",
            ["1,2024-01-02,2,11,A,", "2,2024-01-02,3,50,B,"],
        ),
    ],
)
def test_whole_numbers_before_other_cells_are_not_refused(read, header, lines):
    _, found = read("\n".join([header, *lines]), invoice_columns=MONEY_COLUMNS)
    assert [invoice for _, invoice, _ in found] in (["1", "2"], ["1001", "1002"])


def test_lines_that_are_quoted_as_a_whole_are_refused(read):
    with pytest.raises(InputError, match="lines are in quotes as a whole"):
        read("\n".join([HEADER, *[f'"{line}"' for line in LINES]]))


def test_lines_of_which_some_are_quoted_as_a_whole_are_refused(read):
    with pytest.raises(InputError, match="lines are in quotes as a whole"):
        read("\n".join([HEADER, LINES[0], '"2,""1"" ,2024-02-13,5.00,B"']))


def test_rows_of_nothing_and_headers_again_are_passed_over_and_counted(read):
    text = "\n".join([HEADER, LINES[0], ",,,,", HEADER, LINES[1], ",,,,", ",,,,", "-----,---", ""])
    file, lines = read(text)
    assert lines == [(2, "1", "A"), (5, "2", "B")]
    said = {name: file.understood[name] for name in ("empty_rows", "repeated_headers")}
    assert said == {"empty_rows": 4, "repeated_headers": 1}
    assert file.understood["first_empty_row"] == 3
    assert file.understood["first_repeated_header"] == 4


FOOTERS = [["Total,,,,"], ['"Total",'], ["End of report", "", ",Fin,"], ["\x1a"], ["Été"]]
NO_FOOTERS = ["Total,,,,9", "B7", "END,,2024-01-01,,", "9"]


@pytest.mark.parametrize("footer", FOOTERS)
def test_words_in_one_cell_at_the_end_are_passed_over_and_counted(read, footer):
    file, found = read("\n".join([HEADER, *LINES, *footer, ""]))
    assert found == [(2, "1", "A"), (3, "2", "B")]
    assert file.understood["footers"] == len([line for line in footer if line])
    assert file.understood["first_footer"] == 4


@pytest.mark.parametrize("line", NO_FOOTERS)
def test_a_last_line_with_more_than_words_is_no_footer(read, line):
    file, found = read("\n".join([HEADER, *LINES, line]))
    assert [number for number, *_ in found] == [2, 3, 4]
    assert file.understood["footers"] == 0


def test_words_before_the_last_record_are_no_footer(read):
    file, found = read("\n".join([HEADER, "Total", LINES[0], "Total", LINES[1], "Total"]))
    assert [number for number, *_ in found] == [2, 3, 4, 5]
    assert file.understood["first_footer"] == 6


def test_names_in_another_order_are_plain_text_within_quotes(read):
    text = f"B\n{','.join(reversed(HEADER.split(',')))}\nC"
    lines = [*LINES, *LINES, f'3,1,2024-02-13,5.00,"{text}"']
    _, found = read("\n".join([HEADER, *[f"{line}," for line in lines]]))
    assert found[-1] == (6, "3", text)


def test_a_listing_is_read_without_its_rules(read):
    names = HEADER.replace(",", "|")
    rule, lines = f"|{'-' * 30}|", [f"|{line.replace(',', '|')}|" for line in LINES]
    listing = ["05.01.2024  List  1", rule, f"|{names}|", rule, *lines, rule, "(2 rows)", ""]
    file, found = read("\n".join(listing))
    assert found == [(5, "1", "A"), (6, "2", "B")]
    assert file.understood["empty_rows"] == 3


def test_a_count_of_rows_is_passed_over_and_a_remark_in_brackets_is_not(read):
    _, found = read("\n".join([HEADER, *LINES, "(2 rows affected)", "(24 rows of A)"]))
    assert found == [(2, "1", "A"), (3, "2", "B"), (5, None, None)]


def test_a_field_too_many_is_no_trailing_delimiter(read):
    _, found = read("\n".join([HEADER, *LINES, f"{LINES[0]},", f"{LINES[0]},x"]))
    assert found == [(2, "1", "A"), (3, "2", "B"), (4, None, None), (5, None, None)]
    _, found = read("\n".join([HEADER, *[f"{line},x" for line in LINES[::-1]]]))
    assert found == [(2, None, None), (3, None, None)]


@pytest.mark.parametrize(
    "header",
    [
        "\ufeffinvoice_id,quantity,invoiced_at,unit_price,customer_id",
        '\ufeff\ufeff"invoice_id",\'quantity\'," invoiced_at ",unit_price,customer_id',
        '"""invoice_id""",Quantity\u00a0,invoiced\u00a0at,\u200bUnit Price,CUSTOMER\u202fID',
        '"invoice\n_id",quantity,"invoiced\nat",unit_price,customer_id',
    ],
)
def test_marks_that_do_not_show_are_no_part_of_a_name(read, header):
    _, lines = read("\n".join([header, *LINES]))
    first = 2 + header.count("\n")
    assert lines == [(first, "1", "A"), (first + 1, "2", "B")]


def test_a_name_is_found_however_its_letters_are_composed(read):
    text = "\n".join([HEADER, *LINES]).replace("customer_id", "Ka\u0308ufer")
    _, lines = read(text, invoice_columns={"customer_id": "K\u00e4ufer"})
    assert [customer for *_, customer in lines] == ["A", "B"]


def test_a_mapped_name_is_found_though_marks_differ(read):
    header = HEADER.replace("customer_id", '"Kunden\u00a0Nr. "')
    _, lines = read("\n".join([header, *LINES]), invoice_columns={"customer_id": "kunden nr."})
    assert lines == [(2, "1", "A"), (3, "2", "B")]


# Encodings


@pytest.mark.parametrize(
    ("encoding", "understood"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("cp1252", "cp1252"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
    ],
)
def test_the_euro_sign_is_read_in_every_encoding(read, encoding, understood):
    text = "\r\n".join([HEADER, LINES[0], LINES[1].replace("B", "Café “€”"), ""])
    file, lines = read(text.encode(encoding))
    assert file.understood["encoding"] == understood
    assert lines == [(2, "1", "A"), (3, "2", "Café “€”")]


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("cp1250", "Łukasz Żak"),
        ("cp1251", "Иванов"),
        ("cp1253", "Νίκος"),
        ("cp1254", "Şahin İğde"),
        ("cp932", "山田ソ表"),
        ("gb18030", "张三€"),
        ("cp949", "김철수"),
    ],
)
def test_code_pages_are_read_if_they_are_named(read, encoding, name):
    header = HEADER.replace("customer_id", name)
    text = "\r\n".join([header, LINES[0].replace("A", name), ""]).encode(encoding)
    mapped = {"customer_id": name}
    file, lines = read(text, invoice_columns=mapped, encoding=encoding)
    assert file.understood["encoding"] == encoding
    assert lines == [(2, "1", name)]
    with pytest.raises(
        InputError,
        match=r"The file was read as .*, since it is not valid utf-8 \(byte 0x.. at offset "
        r"\d+, line 1\)\. If the names look strange, set the var file_encoding",
    ):
        read(text, invoice_columns=mapped)


def test_a_byte_that_windows_does_not_know_makes_a_text_latin_1(read):
    file, lines = read("\n".join([HEADER, LINES[0].replace("A", "é\x81")]).encode("latin-1"))
    assert file.understood["encoding"] == "latin-1"
    assert file.understood["encoding_remark"].startswith("not valid utf-8 (byte 0xE9 at offset")
    assert lines == [(2, "1", "é\x81")]


def test_a_mark_of_utf_8_in_front_of_other_bytes_is_refused(read):
    text = "\n".join([HEADER, LINES[0].replace("A", "é")])
    with pytest.raises(InputError, match=r"not valid utf-8 \(byte 0xE9 at offset 79, line 2\)"):
        read(b"\xef\xbb\xbf" + text.encode("latin-1"))


# Workbooks


def workbook(path: Path, **sheets: dict[str, list]) -> str:
    """Write a workbook; a sheet is the first cell of each filled row, and the row's cells."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for start, cells in rows.items():
            for cell, value in zip(sheet[start : f"Z{start[1:]}"][0], cells, strict=False):
                cell.value = value
    book.save(path)
    return str(path)


ROWS = [row.split(",") for row in [HEADER, *LINES]]


def test_the_header_of_a_sheet_is_found_and_lines_have_the_numbers_that_excel_shows(tmp_path):
    path = workbook(
        tmp_path / "a.xlsx",
        Orders={"A2": ["Sales"], "C5": ROWS[0], "C6": ROWS[1], "C9": ROWS[2]},
    )
    (file,) = open_invoices(path, workdir=tmp_path / "copies")
    assert file.understood["header_line"] == 5
    assert lines_of(file) == [(6, "1", "A"), (9, "2", "B")]


def test_rows_of_nothing_and_headers_again_are_passed_over_in_a_sheet(tmp_path):
    rows = [*ROWS[:2], ROWS[0], ["", ""], ROWS[2]]
    path = workbook(tmp_path / "a.xlsx", Orders={f"A{at}": row for at, row in enumerate(rows, 1)})
    (file,) = open_invoices(path, workdir=tmp_path / "copies")
    assert lines_of(file) == [(2, "1", "A"), (5, "2", "B")]
    assert file.understood["repeated_headers"] == 1
    assert file.understood["first_repeated_header"] == 3


def test_ids_that_a_sheet_has_rounded_are_refused(tmp_path):
    def sheet(*ids: object) -> str:
        rows = [[], ROWS[0], *([*ROWS[1][:4], each] for each in ids)]
        lines = {f"C{at}": row for at, row in enumerate(rows, 1) if row}
        return workbook(tmp_path / "a.xlsx", Orders=lines)

    for ids in ([123456789012345, 1], ["1234567890123456789", "1"]):
        (file,) = open_invoices(sheet(*ids), workdir=tmp_path / "copies")
        assert [customer for *_, customer in lines_of(file)] == [*map(str, ids)]
    for first in (1, "1", "1234567890123456789"):
        message = r"\[Orders\], line 4: 1234567890123457024 in the column"
        with pytest.raises(InputError, match=message):
            open_invoices(sheet(first, 1234567890123456789), workdir=tmp_path / "copies")


def test_a_number_cell_is_told_from_a_text_that_looks_like_one(tmp_path):
    def prices(*cells: object) -> list[str]:
        rows = [ROWS[0], *([*ROWS[1][:3], cell, ROWS[1][4]] for cell in cells)]
        lines = {f"C{at}": row for at, row in enumerate(rows, 3)}
        (file,) = open_invoices(
            workbook(tmp_path / "a.xlsx", Orders=lines), workdir=tmp_path / "copies"
        )
        return pq.read_table(file.parquet).column("unit_price").to_pylist()

    mixed = [12.5, "1.500", 1.234, "12,50", 3, 12345.678901, "1.5"]
    told = ["12.5e0", "1.500", "1.234e0", "12,50", "3", "12345.678901e0", "1.5"]
    assert prices(*mixed) == told
    assert prices(12.5, 1.234) == ["12.5e0", "1.234e0"]
    assert prices(12.5, "7.25") == ["12.5", "7.25"]


def test_a_hidden_sheet_is_told(tmp_path):
    rows = {f"A{at}": row for at, row in enumerate(ROWS, 1)}
    path = workbook(tmp_path / "a.xlsx", Orders=rows, Old=rows, Older=rows)
    book = openpyxl.load_workbook(path)
    book["Old"].sheet_state, book["Older"].sheet_state = "hidden", "veryHidden"
    book.save(path)
    files = open_invoices(path, workdir=tmp_path / "copies")
    assert [file.understood["is_hidden"] for file in files] == [False, True, True]


def test_sheets_without_lines_beside_one_that_has_some_are_named(tmp_path):
    path = workbook(
        tmp_path / "a.xlsx",
        Notes={"B2": ["written by", "somebody"]},
        Orders={f"A{at}": row for at, row in enumerate(ROWS, 1)},
        Empty={},
        Pivot={"A3": ["Row Labels", "Sum of quantity"], "A4": ["A", 2]},
        Template={"A1": ROWS[0]},
    )
    for _ in range(2):
        (file,) = open_invoices(path, workdir=tmp_path / "copies")
        assert file.source_file == f"{path}[Orders]"
        skipped = file.understood["skipped_sheets"]
        assert list(skipped) == ["Notes", "Pivot", "Template"]
        assert "no column for invoiced_at, customer_id, " in skipped["Pivot"]
        assert "a header, but no lines" in skipped["Template"]


def test_a_cell_far_away_is_one_error(tmp_path):
    path = tmp_path / "a.xlsx"
    rows = {f"A{at}": row for at, row in enumerate(ROWS, 1)}
    workbook(path, Orders={**rows, "A500000": ["x"]})
    book = openpyxl.load_workbook(path)
    book.active["XFD1048576"].fill = openpyxl.styles.PatternFill("solid")
    book.save(path)
    (file,) = open_invoices(str(path), workdir=tmp_path / "copies")
    assert len(lines_of(file)) == 3
    book.active["XFD1048576"] = 0
    book.save(path)
    with pytest.raises(InputError) as raised:
        open_invoices(str(path), workdir=tmp_path / "copies")
    assert "spans 1,048,576 rows and 16,384 columns, because of cell XFD1048576" in str(
        raised.value
    )


def test_a_cell_of_megabytes_is_one_error(tmp_path):
    path = workbook(tmp_path / "small.xlsx", Orders={"A1": ROWS[0], "A2": [*ROWS[1][:4], "big"]})
    with zipfile.ZipFile(path) as small, zipfile.ZipFile(tmp_path / "a.xlsx", "w") as large:
        for name in small.namelist():
            large.writestr(name, small.read(name).replace(b"big", b"x" * 5_000_000))
    with pytest.raises(InputError, match=r"a\.xlsx: a cell is longer than 1,048,576 bytes"):
        open_invoices(f"{tmp_path}/a.xlsx", workdir=tmp_path / "copies")
