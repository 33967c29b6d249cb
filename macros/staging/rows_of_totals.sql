{#- Spreadsheets and reports end with a row of totals, or have one below each group. It has a word where other lines have
    an id or a description. -#}
{% macro words_for_all() %}
    {{- return(
        "(grand |sub-?|sous-)?totals?|total g[eé]n[eé]ral|sum|(zwischen)?summe|(gesamt)?ergebnis|gesamt(summe)?|somme|totale|totaal|suma"
        ~ "|razem|celkem|összesen|toplam|yhteensä|итого|всего|合计|合計|小计|小計|합계|übertrag|saldo"
    ) -}}
{% endmacro %}

{#- A line of raw_invoice_lines, named lines. Without the condition on dates, a product named Total would be one. -#}
{% macro is_row_of_totals() -%}
    lines.invoiced_at_value is null and coalesce({{ without_blanks_around("lines.invoiced_at_text") }}, '') = ''
    and (
        {%- for column in ["invoice_id_text", "stock_code_text", "customer_id_text", "description"] %}
        {{ "or " if not loop.first }}{{ matches(
            "lower(trim(coalesce(lines." ~ column ~ ", '')))", text_literal("^(" ~ words_for_all() ~ ")([^\\p{L}].*)?$")
        ) }}
        {%- endfor %}
    )
{%- endmacro %}

{% macro reason_of_totals() %}
    {{- return("a row of totals") -}}
{% endmacro %}
