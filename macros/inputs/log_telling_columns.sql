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

{#- Each kind has words for whole names, and words that may stand anywhere in a name. -#}
{% macro kind_of_column(name) %}
    {%- set letters = modules.re.sub("[\\W\\d_]", "", name | lower) -%}
    {%- for kind, patterns in words_of_telling_columns().items() if modules.re.search(patterns | join("|"), letters) -%}
        {{ return(kind) }}
    {%- endfor -%}
    {{ return(none) }}
{% endmacro %}

{% macro words_of_telling_columns() %}
    {{- return({
        "kind": [
            "^(trans|transaction|doc|document|order|invoice|voucher|vch|receipt|bill|sales?|line|row|record|item|entry|movement"
            ~ "|event)?(type|kind)$",
            "^(beleg|vorgangs|buchungs|satz|zeilen|dokument)(art|typ)$|^vorgang$|^(sollhaben|sh)(kz|kennzeichen)?$",
            "^typed|^tipod|^typemouvement$|^typdok|^rodzajdok|^bizonylattípus|^belgetür|^типдок|^типопер|^тип$|类型$|類型$|種別$|유형$",
            "^(dc|drcr|debitcredit|cfop)$|^naturezad|^movement$|^isreturn|^returns?$|^sign$|^(is)?deleted|^(is)?test(order)?$",
        ],
        "refund": [
            "refund|returned|returnq|^q(uanti)?tyreturn|chargeback|creditnote|kreditnot|erstattung|gutschrift|retour|^retur$",
            "rembours|reembols|rimbors|devol|notadicredito|^avoirs?$|zwrot|vratk|^iade|возврат|повернення|退款|退货|返品|返金|환불|반품",
        ],
        "cancellation": ["cancel|void|storn|ann?ul|kansell|iptal|отмен|скасов|取消|キャンセル|취소|ακύρωσ"],
        "status": [
            "status|statut|(order|payment|financial|fulfillment)state|^(stage|result|outcome|zustand)$|^tila$|^tilstand|tilauksentila",
            "^(estado|stato|état|etat|situa(ção|cao|ción))(da|do|del?|des|dell|ordine|pedido|commande|$)|^stav(objedn|dokl|$)|állapot|státusz",
            "durumu?$|статус|состояние|^стан$|状态|狀態|状況|ステータス|상태|κατάσταση|الحالة|סטטוס",
        ],
        "currency": [
            "currency|währung|waehrung|devise|divisa|moneda|moeda|valuta|^(cur|curr|ccy)$|^wkz|^měna|waluta|pénznem|parabirimi",
            "valuutta|валюта|币种|货币|幣別|通貨|통화|νόμισμα|العملة|מטבע",
        ],
        "amount": [
            "^((line|row|item|net|ext|extended)(amount|total|price|value)|amount|value|revenue|(gesamt|netto|zeilen)?betrag)$",
            "^(umsatz|montant|importe?o?|valor(total)?|částka|kwota|wartość|összeg|tutar|beløb|belopp|bedrag)$",
            "^(сумма|сума|金额|金額|금액|ποσό)$",
        ],
        "discount": [
            "discount|disc(percent|pct)?$|rabatt?|voucher|gutschein|giftcard|storecredit|coupon|promo|rebate|remise|réduction",
            "descuento|desconto|sconto|korting|nachlass|skonto|sleva|zniżka|kedvezmény|indirim|alennus|afslag",
            "скидка|знижка|折扣|优惠|優惠|割引|値引|할인|έκπτωση|خصم|הנחה",
        ],
    }) -}}
{% endmacro %}
