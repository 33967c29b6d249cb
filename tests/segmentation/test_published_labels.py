"""Labels are kept as builds published them, of those whose orders are in the data still."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from conftest import ONLY_TABLES, Build, build_tables

from quintile.sample import odd_shop, write_odd_shop

TO_LABELS = ["+published_labels", "+rfm_history"]
GONE, RETURNING = "wholesale-7", "wholesale-8"
TODAY = """select as_of_date, customer_id, cluster_label, marketing_tier
    from segments cross join as_of order by customer_id"""


@pytest.fixture(scope="module")
def builds(tmp_path_factory) -> list[dict[str, list[tuple]]]:
    """What segments said at each of four builds in one database, what was kept and what shown."""
    folder = tmp_path_factory.mktemp("published")
    whole = write_odd_shop(folder / "whole.csv", "wholesale")
    without = folder / "without.csv"
    lines = odd_shop("wholesale").to_pandas().astype({"invoiced_at": str})
    theirs = lines[(lines["customer_id"] == RETURNING) & (lines["invoiced_at"] < "2025-11-30")]
    returns = theirs.assign(quantity=-theirs["quantity"], invoiced_at="2025-11-30 23:00:00")
    rest = lines[lines["customer_id"] != GONE]
    pd.concat([rest, returns]).to_csv(without, index=False)
    same_ids = write_odd_shop(folder / "same_ids.csv", "wholesale", seed=2)

    def build(invoices: Path, models: list[str], **settings: str) -> dict[str, list[tuple]]:
        command = [*ONLY_TABLES, "--select", *models]
        built: Build = build_tables(folder, *command, invoices=invoices, settings=settings)
        return {
            "segments": built.query(TODAY),
            "kept": built.query("from published_labels order by all"),
            "shown": built.query(
                """select month_end, customer_id, published_cluster_label, published_marketing_tier
                from rfm_history where published_cluster_label is not null order by all"""
            ),
        }

    return [
        build(whole, TO_LABELS, as_of_date="2025-11-01"),
        build(without, TO_LABELS, as_of_date="2025-12-01"),
        build(without, ["published_labels"], as_of_date="2025-12-01"),
        build(same_ids, TO_LABELS),
    ]


def test_a_build_adds_its_labels_and_keeps_those_of_the_build_before(builds):
    november, december, *_ = builds
    assert november["kept"] == november["segments"]
    assert len(november["kept"]) == 50
    still_there = [row for row in november["segments"] if row[1] != GONE]
    assert december["kept"] == [*still_there, *december["segments"]]
    assert RETURNING in {row[1] for row in still_there}
    assert RETURNING not in {row[1] for row in december["segments"]}


def test_the_same_build_again_adds_nothing(builds):
    assert builds[2]["kept"] == builds[1]["kept"]


def test_history_shows_what_was_published_at_a_month_end(builds):
    shown = {(str(month_end), *row) for month_end, *row in builds[1]["shown"]}
    month_ends = {"2025-11-01": "2025-10-31", "2025-12-01": "2025-11-30"}
    assert shown == {(month_ends[str(as_of)], *row) for as_of, *row in builds[1]["kept"]}


def test_another_shop_starts_afresh_though_its_ids_are_the_same(builds):
    assert builds[3]["kept"] == builds[3]["segments"]
