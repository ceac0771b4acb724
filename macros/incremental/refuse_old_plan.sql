{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Stops a run that would rewrite an incremental table by a plan of an earlier run, which knows nothing of what has changed
  since. `dbt retry` selects nothing by name and goes on with the run that it repeats, so it may.
-#}
{% macro refuse_old_plan() -%}
    {%- for parent in model.depends_on.nodes if parent.endswith('_plan') -%}
        {%- if flags.WHICH in ['build', 'run'] and selected_resources and parent not in selected_resources -%}
            {%- set plan = parent.split('.')[-1] -%}
            {{ exceptions.raise_compiler_error(
                this.identifier ~ " is rewritten as " ~ plan ~ " says, and that plan is not part of this run; select both:"
                ~ " --select " ~ plan ~ " " ~ this.identifier ~ " (or +" ~ this.identifier ~ ")"
            ) }}
        {%- endif -%}
    {%- endfor -%}
{%- endmacro %}
