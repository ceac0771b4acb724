"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Builds the customer profile at growing sizes, beside DuckDB: `python -m benchmarks.profile_mart`.
"""

from benchmarks.mart.command import main
from benchmarks.profile_mart.area import PROFILE

if __name__ == "__main__":
    main(PROFILE)
