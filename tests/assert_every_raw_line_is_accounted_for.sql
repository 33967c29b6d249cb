-- Counted again from the input: every line is rejected, a repeat, or classified, and money adds up.
with
lines as (
    select * from {{ ref('quintile', 'raw_invoice_lines') }}
),

files as (
    select
        (select count(*) from lines) as lines_read,
        coalesce(sum(case when problem_column is null then amount end), 0) as amount_read
    from {{ ref('quintile', 'parsed_invoice_lines') }}
),

outcomes as (
    select
        (select count(*) from {{ ref('quintile', 'rejected_lines') }}) as lines_rejected,
        (select count(*) from {{ ref('quintile', 'repeated_lines') }}) as lines_repeated,
        (select count(*) from {{ ref('quintile', 'invoice_lines') }}) as lines_classified,
        (select coalesce(sum(amount), 0) from {{ ref('quintile', 'repeated_lines') }}) as amount_repeated,
        (select coalesce(sum(amount), 0) from {{ ref('quintile', 'invoice_lines') }}) as amount_classified
),

audit as (
    select
        lines_before,
        amount_before
    from {{ ref('quintile', 'cleaning_audit') }}
    where step = 'raw'
)

select
    files.*,
    outcomes.*,
    audit.*
from files
cross join outcomes
cross join audit
where files.lines_read != outcomes.lines_rejected + outcomes.lines_repeated + outcomes.lines_classified
    or files.amount_read != outcomes.amount_repeated + outcomes.amount_classified
    or files.lines_read != audit.lines_before
    or files.amount_read != audit.amount_before
