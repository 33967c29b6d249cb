"""The same invoices give the same tables, whatever their order, format or the number of threads."""

from __future__ import annotations

import pytest
from conftest import ONLY_TABLES, PLACES, ROOT, TO_SEGMENTS, Build, build_tables, rows_of


def tables(build: Build) -> dict[str, set[tuple]]:
    """Every table as a set of rows, as text, with their count, places aside."""
    columns: dict[str, list[str]] = {}
    for table, column in build.query(
        "select table_name, column_name from information_schema.columns order by all"
    ):
        if column not in PLACES:
            columns.setdefault(table, []).append(f"cast({column} as varchar)")
    return {
        table: set(build.query(f"select {', '.join(names)}, count(*) from {table} group by all"))
        for table, names in columns.items()
    }


@pytest.mark.slow
def test_shuffled_lines_on_one_thread_as_parquet_give_equal_tables(
    sample_build, tmp_path, monkeypatch
):
    file = tmp_path / "shuffled.parquet"
    rows_of(
        f"""copy (from read_csv('{ROOT}/data/sample/*.csv', all_varchar = true)
        order by md5(concat_ws(' ', *columns(*)))) to '{file}'"""
    )
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    shuffled = build_tables(tmp_path, *ONLY_TABLES, invoices=file, threads=1)
    expected, found = tables(sample_build), tables(shuffled)
    assert found.keys() == expected.keys()
    # Shuffling scatters the lines of an invoice, so more of them are compared.
    for table in found.keys() - {"repeat_candidates"}:
        assert found[table] == expected[table], table


@pytest.mark.slow
def test_csv_and_parquet_of_the_uci_file_give_equal_tables(uci_build, test_data, tmp_path):
    csv = test_data / "online_retail_latin1.csv.gz"
    expected = tables(uci_build)
    found = tables(build_tables(tmp_path, *TO_SEGMENTS, invoices=csv))
    assert "segments" in found
    # Texts are only where a file has texts; Parquet has dates and numbers.
    cells = {file.stem for file in (ROOT / "models/staging/cells").glob("*.sql")}
    assert cells - set(found) == {"date_parts", "day_texts"}  # Ephemeral.
    for table in set(found) - cells:
        assert found[table] == expected[table], table
