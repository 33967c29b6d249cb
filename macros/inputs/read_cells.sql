{#- Every cell of a line: a value if the column has a type, text if it has to be parsed. -#}
{% macro cells_by_kind(columns, types) %}
    {%- for name in ["invoice_id", "stock_code", "customer_id"] %}
        {{ id_cell(columns, types, name) }} as {{ name }}_text,
    {%- endfor %}
    {%- for name in ["description", "country", "currency", "status"] %}
        {{ text_cell(columns, name) }} as {{ name }},
    {%- endfor %}
    {%- for name in ["quantity", "unit_price", "amount"] %}
        {{ number_cells(columns, types, name) }},
    {%- endfor %}
        {{ price_beyond_four_decimals(columns, types) }} as unit_price_rest,
    {%- for name in ["invoice_id", "quantity", "unit_price", "amount"] %}
        {{ name in columns }} as {{ name }}_is_given,
    {%- endfor %}
        {{ time_cells(columns, types, "invoiced_at") }}
{%- endmacro %}

{#- adapter.quote leaves the quotes in a name as they are. -#}
{% macro quoted(name) %}
    {%- set mark = adapter.quote("")[0] -%}
    {{- return(adapter.quote(name | replace(mark, mark * 2))) -}}
{% endmacro %}

{% macro text_cell(columns, name) -%}
    cast({{ quoted(columns[name]) if name in columns else "null" }} as string)
{%- endmacro %}

{#- A whole number that a spreadsheet stored as a double would be 1.2345E7 on one engine and 12345000.0 on the other.
    DuckDB casts the values of both branches before it evaluates the condition, NaN too. -#}
{% macro id_cell(columns, types, name) -%}
    {%- if types[name] | lower in ["double", "float", "real", "halffloat"] -%}
    {%- set value = quoted(columns[name]) -%}
    case
        when {{ value }} = floor({{ value }}) and abs({{ value }}) < 1e15 then cast(try_cast({{ value }} as bigint) as string)
        else cast({{ value }} as string)
    end
    {%- else -%}
    {{ text_cell(columns, name) }}
    {%- endif -%}
{%- endmacro %}

{#- Values that are too large or not a number, such as NaN, are kept as text for messages. -#}
{% macro number_cells(columns, types, name) -%}
    {%- if kind_of_type(types[name]) == "number" -%}
    {%- set value = quoted(columns[name]) -%}
        try_cast({{ shortest_digits(value, types[name]) }} as decimal(18, 4)) as {{ name }}_value,
        cast(null as string) as {{ name }}_text,
        case when {{ value }} between -1e14 and 1e14 then null else cast({{ value }} as string) end as {{ name }}_misfit
    {%- else -%}
        cast(null as decimal(18, 4)) as {{ name }}_value,
        {{ text_cell(columns, name) }} as {{ name }}_text,
        cast(null as string) as {{ name }}_misfit
    {%- endif -%}
{%- endmacro %}

{#- 12345.67 is 12345.669921875 as a 32-bit float. Its text has the digits that were meant. -#}
{% macro shortest_digits(value, type) -%}
    {{ "cast(" ~ value ~ " as string)" if type | lower in ["float", "real", "halffloat"] else value }}
{%- endmacro %}

{#- Goods priced at a tenth of a penny are sold by the thousand. A 32-bit float has only noise beyond four decimals. -#}
{% macro price_beyond_four_decimals(columns, types) -%}
    {%- set value = quoted(columns["unit_price"]) -%}
    {%- if types["unit_price"] | lower == "double" or (types["unit_price"] | lower).startswith("decimal") -%}
    cast({{ value }} as double) - cast(try_cast({{ value }} as decimal(18, 4)) as double)
    {%- elif kind_of_type(types["unit_price"]) == "number" -%}
    cast(null as double)
    {%- else -%}
    {%- set text = text_cell(columns, "unit_price") -%}
    case
        when length({{ text }}) > 5 and {{ text }} like '%._____%'
            then try_cast({{ text }} as double) - cast(try_cast({{ text }} as decimal(18, 4)) as double)
    end
    {%- endif -%}
{%- endmacro %}

{% macro time_cells(columns, types, name) -%}
    {%- set kind, value = kind_of_type(types[name]), quoted(columns[name]) -%}
    {%- if kind == "time" -%}
        cast({{ value }} as timestamp) as {{ name }}_value,
        cast(null as string) as {{ name }}_text
    {%- elif kind == "zoned time" -%}
        {{ wall_clock_time(value, text_literal(setting("time_zone"))) }} as {{ name }}_value,
        cast(null as string) as {{ name }}_text
    {%- else -%}
        cast(null as timestamp) as {{ name }}_value,
        {{ id_cell(columns, types, name) }} as {{ name }}_text
    {%- endif -%}
{%- endmacro %}

{% macro kind_of_type(type) %}
    {%- set type = (type or "string") | lower -%}
    {%- if type in zoned_types() or "tz=" in type -%}{{ return("zoned time") }}{%- endif -%}
    {%- if type.startswith(("timestamp", "date")) -%}{{ return("time") }}{%- endif -%}
    {%- if modules.re.match("(u?(tiny|small|big|huge)?int(eger)?[0-9]*|(half)?float|double|real|decimal.*)$", type) -%}
        {{ return("number") }}
    {%- endif -%}
    {{ return("text") }}
{% endmacro %}
