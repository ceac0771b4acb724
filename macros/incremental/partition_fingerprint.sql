{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Everything that decides the rows of a partition, as one text: the hash of the rules and one of each named kind of input
  (`parts`: name → expression). Two partitions with the same fingerprint hold the same rows.
-#}
{% macro partition_fingerprint(rules, parts) -%}
    concat_ws(
            '-',
            '{{ rules }}',
            {%- for expression in parts.values() %}
            lower(hex({{ expression }})){{ ',' if not loop.last }}
            {%- endfor %}
        )
{%- endmacro %}
