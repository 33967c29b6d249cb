"""The report in a real browser: charts, form, accessibility, phone and paper, no network."""

from __future__ import annotations

import codecs
import datetime as dt
import itertools
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import Build, connect
from playwright.sync_api import Page
from test_report import make_report
from test_score_customer import COLUMNS

LAPTOP, PHONE = {"width": 1366, "height": 800}, {"width": 390, "height": 844}
FIELDS = ["recency_days", "frequency", "monetary"]
MARKS = ".barlayer .point, .heatmaplayer image, .scatterlayer path, .sankey-link"
SCORE = """customers => {
    const model = JSON.parse(document.getElementById("scoring-model").textContent);
    return customers.map(texts => {
        const read = texts.map(Quintile.readMetric);
        const units = read.map(metric => metric.units);
        if (units.includes(undefined)) return null;
        return {...Quintile.scoreCustomer(model, units), reason: Quintile.reasonOf(model, units)};
    });
}"""


@dataclass
class Opened:
    """A page and everything that it said or asked for."""

    page: Page
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)


def open_page(browser, path: Path, viewport: dict) -> Opened:
    context = browser.new_context(viewport=viewport, offline=True)
    opened = Opened(context.new_page())
    opened.page.set_default_timeout(60_000)
    opened.page.on("console", lambda message: opened.said.append(message.text))
    opened.page.on("pageerror", lambda error: opened.said.append(str(error)))
    opened.page.on("dialog", lambda dialog: (opened.said.append(dialog.message), dialog.dismiss()))
    opened.page.on("request", lambda request: opened.asked.append(request.url))
    opened.page.goto(path.as_uri())
    opened.page.wait_for_selector("body.drawn")
    return opened


@pytest.fixture(scope="module")
def report(sample_build, tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("page") / "report.html"
    assert make_report(sample_build.database, out).exit_code == 0
    return out


@pytest.fixture(scope="module")
def laptop(browser, report) -> Iterator[Opened]:
    opened = open_page(browser, report, LAPTOP)
    yield opened
    opened.page.context.close()


@pytest.fixture(scope="module")
def phone(browser, report) -> Iterator[Opened]:
    opened = open_page(browser, report, PHONE)
    yield opened
    opened.page.context.close()


@pytest.fixture(params=["laptop", "phone"])
def opened(request) -> Opened:
    return request.getfixturevalue(request.param)


@pytest.fixture
def page(laptop) -> Page:
    return laptop.page


def test_every_chart_is_drawn(opened):
    marks = opened.page.evaluate(
        "marks => Object.fromEntries([...document.querySelectorAll('[data-chart]')].map("
        "chart => [chart.dataset.chart, chart.querySelectorAll(marks).length]))",
        MARKS,
    )
    assert len(marks) == 22
    assert [chart for chart, drawn in marks.items() if drawn == 0] == []


def test_nothing_is_said_on_the_console_and_nothing_is_asked_of_the_network(opened, report):
    assert opened.said == []
    assert set(opened.asked) == {report.as_uri()}


def test_axe_finds_no_violation(opened):
    opened.page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    results = Axe().run(opened.page)
    opened.page.evaluate("document.querySelectorAll('details').forEach(one => one.open = false)")
    assert results.violations_count == 0, results.generate_report()


def test_axe_finds_no_violation_in_a_form_with_bad_values(page):
    for name in FIELDS:
        page.fill(f"#{name}", "many")
    results = Axe().run(page, context="#try")
    assert results.violations_count == 0, results.generate_report()


def test_nothing_is_wider_than_the_screen(opened):
    """Open tables and queries included, which scroll by themselves."""
    wider, scrolls = opened.page.evaluate(
        """() => {
            const details = [...document.querySelectorAll("details")];
            details.forEach(one => one.open = true);
            const wider = [...document.querySelectorAll("main *")]
                .filter(one => !one.closest(".scroll table, .query code"))
                .filter(one => one.getBoundingClientRect().right > innerWidth + 0.5)
                .map(one => one.outerHTML.slice(0, 80));
            const {scrollWidth, clientWidth} = document.documentElement;
            details.forEach(one => one.open = false);
            return [wider, scrollWidth > clientWidth];
        }"""
    )
    assert wider == []
    assert not scrolls


def test_every_chart_has_a_name_a_summary_and_a_table(laptop):
    charts = laptop.page.evaluate(
        """() => [...document.querySelectorAll("[data-chart]")].map(chart => ({
            role: chart.getAttribute("role"),
            label: chart.getAttribute("aria-label"),
            title: chart.closest("figure").querySelector("figcaption").textContent,
            reading: chart.closest(".exhibit").querySelector(".reading").textContent,
            rows: chart.closest(".exhibit").querySelectorAll("details tbody tr").length}))"""
    )
    assert {chart["role"] for chart in charts} == {"img"}
    for chart in charts:
        assert chart["label"].startswith(f"{chart['title']}: ")
        assert any(figure.isdigit() for figure in chart["label"])
        assert chart["reading"].endswith(".")
        assert chart["rows"] > 1


def test_headings_and_landmarks_lead_through_the_page(laptop):
    levels = laptop.page.evaluate(
        "[...document.querySelectorAll('h1, h2, h3, h4')].map(one => Number(one.tagName[1]))"
    )
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(level - before <= 1 for before, level in itertools.pairwise(levels))
    ids = laptop.page.evaluate("[...document.querySelectorAll('[id]')].map(one => one.id)")
    assert len(ids) == len(set(ids))
    for landmark in ["header", "nav", "main", "footer"]:
        assert laptop.page.locator(landmark).count() == 1


def test_the_keyboard_alone_reaches_the_report_the_form_and_the_tables(page):
    page.reload()
    page.wait_for_selector("body.drawn")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    reached = []
    while "BODY" not in reached:
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.id || document.activeElement.tagName"))
        assert len(reached) < 300
    assert [name for name in reached if name in FIELDS] == FIELDS
    assert "movements-choice" in reached
    assert reached.count("SUMMARY") == page.locator("summary").count()
    page.focus("summary")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('role')") == "region"


def test_another_month_changes_the_chart_its_summary_and_its_table(page, sample_build):
    months = sample_build.query("select distinct month_end from segment_migrations order by 1 desc")
    month: dt.date = months[4][0]
    page.select_option("#movements-choice", f"{month:%B %Y}")
    rows = sample_build.query(
        f"""select from_segment, to_segment, format('{{:,}}', customers) from segment_migrations
        where month_end = '{month}' order by customers desc, from_segment, to_segment"""
    )
    table = page.evaluate(
        """[...document.querySelector("#changes tbody").rows]
            .map(row => [...row.cells].slice(0, 3).map(cell => cell.textContent))"""
    )
    assert table == [list(row) for row in rows]
    page.wait_for_function(
        "links => document.querySelectorAll('#chart-movements .sankey-link').length === links",
        arg=len(rows),
    )
    title = page.inner_text("figure:has(#chart-movements) figcaption")
    label = page.get_attribute("#chart-movements", "aria-label")
    assert label.startswith(f"{title}: In {month:%B %Y}, ")


def test_on_paper_charts_and_opened_tables_fit_the_width_of_the_page(page):
    """Paper is narrower than the window that the charts were drawn for, and no resize comes."""
    page.emulate_media(media="print")
    beyond, drawn, closed, printed = page.evaluate(
        """() => {
            document.body.style.width = "660px";
            const opened = document.querySelector("#months .exhibit details");
            opened.open = true;
            const texts = [...document.querySelectorAll(".chart svg text, #months td")];
            const beyond = texts.filter(text => text.getBoundingClientRect().right > 660);
            const details = [...document.querySelectorAll("details")];
            const closed = details.filter(one => !one.open && one.checkVisibility());
            const printed = opened.querySelector(".scroll").clientHeight;
            opened.open = false;
            document.body.style.width = "";
            return [beyond.map(text => text.textContent), texts.length, closed.length, printed];
        }"""
    )
    page.emulate_media(media="screen")
    assert drawn > 100
    assert beyond == []
    assert closed == 0
    assert printed > 500


def as_rows(answers: list[dict]) -> list[tuple]:
    return [tuple(answer[column] for column in COLUMNS) for answer in answers]


def assert_same(answers: list[dict], rows: list[tuple]) -> None:
    """Distance and margin to 12 decimals, everything else to the letter."""
    found = as_rows(answers)
    assert [row[:-2] for row in found] == [row[:-2] for row in rows]
    for place in (-2, -1):
        assert [row[place] for row in found] == pytest.approx(
            [row[place] for row in rows], abs=1e-12
        )


def assert_the_form_gives_everybody_their_own_row(built: Build, browser, folder: Path) -> None:
    out = folder / "report.html"
    assert make_report(built.database, out).exit_code == 0
    rows = built.query(
        f"""select columns([{", ".join(map(repr, FIELDS))}])::varchar, {", ".join(COLUMNS)},
            regexp_replace(segment_reason, '; usually[^;]*', '') as reason
        from segments order by customer_id"""
    )
    assert len(rows) >= 40
    opened = open_page(browser, out, LAPTOP)
    answers = opened.page.evaluate(SCORE, [row[:3] for row in rows])
    opened.page.context.close()
    assert_same(answers, [row[3:-1] for row in rows])
    assert [answer["reason"] for answer in answers] == [row[-1] for row in rows]


@pytest.mark.parametrize(
    "build", ["sample_build", pytest.param("uci_build", marks=pytest.mark.slow)]
)
def test_the_form_gives_every_customer_their_own_row(build, browser, request, tmp_path):
    built = request.getfixturevalue(build)
    assert_the_form_gives_everybody_their_own_row(built, browser, tmp_path)


def test_the_form_gives_every_customer_of_an_odd_shop_their_own_row(
    odd_shop_build, browser, tmp_path
):
    assert_the_form_gives_everybody_their_own_row(odd_shop_build[1], browser, tmp_path)


def test_the_form_scores_on_and_beside_every_cut_point_as_sql_does(laptop, sample_build):
    cuts = sample_build.query("select metric, lower_bound from rfm_thresholds order by all")
    beside = {"recency": ["0"], "frequency": ["0"], "monetary": ["0"]}
    for metric, cut in cuts:
        near = [abs(cut) + step for step in map(type(cut), ("-0.0001", "0", "0.00005", "0.0001"))]
        beside[metric] += [f"{value:f}" for value in near if value >= 0]
    chance = random.Random(7)
    customers = [
        (recency, frequency, chance.choice(beside["monetary"]))
        for recency in beside["recency"]
        for frequency in beside["frequency"]
    ]
    customers += [
        tuple(f"{chance.uniform(0, 10 ** chance.uniform(0, 7)):.{digits}f}" for digits in (0, 1, 6))
        for _ in range(2000)
    ]
    listed = ", ".join(str((place, *customer)) for place, customer in enumerate(customers))
    rows = sample_build.query(
        f"""select unnest(answer)
        from (
            select place, score_customer(days, orders, money) as answer
            from (values {listed}) as customers_typed (place, days, orders, money)
        )
        order by place"""
    )
    answers = laptop.page.evaluate(SCORE, [list(customer) for customer in customers])
    assert_same(answers, rows)


TYPED = [
    "0",
    "1",
    "12.5",
    ".5",
    "5.",
    "+5",
    "1e3",
    "1E+3",
    "2.5e-2",
    "1e-9",
    "-0",
    "-0.00001",
    "-0.00004",
    "5e-5",
    "49999e-9",
    ".",
    "1._5",
    "1.5_0",
    "1__0",
    "_1",
    "1e1_0",
    "0e99",
    "1e+1",
    "-0.0001",
    "-1",
    "99999999999999.9999",
    "99999999999999.99995",
    "99999999999999.99994",
    "1e14",
    "1e13",
    "9e99",
    "1e400",
    "1,000",
    "1.000,5",
    "£5",
    "5GBP",
    "abc",
    "NaN",
    "nan",
    "inf",
    "Infinity",
    "0x10",
    "1_000",
    "--5",
    "+",
    "-",
    ".",
    "e5",
    "1e",
    "0.00005",
    "0.00004999",
    "1.00005",
    "2.99995",
    "007",
    "1e-400",
    "12-3",
    "",
    " ",
    " 5 ",
    "5 000",
    "1 2",
]


def test_a_value_is_good_or_bad_for_the_form_as_it_is_for_sql(laptop, sample_build):
    rows = sample_build.query(
        f"""select answer.rfm_code, answer.centroid_distance
        from (
            select score_customer(value, 5, 1000) as answer
            from (select unnest({TYPED}) as value)
        )"""
    )
    answers = laptop.page.evaluate(SCORE, [[value, "5", "1000"] for value in TYPED])
    found = [
        (one["rfm_code"], one["centroid_distance"]) if one else (None, None) for one in answers
    ]
    for value, form, sql in zip(TYPED, found, rows, strict=True):
        assert form == (sql[0], sql[1] if sql[1] is None else pytest.approx(sql[1])), value


def test_typing_shows_the_answer_at_once(page, sample_build):
    customer = dict(zip(FIELDS, ["10", "5", "1000"], strict=True))
    for name, value in customer.items():
        page.fill(f"#{name}", value)
    [row] = sample_build.query("select * from score_customer(10, 5, 1000)")
    expected = dict(zip(COLUMNS, row, strict=True))
    shown = page.evaluate(
        "Object.fromEntries([...document.querySelectorAll('[data-answer]')]"
        ".map(one => [one.dataset.answer, one.textContent]))"
    )
    for column in ["r_score", "f_score", "m_score", "fm_score", "cluster_id"]:
        assert shown[column] == str(expected[column])
    for column in ["rfm_segment", "cluster_label", "next_cluster_label", "recommended_action"]:
        assert shown[column] == expected[column]
    assert shown["tier"] == f"{expected['marketing_tier']} tier"
    assert shown["assignment_margin"] == f"{expected['assignment_margin']:.2f}"
    assert shown["sureness"]
    [(below,)] = sample_build.query("select count(*) from segments where monetary < 1000")
    [(customers,)] = sample_build.query("select count(*) from segments")
    assert shown["reason"] == (
        f"Ordered 5 times, last 10 days ago; spends more than {100 * below // customers}% of "
        "customers"
    )
    assert page.inner_text("[data-answer-query]") == "select * from score_customer(10, 5, 1000)"


@pytest.mark.parametrize("name", FIELDS)
def test_a_bad_value_gets_a_message_beside_its_field_alone(page, name):
    for other in FIELDS:
        page.fill(f"#{other}", "3" if other != name else "-3")
    field_of = page.locator(f"#{name}")
    assert field_of.get_attribute("aria-invalid") == "true"
    message = page.locator(f"#{field_of.get_attribute('aria-describedby')}")
    assert message.get_attribute("role") == "alert"
    assert message.inner_text() == "Type a number of 0 or more."
    gap = field_of.evaluate(
        """(field, message) =>
            message.getBoundingClientRect().top - field.getBoundingClientRect().bottom""",
        message.element_handle(),
    )
    assert 0 <= gap < 20
    others = [page.inner_text(f"#{other}-problem") for other in FIELDS if other != name]
    assert others == ["", ""]
    assert page.inner_text("[data-answer=cluster_label]") == "-"
    page.fill(f"#{name}", "3")
    assert message.inner_text() == ""
    assert field_of.get_attribute("aria-invalid") == "false"
    assert page.inner_text("[data-answer=cluster_label]") != "-"


PASTE = """([field, text]) => {
    const data = new DataTransfer();
    data.setData("text", text);
    const init = {clipboardData: data, bubbles: true, cancelable: true};
    const paste = new ClipboardEvent("paste", init);
    document.getElementById(field).dispatchEvent(paste);
}"""


@pytest.mark.parametrize(
    ("row", "read", "said"),
    [
        ("10\t5\t1000", "10, 5, 1000", ""),
        ("12789\t10\t5\t£1,000.50\n12790\t3\t1\t20\n", "10, 5, 1000.50", "The first of 2 rows is"),
        ("10; 5; 1 000.5", "10, 5, 1000.5", ""),
        ("recency\tfrequency\tmonetary\n10\t5\t20", "10, 5, 20", ""),
    ],
)
def test_a_row_of_a_spreadsheet_fills_the_form(page, row, read, said):
    page.evaluate(PASTE, ["frequency", row])
    assert page.inner_text("#paste-problem").startswith(said)
    assert page.inner_text("[data-answer-query]") == f"select * from score_customer({read})"
    assert page.inner_text("[data-answer=cluster_label]") != "-"


@pytest.mark.parametrize(
    ("decimal", "group", "numbers"),
    [
        (".", ",", {"1,234.50": "1234.50", "3102,78": "3102,78", "1.234,50": "1.234,50"}),
        (".", ",", {"12,34,567.5": "12,34,567.5", "1_000": "1_000", "$ 12": "12", "-3": "-3"}),
        (",", ".", {"1.234": "1234", "12,5": "12.5", "1234.5": "1234.5", "1.234,5 €": "1234.5"}),
        (",", "\u202f", {"1\u202f234,5": "1234.5", "1 234": "1234", "1 23": "1 23"}),
        (".", "\u2019", {"1\u2019234.5": "1234.5", "1'234.5": "1234.5", "1'23": "1'23"}),
    ],
)
def test_numbers_are_read_as_the_locale_writes_them_or_left_as_they_are(
    page, decimal, group, numbers
):
    custom = {"decimal": decimal, "group": group, "currency": ""}
    read = page.evaluate(
        "([texts, custom]) => texts.map(text => Quintile.plainNumber(text, custom))",
        [list(numbers), custom],
    )
    assert read == list(numbers.values())


def test_what_is_no_row_of_three_cells_changes_nothing_and_says_so(page):
    before = [page.input_value(f"#{name}") for name in FIELDS]
    page.evaluate(PASTE, ["recency_days", "10\t5"])
    assert [page.input_value(f"#{name}") for name in FIELDS] == before
    assert page.inner_text("#paste-problem").startswith("Paste one row of three cells")


def saved(page: Page, button: str) -> bytes:
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    with page.expect_download() as download:
        page.click(button)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = false)")
    return Path(download.value.path()).read_bytes()


def test_a_table_is_saved_as_csv_with_plain_numbers_and_dates(page, sample_build, tmp_path):
    file = tmp_path / "months.csv"
    file.write_bytes(saved(page, "[data-saves-table=months-revenue]"))
    assert file.read_bytes().startswith(codecs.BOM_UTF8)
    with connect(":memory:") as connection:
        rows = connection.execute(f"select columns(*)::varchar from '{file}'").fetchall()
    expected = sample_build.query(
        """select date_trunc('month', ordered_at)::date::varchar, sum(amount), count(*),
            sum(amount) / count(*), count(distinct customer_id)
        from orders group by 1 order by 1"""
    )
    assert [row[0] for row in rows] == [row[0] for row in expected]
    for row, figures in zip(rows, expected, strict=True):
        assert [float(cell) for cell in row[1:5]] == pytest.approx(
            [float(one) for one in figures[1:]]
        )


def test_a_text_that_a_spreadsheet_would_run_is_saved_with_an_apostrophe(page):
    cell = "#months tbody td"
    page.evaluate(f"""document.querySelector("{cell}").dataset.value = '=1+1,"x"'""")
    line = saved(page, "[data-saves-table=months-revenue]").decode().splitlines()[1]
    assert line.startswith('"\'=1+1,""x""",')


def test_a_chart_is_saved_as_png(page):
    picture = saved(page, "[data-saves-chart=months-revenue]")
    assert picture.startswith(b"\x89PNG\r\n")
    assert len(picture) > 5_000
