{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  What a line of the file is; the first rule that fits names it. `lines` has reject_reason, copy_number, the columns of the
  file, amount, is_non_product and snapshot_date. Codes are told apart by their letters, small or capital.
-#}
{% macro line_class(lines) -%}
    case
        when {{ lines }}.reject_reason is not null then 'invalid'
        when {{ lines }}.copy_number > 1 then 'duplicate'
        when {{ lines }}.invoice_date >= {{ lines }}.snapshot_date then 'after_snapshot'
        when upper({{ lines }}.invoice_no) like 'C%' then 'cancellation'
        when upper({{ lines }}.invoice_no) like 'A%' or {{ lines }}.quantity < 0 or {{ lines }}.unit_price < 0 then 'adjustment'
        when {{ lines }}.customer_id is null then 'no_customer'
        when {{ lines }}.description is null or {{ lines }}.country is null then 'incomplete'
        when {{ lines }}.is_non_product then 'non_product'
        when {{ lines }}.amount = 0 then 'free'
        when {{ lines }}.amount > 0 then 'sale'
    end
{%- endmacro %}
