"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Writes one site after the other into the same folder until it is killed. Run as a script:
python exporting.py LIBRARY FOLDER.
"""

from __future__ import annotations

import sys
from itertools import cycle
from pathlib import Path

from our_site import SITE
from site_tables import site_tables
from whole_pages import other_tables

from customer_value.site.write import write_site

for tables in cycle((site_tables(), other_tables())):
    write_site(SITE, tables, Path(sys.argv[1]), Path(sys.argv[2]))
