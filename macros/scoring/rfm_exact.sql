{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  A metric as a decimal that loses nothing: up to 28 digits before the point and four after it. What it cannot hold, and
  null, stops the query, with ANSI on or off: a plain cast would round, or give null, and null would score 1.
-#}
{% macro rfm_exact(metric) -%}
    case
        when try_cast({{ metric }} as decimal(32, 4)) = {{ metric }} then try_cast({{ metric }} as decimal(32, 4))
        else raise_error('{{ metric }} is null, or has more digits than decimal(32,4) holds')
    end
{%- endmacro %}
