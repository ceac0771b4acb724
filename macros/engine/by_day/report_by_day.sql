{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- What dbt prints beside the model: how many days were written, of how many, and why; the log names each day. -#}
{% macro report_by_day(plan) -%}
    {%- set counts = {} -%}
    {%- for reason in plan.reasons.values() -%}
        {%- do counts.update({reason: counts.get(reason, 0) + 1}) -%}
    {%- endfor -%}
    {%- set because = [] -%}
    {%- for reason, count in counts.items() -%}
        {%- do because.append(count ~ ' ' ~ reason) -%}
    {%- endfor -%}
    {%- set message = plan.day_count ~ ' days' if plan.is_full
        else plan.reasons | length ~ ' of ' ~ plan.day_count ~ ' days' ~ (': ' ~ because | join(', ') if because) -%}
    {%- do log('by_day ' ~ this.identifier ~ ' ' ~ tojson(plan.reasons)) -%}
    {%- do store_raw_result(name='main', message=message, code='by_day', rows_affected=none) -%}
{%- endmacro %}
