{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  A fingerprint of a set of rows that does not depend on their order: two sums, one over each half of the rows' 64-bit hashes.
  Halves are summed because a bigint sum of 32-bit numbers cannot overflow. An overflow would be an error with ANSI on and
  go unnoticed with ANSI off.
-#}
{% macro content_hash(row_hash) -%}
    concat(
        lpad(hex(coalesce(sum({{ row_hash }} & 4294967295), 0)), 16, '0'),
        lpad(hex(coalesce(sum(shiftrightunsigned({{ row_hash }}, 32)), 0)), 16, '0')
    )
{%- endmacro %}
