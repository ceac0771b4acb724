{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The value under which a cell is shown: its own, or 其他 where fewer customers than customer_profile_min_cell_customers are in it. The
  cells of a partition must be its rows. Where all small cells together are still too few, the smallest of the others goes with them, or
  其他 would be a small cell itself.
-#}
{% macro cell_or_other(value, customer_count, partition_by) -%}
    {%- set least = whole_number_setting('customer_profile_min_cell_customers', 1, 9999) -%}
    {%- set keys = partition_by | join(', ') -%}
    case
            when {{ customer_count }} < {{ least }} then '其他'
            when
                sum(if({{ customer_count }} < {{ least }}, {{ customer_count }}, 0)) over (partition by {{ keys }})
                between 1 and {{ least }} - 1
                and row_number() over (
                    partition by {{ keys }}, {{ customer_count }} >= {{ least }}
                    order by {{ customer_count }}, {{ value }}
                ) = 1
                then '其他'
            else {{ value }}
        end
{%- endmacro %}
