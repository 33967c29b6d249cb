
-- Fixture for date_formats
select cast(null as character varying(256)) as "source_file", cast(null as BIGINT) as "first_line_number", cast(null as BOOLEAN) as "has_dates", cast(null as BOOLEAN) as "are_serial_days", cast(null as character varying(256)) as "ambiguous_example", cast(null as character varying(256)) as "day_first_example", cast(null as BIGINT) as "day_first_line_number", cast(null as character varying(256)) as "month_first_example", cast(null as BIGINT) as "month_first_line_number", cast(null as character varying(256)) as "date_order"
    limit 0