/* 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 */
/* What all kinds of charts share: a table's rows with their columns at hand, axes, tooltips, legends, colours of the style.
   Texts are drawn as SVG text and tooltips as rich text, so nothing of the data is ever read as HTML. */
(function () {
    "use strict";
    const site = window.site;
    const NAME_WIDTH = { narrow: 92, wide: 190 };

    const colour = (name) =>
        getComputedStyle(document.documentElement)
            .getPropertyValue("--" + name)
            .trim();
    const palette = () => [1, 2, 3, 4, 5, 6].map((at) => colour("series-" + at));

    /* The rows of a chart with its columns at hand. */
    function drawn(chart) {
        const table = site.table(chart.table);
        const at = (name) => site.position(table, name);
        const isDrawn = (row) =>
            !chart.without.includes(row[at(chart.category)]) &&
            (chart.kind !== "spans" || row[at(chart.values[0])] !== null) &&
            (chart.kind !== "tiles" || (row[at(chart.x)] !== null && row[at(chart.y)] !== null));
        let rows = site.rows(table).filter(isDrawn);
        if (chart.first !== null) rows = rows.slice(0, chart.first);
        return {
            rows,
            column: (name) => rows.map((row) => row[at(name)]),
            kind: (name) => table.columns[name],
            label: (name) => site.word("column." + name),
            name: (name, value) => site.format(value, table.columns[name]),
        };
    }

    function axis(more) {
        return {
            axisLine: { show: false },
            axisTick: { show: false },
            splitLine: { lineStyle: { color: colour("line") } },
            nameTextStyle: { color: colour("muted") },
            ...more,
            axisLabel: { color: colour("muted"), fontSize: 12, ...more.axisLabel },
        };
    }

    function tooltip(more) {
        return {
            renderMode: "richText",
            confine: true,
            backgroundColor: colour("card"),
            borderColor: colour("line"),
            textStyle: { color: colour("text"), fontSize: 12 },
            ...more,
        };
    }

    function legend(names) {
        if (names.length < 2) return { show: false };
        return {
            top: 0,
            left: 0,
            icon: "roundRect",
            itemWidth: 12,
            itemHeight: 12,
            textStyle: { color: colour("text") },
            data: names,
        };
    }

    const shortened = (kind) => (value) => site.short(value, kind);

    function nameAxis(names, isNarrow, more) {
        const width = isNarrow ? NAME_WIDTH.narrow : NAME_WIDTH.wide;
        return axis({
            type: "category",
            data: names,
            ...more,
            axisLabel: { width, overflow: "truncate", color: colour("text"), interval: 0 },
        });
    }

    function base(names) {
        return {
            animation: false,
            color: palette(),
            textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
            legend: legend(names),
            grid: { left: 4, right: 20, top: names.length > 1 ? 40 : 16, bottom: 4, containLabel: true },
        };
    }

    site.chartParts = { colour, drawn, axis, tooltip, legend, shortened, nameAxis, base, NAME_WIDTH };
})();
