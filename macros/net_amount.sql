{#- In proportion to the units, because a line may have a discount: its amount is then less than quantity x unit price. -#}
{% macro net_amount(quantity_undone) -%}
    case
        when {{ quantity_undone }} = quantity then 0
        else cast(amount - cast(cast(amount as decimal(38, 4)) * ({{ quantity_undone }}) / quantity as decimal(18, 4)) as decimal(18, 4))
    end
{%- endmacro %}
