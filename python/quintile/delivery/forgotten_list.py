"""The list of forgotten customers: a file of hashes that every build reads and none writes."""

from __future__ import annotations

import hashlib
import json
import os
import re
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path

import click


class ListError(click.ClickException):
    """The list cannot be read; builds stop, lest a forgotten customer come back."""


@dataclass(frozen=True)
class ForgottenList:
    """Who was forgotten, without saying so.

    Attributes:
        salt: Random text, of this file alone.
        hashes: SHA-256 of salt and id (UTF-8), hexadecimal, sorted: the order tells no time.
    """

    salt: str
    hashes: tuple[str, ...]

    def hash_of(self, customer: str) -> str:
        """The hash that stands for a customer."""
        return hashlib.sha256(f"{self.salt}{customer}".encode()).hexdigest()


def read_list(file: Path) -> ForgottenList:
    """Read the list; where there is no file, an empty one with a new salt.

    Raises:
        ListError: The file holds something else.
    """
    if not file.exists():
        return ForgottenList(secrets.token_hex(16), ())
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
        forgotten = ForgottenList(found["salt"], tuple(found["hashes"]))
        if not all(re.fullmatch("[0-9a-f]{64}", each) for each in forgotten.hashes):
            raise ValueError("not all hashes are SHA-256")
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ListError(
            f"{file} is no list of forgotten customers ({error!r}). Put a copy of the list back: "
            "without it, who was forgotten would be in the next build."
        ) from error
    return forgotten


def add_to_list(file: Path, customer: str) -> None:
    """Add a customer, replacing the file in one step; only its owner may read it."""
    forgotten = read_list(file)
    hashes = {*forgotten.hashes, forgotten.hash_of(customer)}
    partial = file.with_name(f".{file.name}.partial")
    descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with open(descriptor, "w", encoding="utf-8") as written:
        json.dump(asdict(ForgottenList(forgotten.salt, tuple(sorted(hashes)))), written, indent=1)
        written.flush()
        os.fsync(descriptor)
    partial.replace(file)


def forgotten_customers(file: str, _: str) -> str:
    """What the macro of that name asks: `{"salt", "hashes"}`, or `{"error": message}`."""
    try:
        return json.dumps(asdict(read_list(Path(file))))
    except ListError as error:
        return json.dumps({"error": error.message})
