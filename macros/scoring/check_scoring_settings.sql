{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The settings of RFM scoring. -#}
{% macro check_scoring_settings() -%}
    {%- do choice_setting('rfm_engine', ['python', 'sql'], 'python') -%}
    {%- do rfm_bins() -%}
    {%- do rfm_method() -%}
    {%- do rfm_level_settings() -%}
{%- endmacro %}
