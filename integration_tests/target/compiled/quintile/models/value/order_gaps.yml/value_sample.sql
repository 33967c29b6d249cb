
-- Fixture for value_sample
select cast(null as INTEGER) as "window_number", cast(null as character varying(256)) as "customer_id"
    limit 0