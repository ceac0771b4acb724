{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  1 = the version of a key that is kept: the latest by `time` where the table has one, then the largest text in
  column order, which is arbitrary but the same on every run. With `version_by` each moment of that time has a version of its own. Defective rows are ranked apart, so that they cannot
  push out a sound one, and spread by a hash, so that a million empty keys are not one task.
  A hash leads the partition: Spark compares rows by eight bytes of the first column, in which many ids are alike.
  In a table without a key the whole row is the key, and the rank numbers its exact copies.
-#}
{% macro dimension_version_rank(columns, time, version_by=none) -%}
    {%- set names = columns | map(attribute='name') | list -%}
    {%- set keys = columns | selectattr('key') | map(attribute='name') | list -%}
    row_number() over (
        {%- if keys %}
        partition by
            xxhash64({{ keys | join(', ') }}), {{ keys | join(', ') }},
            {%- if version_by %}
            {{ version_by }}_value,
            {%- endif %}
            case when defect is not null then xxhash64({{ names | join(', ') }}) end
        order by
            {%- if time %}
            {{ time }}_value desc nulls last,
            {%- endif %}
            {%- for name in names %}
            {{ name }} desc nulls last{{ ',' if not loop.last }}
            {%- endfor %}
        {%- else %}
        partition by {{ names | join(', ') }}
        order by {{ names[0] }}
        {%- endif %}
    )
{%- endmacro %}
