-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 文本编号 → bigint：规范的十进制数字保留；前导零、符号、太大的数与文字变成负数，且互不相同

with

cases as (

    select *
    from
        values
        ('0', 0),
        ('7', 7),
        ('9223372036854775807', 9223372036854775807),
        ('9223372036854775808', null),
        ('10000000000000000000', null),
        ('007', null),
        ('+7', null),
        ('-7', null),
        ('7.0', null),
        ('T7', null),
        ('７', null)
            as id_case (id, expected_number)

),

numbered as (

    select
        id,
        expected_number,
        {{ bigint_id('id') }} as actual_number

    from cases

),

compared as (

    select
        *,
        count(*) over (partition by actual_number) as ids_of_the_number

    from numbered

)

select * from compared
where
    actual_number is null
    or ids_of_the_number > 1
    or (expected_number is not null and actual_number != expected_number)
    or (expected_number is null and actual_number >= 0)
