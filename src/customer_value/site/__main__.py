"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The command `python -m customer_value.site`; its code is `customer_value.commands.site`.
"""

from customer_value.commands.site import main

if __name__ == "__main__":
    raise SystemExit(main())
