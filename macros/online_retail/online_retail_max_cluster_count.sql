{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The largest number of clusters that the elbow tries (var online_retail_max_cluster_count). -#}
{% macro online_retail_max_cluster_count() -%}
    {{ return(whole_number_setting('online_retail_max_cluster_count', 2, 99)) }}
{%- endmacro %}
