select
    code_pattern,
    cast(is_uci_only as boolean) as is_uci_only,
    kind
from {{ edited_table('non_product_codes') }}
