"""Keyed hashes that stand for customer ids outside the database."""

from __future__ import annotations

import hashlib
import hmac
import os
from collections.abc import Iterable

import click

VARIABLE = "QUINTILE_ID_KEY"


def key_from_environment() -> str:
    """The key of hashed ids.

    Raises:
        ClickException: The variable is not set, or empty.
    """
    key = os.environ.get(VARIABLE)
    if not key:
        raise click.ClickException(
            f"{VARIABLE} is not set. It holds the key by which ids are hashed: set it to a long "
            "random text, and keep that, since another key gives other hashes."
        )
    return key


def hashed_ids(ids: Iterable[str], key: str) -> dict[str, str]:
    """Each id with its HMAC-SHA256 (RFC 2104), UTF-8 in, hexadecimal out."""
    return {
        plain: hmac.new(key.encode(), plain.encode(), hashlib.sha256).hexdigest() for plain in ids
    }
