{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  生命周期价值分层 of a score of value: the best is 钻石, and each name below it is one score less. With more scores than names (var rfm_bins)
  the last name takes the rest.
-#}
{% macro ltv_segment(score) -%}
    case
            {%- for name in ltv_segments()[:-1] %}
            when {{ score }} = {{ rfm_bins() - loop.index0 }} then '{{ name }}'
            {%- endfor %}
            when {{ score }} >= 1 then '{{ ltv_segments()[-1] }}'
        end
{%- endmacro %}
