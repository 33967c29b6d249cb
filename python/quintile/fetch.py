"""Download a public data set: resume, check, unpack safely, and only then put it in place."""

import shutil
import stat
import sys
import time
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath
from tempfile import TemporaryDirectory

import click
import fastexcel
import requests

CHUNK_BYTES = 65_536
PAUSE_SECONDS = 1.0
ATTEMPTS = 3
BROKEN = (requests.ConnectionError, requests.Timeout, requests.exceptions.ChunkedEncodingError)
BAD_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError)  # the last where encrypted
BAD_FILE = (ValueError, fastexcel.FastExcelError, *BAD_ZIP)


class FetchError(click.ClickException):
    """A data set that could not be fetched; the message says why and what to do."""


@dataclass(frozen=True)
class Dataset:
    """A zip archive on a server that holds one workbook.

    Attributes:
        path: The archive's address below the server's base address.
        workbook: The workbook's name in the archive, and its name in the target folder.
        rows: Lines of each sheet in order, without the header.
        max_bytes: The most that the archive, and then its workbook, may unpack to.
    """

    path: str
    workbook: str
    rows: tuple[int, ...]
    max_bytes: int = 2_000_000_000


DATASETS = {
    "online-retail": Dataset("352/online+retail.zip", "Online Retail.xlsx", (541_909,)),
    "online-retail-ii": Dataset(
        "502/online+retail+ii.zip", "online_retail_II.xlsx", (525_461, 541_910)
    ),
}


def fetch_workbook(
    dataset: Dataset, into: Path, *, url: str, force: bool = False, timeout: float = 30.0
) -> Path:
    """Make sure that a folder holds the workbook of a data set, complete and checked.

    Args:
        dataset: What to download and what it has to hold.
        into: The folder, made if need be. A download that breaks off stays in it as `*.part`.
        url: Base address of the server.
        force: Download anew, whether or not the workbook or a part of it is there.
        timeout: Seconds without an answer after which a connection counts as broken.

    Returns:
        The path of the workbook.

    Raises:
        FetchError: The server, the disk or the file is not as it should be. Nothing new is left
            under the workbook's name.
    """
    target = into / dataset.workbook
    source = f"{url.rstrip('/')}/{dataset.path}"
    part = into / f"{Path(dataset.path).name}.part"
    try:
        into.mkdir(parents=True, exist_ok=True)
        if force:
            part.unlink(missing_ok=True)
        elif target.exists():
            _check_existing(target, dataset)
            return target
        _download(source, part, timeout)
        _put_in_place(source, part, target, dataset)
    except OSError as error:
        raise FetchError(
            f"cannot fetch into {into}: {error.strerror or error}. Once that is put right, "
            "run the command again: what has been downloaded is kept."
        ) from error
    return target


def _check_existing(target: Path, dataset: Dataset) -> None:
    try:
        _check_workbook(target, dataset)
    except BAD_FILE as error:
        raise FetchError(
            f"{target} is there, but {_reason(error)}. Move it away, or replace it with --force."
        ) from error


def _download(source: str, part: Path, timeout: float) -> None:
    for left in reversed(range(ATTEMPTS)):
        try:
            _transfer(source, part, timeout)
            break
        except BROKEN as error:
            if not left:
                raise FetchError(
                    f"the connection to {source} broke ({_root(error)}). "
                    "Run the command again: it goes on where it stopped."
                ) from error
            time.sleep(PAUSE_SECONDS)
        except requests.RequestException as error:
            raise FetchError(f"cannot download: {error}.") from error


def _root(error: BaseException) -> BaseException:
    """The first cause, such as a refused connection, which says most in fewest words."""
    return _root(error.__context__) if error.__context__ else error


def _transfer(source: str, part: Path, timeout: float) -> None:
    """Append what the part lacks, or write it anew where the server ignores the range."""
    start = part.stat().st_size if part.exists() else 0
    headers = {"Accept-Encoding": "identity"} | ({"Range": f"bytes={start}-"} if start else {})
    with requests.get(source, headers=headers, stream=True, timeout=timeout) as response:
        sent = response.headers.get("Content-Range", "")
        resumed = response.status_code == requests.codes.partial_content
        past_end = response.status_code == requests.codes.range_not_satisfiable
        if past_end and sent == f"bytes */{start}":
            return
        if start and (past_end or (resumed and not sent.startswith(f"bytes {start}-"))):
            part.unlink()
            raise requests.ConnectionError(f"{start:,} bytes of {part.name} did not fit on")
        response.raise_for_status()
        _write(response, part, start if resumed else 0)


def _write(response: requests.Response, part: Path, start: int) -> None:
    missing = response.raw.length_remaining  # None where the server does not say
    unknown: Iterator[int] | None = iter(()) if missing is None else None
    bar = click.progressbar(
        unknown,
        length=None if missing is None else start + missing,
        label=part.stem,
        item_show_func=lambda size: f"{(size or 0) / 1e6:.1f} MB",
        file=sys.stderr,
    )
    with part.open("ab" if start else "wb") as sink, bar:
        bar.update(start, start)
        for chunk in response.iter_content(CHUNK_BYTES):
            sink.write(chunk)
            bar.update(len(chunk), sink.tell())


def _put_in_place(source: str, part: Path, target: Path, dataset: Dataset) -> None:
    """Unpack and check beside the target, on its disk, so that the last step is one rename."""
    with TemporaryDirectory(dir=target.parent, prefix=".unpack-") as folder:
        workbook = Path(folder) / dataset.workbook
        try:
            _unpack(part, workbook, dataset.max_bytes)
            _check_workbook(workbook, dataset)
        except BAD_FILE as error:
            part.unlink()
            raise FetchError(
                f"{source} is not the expected archive: {_reason(error)}. The download was "
                "removed; run the command again, or check the address."
            ) from error
        workbook.replace(target)
    part.unlink()


def _unpack(part: Path, workbook: Path, max_bytes: int) -> None:
    _check_zip(part, max_bytes)
    with zipfile.ZipFile(part) as archive:
        if workbook.name not in archive.namelist():
            raise ValueError(f"it holds {archive.namelist()[:5]}, not {workbook.name!r}")
        with archive.open(workbook.name) as source, workbook.open("wb") as sink:
            shutil.copyfileobj(source, sink)


def _check_zip(path: Path, max_bytes: int) -> None:
    with zipfile.ZipFile(path) as archive:
        entries = archive.infolist()
    for entry in entries:
        name = PureWindowsPath(entry.filename)  # knows both slashes, and drives
        if name.anchor or ".." in name.parts or stat.S_ISLNK(entry.external_attr >> 16):
            raise ValueError(f"its entry {entry.filename!r} leads out of the folder")
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise ValueError(f"its entry {entry.filename!r} is packed in an unusual way")
        if not 0 <= entry.header_offset < path.stat().st_size:
            raise ValueError(f"its entry {entry.filename!r} does not lie in the file")
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > max_bytes:
        raise ValueError(f"it unpacks to {unpacked:,} bytes, more than {max_bytes:,}")


def _check_workbook(path: Path, dataset: Dataset) -> None:
    _check_zip(path, dataset.max_bytes)  # a workbook is a zip file, too
    reader = fastexcel.read_excel(path)
    # The header counts as a row here: with a header row, an empty sheet would have 2**64 - 1 rows.
    sheets = [reader.load_sheet(n, header_row=None, dtypes="string") for n in reader.sheet_names]
    rows = tuple(max(sheet.total_height - 1, 0) for sheet in sheets)
    if rows != dataset.rows:
        raise ValueError(f"its sheets have {_listed(rows)} rows, not {_listed(dataset.rows)}")


def _listed(rows: tuple[int, ...]) -> str:
    return " + ".join(f"{count:,}" for count in rows) or "no"


def _reason(error: Exception) -> str:
    return str(error).partition("\n")[0].rstrip(".")
