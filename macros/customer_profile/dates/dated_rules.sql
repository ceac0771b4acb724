{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The rules that decide what the dated tables hold, by name: the values of thresholds (profile_thresholds), and of each reference table that
  the dated tables are made of the checksum of its file. None of the latter while dbt parses.
-#}
{% macro dated_rules() -%}
    {%- set rules = {} -%}
    {%- for setting in profile_thresholds() -%}
        {%- do rules.update({setting: var(setting)}) -%}
    {%- endfor -%}
    {%- if execute -%}
        {%- set dated = [] -%}
        {%- for name in dated_tables() -%}
            {%- do dated.append('model.' ~ project_name ~ '.' ~ name) -%}
        {%- endfor -%}
        {%- for unique_id in ancestors(dated) if graph.nodes.get(unique_id, {}).resource_type == 'seed' -%}
            {%- set seed = graph.nodes[unique_id] -%}
            {#- the Python scoring names the cut points among its inputs whatever the method -#}
            {%- set is_unused = seed.name == 'rfm_fixed_cut_points' and rfm_method() != 'fixed' -%}
            {%- do rules.update({seed.name: seed.checksum.checksum}) if 'reference' in seed.fqn and not is_unused -%}
        {%- endfor -%}
    {%- endif -%}
    {{ return(rules) }}
{%- endmacro %}
