{#- The kinds of values in the rules of settings.sql: whether a value is of a kind, and how messages name it. -#}

{% macro is_allowed(value, rule) %}
    {%- if value in rule.get("or", []) -%}
        {{- return(true) -}}
    {%- elif rule.is == "switch" -%}
        {{- return(value is boolean) -}}
    {%- elif rule.is == "whole number" -%}
        {{- return(value is integer and rule.from <= value <= rule.to) -}}
    {%- elif rule.is == "number" -%}
        {{- return(value is number and value is not boolean and rule.from <= value <= rule.to) -}}
    {%- elif rule.is == "date" -%}
        {{- return(is_date(value | string)) -}}
    {%- elif rule.is == "text" -%}
        {{- return(value is string and 0 < value | length <= rule.to) -}}
    {%- elif rule.is in ["regular expression", "time zone"] -%}
        {{- return(value is string and value != "") -}}
    {%- elif rule.is == "text or whole number" -%}
        {{- return(value is string or value is integer) -}}
    {%- elif rule.is == "map" -%}
        {{- return(value is mapping and are_allowed(value.values() | list + value | list, {"is": "text", "to": 1000})) -}}
    {%- elif rule.is == "list" -%}
        {{- return(is_list(value) and are_allowed(value, rule.of)) -}}
    {%- elif rule.is == "pair" -%}
        {{- return(
            is_list(value) and value | length == 2 and are_allowed(value, rule.of)
            and (value[0] < value[1] or (value[0] == value[1] and not rule.rises))
        ) -}}
    {%- endif -%}
    {{- return(false) -}}
{% endmacro %}

{% macro are_allowed(values, rule) %}
    {%- for value in values if not is_allowed(value, rule) -%}
        {{- return(false) -}}
    {%- endfor -%}
    {{- return(true) -}}
{% endmacro %}

{% macro is_list(value) %}
    {{- return(value is sequence and value is not string and value is not mapping) -}}
{% endmacro %}

{#- 28 days after the first of February is the first of March, or the leap day. -#}
{% macro is_date(text) %}
    {%- if not modules.re.fullmatch("(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])", text) -%}
        {{- return(false) -}}
    {%- endif -%}
    {%- set year, month, day = text.split("-") | map("int") -%}
    {%- set first = modules.datetime.date(year, month, 1) -%}
    {{- return((first + modules.datetime.timedelta(days=day - 1)).month == month) -}}
{% endmacro %}

{% macro what_is_allowed(rule) %}
    {%- set named = [] -%}
    {%- for value in rule.get("or", []) if value is not none -%}
        {%- do named.append(value or "empty") -%}
    {%- endfor -%}
    {%- set limits = " from " ~ rule.from ~ " to " ~ rule.to -%}
    {%- if rule.is == "switch" -%}
        {%- do named.append("true or false") -%}
    {%- elif rule.is == "date" -%}
        {%- do named.append("a date from 1900-01-01 to 2199-12-31, YYYY-MM-DD") -%}
    {%- elif rule.is in ["whole number", "number"] -%}
        {%- do named.append("a " ~ rule.is ~ limits) -%}
    {%- elif rule.is == "map" -%}
        {%- do named.append("a map from canonical column to column of the file") -%}
    {%- elif rule.is == "list" -%}
        {%- do named.append("a list whose items are each a " ~ rule.of.is) -%}
    {%- elif rule.is == "pair" -%}
        {%- do named.append(
            "a list of two " ~ rule.of.is ~ "s from " ~ rule.of.from ~ " to " ~ rule.of.to ~ ", the second "
            ~ ("above" if rule.rises else "not below") ~ " the first"
        ) -%}
    {%- elif rule.is == "text" -%}
        {%- do named.append("text of at most " ~ rule.to ~ " characters") -%}
    {%- elif rule.is -%}
        {%- do named.append("a " ~ rule.is) -%}
    {%- endif -%}
    {{- return(named[:-1] | join(", ") ~ (" or " if named[:-1]) ~ named[-1]) -}}
{% endmacro %}

{#- A value on one line, roughly as in YAML. -#}
{% macro written(value) %}
    {%- if value is none -%}{{- return("empty") -}}{%- endif -%}
    {%- if value is boolean -%}{{- return(value | lower) -}}{%- endif -%}
    {%- set text = "%r" % value if value is string else value | string -%}
    {{- return(text | replace("\n", " ") | truncate(100, true)) -}}
{% endmacro %}

{#- The name with the most pairs of adjacent letters in common, in any case, if it has most of them in common. -#}
{% macro closest_name(name, names) %}
    {%- set closest = namespace(name=none, likeness=0.5) -%}
    {%- for known in names -%}
        {%- set shared = [] -%}
        {%- for place in range(name | length - 1) if name[place:place + 2] | lower in known | lower -%}
            {%- do shared.append(place) -%}
        {%- endfor -%}
        {%- set likeness = 2 * shared | length / (name | length + known | length - 2) -%}
        {%- if likeness > closest.likeness -%}
            {%- set closest.name = known -%}
            {%- set closest.likeness = likeness -%}
        {%- endif -%}
    {%- endfor -%}
    {{- return(closest.name) -}}
{% endmacro %}
