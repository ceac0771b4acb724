{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Stops the publication when a table has lost most of its rows, for example because a source file was cut or only half loaded.
  Tests cannot notice this, because they see the remaining rows only. A build for an earlier date, or on other ODS tables, may
  have fewer rows and is not compared.
-#}
{% macro refuse_shrunk_tables(schemas, manifest) -%}
    {%- if not published_release(schemas.published) -%}
        {{ return('') }}
    {%- endif -%}
    {%- set shrunk = run_query(
        'select new.table_name, new.row_count, old.row_count from ' ~ manifest ~ ' as new inner join '
        ~ schemas.published ~ '.release_manifest as old'
        ~ ' on new.table_name = old.table_name and new.ods_origin = old.ods_origin'
        ~ ' where new.as_of_date >= old.as_of_date and new.row_count < old.row_count * '
        ~ number_literal(var('publish_min_share'), 'publish_min_share') ~ ' order by new.table_name'
    ).rows -%}
    {%- for table_name, row_count, published_count in shrunk -%}
        {{ exceptions.raise_compiler_error(
            'Not published: ' ~ table_name ~ ' has ' ~ row_count ~ ' rows now and ' ~ published_count ~ ' in '
            ~ schemas.published ~ '. Look whether a source was cut; if it is right, run again with'
            ~ " --vars 'publish_min_share: 0'"
        ) }}
    {%- endfor -%}
{%- endmacro %}
