-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 截止日同意画像的一位客户：关于这位客户的全部；没有同意的客户没有行
{#- 从截止日的每张表取哪些列 #}
{%- set sources = {
    'attribute': [
        'customer_type', 'industry', 'company_size', 'credit_rating', 'ltv_segment', 'preferred_channel',
        'tech_adoption', 'price_sensitivity', 'social_impact', 'eco_friendly',
    ],
    'population': ['register_time', 'first_seen_date', 'is_marketable'],
    'order_metrics': [
        'order_count', 'gross_amount', 'refund_amount', 'net_amount', 'window_order_count', 'window_net_amount',
        'first_pay_date', 'last_pay_date',
    ],
    'features': ['avg_order_value'],
    'order_rfm': ['recency_days', 'frequency', 'monetary', 'r_score', 'f_score', 'm_score', 'order_rfm_total'],
    'lifecycle': ['stage_code', 'expected_gap_days', 'days_since_last_purchase'],
    'activity': [
        'activity_index', 'activity_index_adjusted', 'activity_index_frozen', 'login_days', 'login_days_cap',
        'page_seconds', 'page_seconds_cap', 'contact_count', 'contact_count_cap', 'missing_input',
    ],
    'penetration': ['penetration_rate', 'bought_category_count', 'on_sale_category_count'],
    'service_health': [
        'service_health', 'service_health_shrunk', 'complaint_count', 'complaint_rate', 'timeliness', 'satisfaction',
    ],
    'remark': ['declared_attributes', 'warning_count', 'warning_names', 'data_quality_status'],
} %}
{%- set promo_columns = ['recency_days', 'frequency', 'monetary'] %}
{#- 等级的种类 → 列名的前缀 #}
{%- set level_kinds = {'promo': 'promo', 'order': 'order_rfm'} %}

with

{% for name in sources -%}
{{ name }} as (

    select * from {{ ref('dws_customer_profile_' ~ name) }}
    where as_of_date = {{ as_of_date() }}

),

{% endfor -%}
levels as (

    select * from {{ ref('dws_customer_profile_level') }}

),

promo_rfm as (

    select * from {{ ref('dws_customer_service_promo_consumer_rfm') }}
    where as_of_date = {{ as_of_date() }}

),

regions as (

    select * from {{ ref('dwd_region') }}

),

stages as (

    select * from {{ ref('dwd_lifecycle_stage') }}

),

cards as (

    select
        population.customer_id,
        {% for name, columns in sources.items() -%}
        {% for column in columns -%}
        {{ name }}.{{ column }},
        {% endfor -%}
        {% endfor -%}
        stages.stage_name,
        regions.region_name,
        regions.province_name,
        regions.greater_region_name,
        {% for kind, prefix in level_kinds.items() -%}
        {{ kind }}_levels.user_level as {{ prefix }}_level,
        {{ kind }}_levels.rfm_code as {{ prefix }}_code,
        {{ kind }}_levels.previous_level as previous_{{ prefix }}_level,
        {{ kind }}_levels.previous_date as previous_{{ prefix }}_date,
        {{ kind }}_levels.level_changed_date as {{ prefix }}_level_changed_date,
        {% endfor -%}
        {% for column in promo_columns -%}
        promo_rfm.{{ column }} as promo_{{ column }},
        {% endfor -%}
        {{ flag_setting('customer_pages') | lower }} as has_page,
        population.as_of_date,
        {{ etl_load_time() }} as etl_load_time

    from population

    {% for name in sources if name != 'population' -%}
    left join {{ name }}
        on population.customer_id = {{ name }}.customer_id

    {% endfor -%}
    left join promo_rfm
        on population.customer_id = promo_rfm.consumer_id

    left join regions
        on population.region_id = regions.region_id

    left join stages
        on lifecycle.stage_code = stages.stage_code
    {%- for kind in level_kinds %}

    left join levels as {{ kind }}_levels
        on population.customer_id = {{ kind }}_levels.customer_id and {{ kind }}_levels.level_kind = '{{ kind }}'
    {%- endfor %}

    where population.is_profiled

)

select * from cards
