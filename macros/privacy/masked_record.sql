{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- A raw record (JSON of texts) with the consumer's id as the warehouse keeps it. -#}
{% macro masked_record(raw_record) -%}
    {%- if hashes_consumer_ids() -%}
        to_json(
            transform_values(
                from_json({{ raw_record }}, 'map<string,string>'),
                (name, value) -> case when name = 'consumer_id' then {{ consumer_key('value') }} else value end
            ),
            map('ignoreNullFields', 'false')
        )
    {%- else -%}
        {{ raw_record }}
    {%- endif -%}
{%- endmacro %}
