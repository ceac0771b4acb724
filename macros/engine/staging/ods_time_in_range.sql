{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  A time that counts, null outside ods_min_time and ods_max_time. Also in rejected rows, whose raw text stays: Spark 3.5
  refuses to write a time before 1900, and one such row would stop the build.
-#}
{% macro ods_time_in_range(value) -%}
    case
            when
                {{ value }} >= {{ time_literal(var('ods_min_time'), 'ods_min_time') }}
                and {{ value }} < {{ time_literal(var('ods_max_time'), 'ods_max_time') }}
                then {{ value }}
        end
{%- endmacro %}
