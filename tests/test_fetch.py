"""Fetching from a real server on 127.0.0.1 that breaks off, lies or keeps silent on request."""

import os
import shlex
import subprocess
import sys
import threading
import zipfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from quintile import fetch
from quintile.cli import main
from quintile.fetch import DATASETS, Dataset, FetchError, fetch_workbook

SMALL = Dataset("1/small.zip", "Small.xlsx", (3, 2))


def workbook(*rows: int) -> bytes:
    """A workbook with a header and so many rows a sheet; empty between the first and the last."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for count in rows:
        sheet = book.create_sheet()
        sheet.append(["InvoiceNo"])
        sheet.cell(count + 1, 1, "536365")
    saved = BytesIO()
    book.save(saved)
    return saved.getvalue()


def zipped(**entries: bytes) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in entries.items():
            archive.writestr(f"{name}.xlsx", content)
    return target.getvalue()


class Server(ThreadingHTTPServer):
    """Sends the same content to everybody; says how often it was asked, and for what."""

    content, status, sent = b"", 200, None

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.paths, self.over = [], threading.Event()
        self.url = f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.paths.append(self.path)
        self.send_response(self.server.status)
        self.send_header("Content-Length", str(len(self.server.content)))
        self.end_headers()
        self.wfile.write(self.server.content[: self.server.sent])
        if self.server.sent == 0:
            self.server.over.wait(5)

    def log_message(self, *_):
        pass


@pytest.fixture
def server(monkeypatch):
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with Server() as running:
        threading.Thread(target=running.serve_forever, args=(0.02,), daemon=True).start()
        yield running
        running.over.set()
        running.shutdown()


def run(*arguments, server):
    return CliRunner(env={"QUINTILE_FETCH_URL": server.url}).invoke(
        main, ["fetch", *map(str, arguments)]
    )


@pytest.mark.parametrize(
    ("name", "file", "path"),
    [
        ("online-retail", "Online Retail.xlsx", "/352/online+retail.zip"),
        ("online-retail-ii", "online_retail_II.xlsx", "/502/online+retail+ii.zip"),
    ],
)
def test_it_fetches_once_and_prints_the_build_command(name, file, path, server, tmp_path):
    content = workbook(*DATASETS[name].rows)
    server.content = zipped(**{file.removesuffix(".xlsx"): content})
    into = tmp_path / "data" / "raw"
    result = run(name, "--into", into, server=server)
    assert result.exit_code == 0, result.stderr
    assert [each.name for each in into.iterdir()] == [file]
    assert (into / file).read_bytes() == content
    setting, *command = shlex.split(result.stdout)
    assert (setting, command) == (f"QUINTILE_INVOICES={into / file}", ["make", "build"])
    assert run(name, "--into", into, server=server).stdout == result.stdout
    assert server.paths == [path]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"<html>We have moved</html>", "not a zip file"),
        (zipped(iris=b"1"), "no item named 'Small.xlsx'"),
        (zipped(Small=b"1"), "calamine error"),
        (zipped(Small=workbook(3, 1)), r"have \[3, 1\] rows, not \[3, 2\]"),
        (zipped(Small=workbook(5)), r"have \[5\] rows, not \[3, 2\]"),
    ],
)
def test_a_wrong_file_is_refused_and_the_old_one_kept(content, reason, server, tmp_path):
    server.content = content
    old, former = tmp_path / "Small.xlsx", workbook(3, 2)
    old.write_bytes(former)
    with pytest.raises(FetchError, match=reason) as refused:
        fetch_workbook(SMALL, tmp_path, url=server.url, force=True)
    assert "\n" not in refused.value.message
    assert [*tmp_path.iterdir()] == [old]
    assert old.read_bytes() == former


def test_a_file_that_is_not_the_workbook_is_kept_unless_forced(server, tmp_path):
    content = workbook(3, 2)
    server.content = zipped(Small=content)
    (tmp_path / "Small.xlsx").write_bytes(workbook(7))
    with pytest.raises(FetchError, match=r"Small.xlsx is not .* \[7\] rows.*--force"):
        fetch_workbook(SMALL, tmp_path, url=server.url)
    assert server.paths == []
    target = fetch_workbook(SMALL, tmp_path, url=server.url, force=True)
    assert target.read_bytes() == content


@pytest.mark.parametrize(
    ("status", "sent", "words"),
    [(404, None, "404 Client Error"), (200, 100, "IncompleteRead"), (200, 0, "timed out")],
)
def test_a_server_that_fails_is_named_and_nothing_is_left(
    status, sent, words, server, tmp_path, monkeypatch
):
    monkeypatch.setattr(fetch, "RETRIES", 1)
    server.status, server.sent = status, sent
    server.content = zipped(Small=workbook(3, 2))
    result = run("online-retail", "--into", tmp_path, "--timeout", 0.2, server=server)
    assert result.exit_code == 1
    error = result.stderr.splitlines()[-1]
    assert error.startswith(f"Error: Cannot download {server.url}/352/online+retail.zip: ")
    assert words in error
    assert len(server.paths) == 2
    assert [*tmp_path.iterdir()] == []


def test_a_full_disk_is_named_and_nothing_is_left(server, tmp_path):
    server.content = zipped(**{"Online Retail": bytes(200_000)})
    code = (
        "import resource as r; r.setrlimit(r.RLIMIT_FSIZE, (90_000, 90_000)); "
        "from quintile.cli import main; main(prog_name='quintile')"
    )
    done = subprocess.run(
        [sys.executable, "-B", "-c", code, "fetch", "online-retail", "--into", tmp_path],
        env=os.environ | {"QUINTILE_FETCH_URL": server.url},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert f"Error: Cannot fetch into {tmp_path}: File too large." in done.stderr
    assert "Traceback" not in done.stderr
    assert [*tmp_path.iterdir()] == []


def test_a_folder_that_is_a_file_is_named(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(FetchError, match=r"Cannot fetch into .*file/raw: Not a directory"):
        fetch_workbook(SMALL, Path(tmp_path / "file" / "raw"), url="http://127.0.0.1:1")


def test_help_loads_nothing_heavy():
    code = (
        "import sys; from quintile.cli import main; main(['--help'], standalone_mode=False);"
        "print(sorted({'dbt', 'duckdb', 'fastexcel', 'pandas', 'pooch'} & set(sys.modules)))"
    )
    assert subprocess.check_output([sys.executable, "-c", code], text=True).endswith("[]\n")
