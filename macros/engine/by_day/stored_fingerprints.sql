{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The fingerprint of each stored day of a table (`condition`: of some days), as a dict; none where a partition holds rows of two
  runs. Nothing where there is no table. `distinct` is an aggregate by hashes in Spark; `max` of a text would sort all rows.
-#}
{% macro stored_fingerprints(stored, condition='true') -%}
    {%- set fingerprints = {} -%}
    {%- if stored is not none -%}
        {%- for row in run_query(
            'select distinct cast(dt as string) as dt, partition_fingerprint from ' ~ stored ~ ' where ' ~ condition
        ) -%}
            {%- do fingerprints.update({row['dt']: none if row['dt'] in fingerprints else row['partition_fingerprint']}) -%}
        {%- endfor -%}
    {%- endif -%}
    {{ return(fingerprints) }}
{%- endmacro %}
