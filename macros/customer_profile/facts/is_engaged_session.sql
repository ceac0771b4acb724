{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  What an engaged session is: long enough and scrolled far enough, or enough pages (vars customer_profile_engaged_…). A session without
  seconds or depths can still have the pages.
-#}
{% macro is_engaged_session(page_seconds, scroll_depth, page_count) -%}
    (
            coalesce({{ page_seconds }}, 0) >= {{ whole_number_setting('customer_profile_engaged_seconds', 0, 86400) }}
            and coalesce({{ scroll_depth }}, 0) >= {{ share_setting('customer_profile_engaged_scroll_depth') }}
        )
        or {{ page_count }} >= {{ whole_number_setting('customer_profile_engaged_pages', 1, 1000) }}
{%- endmacro %}
