{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The statuses of orders that are not paid (var customer_profile_unpaid_statuses), as SQL literals. -#}
{% macro unpaid_statuses() -%}
    {%- set statuses = var('customer_profile_unpaid_statuses') -%}
    {%- set literals = [] -%}
    {%- for status in (statuses if statuses is sequence and statuses is not string and statuses is not mapping else [])
        if status is string and modules.re.fullmatch('[\\w·（）-]([\\w ·（）-]{0,48}[\\w·（）-])?', status) -%}
        {%- do literals.append(string_literal(status) | trim) -%}
    {%- endfor -%}
    {%- if not literals or literals | length != statuses | length -%}
        {{ exceptions.raise_compiler_error(
            "customer_profile_unpaid_statuses is '" ~ statuses ~ "'; give a list of words, for example [已取消, 未支付]"
        ) }}
    {%- endif -%}
    {{ return(literals | join(', ')) }}
{%- endmacro %}
