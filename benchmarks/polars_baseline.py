"""The same job as `dbt build` in Polars and scikit-learn, one process, all threads.

Reads invoices as Parquet with the canonical columns and leaves the same tables as Parquet files. It
knows only what the made-up shop does: no discounts within an invoice, no refunds without a code.
The clustering is the project's function on a sample of as many customers as the project takes.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import numpy as np
import pandas as pd
import polars as pl
from cancelled_units import units_undone

from quintile.segmentation.clustering import CENTROIDS, FEATURES, fit_candidates
from quintile.segmentation.cut_off_fits import fit_candidates_then

ROOT = Path(__file__).parent.parent
FIT_SAMPLE_SIZE = 50_000
HORIZON_DAYS = 180
RFM = ["recency_days", "frequency", "monetary"]
METRICS = {"r": -pl.col("recency_days"), "f": pl.col("frequency"), "m": pl.col("monetary")}


def read_lines(source: str) -> pl.DataFrame:
    ids = ["invoice_id", "stock_code", "customer_id"]
    return (
        pl.scan_parquet(source)
        .with_columns(pl.col(ids).str.strip_chars().str.strip_suffix(".0"))
        .with_columns(amount=pl.col("quantity") * pl.col("unit_price"))
        .collect()
    )


def classify(lines: pl.DataFrame) -> pl.DataFrame:
    seed = pl.read_csv(ROOT / "seeds/non_product_codes.csv")
    codes = seed.filter(~pl.col("is_uci_only"))["code_pattern"]
    pattern = "|".join(code.replace("|_", "_").replace("%", ".*") for code in codes)
    code = pl.col("stock_code").str.to_uppercase()
    sold = lines.select(code.unique()).filter(code.str.contains(f"^(?:{pattern})$"))
    return lines.with_columns(
        line_class=pl.when(pl.col("customer_id").is_null())
        .then(pl.lit("no_customer"))
        .when(code.is_in(sold["stock_code"].to_list()))
        .then(pl.lit("non_product"))
        .when(pl.col("unit_price") < 0)
        .then(pl.lit("adjustment"))
        .when(pl.col("quantity") < 0)
        .then(pl.lit("cancellation"))
        .when(pl.col("quantity") == 0)
        .then(pl.lit("invalid_quantity"))
        .when(pl.col("amount") == 0)
        .then(pl.lit("invalid_price"))
        .otherwise(pl.lit("sale"))
    )


def net(lines: pl.DataFrame) -> pl.DataFrame:
    keys = ["customer_id", "stock_code"]
    cancelled = lines.filter(pl.col("line_class") == "cancellation").select(keys).unique()
    moves = (
        lines.with_row_index("line")
        .filter(pl.col("line_class").is_in(["sale", "cancellation"]))
        .join(cancelled, on=keys, how="semi")
        .with_columns(is_cancellation=pl.col("line_class") == "cancellation")
        .sort(*keys, "invoiced_at", "is_cancellation", "invoice_id", "quantity")
        .with_columns(stack=pl.struct(keys).rle_id())
    )
    undone = moves.select("line").with_columns(
        undone=pl.Series(units_undone(moves["stack"], moves["quantity"]))
    )
    return (
        lines.with_row_index("line")
        .join(undone, on="line", how="left", maintain_order="left")
        .with_columns(pl.col("undone").fill_null(0))
        .with_columns(
            net_amount=(pl.col("quantity") - pl.col("undone")) * pl.col("unit_price"),
            line_class=pl.when((pl.col("undone") > 0) & (pl.col("undone") == pl.col("quantity")))
            .then(pl.lit("cancelled_sale"))
            .otherwise("line_class"),
        )
        .drop("line", "undone")
    )


def funnel(lines: pl.DataFrame) -> pl.DataFrame:
    steps = pl.read_csv(ROOT / "seeds/cleaning_steps.csv").drop_nulls("line_class")
    numbered = lines.join(steps.select("line_class", "step_number"), on="line_class")
    removed = numbered.group_by("step_number").agg(pl.len().alias("lines"), pl.sum("amount"))
    for column in ["invoice_id", "customer_id"]:
        last_seen = numbered.drop_nulls(column).group_by(column).agg(pl.max("step_number"))
        ended = last_seen.group_by("step_number").agg(pl.len().alias(column))
        removed = removed.join(ended, on="step_number", how="left")
    removed = removed.fill_null(0).sort("step_number", descending=True)
    return removed.with_columns(pl.exclude("step_number").cum_sum())


def rfm(orders: pl.DataFrame, as_of: pl.Expr) -> pl.DataFrame:
    return (
        orders.group_by("customer_id")
        .agg(
            first_ordered_at=pl.min("ordered_at"),
            last_ordered_at=pl.max("ordered_at"),
            frequency=pl.len().cast(pl.Int64),
            monetary=pl.sum("amount"),
        )
        .with_columns(
            recency_days=(as_of - pl.col("last_ordered_at").dt.truncate("1d")).dt.total_days(),
            tenure_days=(as_of - pl.col("first_ordered_at").dt.truncate("1d")).dt.total_days(),
        )
    )


def score(customers: pl.DataFrame) -> pl.DataFrame:
    shares = [0.2, 0.4, 0.6, 0.8]
    scores = {}
    for name, value in METRICS.items():
        cuts = [customers.select(value.quantile(share, "linear")).item() for share in shares]
        above = [(value > cut).cast(pl.Int64) for cut in cuts]
        scores[f"{name}_score"] = 1 + pl.sum_horizontal(above)
    fm_score = ((pl.col("f_score") + pl.col("m_score")) / 2).ceil().cast(pl.Int64)
    grid = pl.read_csv(ROOT / "seeds/rfm_segments.csv")
    scored = customers.with_columns(**scores).with_columns(fm_score=fm_score)
    return scored.join(grid, on=["r_score", "fm_score"], how="left")


def with_habits(customers: pl.DataFrame, orders: pl.DataFrame) -> pl.DataFrame:
    gaps = orders.sort("customer_id", "ordered_at").with_columns(
        gap=pl.col("ordered_at").dt.truncate("1d").diff().over("customer_id").dt.total_days()
    )
    own = (
        gaps.drop_nulls("gap")
        .group_by("customer_id")
        .agg(median_interval_days=pl.median("gap"), intervals=pl.len())
        .with_columns(
            usual_interval_days=pl.when(pl.col("intervals") >= 2).then("median_interval_days")
        )
    )
    latest = orders.sort("ordered_at").group_by("customer_id").agg(country=pl.last("country"))
    return (
        customers.join(own, on="customer_id", how="left")
        .join(latest, on="customer_id", how="left")
        .with_columns(
            overdue_ratio=pl.col("recency_days") / pl.col("usual_interval_days"),
            spends_more_than=(pl.col("monetary").rank("min") - 1) / pl.len(),
        )
    )


def last_period(orders: pl.DataFrame, as_of: pl.Expr) -> pl.DataFrame:
    """Customers as they stood before the last period, and what they did in it."""
    start = as_of.dt.offset_by(f"-{HORIZON_DAYS}d")
    came = orders.filter(pl.col("ordered_at") >= start).group_by("customer_id")
    return (
        rfm(orders.filter(pl.col("ordered_at") < start), start)
        .select("customer_id", *RFM)
        .join(
            came.agg(next_orders=pl.len(), next_revenue=pl.sum("amount")),
            on="customer_id",
            how="left",
        )
        .with_columns(pl.col("next_orders", "next_revenue").fill_null(0))
    )


def choose(fits: pd.DataFrame, before: pl.DataFrame) -> pd.DataFrame:
    smallest = fits["customers"] / fits.groupby("n_clusters")["customers"].transform("sum")
    qualified = fits[
        fits["converged"]
        & (smallest.groupby(fits["n_clusters"]).transform("min") >= 0.02)
        & (fits["stability"] >= 0.8)
    ]
    best = qualified.loc[qualified["silhouette"].idxmax()]
    good = qualified[qualified["silhouette"] >= best["silhouette"] - best["silhouette_error"]]
    useful = fit_candidates_then(
        before.to_pandas(), candidates=sorted(set(good["n_clusters"])), random_seed=20111209
    )
    return good[good["n_clusters"] == useful.loc[useful["next_gini"].idxmax(), "n_clusters"]]


def cluster(customers: pl.DataFrame, before: pl.DataFrame) -> pl.DataFrame:
    logs = [pl.col(column).log1p() for column in RFM]
    moments = customers.select(
        *[log.mean().alias(f"{name}_mean") for log, name in zip(logs, FEATURES, strict=True)],
        *[log.std(ddof=0).alias(f"{name}_std") for log, name in zip(logs, FEATURES, strict=True)],
    ).row(0, named=True)
    features = [
        ((log - moments[f"{name}_mean"]) / moments[f"{name}_std"]).round(9).alias(name)
        for log, name in zip(logs, FEATURES, strict=True)
    ]
    customers, before = customers.with_columns(features), before.with_columns(features)
    playbook = pl.read_csv(ROOT / "seeds/segment_playbook.csv")
    drawn = customers.sample(min(len(customers), FIT_SAMPLE_SIZE), seed=1)
    known = before.select(
        "customer_id", "next_orders", *[pl.col(name).alias(f"{name}_before") for name in FEATURES]
    )
    sample = drawn.join(known, on="customer_id", how="left").to_pandas()
    fits = fit_candidates(
        sample, candidates=range(3, 9), random_seed=20111209, period_days=HORIZON_DAYS
    )
    chosen = choose(fits, before.join(drawn.select("customer_id"), on="customer_id"))

    def nearest(frame: pl.DataFrame) -> np.ndarray:
        return np.linalg.norm(
            frame[FEATURES].to_numpy()[:, None] - chosen[CENTROIDS].to_numpy(), axis=2
        )

    ids = chosen["cluster_id"].to_numpy()
    lifts = (
        before.with_columns(cluster_id=ids[nearest(before).argmin(axis=1)])
        .group_by("cluster_id")
        .agg(lift=pl.mean("next_revenue") / before["next_revenue"].mean())
        .with_columns(
            marketing_tier=pl.when(pl.col("lift") >= 1.5)
            .then(pl.lit("High"))
            .when(pl.col("lift") >= 0.5)
            .then(pl.lit("Medium"))
            .otherwise(pl.lit("Low"))
        )
    )
    labels = pl.from_pandas(chosen[["cluster_id", "cluster_label", "playbook_label"]])
    distances = nearest(customers)
    return (
        customers.with_columns(
            cluster_id=ids[distances.argmin(axis=1)], centroid_distance=distances.min(axis=1)
        )
        .join(labels, on="cluster_id")
        .join(lifts, on="cluster_id", how="left")
        .join(playbook, left_on="playbook_label", right_on="cluster_label")
    )


def main(source: str, folder: str) -> None:
    start = time.perf_counter()
    tables = {"stg_invoice_lines": read_lines(source)}
    lines = classify(tables["stg_invoice_lines"])
    dated = lines.filter(pl.col("line_class").is_in(["sale", "cancellation"]))
    as_of = pl.lit(dated["invoiced_at"].max()).dt.truncate("1d").dt.offset_by("1d")
    del dated
    lines = tables["invoice_lines"] = net(lines)
    tables["cleaning_audit"] = funnel(lines)
    tables["orders"] = (
        lines.filter(pl.col("line_class") == "sale")
        .group_by("invoice_id", "customer_id")
        .agg(
            ordered_at=pl.min("invoiced_at"),
            country=pl.max("country"),
            amount=pl.sum("net_amount"),
        )
    )
    orders = tables["orders"]
    tables["customer_rfm"] = rfm(orders, as_of)
    customers = with_habits(score(tables["customer_rfm"]), orders)
    tables["segments"] = cluster(customers, last_period(orders, as_of))
    tables["segment_profiles"] = (
        tables["segments"]
        .group_by("cluster_id")
        .agg(
            pl.col("recency_days", "frequency", "monetary").mean().name.prefix("mean_"),
            pl.col("recency_days", "frequency", "monetary").median().name.prefix("median_"),
        )
    )
    for name, table in tables.items():
        table.write_parquet(Path(folder) / f"{name}.parquet")
    print(time.perf_counter() - start)


if __name__ == "__main__":
    main(*sys.argv[1:])
