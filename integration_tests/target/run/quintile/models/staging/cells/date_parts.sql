
    

    create  table
      "shop"."main_quintile"."date_parts__dbt_tmp"
  
    
    as (
      with
texts as (
    select distinct cell_text from "shop"."main_quintile"."cell_texts"
    where column_name = 'invoiced_at'
        and cell_text is not null
),

characters_unified as (
    select
        cell_text,
        lower(trim(regexp_replace(translate(cell_text, '−|', '- '), '[\x{00}-\x{20}\x{7F}-\x{A0}\x{AD}\x{1680}\x{180E}\x{2000}-\x{200F}\x{2028}-\x{202F}\x{205F}-\x{206F}\x{3000}\x{FEFF}]+', ' ', 'g'))) as unified
    from texts
),

times_told_apart as (
    select
        cell_text,
        unified,
        regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(unified, '^([0-9]{4})([0-9]{2})([0-9]{2})[t ]?([0-9]{2})([0-9]{2})([0-9]{2})([.][0-9]+)?( ?(?:z|[-+][0-9].*))?$', '\1-\2-\3 \4:\5:\6\7\8', 'g'), '^([0-9]{4})([0-9]{2})([0-9]{2})[t ]?([0-9]{2})([0-9]{2})( ?(?:z|[-+][0-9].*))?$', '\1-\2-\3 \4:\5\6', 'g'), '^([0-9]{4})([0-9]{2})([0-9]{2})([t ].*)?$', '\1-\2-\3\4', 'g'), '^([0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?: ?[ap](?:m|[.]m[.]?))?),? ([^ ].*?)( [a-z]{3,4})?$', '\2 \1\3', 'g'), '^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?[.]?,? ', '', 'g'), '(z|[-+][0-9]{2}:?[0-9]{2})\[[^\]]*\]$', '\1', 'g'), '\[([^\]]*)\]$', ' \1', 'g'), '^(.{5,}?)(?:,? at)?[t ,:]+([0-9]{1,2})[:.]([0-9]{2})(?:[:.]([0-9]{2})(?:[.,:]([0-9]{1,9}))?)?(?: ?([ap])(?:m\b|[.]m[.]?))?(?: ?(z|[a-z]{2,5}|(?:gmt|utc)?[-+][0-9]{1,2}(?::?[0-9]{2})?|[a-z]+(?:/[a-z0-9_+-]+)+)(?: ?[(].*[)])?)?( [0-9]{4})?$', '\1\8|\2|\3|\4|\5|\6|\7', 'g') as parts
    from characters_unified
),

parts_named as (
    select
        cell_text,
        unified,
        regexp_replace(split_part(parts, '|', 1), '[ ,]+$', '', 'g') as day_text,
        split_part(parts, '|', 2) as hour_text,
        split_part(parts, '|', 3) as minute_text,
        split_part(parts, '|', 4) as second_text,
        split_part(parts, '|', 5) as fraction,
        split_part(parts, '|', 6) as half,
        split_part(parts, '|', 7) as zone_text
    from times_told_apart
),

layouts_named as (
    select
        *,
        case
            when regexp_matches(unified, '^[0-9]{9,10}([.][0-9]+)?$') then 'seconds'
            when regexp_matches(unified, '^[0-9]{13}([.][0-9]+)?$') then 'milliseconds'
            when regexp_matches(unified, '^[0-9]{16}([.]0+)?$') then 'microseconds'
            when regexp_matches(unified, '^[0-9]{19}([.]0+)?$') then 'nanoseconds'
            when regexp_matches(unified, '^[0-9]{5}([.][0-9]+)?$') then 'serial days'
            when regexp_matches(day_text, '^([0-9]{4})(?:-([0-9]{1,2})-|/([0-9]{1,2})/|[.]([0-9]{1,2})[.])([0-9]{1,2})$') then 'year first'
            when regexp_matches(day_text, '^([0-9]{1,2})[.] ?([0-9]{1,2})[.] ?([0-9]{4}|[0-9]{2})[.]?$') then 'dotted'
            when regexp_matches(day_text, '^([0-9]{1,2})(?:-([0-9]{1,2})-|/([0-9]{1,2})/)([0-9]{4}|[0-9]{2})$') then 'day or month first'
            when regexp_matches(day_text, '^([0-9]{1,2})(?:st|nd|rd|th)?[.]?[-/ ]?(?:of )?(january|jan|february|feb|march|mar|april|apr|may|june|jun|july|jul|august|aug|september|sept|sep|october|oct|november|nov|december|dec)[.]?[-/ ,]{0,2}([0-9]{4}|[0-9]{2})$') then 'day, name of the month'
            when regexp_matches(day_text, '^(january|jan|february|feb|march|mar|april|apr|may|june|jun|july|jul|august|aug|september|sept|sep|october|oct|november|nov|december|dec)[.]?[-/ ]?([0-9]{1,2})(?:st|nd|rd|th)?[-/ ,]{1,2}([0-9]{4}|[0-9]{2})$') then 'name of the month, day'
            when regexp_matches(day_text, '^([0-9]{4})[-/ ,]?(january|jan|february|feb|march|mar|april|apr|may|june|jun|july|jul|august|aug|september|sept|sep|october|oct|november|nov|december|dec)[.]?[-/ ]?([0-9]{1,2})$') then 'year, name of the month'
            
        end as layout
    from parts_named
),

days_taken_apart as (
    select
        *,
        case layout
            when 'year first' then regexp_replace(day_text, '^([0-9]{4})(?:-([0-9]{1,2})-|/([0-9]{1,2})/|[.]([0-9]{1,2})[.])([0-9]{1,2})$', '\1-\2\3\4-\5', 'g')
            when 'dotted' then regexp_replace(day_text, '^([0-9]{1,2})[.] ?([0-9]{1,2})[.] ?([0-9]{4}|[0-9]{2})[.]?$', '\3-\2-\1', 'g')
            when 'day or month first' then regexp_replace(day_text, '^([0-9]{1,2})(?:-([0-9]{1,2})-|/([0-9]{1,2})/)([0-9]{4}|[0-9]{2})$', '\4-\1-\2\3', 'g')
            when 'day, name of the month' then regexp_replace(day_text, '^([0-9]{1,2})(?:st|nd|rd|th)?[.]?[-/ ]?(?:of )?(january|jan|february|feb|march|mar|april|apr|may|june|jun|july|jul|august|aug|september|sept|sep|october|oct|november|nov|december|dec)[.]?[-/ ,]{0,2}([0-9]{4}|[0-9]{2})$', '\3-\2-\1', 'g')
            when 'name of the month, day' then regexp_replace(day_text, '^(january|jan|february|feb|march|mar|april|apr|may|june|jun|july|jul|august|aug|september|sept|sep|october|oct|november|nov|december|dec)[.]?[-/ ]?([0-9]{1,2})(?:st|nd|rd|th)?[-/ ,]{1,2}([0-9]{4}|[0-9]{2})$', '\3-\1-\2', 'g')
            when 'year, name of the month' then regexp_replace(day_text, '^([0-9]{4})[-/ ,]?(january|jan|february|feb|march|mar|april|apr|may|june|jun|july|jul|august|aug|september|sept|sep|october|oct|november|nov|december|dec)[.]?[-/ ]?([0-9]{1,2})$', '\1-\2-\3', 'g')
            
        end as month_first_day,
        case layout
            when 'year first'
                then regexp_replace(day_text, '^([0-9]{4})(?:-([0-9]{1,2})-|/([0-9]{1,2})/|[.]([0-9]{1,2})[.])([0-9]{1,2})$', '\1-\2\3\4-\5', 'g')
            when 'dotted'
                then regexp_replace(day_text, '^([0-9]{1,2})[.] ?([0-9]{1,2})[.] ?([0-9]{4}|[0-9]{2})[.]?$', '\3-\2-\1', 'g')
            when 'day or month first'
                then regexp_replace(day_text, '^([0-9]{1,2})(?:-([0-9]{1,2})-|/([0-9]{1,2})/)([0-9]{4}|[0-9]{2})$', '\4-\2\3-\1', 'g')
            when 'day, name of the month'
                then regexp_replace(day_text, '^([0-9]{1,2})(?:st|nd|rd|th)?[.]?[-/ ]?(?:of )?(january|jan|february|feb|march|mar|april|apr|may|june|jun|july|jul|august|aug|september|sept|sep|october|oct|november|nov|december|dec)[.]?[-/ ,]{0,2}([0-9]{4}|[0-9]{2})$', '\3-\2-\1', 'g')
            when 'name of the month, day'
                then regexp_replace(day_text, '^(january|jan|february|feb|march|mar|april|apr|may|june|jun|july|jul|august|aug|september|sept|sep|october|oct|november|nov|december|dec)[.]?[-/ ]?([0-9]{1,2})(?:st|nd|rd|th)?[-/ ,]{1,2}([0-9]{4}|[0-9]{2})$', '\3-\1-\2', 'g')
            when 'year, name of the month'
                then regexp_replace(day_text, '^([0-9]{4})[-/ ,]?(january|jan|february|feb|march|mar|april|apr|may|june|jun|july|jul|august|aug|september|sept|sep|october|oct|november|nov|december|dec)[.]?[-/ ]?([0-9]{1,2})$', '\1-\2-\3', 'g')
            
        end as day_first_day
    from layouts_named
)

select * from days_taken_apart
    );
    
  