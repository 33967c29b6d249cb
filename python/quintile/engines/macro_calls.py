"""What the macros ask Python on every engine; texts of JSON go in and come out."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from quintile.inputs.column_matching import InputError


def open_files(opener: Callable[..., list[Mapping[str, Any]]], spec: str, options: str) -> str:
    """Open files: `{"files": descriptions}`, or `{"error": message}`.

    Args:
        opener: Takes `spec` and the options by name, and describes each file.
        spec: Path, folder or glob, or several separated by ';'.
        options: The options.
    """
    try:
        files = opener(spec, **json.loads(options))
    except InputError as error:
        return json.dumps({"error": str(error)})
    return json.dumps({"files": files})
