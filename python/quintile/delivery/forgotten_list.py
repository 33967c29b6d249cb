"""The list of forgotten customers: a file of hashes that builds read and only forget writes."""

from __future__ import annotations

import hashlib
import json
import re
import secrets
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import click

from quintile.delivery.locking import PATIENCE_SECONDS, locked
from quintile.delivery.partial_files import partial_folder, put_in_place


class ListError(click.ClickException):
    """The list cannot be read. Builds stop, since forgotten customers would come back."""


@dataclass(frozen=True)
class ForgottenList:
    """Who was forgotten, without naming them.

    Attributes:
        salt: Random text, different in every file.
        hashes: SHA-256 of salt and id (UTF-8), hexadecimal. Sorted, so that the order does not show
            when each was added.
    """

    salt: str
    hashes: tuple[str, ...]

    def hash_of(self, customer: str) -> str:
        """The hash of a customer."""
        return hashlib.sha256(f"{self.salt}{customer}".encode()).hexdigest()


def read_list(file: Path) -> ForgottenList:
    """Read the list; without a file, make an empty one with a new salt.

    Raises:
        ListError: The file has other content, or is a link to nothing.
    """
    if not file.exists() and not file.is_symlink():
        return ForgottenList(secrets.token_hex(16), ())
    try:
        return _parsed(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise ListError(
            f"{file} is not a list of forgotten customers ({error}). Restore a copy of the list. "
            "Without it, forgotten customers would be in the next build."
        ) from error


def add_to_list(file: Path, customer: str) -> None:
    """Add a customer and replace the file in one step. The caller must hold its lock."""
    file = file.resolve()
    forgotten = read_list(file)
    hashes = {*forgotten.hashes, forgotten.hash_of(customer)}
    with partial_folder(file.parent, file.name) as partial:
        written = partial / file.name
        content = asdict(ForgottenList(forgotten.salt, tuple(sorted(hashes))))
        written.write_text(json.dumps(content, indent=1), encoding="utf-8")
        put_in_place(written, file)


@contextmanager
def locked_list(file: Path) -> Iterator[None]:
    """Let one process at a time change a list and the files that depend on it.

    Raises:
        BusyError: Another process has held it for a minute.
        ListError: The folder of the list is missing or cannot be written.
    """
    file = file.resolve()
    lock = file.with_name(f".{file.name}.lock")
    at_work = f"Another quintile forget is running with {file}"
    with ExitStack() as held:
        try:
            held.enter_context(locked(lock, at_work=at_work, patience=PATIENCE_SECONDS))
        except OSError as error:
            raise ListError(
                f"{file.parent} cannot be written ({error.strerror}), so the list of forgotten "
                "customers cannot be kept there. Nothing was changed."
            ) from error
        yield


def _parsed(text: str) -> ForgottenList:
    found = json.loads(text, object_pairs_hook=_each_once)
    if not isinstance(found, dict) or found.keys() != {"salt", "hashes"}:
        raise ValueError("it has other content than salt and hashes")
    salt, hashes = found["salt"], found["hashes"]
    if not isinstance(salt, str) or not re.fullmatch("[0-9a-f]{32}", salt):
        raise ValueError("its salt is not 32 hexadecimal digits")
    if not isinstance(hashes, list) or not all(map(_is_hash, hashes)):
        raise ValueError("its hashes are not all SHA-256")
    return ForgottenList(salt, tuple(hashes))


def _each_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    if len({name for name, _ in pairs}) < len(pairs):
        raise ValueError("it has an entry twice")
    return dict(pairs)


def _is_hash(found: object) -> bool:
    return isinstance(found, str) and re.fullmatch("[0-9a-f]{64}", found) is not None


def forgotten_customers(file: str, _: str) -> str:
    """Answer the macro of that name: `{"salt", "hashes"}`, or `{"error": message}`."""
    try:
        return json.dumps(asdict(read_list(Path(file))))
    except ListError as error:
        return json.dumps({"error": error.message})
