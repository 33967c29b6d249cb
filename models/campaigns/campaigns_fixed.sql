{#-
    campaign_groups as the last build left it, before this one adds to it: a ref would be a circle. Where there is no
    table its columns are integers, which no engine casts to dates.
-#}
with
rows_kept as (
    {{ rows_of_last_build('campaign_groups', ['campaign', 'audience', 'starts_on', 'ends_on', 'control_share']) }}
),

campaigns_named as (
    select
        cast(campaign as string) as campaign,
        max(cast(audience as string)) as audience,
        cast(max(cast(starts_on as string)) as date) as starts_on,
        cast(max(cast(ends_on as string)) as date) as ends_on,
        max(cast(control_share as double)) as control_share
    from rows_kept
    where not {{ is_another_shop(ref('quintile', 'model_drift')) }}
    group by campaign
)

select * from campaigns_named
