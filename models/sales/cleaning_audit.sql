with
step_removals as (
    select * from {{ ref('step_removals') }}
),

-- What stands before a step is all that it and the steps after it remove or keep.
funnel_laid_out as (
    select
        step_number,
        step,
        meaning,
        {% for measure, type in [
            ('lines', 'bigint'), ('invoices', 'bigint'), ('customers', 'bigint'), ('amount', 'decimal(18, 4)')
        ] -%}
        cast(sum({{ measure }}_removed) over remaining as {{ type }}) as {{ measure }}_before,
        cast({{ measure }}_removed as {{ type }}) as {{ measure }}_removed,
        cast((sum({{ measure }}_removed) over remaining) - {{ measure }}_removed as {{ type }}) as {{ measure }}_after
        {{- ',' if not loop.last }}
        {% endfor -%}
    from step_removals
    window remaining as (order by step_number desc)
),

steps_kept as (
    select * from funnel_laid_out
    where step != 'kept'
)

select * from steps_kept
