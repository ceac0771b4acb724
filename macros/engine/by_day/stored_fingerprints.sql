{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The fingerprint of each day that rows of a table carry, as a dict; none for a day that carries two. Nothing where there is no table.
  For partitions one row of each file is enough (`condition`), as a run writes its own files: of ten million sends that takes 3
  instead of 11 CPU s. `distinct` is an aggregate by hashes in Spark; `max` of a text would sort all rows.
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
