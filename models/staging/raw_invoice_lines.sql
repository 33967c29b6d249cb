{%- set relation = invoices_relation() -%}
{% if relation %}
{{ read_relation(relation) if execute else "select null as line_id" }}
{% else %}
-- depends_on: {{ source('files', 'invoices') }}
{{ read_invoices() }}
{% endif %}
