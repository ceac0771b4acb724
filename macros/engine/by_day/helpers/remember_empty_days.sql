{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- Keeps the fingerprints of the days that give no rows. -#}
{% macro remember_empty_days(fingerprints) -%}
    {%- do drop_by_day_helper(this, 'empty_days') -%}
    {%- set query -%}
        select * from values
            {%- for day, fingerprint in fingerprints.items() %}
            (date '{{ day }}', '{{ fingerprint }}'){{ ',' if not loop.last }}
            {%- endfor %}
            as empty_day (dt, partition_fingerprint)
    {%- endset -%}
    {%- do create_by_day_helper(by_day_helper(this, 'empty_days'), query) -%}
{%- endmacro %}
