select
    trim(cast(campaign as string)) as campaign,
    trim(cast(audience as string)) as audience,
    cast(starts_on as date) as starts_on,
    cast(ends_on as date) as ends_on,
    cast(control_share as double) as control_share
from {{ edited_table('campaigns') }}
