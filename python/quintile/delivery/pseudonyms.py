"""Keyed hashes that replace customer ids outside the database."""

from __future__ import annotations

import hashlib
import hmac
import os
from collections.abc import Iterable

import click

VARIABLE = "QUINTILE_ID_KEY"
SHORTEST = 16
"""Minimum length of a key. Whoever guesses the key can tell which id is whose."""


def key_from_environment() -> str:
    """The key for hashing ids.

    Raises:
        ClickException: The variable is not set, or too short.
    """
    key = os.environ.get(VARIABLE, "")
    if len(key) < SHORTEST:
        trouble = f"has {len(key)} characters" if key else "is not set"
        raise click.ClickException(
            f"{VARIABLE} {trouble}. It is the key that ids are hashed with: set it to a random "
            f"text of at least {SHORTEST} characters, such as openssl rand -hex 32 prints, and "
            "keep it, since another key gives other hashes."
        )
    return key


def hashed_ids(ids: Iterable[str], key: str) -> dict[str, str]:
    """HMAC-SHA256 of each id (RFC 2104), of its UTF-8, in hexadecimal."""
    return {
        plain: hmac.new(key.encode(), plain.encode(), hashlib.sha256).hexdigest() for plain in ids
    }
