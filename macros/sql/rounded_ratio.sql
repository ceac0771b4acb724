{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  numerator / denominator with two decimals, half up, null when the denominator is 0; both at least 0.
  Integer arithmetic on hundredths: Spark's decimal division rounds once more on its way.
-#}
{% macro rounded_ratio(numerator, denominator) -%}
    case
        when {{ denominator }} > 0
            then
                cast(
                    (cast(200 * ({{ numerator }}) as decimal(38, 0)) + {{ denominator }}) div (2 * {{ denominator }})
                    as decimal(20, 0)
                ) / 100
    end
{%- endmacro %}
