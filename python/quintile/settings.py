"""The settings of a run (dbt vars), checked before any table is built."""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Iterable, Mapping
from typing import Any


class SettingError(ValueError):
    """A setting that the build can't use; its text is the message for the user."""


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_share(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1


def _is_date(value: Any) -> bool:
    try:
        return dt.date.fromisoformat(str(value)).year > 0
    except ValueError:
        return False


def _is_regex(value: Any) -> bool:
    try:
        return isinstance(value, str) and bool(re.compile(value))
    except re.error:
        return False


def _is_whole_pair(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(map(_is_whole, value))


def _is_cluster_range(value: Any) -> bool:
    return _is_whole_pair(value) and 2 <= value[0] <= value[1]


TRUE_OR_FALSE = (lambda value: isinstance(value, bool), "true or false")
AT_LEAST_ONE = (lambda value: _is_whole(value) and value >= 1, "a whole number of at least 1")
SHARE = (_is_share, "a share from 0 to 1")
RULES = {
    "as_of_date": (lambda value: value == "auto" or _is_date(value), "auto or a date, YYYY-MM-DD"),
    "match_cancellations": TRUE_OR_FALSE,
    "products_only": TRUE_OR_FALSE,
    "cancellation_pattern": (_is_regex, "a regular expression"),
    "invoice_columns": (
        lambda value: isinstance(value, dict) and all(isinstance(v, str) for v in value.values()),
        "a map from canonical column to column of the file",
    ),
    "file_encoding": (
        lambda value: value in ("auto", "utf-8", "latin-1", "utf-16"),
        "auto, utf-8, latin-1 or utf-16",
    ),
    "date_order": (lambda value: value in ("auto", "mdy", "dmy"), "auto, mdy or dmy"),
    "max_rejected_share": SHARE,
    "n_clusters": (
        lambda value: value == "auto" or (_is_whole(value) and value >= 1),
        "auto or a whole number of at least 1",
    ),
    "cluster_range": (
        _is_cluster_range,
        "two whole numbers [smallest, largest], smallest at least 2",
    ),
    "min_cluster_share": SHARE,
    "min_stability": SHARE,
    "fit_sample_size": (
        lambda value: _is_whole(value) and value >= 100,
        "a whole number of at least 100",
    ),
    "drift_limit": (
        lambda value: isinstance(value, int | float) and not isinstance(value, bool) and value >= 0,
        "a number of at least 0",
    ),
    "refit": TRUE_OR_FALSE,
    "clusters_per_factor": (
        lambda value: _is_whole(value) and value >= 2,
        "a whole number of at least 2",
    ),
    "factor_segment_bounds": (
        lambda value: _is_whole_pair(value) and 1 <= value[0] < value[1],
        "two whole numbers [Medium from, High from], the first at least 1, the second above it",
    ),
    "random_seed": (
        lambda value: _is_whole(value) and 0 <= value < 2**32,
        "a whole number from 0 to 4294967295",
    ),
    "history_months": AT_LEAST_ONE,
    "value_horizon_days": AT_LEAST_ONE,
}


def check_settings(settings: Mapping[str, Any], *, given: Iterable[str], archetypes: int) -> None:
    """Refuse settings that no build can honour.

    Args:
        settings: every var of the project with its value in this run.
        given: names of the vars of the command line, to catch misspelt names.
        archetypes: rows of the seed segment_playbook, the most clusters that can be named.

    Raises:
        SettingError: naming the var, the bad value and what is allowed.
    """
    for name in given:
        if name not in RULES:
            close = difflib.get_close_matches(name, RULES, n=1)
            hint = f" Did you mean {close[0]}?" if close else f" Known: {', '.join(RULES)}."
            raise SettingError(f"There is no var {name}.{hint}")
    for name, value in settings.items():
        is_allowed, allowed = RULES[name]
        if not is_allowed(value):
            raise SettingError(f"The var {name} is {value!r}; it must be {allowed}.")
    fixed = settings["n_clusters"]
    most = settings["cluster_range"][1] if fixed == "auto" else fixed
    if most > archetypes:
        raise SettingError(
            f"{most} clusters are asked for (n_clusters, cluster_range), but "
            f"seeds/segment_playbook.csv names {archetypes} archetypes: add archetypes there or "
            "ask for fewer clusters."
        )
    best, high = 3 * (settings["clusters_per_factor"] - 1), settings["factor_segment_bounds"][1]
    if high > best:
        raise SettingError(
            f"High starts at an overall score of {high} (factor_segment_bounds), but with "
            f"clusters_per_factor {settings['clusters_per_factor']} nobody scores above {best}."
        )
