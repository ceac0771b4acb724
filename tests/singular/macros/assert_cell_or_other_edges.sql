-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 并格的边界：4 并、5 不并；并在一起不到 5 就再并最小的一格，同样小的按值；会重叠时总是再并一格；全部都小就只有 其他
with

cells as (

    select *
    from
        values
        ('small together are enough', 'a', 4, '其他', '其他'),
        ('small together are enough', 'b', 1, '其他', '其他'),
        ('small together are enough', 'c', 5, 'c', '其他'),
        ('small together are enough', 'd', 6, 'd', 'd'),
        ('small together are too few', 'a', 4, '其他', '其他'),
        ('small together are too few', 'b', 7, '其他', '其他'),
        ('small together are too few', 'c', 7, 'c', 'c'),
        ('none is small', 'a', 5, 'a', 'a'),
        ('none is small', 'b', 5, 'b', 'b'),
        ('all are small', 'a', 1, '其他', '其他'),
        ('all are small', 'b', 2, '其他', '其他')
            as cell (story, cell_value, customer_count, expected_name, expected_where_cells_overlap)

),

named as (

    select
        *,
        {{ cell_or_other('cell_value', 'customer_count', ['story']) }} as actual_name,
        {{ cell_or_other('cell_value', 'customer_count', ['story'], overlaps=true) }} as actual_where_cells_overlap

    from cells

)

select * from named
where actual_name != expected_name or actual_where_cells_overlap != expected_where_cells_overlap
