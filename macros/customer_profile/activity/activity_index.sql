{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  客户活跃度指数: 100 × the sum of weight × min(1, value ÷ cap). An input without a cap had no positive value, so it adds nothing. It has
  one fraction line: values and caps are whole hundredths, weights whole millionths, so that only the result is rounded, and a half
  is a half (186 of 288 seconds at 0.3 are 19.375).
-#}
{% macro activity_index(inputs, values, caps) -%}
    {%- set whole, parts = [], [] -%}
    {%- for input in inputs -%}
        {%- do whole.append('cast(100 * coalesce(' ~ caps ~ '.' ~ input ~ '_cap, 1) as decimal(11, 0))') -%}
    {%- endfor -%}
    {%- for input in inputs -%}
        {%- set value = 'least(coalesce(' ~ values ~ '.' ~ input ~ ', 0), coalesce(' ~ caps ~ '.' ~ input ~ '_cap, 0))' -%}
        {%- set factors = [
            'cast(1000000 * ' ~ caps ~ '.' ~ input ~ '_weight as decimal(7, 0))', 'cast(100 * ' ~ value ~ ' as decimal(11, 0))'
        ] -%}
        {%- do parts.append((factors + whole[:loop.index0] + whole[loop.index:]) | join(' * ')) -%}
    {%- endfor -%}
    cast(
            {{ rounded_ratio('100 * (' ~ parts | join(' + ') ~ ')', '(1000000 * ' ~ whole | join(' * ') ~ ')') }} as decimal(5, 2)
        )
{%- endmacro %}
