"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The states of Brazil and their greater regions, each state with its place in a map of tiles.
"""

import pandas as pd

_REGIONS = {
    "N": "Norte",
    "NE": "Nordeste",
    "CO": "Centro-Oeste",
    "SE": "Sudeste",
    "S": "Sul",
}
# code, name, greater region, row and column of the tile; Sergipe and the Southeast are both SE
_STATES = """\
RR Roraima N 1 3
AP Amapá N 1 5
AM Amazonas N 2 2
PA Pará N 2 4
MA Maranhão NE 2 5
CE Ceará NE 2 6
RN Rio_Grande_do_Norte NE 2 7
AC Acre N 3 1
RO Rondônia N 3 2
TO Tocantins N 3 4
PI Piauí NE 3 5
PE Pernambuco NE 3 6
PB Paraíba NE 3 7
MT Mato_Grosso CO 4 3
DF Distrito_Federal CO 4 4
BA Bahia NE 4 5
SE Sergipe NE 4 6
AL Alagoas NE 4 7
MS Mato_Grosso_do_Sul CO 5 3
GO Goiás CO 5 4
MG Minas_Gerais SE 5 5
ES Espírito_Santo SE 5 6
SP São_Paulo SE 6 4
RJ Rio_de_Janeiro SE 6 5
PR Paraná S 7 4
SC Santa_Catarina S 8 4
RS Rio_Grande_do_Sul S 9 4"""


def regions() -> pd.DataFrame:
    """The rows of ods_region, all columns texts: greater regions as 大区, states as 省."""
    greater = pd.DataFrame(
        {
            "region_id": [f"BR-{code}" for code in _REGIONS],
            "region_name": list(_REGIONS.values()),
            "region_level": "大区",
        }
    )
    states = pd.DataFrame(
        [line.split(" ") for line in _STATES.splitlines()],
        columns=["region_id", "region_name", "parent_region_id", "grid_row", "grid_column"],
    )
    states["region_name"] = states["region_name"].str.replace("_", " ")
    states["parent_region_id"] = "BR-" + states["parent_region_id"]

    return pd.concat([greater, states.assign(region_level="省")], ignore_index=True)
