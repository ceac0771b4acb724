"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

On which addresses the processes of a session listen, as the kernel knows it.
"""

from __future__ import annotations

import ipaddress
import re
import struct
from collections.abc import Iterator
from pathlib import Path

LISTEN = "0A"
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


def listening_addresses(session_id: int) -> set[Address]:
    """The addresses of all TCP sockets on which processes of the session wait for connections."""
    own = {inode for process in _processes(session_id) for inode in _sockets(process)}

    return {address for address, inode in _listening() if inode in own}


def is_outside_loopback(address: Address) -> bool:
    """Whether other machines can reach the address; an IPv4 address may be written as IPv6."""
    mapped = getattr(address, "ipv4_mapped", None)

    return not (mapped or address).is_loopback


def _processes(session_id: int) -> Iterator[Path]:
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            # after the name in brackets: state, parent, process group, session
            after_name = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(after_name[3]) == session_id:
            yield stat.parent


def _sockets(process: Path) -> Iterator[str]:
    for descriptor in (process / "fd").glob("*"):
        try:
            found = re.fullmatch(r"socket:\[(\d+)\]", str(descriptor.readlink()))
        except OSError:
            continue
        if found:
            yield found[1]


def _listening() -> Iterator[tuple[Address, str]]:
    for table in ("tcp", "tcp6"):
        for line in Path("/proc/net", table).read_text().splitlines()[1:]:
            fields = line.split()
            if fields[3] == LISTEN:
                yield _address(fields[1].partition(":")[0]), fields[9]


def _address(written: str) -> Address:
    # words of 32 bits in the byte order of the machine
    words = [int(written[start : start + 8], 16) for start in range(0, len(written), 8)]

    return ipaddress.ip_address(b"".join(struct.pack("=I", word) for word in words))
