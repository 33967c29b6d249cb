
-- Fixture for date_texts
select cast(null as character varying(256)) as "cell_text", cast(null as character varying(256)) as "layout", cast(null as TIMESTAMP) as "month_first_time", cast(null as TIMESTAMP) as "day_first_time", cast(null as BOOLEAN) as "is_text", cast(null as BOOLEAN) as "is_date", cast(null as BOOLEAN) as "zone_is_known", cast(null as BOOLEAN) as "is_zoned", cast(null as character varying(256)) as "proves_order"
    limit 0