{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The inner bounds of the bands of an index, from a var: ascending, each once, above 0 and below the index's largest value.
-#}
{% macro index_band_bounds(setting, largest) -%}
    {%- set bounds = var(setting) -%}
    {%- set numbers = [] -%}
    {%- for bound in (bounds if bounds is sequence and bounds is not string and bounds is not mapping else []) -%}
        {%- do numbers.append(number_literal(bound, setting) | float) -%}
    {%- endfor -%}
    {%- if not numbers or numbers[0] <= 0 or numbers[-1] >= largest or numbers != numbers | unique | sort -%}
        {{ refuse_setting(
            setting ~ ' is ' ~ bounds ~ '; give the inner bounds of the bands in ascending order, each once, between 0 and ' ~ largest
        ) }}
    {%- endif -%}
    {{ return(bounds) }}
{%- endmacro %}
