"""The report: its figures against the database, what it leaves out, and what stops it."""

from __future__ import annotations

import datetime as dt
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import connect

from quintile.cli import main
from quintile.report import axes, formats

SECTIONS = {
    "headline": ("segments", "At a glance"),
    "customers": ("segments", "Who our customers are"),
    "changes": ("rfm_history", "What changed this month"),
    "months": ("orders", "Month by month"),
    "sizes": ("rfm_history", "How the groups have grown"),
    "profiles": ("segment_profiles", "What the groups are like"),
    "cohorts": ("cohort_value", "Who came back"),
    "countries": ("orders", "Countries"),
    "products": ("segment_products", "What each group prefers to buy"),
    "forecast": ("customer_value", "What comes next"),
    "grid": ("segment_grid", "How recent, how often, how much"),
    "try": ("model_feature_stats", "Try a customer"),
    "backtest": ("segment_backtest", "Did groups do what they promised?"),
    "number-of-clusters": ("cluster_candidates", "Would other customers give the same groups?"),
    "calibration": ("value_calibration", "How right were forecasts?"),
    "cleaning": ("cleaning_audit", "What was counted, and what was not"),
    "glossary": ("segments", "What the words mean"),
}
ABOUT_ALL = {"cohorts", "try", "backtest", "number-of-clusters", "calibration", "cleaning"}
JARGON = [
    "gini",
    "silhouette",
    "boosted",
    "cluster",
    "back-test",
    "centroid",
    "decile",
    "rfm",
    "lift",
]


def make_report(database: Path, out: Path, *options: str) -> Result:
    command = ["report", "--database", str(database), "--out", str(out), *options]
    return CliRunner().invoke(main, command)


def sections_of(html: str) -> list[str]:
    return re.findall(r'<section id="([a-z-]+)"', html)


def charts_of(html: str) -> dict:
    [data] = re.findall(r'<script type="application/json" id="charts">(.*?)</script>', html)
    return json.loads(data)


@pytest.fixture(scope="module")
def report(sample_build, tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("report") / "pages" / "report.html"
    result = make_report(sample_build.database, out)
    assert result.exit_code == 0, result.output
    return out


@pytest.fixture(scope="module")
def charts(report) -> dict:
    return charts_of(report.read_text())


@pytest.fixture
def copy(sample_build, tmp_path) -> Path:
    return Path(shutil.copy(sample_build.database, tmp_path))


def test_every_section_is_there_in_one_file_of_less_than_6_mb(report):
    assert sections_of(report.read_text()) == list(SECTIONS)
    assert report.stat().st_size < 6_000_000
    assert report.stat().st_mode & 0o777 == 0o644
    assert list(report.parent.iterdir()) == [report]


def test_every_section_of_figures_shows_statements_that_run(report, sample_build):
    html = report.read_text().partition("<script")[0]
    for section in html.split("<section")[1:]:
        statements = re.findall(r"<pre[^>]*><code>(.*?)</code>", section, re.DOTALL)
        assert bool(statements) == (' id="glossary"' not in section)
        for statement in statements:
            assert len(sample_build.query(unescape(statement))) > 0


def test_every_figure_of_a_table_is_in_an_answer_of_its_section(report, sample_build):
    """But for the zeros of changes that nobody made."""
    compared = 0
    for section in report.read_text().partition("<script")[0].split("<section")[1:]:
        answers = {"", "0"}
        for statement in re.findall(r"<pre[^>]*><code>(.*?)</code>", section, re.DOTALL):
            answers |= {
                text for row in sample_build.query(unescape(statement)) for text in raw(row)
            }
        cells = re.findall(r'<td class="number"(?: data-value="(.*?)")?>(.*?)</td>', section)
        figures = {value or ("" if text == "-" else text) for value, text in cells}
        assert figures <= answers, section[:60]
        compared += len(figures)
    assert compared > 1000


def raw(row: tuple) -> Iterator[str]:
    """What a row holds as spreadsheets read it, texts in structures included."""
    for value in row:
        if isinstance(value, dict):
            yield from raw(tuple(value.values()))
        yield "" if value is None else str(value)


def test_headings_and_findings_speak_without_jargon(report):
    html = report.read_text().partition("<script")[0]
    told = re.findall(r'<h[123][^>]*>(.*?)</h[123]>|<p class="finding">(.*?)</p>', html, re.DOTALL)
    assert len(told) > 40
    said = " ".join(heading + finding for heading, finding in told).lower()
    assert [word for word in JARGON if word in said] == []


def test_figures_are_compared_with_the_days_before_and_a_year_before(report, sample_build):
    """As of 1 January 2026: 3 October to 31 December 2025, 5 July to 2 October, and 2024."""
    rows = sample_build.query(
        """select count(distinct customer_id), sum(amount), count(*) from orders
        where ordered_at::date between '2025-10-03' and '2025-12-31'
        union all
        select count(distinct customer_id), sum(amount), count(*) from orders
        where ordered_at::date between '2025-07-05' and '2025-10-02'
        union all
        select count(distinct customer_id), sum(amount), count(*) from orders
        where ordered_at::date between '2024-10-03' and '2024-12-31'"""
    )
    html = report.read_text()
    shown = re.findall(r'<b class="(up|down)">([+-]?[\d.,]+%)</b>', html)
    printed = [
        formats.change(float(rows[0][n]) / float(rows[m][n]) - 1) for n in range(3) for m in (1, 2)
    ]
    assert [change for _, change in shown] == printed
    assert all((direction == "down") == change.startswith("-") for direction, change in shown)
    big = re.findall(r"<dd><strong>(.*?)</strong>", html)[:3]
    assert big == [f"{rows[0][0]:,}", formats.short(rows[0][1]), f"{rows[0][2]:,}"]


def test_changes_of_the_month_are_those_that_orders_tell(report, sample_build):
    [(new, spent, lost)] = sample_build.query(
        """with customers as (
            select customer_id, min(ordered_at)::date as first, max(ordered_at)::date as last
            from orders group by all
        )
        select
            count(*) filter (first between '2025-12-01' and '2025-12-31'),
            (select sum(amount) from orders join customers using (customer_id)
             where first between '2025-12-01' and '2025-12-31'),
            count(*) filter (date '2026-01-01' - last >= 180 and date '2025-12-01' - last < 180)
        from customers"""
    )
    finding = (
        f"Customers new in December 2025: {new}, who spent {spent:,.0f}. Lost: {lost}, who had"
    )
    assert finding in report.read_text()


def test_changes_of_the_month_hold_every_customer_once(report, sample_build):
    [section] = re.findall(r'<section id="changes".*?</section>', report.read_text(), re.DOTALL)
    table = section.partition("Who changed in ")[2]
    counts = re.findall(r'<td class="number"[^>]*>([^<]+)</td>', table)[::3]
    assert len(counts) == 6
    [(customers,)] = sample_build.query("select count(*) from segments")
    assert sum(int(count.replace(",", "")) for count in counts) == customers


def test_every_name_of_the_grid_has_its_advice(report, sample_build):
    html = unescape(report.read_text())
    for name, advice in sample_build.query("select rfm_segment, advice from rfm_segment_advice"):
        assert name in html
        assert f"<p>{advice}</p>" in html


def test_money_has_the_sign_and_figures_the_marks_of_the_locale(copy, tmp_path):
    with connect(copy) as connection:
        connection.execute(
            "update build_settings set report_locale = 'de_DE', currency_symbol = '€'"
        )
        [(revenue,)] = connection.execute("select sum(amount) from orders").fetchall()
    out = tmp_path / "report.html"
    assert make_report(copy, out).exit_code == 0
    html = out.read_text()
    printed = f"{revenue:,.0f}".replace(",", ".") + "\u00a0€"
    assert f"customers have spent {printed} in 4.947 orders from 1. Januar 2024" in html
    marks = [
        (name, text)
        for name, chart in charts_of(html).items()
        for axis in ("xaxis", "yaxis")
        for text in chart["layout"].get(axis, {}).get("ticktext", [])
    ]
    assert ("months-revenue", "Dez. 2025") in marks
    assert ("months-revenue", "20k\u00a0€") in marks
    assert ("active-cluster-label", "25\u00a0%") in marks
    assert [mark for mark in marks if re.search(r"\d{4}-\d\d|\d\.\d\b|\d%", mark[1])] == []
    assert "tickformat" not in html.partition('id="charts"')[2].partition("</script>")[0]


def test_a_report_for_a_cluster_shows_its_customers_alone(sample_build, tmp_path):
    [(label, customers, revenue)] = sample_build.query(
        """select cluster_label, count(*), sum(monetary) from segments
        group by all order by 2 desc limit 1"""
    )
    out = tmp_path / "report.html"
    result = make_report(sample_build.database, out, "--for", label)
    assert result.exit_code == 0, result.output
    html = out.read_text()
    assert f"<h1>Customer segments: {label}</h1>" in html
    assert f"{customers} customers have spent {revenue:,.0f} in " in html
    assert sections_of(html) == [name for name in SECTIONS if name not in ABOUT_ALL]
    for name in ABOUT_ALL:
        assert f"left out: {SECTIONS[name][1]}, as it is about all customers\n" in result.stderr


@pytest.mark.parametrize(
    ("name", "condition", "title"),
    [
        ("High", "marketing_tier = 'High'", "High tier"),
        ("country: germany", "country = 'Germany'", "Germany"),
    ],
)
def test_a_report_for_a_tier_or_country_shows_its_customers_alone(
    sample_build, tmp_path, name, condition, title
):
    [(customers,)] = sample_build.query(f"select count(*) from segments where {condition}")
    out = tmp_path / "report.html"
    assert make_report(sample_build.database, out, "--for", name).exit_code == 0
    html = out.read_text()
    assert f"<h1>Customer segments: {title}</h1>" in html
    assert f'<p class="finding">{customers} customers have spent ' in html


def test_a_name_of_several_kinds_has_to_be_told_apart(copy, tmp_path):
    with connect(copy) as connection:
        connection.execute("update segments set country = 'High' where country = 'Germany'")
        [(customers,)] = connection.execute(
            "select count(*) from segments where country = 'High'"
        ).fetchall()
    out = tmp_path / "report.html"
    result = make_report(copy, out, "--for", "High")
    assert result.exit_code == 1
    assert 'Say which: --for "tier:High" or --for "country:High"' in result.stderr
    assert make_report(copy, out, "--for", "country:High").exit_code == 0
    assert f'<p class="finding">{customers} customers have spent ' in out.read_text()


def test_a_report_for_one_who_came_lately_shows_zeros_before(copy, tmp_path):
    """The bound of what is known is the first order of the shop, not that of the customer."""
    with connect(copy) as connection:
        [(customer, day)] = connection.execute(
            """select customer_id, max(ordered_at)::date from orders group by all
            having count(*) = 1 and max(ordered_at) between '2025-12-01' and '2025-12-24'
            order by all limit 1"""
        ).fetchall()
        connection.execute(
            f"update segments set country = 'Nowhere' where customer_id = '{customer}'"
        )
    out = tmp_path / "report.html"
    assert make_report(copy, out, "--for", "Nowhere").exit_code == 0
    html = out.read_text()
    assert '<b class="same">0</b> in the 90 days before' in html
    assert html.count('<b class="same">0</b> in the same days a year before') == 3
    assert "1 customer has spent " in html
    assert f" in 1 order on {formats.date(day)}." in html
    counts = r"(?<![\d.,])1 (customers|orders|days|times|lines|groups|months|of them have)\b"
    told = html.partition('id="charts"')
    assert re.findall(counts, told[0] + told[2].partition("</script>")[0]) == []
    bars = charts_of(html)["months-customers"]["data"]
    assert bars[0]["y"] == [0] * 23 + [1]
    assert bars[1]["y"] == [0] * 24


def test_months_without_orders_are_shown_as_zero(copy, tmp_path):
    with connect(copy) as connection:
        connection.execute("update build_settings set as_of_date = '2026-03-10'")
        connection.execute(
            "delete from orders where date_trunc('month', ordered_at) = '2025-05-01'"
        )
    out = tmp_path / "report.html"
    assert make_report(copy, out).exit_code == 0
    [bars] = charts_of(out.read_text())["months-revenue"]["data"]
    revenue = dict(zip(bars["x"], bars["y"], strict=True))
    assert (min(revenue), max(revenue), len(revenue)) == ("2024-01-01", "2026-03-01", 27)
    empty = [month for month, spent in revenue.items() if spent == 0]
    assert empty == ["2025-05-01", "2026-01-01", "2026-02-01", "2026-03-01"]


def test_names_that_are_too_long_for_a_chart_end_in_an_ellipsis(copy, tmp_path):
    long = "Supercalifragilistic" * 20
    with connect(copy) as connection:
        connection.execute(f"update segment_products set description = '{long}'")
    out = tmp_path / "report.html"
    assert make_report(copy, out).exit_code == 0
    html = out.read_text()
    labels = charts_of(html)["products"]["layout"]["yaxis"]["ticktext"]
    for label in labels:
        lines = label.split("<br>")
        assert lines[0] == long[:24]
        assert lines[2].endswith("…")
        assert len(lines[2]) <= 24
    assert f"<td>{long}</td>" in html
    assert "califragilistic… takes " not in html
    assert re.search(r"Super\w{50,}… takes ", html)


def test_a_narrowed_report_reads_the_schema_of_quintile(copy, tmp_path):
    with connect(copy) as connection:
        connection.execute("create schema host; create table host.segments (customer_id text)")
        customers = "select count(*) from segments where marketing_tier = 'Low'"
        [(low,)] = connection.execute(customers).fetchall()
    out = tmp_path / "report.html"
    assert make_report(copy, out, "--for", "Low").exit_code == 0
    assert f'<p class="finding">{low} customers have spent ' in out.read_text()


def test_campaigns_are_shown_with_their_interval_and_verdict(copy, tmp_path):
    """The second is not over yet: it is in the table, not in the chart."""
    with connect(copy) as connection:
        connection.execute("drop table if exists campaign_results")
        connection.execute(
            """create table campaign_results as
            select
                *, 100 as treated_customers, 100 as control_customers, 'all' as segment,
                0.5 as treated_active_share, 0.4 as control_active_share,
                30.0 as treated_spend_per_customer, 20.0 as control_spend_per_customer,
                100 * spend_difference as incremental_revenue,
                100 * spend_low as incremental_revenue_low,
                100 * spend_high as incremental_revenue_high
            from (values
                ('spring', date '2025-03-01', date '2025-03-31', 10e0, 4.5e0, 15.5e0, 'spent more'),
                ('winter', date '2025-12-01', date '2026-01-31', null, null, null, '31 days are in')
            ) as campaigns (
                campaign, starts_on, ends_on, spend_difference, spend_low, spend_high, verdict
            )"""
        )
    out = tmp_path / "report.html"
    assert make_report(copy, out).exit_code == 0
    html = out.read_text()
    assert "winter, which started on 1 December 2025: 31 days are in." in html
    drawn = charts_of(html)["campaigns"]["data"]
    assert [[float(x) for x in trace["x"]] for trace in drawn] == [[4.5, 15.5], [10]]
    assert "<td>spent more</td>" in html


def test_a_report_for_a_misspelt_name_says_which_is_meant(sample_build, tmp_path):
    out = tmp_path / "report.html"
    for misspelt in ("Germny", "country:germani"):
        result = make_report(sample_build.database, out, "--for", misspelt)
        assert result.exit_code == 1
        assert result.stderr.endswith("Did you mean 'Germany'?\n")


def test_a_report_for_nobody_names_all_there_are(sample_build, tmp_path):
    out = tmp_path / "report.html"
    result = make_report(sample_build.database, out, "--for", "it's nobody")
    assert result.exit_code == 1
    assert (
        'There is no cluster, tier or country "it\'s nobody". Known are cluster: ' in result.stderr
    )
    assert "; tier: High, Low, Medium; country: Belgium, " in result.stderr
    assert not out.exists()


def test_the_same_database_gives_the_same_page(report, sample_build, tmp_path):
    again = tmp_path / "again.html"
    assert make_report(sample_build.database, again).exit_code == 0
    assert again.read_bytes() == report.read_bytes()


def test_the_funnel_starts_with_all_lines_and_loses_what_the_audit_says(charts, sample_build):
    left, removed = (trace["x"] for trace in charts["funnel"]["data"])
    [(lines,)] = sample_build.query("select count(*) from stg_invoice_lines")
    [(kept,)] = sample_build.query("select count(*) from invoice_lines where line_class = 'sale'")
    assert (left[0], left[-1], sum(removed)) == (lines, kept, lines - kept)


def test_each_cell_of_the_grid_holds_the_customers_with_its_scores(charts, sample_build):
    rows = sample_build.query("select r_score, ceil((f_score + m_score) / 2) from segments")
    expected = [[rows.count((r, fm)) for fm in range(1, 6)] for r in range(1, 6)]
    assert charts["grid"]["data"][0]["z"] == expected
    texts = [cell["text"].replace("<br>", " ") for cell in charts["grid"]["layout"]["annotations"]]
    named = sample_build.query("select rfm_segment from rfm_segments")
    assert sorted(text.partition(" <b>")[0] for text in texts) == sorted(name for (name,) in named)


def test_shares_of_tiers_add_up_and_are_those_of_segments(charts, sample_build):
    customers, revenue = (trace["x"] for trace in charts["tiers"]["data"])
    [(high, spent)] = sample_build.query(
        """select avg((marketing_tier = 'High')::int),
            sum(monetary) filter (where marketing_tier = 'High') / sum(monetary)
        from segments"""
    )
    assert charts["tiers"]["layout"]["yaxis"]["ticktext"] == ["High", "Medium", "Low"]
    assert (customers[0], revenue[0]) == (pytest.approx(high), pytest.approx(spent))
    assert (sum(customers), sum(revenue)) == (pytest.approx(1), pytest.approx(1))


def test_a_group_has_one_colour_in_all_charts(charts):
    stacks = {trace["name"]: trace["marker"]["color"] for trace in charts["sizes"]["data"]}
    assert len(set(stacks.values())) == len(stacks) > 2
    for name in ("profile-frequency", "expected-by-group"):
        bars = charts[name]["data"][-1]["marker"]["color"]
        labels = charts[name]["layout"]["yaxis"]["ticktext"]
        assert {label.replace("<br>", " ") for label in labels} == set(stacks)
        for label, colour in zip(labels, bars, strict=True):
            assert stacks[label.replace("<br>", " ")] == colour
    assert set(charts["products"]["data"][0]["marker"]["color"]) <= set(stacks.values())


def test_movements_of_a_month_lead_to_the_segments_of_its_end(charts, sample_build):
    chart = charts["movements"]
    months = sample_build.query("select distinct month_end from segment_migrations order by 1 desc")
    assert [choice["name"] for choice in chart["choices"]] == [f"{m:%B %Y}" for (m,) in months]
    for (month,), choice in zip(months, chart["choices"], strict=True):
        trace = choice["trace"]
        arrived = dict.fromkeys(trace["node"]["label"], 0)
        for target, customers in zip(trace["link"]["target"], trace["link"]["value"], strict=True):
            arrived[trace["node"]["label"][target]] += customers
        stood = sample_build.query(
            f"""select rfm_segment, count(*) from rfm_history
            where month_end = '{month}' group by all"""
        )
        assert {name: n for name, n in arrived.items() if n and name != "Lapsed"} == dict(stood)


def test_calibration_is_that_of_the_served_model_at_the_latest_cut_off(charts, sample_build):
    rows = sample_build.query(
        """select mean_actual, mean_predicted from value_calibration
        where outcome = 'spend' and model = (select max(value_model) from customer_value)
            and cut_off = (select max(cut_off) from value_backtest)
        order by decile"""
    )
    actual, predicted = (trace["y"] for trace in charts["calibration"]["data"])
    assert list(zip(actual, predicted, strict=True)) == rows


@pytest.mark.parametrize(
    "missing", ["cleaning_audit", "segment_profiles", "segment_products", "customer_value"]
)
def test_what_is_not_built_is_left_out(copy, tmp_path, missing):
    with connect(copy) as connection:
        connection.execute(f"drop table {missing}")
    out = tmp_path / "report.html"
    result = make_report(copy, out)
    assert result.exit_code == 0, result.output
    gone = {
        "cleaning_audit": {"cleaning"},
        "segment_profiles": {"profiles", "backtest"},
        "segment_products": {"products"},
        "customer_value": {"forecast", "calibration"},
    }[missing]
    assert sections_of(out.read_text()) == [name for name in SECTIONS if name not in gone]
    for section in gone:
        title = SECTIONS[section][1]
        assert f"left out: {title}, without rows in {missing}\n" in result.stderr
        assert f">{title}</a>" not in out.read_text()


def test_a_build_up_to_segments_gives_a_page_without_history_and_value(copy, tmp_path):
    with connect(copy) as connection:
        for view in ["rfm_history"]:
            connection.execute(f"drop view {view}")
        for table in ["segment_backtest", "segment_migrations", "customer_value", "cohort_value"]:
            connection.execute(f"delete from {table}")
    out = tmp_path / "report.html"
    assert make_report(copy, out).exit_code == 0
    gone = {"changes", "sizes", "cohorts", "forecast", "calibration", "backtest"}
    assert sections_of(out.read_text()) == [name for name in SECTIONS if name not in gone]


def test_files_without_customers_give_a_page_with_the_funnel_alone(copy, tmp_path):
    with connect(copy) as connection:
        tables = connection.execute("select table_name from duckdb_tables()").fetchall()
        for (table,) in tables:
            if table not in (
                "cleaning_audit",
                "rfm_segments",
                "segment_playbook",
                "build_settings",
            ):
                connection.execute(f"delete from {table}")
    out = tmp_path / "report.html"
    assert make_report(copy, out).exit_code == 0
    assert sections_of(out.read_text()) == ["cleaning"]


def test_it_says_what_it_made_and_where(sample_build, tmp_path):
    out = tmp_path / "report.html"
    result = make_report(sample_build.database, out)
    assert result.stdout == f"{out}\n"
    titles = [title for _, title in SECTIONS.values()]
    assert re.findall(r"^made: (.*)$", result.stderr, re.MULTILINE) == titles


def test_help_tells_every_option_with_its_default():
    result = CliRunner().invoke(main, ["report", "--help"])
    assert result.exit_code == 0
    for words in [
        "--for",
        "--database",
        "QUINTILE_DB",
        "quintile.duckdb",
        "--out",
        "target/report.html",
    ]:
        assert words in result.output


def problem_of(database: Path, out: Path) -> str:
    result = make_report(database, out)
    assert result.exit_code == 1
    assert not out.exists()
    told = result.stderr.splitlines()
    [line] = [line for line in told if not line.startswith(("made: ", "left out: "))]
    return line.removeprefix("Error: ")


def test_a_missing_database_is_named(tmp_path):
    nowhere = tmp_path / "nowhere.duckdb"
    problem = problem_of(nowhere, tmp_path / "report.html")
    assert problem == f"There is no database {nowhere}. Build it first: make build"


def test_a_file_that_is_no_database_is_named(tmp_path):
    other = tmp_path / "invoices.csv"
    other.write_text("invoice,customer\n" * 1000)
    problem = problem_of(other, tmp_path / "report.html")
    assert problem == f"{other} is not a DuckDB database. Name the file that make build wrote."


def test_a_database_without_segments_is_named(tmp_path):
    other = tmp_path / "other.duckdb"
    with connect(other) as connection:
        connection.execute("create table orders (amount int)")
    problem = problem_of(other, tmp_path / "report.html")
    assert problem.startswith(f"{other} holds no table segments, build_settings:")


def test_a_database_that_a_build_is_writing_is_named(copy, tmp_path):
    opening = f"writing = duckdb.connect({str(copy)!r})"
    code = f"import duckdb, sys; {opening}; print(flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as writer:
        writer.stdout.readline()
        problem = problem_of(copy, tmp_path / "report.html")
        writer.stdin.close()
    assert problem.startswith(f"{copy} is open in another process (")
    assert f"PID {writer.pid}): a running build, or a session." in problem


def test_a_half_built_database_is_reported_only_where_told_to_and_says_so(copy, tmp_path):
    with connect(copy) as connection:
        connection.execute(
            "insert into unfinished_tables values "
            "('orders', 'the build has not ended', 'model.quintile.orders', 'unfinished 1')"
        )
    out = tmp_path / "report.html"
    problem = problem_of(copy, out)
    assert problem == (
        f"{copy} is half built: orders (the build has not ended). Finish it with make build, or "
        "use it as it is: --unfinished"
    )
    assert make_report(copy, out, "--unfinished").exit_code == 0
    assert "<strong>Half built:</strong> orders (the build has not ended)." in out.read_text()


def test_no_text_of_an_unreadable_line_and_no_folder_is_on_the_page(copy, tmp_path):
    with connect(copy) as connection:
        connection.execute(
            """insert into rejected_lines (source_file, line_number, column_name, raw_text, reason)
            values ('/home/anna/a.csv', 1234567, 'line', 'anna@x.example', 'fields')"""
        )
    out = tmp_path / "report.html"
    assert make_report(copy, out).exit_code == 0
    html = out.read_text()
    assert "<td>a.csv</td>" in html
    assert "<td>invoices.csv</td>" in html
    assert "1,234,567" in html
    assert "anna" not in html


def test_a_page_that_cannot_be_written_is_named(sample_build, tmp_path):
    (tmp_path / "file").write_text("")
    out = tmp_path / "file" / "report.html"
    problem = problem_of(sample_build.database, out)
    assert problem.startswith(f"{out} can't be written: ")


def test_an_older_page_stays_when_the_report_fails(tmp_path):
    out = tmp_path / "report.html"
    out.write_text("older")
    assert make_report(tmp_path / "nowhere.duckdb", out).exit_code == 1
    assert out.read_text() == "older"
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize(
    ("share", "printed"),
    [
        *[(None, "-"), (0, "0%"), (0.004, "0.4%"), (0.0994, "9.9%"), (0.0996, "10%")],
        *[(0.5, "50%"), (0.9949, "99%"), (0.999, "99.9%"), (1, "100%"), (-0.124, "-12%")],
    ],
)
def test_shares_are_printed_short(share, printed):
    assert formats.percent(share) == printed


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        *[(950, "950"), (9999, "9,999"), (12345, "12.3k"), (2173559, "2.17M"), (8.5e9, "8.5bn")],
        (1.25e12, "1.25tn"),
    ],
)
def test_large_numbers_are_printed_with_their_unit(value, printed):
    assert formats.short(value) == printed


@pytest.mark.parametrize(
    ("locale", "currency", "printed"),
    [
        ("en_GB", "", ["123.50", "-12.50", "9.9%", "9 December 2011"]),
        ("en_GB", "£", ["£123.50", "-£12.50", "9.9%", "9 December 2011"]),
        ("en_US", "$", ["$123.50", "-$12.50", "9.9%", "December 9, 2011"]),
        ("de_DE", "€", ["123,50 €", "-12,50 €", "9,9 %", "9. Dezember 2011"]),
        ("de_CH", "CHF ", ["CHF 123.50", "-CHF 12.50", "9.9%", "9. Dezember 2011"]),
        ("ja_JP", "¥", ["¥123.50", "-¥12.50", "9.9%", "2011年12月9日"]),
        ("pt_BR", "R$", ["R$ 123,50", "-R$ 12,50", "9,9%", "9 de dezembro de 2011"]),
        ("en_IN", "₹", ["₹123.50", "-₹12.50", "9.9%", "9 December 2011"]),
    ],
)
def test_figures_are_printed_as_the_locale_has_them(locale, currency, printed):
    with formats.written_as(locale, currency=currency):
        found = [
            formats.money(Decimal("123.50")),
            formats.money(Decimal("-12.5")),
            formats.percent(0.0994),
            formats.date(dt.date(2011, 12, 9)),
        ]
    assert [text.replace("\u00a0", " ") for text in found] == printed


@pytest.mark.parametrize("most", [0, 0.004, 0.6, 1, 2, 3, 7, 99, 123_456, 7e10, 3e13])
def test_marks_of_an_axis_are_few_and_differ(most):
    for axis in (axes.of_money([most]), axes.of_customers(most)):
        assert 1 <= len(axis["ticktext"]) <= 6
        assert len(set(axis["ticktext"])) == len(axis["ticktext"])
    assert all(mark == int(mark) for mark in axes.of_customers(most)["tickvals"])
