{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The method `rfm_package`, as R's package `rfm` scores; see rfm_rules for what it returns, and the method `rfm_package` of
  customer_value.analytics.rfm.ranks for its twin.

  The quantile of type 7 (R's default) at (score - 1) / bins lies h = (score - 1) × (n - 1) / bins positions above the
  worst customer, so as a rule between two; the weights make its value bins times as large, and so exact.
  The package adds 1 to the quantile and compares lower <= value < upper. Days are turned round here, so that R has to be
  better than quantile - 1; F and M have to reach quantile + 1, that is, to be better than the last of the values in steps
  of 0.0001 below it. Taking the remainder off first makes the division by the bins exact.
-#}
{% macro rfm_package(score, customer_count, metric, weighted_value) -%}
    {%- set bins = rfm_bins() -%}
    {%- set scaled_position = '(' ~ score ~ ' - 1) * (' ~ customer_count ~ ' - 1)' -%}
    {%- set places -%}
    array(
        named_struct(
            'target_position', {{ scaled_position }} div {{ bins }} + 1,
            'weight', cast({{ bins }} - {{ scaled_position }} % {{ bins }} as decimal(1, 0))
        ),
        named_struct(
            'target_position', ({{ scaled_position }} + {{ bins - 1 }}) div {{ bins }} + 1,
            'weight', cast({{ scaled_position }} % {{ bins }} as decimal(1, 0))
        )
    )
    {%- endset -%}
    {%- set step = '(' ~ bins ~ ' * 0.0001)' -%}
    {%- set threshold -%}
    case
        when {{ metric }} = 'r' then ({{ weighted_value }} - pmod({{ weighted_value }}, {{ step }})) / {{ bins }} - 1
        else ({{ weighted_value }} + pmod(-{{ weighted_value }}, {{ step }})) / {{ bins }} + 1 - 0.0001
    end
    {%- endset -%}
    {{ return({'places': places, 'threshold': threshold}) }}
{%- endmacro %}
