{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  What a line of the file is; the first rule that fits names it. Expects the columns of dwd_online_retail_line's own CTE:
  reject_reason, copy_number, invoice_no, quantity, unit_price, amount, … and is_non_product.
-#}
{% macro line_class() -%}
    case
        when reject_reason is not null then 'invalid'
        when copy_number > 1 then 'duplicate'
        when invoice_date >= {{ online_retail_snapshot() }} then 'after_snapshot'
        when invoice_no like 'C%' then 'cancellation'
        when invoice_no like 'A%' or quantity < 0 or unit_price < 0 then 'adjustment'
        when customer_id is null then 'no_customer'
        when description is null or country is null then 'incomplete'
        when is_non_product then 'non_product'
        when amount = 0 then 'free'
        when amount > 0 then 'sale'
    end
{%- endmacro %}
