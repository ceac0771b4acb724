{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  A coarse bucket that never orders two values wrongly: the logarithm's floor, 64 buckets per doubling. Java's log is
  semi-monotonic, so its floor is monotone.
-#}
{% macro rfm_coarse_bucket(value) -%}
    cast(
        sign({{ value }}) * floor(log2(1 + abs(cast({{ value }} as double))) * 64)
        as bigint
    )
{%- endmacro %}
