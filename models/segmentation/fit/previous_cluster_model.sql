{#- The cluster_model of the last build, read before this build replaces it: a ref would be a circle. -#}
{%- set last_build = adapter.get_relation(this.database, this.schema, 'cluster_model') if execute -%}

with
clusters_kept as (
    {% if last_build -%}
    select
        {% for column in kept_columns() -%}
        {{ column }}{{ ',' if not loop.last }}
        {% endfor -%}
    from {{ last_build }}
    {% else -%}
    select
        {% for column, type in kept_columns().items() -%}
        cast(null as {{ type_named(type) }}) as {{ column }}{{ ',' if not loop.last }}
        {% endfor -%}
    where false
    {% endif -%}
)

select * from clusters_kept
