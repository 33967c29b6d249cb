{#- The rule of every var. A setting is one line in dbt_project.yml (name, default, unit and sentence) and one line
    here. Models and macros read it by setting('its_name'), which raises an error if the rule doesn't allow the value.
    -#}
{% macro setting_rules() %}
    {{- return({
        "as_of_date": {"is": "date", "or": ["auto"]},
        "match_cancellations": {"is": "switch"},
        "products_only": {"is": "switch"},
        "cancellation_pattern": {"is": "regular expression", "or": ["", none]},
        "invoices_relation": {"is": "text", "to": 1000, "or": ["", none]},
        "invoice_columns": {"is": "map"},
        "missing_customer_ids": {"is": "list", "of": {"is": "text or whole number"}},
        "file_encoding": {"or": [
            "auto", "utf-8", "utf-16", "latin-1", "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257",
            "cp850", "cp866", "cp932", "cp949", "big5", "gb18030",
        ]},
        "date_order": {"or": ["auto", "mdy", "dmy"]},
        "decimal_mark": {"or": ["auto", "point", "comma"]},
        "time_zone": {"is": "time zone"},
        "max_rejected_share": {"is": "number", "from": 0, "to": 1},
        "n_clusters": {"is": "whole number", "from": 1, "to": 11, "or": ["auto"]},
        "cluster_range": {"is": "pair", "of": {"is": "whole number", "from": 2, "to": 11}},
        "min_cluster_share": {"is": "number", "from": 0, "to": 1},
        "min_stability": {"is": "number", "from": 0, "to": 1},
        "fit_sample_size": {"is": "whole number", "from": 100, "to": 1000000},
        "refit": {"is": "switch"},
        "tier_bounds": {"is": "pair", "of": {"is": "number", "from": 0.01, "to": 100}, "rises": true},
        "clusters_per_factor": {"is": "whole number", "from": 2, "to": 20},
        "factor_segment_bounds": {"is": "pair", "of": {"is": "whole number", "from": 1, "to": 57}, "rises": true},
        "random_seed": {"is": "whole number", "from": 0, "to": 4294967295},
        "history_months": {"is": "whole number", "from": 1, "to": 1200},
        "value_horizon_days": {"is": "whole number", "from": 1, "to": 3650},
        "discount_rate": {"is": "number", "from": 0, "to": 9.99},
        "min_product_buyers": {"is": "whole number", "from": 1, "to": 1000000},
        "currency_symbol": {"is": "text", "to": 10, "or": ["", none]},
        "report_locale": {"or": [
            "cs_CZ", "da_DK", "de_AT", "de_CH", "de_DE", "en_AU", "en_CA", "en_GB", "en_IE", "en_IN", "en_US", "es_ES", "fi_FI",
            "fr_CH", "fr_FR", "it_IT", "ja_JP", "nb_NO", "nl_NL", "pl_PL", "pt_BR", "pt_PT", "sv_SE",
        ]},
        "rfm_segments_relation": {"is": "text", "to": 1000, "or": ["", none]},
        "segment_playbook_relation": {"is": "text", "to": 1000, "or": ["", none]},
        "non_product_codes_relation": {"is": "text", "to": 1000, "or": ["", none]},
        "order_statuses_relation": {"is": "text", "to": 1000, "or": ["", none]},
        "campaigns_relation": {"is": "text", "to": 1000, "or": ["", none]},
    }) -}}
{% endmacro %}

{% macro setting(name) %}
    {%- set value = var(name) -%}
    {%- set problem = problem_of_setting(name, value) -%}
    {%- if problem -%}{{ exceptions.raise_compiler_error(problem) }}{%- endif -%}
    {{- return(value) -}}
{% endmacro %}

{% macro problem_of_setting(name, value) %}
    {%- set rule = setting_rules()[name] -%}
    {%- if not is_allowed(value, rule) -%}
        {{- return("The var " ~ name ~ " is " ~ written(value) ~ "; it must be " ~ what_is_allowed(rule) ~ ".") -}}
    {%- endif -%}
    {{- return(none) -}}
{% endmacro %}

{% macro check_settings() %}
    {%- if execute and not runs_models_of_quintile() -%}{{ return("") }}{%- endif -%}
    {%- if project_name == "quintile" -%}
        {%- do check_names_of_vars() -%}
    {%- endif -%}
    {%- for name, rule in setting_rules().items() -%}
        {%- set value = setting(name) -%}
        {%- if execute and value is string and value not in rule.get("or", []) -%}
            {%- do check_with_engine(name, value, rule) -%}
        {%- endif -%}
    {%- endfor -%}
    {%- set best, high = 3 * (setting("clusters_per_factor") - 1), setting("factor_segment_bounds")[1] -%}
    {%- if high > best -%}
        {{- exceptions.raise_compiler_error(
            "The var factor_segment_bounds is " ~ setting("factor_segment_bounds") ~ ", so High starts at an overall score of "
            ~ high ~ ", but with clusters_per_factor " ~ setting("clusters_per_factor") ~ " nobody scores above " ~ best ~ "."
        ) -}}
    {%- endif -%}
{% endmacro %}

{#- Other vars of a host project are not checked. -#}
{% macro check_names_of_vars() %}
    {%- set names = setting_rules() | list -%}
    {%- for name in invocation_args_dict.get("vars", {}) if name not in names -%}
        {%- set close = closest_name(name | string, names) -%}
        {{- exceptions.raise_compiler_error(
            "There is no var " ~ name ~ ". " ~ ("Did you mean " ~ close ~ "?" if close else "Known: " ~ names | join(", ") ~ ".")
        ) -}}
    {%- endfor -%}
{% endmacro %}

{#- Rules cannot check regular expressions and time zones; the engine can. -#}
{% macro check_with_engine(name, value, rule) %}
    {%- set queries = {
        "regular expression": is_regular_expression(text_literal(value)),
        "time zone": is_time_zone(text_literal(value)),
    } -%}
    {%- if rule.is in queries and not run_query(queries[rule.is]).columns[0].values()[0] -%}
        {{- exceptions.raise_compiler_error(
            "The var " ~ name ~ " is " ~ written(value) ~ "; it must be " ~ what_is_allowed(rule) ~ " that "
            ~ target.type ~ " knows."
        ) -}}
    {%- endif -%}
{% endmacro %}

{#- Runs of a host project with its own models only are not checked. -#}
{% macro runs_models_of_quintile() %}
    {%- if project_name == "quintile" -%}{{ return(true) }}{%- endif -%}
    {%- for node in selected_resources if node.split(".")[1] == "quintile" -%}{{ return(true) }}{%- endfor -%}
    {{- return(false) -}}
{% endmacro %}
