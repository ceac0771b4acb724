{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  After an incremental write: drops the partitions that were to be rewritten and still do not carry the plan's fingerprint.
  They have become empty, and an overwrite of partitions leaves those alone. Only after the write: a run that is killed
  before it gets here leaves the old fingerprint in place, so that the next run comes back. The plan is the parent of that
  name.
-#}
{% macro drop_obsolete_partitions() -%}
    {%- if not execute or not is_incremental() -%}
        {{ return('') }}
    {%- endif -%}
    {%- set plans = [] -%}
    {%- for parent in model.depends_on.nodes if parent.endswith('_plan') -%}
        {%- do plans.append(ref(parent.split('.')[-1])) -%}
    {%- endfor -%}
    {%- set rewritten = rewritten_days(plans | first) -%}
    {%- set obsolete -%}
        select distinct cast(stored.dt as string) as dt

        from {{ this }} as stored

        inner join {{ plans | first }} as planned
            on planned.table_name = '{{ this.identifier }}' and stored.dt = planned.dt

        where {{ in_days('stored.dt', rewritten) }}
            and not stored.partition_fingerprint <=> planned.partition_fingerprint
    {%- endset -%}
    {%- set partitions = [] -%}
    {%- for row in run_query(obsolete) -%}
        {%- do partitions.append("partition (dt = '" ~ row['dt'] ~ "')") -%}
    {%- endfor -%}
    {%- if partitions -%}
        alter table {{ this }} drop if exists {{ partitions | join(', ') }}
    {%- endif -%}
{%- endmacro %}
