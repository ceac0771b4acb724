/* 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 */
/* Headline numbers with their change against the period before. */
(function () {
    "use strict";
    const site = window.site;
    const LONG = 10; // letters, from which on a number needs a smaller hand

    function card(table, row, item) {
        const cell = (name) => row[site.position(table, name)];
        const value = site.element("dd", { class: "figure-value", "data-value": item.value });
        value.textContent = site.format(cell(item.value), table.columns[item.value]);
        value.classList.toggle("long", value.textContent.length > LONG);
        const box = site.element(
            "div",
            { class: "figure" },
            site.element("dt", {}, site.word("column." + item.value)),
            value,
        );
        if (item.change) {
            const change = site.element("dd", { class: "figure-change" });
            const before = cell(item.previous);
            if (before === null) change.textContent = site.word("figure.no_previous");
            else {
                const previous = site.word("figure.previous", {
                    value: site.format(before, table.columns[item.previous]),
                });
                change.append(
                    site.element("span", {}, site.change(cell(item.change), table.columns[item.change])),
                    " ",
                    site.element("span", {}, previous),
                );
            }
            box.append(change);
        }
        return box;
    }

    site.drawFigures = function (place) {
        const figures = window.page.figures[place.dataset.figures];
        const table = site.table(figures.table);
        const row = site.rows(table)[0];
        place.replaceChildren(...(row ? figures.items.map((item) => card(table, row, item)) : []));
    };
})();
