{#- How a file was read, for the log: encoding, delimiter, header line, and anything unusual. -#}
{% macro notes_on_layout(file) %}
    {%- set known = file.understood -%}
    {%- set delimiters = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "pipes"} -%}
    {%- set notes = [] -%}
    {%- if known.encoding -%}
        {%- do notes.append(known.encoding ~ (", assumed as it is " ~ known.encoding_remark if known.encoding_remark else "")) -%}
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
    {%- if known.footers -%}
        {%- do notes.append("a footer of words in " ~ words_on_lines(known.footers, known.first_footer)) -%}
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
