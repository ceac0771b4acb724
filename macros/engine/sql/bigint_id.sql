{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  A text id as a bigint: a canonical decimal below 2^63 stays the number that it is; anything else becomes a negative 63-bit hash, which no
  such number can equal. (`007` and `7` are two ids; a column beside it keeps the text.)
-#}
{% macro bigint_id(text) -%}
    coalesce(
            case when {{ text }} rlike '^(0|[1-9][0-9]{0,18})$' then try_cast({{ text }} as bigint) end,
            -1 - shiftrightunsigned(xxhash64({{ text }}), 1)
        )
{%- endmacro %}
