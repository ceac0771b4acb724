{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  calculate_rfm of the customers of every value of the column `each` (as-of dates, a few), the twin of the Python function of this name.
  Without customers there are no rows and all columns. `listed` is something built that has the values of the column, where the customers
  are a CTE.
-#}
{% macro calculate_rfm_of_each(customers, area, each, listed=none) -%}
    {%- for population in rfm_populations(listed or customers, each) or ['null'] %}
    select * from (
        {{ calculate_rfm('(select * from ' ~ customers ~ ' where ' ~ each ~ ' = ' ~ population ~ ')', area) }}
    )
    {{- '\n\n    union all\n' if not loop.last }}
    {%- endfor %}
{%- endmacro %}
