"""How good it all is: what segments did later, how steady they are, how right forecasts were."""

from __future__ import annotations

from quintile.report import charts, formats
from quintile.report.chapters.clusters import label_colours, label_tiers
from quintile.report.chapters.grid import segment_colours
from quintile.report.colours import ACCENT, BLUE, RED, SOFT, TIERS
from quintile.report.database import ReportDatabase, Row
from quintile.report.exhibits import Chart, Columns, Exhibit, Section, Table, tabulate

KINDS = {
    "cluster_label": "groups",
    "rfm_segment": "names of the grid",
    "spend_decile": "tenths by past spend",
}
MODELS = {
    "past_spend": "past spend",
    "bg_nbd": "buying rhythm",
    "boosted_trees": "decision trees",
    "blend": "a blend of three methods",
}


def backtest(tables: ReportDatabase) -> Section:
    """What segments did after they were named."""
    rows = tables.rows("backtest")
    of_kind = {kind: [row for row in rows if row["segmentation"] == kind] for kind in KINDS}
    of_kind = {kind: outcomes for kind, outcomes in of_kind.items() if outcomes}
    grey = {row["segment"]: TIERS["Low"] for row in rows}
    rules = [row["segment"] for row in of_kind.get("rfm_segment", [])]
    colours = {
        "cluster_label": label_colours(tables, grey),
        "rfm_segment": segment_colours(tables, rules),
        "spend_decile": grey,
    }
    outcomes = next(iter(of_kind.values()))
    current = [row for row in outcomes if row["segment"] in label_tiers(tables)]
    if len(current) > 1:
        outcomes = current
    best, worst = outcomes[0], outcomes[-1]
    ranking = _ranking(tables)
    return Section(
        "backtest",
        "Did groups do what they promised?",
        f"Of {best['segment']}, {formats.percent(best['active_share'])} ordered again in the "
        f"period after they were named; of {worst['segment']}, "
        f"{formats.percent(worst['active_share'])}.",
        [_outcomes(kind, rows, colours[kind]) for kind, rows in of_kind.items()],
        [ranking] if ranking else [],
    )


def _outcomes(kind: str, rows: list[Row], colours: dict[str, str]) -> Exhibit:
    return Exhibit(
        f"A dot is the share of the customers, by {KINDS[kind]}, who ordered in the period after a "
        "month end, over all month ends whose period has passed; the bar spans the middle half of "
        "those month ends. A group earns its name where its dot stands apart."
        + (
            " Groups were formed again for each month end from what was known then. Groups with a "
            "name of today are in colour."
            if kind == "cluster_label"
            else ""
        ),
        [
            Chart(
                f"active-{kind.replace('_', '-')}",
                f"Ordered again, by {KINDS[kind]}",
                "; ".join(
                    f"{row['segment']}, {formats.percent(row['active_share'])}" for row in rows
                ),
                charts.active_shares(rows, colours),
            )
        ],
        tabulate(
            f"After they were named, by {KINDS[kind]}",
            rows,
            {
                "Name": ("segment", formats.text),
                "Month ends": ("cut_offs", formats.count),
                "Customers, summed": ("customers", formats.count),
                "Ordered again": ("active_share", formats.percent),
                "A quarter below": ("lower_quartile", formats.percent),
                "A quarter above": ("upper_quartile", formats.percent),
                "Spent per customer": ("revenue_per_customer", formats.money),
                "Share of revenue": ("revenue_share", formats.percent),
            },
        ),
    )


def _ranking(tables: ReportDatabase) -> Table | None:
    if tables.without_rows(["segment_gini"]):
        return None
    rows = [
        row | {"kind": KINDS.get(row["segmentation"], row["segmentation"])}
        for row in tables.rows("ranking")
    ]
    caption = (
        "How well each ranks who spends next (normalised Gini coefficient; 1 = as good as "
        "knowing). Groups are for acting, not for ranking"
    )
    columns: Columns = {
        "Ranked by": ("kind", formats.text),
        "Normalised Gini": ("normalised_gini", formats.decimal),
        "Month ends": ("cut_offs", formats.count),
    }
    return tabulate(caption, rows, columns) if rows else None


def number_of_clusters(tables: ReportDatabase) -> Section:
    """Why there are as many clusters as there are, and how steady they are."""
    fits = tables.rows("why_this_k")
    [chosen] = [fit for fit in fits if fit["is_chosen"]]
    groups = formats.counted(chosen["n_clusters"], "group")
    number = f"There {'is' if chosen['n_clusters'] == 1 else 'are'} {groups}."
    summary = "; ".join(
        f"{formats.counted(fit['n_clusters'], 'group')}, "
        f"silhouette {formats.decimal(fit['silhouette'])} and "
        f"stability {formats.decimal(fit['stability'])}" + (", chosen" if fit["is_chosen"] else "")
        for fit in fits
    )
    return Section(
        "number-of-clusters",
        "Would other customers give the same groups?",
        number
        + (
            ""
            if chosen["stability"] is None
            else " Made again from customers drawn at random, groups agree to "
            f"{formats.percent(chosen['stability'])}."
        ),
        [
            Exhibit(
                f"Why {formats.count(chosen['n_clusters'])}: "
                f"{chosen['why_this_k'].removeprefix('chosen: ')}. Higher is "
                "better for both lines. Silhouette says how well the groups are separated; "
                "stability, how far groups of customers drawn at random agree (1 = the same every "
                "time). The shaded number was chosen.",
                [
                    Chart(
                        "candidates",
                        "Separation and stability by number of groups",
                        summary,
                        charts.number_of_clusters(fits),
                        key={"silhouette": ACCENT, "stability": BLUE},
                    )
                ],
                tabulate(
                    "The numbers of groups that were tried",
                    fits,
                    {
                        "Groups": ("n_clusters", formats.count),
                        "Why, or why not": ("verdict", formats.text),
                        "Silhouette": ("silhouette", formats.decimal),
                        "Stability": ("stability", formats.decimal),
                        "Smallest group": ("smallest_share", formats.percent),
                    },
                ),
            )
        ],
    )


def forecasts(tables: ReportDatabase) -> Section | None:
    """Predicted beside actual spend in a period that has ended."""
    deciles = tables.rows("calibration")
    if not deciles:
        return None
    predicted = sum(row["mean_predicted"] * row["customers"] for row in deciles)
    actual = sum(row["mean_actual"] * row["customers"] for row in deciles)
    cut_off = formats.date(deciles[0]["cut_off"])
    summary = "; ".join(
        f"tenth {row['decile']}, predicted {formats.money(row['mean_predicted'])} and spent "
        f"{formats.money(row['mean_actual'])}"
        for row in deciles
    )
    models = [row | {"model": MODELS[row["model"]]} for row in tables.rows("value_models")]
    [served] = [row["model"] for row in models if row["is_served"]] or ["unknown"]
    [reason] = {row["why_this_model"] for row in tables.rows("expected_value", is_shown=False)}
    return Section(
        "calibration",
        "How right were forecasts?",
        f"Asked on {cut_off}, the forecast was {formats.money(predicted)} for the period that "
        f"followed; the customers spent {formats.money(actual)}.",
        [
            Exhibit(
                "Where line and bar agree, the forecast was right for that tenth of the customers. "
                f"Trust tenths, not pennies. The method is {served}: {reason}.",
                [
                    Chart(
                        "calibration",
                        "Predicted and actual spend",
                        summary,
                        charts.calibration(deciles),
                        key={"spent": SOFT, "predicted": RED},
                    )
                ],
                tabulate(
                    "Predicted and actual spend per customer",
                    deciles,
                    {
                        "Tenth": ("decile", formats.count),
                        "Customers": ("customers", formats.count),
                        "Predicted": ("mean_predicted", formats.money),
                        "Spent": ("mean_actual", formats.money),
                    },
                ),
            )
        ],
        [_models(models), *_next_orders(tables)],
    )


def _models(rows: list[Row]) -> Table:
    return tabulate(
        "The methods at the latest date that can be judged, which chose none of them",
        [row | {"served": "yes" if row["is_served"] else "no"} for row in rows],
        {
            "Method": ("model", formats.text),
            "In use": ("served", formats.text),
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


def _next_orders(tables: ReportDatabase) -> list[Table]:
    if tables.without_rows(["next_order_backtest"]):
        return []
    return [
        tabulate(
            "Days between due date and next order, in the median, of customers who ordered again",
            tables.rows("next_order_backtest"),
            {
                "As known on": ("cut_off", formats.day),
                "Customers": ("customers", formats.count),
                "Own rhythm": ("median_error_days", formats.tenths),
                "The shop's median gap": ("shop_gap_median_error_days", formats.tenths),
            },
        )
    ]


def cleaning(tables: ReportDatabase) -> Section:
    """What each step of the cleaning removed."""
    steps = tables.rows("cleaning_funnel")
    lines, kept = steps[0]["lines_after"], steps[-1]
    telling = [step for step in steps if step["lines_removed"] or step is steps[0]]
    largest = max(telling, key=lambda step: step["lines_removed"])
    finding = (
        f"Of {formats.counted(lines, 'line')}, "
        f"{formats.counted(kept['lines_after'], 'is', 'are')} "
        f"the sales behind the customers ({formats.percent(kept['lines_after'] / lines)}), "
        f"worth {formats.money(kept['amount_after'])}."
    )
    if largest["lines_removed"]:
        finding += (
            f" The largest part of the others, {formats.count(largest['lines_removed'])}, went at "
            f"one step: {largest['step']}."
        )
    summary = "; ".join(
        f"{step['step']}, {formats.count(step['lines_removed'])} removed and "
        f"{formats.count(step['lines_after'])} left"
        for step in telling
    )
    return Section(
        "cleaning",
        "What was counted, and what was not",
        finding,
        [
            Exhibit(
                "Read downwards: each bar is what a step left of the lines, its red end what it "
                "removed. Steps that removed no line are in the table only.",
                [
                    Chart(
                        "funnel",
                        "Invoice lines, step by step",
                        summary,
                        charts.funnel(telling),
                        key={"left by the step": ACCENT, "removed by it": RED},
                    )
                ],
                tabulate(
                    "What each step removed, and what was left",
                    steps,
                    {
                        "Step": ("step", formats.text),
                        "What it removes": ("meaning", formats.text),
                        "Lines removed": ("lines_removed", formats.count),
                        "Lines left": ("lines_after", formats.count),
                        "Customers left": ("customers_after", formats.count),
                        "Amount removed": ("amount_removed", formats.money),
                        "Amount left": ("amount_after", formats.money),
                    },
                ),
            )
        ],
        [table for table in (_files(tables), _unreadable(tables), _no_products(tables)) if table],
    )


def _files(tables: ReportDatabase) -> Table | None:
    columns: Columns = {
        "File": ("file_name", formats.text),
        "Lines": ("lines_read", formats.count),
        "First day": ("first_day", formats.day),
        "Last day": ("last_day", formats.day),
    }
    if tables.without_rows(["stg_invoice_lines"]):
        return None
    return tabulate("The files that were read", tables.rows("input_files"), columns)


def _unreadable(tables: ReportDatabase) -> Table | None:
    columns: Columns = {
        "Reason": ("reason", formats.text),
        "Column": ("column_name", formats.text),
        "Lines": ("lines_rejected", formats.count),
        "For example in": ("file_name", formats.text),
        "On line": ("line_number", formats.count),
    }
    if tables.without_rows(["rejected_lines"]):
        return None
    rows = [row | row["example"] for row in tables.rows("unreadable_lines")]
    return tabulate("Lines that could not be read: the ten most frequent reasons", rows, columns)


def _no_products(tables: ReportDatabase) -> Table | None:
    columns: Columns = {
        "Code": ("stock_code", formats.text),
        "Description": ("description", formats.text),
        "Country": ("country", formats.text),
        "Lines": ("lines_set_aside", formats.count),
        "Amount": ("amount", formats.money),
    }
    if tables.without_rows(["invoice_lines"]):
        return None
    rows = tables.rows("set_aside_products")
    caption = "What was set aside as no product: the ten most frequent codes"
    return tabulate(caption, rows, columns) if rows else None


def glossary(_: ReportDatabase) -> Section:
    """What the words of the page mean."""
    return Section(
        "glossary",
        "What the words mean",
        "Money is net of cancellations everywhere.",
        part="glossary.html",
    )
