-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 两种实现得到同样的行：宏与 Python 模型互相 EXCEPT ALL 都为空
{%- set columns = [
    'consumer_id', 'recency_days', 'has_redeemed', 'frequency', 'monetary',
    'r_score', 'f_score', 'm_score', 'rfm_total', 'rfm_code', 'user_level', 'as_of_date'
] %}

with

by_macro as (

    {{ calculate_rfm(ref('dws_customer_service_promo_consumer_metrics'), 'customer_service_promo') }}

),

stored as (

    select {{ columns | join(', ') }} from {{ ref('dws_customer_service_promo_consumer_rfm') }}
    where as_of_date = {{ as_of_date() }}

),

only_stored as (

    select {{ columns | join(', ') }} from stored

    except all

    select {{ columns | join(', ') }} from by_macro

),

only_by_macro as (

    select {{ columns | join(', ') }} from by_macro

    except all

    select {{ columns | join(', ') }} from stored

)

select
    'stored' as found_only_in,
    {{ columns | join(', ') }}

from only_stored

union all

select
    'macro' as found_only_in,
    {{ columns | join(', ') }}

from only_by_macro
