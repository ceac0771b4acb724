/* 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 */
/* Puts words, switches, figures, tables and charts into the places that the template has for them. */
(function () {
    "use strict";
    const site = window.site;
    const places = (part) => [...document.querySelectorAll("[data-" + part + "]")];

    function putWords() {
        for (const place of places("word")) place.textContent = site.word(place.dataset.word);
        for (const place of places("word-label")) place.setAttribute("aria-label", site.word(place.dataset.wordLabel));
        for (const place of places("of-data")) place.textContent = site.value(place.dataset.ofData);
        document.title = site.word(window.page.name + ".title") + " · " + site.word("site.title");
    }

    function putSwitch(place) {
        const name = place.dataset.control;
        const control = window.page.controls[name];
        const options = control.values.map((value) => {
            const input = site.element("input", { type: "radio", name: "control-" + name, value: String(value) });
            input.checked = value === site.chosen[name];
            input.addEventListener("change", () => {
                site.chosen[name] = value;
                document.dispatchEvent(new Event("site:choose"));
            });
            return site.element("label", {}, input, site.element("span", {}, site.value(value)));
        });
        place.querySelector(".segments").replaceChildren(...options);
    }

    document.addEventListener("DOMContentLoaded", () => {
        const drawSwitches = () => places("control").forEach(putSwitch);
        const drawFigures = () => {
            places("figures").forEach(site.drawFigures);
            places("facts").forEach(site.drawFacts);
        };
        putWords();
        drawSwitches();
        drawFigures();
        const tables = places("table").map((place) => new site.DataTable(place));
        const charts = places("chart").map((place) => new site.Chart(place));
        site.tables = Object.fromEntries(tables.map((table) => [table.name, table]));

        document.addEventListener("site:change", () => {
            putWords();
            drawSwitches();
            drawFigures();
            for (const table of tables) table.changed();
            for (const chart of charts) chart.draw();
        });
        document.addEventListener("site:choose", () => {
            drawFigures();
            for (const table of tables) if (Object.keys(table.table.controls).length) table.refresh();
            for (const chart of charts)
                if (Object.keys(site.table(chart.chart.table).controls).length || chart.chart.shade) chart.draw();
        });
        document.documentElement.setAttribute("data-ready", "");
    });
})();
