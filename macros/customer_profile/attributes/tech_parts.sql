{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  What the index of 技术采纳 is made of: the name of each part, the column of its share, and the var of its weight. The weights sum to 1; a
  customer of whom the data do not have a part is judged by the others.
-#}
{% macro tech_parts() -%}
    {{ return([
        {'name': 'channel', 'column': 'tech_channel_share', 'setting': 'customer_profile_tech_channel_weight'},
        {'name': 'new_product', 'column': 'new_product_share', 'setting': 'customer_profile_tech_product_weight'},
        {'name': 'search', 'column': 'search_share', 'setting': 'customer_profile_tech_search_weight'},
    ]) }}
{%- endmacro %}
