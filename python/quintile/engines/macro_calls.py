"""What the macros ask Python on every engine; texts of JSON go in and come out."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from quintile.inputs.column_matching import InputError


def open_files(opener: Callable[..., Mapping[str, Any]], spec: str, options: str) -> str:
    """Open files: `{"files": descriptions, "groups": what to read}`, or `{"error": message}`.

    Args:
        opener: Takes `spec` and the options by name, describes each file, and groups those that one
            statement can read.
        spec: Path, folder or glob, or several separated by ';'.
        options: The options.
    """
    try:
        answer = opener(spec, **json.loads(options))
    except InputError as error:
        return json.dumps({"error": str(error)})
    return json.dumps(answer)
