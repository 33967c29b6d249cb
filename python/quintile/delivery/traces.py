"""Files of text that may name a customer: what dbt logs, and what it leaves below its target."""

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
    """A pattern of an id as text holds it: plain, or quoted in SQL, CSV, JSON, Python or HTML.

    It matches in upper and lower case, and within words, but not within a longer number.
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
    """The files of text below a folder, which may be missing; links are not followed."""
    return sorted(
        path
        for path in folder.rglob("*")
        if path.suffix not in NOT_TEXT and path.is_file() and not path.is_symlink()
    )


def lines_naming(file: Path, spellings: re.Pattern[str]) -> int:
    """How many lines of a file hold an id; those of a file without lines count as one."""
    with file.open("rb") as lines:
        return sum(_holds(line, spellings) for line in lines)


def remove_lines(file: Path, spellings: re.Pattern[str]) -> None:
    """Write a file without the lines that hold an id, in one step."""
    with partial_folder(file.parent, file.name) as partial:
        rest = partial / file.name
        with file.open("rb") as lines, rest.open("wb") as kept:
            kept.writelines(line for line in lines if not _holds(line, spellings))
        put_in_place(rest, file)


def _holds(line: bytes, spellings: re.Pattern[str]) -> bool:
    return spellings.search(line.decode(errors="replace")) is not None
