{#- A sentence of facts, such as: Ordered 7 times, last 27 days ago; usually every 30 days; spends more than 88% of customers.
    Rounded first, as 100 x 0.58 is a little less than 58. -#}
{% macro segment_reason() -%}
    'Ordered ' || case frequency when 1 then 'once, ' when 2 then 'twice, last ' else cast(frequency as string) || ' times, last ' end
    || case recency_days when 1 then '1 day' else cast(recency_days as string) || ' days' end || ' ago'
    || case
        when usual_interval_days is null then ''
        when usual_interval_days < 0.5 then '; usually several times a day'
        when usual_interval_days < 1.5 then '; usually every day'
        else '; usually every ' || cast(cast(round(usual_interval_days) as integer) as string) || ' days'
    end
    || case
        when share_below is null or greatest(share_below, share_above) < 0.01 then ''
        when share_below >= share_above
            then '; spends more than ' || cast(cast(floor(round(100 * share_below, 6)) as integer) as string) || '% of customers'
        else '; spends less than ' || cast(cast(floor(round(100 * share_above, 6)) as integer) as string) || '% of customers'
    end
{%- endmacro %}
