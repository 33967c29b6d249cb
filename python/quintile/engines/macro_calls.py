"""What the macros ask Python on every engine; texts of JSON go in and come out."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from quintile import settings
from quintile.inputs.column_matching import InputError

PLAYBOOK = Path("seeds/segment_playbook.csv")


def check_settings(values: str, given: str) -> str:
    """Check the vars of a run: `{}`, or `{"error": message}`.

    Args:
        values: Every var with its value.
        given: The names of the vars of the command line.
    """
    with PLAYBOOK.open(encoding="utf-8") as seed:
        archetypes = sum(1 for _ in csv.DictReader(seed))
    try:
        settings.check_settings(json.loads(values), given=json.loads(given), archetypes=archetypes)
    except settings.SettingError as error:
        return json.dumps({"error": str(error)})
    return json.dumps({})


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
