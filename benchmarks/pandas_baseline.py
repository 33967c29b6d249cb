"""The same job as `dbt build`, as a notebook would do it: one process, pandas and scikit-learn.

Reads invoices as Parquet with the columns of UCI Online Retail or the canonical ones, and leaves
the same tables as Parquet files. It knows only what these shops do: no discounts within an invoice,
no refunds without a stock code, no receipt numbers that start again. Clusters are fitted and judged
on all customers, by plain calls of scikit-learn; stability and names are measures of the project's
own, so its functions give these.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import numpy as np
import pandas as pd
from cancelled_units import units_undone
from sklearn.cluster import KMeans
from sklearn.metrics import calinski_harabasz_score, davies_bouldin_score, silhouette_samples

from quintile.inputs.column_matching import match_columns
from quintile.segmentation.clustering import FEATURES, bootstrap_stability
from quintile.segmentation.cut_off_fits import fit_candidates_then
from quintile.segmentation.labels import (
    describe_clusters,
    name_clusters,
    told_apart,
    usual_interval,
)

ROOT = Path(__file__).parent.parent
RANDOM_SEED = 20111209
HORIZON_DAYS = 180
METRICS = ["recency_days", "frequency", "monetary"]


def read_lines(path: str) -> pd.DataFrame:
    lines = pd.read_parquet(path)
    names = list(lines.columns)
    columns = match_columns(lines.columns, invoice_columns={}, where=path)
    lines = lines.rename(columns={lines.columns[at]: name for name, at in columns.items()})
    for column in ["invoice_id", "stock_code", "customer_id"]:
        text = lines[column].astype("string").str.strip().str.removesuffix(".0")
        lines[column] = text.where(text != "")
    lines["has_uci_headers"] = "InvoiceNo" in names
    lines["invoiced_at"] = pd.to_datetime(lines["invoiced_at"])
    return lines.assign(amount=lines["quantity"] * lines["unit_price"])


def classify(lines: pd.DataFrame) -> pd.Series:
    seed = pd.read_csv(ROOT / "seeds/non_product_codes.csv")
    codes = seed.loc[lines["has_uci_headers"].any() | ~seed["is_uci_only"], "code_pattern"]
    stock_codes = lines["stock_code"].str.upper()
    sold = stock_codes.drop_duplicates().dropna()
    patterns = codes.str.replace("|_", "_").str.replace("%", ".*")
    non_products = sold[sold.str.fullmatch("|".join(patterns))]
    rules = {
        "no_customer": lines["customer_id"].isna(),
        "non_product": stock_codes.isin(non_products),
        "adjustment": lines["unit_price"] < 0,
        "cancellation": lines["quantity"] < 0,
        "invalid_quantity": lines["quantity"] == 0,
        "invalid_price": lines["amount"] == 0,
    }
    return pd.Series(
        np.select([rule.to_numpy(bool) for rule in rules.values()], list(rules), "sale"),
        index=lines.index,
    )


def match_cancellations(lines: pd.DataFrame) -> pd.Series:
    """Units undone of each purchase line, latest purchase first."""
    moves = lines[lines["line_class"].isin(["sale", "cancellation"])]
    keys = ["customer_id", "stock_code"]
    cancelled = moves.loc[moves["line_class"] == "cancellation", keys].drop_duplicates()
    moves = moves.reset_index().merge(cancelled, on=keys)
    moves["is_cancellation"] = moves["line_class"] == "cancellation"
    moves = moves.sort_values([*keys, "invoiced_at", "is_cancellation", "invoice_id", "quantity"])
    stacks = moves.groupby(keys, sort=False).ngroup()
    undone = pd.Series(units_undone(stacks.tolist(), moves["quantity"].tolist()), moves["index"])
    return undone.reindex(lines.index, fill_value=0)


def funnel(lines: pd.DataFrame) -> pd.DataFrame:
    steps = pd.read_csv(ROOT / "seeds/cleaning_steps.csv").dropna(subset="line_class")
    lines = lines.merge(steps[["line_class", "step_number"]], on="line_class")
    by_step = lines.groupby("step_number")["amount"].agg(["size", "sum"])
    for column in ["invoice_id", "customer_id"]:
        last_seen = lines.groupby(column)["step_number"].max()
        by_step[column] = last_seen.groupby(last_seen).size()
    return by_step.iloc[::-1].cumsum()


def sum_orders(lines: pd.DataFrame) -> pd.DataFrame:
    sales = lines[lines["line_class"] == "sale"]
    return sales.groupby(["invoice_id", "customer_id"], as_index=False).agg(
        ordered_at=("invoiced_at", "min"), amount=("net_amount", "sum")
    )


def rfm(orders: pd.DataFrame, as_of: pd.Timestamp) -> pd.DataFrame:
    customers = orders.groupby("customer_id", as_index=False).agg(
        first_ordered_at=("ordered_at", "min"),
        last_ordered_at=("ordered_at", "max"),
        frequency=("ordered_at", "size"),
        monetary=("amount", "sum"),
    )
    customers["recency_days"] = (as_of - customers["last_ordered_at"].dt.normalize()).dt.days
    customers["tenure_days"] = (as_of - customers["first_ordered_at"].dt.normalize()).dt.days
    return customers


def score(customers: pd.DataFrame) -> pd.DataFrame:
    values = {
        "r_score": -customers["recency_days"],
        "f_score": customers["frequency"],
        "m_score": customers["monetary"],
    }
    for column, value in values.items():
        cuts = value.quantile([0.2, 0.4, 0.6, 0.8]).to_numpy()
        customers[column] = 1 + (value.to_numpy()[:, None] > cuts).sum(axis=1)
    customers["fm_score"] = np.ceil((customers["f_score"] + customers["m_score"]) / 2).astype(int)
    grid = pd.read_csv(ROOT / "seeds/rfm_segments.csv")
    return customers.merge(grid, on=["r_score", "fm_score"], how="left")


def last_period(orders: pd.DataFrame, as_of: pd.Timestamp) -> tuple[pd.DataFrame, int]:
    """Customers as they stood before the last period, and what they did in it; its days."""
    days = min(HORIZON_DAYS, (as_of - orders["ordered_at"].min().normalize()).days // 2)
    start = as_of - pd.Timedelta(days=days)
    before = rfm(orders[orders["ordered_at"] < start], start)
    came = orders[orders["ordered_at"] >= start].groupby("customer_id")["amount"]
    ids = before["customer_id"]
    return before.assign(
        next_orders=ids.map(came.size()).fillna(0), next_revenue=ids.map(came.sum()).fillna(0.0)
    ), days


def rhythms(orders: pd.DataFrame) -> pd.DataFrame:
    days = orders.sort_values(["customer_id", "ordered_at"])
    gaps = days["ordered_at"].dt.normalize().groupby(days["customer_id"]).diff().dt.days
    own = gaps.groupby(days["customer_id"]).agg(["median", "count"])
    return pd.DataFrame(
        {
            "median_interval_days": own["median"],
            "usual_interval_days": own["median"].where(own["count"] >= 2),
        }
    ).reset_index()


def choose_model(points: np.ndarray, before: pd.DataFrame) -> KMeans:
    """Fit 3 to 8 clusters; of those that are large and stable enough and as good, the most useful.

    Silhouettes within a standard error of the best are as good, and those clusters are the most
    useful that, fitted before the last period, rank its revenue best.
    """
    useful = fit_candidates_then(before, candidates=range(3, 9), random_seed=RANDOM_SEED)
    ginis = useful.groupby("n_clusters")["next_gini"].first()
    qualified = []
    for k in range(3, 9):
        model = KMeans(k, n_init=10, random_state=RANDOM_SEED).fit(points)
        silhouettes = silhouette_samples(points, model.labels_)
        mean, error = silhouettes.mean(), silhouettes.std(ddof=1) / np.sqrt(len(points))
        stability = bootstrap_stability(
            points, model.labels_, n_clusters=k, random_seed=RANDOM_SEED
        )
        smallest_share = np.bincount(model.labels_).min() / len(points)
        davies_bouldin = davies_bouldin_score(points, model.labels_)
        calinski_harabasz = calinski_harabasz_score(points, model.labels_)
        print(
            f"{k} clusters: silhouette {mean:.3f}, stability {stability:.3f}, "
            f"Davies-Bouldin {davies_bouldin:.3f}, Calinski-Harabasz {calinski_harabasz:,.0f}",
            file=sys.stderr,
        )
        if model.n_iter_ < model.max_iter and smallest_share >= 0.02 and stability >= 0.8:
            qualified.append((mean, error, ginis[k], k, model))
    best, error, *_ = max(qualified, key=lambda fit: fit[0])
    good = [fit for fit in qualified if fit[0] >= best - error]
    return max(good, key=lambda fit: fit[2:4])[-1]


def cluster(customers: pd.DataFrame, orders: pd.DataFrame, as_of: pd.Timestamp) -> pd.DataFrame:
    before, days = last_period(orders, as_of)
    logs = np.log1p(customers[METRICS].to_numpy(float))
    means, spreads = logs.mean(axis=0), logs.std(axis=0)
    customers[FEATURES] = ((logs - means) / spreads).round(9)
    model = choose_model(customers[FEATURES].to_numpy(), before)
    by_value = customers.groupby(model.labels_)["monetary"].mean().sort_values(ascending=False)
    centroids = model.cluster_centers_[by_value.index]

    def distances(points: np.ndarray) -> np.ndarray:
        return np.linalg.norm(points[:, None] - centroids, axis=2)

    to_each = distances(customers[FEATURES].to_numpy())
    was_near = distances((np.log1p(before[METRICS].to_numpy(float)) - means) / spreads)
    before["cluster"] = was_near.argmin(axis=1)
    customers = customers.merge(rhythms(orders), on="customer_id", how="left")
    interval = usual_interval(customers)
    facts = describe_clusters(customers, to_each.argmin(axis=1), interval=interval, returned=before)
    kinds = name_clusters(facts, interval=interval, period_days=days)
    lifts = before.groupby("cluster")["next_revenue"].mean() / before["next_revenue"].mean()
    named = pd.DataFrame(
        {
            "cluster_id": range(1, len(kinds) + 1),
            "cluster_label": told_apart(kinds, centroids),
            "playbook_label": kinds,
            "marketing_tier": np.select([lifts >= 1.5, lifts >= 0.5], ["High", "Medium"], "Low"),
        }
    )
    playbook = pd.read_csv(ROOT / "seeds/segment_playbook.csv")
    customers["cluster_id"] = 1 + to_each.argmin(axis=1)
    customers["centroid_distance"] = to_each.min(axis=1)
    return customers.merge(named, on="cluster_id").merge(
        playbook.rename(columns={"cluster_label": "playbook_label"}), on="playbook_label"
    )


def main(source: str, folder: str) -> None:
    start = time.perf_counter()
    tables = {"stg_invoice_lines": read_lines(source)}
    lines = tables["stg_invoice_lines"].assign(line_class=classify)
    dated = lines["line_class"].isin(["sale", "cancellation"])
    as_of = lines.loc[dated, "invoiced_at"].max().normalize()
    undone = match_cancellations(lines)
    lines["net_amount"] = (lines["quantity"] - undone) * lines["unit_price"]
    lines.loc[(undone > 0) & (undone == lines["quantity"]), "line_class"] = "cancelled_sale"
    tables["invoice_lines"] = lines
    tables["cleaning_audit"] = funnel(lines)
    tables["orders"] = sum_orders(lines)
    as_of += pd.Timedelta(days=1)
    tables["customer_rfm"] = rfm(tables["orders"], as_of)
    tables["segments"] = cluster(score(tables["customer_rfm"].copy()), tables["orders"], as_of)
    clusters = tables["segments"].groupby("cluster_id")[["recency_days", "frequency", "monetary"]]
    tables["segment_profiles"] = clusters.agg(["mean", "median"])
    for name, table in tables.items():
        table.to_parquet(Path(folder) / f"{name}.parquet")
    print(f"{len(lines)} lines, {len(tables['segments'])} customers", file=sys.stderr)
    print(time.perf_counter() - start)


if __name__ == "__main__":
    main(*sys.argv[1:])
