{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The raw table of the area (see area_tables for the fields). A line has no key: copies of a row are numbered. -#}
{% macro online_retail_tables() -%}
    {{ return([
        {
            'ods': 'ods_online_retail_line',
            'columns': {
                'InvoiceNo': 'string required as:invoice_no', 'StockCode': 'string required as:stock_code',
                'Description': 'string verbatim as:description', 'Quantity': 'int required signed as:quantity',
                'InvoiceDate': 'timestamp required as:invoice_date',
                'UnitPrice': 'decimal(12,3) required signed as:unit_price', 'CustomerID': 'string as:customer_id',
                'Country': 'string as:country'
            },
        },
    ]) }}
{%- endmacro %}
