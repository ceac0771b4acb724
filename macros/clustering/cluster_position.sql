{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- Where a cluster stands among the others, whatever their number: lowest, middle or highest. Alone it is the highest. -#}
{% macro cluster_position(cluster_no, cluster_count) -%}
    case
        when {{ cluster_no }} = {{ cluster_count }} then 'highest'
        when {{ cluster_no }} = 1 then 'lowest'
        when {{ cluster_no }} < {{ cluster_count }} then 'middle'
    end
{%- endmacro %}
