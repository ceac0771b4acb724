{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  What a customer must be strictly better than, from the weighted sum, decimal(33,4), that rfm_places asks for; the metric
  is r, f or m, and larger is better. The twin of customer_value.rfm.ranks.threshold.

  computed: the value itself.
  rfm_package: the package adds 1 to the quantile and compares lower <= value < upper. Days are turned round here, so that
  R has to be better than quantile - 1; F and M have to reach quantile + 1, that is, to be better than the last of the
  values in steps of 0.0001 below it. Taking the remainder off first makes the division by the bins exact.
-#}
{% macro rfm_threshold(metric, weighted_value) -%}
    {%- if rfm_method() == 'computed' -%}
    {{ weighted_value }}
    {%- else -%}
    {%- set step = '(' ~ whole_number_setting('rfm_bins') ~ ' * 0.0001)' -%}
    case
                when {{ metric }} = 'r'
                    then ({{ weighted_value }} - pmod({{ weighted_value }}, {{ step }})) / {{ whole_number_setting('rfm_bins') }} - 1
                else ({{ weighted_value }} + pmod(-{{ weighted_value }}, {{ step }})) / {{ whole_number_setting('rfm_bins') }} + 1 - 0.0001
            end
    {%- endif -%}
{%- endmacro %}
