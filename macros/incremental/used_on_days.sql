{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- Which raw sends have a use on the rewritten days, as a condition on their index. -#}
{% macro used_on_days(rewritten) -%}
    {%- set uses = ref('dwd_customer_service_promo_use_arrival') -%}
    key_hash in (
                    select /*+ broadcast(uses) */ send_hash from {{ uses }} as uses
                    where {{ in_days('raw_day', rewritten) }}
                )
{%- endmacro %}
