{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  社交影响力 0–100: followers on a logarithmic scale, of which those of `follower_cap` are full marks, and how many others refer to the customer.
  Followers above the cap may make up for relations, so the sum is cut at 100. Without a cap nobody has followers.
-#}
{% macro social_impact(follower_count, follower_cap, relation_count) -%}
    {%- set weight = share_setting('customer_profile_social_follower_weight') -%}
    {%- set full = whole_number_setting('customer_profile_social_full_relations', 1, 999999) -%}
    cast(
            least(
                100,
                100 * {{ weight }} * coalesce(log1p(cast({{ follower_count }} as double)) / log1p(cast({{ follower_cap }} as double)), 0)
                + 100 * (1 - {{ weight }}) * least(1, cast({{ relation_count }} as double) / {{ full }})
            ) as decimal(5, 2)
        )
{%- endmacro %}
