"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What a command says when it cannot do what it was asked to.
"""


class CommandError(Exception):
    """Nothing was changed; the message is for the person who asked: plain sentences, one per line,
    that name what is wrong and the way out."""


class SessionError(CommandError):
    """Spark cannot be reached; one sentence."""


class TablesError(CommandError):
    """A table does not hold what it should."""


class NotPublishedError(TablesError):
    """A table is not there, because no build has published it yet."""


class LoadError(CommandError):
    """The tables cannot be loaded."""


class WordsError(CommandError):
    """The dictionary of the pages is not complete."""


class SiteError(CommandError):
    """The site cannot be built."""


class ListError(CommandError):
    """A list of customers cannot be exported."""
