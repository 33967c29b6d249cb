
-- Fixture for rejected_lines
select cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "line_number", cast(null as character varying(256)) as "column_name", cast(null as character varying(256)) as "raw_text", cast(null as character varying(256)) as "reason", cast(null as DECIMAL(18,4)) as "amount", cast(null as DECIMAL(18,4)) as "amount_at_most"
    limit 0