"""Every analysis runs, and every figure in its FINDING is what its query gives on the UCI file."""

from __future__ import annotations

import re
import shutil

import pytest
from conftest import ROOT, Build, connect, run_dbt

ANALYSES = sorted(path.stem for path in (ROOT / "analyses").glob("*.sql"))
OF_SHORT_PERIODS = "clusters_against_rules"
# For each analysis: what to ask of its rows, and the FINDING's words for the answer.
FINDINGS = {
    "cancellations_undone": [
        (
            "select share_undone, buyers_undone, unmatched_lines, cancellation_lines from result",
            "undo {:.0%} of what",
            "take {1} customers",
            "{2:,} of {3:,} cancellation lines",
        )
    ],
    OF_SHORT_PERIODS: [
        (
            """select
                max(normalised_gini) filter (segmentation = 'spend_decile'),
                max(normalised_gini) filter (segmentation = 'cluster_label'),
                max(normalised_gini) filter (segmentation = 'rfm_segment'), max(cut_offs)
            from result""",
            "a mean normalised Gini of {:.2f} over {3} cutoffs, against {1:.2f} for clusters and "
            "{2:.2f} for the rule-based segments",
            "the next 90 days' spenders",
        )
    ],
    "cohort_retention": [
        (
            """select
                any_value(cohort_customers), max(retention) filter (months_later = 1),
                max(retention) filter (cohort_month + to_months(months_later::int) = '2011-11-01')
            from result where cohort_month = '2010-12-01'""",
            "Of the {} customers first seen in December 2010",
            "{1:.0%} order again in the month after and {2:.0%} in November 2011",
        ),
        (
            """select
                any_value(cohort_customers), max(retention) filter (months_later = 1),
                max(retention) filter (cohort_month + to_months(months_later::int) = '2011-11-01')
            from result where cohort_month = '2011-01-01'""",
            "of the {} of January 2011, {1:.0%} and {2:.0%}",
        ),
    ],
    "countries": [
        (
            """select customer_share, revenue_share, revenue_per_order from result
            where country = 'United Kingdom'""",
            "has {:.0%} of the customers and {1:.0%} of net revenue",
            "against £{2:.0f} at home",
        ),
        (
            "select customers, revenue_per_order from result where country = 'Netherlands'",
            "{} customers in the Netherlands order for £{1:,.0f} at a time",
        ),
    ],
    "do_segments_predict": [
        (
            """select
                max(active_share) filter (segment = 'Active big spenders'),
                max(active_share) filter (segment = 'Quiet one-time buyers'),
                max(lift) filter (segment = 'Active big spenders')
            from result where segmentation = 'cluster_label'""",
            "{:.0%} of the cluster Active big spenders order again within 180 days and {1:.0%} of "
            "the Quiet one-time buyers",
            "Active big spenders spend {2:.1f} times the average",
        ),
        (
            """select
                max(active_share) filter (segment = 'Champions'),
                max(active_share) filter (segment = 'Lost'),
                max(lift) filter (segment = 'Champions')
            from result where segmentation = 'rfm_segment'""",
            "by rules, {:.0%} of Champions down to {1:.0%} of the Lost",
            "Champions {2:.1f} times",
        ),
        (
            """select
                max(active_share) filter (segment = 'D10'),
                max(active_share) filter (segment = 'D1'),
                max(lift) filter (segment = 'D10')
            from result where segmentation = 'spend_decile'""",
            "by deciles of past spend, {:.0%} of the highest down to {1:.0%} of the lowest",
            "the highest decile {2:.1f} times",
        ),
    ],
    "fallen_from_the_top": [
        (
            "select count(*), sum(monetary), count(*) filter (silent_intervals > 1) from result",
            "{} customers with a past spend of £{1:,.0f} left the top segments in November 2011",
            "{2} of them have been silent",
        )
    ],
    "campaign_to_the_fallen": [
        (
            """select
                any_value(fallen_a_month), any_value(active_share), any_value(spend_per_customer),
                max(smallest_spend_ratio) filter (months = 6),
                max(smallest_share_difference) filter (months = 6),
                max(smallest_spend_ratio) filter (months = 1)
            from result where control_share = 0.5""",
            "{:.0f} customers a month leave the top segments; {1:.0%} of them order again within "
            "60 days",
            "for £{2:.0f} a head. With half of them held back",
            "spend from {3:.0%} on, and of the share that orders from {4:.0%} of customers on",
            "no change of spend below {5:.0%}",
        )
    ],
    "movement": [
        (
            """select
                any_value(share_staying),
                max(share) filter (from_segment = 'Lost' and is_staying),
                max(share) filter (from_segment = 'Champions' and is_staying),
                max(share) filter (
                    from_segment = 'Champions' and to_segment = 'Loyal Customers')
            from result""",
            "{:.0%} of customers are in the same segment",
            "{1:.0%} of the Lost, but only {2:.0%} of the Champions, of whom {3:.0%} become",
        )
    ],
    "seasonality": [
        (
            """select
                sum(revenue_share) filter (order_month between '2011-09-01' and '2011-11-01'),
                max(season_index) filter (order_month = '2011-11-01'),
                max(orders) filter (order_month = '2011-11-01')
                    / max(orders) filter (order_month = '2011-10-01') - 1,
                max(revenue_per_order) filter (order_month = '2011-10-01'),
                max(revenue_per_order) filter (order_month = '2011-11-01')
            from result having count(*) = 12""",
            "September to November bring {:.0%} of the revenue of twelve full months",
            "November {1:.2f} times the average month",
            "they rise by {2:.0%}, and shrink from £{3:.0f} to £{4:.0f}",
        )
    ],
    "segments_at_a_glance": [
        (
            """select customer_share, revenue_share from result
            where cluster_label = 'Active big spenders'""",
            "{:.0%} of customers (Active big spenders) bring {1:.0%} of net revenue",
        ),
        (
            """select next_period_active_share from result
            where cluster_label = 'Quiet one-time buyers'""",
            "of customers like the Quiet one-time buyers, {:.0%} ordered in the last 180 days",
        ),
    ],
    "ties_that_row_numbers_split": [
        (
            "select share_split_by_row_numbers from result where share_split_by_cut_points = 0",
            "{:.0%} of customers have",
            "whom ntile(5) scores otherwise",
        )
    ],
    "unknown_codes": [("select count(*) from result having count(*) = 3", "three odd codes")],
    "value_of_the_forecast": [
        (
            """select
                case when round(blend.normalised_gini, 2) = round(past.normalised_gini, 2)
                    then blend.normalised_gini end,
                -past.bias, -blend.bias, blend.auc, past.auc
            from result as blend, result as past
            where blend.model = 'blend' and blend.is_served and past.model = 'past_spend'""",
            "the normalised Gini is {:.2f} for both. In sum past spend comes {1:.0%} too low and "
            "the blend {2:.0%}.",
            "AUC {3:.2f} against {4:.2f}",
            "their next 180 days of spend",
        )
    ],
    "what_actions_address": [
        (
            """select customers, customer_share, expected_spend_share from result
            where cluster_label = 'Active big spenders'""",
            "the {} Active big spenders ({1:.0%} of customers) addresses {2:.0%} of the spend "
            "expected in the next 180 days",
        ),
        (
            """select customers, expected_spend_share, share_expected_to_stay_away from result
            where cluster_label = 'Quiet one-time buyers'""",
            "of the {:,} Quiet one-time buyers, who stand for {1:.0%}, {2:.0%} are expected",
        ),
    ],
    "who_drives_revenue": [
        (
            """select
                max(revenue_share_so_far) filter (tenth = 1),
                max(revenue_share_so_far) filter (tenth = 2),
                1 - max(revenue_share_so_far) filter (tenth = 5),
                max(champions_or_loyal) filter (tenth = 1), max(customers) filter (tenth = 1)
            from result""",
            "a tenth of the customers bring {:.0%} of net revenue, a fifth {1:.0%}, "
            "the lower half {2:.0%}",
            "{3} of the {4} in the first tenth",
        )
    ],
}


def parts(analysis: str) -> dict[str, str]:
    """FINDING, METHOD and CAVEAT of an analysis, unwrapped."""
    lines = (ROOT / f"analyses/{analysis}.sql").read_text().splitlines()
    text = " ".join(line.removeprefix("--").strip() for line in lines if line.startswith("--"))
    found = re.fullmatch(r"FINDING: (.+) METHOD: (.+) CAVEAT: (.+)", text)
    assert found, text
    return dict(zip(["FINDING", "METHOD", "CAVEAT"], found.groups(), strict=True))


def numbers(text: str) -> set[str]:
    return set(re.findall(r"\d(?:[\d.,]*\d)?%?", text))


def ask(build: Build, sql: str, question: str) -> list[tuple]:
    with connect(build.database, read_only=True) as connection:
        connection.execute(f"create temp view result as {sql}")
        return connection.execute(question).fetchall()


@pytest.fixture(scope="module")
def short_periods(uci_build, test_data, tmp_path_factory) -> Build:
    """The UCI file judged over periods of 90 days, as the METHOD of an analysis has it."""
    assert "value_horizon_days: 90" in parts(OF_SHORT_PERIODS)["METHOD"]
    folder = tmp_path_factory.mktemp("short_periods")
    shutil.copy(uci_build.database, folder)
    models = ["cut_offs", "segment_outcomes+1", "segment_gini"]
    file = test_data / "online_retail.parquet"
    settings = {"value_horizon_days": 90}
    build = run_dbt(folder, "run", "--select", *models, invoices=file, settings=settings)
    assert build.returncode == 0, build.output
    return build


@pytest.mark.parametrize("analysis", ANALYSES)
def test_every_analysis_gives_rows_on_the_sample(analysis, sample_build, compiled_models):
    question = "select count(*) > 0 from result"
    # The made-up shop has no odd codes.
    expected = analysis != "unknown_codes"
    assert ask(sample_build, compiled_models.analysis(analysis), question) == [(expected,)]


@pytest.mark.parametrize("analysis", ANALYSES)
def test_the_figures_of_a_finding_are_what_its_query_gives(
    analysis, uci_build, compiled_models, request
):
    build = uci_build
    if analysis == OF_SHORT_PERIODS:
        build = request.getfixturevalue("short_periods")
    finding = parts(analysis)["FINDING"]
    said = []
    for question, *words in FINDINGS[analysis]:
        [figures] = ask(build, compiled_models.analysis(analysis), question)
        # Every part may pick any of the figures, by number.
        said += [re.sub(r"\{(?=[:}])", "{0", part).format(*figures) for part in words]
    assert [part for part in said if part not in finding] == []
    assert numbers(finding) == numbers(" ".join(said))
