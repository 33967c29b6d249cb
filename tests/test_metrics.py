"""The semantic layer: its metrics are there, and are what plain SQL gives."""

from __future__ import annotations

import json

import pytest

METRICS = {
    "revenue",
    "orders",
    "active_customers",
    "repeat_customers",
    "repeat_rate",
    "churned_customers",
    "average_order_value",
}
AGGREGATES = {"sum": "sum({})", "count_distinct": "count(distinct {})"}
# Each measure by month and segment from the orders themselves.
PLAIN = {
    "revenue": "select month, rfm_segment, sum(amount) from placed group by all",
    "orders": "select month, rfm_segment, count(*) from placed group by all",
    "active_customers": """select month, rfm_segment, count(distinct customer_id)
        from placed group by all""",
    "repeat_customers": """select month, rfm_segment, count(distinct customer_id)
        from placed where exists (
            from placed as earlier where earlier.customer_id = placed.customer_id
            and (earlier.ordered_at, earlier.invoice_id) < (placed.ordered_at, placed.invoice_id)
        ) group by all""",
    "churned_customers": """select date_trunc('month', day + 180), rfm_segment,
            count(distinct customer_id)
        from placed where day + 180 < (select as_of_date from as_of) and not exists (
            from placed as later where later.customer_id = placed.customer_id
            and (later.ordered_at, later.invoice_id) > (placed.ordered_at, placed.invoice_id)
            and later.day < placed.day + 180
        ) group by all""",
}
PLACED = """with placed as (
    select orders.*, ordered_at::date as day, date_trunc('month', ordered_at) as month, rfm_segment
    from orders join segments using (customer_id)
) """


@pytest.fixture(scope="module")
def manifest(sample_build) -> dict:
    return json.loads((sample_build.database.parent / "target/manifest.json").read_text())


@pytest.fixture(scope="module")
def measures(manifest) -> dict[str, str]:
    """SQL of each measure by month and segment, as the semantic models define it."""
    models = {model["name"]: model for model in manifest["semantic_models"].values()}
    facts, customers = models["customer_months"], models["customers"]
    [foreign] = [entity for entity in facts["entities"] if entity["type"] == "foreign"]
    [primary] = customers["entities"]
    assert foreign["name"] == primary["name"]
    assert "rfm_segment" in [dimension["name"] for dimension in customers["dimensions"]]
    time = facts["defaults"]["agg_time_dimension"]
    tables = [model["node_relation"]["alias"] for model in (facts, customers)]
    return {
        measure["name"]: f"""select facts.{time}, customers.rfm_segment,
            {AGGREGATES[measure["agg"]].format(measure["expr"] or measure["name"])} as value
        from {tables[0]} as facts
        left join (select {primary["expr"]} as customer, rfm_segment from {tables[1]}) as customers
            on facts.{foreign["expr"]} = customers.customer
        group by all"""
        for measure in facts["measures"]
    }


def test_every_metric_is_made_of_measures_and_metrics_that_exist(manifest, measures):
    metrics = {metric["name"]: metric["type_params"] for metric in manifest["metrics"].values()}
    assert set(metrics) == METRICS
    for parameters in metrics.values():
        if parameters["measure"]:
            assert parameters["measure"]["name"] in measures
        else:
            assert {parameters[part]["name"] for part in ("numerator", "denominator")} <= METRICS
    [node] = [node for node in manifest["nodes"].values() if node.get("time_spine")]
    assert node["name"] == "time_spine"


@pytest.mark.parametrize("measure", PLAIN)
def test_measures_are_what_plain_sql_gives(measure, measures, sample_build):
    assert set(measures) == set(PLAIN)
    expected = sample_build.query(PLACED + PLAIN[measure])
    assert len(expected) > 50
    by_month = {(month.isoformat()[:10], segment): value for month, segment, value in expected}
    found = sample_build.query(measures[measure])
    # A month with other doings of a segment has 0.
    assert {
        (month.isoformat(), segment): value for month, segment, value in found if value
    } == by_month


def test_revenue_of_all_months_is_that_of_all_customers(measures, sample_build):
    total = f"select sum(value) from ({measures['revenue']})"
    assert sample_build.query(total) == sample_build.query("select sum(monetary) from segments")


def test_time_runs_over_every_month_of_the_measures(sample_build):
    missing = "select month_start from customer_months anti join time_spine on month_start=date_day"
    assert sample_build.query(missing) == []


def test_reports_and_exports_are_exposed_with_what_they_read(manifest):
    exposures = {exposure["name"]: exposure for exposure in manifest["exposures"].values()}
    assert set(exposures) == {"report", "exports"}
    for exposure in exposures.values():
        assert exposure["description"]
        assert "model.quintile.segments" in exposure["depends_on"]["nodes"]
