"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The look at listeners sees every kind of address, so that it can be trusted on Spark's.
"""

from __future__ import annotations

import subprocess
import sys

import pytest
from listeners import is_outside_loopback, listening_addresses

LISTEN = """
import socket, sys
server = socket.socket(socket.AF_INET6 if ":" in sys.argv[1] else socket.AF_INET)
server.bind((sys.argv[1], 0))
server.listen()
print("ready", flush=True)
sys.stdin.read()
"""


@pytest.mark.parametrize(
    ("address", "outside"),
    [
        ("127.0.0.1", False),
        ("::1", False),
        ("::ffff:127.0.0.1", False),
        ("0.0.0.0", True),
        ("::", True),
    ],
)
def test_an_address_outside_loopback_is_seen(address: str, outside: bool) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", LISTEN, address],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        start_new_session=True,
    ) as listener:
        assert listener.stdout is not None
        assert listener.stdout.readline() == b"ready\n"
        (found,) = listening_addresses(listener.pid)
        listener.communicate()

    assert is_outside_loopback(found) == outside
