"""What customers are expected to spend, and how far to trust it."""

from __future__ import annotations

from quintile.report import charts, formats
from quintile.report.chapters.rfm import shares_chart
from quintile.report.colours import RED, SOFT, TIERS
from quintile.report.database import ReportDatabase, Row
from quintile.report.exhibits import Chart, Exhibit, Section, Table, tabulate


def value(tables: ReportDatabase) -> Section:
    """Expected spend by tier, and predicted beside actual spend where the data allow it."""
    tiers = tables.rows("expected_value")
    best = tiers[0]
    queries = ["select * from customer_value order by expected_spend desc"]
    exhibits, further = [_expected(tiers)], []
    if not tables.without_rows(["value_backtest", "value_calibration"]):
        queries += [
            "select * from value_calibration order by cut_off, model, decile",
            "select * from value_backtest order by cut_off, model",
        ]
        exhibits += _calibration(tables)
        further = [_models(tables)]
    total = sum(row["expected_spend"] for row in tiers)
    return Section(
        "value",
        "Lifetime value",
        f"{_period(tables)}, customers are expected to spend {formats.money(total)}; "
        f"{formats.percent(best['spend_share'])} of it comes from the "
        f"{best['predicted_value_tier']} tier. The model is {best['value_model']} "
        f"({best['why_this_model']}).",
        queries,
        exhibits,
        further,
    )


def _period(tables: ReportDatabase) -> str:
    if tables.without_rows(["value_cut_offs"]):
        return "In the next period"
    [row] = tables.rows("value_horizon")
    return f"In the next {row['horizon_days']} days"


def _expected(tiers: list[Row]) -> Exhibit:
    return Exhibit(
        "The tiers here are those of expected spend: High is the top fifth of the customers, Low "
        "the bottom two fifths.",
        [
            shares_chart(
                "expected",
                "Share of customers and of expected spend, by tier",
                [row["predicted_value_tier"] for row in tiers],
                TIERS,
                ("Customers", [row["customer_share"] for row in tiers]),
                ("Expected spend", [row["spend_share"] for row in tiers]),
            )
        ],
        tabulate(
            "Expected by tier",
            tiers,
            {
                "Tier": ("predicted_value_tier", formats.text),
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
            "was right for that tenth of the customers. Trust tiers, not pennies.",
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
        },
    )
