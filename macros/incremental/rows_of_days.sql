{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The staged rows of a fact that the rewritten days need, with the rank of each among the versions of its key (1 = kept).
  A night reads the rows of its days and every other version of their keys, which may win. The index of what has arrived says
  which keys these are and on which days they came, so that other files are not opened. `related`, a condition on the index,
  stands for the days where the rows of other days matter too (all uses of a send).
  A rewrite of most days reads everything, and ranks the rows of repeated keys only: a window over all rows would send
  them through the network and sort them, to find that almost every key comes once.
-#}
{% macro rows_of_days(fact, key, version_by, rewritten, related=none) -%}
    {%- set staged = ref('stg_' ~ fact) -%}
    {%- set arrived = ref('dwd_' ~ fact ~ '_arrival') -%}
    {%- set repeated = ref('dwd_' ~ fact ~ '_repeated_key') -%}
    {%- do refuse_old_parents(['_arrival', '_repeated_key', '_send', '_use']) -%}
    {%- if finds_by_key(rewritten) -%}
    {%- set keys -%}
        select /*+ broadcast(related) */ key_hash from {{ arrived }} as related
            where {{ related or in_days('raw_day', rewritten) }}
    {%- endset -%}
    select
        *,
        {{ version_rank(key, version_by) }} as version_rank

    from {{ staged }}

    where
        {{ in_days('arrival_day', asked_days('dt', arrived ~ ' where key_hash in (' ~ keys ~ ')')) }}
        and key_hash in (
            {{ keys }}
        )
    {%- else -%}
    select
        staged.*,
        1 as version_rank

    from {{ staged }} as staged

    left anti join {{ repeated }} as repeated
        on staged.key_hash = repeated.key_hash

    union all

    select
        *,
        {{ version_rank(key, version_by) }} as version_rank

    from {{ staged }}

    where key_hash in (select key_hash from {{ repeated }})
    {%- endif -%}
{%- endmacro %}
