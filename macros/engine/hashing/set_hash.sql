{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  One number for a set of rows, whatever their order: how many hashes there are and the sums of their halves, an aggregate
  or, with `window` (over …), a window function. Halves, because a bigint sum of 32-bit numbers cannot overflow; null
  hashes do not count.
-#}
{% macro set_hash(hash, window='') -%}
    xxhash64(
        count({{ hash }}) {{ window }},
        sum(({{ hash }}) & 4294967295) {{ window }},
        sum(shiftrightunsigned({{ hash }}, 32)) {{ window }}
    )
{%- endmacro %}
