"""Whatever becomes of the kept tables, the next build says so, fits again and is sound."""

from __future__ import annotations

import re

import pytest
import yaml
from conftest import ROOT
from shops import Shop

from quintile.segmentation.kept_model import FITS_TYPES, LOG_TYPES, MODEL_TYPES

DAMAGE = [
    ("update kmeans_fits set centroid_recency = 'nan'::double", "centroid_recency"),
    ("update kmeans_fits set centroid_monetary = null where cluster_id = 2", "centroid_monetary"),
    ("update kmeans_fits set recency_stddev = 'inf'::double", "recency_stddev"),
    ("update kmeans_fits set silhouette = '-inf'::double where n_clusters = 4", "silhouette"),
    ("update kmeans_fits set cluster_label = null where cluster_id = 1", "cluster_label"),
    ("update kmeans_fits set recency_shares = recency_shares[2:]", "recency_edges"),
    ("update kmeans_fits set frequency_edges = null", "frequency_edges"),
    ("update kmeans_fits set customer_marks = null", "customer_marks"),
    ("alter table kmeans_fits drop column inertia", "no column inertia"),
    ("alter table kmeans_fits add column note text", "a column note that does not belong to it"),
    ("alter table kmeans_fits alter monetary_mean type text", "not one of the fits"),
    ("alter table kmeans_fits alter inertia type text using 'much'", "inertia"),
    ("update kmeans_fits set cluster_id = 1", "each of"),
    ("delete from kmeans_fits where cluster_id = 2", "each of"),
    ("delete from kmeans_fits", "kmeans_fits has no rows"),
    ("update cluster_model set centroid_recency = 'nan'::double", "centroid_recency"),
    ("update cluster_model set n_clusters = null", "n_clusters"),
    ("update cluster_model set recency_mean = 'inf'::double", "recency_mean"),
    ("update cluster_model set next_period_lift = 'nan'::double", "next_period_lift"),
    ("update cluster_model set centroid_recency = 7", "not one of the fits"),
    ("alter table cluster_model drop column cluster_label", "no column cluster_label"),
    ("alter table cluster_model add column note text", "a column note that does not belong to it"),
    ("delete from cluster_model where cluster_id = 1", "not one of the fits"),
    ("delete from cluster_model", "cluster_model has no rows"),
    ("update model_drift set build_number = null", "build_number"),
    ("update model_drift set agreement = 'inf'::double", "agreement"),
    ("alter table model_drift drop column reason", "no column reason"),
    ("alter table model_drift add column note text", "a column note that does not belong to it"),
    ("delete from model_drift", "model_drift has no rows"),
    ("delete from kmeans_fits; delete from cluster_model", "no model was kept"),
    ("drop table kmeans_fits", "kmeans_fits has no rows"),
    ("drop table model_drift", "model_drift has no rows"),
    ("drop table kmeans_fits; drop table model_drift; drop table cluster_model", "no model was"),
]
SOUND = "select count(*), count(cluster_label), count(distinct cluster_id) from segments"


@pytest.fixture(scope="module")
def shop(compiled_models) -> Shop:
    shop = Shop.odd(compiled_models, "wholesale")
    shop.build()
    return shop


@pytest.mark.parametrize(("damage", "named"), DAMAGE)
def test_damage_is_found_and_named(shop, damage, named):
    shop.connection.execute("begin")
    shop.connection.execute(damage)
    last = shop.last_build()
    shop.connection.execute("rollback")
    assert named in (last.damage or "no model was kept")
    assert last.clusters.empty
    assert last.next_build_number >= 1


def test_what_is_whole_is_not_damaged(shop):
    last = shop.last_build()
    assert last.damage is None
    assert len(last.clusters) == len(last.model)


@pytest.mark.parametrize("refit", [False, True])
@pytest.mark.parametrize(
    "damage",
    [
        "update kmeans_fits set centroid_recency = 'nan'::double",
        "alter table cluster_model drop column cluster_label",
        "alter table kmeans_fits add column note text; delete from model_drift",
        "drop table kmeans_fits; drop table model_drift; drop table cluster_model",
    ],
)
def test_the_next_build_says_so_fits_again_and_is_sound(shop, damage, refit):
    before = shop.rows(SOUND)
    shop.connection.execute(damage)
    decision = shop.build(refit=refit)
    assert decision["is_refit"]
    assert re.search("damaged|no model was kept", decision["reason"])
    assert shop.rows(SOUND) == before
    assert not shop.build()["is_refit"]


def test_marks_of_nobody_are_those_of_other_customers(shop):
    shop.connection.execute("update kmeans_fits set customer_marks = []")
    assert "of other customers" in shop.build()["reason"]


@pytest.mark.parametrize(
    ("model", "types"),
    [("segmentation/cluster_model", MODEL_TYPES)],
)
def test_the_columns_that_are_looked_for_are_those_of_the_contract(model, types):
    [described] = yaml.safe_load((ROOT / f"models/{model}.yml").read_text())["models"]
    assert {column["name"] for column in described["columns"]} == set(types)


@pytest.mark.parametrize(
    ("table", "types"), [("kmeans_fits", FITS_TYPES), ("model_drift", LOG_TYPES)]
)
def test_the_columns_that_are_looked_for_are_those_of_the_table(sample_build, table, types):
    columns = sample_build.query(
        f"select column_name from duckdb_columns() where table_name = '{table}'"
    )
    assert [name for (name,) in columns] == list(types)
