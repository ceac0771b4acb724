{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  A fingerprint of rows, whatever their order: two sums over the halves of each row's 64-bit hash. Halves, because bigint
  sums of 32-bit numbers cannot overflow, which is an error with ANSI on and silent with ANSI off.
-#}
{% macro content_hash(row_hash) -%}
    concat(
        lpad(hex(coalesce(sum({{ row_hash }} & 4294967295), 0)), 16, '0'),
        lpad(hex(coalesce(sum(shiftrightunsigned({{ row_hash }}, 32)), 0)), 16, '0')
    )
{%- endmacro %}
