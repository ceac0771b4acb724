{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- One word for the rules of the dated tables (dated_rules): where two dates differ in it, a difference may be the rules'. -#}
{% macro config_hash() -%}
    {{ return(local_md5(tojson(dated_rules(), sort_keys=true))) }}
{%- endmacro %}
