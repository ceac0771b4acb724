-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = ods_online_retail_line 的一行原始记录（不丢、不合并）；没有主键，完全相同的行编号
{%- set columns = [
    {'name': 'invoice_no', 'source': 'InvoiceNo', 'type': 'string', 'required': true},
    {'name': 'stock_code', 'source': 'StockCode', 'type': 'string', 'required': true},
    {'name': 'description', 'source': 'Description', 'type': 'string', 'verbatim': true},
    {'name': 'quantity', 'source': 'Quantity', 'type': 'int', 'required': true, 'signed': true},
    {'name': 'invoice_date', 'source': 'InvoiceDate', 'type': 'timestamp', 'required': true},
    {'name': 'unit_price', 'source': 'UnitPrice', 'type': 'decimal(12,3)', 'required': true, 'signed': true},
    {'name': 'customer_id', 'source': 'CustomerID', 'type': 'string'},
    {'name': 'country', 'source': 'Country', 'type': 'string'},
] %}

with

staged as (

    {{ ods_staged('online_retail', 'ods_online_retail_line', columns) }}

)

select * from staged
