{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The value of a var that counts something, as a whole number within its bounds. Any other value stops dbt with one sentence. -#}
{% macro whole_number_setting(setting) -%}
    {%- set least, most = {
        'never_redeemed_recency_days': (1, 99999),
        'rfm_window_days': (1, 99999),
        'rfm_bins': (2, 9),
        'online_retail_super_order_lines': (1, 99999),
        'online_retail_max_cluster_count': (2, 99),
        'reload_days': (0, 99999),
        'incremental_lookup_rows': (0, 999999999),
    }[setting] -%}
    {%- set value = var(setting) -%}
    {%- if not modules.re.fullmatch('[0-9]{1,9}', value | string) or not least <= value | int <= most -%}
        {{ exceptions.raise_compiler_error(
            setting ~ " is '" ~ value ~ "'; give a whole number from " ~ least ~ ' to ' ~ most
        ) }}
    {%- endif -%}
    {{ return(value | int) }}
{%- endmacro %}
