"""Groups of campaigns go from the working database to the published one, but not of other shops."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import connect

from quintile.delivery.campaign_draws import campaigns_drawn, drawn_otherwise, take_over_groups
from quintile.delivery.scratch_build import take_over

SHOP = """create schema steps;
create table segments as
select 'c' || id as customer_id, date '2024-01-01' + id::int as first_ordered_at
from range(10) as ids (id);
create table kmeans_fits as select 1 as fit_id;
create table steps.campaign_groups as
select '{}' as campaign, customer_id, 'treated' as campaign_group from segments"""


def new_shop(file: Path, campaign: str, change: str = "") -> Path:
    with connect(file) as connection:
        connection.execute(f"{SHOP.format(campaign)}; {change}")
    return file


@pytest.mark.parametrize(
    ("change", "taken"),
    [
        ("", ["Spring"]),
        ("delete from segments where customer_id < 'c5'", ["Spring"]),
        ("update segments set first_ordered_at = first_ordered_at + 1", []),
        ("update steps.campaign_groups set campaign = 'Autumn'", []),
        ("drop table steps.campaign_groups", []),
    ],
)
def test_groups_of_the_same_shop_alone_are_taken_over(tmp_path, change, taken):
    former = new_shop(tmp_path / "former.duckdb", "Autumn")
    working = new_shop(tmp_path / "working.duckdb", "Spring", change)
    new = new_shop(tmp_path / "new.duckdb", "Autumn")
    assert take_over_groups(working, former, new) == taken
    assert campaigns_drawn(new) == {"Autumn", *taken}


def test_what_was_drawn_twice_is_named_and_the_published_groups_stay(tmp_path, capsys):
    former, new = (new_shop(tmp_path / f"{name}.duckdb", "Autumn") for name in ("former", "new"))
    change = "update steps.campaign_groups set campaign_group = 'control' where customer_id = 'c3'"
    working = new_shop(tmp_path / "working.duckdb", "Autumn", change)
    assert drawn_otherwise(former, working) == ["Autumn"]
    assert take_over(working, former, new) is None
    assert f"Campaign Autumn: {working} has drawn other groups." in capsys.readouterr().out
    assert drawn_otherwise(former, new) == []


def test_the_first_publication_goes_on_from_the_working_database(tmp_path):
    working, new = new_shop(tmp_path / "working.duckdb", "Autumn"), tmp_path / "new.duckdb"
    assert take_over(working, None, new) is None
    assert campaigns_drawn(new) == {"Autumn"}
    with connect(new, read_only=True) as connection:
        assert connection.execute("from kmeans_fits").fetchall() == [(1,)]


def test_a_working_database_that_nobody_can_read_is_named(tmp_path):
    working = tmp_path / "working.duckdb"
    working.write_text("no database")
    assert str(working) in (take_over(working, None, tmp_path / "new.duckdb") or "")
