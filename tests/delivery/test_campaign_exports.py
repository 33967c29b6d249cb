"""Files of campaigns hold the treated alone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import connect, rows_of

from quintile.cli import main
from quintile.delivery.exports import exported_files

GROUPS = """
create table campaign_groups as
select campaign, id as customer_id, campaign_group, date '2024-03-11' as starts_on,
    date '2024-03-20' as ends_on, 'High' as marketing_tier, 'New buyers, small' as cluster_label,
    'Lost' as rfm_segment, 'published on 2024-03-11' as label_basis, 3 as recency_days,
    2 as frequency, 5.5 as monetary
from (values
    ('Spring, sale', '1', 'treated'), ('Spring, sale', '=2', 'treated'),
    ('Spring, sale', '3', 'control'), ('Other', '1', 'treated')
) as groups (campaign, id, campaign_group);
create table segments as
select id as customer_id, 'Chile' as country, 'call' as recommended_action, 'phone' as channel,
    'Low' as marketing_tier, 'Lost buyers' as cluster_label
from (values ('1'), ('3')) as segments (id);
create table playbook as
select 'New buyers' as cluster_label, 'welcome' as recommended_action, 'email' as channel,
    1 as priority;
create table campaign_list as
select * from (values
    ('Spring, sale', date '2024-03-11'), ('Summer', date '2024-06-01'),
    ('Nobody', date '2024-03-01')
) as campaigns (campaign, starts_on);
create table as_of as select date '2024-03-12' as as_of_date;
"""


@pytest.fixture
def database(tmp_path) -> Path:
    file = tmp_path / "shop.duckdb"
    with connect(file) as connection:
        connection.execute(GROUPS)
    return file


def export(database: Path, *options: str) -> Result:
    command = ["export", "--into", str(database.parent / "mail"), *options]
    environment = {
        "QUINTILE_DB": str(database),
        "QUINTILE_ID_KEY": "k" * 20,
        "QUINTILE_PUBLISHED": str(database.parent / "published.duckdb"),
    }
    return CliRunner(env=environment).invoke(main, command)


def test_the_treated_are_written_and_the_held_back_are_not(database):
    done = export(database, "--campaign", "Spring, sale")
    assert done.exit_code == 0, done.output
    stem = database.parent / "mail/segments_campaign_spring-sale"
    assert f"{stem}.csv: 2 customers" in done.output
    assert "1 more are held back as control. Do not contact them until 2024-03-20:" in done.output
    rows = rows_of(
        "select customer_id, country, marketing_tier, channel, label_basis "
        f"from '{stem}.parquet' order by all"
    )
    then = ("High", "email", "published on 2024-03-11")
    assert rows == [("1", "Chile", *then), ("=2", None, *then)]
    lines = Path(f"{stem}.csv").read_text().splitlines()
    assert len(lines) == 3
    assert '"\'=2"' in "".join(lines)


def test_files_of_other_campaigns_and_of_tiers_stay(database):
    mail = database.parent / "mail"
    for options in (["--campaign", "Other"], ["--by", "tier"], ["--campaign", "Spring, sale"]):
        assert export(database, *options).exit_code == 0
    assert export(database, "--campaign", "Spring, sale", "--format", "csv").exit_code == 0
    assert [file.name for file in exported_files(mail)] == [
        "segments_campaign_other.csv",
        "segments_campaign_other.parquet",
        "segments_campaign_spring-sale.csv",
        "segments_tier_low.csv",
        "segments_tier_low.parquet",
    ]


def test_ids_are_hashed_if_asked(database):
    assert export(database, "--campaign", "Spring, sale", "--hash-ids").exit_code == 0
    file = database.parent / "mail/segments_campaign_spring-sale.parquet"
    assert rows_of(f"select count(*), min(length(customer_id)) from '{file}'") == [(2, 64)]


def test_a_campaign_that_is_over_asks_for_nothing_more(database):
    with connect(database) as connection:
        connection.execute("update as_of set as_of_date = '2024-03-21'")
    done = export(database, "--campaign", "Spring, sale")
    assert "The campaign ended on 2024-03-20" in done.output
    assert "Do not contact them" not in done.output
    assert "held back" not in export(database).output


def test_who_is_held_back_is_told_from_all_customers_and_may_be_left_out(database):
    mail = database.parent / "mail/segments_tier_low.parquet"
    done = export(database)
    assert "Campaign Spring, sale holds back 1 of these customers until 2024-03-20" in done.stderr
    assert rows_of(f"select customer_id from '{mail}' order by all") == [("1",), ("3",)]
    assert export(database, "--without-control").stderr == ""
    assert rows_of(f"select customer_id from '{mail}'") == [("1",)]


def test_a_campaign_that_was_drawn_twice_needs_its_database(database):
    """Groups of one database and of the published file are no longer the same."""
    published = database.parent / "published.duckdb"
    shutil.copy(database, published)
    assert export(database, "--campaign", "Spring, sale").exit_code == 0
    with connect(published) as connection:
        connection.execute("update campaign_groups set campaign_group = 'treated'")
    assert export(database, "--campaign", "Other").exit_code == 0
    done = export(database, "--campaign", "Spring, sale")
    assert done.exit_code == 1
    assert f"{published} holds other groups of Spring, sale than {database}" in done.output
    for named in (database, published):
        options = ["--database", str(named), "--campaign", "Spring, sale"]
        assert export(database, *options).exit_code == 0


@pytest.mark.parametrize(
    ("campaign", "said"),
    [
        ("Winter", "There is no campaign Winter. Known: Nobody, Other, Spring, sale, Summer."),
        ("spring SALE", "There is no campaign spring SALE. Did you mean Spring, sale?"),
        ("Nobody", "Nobody was in the audience of Nobody before 2024-03-01, so it has no groups."),
        ("Summer", "Campaign Summer starts on 2024-06-01, and its groups are drawn from what was"),
    ],
)
def test_why_there_is_nothing_to_export_is_said(database, campaign, said):
    done = export(database, "--campaign", campaign)
    assert done.exit_code == 1
    assert done.output.startswith(f"Error: {said}")


def test_a_tier_and_a_campaign_exclude_each_other(database):
    done = export(database, "--campaign", "Other", "--by", "tier")
    assert done.exit_code == 2
    assert "--by and --campaign exclude each other." in done.output


def test_a_campaign_without_a_name_exports_nobody(database):
    done = export(database, "--campaign", "")
    assert done.exit_code == 2
    assert "--campaign names no campaign" in done.output
