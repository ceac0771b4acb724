{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  客户活跃度指数: 100 × the sum of weight × min(1, value ÷ cap). An input without a cap had no positive value, so it adds nothing. Quotients
  have twelve decimals, and only the result is rounded to two.
-#}
{% macro activity_index(inputs, values, caps) -%}
    cast(
            100 * (
                {%- for input in inputs %}
                {{ caps }}.{{ input }}_weight
                * least(1, coalesce(cast({{ values }}.{{ input }} as decimal(9, 2)) / {{ caps }}.{{ input }}_cap, 0))
                {{- ' +' if not loop.last }}
                {%- endfor %}
            ) as decimal(5, 2)
        )
{%- endmacro %}
