{#-
    A single date far ahead of all others would make every customer look lapsed, so it stops the build. Days are cut
    into spans wherever more than 400 of them pass without a sale or cancellation. A span is logged if the gap before it
    is three times as long as any other gap towards the busiest span. A span ahead stops the build if it has at most 1%
    as many orders as all before it; or at most ten orders that are at most a tenth of them after a gap of two years, or
    half of them after three. So a seasonal shop, a shop with an order every few years, and a shop with two orders are
    not stopped. A span that is 100 to 400 days away, as when a year was mistyped by one, is logged if it has at most a
    third as many orders.
-#}
{% macro check_lone_dates(lines) %}
    {%- if execute and not flags.EMPTY -%}
        {%- set spans = spans_of_days(lines, 100) -%}
        {%- if spans -%}
            {%- do find_lone_spans(lines, spans_of_days(lines, 400), 400) -%}
            {%- do find_lone_spans(lines, spans, 100) -%}
        {%- endif -%}
    {%- endif -%}
{% endmacro %}

{% macro find_lone_spans(lines, spans, least_days) %}
    {%- set sizes = spans | map(attribute="orders") | list -%}
    {%- set busiest = sizes.index(sizes | max) if sizes else 0 -%}
    {%- set days = [] -%}
    {%- for cut in range(1, spans | length) -%}
        {%- do days.append((spans[cut].first_day - spans[cut - 1].last_day).days) -%}
    {%- endfor -%}
    {%- for cut in range(1, spans | length) -%}
        {%- set is_ahead = cut > busiest -%}
        {%- set earlier, later = sizes[:cut] | sum, sizes[cut:] | sum -%}
        {%- set lone, others = (later, earlier) if is_ahead else (earlier, later) -%}
        {%- set cuts_between = days[busiest:cut - 1] if is_ahead else days[cut:busiest] -%}
        {%- set fewest = 2 if days[cut - 1] > 1096 else 10 if days[cut - 1] > 700 else 100 -%}
        {%- set is_rare = lone * 100 <= others or (lone <= 10 and lone * fewest <= others) -%}
        {%- set is_told = least_days == 400 or (lone * 3 <= others and days[cut - 1] <= 400) -%}
        {%- if is_told and days[cut - 1] > 3 * ([0] + cuts_between) | max -%}
            {%- set must_stop = is_rare and is_ahead and least_days == 400 -%}
            {%- do tell_lone_dates(lines, spans[cut - 1].last_day, spans[cut].first_day, is_ahead, must_stop) -%}
        {%- endif -%}
    {%- endfor -%}
{% endmacro %}

{#- Orders are counted only if there is more than one span, as that costs much more than listing the days. -#}
{% macro spans_of_days(lines, least_days) %}
    {%- set spans -%}
        select
            day,
            sum(case when days_since > {{ least_days }} then 1 else 0 end) over (order by day) as span_number
        from (
            select
                day,
                {{ days_between("lag(day) over (order by day)", "day") }} as days_since
            from (
                select distinct cast(invoiced_at as date) as day
                from {{ lines }} as lines
            ) as days
        ) as days_compared
    {%- endset -%}
    {%- if run_query("select count(distinct span_number) from (" ~ spans ~ ") as spans").columns[0].values()[0] < 2 -%}
        {{- return([]) -}}
    {%- endif -%}
    {%- set query -%}
        select
            spans.span_number,
            min(spans.day) as first_day,
            max(spans.day) as last_day,
            count(distinct lines.customer_id || ' ' || lines.invoice_id) as orders
        from {{ lines }} as lines
        inner join ({{ spans }}) as spans on cast(lines.invoiced_at as date) = spans.day
        group by spans.span_number
        order by spans.span_number
    {%- endset -%}
    {{- return(run_query(query).rows) -}}
{% endmacro %}

{% macro tell_lone_dates(lines, last_day_before, first_day_after, is_ahead, must_stop) %}
    {%- set condition = "invoiced_at "
        ~ (">= cast('" ~ first_day_after ~ "' as date)" if is_ahead else "< cast('" ~ first_day_after ~ "' as date)") -%}
    {%- set count, amount = run_query("select count(*), sum(amount) from " ~ lines ~ " as lines where " ~ condition).rows[0] -%}
    {%- set lone, others = (first_day_after, last_day_before) if is_ahead else (last_day_before, first_day_after) -%}
    {%- set found = lines_and_money(count, amount) ~ ", dated " ~ lone ~ (" or later" if is_ahead else " or earlier")
        ~ ", far from all others (" ~ others ~ (" or earlier" if is_ahead else " or later") ~ "), first in "
        ~ place_of_first(lines, condition) -%}
    {%- if must_stop and setting("as_of_date") == "auto" -%}
        {{- exceptions.raise_compiler_error(
            "A date far ahead would make every customer look lapsed: " ~ found ~ ". Correct it, or set the var as_of_date, "
            ~ "such as as_of_date: " ~ (others + modules.datetime.timedelta(days=1)) ~ ", to set aside what is dated on or after it."
        ) -}}
    {%- endif -%}
    {%- do log("Dates to check: " ~ found, info=true) -%}
{% endmacro %}
