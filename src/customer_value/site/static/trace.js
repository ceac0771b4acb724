/* 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 */
/* The path of one column: two lists to choose from, and a tree of what its values come from. */
(function () {
    "use strict";
    const site = window.site;
    const chosen = { table: null, column: null };
    const key = (table, column, rows) => table + "." + column + " " + (rows || "");
    const steps = new Map(); // the steps that start at a column, or at some rows of it

    function collect() {
        for (const row of site.table("steps").rows) {
            const start = key(row[0], row[1], row[7]);
            if (!steps.has(start)) steps.set(start, []);
            steps.get(start).push(row);
        }
    }

    function list(name, values, chosenValue, choose) {
        const label = site.word("column." + name);
        const field = site.element("select", { "aria-label": label, "data-choose": name });
        for (const value of values) field.append(site.element("option", { value }, value));
        field.value = chosenValue;
        field.addEventListener("change", () => choose(field.value));
        return site.element("label", {}, site.element("span", {}, label), field);
    }

    function columnsOf(table) {
        return site
            .table("columns")
            .rows.filter((row) => row[0] === table)
            .map((row) => row[1]);
    }

    /* What is done with a source, and under which conditions it counts. */
    function how(expression, filters) {
        const lines = [];
        const made = (text) => site.element("code", { class: "made" }, text);
        if (expression) lines.push(site.element("div", { class: "how" }, "= ", made(expression)));
        if (filters)
            lines.push(site.element("div", { class: "how" }, site.word("lineage.where"), " ", made(filters)));
        return lines;
    }

    /* What a step leads to; a column that was drawn before is not drawn again. */
    function below(row, seen) {
        const [, , kind, table, column, expression, filters, , rows] = row;
        const item = site.element("li", { class: kind });
        if (kind === "step_column") item.append(site.element("code", {}, table + "." + column));
        else {
            item.append(site.element("em", {}, site.value(kind)));
            if (table) item.append(" ", site.element("code", {}, table));
        }
        if (kind !== "step_column" && kind !== "step_rows") {
            if (expression) item.append(" ", site.element("code", { class: "made" }, expression));
            return item;
        }
        const next = key(table, column, rows);
        const isAbove = seen.has(next) && steps.has(next);
        if (isAbove) item.append(" ", site.element("small", {}, site.word("lineage.above")));
        item.append(...how(expression, filters));
        if (!isAbove) {
            seen.add(next);
            if (steps.has(next)) item.append(tree(next, seen));
        }
        return item;
    }

    function tree(start, seen) {
        return site.element("ul", {}, ...(steps.get(start) || []).map((row) => below(row, seen)));
    }

    function draw(place) {
        const tables = [...new Set(site.table("columns").rows.map((row) => row[0]))];
        if (!tables.length) {
            place.replaceChildren(site.element("p", { class: "nothing" }, site.word(place.dataset.empty)));
            return;
        }
        if (chosen.table === null) chosen.table = tables[0];
        const columns = columnsOf(chosen.table);
        if (!columns.includes(chosen.column)) chosen.column = columns[0];
        const again = (name) => (value) => {
            chosen[name] = value;
            draw(place);
            place.querySelector('[data-choose="' + name + '"]').focus();
        };
        const start = key(chosen.table, chosen.column);
        const path = site.element(
            "div",
            { class: "tree", role: "region", "aria-live": "polite", "aria-label": site.word("lineage.path") },
            site.element("code", {}, chosen.table + "." + chosen.column),
            tree(start, new Set([start])),
        );
        place.replaceChildren(
            site.element(
                "div",
                { class: "tools" },
                list("table", tables, chosen.table, again("table")),
                list("column", columns, chosen.column, again("column")),
            ),
            path,
        );
    }

    function drawAll() {
        for (const place of document.querySelectorAll("[data-trace]")) draw(place);
    }

    document.addEventListener("DOMContentLoaded", () => {
        if (!document.querySelector("[data-trace]")) return;
        collect();
        drawAll();
    });
    document.addEventListener("site:change", drawAll);
})();
