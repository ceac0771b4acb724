{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- One word for the values of all thresholds of the area (profile_thresholds): where two dates differ in it, a difference may be the rules'. -#}
{% macro config_hash() -%}
    {%- set values = {} -%}
    {%- for setting in profile_thresholds() -%}
        {%- do values.update({setting: var(setting)}) -%}
    {%- endfor -%}
    {{ return(local_md5(tojson(values, sort_keys=true))) }}
{%- endmacro %}
