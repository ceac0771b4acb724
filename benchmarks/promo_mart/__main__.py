"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Builds the promotion mart at growing sizes, beside DuckDB: `python -m benchmarks.promo_mart`.
"""

from benchmarks.mart.command import main
from benchmarks.promo_mart.area import PROMOTION

if __name__ == "__main__":
    main(PROMOTION)
