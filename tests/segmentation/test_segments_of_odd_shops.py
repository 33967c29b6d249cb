"""Labels and tiers say what customers do, in shops of any shape."""

from __future__ import annotations

import pytest
from shops import Shop

from quintile.sample import ODD_SHOPS

PROFILES = """select
    label.cluster_label, label.marketing_tier, label.next_period_lift,
    label.next_period_active_share, label.lift_basis, median_frequency, median_recency_days
    from segment_profiles as label"""


@pytest.fixture(scope="module")
def shops(compiled_models) -> dict[str, Shop]:
    """Each odd shop, built as of the day after its last sale."""
    built = {name: Shop.odd(compiled_models, name) for name in ODD_SHOPS}
    for shop in built.values():
        shop.build()
    return built


@pytest.fixture(params=ODD_SHOPS)
def shop(request, shops) -> Shop:
    return shops[request.param]


def lively_and_lapsed(shop: Shop) -> tuple[list[float], list[float]]:
    """Shares that ordered in the last period, of Active and of Lapsed clusters."""
    shares = shop.rows(
        """select cluster_label, next_period_active_share from segment_profiles
        where next_period_active_share is not null"""
    )
    return tuple(
        [share for label, share in shares if label.startswith(word)]
        for word in ("Active", "Lapsed")
    )


def test_no_cluster_of_a_higher_tier_brought_less(shop):
    rows = shop.rows("select marketing_tier, next_period_lift from segment_profiles")
    of_tier = {
        tier: [lift for name, lift in rows if name == tier] for tier in ("Low", "Medium", "High")
    }
    assert all(lift < 0.5 for lift in of_tier["Low"])
    assert all(0.5 <= lift < 1.5 for lift in of_tier["Medium"])
    assert all(lift >= 1.5 for lift in of_tier["High"])


def test_who_is_called_active_came_back_more_often_than_who_is_called_lapsed(shop):
    active, lapsed = lively_and_lapsed(shop)
    if active and lapsed:
        assert min(active) > max(lapsed)


def test_one_order_is_new_or_one_time_and_nothing_else(shop):
    for (label,) in shop.rows(
        "select cluster_label from segment_profiles where median_frequency = 1"
    ):
        assert label.startswith("New") or "one-time" in label
    for (label,) in shop.rows(
        "select cluster_label from segment_profiles where median_frequency > 1"
    ):
        assert "one-time" not in label


def test_every_customer_is_told_what_to_do_and_why(shop):
    [(customers, acted_on, explained)] = shop.rows(
        """select count(*), count(recommended_action), count(*) filter (segment_reason like
            'Ordered %') from segments"""
    )
    [(expected,)] = shop.rows("select count(*) from customer_rfm")
    assert customers == acted_on == explained == expected


def test_labels_are_unique_and_the_best_values_score_5(shop):
    [(labels, clusters)] = shop.rows(
        "select count(distinct cluster_label), count(*) from cluster_model"
    )
    assert labels == clusters
    [best] = shop.rows(
        "select max_by(r_score, -recency_days), max_by(f_score, frequency) from segments"
    )
    [levels] = shop.rows(
        """select max(levels) filter (metric = 'recency') > 1,
            max(levels) filter (metric = 'frequency') > 1 from rfm_thresholds"""
    )
    for score, differ in zip(best, levels, strict=True):
        assert not differ or score == 5


def test_who_has_left_a_subscription_is_lapsed_and_the_others_are_not(shops):
    rows = shops["subscription"].rows(
        """select cluster_label like 'Lapsed%', max(recency_days), min(recency_days)
        from segments group by all"""
    )
    assert {lapsed: longest for lapsed, longest, _ in rows}[False] < 60
    assert {lapsed: shortest for lapsed, _, shortest in rows}[True] > 30


def test_a_furniture_shop_has_neither_regulars_nor_high_hopes_of_the_silent(shops):
    rows = shops["furniture"].rows(PROFILES)
    assert not any("regulars" in row[0] or row[0].startswith("Active") for row in rows)
    assert not any(row[1] == "High" and row[6] > 300 for row in rows)


def test_a_wholesaler_stops_no_contact_with_who_goes_on_ordering(shops):
    for label, _, _, active_share, *_ in shops["wholesale"].rows(PROFILES):
        assert not (label.startswith("Lapsed") and (active_share or 0) > 0.5)


def test_out_of_season_a_shop_is_judged_by_its_season(compiled_models):
    """In July nobody has bought for half a year; there was no season before the last."""
    shop = Shop.odd(compiled_models, "season")
    shop.build("2025-07-01")
    assert shop.rows("select distinct lift_basis from segment_profiles") == [("past spend",)]
    labels = [label for (label,) in shop.rows("select cluster_label from segment_profiles")]
    assert not any(label.startswith("Lapsed") for label in labels)


def test_on_its_first_day_a_shop_has_new_buyers_and_judges_by_what_they_spent(shops):
    for label, tier, lift, active_share, basis, *_ in shops["one_day"].rows(PROFILES):
        assert label.startswith("New buyers")
        assert (active_share, basis) == (None, "past spend")
        assert tier == ("High" if lift >= 1.5 else "Medium" if lift >= 0.5 else "Low")


def test_a_shop_without_customers_has_no_segments_until_they_come(compiled_models):
    shop = Shop.odd(compiled_models, "one_day")
    for damage in ("select 1", "alter table model_drift add column note text"):
        assert shop.build("2023-01-01")["reason"] == "kept: there are no customers"
        assert shop.rows("select count(*) from segments") == [(0,)]
        shop.connection.execute(damage)
    shop.build()
    assert shop.rows("select count(*) from segments") == [(40,)]


def test_where_nobody_paid_anything_nobody_is_better(compiled_models):
    shop = Shop.odd(compiled_models, "one_day")
    shop.connection.execute("update all_orders set amount = 0")
    shop.build()
    assert shop.rows("select distinct marketing_tier, r_score, f_score, m_score from segments") == [
        ("Medium", 3, 1, 3)
    ]
