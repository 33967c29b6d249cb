{#- What was understood of a file, for the log: how it is written, where its header stands, what is unusual. -#}
{% macro notes_on_layout(file) %}
    {%- set known = file.understood -%}
    {%- set delimiters = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "pipes"} -%}
    {%- set notes = [] -%}
    {%- if known.encoding -%}
        {%- do notes.append(known.encoding ~ (", as it is " ~ known.encoding_remark if known.encoding_remark else "")) -%}
        {%- do notes.append(delimiters.get(known.delimiter, "delimiter " ~ known.delimiter)) -%}
    {%- endif -%}
    {%- if known.header_line -%}{%- do notes.append("header in line " ~ known.header_line) -%}{%- endif -%}
    {%- if known.quoting -%}{%- do notes.append("quoted cells") -%}{%- endif -%}
    {%- if known.stray_quotes -%}
        {%- do notes.append("quotes taken for plain characters in " ~ known.stray_quotes ~ " line" ~ ("s" if known.stray_quotes > 1 else "")) -%}
    {%- endif -%}
    {%- if known.fields_remark -%}{%- do notes.append(known.fields_remark) -%}{%- endif -%}
    {{- return(notes) -}}
{% endmacro %}

{#- Says which sheets of a workbook are passed over, and which columns may change what the figures mean. -#}
{% macro log_what_is_left_out(file) %}
    {%- for sheet, problem in file.understood.get("skipped_sheets", {}).items() -%}
        {%- do log("Passing over a sheet, " ~ problem, info=true) -%}
    {%- endfor -%}
    {%- do log_telling_columns(file.source_file, file.columns, file.understood.get("other_columns", [])) -%}
{% endmacro %}

{#- Names every column that is not read though it may say that lines don't count, or count for less. -#}
{% macro log_telling_columns(where, matched, other_columns) %}
    {%- set advice = {
        "status": "Orders of every status count. To leave out those that failed or were cancelled, map it to status",
        "currency": "All amounts are taken for one currency. To have that checked, map it to currency",
        "discount": "Amounts are taken as net of discounts. If they are not, map a column that is net to amount",
        "refund": "Refunds count where they are lines of their own. If they are not, map a column that is net of them to amount",
    } -%}
    {%- for name in other_columns -%}
        {%- set kind = kind_of_column(name) -%}
        {%- if kind and kind not in matched -%}
            {%- do log(where ~ ": the column " ~ name[:40] ~ " is not read. " ~ advice[kind] ~ " in the var invoice_columns.", info=true) -%}
        {%- endif -%}
    {%- endfor -%}
{% endmacro %}

{#- What a column's name says that it holds: status, currency, discount or refund; none for any other name. -#}
{% macro kind_of_column(name) %}
    {%- set letters = modules.re.sub("[^a-zà-ÿ]", "", name | lower) -%}
    {%- set kinds = {
        "refund": "refund|returned|chargeback|erstattung|retoure|rembours|reembols",
        "status": "status|statut|(order|payment|financial|fulfillment)state|cancel|void|stornier",
        "currency": "currency|währung|waehrung|devise|moneda|valuta",
        "discount": "discount|rabatt|coupon|promo|rebate|remise|descuento|sconto",
    } -%}
    {%- for kind, pattern in kinds.items() if modules.re.search(pattern, letters) -%}
        {{ return(kind) }}
    {%- endfor -%}
    {{ return(none) }}
{% endmacro %}

{#- Stops the build where a Parquet file has been replaced since the run began: models may have read both. Each model that
    reads files calls it last. -#}
{% macro check_files_are_unchanged() %}
    {%- set reads_files = not invoices_relation() or env_var("QUINTILE_CUSTOMERS_TO_SCORE", "") -%}
    {%- if execute and not flags.EMPTY and reads_files -%}
        {%- do ask_about_files("changed_files") -%}
    {%- endif -%}
{% endmacro %}

{#- DuckDB doesn't always say which Parquet file it could not read to its end. -#}
{% macro log_damaged_files(results) %}
    {%- set relation = invoices_relation() -%}
    {%- set readers = ["cell_texts", "parsed_invoice_lines", "rejected_lines", "customers_to_score"] -%}
    {%- set failed = results | selectattr("status", "equalto", "error") | selectattr("node.name", "in", readers) | list -%}
    {%- if execute and failed and not relation -%}
        {%- for file, damage in ask_about_files("damaged_files").items() -%}
            {%- do log(file ~ ": a damaged Parquet file (" ~ damage ~ "). Write it again.", info=true) -%}
        {%- endfor -%}
    {%- endif -%}
{% endmacro %}
