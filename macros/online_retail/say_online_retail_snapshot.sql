{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- After dwd_online_retail_snapshot was written (post-hook): says which day it is where nobody chose one for the loaded file. -#}
{% macro say_online_retail_snapshot() -%}
    {%- if execute and online_retail_snapshot() is none -%}
        {%- set row = run_query('select snapshot_date, last_invoice_date from ' ~ this).rows[0] -%}
        {%- if row['snapshot_date'] is not none -%}
            {%- do log(
                'online_retail_snapshot_date is not set, so the snapshot follows the loaded file: its last line is of '
                ~ row['last_invoice_date'] ~ ', and recency counts back from ' ~ row['snapshot_date'] ~ ' 00:00', info=true
            ) -%}
        {%- endif -%}
    {%- endif -%}
{%- endmacro %}
