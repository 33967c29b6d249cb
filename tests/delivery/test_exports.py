"""Exports for mailing tools: complete, private, harmless in a spreadsheet."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner
from conftest import QUINTILE, connect, rows_of

from quintile.cli import main
from quintile.delivery import exports
from quintile.delivery.exports import ExportError, export_segments, exported_files
from quintile.delivery.locking import BusyError

FORMULAS = [
    '=HYPERLINK("http://x.example","prize")',
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1,1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "\uff1d1+1",
    "\ufe661",
    "=1",
]
UNSEEN = ["\u00a0", "\u200b", "\ufeff", "\u2060", "\u202e", "\u00ad", "\u3000", " \u200d "]
QUOTED = ["'quoted", "'=1", "''", "'"]
HARMLESS = ["12345", "a=b", "x-1", '"', "a;b,c", "\u00a0x", "<script>alert(1)</script>"]
KEY = "\x0b" * 20
RFC_4231_TEXT = "Hi There"
RFC_4231_HASH = "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"


def database_of(folder: Path, *customers: tuple[str, str, str]) -> Path:
    """A database of segments: id, tier and label; every number is negative."""
    database = folder / "shop.duckdb"
    with connect(database) as connection:
        connection.execute(
            "create table segments (customer_id varchar, ordered_at timestamp, days integer, "
            "money decimal(18, 4), cluster_label varchar, marketing_tier varchar, margin double)"
        )
        for customer in customers:
            connection.execute(
                "insert into segments values ($1, '2024-01-02 03:04:05', -3, -1.5, $3, $2, -0.25)",
                [*customer],
            )
    return database


def cells(file: Path) -> list[dict[str, str]]:
    with file.open(newline="", encoding="utf-8") as lines:
        return [*csv.DictReader(lines)]


@pytest.mark.parametrize("by", ["tier", "label"])
def test_every_customer_stands_in_the_file_of_his_group_alone(sample_build, tmp_path, by):
    into = tmp_path / "mail"
    column = {"tier": "marketing_tier", "label": "cluster_label"}[by]
    command = ["export", "--database", str(sample_build.database), "--into", str(into), "--by", by]
    done = CliRunner().invoke(main, command)
    assert done.exit_code == 0, done.output
    groups = sample_build.query(f"select {column}, count(*) from segments group by all")
    assert len(groups) >= 2
    for group, customers in groups:
        stem = into / f"segments_{by}_{group.lower().replace(' ', '-')}"
        rows = sample_build.query(f"from segments where {column} = '{group}' order by customer_id")
        assert f"{stem}.csv: {customers:,} customers" in done.output
        assert rows_of(f"from '{stem}.parquet'") == rows
        typed = "create table read as from segments limit 0"
        with duckdb.connect() as connection:
            connection.execute(f"attach '{sample_build.database}' as shop (read_only)")
            connection.execute(typed.replace("from segments", "from shop.segments"))
            connection.execute(f"copy read from '{stem}.csv' (header)")
            assert connection.execute("from read").fetchall() == rows
    assert len(exported_files(into)) == 2 * len(groups)


def test_what_a_spreadsheet_would_run_is_neutralised_and_numbers_are_not(tmp_path):
    marked = [*FORMULAS, *QUOTED, *(f"{unseen}=1" for unseen in UNSEEN)]
    ids = [*marked, *HARMLESS]
    database = database_of(tmp_path, *[(i, "High", f"={i}") for i in ids])
    into = tmp_path / "mail"
    export_segments(database, into)
    rows = cells(into / "segments_tier_high.csv")
    assert {row["customer_id"] for row in rows} == {f"'{i}" for i in marked} | {*HARMLESS}
    assert {row["customer_id"].removeprefix("'") for row in rows} == {*ids}
    assert {row["cluster_label"] for row in rows} == {f"'={i}" for i in ids}
    numbers = ("ordered_at", "days", "money", "margin")
    assert {tuple(row[name] for name in numbers) for row in rows} == {
        ("2024-01-02 03:04:05", "-3", "-1.5000", "-0.25")
    }
    plain = rows_of(f"select customer_id from '{into / 'segments_tier_high.parquet'}'")
    assert {i for (i,) in plain} == {*ids}


def test_ids_are_hashed_by_the_key_of_the_environment(tmp_path):
    database = database_of(tmp_path, (RFC_4231_TEXT, "High", "A"), ("7", "High", "A"))
    into = tmp_path / "mail"
    command = ["export", "--database", str(database), "--into", str(into), "--hash-ids"]
    done = CliRunner(env={"QUINTILE_ID_KEY": KEY}).invoke(main, command)
    assert done.exit_code == 0, done.output
    [in_parquet] = rows_of(f"select list(customer_id) from '{into / 'segments_tier_high.parquet'}'")
    in_csv = [row["customer_id"] for row in cells(into / "segments_tier_high.csv")]
    assert in_csv == in_parquet[0] == sorted(in_csv)
    assert RFC_4231_HASH in in_csv
    for file in exported_files(into):
        assert RFC_4231_TEXT.encode() not in file.read_bytes()


@pytest.mark.parametrize(
    ("key", "trouble"), [(None, "is not set"), ("", "is not set"), ("x" * 15, "has 15 characters")]
)
def test_without_a_long_key_nothing_is_written(tmp_path, key, trouble):
    database = database_of(tmp_path, ("7", "High", "A"))
    into = tmp_path / "mail"
    command = ["export", "--database", str(database), "--into", str(into), "--hash-ids"]
    done = CliRunner(env={"QUINTILE_ID_KEY": key}).invoke(main, command)
    assert done.exit_code == 1
    assert done.output.startswith(f"Error: QUINTILE_ID_KEY {trouble}. It is the key")
    assert not into.exists()
    assert "QUINTILE_ID_KEY" in CliRunner().invoke(main, ["export", "--help"]).output


def test_only_the_owner_may_read(tmp_path):
    database = database_of(tmp_path, ("7", "High", "A"), ("8", "Low", "A"))
    open_to_all = os.umask(0)
    try:
        export_segments(database, tmp_path / "mail")
        (tmp_path / "empty").mkdir(mode=0o777)
        export_segments(database, tmp_path / "empty")
    finally:
        os.umask(open_to_all)
    for folder in (tmp_path / "mail", tmp_path / "empty"):
        assert folder.stat().st_mode & 0o777 == 0o700
        assert {file.stat().st_mode & 0o777 for file in folder.iterdir()} == {0o600}


def test_an_open_folder_with_other_files_is_not_closed_by_the_way(tmp_path):
    database = database_of(tmp_path, ("7", "High", "A"))
    tmp_path.chmod(0o755)
    with pytest.raises(ExportError, match=f"close it: chmod 700 {tmp_path}"):
        export_segments(database, tmp_path)
    assert exported_files(tmp_path) == []


def test_files_of_groups_that_are_no_more_go_and_others_stay(tmp_path):
    into = tmp_path / "mail"
    export_segments(database_of(tmp_path, ("7", "High", "A"), ("8", "Low", "B")), into)
    export_segments(tmp_path / "shop.duckdb", into, by="label", formats=["csv"])
    (into / "notes.csv").write_text("mine")
    (tmp_path / "shop.duckdb").unlink()
    export_segments(database_of(tmp_path, ("7", "High", "A")), into, formats=["csv"])
    assert {file.name for file in into.iterdir()} == {
        ".lock",
        "notes.csv",
        "segments_label_a.csv",
        "segments_label_b.csv",
        "segments_tier_high.csv",
    }


def test_labels_become_file_names_of_their_own(tmp_path):
    labels = ["../Größte & Beste", "größte-beste", "A/B"]
    database = database_of(tmp_path, *[(label, "High", label) for label in labels])
    into = tmp_path / "mail"
    export_segments(database, into, by="label", formats=["csv"])
    files = {
        file.name: [row["customer_id"] for row in cells(file)] for file in exported_files(into)
    }
    assert files == {
        "segments_label_größte-beste.csv": ["../Größte & Beste"],
        "segments_label_größte-beste-2.csv": ["größte-beste"],
        "segments_label_a-b.csv": ["A/B"],
    }


def test_a_full_disk_leaves_the_former_files_whole(tmp_path):
    into = tmp_path / "mail"
    export_segments(database_of(tmp_path, ("7", "High", "A")), into)
    former = {file.name: file.read_bytes() for file in into.iterdir()}
    (tmp_path / "shop.duckdb").unlink()
    database = database_of(tmp_path, *[(f"{n:0200}", "High", "A") for n in range(500)])
    limited = (
        "import resource as r; r.setrlimit(r.RLIMIT_FSIZE, (20_000, 20_000)); "
        "from quintile.cli import main; main(prog_name='quintile')"
    )
    done = subprocess.run(
        [sys.executable, "-B", "-c", limited, "export", "--database", database, "--into", into],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "File too large" in done.stderr
    assert "Existing files are complete." in done.stderr
    assert "Traceback" not in done.stderr
    assert {file.name: file.read_bytes() for file in into.iterdir()} == former


@pytest.mark.parametrize(
    ("tables", "message"),
    [
        (None, "There is no database {}. Build it first: make build"),
        ([], "{} has no table segments. Build it with dbt build, or name another file."),
        (["segments"], "There are no customers in segments, so there is nothing to export."),
    ],
)
def test_a_database_without_segments_is_said_so(tmp_path, tables, message):
    database = tmp_path / "shop.duckdb"
    if tables == ["segments"]:
        database_of(tmp_path)
    elif tables == []:
        connect(database).close()
    command = ["export", "--database", str(database), "--into", str(tmp_path / "mail")]
    done = CliRunner().invoke(main, command)
    assert done.exit_code == 1
    assert done.output == f"Error: {message.format(database)}\n"


def doubted(database: Path, table: str) -> None:
    with connect(database) as connection:
        connection.execute(
            "create table unfinished_tables as select * from (values "
            f"('{table}', 'the build has not ended', 'model.quintile.{table}', 'unfinished 1')) "
            "as doubts (table_name, reason, node, cause)"
        )


def test_segments_of_an_unfinished_build_are_not_exported_unless_told_to(tmp_path):
    database = database_of(tmp_path, ("7", "High", "A"))
    doubted(database, "segments")
    command = ["export", "--database", str(database), "--into", str(tmp_path / "mail")]
    done = CliRunner().invoke(main, command)
    assert done.exit_code == 1
    assert done.output == (
        f"Error: {database} is half built: segments (the build has not ended). Finish it with make "
        "build, or use it as it is: --unfinished\n"
    )
    assert exported_files(tmp_path / "mail") == []
    assert CliRunner().invoke(main, [*command, "--unfinished"]).exit_code == 0
    assert len(exported_files(tmp_path / "mail")) == 2


def test_what_is_in_doubt_beside_segments_does_not_matter(tmp_path):
    database = database_of(tmp_path, ("7", "High", "A"))
    doubted(database, "customer_value")
    assert export_segments(database, tmp_path / "mail")


def test_six_exports_at_once_all_end_well(tmp_path):
    database = database_of(tmp_path, *[(str(n), "High", "A") for n in range(2000)])
    command = ["export", "--database", database, "--into", tmp_path / "mail" / "new"]
    started = [
        subprocess.Popen([QUINTILE, *command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        for _ in range(6)
    ]
    said = [each.communicate()[0] for each in started]
    assert [each.returncode for each in started] == [0] * 6, said
    assert {path.name for path in (tmp_path / "mail" / "new").iterdir()} == {
        ".lock",
        "segments_tier_high.csv",
        "segments_tier_high.parquet",
    }


def test_an_export_that_waits_in_vain_says_who_is_at_work(tmp_path, monkeypatch):
    monkeypatch.setattr(exports, "PATIENCE_SECONDS", 0.2)
    into = tmp_path / "mail"
    database = database_of(tmp_path, ("7", "High", "A"))
    export_segments(database, into)
    with exports.locked_folder(into), pytest.raises(BusyError, match="export or forget is running"):
        export_segments(database, into)


def test_what_a_killed_export_left_goes_with_the_next(tmp_path):
    into = tmp_path / "mail"
    database = database_of(tmp_path, ("7", "High", "A"))
    export_segments(database, into)
    (into / ".partial-segments-x").mkdir()
    (into / ".partial-segments-x" / "segments_tier_high.csv").write_text("7")
    export_segments(database, into)
    assert not (into / ".partial-segments-x").exists()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give a folder to any group")
def test_a_folder_that_shares_with_its_group_lets_the_group_read(tmp_path):
    into = tmp_path / "mail"
    into.mkdir()
    os.chown(into, -1, 12)
    into.chmod(0o2750)
    export_segments(database_of(tmp_path, ("7", "High", "A")), into)
    assert into.stat().st_mode & 0o7777 == 0o2750
    for file in exported_files(into):
        assert (file.stat().st_mode & 0o777, file.stat().st_gid) == (0o640, 12)
