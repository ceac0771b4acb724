{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  An area on the company's tables needs the company's shared tables too. With the sample's it would not be told who asked to be erased,
  and nobody would notice.
-#}
{% macro check_shared_settings() -%}
    {%- for area in ['customer_profile', 'customer_service_promo'] if var(area ~ '_ods') == 'source' and var('shared_ods') == 'seeds' -%}
        {{ refuse_setting(
            area ~ '_ods is source and shared_ods is seeds, so that nobody would be erased who is in your ods_customer_erasure;'
            ~ ' give shared_ods: source'
        ) }}
    {%- endfor -%}
{%- endmacro %}
