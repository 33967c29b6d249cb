"""Fetching from a real server on 127.0.0.1 that breaks off, lies or keeps silent on request."""

import os
import pty
import random
import re
import shlex
import stat
import subprocess
import sys
import threading
import time
import zipfile
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from quintile import fetch
from quintile.cli import main
from quintile.fetch import DATASETS, Dataset, FetchError, fetch_workbook

PACKAGES = Path(fetch.__file__).parent.parent
SMALL = Dataset("1/small.zip", "Small.xlsx", (3, 2))


def workbook(*rows: int, stored: bool = False) -> bytes:
    """A workbook with a header and so many rows a sheet; empty between the first and the last."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    noise = random.Random(1)
    for count in rows:
        sheet = book.create_sheet()
        sheet.append(["InvoiceNo", *(noise.randbytes(16_000).hex() for _ in range(9))])
        sheet.cell(count + 1, 1, "536365")
    saved = BytesIO()
    book.save(saved)
    return uncompressed(saved.getvalue()) if stored else saved.getvalue()


def uncompressed(content: bytes) -> bytes:
    """The same workbook at full size, so that the archive around it is far smaller."""
    with zipfile.ZipFile(BytesIO(content)) as source:
        return zipped({name: source.read(name) for name in source.namelist()}, zipfile.ZIP_STORED)


def zipped(entries: dict, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return target.getvalue()


@dataclass
class Behaviour:
    """What the server sends, and what it was asked for."""

    content: bytes = b""
    status: int = 200
    takes_ranges: bool = True
    tells_length: bool = True
    shift: int = 0  # answers ranges so many bytes off
    breaks_after: list[int] = field(default_factory=list)  # body bytes of the next answers
    stalls: bool = False  # keeps silent instead of breaking off
    ranges: list[str | None] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    url: str = ""
    over: threading.Event = field(default_factory=threading.Event)

    def answer(self, wanted: str | None) -> tuple[int, dict[str, str], bytes]:
        size = len(self.content)
        if self.status != 200 or wanted is None or not self.takes_ranges:
            return self.status, {}, self.content
        start = int(wanted.removeprefix("bytes=").removesuffix("-"))
        if start >= size:
            return 416, {"Content-Range": f"bytes */{size}"}, b""
        start += self.shift
        return 206, {"Content-Range": f"bytes {start}-{size - 1}/{size}"}, self.content[start:]


@pytest.fixture
def server(monkeypatch):
    behaviour = Behaviour()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            behaviour.paths.append(self.path)
            behaviour.ranges.append(self.headers["Range"])
            status, headers, body = behaviour.answer(self.headers["Range"])
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            if behaviour.tells_length:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if behaviour.breaks_after:
                body = body[: behaviour.breaks_after.pop(0)]
            self.wfile.write(body)
            if behaviour.stalls:
                behaviour.over.wait()

        def log_message(self, *_):
            pass

    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setattr(fetch, "PAUSE_SECONDS", 0)
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        threading.Thread(target=running.serve_forever, args=(0.02,), daemon=True).start()
        behaviour.url = f"http://127.0.0.1:{running.server_port}"
        yield behaviour
        behaviour.over.set()
        running.shutdown()


def run(*arguments, server):
    return CliRunner(env={"QUINTILE_FETCH_URL": server.url}).invoke(
        main, ["fetch", *map(str, arguments)]
    )


def run_process(*arguments, server, limit: int | None = None, stderr=subprocess.PIPE):
    """Run the command as a process of its own, where no file may grow beyond so many bytes."""
    code = "from quintile.cli import main; main(prog_name='quintile')"
    if limit:
        code = f"import resource as r; r.setrlimit(r.RLIMIT_FSIZE, ({limit}, {limit})); {code}"
    return subprocess.run(
        # -B, lest Python cut the bytecode that it caches at the limit.
        [sys.executable, "-B", "-c", code, "fetch", *map(str, arguments)],
        env=os.environ | {"PYTHONPATH": str(PACKAGES), "QUINTILE_FETCH_URL": server.url},
        stdout=subprocess.PIPE,
        stderr=stderr,
        text=True,
        timeout=60,
        check=False,
    )


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


@pytest.mark.parametrize(
    ("name", "file", "path"),
    [
        ("online-retail", "Online Retail.xlsx", "/352/online+retail.zip"),
        ("online-retail-ii", "online_retail_II.xlsx", "/502/online+retail+ii.zip"),
    ],
)
def test_command_fetches_once_and_prints_the_build_command(name, file, path, server, tmp_path):
    content = workbook(*DATASETS[name].rows)
    server.content = zipped({file: content})
    into = tmp_path / "data" / "raw"

    result = run(name, "--into", into, server=server)

    assert result.exit_code == 0, result.stderr
    assert server.paths == [path]
    assert (into / file).read_bytes() == content
    assert names(into) == {file}
    setting, *command = shlex.split(result.stdout)
    assert setting == f"QUINTILE_INVOICES={into / file}"
    assert command == ["make", "build"]
    assert Path(path).name in result.stderr  # the label of the progress bar

    again = run(name, "--into", into, server=server)
    assert (again.exit_code, again.stdout) == (0, result.stdout)
    assert server.paths == [path]


def test_default_folder_is_printed_relative_to_the_project(server, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    server.content = zipped({"Online Retail.xlsx": workbook(541_909)})
    result = run("online-retail", "--url", f"{server.url}/mirror/", server=server)
    assert server.paths == ["/mirror/352/online+retail.zip"]
    assert result.stdout == "QUINTILE_INVOICES='data/raw/Online Retail.xlsx' make build\n"


def test_terminal_shows_progress_to_the_end(server, tmp_path):
    server.content = zipped({"Online Retail.xlsx": workbook(541_909)})
    screen, terminal = pty.openpty()
    done = run_process("online-retail", "--into", tmp_path, server=server, stderr=terminal)
    shown = os.read(screen, 100_000).decode()
    os.close(terminal)
    os.close(screen)
    assert done.returncode == 0
    assert "100%" in shown
    assert f"{len(server.content) / 1e6:.1f} MB" in shown


def test_broken_connection_goes_on_where_it_stopped(server, tmp_path):
    content = workbook(*SMALL.rows)
    server.content = zipped({"Small.xlsx": content})
    server.breaks_after = [100_000]

    target = fetch_workbook(SMALL, tmp_path, url=server.url)

    assert server.ranges == [None, f"bytes={fetch.CHUNK_BYTES}-"]
    assert target.read_bytes() == content
    assert names(tmp_path) == {"Small.xlsx"}


def test_next_run_goes_on_with_the_part_that_a_broken_run_left(server, tmp_path):
    content = workbook(*SMALL.rows)
    server.content = zipped({"Small.xlsx": content})
    server.breaks_after = [70_000, 0, 0]

    with pytest.raises(FetchError, match=r"broke \(Incomplete.*\)\. Run the command again"):
        fetch_workbook(SMALL, tmp_path, url=server.url)
    part = tmp_path / "small.zip.part"
    assert part.read_bytes() == server.content[: fetch.CHUNK_BYTES]
    assert names(tmp_path) == {part.name}

    server.ranges.clear()
    target = fetch_workbook(SMALL, tmp_path, url=server.url)
    assert server.ranges == [f"bytes={fetch.CHUNK_BYTES}-"]
    assert target.read_bytes() == content
    assert names(tmp_path) == {"Small.xlsx"}


def test_server_without_ranges_sends_all_of_it_again(server, tmp_path):
    content = workbook(*SMALL.rows)
    server.content = zipped({"Small.xlsx": content})
    server.takes_ranges = False
    server.breaks_after = [140_000, 70_000, 70_000]

    with pytest.raises(FetchError, match="Run the command again"):
        fetch_workbook(SMALL, tmp_path, url=server.url)
    assert (tmp_path / "small.zip.part").read_bytes() == server.content[: fetch.CHUNK_BYTES]

    assert fetch_workbook(SMALL, tmp_path, url=server.url).read_bytes() == content
    assert server.ranges[-1] == f"bytes={fetch.CHUNK_BYTES}-"


def test_server_that_tells_no_length(server, tmp_path):
    content = workbook(*SMALL.rows)
    server.content = zipped({"Small.xlsx": content})
    server.tells_length = False
    assert fetch_workbook(SMALL, tmp_path, url=server.url).read_bytes() == content


@pytest.mark.parametrize(
    ("extra", "shift", "requests"),
    [
        pytest.param(0, 0, 1, id="whole part is only unpacked"),
        pytest.param(9, 0, 2, id="part that is too long is dropped"),
        pytest.param(-9, -1, 2, id="part that the answer does not join is dropped"),
    ],
)
def test_part_that_was_left_behind(extra, shift, requests, server, tmp_path):
    content = workbook(*SMALL.rows)
    server.content = zipped({"Small.xlsx": content})
    server.shift = shift
    size = len(server.content) + extra
    (tmp_path / "small.zip.part").write_bytes((server.content + bytes(9))[:size])

    assert fetch_workbook(SMALL, tmp_path, url=server.url).read_bytes() == content
    assert server.ranges == [f"bytes={size}-", None][:requests]


def with_entry(name: str, mode: int = stat.S_IFREG) -> bytes:
    entry = zipfile.ZipInfo(name)
    entry.external_attr = (mode | 0o644) << 16
    return zipped({"Small.xlsx": workbook(3, 2), entry: b"../../outside"})


def damaged(at: int, method: int) -> bytes:
    content = bytearray(zipped({"Small.xlsx": workbook(3, 2)}, method))
    content[at] ^= 0xFF
    return bytes(content)


def empty_sheet() -> bytes:
    saved = BytesIO()
    openpyxl.Workbook().save(saved)
    return saved.getvalue()


def with_offset(shift: int) -> bytes:
    """An archive whose directory places the workbook so many bytes from where it lies."""
    content = zipped({"Small.xlsx": workbook(3, 2)})
    end = content.rindex(b"PK\5\6")
    directory = int.from_bytes(content[end + 16 : end + 20], "little") - min(shift, 0)
    content = bytearray(content)
    content[end + 16 : end + 20] = directory.to_bytes(4, "little")
    if shift > 0:
        at = content.rindex(b"PK\1\2") + 42
        content[at : at + 4] = shift.to_bytes(4, "little")
    return bytes(content)


def encrypted() -> bytes:
    header = b"PK\1\2\x14\3\x14\0"
    return with_entry("a").replace(header + b"\0", header + b"\1")


WRONG_FILES = {
    "page": (b"<html>We have moved</html>", "not a zip file"),
    "empty": (b"", "not a zip file"),
    "truncated": (with_entry("a")[:-30], "not a zip file"),
    "other content": (zipped({"iris.csv": b"1"}), r"\['iris.csv'\], not 'Small.xlsx'"),
    "no workbook": (zipped({"Small.xlsx": b"1"}), "not a zip file"),
    "empty workbook": (zipped({"Small.xlsx": zipped({"a": b"1"})}), "calamine error"),
    "fewer rows": (zipped({"Small.xlsx": workbook(3, 1)}), r"have 3 \+ 1 rows, not 3 \+ 2"),
    "fewer sheets": (zipped({"Small.xlsx": workbook(5)}), r"have 5 rows, not 3 \+ 2"),
    "empty sheet": (zipped({"Small.xlsx": empty_sheet()}), r"have 0 rows, not 3 \+ 2"),
    "damaged": (damaged(9_999, zipfile.ZIP_STORED), "Bad CRC-32"),
    "damaged stream": (damaged(40, zipfile.ZIP_DEFLATED), "while decompressing"),
    "negative offset": (with_offset(-1), "does not lie in the file"),
    "large offset": (with_offset(1_000_000), "does not lie in the file"),
    "encrypted": (encrypted(), "encrypted"),
    "bzip2": (zipped({"Small.xlsx": workbook(3, 2)}, zipfile.ZIP_BZIP2), "unusual way"),
    "parent": (with_entry("../outside"), r"'\.\./outside' leads out of the folder"),
    "hidden parent": (with_entry("a/../../outside"), "leads out"),
    "absolute": (with_entry("/tmp/outside"), "leads out"),
    "backslash": (with_entry("..\\outside"), "leads out"),
    "drive": (with_entry("C:outside"), "leads out"),
    "symlink": (with_entry("link", stat.S_IFLNK), "'link' leads out"),
}


@pytest.mark.parametrize(("content", "reason"), WRONG_FILES.values(), ids=WRONG_FILES)
def test_wrong_file_is_refused_and_removed(content, reason, server, tmp_path):
    server.content = content
    into = tmp_path / "a" / "b" / "raw"
    with pytest.raises(FetchError, match=f"is not the expected archive: .*{reason}") as refused:
        fetch_workbook(SMALL, into, url=server.url)
    assert "\n" not in refused.value.message
    assert [path for path in tmp_path.rglob("*") if not path.is_dir()] == []
    assert names(into) == set()


@pytest.mark.parametrize("inside_the_workbook", [False, True])
def test_what_unpacks_to_too_much_is_refused(inside_the_workbook, server, tmp_path):
    content = workbook(3, 2)
    entries = {"Small.xlsx": content} | ({} if inside_the_workbook else {"more.txt": b"1"})
    bounded = Dataset(SMALL.path, SMALL.workbook, SMALL.rows, max_bytes=len(content))
    server.content = zipped(entries)
    with pytest.raises(FetchError, match=r"unpacks to [\d,]+ bytes, more than"):
        fetch_workbook(bounded, tmp_path, url=server.url)
    assert names(tmp_path) == set()


def test_command_says_one_error_and_exits_with_1(server, tmp_path):
    server.content = zipped({"Online Retail.xlsx": workbook(541_908)})
    result = run_process("online-retail", "--into", tmp_path, server=server)
    assert (result.returncode, result.stdout) == (1, "")
    label, error = result.stderr.splitlines()
    assert label == "online+retail.zip"
    assert error.startswith("Error: ")
    assert "541,908 rows, not 541,909" in error


def test_existing_file_that_is_not_the_workbook_is_kept_unless_forced(server, tmp_path):
    content = workbook(*SMALL.rows)
    server.content = zipped({"Small.xlsx": content})
    target = tmp_path / "Small.xlsx"
    mine = workbook(7)
    target.write_bytes(mine)

    with pytest.raises(FetchError, match=r"Small.xlsx is there, but .* 7 rows.*--force"):
        fetch_workbook(SMALL, tmp_path, url=server.url)
    assert target.read_bytes() == mine
    assert server.paths == []

    fetch_workbook(SMALL, tmp_path, url=server.url, force=True)
    assert target.read_bytes() == content


def test_force_starts_anew_and_keeps_the_old_file_until_the_new_one_is_checked(server, tmp_path):
    target = tmp_path / "Small.xlsx"
    old = workbook(*SMALL.rows)
    target.write_bytes(old)
    (tmp_path / "small.zip.part").write_bytes(b"stale")
    server.content = b"<html>"

    with pytest.raises(FetchError, match="not the expected archive"):
        fetch_workbook(SMALL, tmp_path, url=server.url, force=True)
    assert server.ranges == [None]
    assert target.read_bytes() == old


@pytest.mark.parametrize(
    ("status", "words"), [(404, "404 Client Error"), (503, "503 Server Error")]
)
def test_http_error_is_reported_and_nothing_is_kept(status, words, server, tmp_path):
    server.status = status
    server.content = b"<html>sorry</html>"
    result = run("online-retail", "--into", tmp_path, server=server)
    assert result.exit_code == 1
    assert f"Error: cannot download: {words}" in result.stderr
    assert f"{server.url}/352/online+retail.zip" in result.stderr
    assert len(server.paths) == 1
    assert names(tmp_path) == set()


@pytest.mark.parametrize(("sent", "kept"), [(0, set()), (100_000, {"online+retail.zip.part"})])
def test_silent_server_times_out_and_the_part_is_kept(sent, kept, server, tmp_path):
    server.content = zipped({"Online Retail.xlsx": workbook(541_909)})
    server.breaks_after = [sent, 0, 0]
    server.stalls = True
    started = time.monotonic()
    result = run("online-retail", "--into", tmp_path, "--timeout", 0.2, server=server)
    assert time.monotonic() - started < 8
    assert result.exit_code == 1
    assert "broke (timed out). Run the command again" in result.stderr
    assert {path.name for path in tmp_path.iterdir() if path.stat().st_size} == kept


@pytest.mark.parametrize("url", ["http://127.0.0.1:1", "no address", "file:///etc"])
def test_unreachable_address_is_named(url, server, tmp_path):
    server.url = url
    result = run("online-retail", "--into", tmp_path, server=server)
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: ")
    assert url in result.stderr


@pytest.mark.parametrize("while_unpacking", [False, True])
def test_full_disk_keeps_the_part_and_the_next_run_goes_on(while_unpacking, server, tmp_path):
    content = workbook(541_909, stored=True)
    server.content = zipped({"Online Retail.xlsx": content})
    limit = (len(server.content) + len(content)) // 2 if while_unpacking else 70_000
    kept = min(limit, len(server.content))

    result = run_process("online-retail", "--into", tmp_path, server=server, limit=limit)

    assert (result.returncode, result.stdout) == (1, "")
    assert f"Error: cannot fetch into {tmp_path}: File too large" in result.stderr
    assert "Traceback" not in result.stderr
    part = tmp_path / "online+retail.zip.part"
    assert names(tmp_path) == {part.name}
    assert part.read_bytes() == server.content[:kept]

    run("online-retail", "--into", tmp_path, server=server)
    assert server.ranges == [None, f"bytes={kept}-"]
    assert (tmp_path / "Online Retail.xlsx").read_bytes() == content


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_no_space_left_on_device(server, tmp_path):
    server.content = zipped({"Online Retail.xlsx": workbook(541_909)})
    (tmp_path / "online+retail.zip.part").symlink_to("/dev/full")
    result = run("online-retail", "--into", tmp_path, server=server)
    assert result.exit_code == 1
    assert f"cannot fetch into {tmp_path}: No space left on device. Once" in result.stderr
    assert not (tmp_path / "Online Retail.xlsx").exists()


def test_folder_that_is_a_file_is_named(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    with pytest.raises(FetchError, match=r"cannot fetch into .*file/raw: Not a directory"):
        fetch_workbook(SMALL, blocked / "raw", url="http://127.0.0.1:1")


def test_help_is_complete_and_loads_nothing_heavy():
    code = (
        "import sys; from quintile.cli import main; main(['--help'], standalone_mode=False);"
        "print(sorted({'dbt', 'fastexcel', 'pandas', 'requests', 'sklearn'} & set(sys.modules)))"
    )
    environment = os.environ | {"PYTHONPATH": str(PACKAGES)}
    shown = subprocess.check_output([sys.executable, "-c", code], text=True, env=environment)
    assert shown.endswith("[]\n")
    assert re.search(r"\n  fetch +Download a public data set", shown)

    shown = CliRunner().invoke(main, ["fetch", "--help"]).stdout
    for word in [*DATASETS, "--into", "--force", "--timeout", "--url", "QUINTILE_FETCH_URL"]:
        assert word in shown


def test_command_offers_every_data_set():
    choices = main.commands["fetch"].params[0].type.choices
    assert sorted(choices) == sorted(DATASETS)
