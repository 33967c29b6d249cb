{#- Other texts are not shown: if cells were shifted in a line, the text may be a customer id. -#}
{% macro shown_status(status, is_known) %}
    {%- set may_be_id = status and not is_known and modules.re.search("[0-9@]", status) -%}
    {{- return("that may be an id (see statuses_met)" if may_be_id else status) -}}
{% endmacro %}

{% macro log_statuses(statuses) %}
    {%- if execute and not flags.EMPTY -%}
        {%- set query -%}
            select status, is_known, counts, kind, lines, amount from {{ statuses }} order by lines desc, status
        {%- endset -%}
        {%- for status, is_known, counts, kind, lines, amount in run_query(query).rows -%}
            {%- do log(
                "Status " ~ shown_status(status, is_known) ~ ": " ~ lines_and_money(lines, amount) ~ ", "
                ~ ("counted as sales" if counts else "not counted (" ~ kind ~ ")")
                ~ ("" if is_known else ", as the seed order_statuses does not list it"),
                info=true
            ) -%}
        {%- endfor -%}
    {%- endif -%}
{% endmacro %}

{% macro log_inherited_statuses(inherited_statuses) %}
    {%- if execute and not flags.EMPTY -%}
        {%- set query -%}
            select source_file, sum(lines_without_status), sum(amount_without_status)
            from {{ inherited_statuses }}
            group by source_file
            order by source_file
        {%- endset -%}
        {%- for file, lines, amount in run_query(query).rows -%}
            {%- do log(
                "Lines without a status, which take that of their order, in " ~ file ~ ": " ~ lines_and_money(lines, amount),
                info=true
            ) -%}
        {%- endfor -%}
    {%- endif -%}
{% endmacro %}

{#- Only for files that have a status somewhere. -#}
{% macro log_missing_statuses(lines, inherited_statuses) %}
    {%- if execute and not flags.EMPTY -%}
        {%- set query -%}
            select lines.source_file, count(*), sum(lines.amount)
            from {{ lines }} as lines
            left join {{ inherited_statuses }} as inherited
                on lines.source_file = inherited.source_file
                    and lines.invoice_id = inherited.invoice_id
                    and lines.customer_id is not distinct from inherited.customer_id
                    and cast(lines.invoiced_at as date) = inherited.invoiced_on
            where lines.status is null and lines.problem_column is null and inherited.status is null
                and lines.source_file in (select source_file from {{ lines }} where status is not null)
            group by lines.source_file
            order by lines.source_file
        {%- endset -%}
        {%- for file, count, amount in run_query(query).rows -%}
            {%- do log("Lines without a status, which count, in " ~ file ~ ": " ~ lines_and_money(count, amount), info=true) -%}
        {%- endfor -%}
    {%- endif -%}
{% endmacro %}
