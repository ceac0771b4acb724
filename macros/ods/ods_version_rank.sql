{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  1 = the version of a key that is kept: the latest by `version_by` where the table has such a time, then the largest
  text in column order, which is arbitrary but the same on every run. Defective rows are ranked apart, so that they
  cannot push out a sound one, and spread by a hash, so that a million empty keys are not one task.
-#}
{% macro ods_version_rank(columns, version_by=none) -%}
    row_number() over (
        partition by
            {%- for column in columns if column.key %}
            {{ column.name }},
            {%- endfor %}
            case when defect is not null then xxhash64({{ columns | map(attribute='name') | join(', ') }}) end
        order by
            {%- if version_by %}
            {{ version_by }}_value desc nulls last,
            {%- endif %}
            {%- for column in columns %}
            {{ column.name }} desc nulls last{{ ',' if not loop.last }}
            {%- endfor %}
    )
{%- endmacro %}
