{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The rules of a table's columns, all in one scan: columns without nulls, columns whose values are listed, columns whose values
  lie between bounds (both included). Nulls break the first rule only. Returns each rule that is broken and in how many rows; the end of
  the run names them (name_broken_rules).
-#}
{% test column_rules(model, not_null=[], accepted_values={}, accepted_range={}) %}
{%- set rules = {} -%}
{%- for column in not_null -%}
    {%- do rules.update({column ~ ' is null': column ~ ' is null'}) -%}
{%- endfor -%}
{%- for column, values in accepted_values.items() -%}
    {%- set literals = [] -%}
    {%- for value in values -%}
        {%- do literals.append(string_literal(value) if value is string else value) -%}
    {%- endfor -%}
    {%- do rules.update({column ~ ' is not an accepted value': column ~ ' not in (' ~ literals | join(', ') ~ ')'}) -%}
{%- endfor -%}
{%- for column, bounds in accepted_range.items() -%}
    {%- if 'min_value' in bounds -%}
        {%- do rules.update({column ~ ' is below ' ~ bounds.min_value: column ~ ' < ' ~ bounds.min_value}) -%}
    {%- endif -%}
    {%- if 'max_value' in bounds -%}
        {%- do rules.update({column ~ ' is above ' ~ bounds.max_value: column ~ ' > ' ~ bounds.max_value}) -%}
    {%- endif -%}
{%- endfor %}

with

counted as (

    select
        {%- for broken in rules.values() %}
        count(case when {{ broken }} then 1 end) as rule_{{ loop.index }}{{ ',' if not loop.last }}
        {%- endfor %}

    from {{ model }}

),

rules as (

    select
        rule,
        row_count

    from counted

    unpivot (
        row_count for rule in (
            {%- for name in rules %}
            rule_{{ loop.index }} as `{{ name }}`{{ ',' if not loop.last }}
            {%- endfor %}
        )
    )

)

select * from rules
where row_count > 0

{% endtest %}
