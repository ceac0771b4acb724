{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The raw table of the area (see area_tables for the fields). A line has no key: copies of a row are numbered. -#}
{% macro online_retail_tables() -%}
    {{ return([
        {
            'ods': 'ods_online_retail_line',
            'columns': {
                'InvoiceNo': 'string required id also:Invoice,发票号,发票编号 as:invoice_no',
                'StockCode': 'string required id also:商品代码 as:stock_code',
                'Description': 'string verbatim also:商品描述 as:description',
                'Quantity': 'int required signed also:数量 as:quantity',
                'InvoiceDate': 'timestamp required also:发票日期,开票时间 as:invoice_date',
                'UnitPrice': 'decimal(12,3) required signed also:Price,单价 as:unit_price',
                'CustomerID': 'string id also:Customer,客户编号,客户ID as:customer_id',
                'Country': 'string also:国家 as:country'
            },
        },
    ]) }}
{%- endmacro %}
