"""Settings that no build can honour are refused with one message."""

from __future__ import annotations

import pytest

from quintile.settings import RULES, SettingError, check_settings

GOOD = {
    "as_of_date": "auto",
    "match_cancellations": True,
    "products_only": False,
    "cancellation_pattern": "^C",
    "invoice_columns": {"customer_id": "Kunde"},
    "file_encoding": "auto",
    "date_order": "dmy",
    "max_rejected_share": 0.01,
    "n_clusters": "auto",
    "cluster_range": [3, 8],
    "min_cluster_share": 0,
    "min_stability": 1,
    "fit_sample_size": 50_000,
    "drift_limit": 0.2,
    "refit": False,
    "clusters_per_factor": 4,
    "factor_segment_bounds": [3, 5],
    "random_seed": 0,
    "history_months": 1,
    "value_horizon_days": 180,
}


def test_good_settings_pass():
    check_settings(GOOD, given={}, archetypes=8)
    check_settings({**GOOD, "n_clusters": 1, "as_of_date": "2011-12-10"}, given={}, archetypes=8)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("as_of_date", "yesterday"),
        ("as_of_date", "2011-02-30"),
        ("match_cancellations", "maybe"),
        ("products_only", 1),
        ("cancellation_pattern", "("),
        ("invoice_columns", "customer_id"),
        ("file_encoding", "ebcdic"),
        ("date_order", "ymd"),
        ("max_rejected_share", 1.5),
        ("n_clusters", 0),
        ("n_clusters", True),
        ("n_clusters", "five"),
        ("cluster_range", [1, 8]),
        ("cluster_range", [5, 4]),
        ("cluster_range", 5),
        ("min_cluster_share", -0.1),
        ("min_stability", "high"),
        ("fit_sample_size", 10),
        ("drift_limit", -0.1),
        ("refit", "yes"),
        ("clusters_per_factor", 1),
        ("clusters_per_factor", "auto"),
        ("factor_segment_bounds", [5, 3]),
        ("factor_segment_bounds", [0, 3]),
        ("factor_segment_bounds", 3),
        ("random_seed", -1),
        ("history_months", 0),
        ("history_months", "auto"),
        ("value_horizon_days", 0.5),
    ],
)
def test_a_bad_value_is_named_with_what_is_allowed(name, value):
    with pytest.raises(SettingError) as error:
        check_settings({**GOOD, name: value}, given={}, archetypes=20)
    assert f"The var {name} is {value!r}; it must be {RULES[name][1]}." == str(error.value)


def test_a_misspelt_name_gets_a_suggestion():
    with pytest.raises(SettingError, match=r"no var n_cluster\.* Did you mean n_clusters"):
        check_settings(GOOD, given={"n_cluster": 5}, archetypes=20)


def test_an_unknown_name_gets_the_list():
    with pytest.raises(SettingError, match="Known: as_of_date, "):
        check_settings(GOOD, given={"zzz": 5}, archetypes=20)


@pytest.mark.parametrize("change", [{}, {"n_clusters": 8}])
def test_more_clusters_than_archetypes_are_refused(change):
    with pytest.raises(SettingError, match=r"8 clusters are asked for .* names 7 archetypes"):
        check_settings({**GOOD, **change}, given={}, archetypes=7)


def test_a_high_that_nobody_reaches_is_refused():
    check_settings({**GOOD, "clusters_per_factor": 3}, given={}, archetypes=20)
    with pytest.raises(SettingError, match=r"score of 5 .* nobody scores above 3"):
        check_settings({**GOOD, "clusters_per_factor": 2}, given={}, archetypes=20)
