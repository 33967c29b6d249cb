
-- Fixture for repeated_lines
select cast(null as BIGINT) as "line_id", cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "invoice_id", cast(null as character varying(256)) as "customer_id", cast(null as DECIMAL(18,4)) as "amount"
    limit 0