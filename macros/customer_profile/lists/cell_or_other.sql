{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The value under which a cell is shown: its own, or 其他 where fewer customers than customer_profile_min_cell_customers are in it. The
  cells of a partition must be its rows. Where all small cells together are still too few, the smallest of the others goes with them, or
  其他 would be a small cell itself; where a customer can be in several cells, it always does, as their counts do not add up.
-#}
{% macro cell_or_other(value, customer_count, partition_by, overlaps=false) -%}
    {%- set least = min_cell_customers() -%}
    {%- set keys = partition_by | join(', ') -%}
    {%- set is_small = customer_count ~ ' < ' ~ least -%}
    case
            when {{ is_small }} then '其他'
            when
                {% if overlaps -%}
                count_if({{ is_small }}) over (partition by {{ keys }}) > 0
                {%- else -%}
                sum(if({{ is_small }}, {{ customer_count }}, 0)) over (partition by {{ keys }}) between 1 and {{ least }} - 1
                {%- endif %}
                and row_number() over (
                    partition by {{ keys }}, {{ is_small }}
                    order by {{ customer_count }}, {{ value }}
                ) = 1
                then '其他'
            else {{ value }}
        end
{%- endmacro %}
