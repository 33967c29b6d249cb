"""Download a public data set, check it, and put it in place only if it is complete."""

from __future__ import annotations

import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import click
import fastexcel
import pooch
import requests

RETRIES = 2


class FetchError(click.ClickException):
    """A data set that could not be fetched; the message says why and what to do."""


@dataclass(frozen=True)
class Dataset:
    """A zip archive on a server that contains one workbook.

    Attributes:
        path: Path of the archive below the server's base address.
        workbook: Name of the workbook, in the archive and in the target folder.
        rows: Number of rows of each sheet, in order, without the header.
    """

    path: str
    workbook: str
    rows: tuple[int, ...]


DATASETS = {
    "online-retail": Dataset("352/online+retail.zip", "Online Retail.xlsx", (541_909,)),
    "online-retail-ii": Dataset(
        "502/online+retail+ii.zip", "online_retail_II.xlsx", (525_461, 541_910)
    ),
}


def fetch_workbook(
    dataset: Dataset, into: Path, *, url: str, force: bool = False, timeout: float = 30.0
) -> Path:
    """Make sure that a folder has the workbook of a data set, complete and checked.

    Args:
        dataset: What to download, and what it has to contain.
        into: The folder; created if missing.
        url: Base address of the server.
        force: Download even if the workbook exists.
        timeout: Seconds without an answer after which a connection counts as broken.

    Returns:
        The path of the workbook.

    Raises:
        FetchError: Something is wrong with the server, the disk or the file. No new file is left.
    """
    target, source = into / dataset.workbook, f"{url.rstrip('/')}/{dataset.path}"
    try:
        if target.exists() and not force:
            _check_rows(target, dataset)
            return target
        into.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".partial-", dir=into) as folder:
            workbook = _download(source, Path(folder), dataset, timeout)
            _check_rows(workbook, dataset)
            workbook.replace(target)
    except requests.RequestException as error:
        raise FetchError(f"Cannot download {source}: {error}. Try again later.") from error
    except OSError as error:
        raise FetchError(f"Cannot fetch into {into}: {error.strerror or error}.") from error
    except (ValueError, KeyError, zipfile.BadZipFile, fastexcel.FastExcelError) as error:
        reason = str(error).partition("\n")[0].rstrip(".")
        raise FetchError(
            f"{source} or {target} is not {dataset.workbook!r} as published: {reason}. Check the "
            "address, move the file away, or replace it: --force"
        ) from error
    return target


def _download(source: str, folder: Path, dataset: Dataset, timeout: float) -> Path:
    """Download the archive and unpack only the workbook."""
    pooch.get_logger().setLevel("WARNING")
    downloader = pooch.HTTPDownloader(progressbar=sys.stderr.isatty(), timeout=timeout)
    archive = pooch.create(
        folder, "", registry={"zip": None}, urls={"zip": source}, retry_if_failed=RETRIES
    )
    with zipfile.ZipFile(archive.fetch("zip", downloader=downloader)) as entries:
        return Path(entries.extract(dataset.workbook, folder))


def _check_rows(workbook: Path, dataset: Dataset) -> None:
    reader = fastexcel.read_excel(workbook)
    # Read without a header row: with one, fastexcel reports 2**64 - 1 rows for an empty sheet.
    sheets = [reader.load_sheet(n, header_row=None, dtypes="string") for n in reader.sheet_names]
    rows = [max(sheet.total_height - 1, 0) for sheet in sheets]
    if rows != [*dataset.rows]:
        raise ValueError(f"its sheets have {rows} rows, not {[*dataset.rows]}")
