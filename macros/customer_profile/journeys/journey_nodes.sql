{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The nodes of a journey from its touches (an array): 开始, the first touches, and an end: 更多 where there are more touches than steps, else
  the given ending. One text, because texts can be grouped and joined by.
-#}
{% macro journey_nodes(touches, ending) -%}
    {%- set steps = journey_setting('steps') -%}
    array_join(
            concat(
                array('开始'),
                slice({{ touches }}, 1, {{ steps }}),
                array(case when size({{ touches }}) > {{ steps }} then '更多' else {{ ending }} end)
            ),
            ' > '
        )
{%- endmacro %}
