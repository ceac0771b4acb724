{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Everything that decides the rows of a partition, as one text: the hash of the rules, then one hash per part. Two partitions
  with the same fingerprint hold the same rows.
-#}
{% macro partition_fingerprint(rules, parts) -%}
    concat_ws(
                '-',
                '{{ rules }}',
                {%- for part in parts %}
                lower(hex({{ set_hash('`' ~ part ~ '`') }})){{ ',' if not loop.last }}
                {%- endfor %}
            )
{%- endmacro %}
