{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Scoring every customer of `customers` once more, from the cut points that the model stored, gives the same scores.
  `key` names a customer; `rows_where` picks the rows of one scoring, on both sides.
-#}
{% test cut_points_rescore(model, customers, key, rows_where='true') %}

with

cut_points as (

    select * from {{ model }}
    where {{ rows_where }}

),

bounds as (

    {{ rfm_bounds('cut_points') }}

),

customers as (

    select
        {{ key }},
        r_score as stored_r_score,
        f_score as stored_f_score,
        m_score as stored_m_score,
        {{ rfm_oriented() }}

    from {{ customers }}

    where {{ rows_where }}

),

rescored as (

    select
        customers.{{ key }},
        customers.stored_r_score,
        customers.stored_f_score,
        customers.stored_m_score,
        {{ rfm_scores('customers', 'bounds', '>=') }}

    from customers

    cross join bounds

)

select * from rescored
where stored_r_score != r_score or stored_f_score != f_score or stored_m_score != m_score

{% endtest %}
