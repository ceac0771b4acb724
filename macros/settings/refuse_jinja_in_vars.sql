{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  dbt renders the text of a var as Jinja wherever it is read, also a call that runs SQL. Whoever may choose a number must not
  run code by it, so a text from the command line that holds Jinja is refused while dbt only parses, which runs nothing.
-#}
{% macro refuse_jinja_in_vars() -%}
    {%- for setting, value in (invocation_args_dict.get('vars') or {}).items() -%}
        {%- if modules.re.search('[{][{%#]', value | string) -%}
            {{ exceptions.raise_compiler_error(setting ~ ' holds a Jinja expression; give the value itself') }}
        {%- endif -%}
    {%- endfor -%}
{%- endmacro %}
