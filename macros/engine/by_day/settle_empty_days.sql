{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  After the write: deletes the partitions that should have been rewritten and were not, because an overwrite leaves days alone
  that have become empty. Days whose inputs give no rows have no partition to carry a fingerprint; a helper table
  remembers them, so that the next run does not look at them again. That is safe at any time: the same inputs give no rows.
-#}
{% macro settle_empty_days(plan) -%}
    {%- set written = stored_fingerprints(
        this if plan.fingerprints else none,
        arrived_files().first_row ~ ('' if plan.is_full else ' and dt in (' ~ date_literals(plan.fingerprints) ~ ')')
    ) -%}
    {%- set empty = {} -%}
    {%- set mixed = [] -%}
    {%- for day, fingerprint in plan.fingerprints.items() if written.get(day) != fingerprint -%}
        {#- another run wrote into it meanwhile: deleted, so that the next run finds it missing -#}
        {%- if day in written and written[day] is none -%}
            {%- do mixed.append(day) -%}
        {%- else -%}
            {%- do empty.update({day: fingerprint}) -%}
        {%- endif -%}
    {%- endfor -%}
    {%- set obsolete = plan.removed + empty | select('in', plan.stored) | list + mixed -%}
    {%- if obsolete and not plan.is_full -%}
        {%- do table_format('delete_days')(this, obsolete) -%}
    {%- endif -%}
    {%- if empty | reject('in', plan.known_empty) | list -%}
        {%- do remember_empty_days(dict(plan.known_empty, **empty)) -%}
    {%- endif -%}
{%- endmacro %}
