select
    segment_products.cluster_id,
    segment_products.cluster_label,
    segment_products.stock_code,
    segment_products.description,
    segment_products.customers,
    segment_products.revenue,
    segment_products.basket_share,
    segment_products.basket_share_of_all,
    segment_products.lift,
    segment_products.lift_low
from segment_products
where
    segment_products.lift_low > 1
    and segment_products.cluster_label in (select segments.cluster_label from segments)
qualify row_number() over (
    partition by segment_products.cluster_id
    order by segment_products.lift_low desc, segment_products.stock_code asc
) <= 5
order by segment_products.cluster_id asc, segment_products.lift desc, segment_products.stock_code asc
