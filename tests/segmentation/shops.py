"""A shop's orders in memory, and what the models up to segments make of them."""

from __future__ import annotations

import datetime as dt
import json

import duckdb
import pandas as pd
import pyarrow as pa
from compiled_models import CompiledModels
from conftest import ROOT

from quintile.sample import odd_shop
from quintile.segmentation.refits import LastBuild, decide, fit_if_due

BEFORE_THE_FIT = [
    "customer_rfm",
    "rfm_thresholds",
    "rfm_scores",
    "last_period",
    "last_period_customers",
    "customer_habits",
    "spend_shares",
    "current_feature_stats",
    "cluster_sample",
]
AFTER_THE_FIT = [
    "cluster_candidates",
    "cluster_lifts",
    "cluster_model",
    "cluster_features",
    "cluster_assignments",
    "segment_reasons",
    "segments",
    "cluster_deviations",
    "segment_profiles",
]
KEPT = {"fits": "kmeans_fits", "model": "cluster_model", "log": "model_drift"}
SEED = 20111209


class Shop:
    """Orders that nobody cancelled, and what builds make of them at one as-of date after another.

    Attributes:
        connection: Holds the tables of the last build.
    """

    def __init__(self, models: CompiledModels, orders: pa.Table | pd.DataFrame):
        """Take orders: `customer_id`, `ordered_at`, `amount`, and any other columns."""
        self._models = models
        self.connection = duckdb.connect()
        self.connection.execute("attach ':memory:' as quintile; use quintile")
        self.connection.register("lines", orders)
        self.connection.execute(
            f"""
            create table all_orders as
            select
                customer_id, cast(ordered_at as timestamp) as ordered_at,
                cast(row_number() over (order by ordered_at, customer_id) as varchar) as invoice_id,
                cast(1 as decimal(18, 4)) as units, cast(amount as decimal(18, 4)) as amount
            from lines;
            create table segment_grid as from read_csv('{ROOT}/seeds/rfm_segments.csv');
            create table playbook as from read_csv('{ROOT}/seeds/segment_playbook.csv');
            create table customer_countries (customer_id varchar, country varchar)"""
        )

    @classmethod
    def odd(cls, models: CompiledModels, name: str) -> Shop:
        """One of the odd shops, all of whose orders have one line."""
        lines = odd_shop(name)
        renamed = {"invoiced_at": "ordered_at", "unit_price": "amount"}
        return cls(models, lines.rename_columns([renamed.get(n, n) for n in lines.column_names]))

    def build(self, as_of: dt.date | str | None = None, **settings) -> dict:
        """Build all tables as of a date, by default the day after the last order.

        Returns:
            The decision of model_drift.
        """
        last = self.last_build()
        self.connection.execute(
            """
            create or replace table as_of as
            select coalesce(cast($1 as date), cast(max(ordered_at) as date) + 1) as as_of_date
            from all_orders;""",
            [str(as_of) if as_of else None],
        )
        self.connection.execute(
            """
            create or replace table orders as
            from all_orders where ordered_at < (select as_of_date from as_of);
            create or replace table order_events as
            select *, ordered_at as changed_at, cast(null as timestamp) as replaced_at
            from orders"""
        )
        self._run(BEFORE_THE_FIT)
        decision = self._fit(last, settings)
        self._run(AFTER_THE_FIT)
        return decision

    def last_build(self) -> LastBuild:
        """The kept tables as they are, and none before the first build."""
        found = {row[0] for row in self.rows("select table_name from duckdb_tables()")}
        return LastBuild(
            **{
                name: self.connection.table(table).to_arrow_table().to_pandas()
                if table in found
                else pd.DataFrame(columns=["fit_id"])
                for name, table in KEPT.items()
            }
        )

    def rows(self, sql: str) -> list[tuple]:
        return self.connection.execute(sql).fetchall()

    def _run(self, models: list[str]) -> None:
        for model in models:
            self.connection.execute(f"create or replace table {model} as {self._models.sql(model)}")

    def _fit(self, last: LastBuild, settings: dict) -> dict:
        sample, [scaling], [period], [as_of] = (
            self.connection.table("cluster_sample").to_arrow_table().to_pandas(),
            self.connection.table("current_feature_stats").to_arrow_table().to_pylist(),
            self.connection.table("last_period").to_arrow_table().to_pylist(),
            self.connection.table("as_of").to_arrow_table().to_pylist(),
        )
        log = decide(
            sample,
            scaling,
            last,
            as_of_date=as_of["as_of_date"],
            fit_settings=json.dumps(settings.get("fit_settings", "as ever")),
            refit=settings.get("refit", False),
            min_agreement=settings.get("min_agreement", 0.8),
            random_seed=SEED,
        )
        decision = log.to_dict("records")[-1]
        fits = fit_if_due(
            decision,
            sample,
            scaling,
            last,
            candidates=settings.get("candidates", range(3, 9)),
            period_days=(period["period_end"] - period["period_start"]).days,
            random_seed=SEED,
        )
        for table, rows in {"model_drift": log, "kmeans_fits": fits}.items():
            self.connection.register("made", pa.Table.from_pandas(rows, preserve_index=False))
            self.connection.execute(f"create or replace table {table} as from made")
        return decision
