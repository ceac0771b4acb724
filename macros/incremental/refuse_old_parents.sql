{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Stops a run that would write a table by what an earlier run has found out or written (its plan, the index of raw rows, the
  sends of uses), which knows nothing of what has changed since. `kinds` are endings of such parents' names.
  `dbt retry` selects nothing by name and goes on with the run that it repeats, so it may.
-#}
{% macro refuse_old_parents(kinds) -%}
    {%- set old = [] -%}
    {%- if execute and flags.WHICH in ['build', 'run'] and selected_resources -%}
        {%- for kind in kinds -%}
            {%- for parent in model.depends_on.nodes if parent.endswith(kind) and parent not in selected_resources -%}
                {%- do old.append(parent.split('.')[-1]) if not parent.split('.')[-1].startswith('stg_') -%}
            {%- endfor -%}
        {%- endfor -%}
    {%- endif -%}
    {%- if old -%}
        {{ exceptions.raise_compiler_error(
            this.identifier ~ " is written as " ~ old | join(' and ') ~ " say" ~ ('s' if old | length == 1) ~ ", which an earlier"
            ~ " run made; select that too, and what it comes from: --select +" ~ this.identifier
        ) }}
    {%- endif -%}
{%- endmacro %}
