{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  numerator / denominator with two decimals, half up (away from zero), null when the denominator is not above 0.
  Integer arithmetic on hundredths: Spark's decimal division rounds once more on its way.
-#}
{% macro rounded_ratio(numerator, denominator) -%}
    case
        when {{ denominator }} > 0
            then
                cast(
                    (cast(200 * abs({{ numerator }}) as decimal(38, 0)) + {{ denominator }}) div (2 * {{ denominator }})
                    as decimal(20, 0)
                ) * case when {{ numerator }} < 0 then -1 else 1 end / 100
    end
{%- endmacro %}
