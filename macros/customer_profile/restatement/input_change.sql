{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  What happened to the own facts of a customer between two looks at them (aliases of rows of dws_customer_profile_input; either may be
  missing): rows came (late_rows), rows went (removed_rows), or the same rows say something else (changed_rows); null = nothing.
-#}
{% macro input_change(before, after) -%}
    case
            when {{ before }}.key_hash <=> {{ after }}.key_hash and {{ before }}.content_hash <=> {{ after }}.content_hash then null
            when {{ before }}.key_hash <=> {{ after }}.key_hash then 'changed_rows'
            when coalesce({{ after }}.key_count, 0) < coalesce({{ before }}.key_count, 0) then 'removed_rows'
            else 'late_rows'
        end
{%- endmacro %}
