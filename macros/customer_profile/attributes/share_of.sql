{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  A part of a whole as a share with twelve decimals, which later steps round; null without a whole. The numerator has up to 20 digits with
  `places` decimals, so that the quotient keeps its twelve.
-#}
{% macro share_of(part, whole, places=0) -%}
    cast(
            cast({{ part }} as decimal(20, {{ places }})) / nullif(cast({{ whole }} as decimal(20, {{ places }})), 0)
            as decimal(13, 12)
        )
{%- endmacro %}
