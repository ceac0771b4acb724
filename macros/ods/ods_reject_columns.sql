{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- Why a staged row is rejected (all null = accepted): its first defect, else that another version of its key is kept. -#}
{% macro ods_reject_columns(columns) -%}
    {%- set key_names = columns | selectattr('key', 'defined') | selectattr('key') | map(attribute='name') | list -%}
    case when defect is null and version_rank > 1 then 'duplicate_key' else defect.reason end as reject_reason,
        case when defect is null and version_rank > 1 then '{{ key_names[0] }}' else defect.column_name end as reject_column,
        case when defect is null and version_rank > 1 then {{ key_names[0] }} else defect.column_value end as reject_value
{%- endmacro %}
