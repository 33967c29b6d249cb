{% macro log_inputs() %}
    {%- set relation = invoices_relation() -%}
    {%- if execute and runs_models_of_quintile() -%}
        {%- if relation -%}
            {%- set passed_over = " (QUINTILE_INVOICES is set too, but not read)" if env_var("QUINTILE_INVOICES", "") -%}
            {%- do log("Reading " ~ parts_of_name(relation) | join(".") ~ passed_over, info=true) -%}
        {%- else -%}
            {%- for file in invoice_files() -%}
                {%- do log("Reading " ~ file.source_file ~ notes_on(file), info=true) -%}
                {%- do log_what_is_left_out(file) -%}
            {%- endfor -%}
        {%- endif -%}
        {%- set forgotten = forgotten_customers().hashes | length -%}
        {%- if forgotten -%}
            {%- do log("Leaving out " ~ forgotten ~ " forgotten customer" ~ ("s" if forgotten > 1 else ""), info=true) -%}
        {%- endif -%}
        {%- for file in opened_customers().files -%}
            {%- do log("Scoring " ~ file.source_file, info=true) -%}
            {%- do log_passed_over(file) -%}
        {%- endfor -%}
    {%- endif -%}
{% endmacro %}

{% macro notes_on(file) %}
    {%- set notes = notes_on_layout(file) + notes_on_columns(file.columns, dict(zip(file.columns, file.types))) -%}
    {{- return((" (" ~ notes | join("; ") ~ ")") if notes else "") -}}
{% endmacro %}

{% macro notes_on_columns(columns, types) %}
    {%- set notes = [] -%}
    {%- if kind_of_type(types.invoiced_at) == "zoned time" -%}
        {%- do notes.append("times converted from their zones to " ~ setting("time_zone")) -%}
    {%- endif -%}
    {%- if "invoice_id" not in columns -%}
        {%- do notes.append("no invoice ids: all lines of a customer on one day are one invoice") -%}
    {%- endif -%}
    {%- if setting("match_cancellations") and "stock_code" not in columns -%}
        {%- do notes.append("no stock codes: a refund undoes the latest purchases of its customer") -%}
    {%- elif setting("match_cancellations") and "quantity" not in columns -%}
        {%- do notes.append("no quantities: cancellations are matched by money") -%}
    {%- endif -%}
    {{- return(notes) -}}
{% endmacro %}
