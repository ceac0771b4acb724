{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The model and `other` hold the same rows, as often, in `columns`: EXCEPT ALL is empty both ways. -#}
{% test same_rows(model, other, columns) %}

with

model_rows as (

    select {{ columns | join(', ') }} from {{ model }}

),

other_rows as (

    select {{ columns | join(', ') }} from {{ other }}

),

only_in_model as (

    select * from model_rows

    except all

    select * from other_rows

),

only_in_other as (

    select * from other_rows

    except all

    select * from model_rows

)

select
    'only in the model' as found,
    *

from only_in_model

union all

select
    'only in the other' as found,
    *

from only_in_other

{% endtest %}
