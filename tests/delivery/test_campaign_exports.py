"""Files of campaigns hold the treated alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import connect, rows_of

from quintile.cli import main
from quintile.delivery.exports import exported_files

GROUPS = """
create table campaign_groups as
select campaign, id as customer_id, campaign_group, date '2024-03-11' as starts_on,
    date '2024-03-20' as ends_on, 'High' as marketing_tier, 'New buyers' as cluster_label,
    'Lost' as rfm_segment
from (values
    ('Spring, sale', '1', 'treated'), ('Spring, sale', '=2', 'treated'),
    ('Spring, sale', '3', 'control'), ('Other', '1', 'treated')
) as groups (campaign, id, campaign_group);
create table segments as
select id as customer_id, 'Chile' as country, 'call' as recommended_action, 'email' as channel,
    1 as priority, 'Ordered once' as segment_reason, 'Low' as marketing_tier
from (values ('1'), ('3')) as segments (id);
create table campaign_list as
select * from (values
    ('Spring, sale', date '2024-03-11'), ('Summer', date '2024-06-01'),
    ('Nobody', date '2024-03-01')
) as campaigns (campaign, starts_on);
create table as_of as select date '2024-04-01' as as_of_date;
"""


@pytest.fixture
def database(tmp_path) -> Path:
    file = tmp_path / "shop.duckdb"
    with connect(file) as connection:
        connection.execute(GROUPS)
    return file


def export(database: Path, *options: str) -> Result:
    command = ["export", "--database", str(database), "--into", str(database.parent / "mail")]
    return CliRunner(env={"QUINTILE_ID_KEY": "k" * 20}).invoke(main, [*command, *options])


def test_the_treated_are_written_and_the_held_back_are_not(database):
    done = export(database, "--campaign", "Spring, sale")
    assert done.exit_code == 0, done.output
    stem = database.parent / "mail/segments_campaign_spring-sale"
    assert f"{stem}.csv: 2 customers" in done.output
    assert "1 more are held back as control. Do not contact them until 2024-03-20:" in done.output
    rows = rows_of(
        f"select customer_id, country, marketing_tier, channel from '{stem}.parquet' order by all"
    )
    assert rows == [("1", "Chile", "High", "email"), ("=2", None, "High", None)]
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


@pytest.mark.parametrize(
    ("campaign", "said"),
    [
        ("Spring", "There is no campaign Spring. Known: Nobody, Spring, sale, Summer."),
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
