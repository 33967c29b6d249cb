{#- All characters that print as a blank: spaces of every width, tabs, line ends, zero-width characters, byte order
    marks. -#}
{% macro blanks() %}
    {{- return("\\x{00}-\\x{20}\\x{7F}-\\x{A0}\\x{AD}\\x{1680}\\x{180E}\\x{2000}-\\x{200F}\\x{2028}-\\x{202F}\\x{205F}-\\x{206F}\\x{3000}\\x{FEFF}") -}}
{% endmacro %}

{#- Recognises the form of most ids with one regular expression. -#}
{% macro plain_id(text) -%}
    case
        when {{ matches(text, "'" ~ form_of_plain_ids() ~ "'") }} then {{ text }}
        {{ when_whole_number(text) }}
    end
{%- endmacro %}

{#- Few codes stand in many lines. DuckDB extracts a part once from each text of a Parquet dictionary, but tests each
    line. -#}
{% macro plain_code(text) -%}
    coalesce(
        nullif(regexp_extract({{ text }}, '{{ form_of_plain_ids() }}', 0), ''),
        case {{ when_whole_number(text) }} end
    )
{%- endmacro %}

{% macro form_of_plain_ids() %}
    {{- return("^[A-Za-z]?[0-9]+[A-Za-z]?$") -}}
{% endmacro %}

{% macro when_whole_number(text) -%}
    when {{ text }} like '%.0' and {{ matches(text, "'^[0-9]+[.]0$'") }} then left({{ text }}, length({{ text }}) - 2)
{%- endmacro %}

{#- Testing the first and last character is three times as fast as trimming. -#}
{% macro without_blanks_around(text) -%}
    case
        when {{ matches(text, "'^[^!-~]|[^!-~]$'") }}
            then {{ replaced(text, "(?s)^[" ~ blanks() ~ "]*(.*?)[" ~ blanks() ~ "]*$", "\\1") }}
        else {{ text }}
    end
{%- endmacro %}

{#- As it looks in print: without blanks around it, with single blanks, and accents in one character with their
    letters. -#}
{% macro as_printed(text) -%}
    case
        when {{ matches(text, "'^ | $|  |[^ -~]'") }}
            then {{ composed(replaced(without_blanks_around(text), "[\\x{9}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{202F}\\x{205F}\\x{3000} ]+", " ")) }}
        else {{ text }}
    end
{%- endmacro %}

{#- Some exports write ="0012", so that spreadsheets keep the zeros. -#}
{% macro without_formula(text) -%}
    case when {{ text }} like '="%"' then substr({{ text }}, 3, length({{ text }}) - 3) else {{ text }} end
{%- endmacro %}

{#- The id as the same text, however a spreadsheet wrote it. But 10.000 may be ten thousand. -#}
{% macro id_text(trimmed) -%}
    case
        when length({{ trimmed }}) <= 9 and {{ matches("lower(" ~ trimmed ~ ")", text_literal("^(" ~ words_for_nothing() ~ ")?$")) }}
            then null
        when {{ trimmed }} like '%0' and {{ matches(trimmed, "'^-?[0-9]+[.,](0{1,2}|0{4,})$|^-?[0-9]{4,}[.,]000$'") }}
            then {{ replaced(trimmed, "[.,]0+$", "") }}
        else {{ trimmed }}
    end
{%- endmacro %}

{% macro words_for_nothing() %}
    {{- return(
        "na|n/a|#n/a|#na|<na>|-?nan|nat|none|null|<null>|[(]null[)]|\\[null\\]|\\\\n|undefined|[(](blank|leer|vide)[)]"
        ~ "|#nv|#n/[bdv]!?|#i/t|#yok|#н/д|#n/a n/a|#[¡¿]?[\\p{L}/0]+[!?]"
    ) -}}
{% endmacro %}

{#- Mail servers ignore the case of an address. Dashes and dots alone name nobody. -#}
{% macro customer_id_text(trimmed, invoice_id="null") -%}
    case
        when coalesce({{ invoice_id }}, '') = '' and length({{ trimmed }}) <= 16
            and {{ matches("lower(" ~ trimmed ~ ")", text_literal("^(" ~ words_for_all() ~ "):?$")) }}
            then null
        when {{ trimmed }} like '%@%' then lower({{ trimmed }})
        when {{ matches(trimmed, text_literal("[\\p{L}\\p{N}]")) }} then {{ id_text(trimmed) }}
    end
{%- endmacro %}

{% macro missing_customer_ids() %}
    {%- set ids = [] -%}
    {%- for id in setting("missing_customer_ids") -%}
        {%- do ids.append(modules.re.sub("^(-?[0-9]+)[.]0+$", "\\1", (id | string).strip()) | lower | replace("'", "''")) -%}
    {%- endfor -%}
    {{- return(ids) -}}
{% endmacro %}

{#- Such as 6.2145E+12. 12E4 may be a code of the shop. -#}
{% macro is_rounded_id(id) -%}
    lower({{ id }}) like '%e%'
    and {{ matches("lower(" ~ id ~ ")", "'^[1-9]([.,][0-9]+)?e[+][0-9]{1,3}$|^[1-9][.,][0-9]+e[0-9]{1,3}$'") }}
{%- endmacro %}
