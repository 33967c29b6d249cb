{% macro settings() %}
    {%- set names = [
        "as_of_date", "match_cancellations", "products_only", "cancellation_pattern",
        "invoice_columns", "file_encoding", "date_order", "max_rejected_share",
        "n_clusters", "cluster_range", "min_cluster_share", "min_stability",
        "fit_sample_size", "drift_limit", "refit", "clusters_per_factor", "factor_segment_bounds",
        "random_seed", "history_months", "value_horizon_days",
    ] -%}
    {%- set values = {} -%}
    {%- for name in names -%}{%- do values.update({name: var(name)}) -%}{%- endfor -%}
    {#- YAML reads an unquoted date as one, which JSON cannot hold. -#}
    {%- do values.update({"as_of_date": var("as_of_date") | string}) -%}
    {{- return(values) -}}
{% endmacro %}

{% macro check_settings() %}
    {%- if execute -%}
        {%- set given = invocation_args_dict.get("vars", {}) -%}
        {%- do ask_python("check_settings", tojson(settings()), tojson(given | list)) -%}
        {%- for file in invoice_files() -%}
            {%- do log("Reading " ~ file.source_file ~ notes_on(file), info=true) -%}
        {%- endfor -%}
        {%- set forgotten = forgotten_customers().hashes | length -%}
        {%- if forgotten -%}
            {%- do log("Leaving out " ~ forgotten ~ " forgotten customer" ~ ("s" if forgotten > 1 else ""), info=true) -%}
        {%- endif -%}
        {%- for file in customer_files() -%}
            {%- do log("Scoring " ~ file.source_file, info=true) -%}
        {%- endfor -%}
    {%- endif -%}
{% endmacro %}

{#- What is done for want of a column, or otherwise than the text of the file may suggest. -#}
{% macro notes_on(file) %}
    {%- set notes = [] -%}
    {%- if "invoice_id" not in file.columns -%}
        {%- do notes.append("no invoice ids: a customer's day is an invoice") -%}
    {%- endif -%}
    {%- if var("match_cancellations") and "quantity" not in file.columns -%}
        {%- do notes.append("no quantities: cancellations are matched by amount") -%}
    {%- elif var("match_cancellations") and "stock_code" not in file.columns -%}
        {%- do notes.append("no stock codes: cancellations are matched by unit price") -%}
    {%- endif -%}
    {%- if file.decimal_commas -%}
        {%- do notes.append("decimal commas in " ~ file.decimal_commas | join(", ")) -%}
    {%- endif -%}
    {{- return((" (" ~ notes | join("; ") ~ ")") if notes else "") -}}
{% endmacro %}
