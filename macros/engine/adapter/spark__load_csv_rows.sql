{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Loads a seed, in place of dbt-spark's loader. That one writes the text `None` for an empty cell, converts long integers through
  float, puts cell text into SQL unescaped (so an apostrophe is a syntax error, and SQL can be injected), and its time grows with
  the square of the rows. Here every cell is one escaped literal, the types are determined once, and a cell that its type
  cannot hold stops the seed. Rows are data and stay out of dbt's log and artifacts: of an abridged query, dbt logs the first
  512 characters, and what this macro returns it writes to the folder `run`.
-#}
{% macro spark__load_csv_rows(model, agate_table) %}
    {%- set column_types = model['config'].get('column_types', {}) -%}
    {%- set types = [] -%}
    {%- for column_name in agate_table.column_names -%}
        {%- do types.append(column_types.get(column_name, adapter.convert_type(agate_table, loop.index0))) -%}
    {%- endfor -%}

    {%- for chunk in agate_table.rows | batch(5000) -%}
        {%- set rows = [] -%}
        {%- for row in chunk -%}
            {%- set cells = [] -%}
            {%- for cell in row -%}
                {%- do cells.append('null' if cell is none else seed_cell(cell)) -%}
            {%- endfor -%}
            {%- do rows.append('(' ~ cells | join(', ') ~ ')') -%}
        {%- endfor -%}
        {%- set sql -%}
            insert into {{ this.render() }}
            select
                {%- for type in types %}
                {{ seed_value('col' ~ loop.index, type, agate_table.column_names[loop.index0]) }}{{ ',' if not loop.last }}
                {%- endfor %}
            from values{{ ' ' * 512 }}
                {{ rows | join(',\n                ') }}
        {%- endset -%}
        {%- do adapter.add_query(sql, abridge_sql_log=True) -%}
    {%- endfor -%}

    {{ return('-- ' ~ agate_table.rows | length ~ ' rows') }}
{% endmacro %}
