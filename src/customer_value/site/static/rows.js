/* 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 */
/* The rows of the page's tables, as the switches of the page show them. */
(function () {
    "use strict";
    const site = window.site;
    const page = window.page;
    site.chosen = {};
    for (const [name, control] of Object.entries(page.controls)) site.chosen[name] = control.selected;

    site.table = (name) => page.tables[name];
    site.names = (table) => Object.keys(table.columns);
    site.position = (table, column) => site.names(table).indexOf(column);

    site.rows = function (table) {
        return Object.entries(table.controls).reduce((rows, [column, control]) => {
            const at = site.position(table, column);
            return rows.filter((row) => row[at] === site.chosen[control]);
        }, table.rows);
    };

    /* Columns that a person sees: what a switch picks by, and what only a chart needs, stay away. */
    site.shown = (table) =>
        site.names(table).filter((name) => !(name in table.controls) && !table.hidden.includes(name));

    site.element = function (tag, attributes, ...children) {
        const element = document.createElement(tag);
        for (const [name, value] of Object.entries(attributes || {})) element.setAttribute(name, value);
        element.append(...children);
        return element;
    };
})();
