"""What customers are expected to spend, and how far to trust it."""

from __future__ import annotations

from quintile.report import charts, formats
from quintile.report.chapters.rfm import shares_chart
from quintile.report.colours import RED, SOFT, TIERS
from quintile.report.database import ReportDatabase, Row
from quintile.report.exhibits import Chart, Exhibit, Section, Table, tabulate

CLASSES = dict(zip("ABC", TIERS.values(), strict=True))


def value(tables: ReportDatabase) -> Section:
    """Expected spend by class, and predicted beside actual spend where the data allow it."""
    classes = tables.rows("expected_value")
    queries = ["select * from customer_value order by expected_spend desc"]
    exhibits, further = [_expected(classes)], []
    if not tables.without_rows(["value_totals"]):
        queries.append("select * from value_totals")
    if not tables.without_rows(["value_backtest", "value_calibration"]):
        queries += [
            "select * from value_calibration order by cut_off, model, outcome, decile",
            "select * from value_backtest order by cut_off, model",
        ]
        exhibits += _calibration(tables)
        further.append(_models(tables))
    if not tables.without_rows(["next_order_backtest"]):
        queries.append("select * from next_order_backtest order by cut_off")
        further.append(_next_orders(tables))
    if not tables.without_rows(["cohort_value"]):
        queries.append("select * from cohort_value order by cohort_month, months_since")
        further.append(_cohorts(tables))
    best = classes[0]
    return Section(
        "value",
        "Lifetime value",
        f"{_headline(tables, classes)} The model is {best['value_model']}: "
        f"{best['why_this_model']}.",
        queries,
        exhibits,
        further,
    )


def _headline(tables: ReportDatabase, classes: list[Row]) -> str:
    total = formats.money(sum(row["expected_spend"] for row in classes))
    share = (
        f"{formats.percent(classes[0]['spend_share'])} of it comes from the "
        f"{formats.count(classes[0]['customers'])} customers of class {classes[0]['abc_class']}."
    )
    if tables.without_rows(["value_totals"]):
        return f"In the next period, customers are expected to spend {total}; {share}"
    [row] = tables.rows("value_totals")
    past = [
        f"the last {row['period_days']} days brought {formats.money(row['spend_last_period'])}"
        if row["spend_last_period"] is not None
        else "",
        f"the same days a year before {formats.money(row['spend_year_before'])}"
        if row["spend_year_before"] is not None
        else "",
    ]
    beside = formats.joined([words for words in past if words])
    return (
        f"In the next {row['period_days']} days, today's customers are expected to spend {total} "
        f"(80% interval: {formats.money(row['spend_p10'])} to {formats.money(row['spend_p90'])}); "
        f"{share} {beside[:1].upper()}{beside[1:]}{', new customers included. ' if beside else ''}"
        f"{row['note']}"
    )


def _expected(classes: list[Row]) -> Exhibit:
    return Exhibit(
        "Class A are the customers who make up the first 80% of the expected spend, B the next "
        "15%, C the rest: what is lost with one customer of A weighs most.",
        [
            shares_chart(
                "expected",
                "Share of customers and of expected spend, by class",
                [row["abc_class"] for row in classes],
                CLASSES,
                ("Customers", [row["customer_share"] for row in classes]),
                ("Expected spend", [row["spend_share"] for row in classes]),
            )
        ],
        tabulate(
            "Expected by class",
            classes,
            {
                "Class": ("abc_class", formats.text),
                "Customers": ("customers", formats.count),
                "Expected spend": ("expected_spend", formats.money),
                "Share": ("spend_share", formats.percent),
                "Mean probability of an order": ("purchase_probability", formats.percent),
            },
        ),
    )


def _calibration(tables: ReportDatabase) -> list[Exhibit]:
    deciles = tables.rows("calibration")
    if not deciles:
        return []
    summary = "; ".join(
        f"decile {row['decile']}, predicted {formats.money(row['mean_predicted'])} and spent "
        f"{formats.money(row['mean_actual'])}"
        for row in deciles
    )
    return [
        Exhibit(
            "The same model, asked about a period that has ended "
            f"(from {formats.date(deciles[0]['cut_off'])}): where line and bar agree, the forecast "
            "was right for that tenth of the customers. Trust classes, not pennies.",
            [
                Chart(
                    "calibration",
                    "Calibration: predicted and actual spend",
                    summary,
                    charts.calibration(deciles),
                    key={"spent": SOFT, "predicted": RED},
                )
            ],
            tabulate(
                "Predicted and actual spend per customer",
                deciles,
                {
                    "Decile": ("decile", formats.count),
                    "Customers": ("customers", formats.count),
                    "Predicted": ("mean_predicted", formats.money),
                    "Spent": ("mean_actual", formats.money),
                },
            ),
        )
    ]


def _models(tables: ReportDatabase) -> Table:
    rows = [
        row | {"served": "yes" if row["is_served"] else "no"} for row in tables.rows("value_models")
    ]
    return tabulate(
        "The models at the latest cut-off, which chose none of them",
        rows,
        {
            "Model": ("model", formats.text),
            "Served": ("served", formats.text),
            "Customers": ("customers", formats.count),
            "Mean error": ("mae", formats.money),
            "Bias": ("bias", formats.percent),
            "Rank correlation": ("spearman", formats.decimal),
            "Normalised Gini": ("normalised_gini", formats.decimal),
            "Revenue of the top tenth": ("top_decile_revenue_share", formats.percent),
            "Within the 80% interval": ("interval_coverage", formats.percent),
            "AUC of another order": ("auc", formats.decimal),
            "Its Brier score": ("brier_score", formats.decimal),
        },
    )


def _next_orders(tables: ReportDatabase) -> Table:
    return tabulate(
        "Days between due date and next order, in the median, of customers who did order again",
        tables.rows("next_order_backtest"),
        {
            "As known on": ("cut_off", formats.date),
            "Customers": ("customers", formats.count),
            "Own rhythm": ("median_error_days", formats.tenths),
            "The shop's median gap": ("shop_gap_median_error_days", formats.tenths),
        },
    )


def _cohorts(tables: ReportDatabase) -> Table:
    return tabulate(
        "What customers have been worth since the month they came, complete months only",
        tables.rows("cohort_value"),
        {
            "Came in": ("cohort_month", formats.month),
            "Customers": ("customers", formats.count),
            "Active after 1 month": ("active_after_1", formats.percent),
            "Active after 3": ("active_after_3", formats.percent),
            "Active after 12": ("active_after_12", formats.percent),
            "Spend each in that month": ("spend_after_0", formats.money),
            "Up to 3 months later": ("spend_after_3", formats.money),
            "Up to 6": ("spend_after_6", formats.money),
            "Up to 12": ("spend_after_12", formats.money),
        },
    )
