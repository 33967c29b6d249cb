with
invoice_lines as (
    select * from {{ ref('quintile', 'invoice_lines') }}
    where line_class = 'sale' and net_quantity > 0 and stock_code is not null
),

segments as (
    select * from {{ ref('quintile', 'segments') }}
),

descriptions_counted as (
    select
        stock_code,
        description,
        row_number() over (
            partition by stock_code order by case when description is null then 1 else 0 end, count(*) desc, description
        ) as place
    from invoice_lines
    group by stock_code, description
),

purchases_summed as (
    select
        customer_id,
        stock_code,
        sum(net_amount) as revenue
    from invoice_lines
    group by customer_id, stock_code
),

buyers_counted as (
    select
        segments.cluster_id,
        segments.cluster_label,
        purchases_summed.stock_code,
        count(*) as customers,
        cast(sum(purchases_summed.revenue) as decimal(18, 4)) as revenue
    from purchases_summed
    inner join segments on purchases_summed.customer_id = segments.customer_id
    group by segments.cluster_id, segments.cluster_label, purchases_summed.stock_code
),

shares_computed as (
    select
        *,
        customers / cast(sum(customers) over (partition by cluster_id) as double) as basket_share,
        sum(customers) over (partition by stock_code) / cast(sum(customers) over () as double) as basket_share_of_all
    from buyers_counted
),

lifts_computed as (
    select
        shares_computed.cluster_id,
        shares_computed.cluster_label,
        shares_computed.stock_code,
        descriptions_counted.description,
        shares_computed.customers,
        shares_computed.revenue,
        round(shares_computed.basket_share, 9) as basket_share,
        round(shares_computed.basket_share_of_all, 9) as basket_share_of_all,
        round(shares_computed.basket_share / shares_computed.basket_share_of_all, 9) as lift,
        round(
            shares_computed.basket_share / shares_computed.basket_share_of_all
            * exp(-1.96 / sqrt(shares_computed.customers)), 9
        ) as lift_low
    from shares_computed
    inner join descriptions_counted
        on shares_computed.stock_code = descriptions_counted.stock_code and descriptions_counted.place = 1
    where shares_computed.customers >= {{ setting('min_product_buyers') }}
)

select * from lifts_computed
