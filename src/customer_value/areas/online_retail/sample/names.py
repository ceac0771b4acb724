"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Names, codes and countries of the synthetic wholesaler. Some names hold what breaks careless code:
apostrophes, quotes, commas, backslashes, a pound sign, an emoji, markup, blanks at either end.
"""

PRODUCTS = [
    "WHITE ENAMEL HEART LANTERN",
    "PARTY BUNTING, RED SPOTTY ",
    "CHILDREN'S GARDEN APRON",
    "£1 LUCKY DIP BAG",
    " VINTAGE TIN ALARM CLOCK",
    "🎁 GIFT WRAP, CHRISTMAS FOREST",
    "<script>alert('MUG')</script>",
    'PICTURE FRAME 6" X 4"',
    "JUMBO SHOPPER PINK POLKADOT",
    "SET OF 3 CAKE TINS, PANTRY DESIGN",
    "REGENCY TEA CUP & SAUCER",
    "POSTCARD RACK C:\\NEW\\TABLE",
    "LADIES' & GENTS' METAL SIGN",
    "HAND WARMER OWL DESIGN ",
    "60 TEATIME FAIRY CAKE CASES",
    "'; DROP TABLE LINES; --",
    "RED RETROSPOT LUNCH BOX",
    "{{ 7 * 7 }} PAPER CHAIN KIT",
    "DOORMAT, UNION FLAG ",
    "NATURAL SLATE HEART CHALKBOARD",
    "=1+1 WOODEN ABACUS",
    "BLACK RECORD COVER FRAME",
    "CAFÉ AU LAIT BOWL",
    "ASSORTED COLOUR BIRD ORNAMENT",
    "WOOD 2 DRAWER CABINET, WHITE FINISH",
    "HOT WATER BOTTLE 'KEEP CALM'",
    "GARDENER'S KNEELING PAD, CUP OF TEA",
    "MINI PAINT SET VINTAGE ",
    "RABBIT NIGHT LIGHT",
    "PACK OF 72 RETROSPOT CAKE CASES",
    "ANTIQUE SILVER T-LIGHT GLASS",
    "ROSES REGENCY TEAPOT\\",
    "RIBBON REEL LACE DESIGN",
    "ZINC METAL HEART DECORATION",
    "STRAWBERRY CERAMIC TRINKET BOX",
    "CARRIAGE CLOCK, IVORY  ",
    "FELTCRAFT 6 FLOWER FRIENDS",
    "SPACEBOY BEAKER",
    "DOLLY GIRL CHILDREN'S BOWL",
    "CREAM SWEETHEART MINI CHEST",
    "TRADITIONAL KNITTING NANCY",
    "BAKING SET 9 PIECE, RETROSPOT",
    "WICKER STAR",
    "PLASTERS IN TIN, CIRCUS PARADE ",
    "VICTORIAN SEWING BOX LARGE",
    "LUNCH BAG SUKI DESIGN",
    "PAPER CRAFT , LITTLE ROBIN",
]

POSTAGE = ("POST", "POSTAGE")
DOTCOM_POSTAGE = ("DOT", "DOTCOM POSTAGE")

STOCK_NOTES: list[str | None] = [None, "damages", "?", "check", "thrown away", "lost, see 20713"]
"""What the warehouse wrote in place of a name when it wrote stock off."""

HOME = "United Kingdom"
COUNTRIES = [HOME, "Netherlands", "Germany", "France", "EIRE", "Spain", "Belgium", "Switzerland"]
