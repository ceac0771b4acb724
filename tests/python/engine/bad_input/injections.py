"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Texts that try to be more than a text, in SQL, Jinja, Spark's own substitution, a shell or HTML.

None begins or ends with a blank, so that each must come back exactly as it went in.
"""

from __future__ import annotations

INJECTIONS = (
    "'",
    "''",
    '"',
    "`",
    "\\",
    "\\'",
    "x' or '1'='1",
    "x' or 1=1 or region='",
    "x' union all select 'y",
    "x') union all select ('y",
    "x'); drop table canary; --",
    "x; drop table canary",
    "1; drop schema canary cascade; --",
    "1 or 1=1",
    "1) or (1=1",
    "0 union all select 1",
    "2024-06-30' or '1'='1",
    "ods.canary where 1=1 or 1",
    "canary --",
    "canary /* x */",
    "*/ drop table canary /*",
    "x\\' or 1=1 --",
    "x\\u0027 or 1=1 --",
    "line\nend'; drop table canary",
    "${env:PATH}",
    "${system:user.home}",
    "${spark.app.name}",
    "${hiveconf:x}$${y}",
    "{{ 7 * 7 }}",
    "{{ env_var('PATH') }}",
    "{{ run_query('drop table canary') }}",
    "{% set x = 1 %}",
    "{# nothing #}",
    "%s %(x)s {0} {x}",
    "$(touch canary)",
    "../../canary",
    "<script>alert(1)</script>",
    "' onmouseover='alert(1)",
    "x\u2019 or \u20191\u2019=\u20191",
    "ʼ or 1=1",
    "x\x00' or 1=1",
    "1e309",
    "nan",
    "１",
)
