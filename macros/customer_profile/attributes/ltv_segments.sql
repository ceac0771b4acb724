{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The names of the document's value segments, the best first. -#}
{% macro ltv_segments() -%}
    {{ return(['钻石', '黄金', '白银', '青铜', '普通']) }}
{%- endmacro %}
