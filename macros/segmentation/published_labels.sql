{#- Deletes customers without any order, forgotten ones among them, another shop, and all but the latest builds. Customers
    who cancelled everything stay, since a campaign that is drawn late uses what was known before. -#}
{% macro remove_stale_labels(labels, order_events, as_of, model_drift, builds_kept) %}
    {%- if execute and not flags.EMPTY -%}
        {%- set gone -%}
            not exists (
                select 1 from {{ order_events }} as orders where orders.customer_id = {{ labels.identifier }}.customer_id
            )
        {%- endset -%}
        {%- set too_old -%}
            as_of_date < (
                select min(as_of_date)
                from (
                    select distinct as_of_date from {{ labels }} order by as_of_date desc limit {{ builds_kept }}
                ) as latest_builds
            )
        {%- endset -%}
        {%- set of_another_shop -%}
            as_of_date != (select max(as_of.as_of_date) from {{ as_of }} as as_of) and {{ is_another_shop(model_drift) }}
        {%- endset -%}
        {{- remove_rows(labels, [gone, too_old, of_another_shop] | join(" or ")) -}}
    {%- endif -%}
{% endmacro %}
