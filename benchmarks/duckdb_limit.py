"""The limit: the same tables as `dbt build`, by one script of hand-written SQL in one process.

It knows what no project may take for granted: one Parquet file with the canonical columns, typed,
every line of it readable and with a stock code, no customer named nan, default settings. So it
checks, converts and writes less; it has no tests, no history and no kept model, and judges clusters
by the last period's orders without those that were cancelled later. The clustering is scikit-learn
by the same function, and the tables come out equal (`compare.py` checks them).
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import duckdb
import pandas as pd

from quintile.segmentation.clustering import CENTROIDS, fit_candidates
from quintile.segmentation.cut_off_fits import fit_candidates_then

ROOT = Path(__file__).parent.parent

BEFORE_FIT = """
create table cleaning_steps as from read_csv('{seeds}/cleaning_steps.csv');
create table rfm_segments as from read_csv('{seeds}/rfm_segments.csv');
create table segment_playbook as from read_csv('{seeds}/segment_playbook.csv');

create table non_products as
select stock_code, min(kind) as kind
from (select distinct trim(stock_code) as stock_code from '{source}')
join read_csv('{seeds}/non_product_codes.csv')
    on upper(stock_code) like code_pattern escape '|' and not is_uci_only
group by stock_code;

create table stg_invoice_lines as
select
    1000000000002 + file_row_number as line_id,
    if(trim(invoice_id) like '%.0', left(trim(invoice_id), -2), trim(invoice_id)) as invoice_id,
    if(trim(customer_id) like '%.0', left(trim(customer_id), -2), trim(customer_id)) as customer_id,
    trim(stock_code) as stock_code,
    trim(description) as description,
    trim(country) as country,
    cast(quantity as decimal(18, 4)) as quantity,
    cast(unit_price as decimal(18, 4)) as unit_price,
    cast(cast(quantity as decimal(18, 4)) * cast(unit_price as decimal(18, 4)) as decimal(18, 4))
        as amount,
    invoiced_at,
    case
        when customer_id is null then 'no_customer'
        when stock_code in (select n.stock_code from non_products as n) then 'non_product'
        when unit_price < 0 then 'adjustment'
        when quantity < 0 then 'cancellation'
        when quantity = 0 then 'invalid_quantity'
        when unit_price = 0 then 'invalid_price'
        else 'sale'
    end as preliminary_class
from read_parquet('{source}', file_row_number = true);

create table as_of as
select cast(max(invoiced_at) as date) + 1 as as_of_date
from stg_invoice_lines where preliminary_class in ('sale', 'cancellation');

create temp table moves as
with stacks as (
    select distinct customer_id, stock_code
    from stg_invoice_lines where preliminary_class = 'cancellation'
),
ordered as (
    select
        line_id, customer_id, stock_code, invoice_id, unit_price, invoiced_at,
        preliminary_class = 'cancellation' as is_cancellation,
        quantity as units,
        row_number() over (
            partition by customer_id, stock_code
            order by invoiced_at, is_cancellation, invoice_id, quantity, unit_price, line_id
        ) as move_number
    from stg_invoice_lines
    semi join stacks using (customer_id, stock_code)
    where preliminary_class in ('sale', 'cancellation')
        and invoiced_at < (select as_of_date from as_of)
),
balanced as (
    select *, sum(units) over (partition by customer_id, stock_code order by move_number) as balance
    from ordered
),
floored as (
    select *, coalesce(
        min(balance) over (
            partition by customer_id, stock_code
            order by move_number rows between unbounded preceding and 1 preceding
        ), 0
    ) as lowest
    from balanced
),
heights as (
    select
        *,
        balance - least(balance, lowest, 0) as height,
        balance - units - least(lowest, 0) as height_before
    from floored
)
select
    *,
    dense_rank() over (order by customer_id, stock_code) as stack,
    least(height, height_before) as low,
    greatest(height, height_before) as high
from heights
where height != height_before;

create table cancellation_matches as
with edges as (
    select stack, low as height from moves union select stack, high from moves
),
slices as (
    select
        stack, height, lead(height) over edge - height as units, row_number() over edge as slice
    from edges window edge as (partition by stack order by height)
),
sliced as (
    select moves.*, unnest(generate_series(lower.slice, upper.slice - 1)) as slice
    from moves
    join slices as lower on moves.stack = lower.stack and low = lower.height
    join slices as upper on moves.stack = upper.stack and high = upper.height
),
paired as (
    select
        sliced.*, slices.units as taken,
        lag(line_id) over below as purchase_line_id,
        lag(invoice_id) over below as purchase_invoice_id,
        lag(unit_price) over below as purchase_price,
        lag(invoiced_at) over below as purchased_at
    from sliced join slices using (stack, slice)
    window below as (partition by stack, slice order by move_number)
)
select
    line_id as cancellation_line_id, purchase_line_id, customer_id, stock_code,
    purchase_invoice_id, purchased_at,
    invoiced_at as cancelled_at,
    cast(sum(taken) as decimal(18, 4)) as quantity_undone,
    cast(sum(taken * purchase_price) as decimal(18, 4)) as amount_undone,
    cast(max(-units - (high - low)) as decimal(18, 4)) as unmatched_quantity
from paired
where is_cancellation
group by all;

create view invoice_lines as
with undone as (
    select
        purchase_line_id as line_id, sum(quantity_undone) as undone,
        sum(amount_undone) as amount_undone, 0 as matched
    from cancellation_matches group by all
    union all
    select cancellation_line_id, 0, 0, sum(quantity_undone) from cancellation_matches group by all
)
select
    lines.* exclude (preliminary_class),
    case
        when invoiced_at >= as_of_date then 'after_as_of'
        when preliminary_class = 'sale' and undone = quantity then 'cancelled_sale'
        when preliminary_class = 'cancellation' and matched is null then 'unmatched_cancellation'
        else preliminary_class
    end as line_class,
    case when line_class = 'sale' then quantity - coalesce(undone, 0) else 0 end as net_quantity,
    case
        when line_class != 'sale' then 0
        when undone is null then amount
        else cast(amount - amount_undone as decimal(18, 4))
    end as net_amount
from stg_invoice_lines as lines
cross join as_of
left join undone using (line_id);

create temp table totals as
select
    invoice_id, customer_id, line_class, min(invoiced_at) as invoiced_at, max(country) as country,
    count(*) as lines,
    sum(net_quantity) as units, sum(amount) as amount, sum(net_amount) as net_amount
from invoice_lines group by all;

create table cleaning_audit as
with classes as (
    select line_class, sum(lines) as lines, sum(amount) as amount, sum(net_amount) as net_amount
    from totals group by all
),
removed as (
    select
        step_number, step,
        sum(if(step = 'cancelled units', 0, lines)) as lines,
        sum(
            case step
                when 'kept' then net_amount
                when 'cancelled units' then amount - net_amount
                else amount
            end
        ) as amount
    from cleaning_steps as steps
    left join classes
        on steps.line_class = classes.line_class
        or (step = 'cancelled units' and classes.line_class = 'sale')
    group by all
),
invoices as (
    select step_number, count(*) as invoices
    from (
        select invoice_id, max(step_number) as step_number
        from totals join cleaning_steps using (line_class) group by all
    )
    group by all
),
customers as (
    select step_number, count(*) as customers
    from (
        select customer_id, max(step_number) as step_number
        from totals join cleaning_steps using (line_class)
        where customer_id is not null
        group by all
    )
    group by all
)
from (
    select
        step_number, step,
        sum(coalesce(lines, 0)) over remaining as lines_before,
        coalesce(lines, 0) as lines_removed,
        lines_before - lines_removed as lines_after,
        sum(coalesce(invoices, 0)) over remaining as invoices_before,
        coalesce(invoices, 0) as invoices_removed,
        invoices_before - invoices_removed as invoices_after,
        sum(coalesce(customers, 0)) over remaining as customers_before,
        coalesce(customers, 0) as customers_removed,
        customers_before - customers_removed as customers_after,
        sum(coalesce(amount, 0)) over remaining as amount_before,
        coalesce(amount, 0) as amount_removed,
        amount_before - amount_removed as amount_after
    from removed left join invoices using (step_number) left join customers using (step_number)
    window remaining as (order by step_number desc)
)
where step != 'kept';

create table orders as
select
    invoice_id || '/' || customer_id || '/' || cast(min(invoiced_at) as date) as order_id,
    invoice_id, customer_id, max(country) as country, min(invoiced_at) as ordered_at,
    cast(sum(units) as decimal(18, 4)) as units, cast(sum(net_amount) as decimal(18, 4)) as amount
from totals
where line_class in ('sale', 'cancelled_sale')
group by invoice_id, customer_id having sum(units) > 0;

create table customer_rfm as
select
    customer_id,
    min(ordered_at) as first_ordered_at,
    max(ordered_at) as last_ordered_at,
    cast(as_of_date - cast(max(ordered_at) as date) as integer) as recency_days,
    cast(count(*) as integer) as frequency,
    cast(sum(amount) as decimal(18, 4)) as monetary,
    cast(as_of_date - cast(min(ordered_at) as date) as integer) as tenure_days
from orders cross join as_of
group by customer_id, as_of_date;

create table rfm_thresholds as
with cuts as (
    select
        quantile_cont(cast(-recency_days as double), [0.2, 0.4, 0.6, 0.8]) as recency,
        quantile_cont(cast(frequency as double), [0.2, 0.4, 0.6, 0.8]) as frequency,
        quantile_cont(cast(monetary as double), [0.2, 0.4, 0.6, 0.8]) as monetary
    from customer_rfm
)
select
    metric, cast(round(bounds[place], 5) as decimal(24, 5)) as lower_bound, place + 1 as score
from (unpivot cuts on recency, frequency, monetary into name metric value bounds)
cross join range(1, 5) as places (place);

create table rfm_scores as
with cuts as (
    select
        {score_bounds}
    from rfm_thresholds
)
select
    customer_id,
    1 + {r_score} as r_score,
    1 + {f_score} as f_score,
    1 + {m_score} as m_score,
    r_score::varchar || f_score || m_score as rfm_code,
    cast(ceil((f_score + m_score) / 2.0) as integer) as fm_score,
    rfm_segment
from customer_rfm cross join cuts
join rfm_segments
    on rfm_segments.r_score = 1 + {r_score}
    and rfm_segments.fm_score = cast(ceil((2 + {f_score} + {m_score}) / 2.0) as integer);

create temp view logs as
select
    customer_id,
    cast(round(ln(1 + cast(recency_days as double)), 9) as decimal(18, 9)) as r,
    cast(round(ln(1 + cast(frequency as double)), 9) as decimal(18, 9)) as f,
    cast(round(ln(1 + cast(monetary as double)), 9) as decimal(18, 9)) as m
from customer_rfm;

create temp table moments as select {moments} from logs;

create table cluster_features as
select customer_id, {features} from logs cross join moments;

create temp table habits as
with gaps as (
    select
        customer_id, country, ordered_at, invoice_id,
        cast(ordered_at as date) - cast(lag(ordered_at) over own as date) as gap
    from orders window own as (partition by customer_id order by ordered_at)
)
select
    customer_id, max_by(country, (ordered_at, invoice_id)) as country,
    median(gap) as median_interval_days,
    if(count(gap) >= 2, median(gap), null) as usual_interval_days
from gaps group by all;

create temp table spend_shares as
select
    monetary,
    (sum(count(*)) over (order by monetary) - count(*)) / sum(count(*)) over () as share_below,
    1 - sum(count(*)) over (order by monetary) / sum(count(*)) over () as share_above
from customer_rfm group by monetary;

create temp table before as
with known as (
    select
        customer_id,
        cast(
            period_start - cast(max(ordered_at) filter (ordered_at < period_start) as date)
            as integer
        ) as recency_days,
        count(*) filter (ordered_at < period_start) as frequency,
        cast(sum(amount) filter (ordered_at < period_start) as double) as monetary,
        count(*) filter (ordered_at >= period_start) as next_orders,
        coalesce(sum(amount) filter (ordered_at >= period_start), 0) as next_revenue
    from (select *, as_of_date - {horizon} as period_start from orders cross join as_of)
    group by customer_id, period_start
    having frequency > 0
),
logs as (
    select *, ln(1 + recency_days) as r, ln(1 + frequency) as f, ln(1 + monetary) as m from known
)
select customer_id, recency_days, frequency, monetary, next_orders, next_revenue, {features}
from logs cross join moments;

create temp table cluster_sample as
select
    features.*, customers.* exclude (customer_id), habits.* exclude (customer_id),
    before.z_recency as z_recency_before, before.z_frequency as z_frequency_before,
    before.z_monetary as z_monetary_before, next_orders, next_revenue,
    before.recency_days as recency_days_before, before.frequency as frequency_before,
    before.monetary as monetary_before
from (from cluster_features order by md5(customer_id), customer_id limit 50000) as features
join customer_rfm as customers using (customer_id)
join habits using (customer_id)
left join before using (customer_id);
"""

AFTER_FIT = """
create temp table cluster_tiers as
with measured as (
    select next_revenue, {distances} from before
),
nearest as (
    select next_revenue, list_position(distances, list_min(distances)) as cluster_id
    from (select next_revenue, [{names}] as distances from measured)
)
select
    cluster_id,
    avg(next_revenue) / (sum(sum(next_revenue)) over () / sum(count(*)) over ()) as lift,
    case when lift >= 1.5 then 'High' when lift >= 0.5 then 'Medium' else 'Low' end
        as marketing_tier
from nearest group by cluster_id;

create table segments as
with measured as (
    select
        customer_id,
        {distances}
    from cluster_features
),
nearest as (
    select
        customer_id, list_sort(distances) as near, list_position(distances, near[1]) as cluster_id,
        list_position(distances, near[2]) as next_cluster_id
    from (select customer_id, [{names}] as distances from measured)
)
select
    customers.*, country, scores.* exclude (customer_id), usual_interval_days,
    recency_days / nullif(usual_interval_days, 0) as overdue_ratio,
    cluster_id, clusters.cluster_label, next_clusters.cluster_label as next_cluster_label,
    marketing_tier, recommended_action, channel, priority,
    'Ordered '
    || case frequency
        when 1 then 'once, ' when 2 then 'twice, last ' else frequency || ' times, last '
    end
    || recency_days || if(recency_days = 1, ' day ago', ' days ago')
    || case
        when usual_interval_days is null then ''
        when usual_interval_days < 0.5 then '; usually several times a day'
        when usual_interval_days < 1.5 then '; usually every day'
        else '; usually every ' || cast(round(usual_interval_days) as integer) || ' days'
    end
    || case
        when greatest(share_below, share_above) < 0.01 then ''
        when share_below >= share_above
            then '; spends more than ' || cast(floor(100 * share_below) as integer)
                || '% of customers'
        else '; spends less than ' || cast(floor(100 * share_above) as integer)
            || '% of customers'
    end as segment_reason,
    near[1] as centroid_distance,
    case when near[2] = 0 then 0 else 1 - near[1] / near[2] end as assignment_margin
from customer_rfm as customers
join habits using (customer_id)
join spend_shares using (monetary)
join rfm_scores as scores using (customer_id)
join nearest using (customer_id)
join cluster_model as clusters using (cluster_id)
join cluster_tiers using (cluster_id)
join cluster_model as next_clusters on next_cluster_id = next_clusters.cluster_id
join segment_playbook as playbook on clusters.playbook_label = playbook.cluster_label;

create table segment_profiles as
select
    cluster_id, cluster_label, marketing_tier, count(*) as customers, sum(monetary) as revenue,
    {profiles}
from segments
group by all;
"""

HORIZON_DAYS = 180
METRICS = {"recency": "recency_days", "frequency": "frequency", "monetary": "monetary"}


def score(metric: str, value: str) -> str:
    cuts = (f"cast({value} > {metric}_{at} as integer)" for at in range(2, 6))
    return f"({' + '.join(cuts)})"


def before_fit(source: str) -> str:
    bounds = (
        f"max(lower_bound) filter (metric = '{metric}' and score = {at}) as {metric}_{at}"
        for metric in METRICS
        for at in range(2, 6)
    )
    moments = (
        f"cast(sum({x}) as double) / count(*) as {x}_mean, "
        f"sqrt(cast(sum(cast({x} * {x} as decimal(38, 18))) as double) / count(*) "
        f"- power({x}_mean, 2)) as {x}_stddev"
        for x in "rfm"
    )
    features = (
        f"round(({metric[0]} - {metric[0]}_mean) / {metric[0]}_stddev, 9) as z_{metric}"
        for metric in METRICS
    )
    return BEFORE_FIT.format(
        source=source.replace("'", "''"),
        seeds=ROOT / "seeds",
        score_bounds=", ".join(bounds),
        r_score=score("recency", "-recency_days"),
        f_score=score("frequency", "frequency"),
        m_score=score("monetary", "monetary"),
        moments=", ".join(moments),
        features=", ".join(features),
        horizon=HORIZON_DAYS,
    )


def after_fit(clusters: pd.DataFrame) -> str:
    distances = {
        f"distance_{number}": " + ".join(
            f"power(z_{metric} - ({centroid!r}), 2)"
            for metric, centroid in zip(METRICS, centroids, strict=True)
        )
        for number, *centroids in clusters[["cluster_id", *CENTROIDS]].itertuples(index=False)
    }
    profiles = (
        f"avg({column}) as mean_{column}, "
        f"quantile_cont(cast({column} as double), [0.25, 0.5, 0.75]) as quartiles_{column}"
        for column in METRICS.values()
    )
    return AFTER_FIT.format(
        distances=", ".join(f"sqrt({squares}) as {name}" for name, squares in distances.items()),
        names=", ".join(distances),
        profiles=", ".join(profiles),
    )


def main(source: str, database: str) -> None:
    start = time.perf_counter()
    config = {
        "memory_limit": os.environ.get("QUINTILE_MEMORY_LIMIT", "3GB"),
        "preserve_insertion_order": False,
    }
    with duckdb.connect(database, config=config) as connection:
        connection.execute(before_fit(source))
        sample = connection.table("cluster_sample").to_arrow_table().to_pandas()
        fits = fit_candidates(
            sample, candidates=range(3, 9), random_seed=20111209, period_days=HORIZON_DAYS
        )
        smallest = fits["customers"] / fits.groupby("n_clusters")["customers"].transform("sum")
        qualified = fits[
            fits["converged"]
            & (smallest.groupby(fits["n_clusters"]).transform("min") >= 0.02)
            & (fits["stability"] >= 0.8)
        ]
        best = qualified.loc[qualified["silhouette"].idxmax()]
        good = qualified[qualified["silhouette"] >= best["silhouette"] - best["silhouette_error"]]
        before = {f"{column}_before": column for column in METRICS.values()}
        known = sample.dropna(subset=list(before))[["customer_id", *before, "next_revenue"]]
        useful = fit_candidates_then(
            known.rename(columns=before),
            candidates=sorted(set(good["n_clusters"])),
            random_seed=20111209,
        )
        most_useful = useful.loc[useful["next_gini"].idxmax(), "n_clusters"]
        chosen = good[good["n_clusters"] == most_useful]
        connection.register("chosen", chosen)
        connection.execute("create table cluster_model as from chosen")
        connection.execute(after_fit(chosen))
    print(time.perf_counter() - start)


if __name__ == "__main__":
    main(*sys.argv[1:])
