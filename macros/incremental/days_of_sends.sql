{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The days of the sends that the uses on the rewritten days belong to; none = all, the full build. -#}
{% macro days_of_sends(rewritten) -%}
    {%- set sends = ref('dwd_customer_service_promo_send_arrival') -%}
    {%- set uses = ref('dwd_customer_service_promo_use_arrival') -%}
    {%- if not finds_by_key(rewritten) -%}
        {{ return(none) }}
    {%- endif -%}
    {%- set used -%}
        {{ sends }}
        where key_hash in (
            select /*+ broadcast(uses) */ send_hash from {{ uses }} as uses
            where {{ in_days('raw_day', rewritten) }}
        )
    {%- endset -%}
    {{ return(asked_days('raw_day', used)) }}
{%- endmacro %}
