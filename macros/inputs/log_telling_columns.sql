{#- Names every unread column that may say that lines don't count, or count for less. -#}
{% macro log_telling_columns(where, matched, other_columns) %}
    {%- set there = " in the var invoice_columns." -%}
    {%- set advice = {
        "status": "Orders of every status count. If it has words such as cancelled, map it to status" ~ there,
        "currency": "All amounts are taken to be in one currency. To check that, map it to currency" ~ there,
        "discount": "Amounts are taken to be net of discounts. If they are not, map a column of net amounts to amount" ~ there,
        "refund": "Refunds count only if they are separate lines. If they are not, map a column that is net of refunds to amount" ~ there,
        "amount": "The money of a line is quantity x unit_price. If this column is the money of a line, map it to amount" ~ there,
        "cancellation": "Lines count whatever it says. If it marks cancelled or void lines, remove them.",
        "kind": "Lines of every kind count: as sales if they are positive, as returns if they are negative. If there are payments or "
            ~ "totals, remove them. If there are credit notes with positive amounts, make these negative.",
    } -%}
    {%- for name in other_columns -%}
        {%- set kind = kind_of_column(name) -%}
        {%- if kind and kind not in matched -%}
            {%- do log(where ~ ": the column " ~ name[:40] ~ " is not read. " ~ advice[kind], info=true) -%}
        {%- endif -%}
    {%- endfor -%}
{% endmacro %}

{% macro kind_of_column(name) %}
    {%- set letters = modules.re.sub("[^a-zà-ÿ]", "", name | lower) -%}
    {%- set kinds = {
        "kind": "^(trans|transaction|doc|document|order|invoice|voucher|receipt|bill|sales?|line|row|record|item|entry|movement|event)?"
            ~ "(type|kind)$|^(beleg|vorgangs|buchungs|satz|zeilen|dokument)(art|typ)$|^typed|^tipod|^naturezad|^movement$|^isreturn|^returns?$"
            ~ "|^sign$|^(dc|drcr|debitcredit|sollhaben|sh|cfop)$|^(is)?deleted|^(is)?test(order)?$",
        "refund": "refund|returned|returnq|^q(uanti)?tyreturn|chargeback|erstattung|gutschrift|retoure|rembours|reembols|rimbors|devol",
        "cancellation": "cancel|void|storn|ann?ul",
        "status": "status|statut|(order|payment|financial|fulfillment)state|^(estado|stato|état|etat|situa(ção|cao)|stage|result|outcome)$"
            ~ "|^(estado|stato|état|etat|situa(ção|cao))(de|da|do|del|des|dell)",
        "currency": "currency|währung|waehrung|devise|divisa|moneda|moeda|valuta|^(cur|curr|ccy|wkz)$",
        "amount": "^((line|row|item|net|ext|extended)(amount|total|price|value)|amount|value|revenue|(gesamt|netto|zeilen)?betrag"
            ~ "|umsatz|montant|importe?o?|valor(total)?)$",
        "discount": "discount|disc(percent|pct)?$|rabatt|voucher|gutschein|giftcard|storecredit|coupon|promo|rebate|remise|descuento|desconto|sconto|korting",
    } -%}
    {%- for kind, pattern in kinds.items() if modules.re.search(pattern, letters) -%}
        {{ return(kind) }}
    {%- endfor -%}
    {{ return(none) }}
{% endmacro %}
