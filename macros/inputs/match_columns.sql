{#- Canonical column: the names by which it is recognised, whatever their spaces, underscores and case.
    column_matching.py does the same for files; this is for tables, which are read without Python. -#}
{% macro known_names() %}
    {{- return({
        "invoice_id": ["invoice_id", "InvoiceNo", "Invoice"],
        "stock_code": ["stock_code", "StockCode"],
        "description": ["description"],
        "quantity": ["quantity"],
        "invoiced_at": ["invoiced_at", "InvoiceDate"],
        "unit_price": ["unit_price", "UnitPrice", "Price"],
        "amount": ["amount"],
        "customer_id": ["customer_id", "CustomerID"],
        "country": ["country"],
        "currency": [],
        "status": [],
    }) -}}
{% endmacro %}

{#- columns: canonical column to the matching one of `names`. problem: why there is none. A mapping precedes known
    names. -#}
{% macro match_columns(names, invoice_columns, where) %}
    {%- set shown = [] -%}
    {%- for name in names -%}{%- do shown.append("%r" | format((name | trim)[:40])) -%}{%- endfor -%}
    {%- set found = "Columns found: " ~ (shown | join(", ") or "none") ~ "." -%}
    {%- set matched = {} -%}
    {%- for canonical, source in invoice_columns.items() -%}
        {%- if canonical not in known_names() -%}
            {{- return({"problem": "The var invoice_columns maps " ~ "%r" | format(canonical) ~ ", but the columns to map are "
                ~ known_names() | join(", ") ~ "."}) -}}
        {%- endif -%}
        {%- set like, alike = [], [] -%}
        {%- for name in names if name | trim == source | trim -%}{%- do like.append(name) -%}{%- endfor -%}
        {%- for name in names if not like and (name | trim).casefold() == (source | trim).casefold() -%}
            {%- do alike.append(name) -%}
        {%- endfor -%}
        {%- set like = like or alike -%}
        {%- if like | length != 1 -%}
            {{- return({"problem": where ~ ": the var invoice_columns says " ~ canonical ~ ": " ~ "%r" | format(source) ~ ", but "
                ~ like | length ~ " columns have that name. " ~ found}) -}}
        {%- endif -%}
        {%- do matched.update({canonical: like[0]}) -%}
    {%- endfor -%}
    {%- set others = names | reject("in", matched.values() | list) | list -%}
    {%- for canonical, known in known_names().items() if canonical not in matched -%}
        {%- set like = names_alike(others, known) -%}
        {%- if canonical == "amount" and "quantity" in matched and "unit_price" in matched -%}{%- set like = [] -%}{%- endif -%}
        {%- if like | length > 1 -%}
            {{- return({"problem": where ~ ": " ~ "%r and %r" | format(like[0] | trim, like[1] | trim) ~ " could both be " ~ canonical
                ~ ". Name one in the var invoice_columns. " ~ found}) -}}
        {%- elif like -%}
            {%- do matched.update({canonical: like[0]}) -%}
        {%- endif -%}
    {%- endfor -%}
    {%- set needed = ["invoiced_at", "customer_id"] + ([] if "amount" in matched else ["quantity", "unit_price"]) -%}
    {%- set missing = needed | reject("in", matched) | list -%}
    {%- if missing -%}
        {{- return({"problem": where ~ ": no column for " ~ missing | join(", ") ~ ". " ~ found ~ " Say which column is which, "
            ~ "e.g. --vars '{invoice_columns: {" ~ missing[0] ~ ": name in the file}}'. amount may replace quantity and "
            ~ "unit_price."}) -}}
    {%- endif -%}
    {{- return({"columns": matched}) -}}
{% endmacro %}

{% macro names_alike(names, known) %}
    {%- set keys = [] -%}
    {%- for name in known -%}{%- do keys.append(column_key(name)) -%}{%- endfor -%}
    {%- set alike = [] -%}
    {%- for name in names if column_key(name) in keys -%}{%- do alike.append(name) -%}{%- endfor -%}
    {{- return(alike) -}}
{% endmacro %}

{% macro column_key(name) %}
    {{- return((name.split() | join("") | replace("_", "")).casefold()) -}}
{% endmacro %}
