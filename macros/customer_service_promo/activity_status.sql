{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- 活动状态 on the as-of date, derived from the activity's own dates: one that runs at any time of that day is 进行中. -#}
{% macro activity_status(start_time, end_time) -%}
    case
        when to_date({{ start_time }}) > {{ as_of_date() }} then '未开始'
        when to_date({{ end_time }}) < {{ as_of_date() }} then '已结束'
        when to_date({{ start_time }}) <= {{ as_of_date() }} then '进行中'
    end
{%- endmacro %}
