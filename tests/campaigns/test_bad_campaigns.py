"""What a campaign can't be is said in one line that names campaign, column and remedy."""

from __future__ import annotations

import pytest
from conftest import ROOT
from dbt_common.exceptions import CompilationError

GOOD = {
    "campaign": "Win back",
    "audience": "Lost",
    "starts_on": "2025-10-01",
    "ends_on": "2025-10-31",
    "control_share": "0.2",
}


def problem(compiled_models, *, names: dict | None = None, **changes: str | None) -> str | None:
    names = {} if names is None else names
    return compiled_models.macro("problem_of_campaign", campaign={**GOOD, **changes}, names=names)


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"ends_on": "2025-10-01"},
        {"control_share": ".5"},
        {"control_share": "0.999"},
        {"starts_on": " 2025-10-01 00:00:00"},
        {"campaign": "Rückruf 2"},
    ],
)
def test_good_campaigns_pass(compiled_models, change):
    assert problem(compiled_models, **change) is None


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        ("campaign", None, "it has no name"),
        ("campaign", " ?! ", "it has no name"),
        ("audience", "", "it is empty. Write true for all customers."),
        ("starts_on", "1.10.2025", "'1.10.2025' is no date. Write it as YYYY-MM-DD."),
        ("starts_on", None, "empty is no date"),
        ("ends_on", "2025-02-29", "'2025-02-29' is no date"),
        ("ends_on", "2025-09-30", "2025-09-30 lies before starts_on, 2025-10-01."),
        *(
            ("control_share", share, "is no number above 0 and below 1, such as 0.2.")
            for share in ("0", "0.0", "1", "1.0", "-0.1", "20", "20%", "nan", "0,2", "", None)
        ),
    ],
)
def test_bad_campaigns_are_named_by_their_column(compiled_models, column, value, said):
    found = problem(compiled_models, **{column: value})
    assert found is not None
    assert found.startswith(f"column {column}: ")
    assert said in found


@pytest.mark.parametrize("name", ["Win back", "win-back", " WIN BACK "])
def test_names_that_overlap_are_refused(compiled_models, name):
    """Files of exports would have one name."""
    names: dict = {}
    assert problem(compiled_models, names=names) is None
    found = problem(compiled_models, names=names, campaign=name)
    assert found == ("column campaign: it overlaps with the name 'Win back'. Give each its own.")


@pytest.mark.parametrize(
    ("condition", "word"),
    [
        ("monetary > 500 and overdue_ratio >= 2.5", None),
        ("Country in ('France', 'select') or lower(country) like 'ger%'", None),
        ("last_ordered_at < date '2025-01-01' and not rfm_segment = 'Lost'", None),
        ("true", None),
        ("spend > 500", "spend"),
        ("random() < 0.5", "random"),
        ("first_ordered_at < now()", "now"),
        ("recency_days > 1; drop table segments", ";"),
        ("customer_id in (select customer_id from orders)", "select"),
        ("recency_days > 1 -- all", "--"),
        ("z_monetary > 1", "z_monetary"),
        ("Champion", "Champion"),
    ],
)
def test_conditions_read_facts_of_the_customer_alone(compiled_models, condition, word):
    found = compiled_models.macro("unknown_word_of_condition", condition=condition)
    assert found == word


@pytest.mark.parametrize(
    ("audience", "said"),
    [
        ("Champion", "is no tier, label or rfm_segment. Did you mean Champions?"),
        ("new BUYER", "Did you mean New buyers?"),
        ("high", "Did you mean High?"),
        ("spend > 500", "as a condition it may not hold spend. Columns: customer_id, country,"),
        ("monetary >> > 500", "no condition that duckdb can read"),
        ("monetary > 'much'", "no condition that duckdb can read"),
        ("country = 5", "no condition that duckdb can read"),
        ("customer_id = 17850", "Texts, customer_id among them, stand in single quotes."),
        ("(monetary > 5", "no condition that duckdb can read"),
    ],
)
def test_an_audience_that_nobody_understands_stops_the_build(compiled_models, audience, said):
    with compiled_models.connected():
        for seed in ("rfm_segments", "segment_playbook"):
            compiled_models.execute(
                f"create or replace temp view {seed} as from read_csv('{ROOT}/seeds/{seed}.csv')"
            )
        text = audience.replace("'", "''")
        compiled_models.execute(
            "create or replace temp view campaign_list as "
            f"select 'Win back' as campaign, '{text}' as audience, false as is_name, "
            "false as is_fixed, true as is_due, null as tried_on"
        )
        with pytest.raises(CompilationError) as raised:
            compiled_models.macro(
                "check_audiences",
                campaigns="campaign_list",
                segment_grid="rfm_segments",
                playbook="segment_playbook",
            )
    message = str(raised.value)
    assert "The seed campaigns, campaign 'Win back', column audience: " in message
    assert said in message
