"""Keyed hashes that stand for customer ids outside the database."""

from __future__ import annotations

import hashlib
import hmac
import os
from collections.abc import Iterable

import click

VARIABLE = "QUINTILE_ID_KEY"
SHORTEST = 16
"""Characters of a key: whoever guesses it can tell which id is whose."""


def key_from_environment() -> str:
    """The key of hashed ids.

    Raises:
        ClickException: The variable is not set, or too short.
    """
    key = os.environ.get(VARIABLE, "")
    if len(key) < SHORTEST:
        trouble = f"has {len(key)} characters" if key else "is not set"
        raise click.ClickException(
            f"{VARIABLE} {trouble}. It holds the key by which ids are hashed: set it to a random "
            f"text of at least {SHORTEST} characters, such as openssl rand -hex 32 prints, and "
            "keep that, since another key gives other hashes."
        )
    return key


def hashed_ids(ids: Iterable[str], key: str) -> dict[str, str]:
    """Each id with its HMAC-SHA256 (RFC 2104), UTF-8 in, hexadecimal out."""
    return {
        plain: hmac.new(key.encode(), plain.encode(), hashlib.sha256).hexdigest() for plain in ids
    }
