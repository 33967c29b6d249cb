"""Text files that may name a customer: dbt's logs, and what it leaves in its target folder."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from pathlib import Path

from quintile.delivery.partial_files import partial_folder, put_in_place

NOT_TEXT = {".duckdb", ".parquet", ".wal"}


def spellings_of(customer: str) -> re.Pattern[str]:
    """A pattern for an id within a text: plain, or quoted in SQL, CSV, JSON, Python or HTML.

    It ignores case and matches within words, but not within a longer number.
    """
    in_csv = io.StringIO()
    csv.writer(in_csv).writerow([customer, ""])
    spellings = {
        customer,
        customer.replace("'", "''"),
        in_csv.getvalue().rpartition(",")[0],
        json.dumps(customer)[1:-1],
        json.dumps(customer, ensure_ascii=False)[1:-1],
        repr(customer)[1:-1],
        html.escape(customer),
    }
    before = "(?<![0-9])" if customer[:1].isdecimal() else ""
    after = "(?![0-9])" if customer[-1:].isdecimal() else ""
    return re.compile(f"{before}(?:{'|'.join(map(re.escape, spellings))}){after}", re.IGNORECASE)


def text_files(folder: Path) -> list[Path]:
    """The text files below a folder, which may be missing; links are not followed."""
    return sorted(
        path
        for path in folder.rglob("*")
        if path.suffix not in NOT_TEXT and path.is_file() and not path.is_symlink()
    )


def lines_naming(file: Path, spellings: re.Pattern[str]) -> int:
    """The number of lines of a file that contain an id; a file without lines counts as one line."""
    with file.open("rb") as lines:
        return sum(_holds(line, spellings) for line in lines)


def remove_lines(file: Path, spellings: re.Pattern[str]) -> None:
    """Rewrite a file in one step, without the lines that contain an id."""
    with partial_folder(file.parent, file.name) as partial:
        rest = partial / file.name
        with file.open("rb") as lines, rest.open("wb") as kept:
            kept.writelines(line for line in lines if not _holds(line, spellings))
        put_in_place(rest, file)


def _holds(line: bytes, spellings: re.Pattern[str]) -> bool:
    return spellings.search(line.decode(errors="replace")) is not None
