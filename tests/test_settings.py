"""Each setting has a rule, which refuses in one line what no build can honour."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import yaml
from babel import Locale
from conftest import ROOT

from quintile.inputs.text_encoding import ENCODINGS
from quintile.segmentation.labels import told_apart

SETTINGS = yaml.safe_load((ROOT / "dbt_project.yml").read_text())["vars"]
NO_NUMBERS = [float("nan"), float("inf"), float("-inf"), "abc", "3", "", True, None, [1], {}]
NO_TEXTS = [float("nan"), float("inf"), 1, 0.5, False, ["abc"], {"abc": "abc"}, dt.date(2024, 1, 1)]


@pytest.fixture(scope="module")
def rules(compiled_models) -> dict[str, dict]:
    return compiled_models.macro("setting_rules")


def bad_numbers(rule: dict) -> list:
    step = 1 if rule["is"] == "whole number" else 0.001
    return [*NO_NUMBERS, rule["from"] - step, rule["to"] + step, 10**30, -(10**30)]


def bad_pairs(rule: dict) -> list:
    low, high = rule["of"]["from"], rule["of"]["to"]
    shapes = [3, "abc", None, [], [low], [low, high, high], [high, low], "ab", {low: high}]
    inside = [[item, high] for item in bad_numbers(rule["of"])]
    return [*shapes, *inside, *([[low, low]] if rule.get("rises") else [])]


BAD_VALUES: dict[str | None, Callable[[dict], list]] = {
    "whole number": bad_numbers,
    "number": bad_numbers,
    "pair": bad_pairs,
    "list": lambda _: [3, "abc", None, {"a": "b"}, [None], [0.5], [float("nan")], [True], [[1]]],
    "map": lambda _: [3, "abc", None, ["a"], {"a": 1}, {1: "a"}, {"a": ""}, {"a": None}],
    "text": lambda rule: [*NO_TEXTS, "x" * (rule["to"] + 1)],
    "regular expression": lambda _: NO_TEXTS,
    "time zone": lambda _: ["", None, *NO_TEXTS],
    "switch": lambda _: [0, 1, "true", "yes", None, [True], *NO_TEXTS[:2]],
    "date": lambda _: [*NO_NUMBERS, *NO_TEXTS[:-1], "2023-02-29", "20240110", "2024-W10-1"],
    None: lambda _: ["", "abc", None, *NO_TEXTS],
}
"""What the rules of a kind must refuse."""


def test_each_var_has_a_rule_and_each_rule_a_var(rules):
    assert list(rules) == list(SETTINGS)


def test_every_encoding_that_is_read_may_be_set(rules):
    assert rules["file_encoding"]["or"] == ["auto", *ENCODINGS]


def test_each_var_has_a_line_of_its_own_that_explains_it():
    text = (ROOT / "dbt_project.yml").read_text()
    explained = re.findall(r"^  # .+[:;] .{20,}\n  (\w+): ", text, flags=re.M)
    assert explained == list(SETTINGS)


@pytest.mark.parametrize("name", SETTINGS)
def test_defaults_are_allowed(compiled_models, name):
    problem = compiled_models.macro("problem_of_setting", name=name, value=SETTINGS[name])
    assert problem is None


@pytest.mark.parametrize("name", SETTINGS)
def test_bad_values_get_one_line(compiled_models, rules, name):
    for value in BAD_VALUES[rules[name].get("is")](rules[name]):
        problem = compiled_models.macro("problem_of_setting", name=name, value=value)
        assert problem is not None, value
        assert re.fullmatch(rf"The var {name} is .+; it must be .+\.", problem), problem


@pytest.mark.parametrize(
    ("name", "value", "problem"),
    [
        ("as_of_date", "20240110", "is '20240110'; it must be auto or a date from 1900-01-01 to"),
        ("as_of_date", 20240110, "is 20240110; it must be auto or a date from 1900-01-01 to"),
        ("as_of_date", "2024-W10-1", "is '2024-W10-1'; it must be auto or a date"),
        ("as_of_date", "2023-02-29", "is '2023-02-29'; it must be auto or a date"),
        ("as_of_date", dt.datetime(2024, 1, 10, 9), "is 2024-01-10 09:00:00; it must be auto or"),
        ("as_of_date", dt.date(9999, 12, 31), "is 9999-12-31; it must be auto or a date from 1900"),
        ("date_order", "ymd", "is 'ymd'; it must be auto, mdy or dmy."),
        ("match_cancellations", "yes", "is 'yes'; it must be true or false."),
        ("min_stability", -0.1, "is -0.1; it must be a number from 0 to 1."),
        ("n_clusters", True, "is true; it must be auto or a whole number from 1 to 11."),
        ("history_months", 10**12, "is 1000000000000; it must be a whole number from 1 to 1200."),
        ("fit_sample_size", float("nan"), "is nan; it must be a whole number from 100 to 1000000."),
        ("value_horizon_days", None, "is empty; it must be a whole number from 1 to 3650."),
        ("clusters_per_factor", "a\nb", "is 'a\\nb'; it must be a whole number from 2 to 20."),
        (
            "cluster_range",
            [5, 4],
            "is [5, 4]; it must be a list of two whole numbers from 2 to 11, the second not below "
            "the first.",
        ),
        (
            "tier_bounds",
            [1, 1],
            "is [1, 1]; it must be a list of two numbers from 0.01 to 100, the second above the "
            "first.",
        ),
        ("currency_symbol", "x" * 11, "; it must be empty or text of at most 10 characters."),
    ],
)
def test_problems_name_value_and_remedy(compiled_models, name, value, problem):
    found = compiled_models.macro("problem_of_setting", name=name, value=value)
    assert found.startswith(f"The var {name} is ")
    assert problem in found


GOOD: list[tuple[str, Any]] = [
    ("as_of_date", "2024-02-29"),
    ("as_of_date", dt.date(2011, 12, 10)),
    ("cancellation_pattern", None),
    ("cluster_range", [4, 4]),
    ("currency_symbol", "CHF "),
    ("invoice_columns", {"customer_id": "Kunde"}),
    ("max_rejected_share", 1),
    ("missing_customer_ids", [0, "Guest"]),
    ("n_clusters", 1),
]


@pytest.mark.parametrize(("name", "value"), GOOD)
def test_good_values_pass(compiled_models, name, value):
    assert compiled_models.macro("problem_of_setting", name=name, value=value) is None


@pytest.mark.parametrize(
    ("name", "closest"),
    [("n_cluster", "n_clusters"), ("products_onyl", "products_only"), ("zzz", None), ("a", None)],
)
def test_misspelt_names_get_a_suggestion(compiled_models, rules, name, closest):
    assert compiled_models.macro("closest_name", name=name, names=list(rules)) == closest


def test_the_most_clusters_can_be_told_apart(rules):
    most = rules["n_clusters"]["to"]
    assert rules["cluster_range"]["of"]["to"] == most
    centroids = np.arange(3 * most).reshape(most, 3)
    assert len(set(told_apart(["New buyers"] * most, centroids))) == most


def test_high_can_be_reached_with_the_most_clusters_of_a_factor(rules):
    best = 3 * (rules["clusters_per_factor"]["to"] - 1)
    assert rules["factor_segment_bounds"]["of"]["to"] == best


def test_the_report_knows_every_locale(rules):
    for locale in rules["report_locale"]["or"]:
        assert str(Locale.parse(locale)) == locale


def test_models_read_vars_by_their_rule():
    files = [*ROOT.glob("models/**/*.sql"), *ROOT.glob("macros/**/*.sql")]
    reading = [file.name for file in files if re.search(r"\bvar\(", file.read_text())]
    assert reading == ["settings.sql"]
