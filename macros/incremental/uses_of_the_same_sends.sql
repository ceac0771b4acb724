{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Which raw uses belong to a send that is used on the rewritten days, as a condition on their index: the order of a send's
  uses decides which are valid. `send_days` are the days of those sends; what names a send that is not there (a defect that
  many rows may share) belongs to nothing.
-#}
{% macro uses_of_the_same_sends(rewritten, send_days) -%}
    {%- set sends = ref('dwd_customer_service_promo_send_arrival') -%}
    send_hash in (
                select /*+ broadcast(sends) */ key_hash from {{ sends }} as sends
                where {{ in_days('raw_day', send_days) }} and {{ used_on_days(rewritten) }}
            )
{%- endmacro %}
