/* 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 */
/* Sentences of the data beside charts: remarks (data-fact), and the statements of a part of the page with what the data say
   of them (data-statements), read off the table of all statements. */
(function () {
    "use strict";
    const site = window.site;
    const verdictClass = (verdict) => verdict.replace("here_", "");

    function statement(table, row) {
        const cell = (name) => row[site.position(table, name)];
        const text = (name) => site.format(cell(name), table.columns[name]);
        const verdict = site.element("strong", { class: "decided " + verdictClass(cell("verdict")) }, text("verdict"));
        const parts = [
            site.element(
                "p",
                { class: "stated" },
                site.element("small", {}, cell("statement_no")),
                " " + text("statement"),
            ),
            site.element("p", {}, verdict),
            site.element("p", { class: "measured" }, text("measured")),
        ];
        if (cell("condition") !== null) parts[1].append(" " + text("condition"));
        return site.element("li", {}, ...parts);
    }

    function draw() {
        for (const place of document.querySelectorAll("[data-statements]")) {
            const table = site.table("statements");
            const at = site.position(table, "part");
            const rows = table.rows.filter((row) => row[at] === place.dataset.statements);
            place.replaceChildren(...rows.map((row) => statement(table, row)));
        }
        for (const place of document.querySelectorAll("[data-fact]"))
            place.textContent = site.format(window.page.facts[place.dataset.fact], "text");
    }

    document.addEventListener("DOMContentLoaded", draw);
    document.addEventListener("site:change", draw);
})();
