{#- Numbers that a cast reads correctly with either decimal mark: all but 1.000, which may be one or a thousand. -#}
{% macro plain_number(text) -%}
    case
        when {{ text }} like '%.___%' and {{ matches(text, text_literal("^\\s*[-+]?[1-9][0-9]{0,2}[.][0-9]{3}\\s*$")) }} then null
        else try_cast({{ text }} as decimal(18, 4))
    end
{%- endmacro %}

{#- Signs, currency, signs, digits, signs, currency, signs. The text is in upper case, with single spaces. -#}
{% macro number_parts(text) -%}
    {%- set currency = "\\p{L}{0,3}\\p{Sc}\\p{L}{0,2}|\\p{Lu}{3}|\\p{L}{1,4}[.]?" -%}
    {%- set digits = "[0-9.,' ]*[0-9][.,]?" -%}
    {{ replaced(
        text,
        "^([-+(]*) ?(" ~ currency ~ ")? ?([-+(]*) ?(" ~ digits ~ ") ?([-+)]*) ?(" ~ currency ~ ")? ?([-+)]*)$",
        "\\1\\3\\5\\7|\\2|\\6|\\4"
    ) }}
{%- endmacro %}

{% macro number_shape(digits) -%}
    {%- set groups = "[1-9][0-9]{0,2}(?:" -%}
    {%- set neutral = groups ~ " [0-9]{3})+|" ~ groups ~ "'[0-9]{3})+" -%}
    {%- set indian = "[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3}" -%}
    {%- set with_commas = groups ~ ",[0-9]{3})" -%}
    {%- set with_points = groups ~ "[.][0-9]{3})" -%}
    {%- set shapes = {
        "either": "[1-9][0-9]{0,2}[.,][0-9]{3}",
        "plain": "[0-9]+|" ~ neutral,
        "point": "(?:[0-9]*|" ~ neutral ~ "|" ~ indian ~ "|" ~ with_commas ~ "+)[.][0-9]*|" ~ with_commas ~ "{2,}|" ~ indian,
        "comma": "(?:[0-9]*|" ~ neutral ~ "|" ~ with_points ~ "+),[0-9]+|" ~ with_points ~ "{2,}",
    } -%}
    case
        {%- for shape, pattern in shapes.items() %}
        when {{ matches(digits, text_literal("^(?:" ~ pattern ~ ")$")) }} then '{{ shape }}'
        {%- endfor %}
    end
{%- endmacro %}

{% macro translated(text, characters, replacements) -%}
    translate({{ text }}, {{ text_literal(characters) }}, {{ text_literal(replacements) }})
{%- endmacro %}
