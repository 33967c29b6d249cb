"""Groups are drawn from what was known before the start, and then stay as they are."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.csv
import pytest
from conftest import ONLY_TABLES, Build, build_tables, connect

from quintile.delivery.forgotten_list import add_to_list
from quintile.sample import odd_shop

TO_CAMPAIGNS = ["+campaign_results", "+campaign_balance"]
CAMPAIGNS_ALONE = ["campaigns_fixed+", "campaigns_given+"]
FIRST, SECOND, LATER = "2025-10-01", "2025-11-01", "2025-12-15"
CAMPAIGNS = [
    ("first", "true", FIRST, "2025-10-31", "0.5"),
    ("second", "recency_days <= 90", SECOND, "2025-11-30", "0.3"),
    ("planned", "High", "2026-03-01", "2026-03-31", "0.2"),
]
FORGOTTEN = "wholesale-7"
GROUPS = "select * from campaign_groups where campaign = '{}' order by customer_id"


OTHER_CUSTOMERS = """insert into model_drift
select * replace (
    build_number + 1 as build_number, 'fitted: the kept model is of other customers' as reason
) from model_drift order by build_number desc limit 1"""
FACTS = "select {} from {} order by customer_id"


def write_lines(file: Path, *, before: str = "2100-01-01", in_order: bool = True) -> Path:
    """The lines of a shop of 50 customers up to a day, as they came or from the last on."""
    lines = odd_shop("wholesale")
    times = [str(time) for time in lines["invoiced_at"].to_pylist()]
    kept = [number for number, time in enumerate(times) if time < before]
    pyarrow.csv.write_csv(lines.take(kept if in_order else kept[::-1]), file)
    return file


def add_campaigns(database: Path) -> None:
    """A new database with the campaigns alone."""
    database.unlink(missing_ok=True)
    with duckdb.connect(str(database)) as connection:
        connection.execute(
            "create table my_campaigns (campaign varchar, audience varchar, starts_on date, "
            "ends_on date, control_share double)"
        )
        connection.executemany("insert into my_campaigns values ($1, $2, $3, $4, $5)", CAMPAIGNS)


def said_by(build: Build) -> dict[str, Any]:
    """What a build says of campaigns."""
    return {
        "output": build.output,
        "results": build.query("from campaign_results order by all"),
        "verdicts": dict(
            build.query("select campaign, verdict from campaign_results where segment = 'all'")
        ),
        **{campaign: build.query(GROUPS.format(campaign)) for campaign, *_ in CAMPAIGNS},
    }


@pytest.fixture(scope="module")
def builds(tmp_path_factory) -> dict[str, dict[str, Any]]:
    """Builds of one database, then of others that know no former build."""
    folder = tmp_path_factory.mktemp("campaigns")
    whole = write_lines(folder / "whole.csv")
    known = write_lines(folder / "known.csv", before=FIRST)
    reversed_lines = write_lines(folder / "reversed.csv", before=FIRST, in_order=False)
    database = folder / "quintile.duckdb"

    def build(invoices: Path, *options: str, select: list[str] = TO_CAMPAIGNS, **settings) -> Build:
        settings = {"campaigns_relation": "main.my_campaigns", **settings}
        command = [*ONLY_TABLES, "--select", *select, *options]
        return build_tables(folder, *command, invoices=invoices, settings=settings)

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QUINTILE_FORGOTTEN", str(folder / "forgotten.json"))
        add_campaigns(database)
        built = build(known, as_of_date=FIRST)
        at_the_start = said_by(built)
        columns = [
            name
            for (name,) in built.query("select column_name from (describe campaign_customers)")
            if name not in ("known_on", "label_basis")
        ]
        for table in (f"campaign_customers where known_on = '{FIRST}'", "segments"):
            at_the_start[table[:8]] = built.query(FACTS.format(", ".join(columns), table))

        add_to_list(folder / "forgotten.json", FORGOTTEN)
        in_december = {"as_of_date": LATER, "refit": True}
        built = build(whole, "--full-refresh", **in_december)
        later = said_by(built)
        later["bases"] = built.query(
            f"""select distinct label_basis, first_ordered_at < '{FIRST}' from campaign_groups
            inner join customer_rfm using (customer_id) where campaign = 'second'"""
        )

        with duckdb.connect(str(database)) as connection:
            connection.execute("update my_campaigns set control_share = 0.1, audience = 'Low'")
        changed = said_by(build(whole, select=CAMPAIGNS_ALONE, **in_december))

        fresh = []
        for lines in (whole, reversed_lines):
            add_campaigns(database)
            fresh.append(said_by(build(lines, **in_december)))

        with connect(database) as connection:
            connection.execute(OTHER_CUSTOMERS)
            connection.execute("delete from my_campaigns where campaign = 'first'")
        fresh.append(said_by(build(reversed_lines, select=CAMPAIGNS_ALONE, **in_december)))
    return {
        "at the start": at_the_start,
        "later": later,
        "changed": changed,
        "all lines": fresh[0],
        "reversed lines": fresh[1],
        "another shop": fresh[2],
    }


def test_groups_are_fixed_on_the_first_day_from_what_segments_say(builds):
    build = builds["at the start"]
    assert len(build["first"]) == len(build["segments"]) > 40
    assert build["second"] == build["planned"] == []
    assert build["campaign"] == build["segments"]
    assert build["verdicts"] == {"first": "0 of 31 days are in"}
    assert re.search(r"Campaign first: 50 customers .* 25 of them held back", build["output"])


def test_later_lines_refits_and_full_refreshes_change_nothing_but_forgetting_does(builds):
    expected = [row for row in builds["at the start"]["first"] if FORGOTTEN not in row]
    assert len(expected) == len(builds["at the start"]["first"]) - 1
    assert builds["later"]["first"] == expected
    assert "days are in" not in builds["later"]["verdicts"]["first"]


def test_labels_are_those_of_the_last_build_before_the_start(builds):
    """The first build was of October 1; who came in October gets the label of a fit."""
    for basis, was_known in builds["later"]["bases"]:
        assert basis == ("published on 2025-10-01" if was_known else "fitted as of 2025-11-01")
    assert ("published on 2025-10-01", True) in builds["later"]["bases"]
    said = r"labels and tiers of \d+ published on 2025-10-01(, of \d+ fitted as of 2025-11-01)?"
    assert re.search(f"Campaign second: .*; {said}", builds["later"]["output"])
    assert re.search(r"Campaign second: .* 44 days after its start", builds["later"]["output"])


def test_a_share_that_holds_nobody_back_is_said(compiled_models):
    row = {"starts_on": "2025-10-01", "customers": 20, "labels_published": 0, "fit": "fitted"}
    [*_, said] = compiled_models.macro("lines_about_draw", row={**row, "control": 1})
    assert said.startswith("1 of 20 held back: nothing can be measured.")
    assert len(compiled_models.macro("lines_about_draw", row={**row, "control": 2})) == 1


def test_lines_after_the_start_do_not_move_groups(builds):
    """Two databases saw nothing before December, one of them no line from October on."""
    assert {row[-4] for row in builds["all lines"]["first"]} == {"fitted as of 2025-10-01"}
    assert builds["all lines"]["first"] == builds["reversed lines"]["first"] != []


def test_what_changes_in_the_seed_after_the_start_is_not_used(builds):
    assert builds["changed"]["results"] == builds["later"]["results"]
    said = "Campaign first has started: what the table main.my_campaigns"
    assert said in builds["changed"]["output"]
    assert said not in builds["later"]["output"]


def test_groups_of_another_shop_go(builds):
    """The first campaign is of the shop before; the second is drawn again from its customers."""
    assert builds["another shop"]["first"] == []
    assert builds["another shop"]["second"] == builds["reversed lines"]["second"] != []
    said = "Groups of 2 campaigns of another shop are removed"
    assert said in builds["another shop"]["output"]
    assert said not in builds["later"]["output"]
