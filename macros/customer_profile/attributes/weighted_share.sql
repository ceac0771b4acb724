{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  100 × the weighted mean of the shares of `parts` that are there, as a whole number, half away from zero; null where none is. A part has a
  column and the var of its weight.
-#}
{% macro weighted_share(parts) -%}
    cast(round(
                    100 * cast(
                        {%- for part in parts %}
                        {{ share_setting(part.setting) }} * coalesce({{ part.column }}, 0){{ ' +' if not loop.last }}
                        {%- endfor %}
                        as decimal(20, 12)
                    ) / nullif(
                        {%- for part in parts %}
                        if({{ part.column }} is null, 0, {{ share_setting(part.setting) }}){{ ' +' if not loop.last }}
                        {%- endfor %},
                        0
                    )
                ) as int)
{%- endmacro %}
