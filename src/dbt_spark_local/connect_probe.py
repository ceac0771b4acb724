"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Finds out early whether a Spark Connect server answers. The client itself would try again for many
minutes without a message.
"""

from __future__ import annotations

import os
import socket
from urllib.parse import urlsplit

DEFAULT_PORT = 15002
ANSWER_SECONDS = 10.0
# gRPC would go through them
PROXIES = ("grpc_proxy", "https_proxy", "http_proxy")


class ServerUnreachableError(Exception):
    """Nobody listens where SPARK_REMOTE points; the message is one sentence."""


def refuse_unreachable_server(address: str) -> None:
    """Raise ServerUnreachableError where nobody listens at `sc://host:port/…`.

    Any other address (embedded Connect), and one behind a proxy, is left to Spark.
    """
    if not address.startswith("sc://") or any(os.environ.get(name) for name in PROXIES):
        return
    server = urlsplit(address)
    place = (server.hostname or "", server.port or DEFAULT_PORT)
    try:
        socket.create_connection(place, timeout=ANSWER_SECONDS).close()
    except OSError as error:
        # not the whole address: it may hold a token
        raise ServerUnreachableError(
            f"No Spark Connect server answers at {place[0]}:{place[1]} ({error.strerror or error}):"
            " start it, or correct SPARK_REMOTE."
        ) from None
