"""Answer the questions of macros, on every engine. Questions and answers are JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from quintile.inputs.column_matching import InputError


def open_files(opener: Callable[..., Mapping[str, Any]], spec: str, options: str) -> str:
    """Open files and return `{"files": descriptions, "groups": ...}`, or `{"error": message}`.

    Args:
        opener: Takes `spec` and the options by name, describes each file, and groups files that one
            statement can read.
        spec: Path, folder or glob, or several separated by ';'.
        options: The options, as JSON.
    """
    try:
        answer = opener(spec, **json.loads(options))
    except InputError as error:
        return json.dumps({"error": str(error)})
    return json.dumps(answer)
