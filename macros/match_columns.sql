{#- Canonical column: the names it is known by; spaces, underscores and case don't matter. Twin of column_matching.py, which
    finds the header of a file; here for tables, that are read without Python. -#}
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

{#- Canonical column: the column of `names` that holds it. A mapping goes first; what it doesn't mention is known by name. -#}
{% macro match_columns(names, invoice_columns, where) %}
    {%- set shown = [] -%}
    {%- for name in names -%}{%- do shown.append("%r" | format(name[:40])) -%}{%- endfor -%}
    {%- set found = "Columns found: " ~ (shown | join(", ") or "none") ~ "." -%}
    {%- set matched = {} -%}
    {%- for canonical, source in invoice_columns.items() -%}
        {%- set like = names | select("equalto", source | string | trim) | list -%}
        {%- if like | length != 1 -%}
            {{- exceptions.raise_compiler_error(
                where ~ ": the var invoice_columns says " ~ canonical ~ ": " ~ "%r" | format(source) ~ ", but " ~ like | length
                ~ " columns have that name. " ~ found
            ) -}}
        {%- endif -%}
        {%- do matched.update({canonical: like[0]}) -%}
    {%- endfor -%}
    {%- for canonical, known in known_names().items() if canonical not in matched -%}
        {%- set keys = [] -%}
        {%- for name in known -%}{%- do keys.append(column_key(name)) -%}{%- endfor -%}
        {%- set like = [] -%}
        {%- for name in names if name not in matched.values() and column_key(name) in keys -%}{%- do like.append(name) -%}{%- endfor -%}
        {%- if canonical == "amount" and "quantity" in matched and "unit_price" in matched -%}{%- set like = [] -%}{%- endif -%}
        {%- if like | length > 1 -%}
            {{- exceptions.raise_compiler_error(
                where ~ ": " ~ "%r and %r" | format(like[0], like[1]) ~ " could both be " ~ canonical
                ~ ". Name one in the var invoice_columns. " ~ found
            ) -}}
        {%- endif -%}
        {%- if like -%}{%- do matched.update({canonical: like[0]}) -%}{%- endif -%}
    {%- endfor -%}
    {%- do check_columns_complete(matched, found, where) -%}
    {{- return(matched) -}}
{% endmacro %}

{% macro column_key(name) %}
    {{- return((name.split() | join("") | replace("_", "")).casefold()) -}}
{% endmacro %}

{% macro check_columns_complete(matched, found, where) %}
    {%- set needed = ["invoiced_at", "customer_id"] + ([] if "amount" in matched else ["quantity", "unit_price"]) -%}
    {%- set missing = needed | reject("in", matched) | list -%}
    {%- if missing -%}
        {{- exceptions.raise_compiler_error(
            where ~ ": no column for " ~ missing | join(", ") ~ ". " ~ found ~ " Say which column is which, e.g. --vars "
            ~ "'{invoice_columns: {" ~ missing[0] ~ ": name in the file}}'; amount may stand for quantity and unit_price."
        ) -}}
    {%- endif -%}
{% endmacro %}
