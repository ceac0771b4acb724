"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A Spark Connect server that does not answer is reported at once, without the token in its address.
"""

from __future__ import annotations

import socket

import pytest

from dbt_spark_local.connect_probe import (
    PROXIES,
    ServerUnreachableError,
    refuse_unreachable_server,
)


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in PROXIES:
        monkeypatch.delenv(name, raising=False)


def test_a_server_that_listens_is_accepted() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        refuse_unreachable_server(f"sc://127.0.0.1:{server.getsockname()[1]}/;user_id=dbt")


def test_a_server_that_is_not_there_is_named_without_its_token() -> None:
    with socket.socket() as bound_but_silent:
        bound_but_silent.bind(("127.0.0.1", 0))
        port = bound_but_silent.getsockname()[1]
        with pytest.raises(ServerUnreachableError) as refused:
            refuse_unreachable_server(f"sc://127.0.0.1:{port}/;token=secret")

    assert str(refused.value) == (
        f"No Spark Connect server answers at 127.0.0.1:{port} (Connection refused):"
        " start it, or correct SPARK_REMOTE."
    )


def test_a_name_that_nobody_knows_is_refused() -> None:
    with pytest.raises(ServerUnreachableError, match=r"answers at nowhere\.invalid:15002 \("):
        refuse_unreachable_server("sc://nowhere.invalid")


@pytest.mark.parametrize("address", ["", "local[2]"])
def test_what_is_no_server_is_left_to_spark(address: str) -> None:
    refuse_unreachable_server(address)


def test_what_is_behind_a_proxy_is_left_to_spark(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "http://proxy:3128")
    refuse_unreachable_server("sc://nowhere.invalid")
