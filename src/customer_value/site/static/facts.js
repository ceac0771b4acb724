/* 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 */
/* What one row of a table says, each cell with the name of its column. */
(function () {
    "use strict";
    const site = window.site;

    site.drawFacts = function (place) {
        const table = site.table(place.dataset.facts);
        const row = site.rows(table)[0];
        const fact = (name) =>
            site.element(
                "div",
                { "data-fact": name },
                site.element("dt", {}, site.word("column." + name)),
                site.element("dd", {}, site.format(row[site.position(table, name)], table.columns[name])),
            );
        place.replaceChildren(...(row ? site.shown(table).map(fact) : []));
    };
})();
