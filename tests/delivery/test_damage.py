"""Damaged files, folders that cannot be written, links to nowhere: one line, and nothing is lost.

docs/publishing.md lists them; whoever adds one here adds it there.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import DBT, QUINTILE, ROOT, connect, quintile_environment
from dbt.adapters.duckdb.credentials import DuckDBCredentials
from tiny_versions import build_tiny

from quintile.cli import main
from quintile.delivery.forgotten_list import read_list
from quintile.delivery.publishing import PublishError, Shelf, publish_version
from quintile.engines.database_file import prepare
from quintile.inputs.column_matching import InputError
from quintile.inputs.text_copies import Source, new_copy

HIM = "forget-me-7Q"


@pytest.fixture
def shop(tmp_path):
    """A folder with a database that takes some blocks, and every other place missing."""
    make_database(tmp_path / "shop.duckdb")
    return tmp_path


def make_database(database: Path) -> None:
    with connect(database) as connection:
        connection.execute(
            "create table segments as select range::varchar as customer_id, "
            "md5(range::varchar) as cluster_label, 'High' as marketing_tier from range(50_000)"
        )
        connection.execute(f"insert into segments values ('{HIM}', 'A', 'High')")


def command(folder: Path, name: str) -> list[str]:
    """A command on the database of a folder, with all that it writes in there."""
    database = ["--database", str(folder / "shop.duckdb")]
    places = {
        "report": ["--out", folder / "report.html"],
        "export": ["--into", folder / "exports"],
        "forget": [
            *("--published", folder / "published" / "shop.duckdb"),
            *("--exports", folder / "exports"),
            *("--logs", folder / "logs"),
            *("--target", folder / "target"),
            *("--list", folder / "forgotten.json"),
        ],
    }
    named = [HIM] if name == "forget" else []
    return [name, *named, *database, *map(str, places[name])]


def contents(folder: Path) -> dict[Path, bytes]:
    return {
        file: file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file() and not file.name.endswith(".lock")
    }


def the_error(arguments: list[str]) -> str:
    """What a command says, which must be one line."""
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 1, done.output
    [line] = done.output.splitlines()
    return line.removeprefix("Error: ")


def garbage(content: bytes) -> bytes:
    return bytes(reversed(content))


def tail_is_garbage(content: bytes) -> bytes:
    half = len(content) // 2
    return content[:half] + garbage(content[half:])


DAMAGES = {
    "empty": (lambda _: b"", "is not a DuckDB database"),
    "text": (lambda _: b"invoice,customer\n" * 500, "is not a DuckDB database"),
    "garbage": (garbage, "is not a DuckDB database"),
    "the header alone": (lambda content: content[:4096], "is damaged"),
}
SEEN_WHEN_READ = {
    "cut in half": lambda content: content[: len(content) // 2],
    "garbage in the second half": tail_is_garbage,
}


@pytest.mark.parametrize("name", ["report", "export", "forget"])
@pytest.mark.parametrize(("damage", "words"), DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_database_is_named_and_left_as_it_is(shop, name, damage, words):
    database = shop / "shop.duckdb"
    database.write_bytes(damage(database.read_bytes()))
    before = contents(shop)
    assert words in the_error(command(shop, name)).replace(str(database), "", 1)
    assert contents(shop) == before
    with pytest.raises(RuntimeError, match=words):
        prepare(DuckDBCredentials(path=str(database), schema="main"), {})
    assert contents(shop) == before


@pytest.mark.parametrize("name", ["export", "forget"])
@pytest.mark.parametrize("damage", SEEN_WHEN_READ.values(), ids=SEEN_WHEN_READ)
def test_damage_that_shows_when_it_is_read_is_named_and_left_as_it_is(shop, name, damage):
    database = shop / "shop.duckdb"
    database.write_bytes(damage(database.read_bytes()))
    before = database.read_bytes()
    assert f"{database} is damaged (" in the_error(command(shop, name))
    assert database.read_bytes() == before
    assert [*shop.rglob(".partial*")] == []


def log_of_a_killed_writer(database: Path) -> Path:
    """The log that DuckDB leaves beside a database when its process is killed."""
    code = (
        f"import duckdb, os; c = duckdb.connect({str(database)!r}); "
        "c.execute(\"set wal_autocheckpoint = '1GB'\"); "
        "c.execute(\"insert into segments select 'x', 'B', 'Low' from range(5000)\"); os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", code], check=False)
    return database.with_name(f"{database.name}.wal")


@pytest.mark.parametrize("name", ["report", "export", "forget"])
def test_a_damaged_log_of_the_database_is_named_and_left_as_it_is(shop, name):
    log = log_of_a_killed_writer(shop / "shop.duckdb")
    content = log.read_bytes()
    half = len(content) // 2
    log.write_bytes(content[:half] + b"damage" + content[half + 6 :])
    before = contents(shop)
    assert "is damaged (Failure while replaying WAL file" in the_error(command(shop, name))
    assert contents(shop) == before


def test_a_log_that_is_cut_off_gives_the_database_before_it(shop):
    log = log_of_a_killed_writer(shop / "shop.duckdb")
    log.write_bytes(log.read_bytes()[:-100])
    assert CliRunner().invoke(main, command(shop, "export")).exit_code == 0
    exported = (shop / "exports" / "segments_tier_high.csv").read_text()
    assert len(exported.splitlines()) == 50_002
    assert CliRunner().invoke(main, command(shop, "forget")).exit_code == 0
    with connect(shop / "shop.duckdb", read_only=True) as connection:
        assert connection.execute("select count(*) from segments").fetchall() == [(50_000,)]


@contextmanager
def read_only(folder: Path):
    """A disk in a folder on which nothing can be written any more."""
    subprocess.run(["mount", "-o", "remount,ro", folder], check=True)
    yield
    subprocess.run(["mount", "-o", "remount,rw", folder], check=True)


@pytest.fixture
def disk(tmp_path):
    """A small disk."""
    if os.geteuid() != 0:
        pytest.skip("only root may mount a disk")
    folder = tmp_path / "disk"
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", folder], check=True)
    yield folder
    subprocess.run(["umount", folder], check=True)


@pytest.mark.parametrize("name", ["export", "forget"])
def test_a_disk_that_cannot_be_written_is_named(disk, name):
    make_database(disk / "shop.duckdb")
    before = contents(disk)
    with read_only(disk):
        said = the_error(command(disk, name))
    assert "Read-only file system" in said
    assert str(disk) in said
    assert contents(disk) == before


def test_a_database_that_cannot_be_written_is_named_and_forgotten_later(disk, shop):
    make_database(disk / "shop.duckdb")
    arguments = command(shop, "forget")
    arguments[arguments.index("--database") + 1] = str(disk / "shop.duckdb")
    with read_only(disk):
        said = the_error(arguments)
    assert "Not everything is forgotten yet" in said
    assert str(disk) in said
    assert len(read_list(shop / "forgotten.json").hashes) == 1
    assert CliRunner().invoke(main, arguments).exit_code == 0
    assert HIM.encode() not in (disk / "shop.duckdb").read_bytes()


def test_where_nothing_can_be_written_nothing_is_published(disk):
    link = disk / "shop.duckdb"
    publish_version(link, build_tiny, keep=3)
    with read_only(disk), pytest.raises(PublishError, match="Read-only file system"):
        publish_version(link, build_tiny, keep=3)
    assert Shelf(link).current() == 1
    with read_only(disk), connect(link, read_only=True) as connection:
        assert connection.execute("select count(*) from rows").fetchall()[0][0] > 0


def test_a_full_disk_leaves_the_database_and_forgets_later(disk):
    make_database(disk / "shop.duckdb")
    room = 8_000_000 - (disk / "shop.duckdb").stat().st_size
    (disk / "filler").write_bytes(bytes(room - 500_000))
    before = (disk / "shop.duckdb").read_bytes()
    said = the_error(command(disk, "forget"))
    assert "No space left on device" in said
    assert "Make room on the disk" in said
    assert (disk / "shop.duckdb").read_bytes() == before
    assert list(disk.glob(".partial*")) == []
    (disk / "filler").unlink()
    assert CliRunner().invoke(main, command(disk, "forget")).exit_code == 0


@pytest.mark.parametrize("name", ["report", "export"])
def test_a_database_that_is_not_there_is_named(tmp_path, name):
    database = tmp_path / "shop.duckdb"
    missing = f"There is no database {database}. Build it first: make build"
    assert the_error(command(tmp_path, name)) == missing
    database.symlink_to(tmp_path / "on a disk that is gone" / "shop.duckdb")
    assert the_error(command(tmp_path, name)) == missing


@pytest.mark.parametrize("name", ["report", "export", "forget"])
def test_a_name_that_no_file_can_have_is_named(tmp_path, name):
    assert "File name too long" in the_error(command(tmp_path / ("x" * 300), name))


def test_a_build_says_that_the_folder_of_its_database_is_not_there(tmp_path):
    link = tmp_path / "shop.duckdb"
    link.symlink_to(tmp_path / "gone" / "shop.duckdb")
    for path in (link, tmp_path / "gone" / "shop.duckdb"):
        with pytest.raises(RuntimeError, match=f"There is no folder {tmp_path / 'gone'} for"):
            prepare(DuckDBCredentials(path=str(path), schema="main"), {})


@pytest.mark.parametrize("name", ["main.duckdb", "Temp.db"])
def test_a_build_says_that_duckdb_needs_the_name_of_its_database(tmp_path, name):
    with pytest.raises(RuntimeError, match=f"{name} has a name that DuckDB needs for itself"):
        prepare(DuckDBCredentials(path=str(tmp_path / name), schema="main"), {})
    assert contents(tmp_path) == {}


@pytest.mark.parametrize("target", ["/nowhere/shop.duckdb", "elsewhere.duckdb"])
def test_a_link_that_points_elsewhere_is_no_published_file(shop, target):
    link = shop / "published.duckdb"
    link.symlink_to(target)
    make_database(shop / "elsewhere.duckdb")
    before = contents(shop)
    with pytest.raises(PublishError, match="not one of its versions"):
        publish_version(link, build_tiny, keep=3)
    assert (os.readlink(link), contents(shop)) == (target, before)


def test_an_exported_file_that_is_a_link_is_replaced_and_not_followed(shop):
    (shop / "exports").mkdir(mode=0o700)
    (shop / "mine.csv").write_text("mine")
    (shop / "exports" / "segments_tier_high.csv").symlink_to(shop / "mine.csv")
    assert CliRunner().invoke(main, command(shop, "export")).exit_code == 0
    assert (shop / "mine.csv").read_text() == "mine"
    assert not (shop / "exports" / "segments_tier_high.csv").is_symlink()


def test_a_database_that_is_replaced_while_it_is_read_is_read_to_its_end(shop):
    with connect(shop / "shop.duckdb", read_only=True) as connection:
        connection.execute("select count(*) from segments").fetchall()
        make_database(shop / "new.duckdb")
        (shop / "new.duckdb").replace(shop / "shop.duckdb")
        rows = connection.execute("select count(*), max(cluster_label) from segments").fetchall()
    assert rows[0][0] == 50_001


def test_an_invoice_file_that_changes_while_it_is_read_is_named(tmp_path):
    file, copy = tmp_path / "invoices.csv", tmp_path / "copy.parquet"
    file.write_text("invoice,customer\n")
    source = Source.of(file)
    with (
        pytest.raises(InputError, match=r"invoices.csv: changed while it was read"),
        new_copy(copy, ["customer_id"], source=source, source_file=str(file), understood={}),
    ):
        file.write_text("invoice,customer\n1,2\n")
    assert [*tmp_path.iterdir()] == [file]


def test_without_a_temporary_folder_commands_work(shop):
    done = subprocess.run(
        [QUINTILE, *command(shop, "export")],
        env={**os.environ, "TMPDIR": "/nowhere"},
        check=False,
    )
    assert done.returncode == 0


def test_a_build_keeps_its_database_to_the_owner(tmp_path):
    database = tmp_path / "shop.duckdb"
    before = os.umask(0)
    try:
        prepare(DuckDBCredentials(path=str(database), schema="main"), {})
        (tmp_path / "later").touch()
    finally:
        os.umask(before)
    assert {file.stat().st_mode & 0o777 for file in tmp_path.iterdir()} == {0o600}


def test_a_build_beside_another_one_is_told_so_in_one_line(dbt, tmp_path):
    with connect(tmp_path / "quintile.duckdb"):
        build = dbt("build", "--select", "as_of")
    assert build.returncode == 2
    assert "Traceback" not in build.output
    assert build.output.splitlines()[-1].strip() == (
        f"{tmp_path / 'quintile.duckdb'} is open in another process "
        f"({Path(os.path.realpath(sys.executable)).name}, PID {os.getpid()}): a running "
        "build, or a session. Try again when it has ended."
    )


def test_a_setting_of_duckdb_that_cannot_be_read_is_named(tmp_path):
    profile = DuckDBCredentials(
        path=str(tmp_path / "shop.duckdb"), schema="main", settings={"memory_limit": "lots"}
    )
    with pytest.raises(
        RuntimeError, match="memory_limit is set to 'lots' by QUINTILE_MEMORY_LIMIT"
    ):
        prepare(profile, {})


def test_what_a_killed_build_spilled_to_disk_goes_with_the_next(shop):
    spilled = shop / "shop.duckdb.tmp" / "duckdb_temp_storage-0.tmp"
    spilled.parent.mkdir()
    spilled.write_text(HIM)
    prepare(DuckDBCredentials(path=str(shop / "shop.duckdb"), schema="main"), {})
    assert not spilled.exists()


@pytest.mark.parametrize("command", ["dbt", "quintile"])
def test_ctrl_c_while_a_command_still_starts_is_one_line(tmp_path, command):
    """Python runs what is in quintile.pth before the first line of a command."""
    script = tmp_path / command
    script.write_text("import os, signal, time; os.kill(os.getpid(), signal.SIGINT); time.sleep(9)")
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (130, "Stopped by Ctrl-C, before anything was done.\n")


def test_a_folder_that_dbt_cannot_write_is_named_in_one_line(tmp_path):
    (tmp_path / "no folder").touch()
    done = subprocess.run(
        [DBT, "--no-use-colors", "parse", "--target-path", tmp_path / "no folder" / "target"],
        cwd=ROOT,
        env=quintile_environment(tmp_path),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stdout.splitlines()[-1].endswith(f"Not a directory: '{tmp_path}/no folder/target'")
    assert "Traceback" in (tmp_path / "logs" / "dbt.log").read_text()


@pytest.mark.parametrize("said", ["Starting full parse", "START sql"])
def test_ctrl_c_in_a_build_is_one_line(tmp_path, said):
    output = tmp_path / "output"
    with output.open("w") as written:
        build = subprocess.Popen(
            [DBT, "--no-use-colors", "run"],
            cwd=ROOT,
            env=quintile_environment(tmp_path),
            stdout=written,
            stderr=written,
            start_new_session=True,
        )
        while said not in output.read_text():
            assert build.poll() is None, output.read_text()
            time.sleep(0.1)
        os.killpg(build.pid, signal.SIGINT)
        assert build.wait(120) != 0
    assert "Traceback" not in output.read_text()
    said_last = output.read_text().splitlines()[-1]
    assert said_last.startswith("Stopped by Ctrl-C. Tables that were not reached are still of")
