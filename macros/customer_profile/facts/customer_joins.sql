{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Joins staged rows with what is known of their customer: the version that was valid at a moment (customer_versions), the first version
  (first_versions: whether there is master data at all), and whether the customer asked to be erased (erasures). The model imports
  dwd_customer_history as customer_versions and dwd_customer_erasure as erasures. Of an erased customer there is no version.
-#}
{% macro customer_joins(rows, moment) -%}
    left join customer_versions
        on
            {{ rows }}.customer_id = customer_versions.customer_id
            and {{ is_valid_at(moment, 'customer_versions') }}

    left join customer_versions as first_versions
        on
            {{ rows }}.customer_id = first_versions.customer_id
            and first_versions.version_number = 1

    left join erasures
        on {{ rows }}.customer_id = erasures.customer_id
{%- endmacro %}
