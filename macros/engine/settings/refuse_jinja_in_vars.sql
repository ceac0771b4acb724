{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Refuses vars from the command line that contain Jinja. dbt renders the text of a var as Jinja wherever it is read, and Jinja
  can run SQL; whoever may only choose a number must not be able to run code. This check comes while dbt parses, when
  nothing is run.
-#}
{% macro refuse_jinja_in_vars() -%}
    {%- for setting, value in (invocation_args_dict.get('vars') or {}).items() -%}
        {%- if modules.re.search('[{][{%#]', value | string) -%}
            {{ exceptions.raise_compiler_error(setting ~ ' holds a Jinja expression; give the value itself') }}
        {%- endif -%}
    {%- endfor -%}
{%- endmacro %}
