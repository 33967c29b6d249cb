{#- How a file was read, for the log: encoding, delimiter, header line, and anything unusual. -#}
{% macro notes_on_layout(file) %}
    {%- set known = file.understood -%}
    {%- set delimiters = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "pipes"} -%}
    {%- set notes = [] -%}
    {%- if known.encoding -%}
        {%- do notes.append(known.encoding ~ (", as it is " ~ known.encoding_remark if known.encoding_remark else "")) -%}
        {%- do notes.append(delimiters.get(known.delimiter, "delimiter " ~ known.delimiter)) -%}
    {%- endif -%}
    {%- if known.is_hidden -%}{%- do notes.append("a hidden sheet, whose lines count") -%}{%- endif -%}
    {%- if known.header_line -%}{%- do notes.append("header in line " ~ known.header_line) -%}{%- endif -%}
    {%- if known.quoting -%}{%- do notes.append("quoted cells") -%}{%- endif -%}
    {%- if known.stray_quotes -%}
        {%- do notes.append("quotes read as plain characters in " ~ known.stray_quotes ~ " line" ~ ("s" if known.stray_quotes > 1 else "")) -%}
    {%- endif -%}
    {%- if known.fields_remark -%}{%- do notes.append(known.fields_remark) -%}{%- endif -%}
    {%- if known.repeated_headers -%}
        {%- do notes.append("the header repeated in " ~ words_on_lines(known.repeated_headers, known.first_repeated_header)) -%}
    {%- endif -%}
    {%- if known.empty_rows -%}
        {%- do notes.append("nothing but delimiters or dashes in " ~ words_on_lines(known.empty_rows, known.first_empty_row)) -%}
    {%- endif -%}
    {{- return(notes) -}}
{% endmacro %}

{% macro words_on_lines(lines, first_line) %}
    {{- return("line " ~ first_line if lines == 1 else "{:,} lines, first in line {}".format(lines, first_line)) -}}
{% endmacro %}

{% macro log_what_is_left_out(file) %}
    {%- do log_passed_over(file) -%}
    {%- do log_telling_columns(file.source_file, file.columns, file.understood.get("other_columns", [])) -%}
{% endmacro %}

{% macro log_passed_over(file) %}
    {%- for problem in file.understood.get("passed_over", []) -%}
        {%- do log("Skipping a file, " ~ problem, info=true) -%}
    {%- endfor -%}
    {%- for problem in file.understood.get("skipped_sheets", {}).values() -%}
        {%- do log("Skipping a sheet, " ~ problem, info=true) -%}
    {%- endfor -%}
{% endmacro %}

{#- Names every unread column that may say that lines don't count, or count for less. -#}
{% macro log_telling_columns(where, matched, other_columns) %}
    {%- set advice = {
        "status": "Orders of every status count. If it has words such as cancelled, map it to status in the var invoice_columns.",
        "currency": "All amounts are taken to be in one currency. To check that, map it to currency in the var invoice_columns.",
        "discount": "Amounts are taken to be net of discounts. If they are not, map a column of net amounts to amount in the var "
            ~ "invoice_columns.",
        "refund": "Refunds count only if they are separate lines. If they are not, map a column that is net of refunds to amount in the "
            ~ "var invoice_columns.",
        "amount": "The money of a line is quantity x unit_price. If this column is the money of a line, map it to amount in the var "
            ~ "invoice_columns.",
        "kind": "Lines of every kind count, also credit notes, payments and totals whose amounts are positive. If there are such, remove "
            ~ "them or make them negative.",
    } -%}
    {%- for name in other_columns -%}
        {%- set kind = kind_of_column(name) -%}
        {%- if kind and kind not in matched -%}
            {%- do log(where ~ ": the column " ~ name[:40] ~ " is not read. " ~ advice[kind], info=true) -%}
        {%- endif -%}
    {%- endfor -%}
{% endmacro %}

{% macro kind_of_column(name) %}
    {%- set letters = modules.re.sub("[^a-zà-ÿ]", "", name | lower) -%}
    {%- set kinds = {
        "kind": "^(trans|transaction|doc|document|order|invoice|voucher|receipt|bill|sales?|line|row|record|item|entry|movement|event)?"
            ~ "(type|kind|category)$|^(beleg|vorgangs|buchungs|satz|zeilen|dokument)(art|typ)$|^typed|^tipod|^movement$|^isreturn|^sign$"
            ~ "|^(is)?deleted|^(is)?test(order)?$",
        "refund": "refund|returned|chargeback|erstattung|gutschrift|retoure|rembours|reembols|rimbors",
        "status": "status|statut|(order|payment|financial|fulfillment)state|cancel|void|storn|annul",
        "currency": "currency|währung|waehrung|devise|divisa|moneda|valuta",
        "amount": "^((line|row|item|net)(amount|total|price|value)|amount|(gesamt|netto|zeilen)?betrag|montant|importe?o?)$",
        "discount": "discount|rabatt|voucher|gutschein|giftcard|storecredit|coupon|promo|rebate|remise|descuento|desconto|sconto|korting",
    } -%}
    {%- for kind, pattern in kinds.items() if modules.re.search(pattern, letters) -%}
        {{ return(kind) }}
    {%- endfor -%}
    {{ return(none) }}
{% endmacro %}

{#- Stops the build if a Parquet file was replaced since the run began, since models may have read both versions. Every
    model that reads files calls this last. -#}
{% macro check_files_are_unchanged() %}
    {%- set reads_files = not invoices_relation() or env_var("QUINTILE_CUSTOMERS_TO_SCORE", "") -%}
    {%- if execute and not flags.EMPTY and reads_files -%}
        {%- do ask_about_files("changed_files") -%}
    {%- endif -%}
{% endmacro %}

{#- DuckDB does not always say which Parquet file it could not read completely. -#}
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
