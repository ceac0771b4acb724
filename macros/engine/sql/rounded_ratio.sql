{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  numerator / denominator with two decimals, rounded half away from zero; null unless the denominator is above 0. It computes
  with whole hundredths, because Spark's decimal division would round twice.
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
