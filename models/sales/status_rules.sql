select
    {{ status_spelling('status') }} as status,
    cast(counts as boolean) as counts,
    kind
from {{ edited_table('order_statuses') }}
