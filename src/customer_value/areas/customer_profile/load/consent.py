"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What holds for every published data set: nobody in it was asked whether there may be a profile.
"""

SETTINGS = {"customer_profile_profiling_without_consent": "true"}
CHOICE = """\
Nobody in the data set was asked for consent: without the var
customer_profile_profiling_without_consent nobody has an index, and nobody is in any list."""
