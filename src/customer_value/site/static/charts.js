/* 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 */
/* The charts of the page: as high as their rows need, drawn anew when the switches or the width change. */
(function () {
    "use strict";
    const site = window.site;
    const WIDE_ENOUGH = 560; // pixels, below which axes and legends get less room
    const ROW_HEIGHT = 34; // pixels per bar or interval of a horizontal chart
    const FEW_ROWS_HEIGHT = 250; // what few bars share, so that they fill their card
    const CELL_HEIGHT = 48; // pixels per row of a heat map
    const TILE_HEIGHT = 54; // pixels per row of a tile map
    const AROUND = 64; // pixels for axes and legend
    const STEP_HEIGHT = 96; // pixels per step of a way that goes down a phone
    const WAY_HEIGHT = 460; // pixels of a way that goes to the right

    class Chart {
        constructor(place) {
            this.place = place;
            this.chart = window.page.charts[place.dataset.chart];
            this.canvas = site.element("div", { class: "canvas" });
            this.drawing = null;
            new ResizeObserver(() => this.resized()).observe(place);
            this.draw();
        }

        isNarrow() {
            return this.place.clientWidth < WIDE_ENOUGH;
        }

        isEmpty(rows) {
            const table = site.table(this.chart.table);
            return !rows.some((row) => this.chart.values.some((name) => row[site.position(table, name)] !== null));
        }

        /* As tall as its rows need; the style decides for charts whose height does not depend on rows. */
        height(rows) {
            const { kind, horizontal, stacked, category, order, values } = this.chart;
            const at = site.position(site.table(this.chart.table), category);
            if (kind === "heat")
                return (
                    AROUND + CELL_HEIGHT * (order[category] || [...new Set(rows.map((row) => row[at]))]).length + "px"
                );
            if (kind === "sankey") {
                const step = site.position(site.table(this.chart.table), this.chart.step);
                return (this.isNarrow() ? STEP_HEIGHT * new Set(rows.map((row) => row[step])).size : WAY_HEIGHT) + "px";
            }
            if (kind === "tiles") return TILE_HEIGHT * site.tileRows(this.chart).length + "px";
            if (kind === "spans") return AROUND + ROW_HEIGHT * rows.length + "px";
            return horizontal
                ? AROUND + Math.max(FEW_ROWS_HEIGHT, ROW_HEIGHT * rows.length * (stacked ? 1 : values.length)) + "px"
                : "";
        }

        draw() {
            const rows = site.chartParts.drawn(this.chart).rows;
            this.width = this.place.clientWidth;
            if (this.drawing) this.drawing.dispose();
            this.drawing = null;
            this.place.setAttribute("role", "img");
            this.place.setAttribute("aria-label", site.word(this.place.dataset.title) + site.word("chart.see_table"));
            if (this.isEmpty(rows)) {
                this.place.replaceChildren(
                    site.element("p", { class: "nothing" }, site.word(this.place.dataset.empty || "chart.empty")),
                );
                return;
            }
            this.place.replaceChildren(this.canvas);
            this.canvas.style.height = this.height(rows);
            this.drawing = window.echarts.init(this.canvas, null, { renderer: "svg" });
            this.drawing.setOption(site.chartKinds[this.chart.kind](this.chart, this.isNarrow()));
        }

        resized() {
            if (this.place.clientWidth && this.place.clientWidth !== this.width) this.draw();
        }
    }

    site.Chart = Chart;
})();
