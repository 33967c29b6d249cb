{#- campaign_groups as the last build left it, before this one adds to it: a ref would be a circle. -#}
with
rows_kept as (
    {{ rows_of_last_build('campaign_groups', 'campaign') }}
),

campaigns_named as (
    select distinct cast(campaign as string) as campaign from rows_kept
    where not {{ is_another_shop(ref('quintile', 'model_drift')) }}
)

select * from campaigns_named
