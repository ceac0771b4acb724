{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The query of a release's manifest: one row per published table. Tables that this run did not build are taken over from the
  release before. The content hash leaves out the load time, so equal content has an equal hash. `erasures` says which list of erasures a
  table knows, where one can change it.
-#}
{% macro release_manifest(schemas, built, previous) -%}
    {%- set with_customers = tables_with_customers() -%}
    with

    built as (
        {% for model in built %}
        select
            '{{ model.alias }}' as table_name,
            '{{ schemas.release }}' as release_schema,
            {{ as_of_date() }} as as_of_date,
            {{ string_literal(ods_origin(model.fqn[2])) }} as ods_origin,
            count(*) as row_count,
            lower(hex({{ set_hash('row_hash') }})) as content_hash,
            {{ erasure_fingerprint() if model.alias in with_customers else 'cast(null as string)' }} as erasures

        from (
            select xxhash64({{ model.columns.keys() | reject('equalto', 'etl_load_time') | join(', ') }}) as row_hash
            from {{ schemas.release }}.{{ model.alias }}
        )
        {% if not loop.last %}
        union all
        {% endif %}
        {%- endfor %}
    )
    {%- if previous %},

    kept as (

        select
            table_name,
            release_schema,
            as_of_date,
            ods_origin,
            row_count,
            content_hash,
            {% if erasures_of_release(schemas.published) == 'unknown' -%}
            case when table_name in ('{{ with_customers | join("', '") }}') then 'unknown' end as erasures
            {%- else -%}
            erasures
            {%- endif %}

        from {{ schemas.published }}.release_manifest

        where
            table_name not in ('{{ built | map(attribute="alias") | join("', '") }}')
            and table_name in ('{{ released_models().values() | map(attribute="alias") | join("', '") }}')

    )
    {%- endif %}

    select
        '{{ release_id() }}' as release_id,
        table_name,
        release_schema,
        as_of_date,
        ods_origin,
        row_count,
        content_hash,
        erasures,
        {{ string_literal(previous) if previous else 'cast(null as string)' }} as previous_release_id,
        {{ etl_load_time() }} as etl_load_time

    from {% if previous %}(select * from built union all select * from kept){% else %}built{% endif %}
{%- endmacro %}
