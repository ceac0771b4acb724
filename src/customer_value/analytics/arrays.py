"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The kinds of arrays that models and grades compute with.
"""

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]
# of elements of another array
Indices = NDArray[np.intp]
