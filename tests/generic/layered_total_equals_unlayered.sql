{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Two roads to the same totals: `measures` summed over the model (the layered road) equal those of `unlayered`, for every
  combination of `grain` (empty = one grand total). A measure is a column, or {name, layered, unlayered} with one SQL
  expression for each road. A group that only one road knows counts as a difference.
-#}
{% test layered_total_equals_unlayered(
    model, unlayered, measures, grain=[], layered_where='true', unlayered_where='true'
) %}
{%- set sides = {'layered': {'relation': model, 'where': layered_where},
                 'unlayered': {'relation': unlayered, 'where': unlayered_where}} %}

with
{% for side, road in sides.items() %}
{{ side }} as (

    select
        {%- for key in grain %}
        {{ key }},
        {%- endfor %}
        {%- for measure in measures %}
        cast(coalesce(sum({{ measure[side] if measure is mapping else measure }}), 0) as decimal(28, 3))
        as {{ measure.name if measure is mapping else measure }}{{ ',' if not loop.last }}
        {%- endfor %}

    from {{ road.relation }}

    where {{ road.where }}
    {% if grain %}
    group by {{ grain | join(', ') }}
    {% endif %}
){{ ',' if not loop.last }}
{% endfor %}
select
    {%- for key in grain %}
    coalesce(layered.{{ key }}, unlayered.{{ key }}) as {{ key }},
    {%- endfor %}
    {%- for measure in measures %}
    {%- set name = measure.name if measure is mapping else measure %}
    layered.{{ name }} as layered_{{ name }},
    unlayered.{{ name }} as unlayered_{{ name }}{{ ',' if not loop.last }}
    {%- endfor %}

from layered

full outer join unlayered
    on
        true
        {%- for key in grain %}
        and layered.{{ key }} <=> unlayered.{{ key }}
        {%- endfor %}

where
    false
    {%- for measure in measures %}
    {%- set name = measure.name if measure is mapping else measure %}
    or coalesce(layered.{{ name }}, 0) != coalesce(unlayered.{{ name }}, 0)
    {%- endfor %}

{% endtest %}
