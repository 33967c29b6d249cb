"""Copies of text serve later processes and go when their file does."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from filelock import Timeout

from quintile.inputs import csv_to_parquet, text_copies
from quintile.inputs.invoice_files import InputError, open_invoices

HEADER = "customer_id,invoiced_at,amount"
OPEN = """
import sys, time
from pathlib import Path
from quintile.inputs import text_copies
from quintile.inputs.invoice_files import open_invoices

spec, folder, pause = sys.argv[1:]
if pause == "while writing":
    text_copies.TextCopy.write = lambda *_: (print("ready", flush=True), time.sleep(60))
open_invoices(spec, workdir=Path(folder))
print("ready", flush=True)
time.sleep(60)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "target" / "text_copies"


@pytest.fixture
def write(tmp_path: Path):
    """Write a file with one line, which names its customer."""

    def write(name: str, customer: str) -> Path:
        path = tmp_path / name
        path.write_text(f"{HEADER}\n{customer},2024-01-01,5\n")
        return path

    return write


def customers(spec: str | Path, folder: Path) -> list[str]:
    files = open_invoices(str(spec), workdir=folder)
    return [pq.read_table(file.parquet).column("customer_id")[0].as_py() for file in files]


def copies(folder: Path) -> dict[str, int]:
    return {file.name: file.stat().st_mtime_ns for file in folder.glob("*.p*")}


def opened_by_another_process(spec: str | Path, folder: Path, pause: str = "") -> subprocess.Popen:
    """Open files in a process that lives on."""
    command = [sys.executable, "-c", OPEN, str(spec), str(folder), pause]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    assert process.stdout.readline() == "ready\n"
    return process


def kill(process: subprocess.Popen) -> None:
    process.kill()
    process.communicate()


def test_a_copy_is_for_its_owner_only(write, folder):
    customers(write("a.csv", "A"), folder)
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {file.stat().st_mode & 0o777 for file in folder.iterdir()} == {0o600}


def test_a_later_process_reads_the_copy(write, folder):
    path = write("a.csv", "A")
    kill(opened_by_another_process(path, folder))
    made = copies(folder)
    assert customers(path, folder) == ["A"]
    assert copies(folder) == made


@pytest.mark.parametrize("change", ["text", "time", "inode", "options", "name"])
def test_what_changes_makes_another_copy(write, folder, change, monkeypatch):
    path = write("a.csv", "A")
    customers(path, folder)
    made, before = copies(folder), path.stat()
    if change == "text":
        path.write_text(path.read_text().replace("A", "B"))
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns + 1))
    elif change == "time":
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns + 1))
    elif change == "inode":
        other = write("b.csv", "A")
        os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
        other.replace(path)
    elif change == "name":
        monkeypatch.chdir(path.parent)
        path = Path("a.csv")
    options = {"encoding": "utf-8"} if change == "options" else {}
    (file,) = open_invoices(str(path), workdir=folder, **options)
    assert Path(file.parquet).name not in made
    # What is left is what still fits a file that is there.
    assert len(copies(folder)) == (2 if change in ("options", "name") else 1)


def test_copies_go_with_their_file(write, folder):
    a, b = write("a.csv", "A"), write("b.csv", "B")
    customers(f"{a};{b}", folder)
    assert len(copies(folder)) == 2
    a.unlink()
    customers(b, folder)
    assert len(copies(folder)) == 1
    assert customers(b, folder) == ["B"]


def test_what_a_killed_process_left_half_written_is_swept_by_the_next(write, folder):
    path = write("a.csv", "A")
    kill(opened_by_another_process(path, folder, "while writing"))
    assert [Path(name).suffix for name in copies(folder)] == [".partial"]
    assert customers(path, folder) == ["A"]
    assert [Path(name).suffix for name in copies(folder)] == [".parquet"]


@pytest.mark.parametrize("pause", ["", "while writing"])
def test_nothing_is_swept_from_under_another_process(write, folder, pause):
    a, b = write("a.csv", "A"), write("b.csv", "B")
    other = opened_by_another_process(a, folder, pause)
    before = copies(folder)
    a.unlink()
    assert customers(b, folder) == ["B"]
    assert before.keys() < copies(folder).keys()
    with pytest.raises(Timeout):
        text_copies.remove_all(folder)
    kill(other)
    assert customers(b, folder) == ["B"]
    assert len(copies(folder)) == 1


def test_all_are_removed_on_demand(write, folder):
    assert text_copies.remove_all(folder) == 0
    for name in "ab":
        kill(opened_by_another_process(write(f"{name}.csv", name), folder))
    (folder / "1.partial").touch()
    assert text_copies.remove_all(folder) == 3
    assert copies(folder) == {}


def test_a_folder_that_was_cleaned_meanwhile_is_made_again(write, folder):
    path = write("a.csv", "A")
    customers(path, folder)
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()
    assert customers(path, folder) == ["A"]


def test_a_damaged_copy_is_made_again(write, folder):
    path = write("a.csv", "A")
    customers(path, folder)
    [copy] = folder.glob("*.parquet")
    copy.write_bytes(copy.read_bytes()[:-9])
    assert customers(path, folder) == ["A"]


@pytest.mark.parametrize("change", ["longer", "shorter", "replaced", "gone"])
def test_a_file_that_changes_while_it_is_read_is_refused(write, folder, monkeypatch, change):
    path = write("a.csv", "A")
    write_all = csv_to_parquet._write_all

    def write_and_change(*arguments: object) -> None:
        write_all(*arguments)
        if change == "longer":
            path.write_text(path.read_text() * 2)
        elif change == "shorter":
            os.truncate(path, 40)
        elif change == "replaced":
            write("b.csv", "A").replace(path)
        else:
            path.unlink()

    monkeypatch.setattr(csv_to_parquet, "_write_all", write_and_change)
    with pytest.raises(InputError, match=r"a\.csv: changed while it was read"):
        customers(path, folder)
    assert copies(folder) == {}


def test_a_full_disk_is_one_error_and_leaves_nothing(write, folder):
    path = write("a.csv", "A")
    with path.open("a") as file:
        file.writelines(f"{number},2024-01-01,5\n" for number in range(30_000))
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, before[1]))
        with pytest.raises(InputError, match="cannot write a copy of the file there"):
            customers(path, folder)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert copies(folder) == {}
    assert customers(path, folder) == ["A"]


def test_a_folder_that_cannot_be_made_is_named(write):
    path = write("a.csv", "A")
    with pytest.raises(InputError, match=r"a\.csv: cannot write a copy"):
        customers(path, path)


def test_files_of_the_same_name_in_two_folders_have_copies_of_their_own(write, folder, tmp_path):
    for name in "xy":
        (tmp_path / name).mkdir()
        os.utime(write(f"{name}/a.csv", name), (0, 0))
    assert customers(f"{tmp_path}/*/a.csv", folder) == ["x", "y"]


def test_a_copy_of_another_version_is_swept(write, folder):
    path = write("a.csv", "A")
    customers(path, folder)
    other = pa.table({"customer_id": ["B"]}).replace_schema_metadata({"quintile_copy_0": "{}"})
    pq.write_table(other, folder / "other.parquet")
    assert customers(path, folder) == ["A"]
    assert len(copies(folder)) == 1
