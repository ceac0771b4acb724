/* 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 */
/* One function per kind of chart turns the rows of a table into an option of ECharts. A new kind is a function here, named
   in chartKinds. */
(function () {
    "use strict";
    const site = window.site;
    const { colour, drawn, axis, tooltip, legend, shortened, nameAxis, base, NAME_WIDTH } = site.chartParts;
    const FEW_POINTS = 30; // up to so many points have their name beside them
    const LEGEND_LINE = 60; // so many letters of names fit beside each other
    const LEGEND_ROW = 18; // pixels per name below another one
    const MANY_CELLS = 12; // from here on the numbers in a heat map get smaller

    function bars(chart, isNarrow) {
        const data = drawn(chart);
        const kind = data.kind(chart.values[0]);
        const names = data.column(chart.category).map((value) => data.name(chart.category, value));
        const numbers = axis({
            type: "value",
            minInterval: kind === "count" ? 1 : 0,
            axisLabel: { formatter: shortened(kind), hideOverlap: true },
        });
        const named = chart.horizontal
            ? nameAxis(names, isNarrow, { inverse: true })
            : axis({ type: "category", data: names, axisLabel: { color: colour("text"), interval: 0 } });
        const hues = chart.colours
            ? data.column(chart.colours).map((value) => colour("level-" + value) || colour("series-1"))
            : null;
        const labels = chart.horizontal || names.length * chart.values.length <= (isNarrow ? 9 : 18);
        return {
            ...base(chart.values),
            legend: legend(chart.values.map(data.label)),
            grid: { ...base(chart.values).grid, right: chart.horizontal ? 56 : 12 },
            tooltip: tooltip({
                trigger: "axis",
                axisPointer: { type: "shadow" },
                valueFormatter: (value) => site.format(value, kind),
            }),
            [chart.horizontal ? "xAxis" : "yAxis"]: numbers,
            [chart.horizontal ? "yAxis" : "xAxis"]: named,
            series: chart.values.map((name) => ({
                type: "bar",
                name: data.label(name),
                stack: chart.stacked ? "all" : undefined,
                barMaxWidth: 36,
                itemStyle: { borderRadius: chart.stacked ? 0 : chart.horizontal ? [0, 3, 3, 0] : [3, 3, 0, 0] },
                label: {
                    show: labels && !chart.stacked,
                    position: chart.horizontal ? "right" : "top",
                    color: colour("muted"),
                    formatter: (item) => site.short(item.value, kind),
                },
                data: data.column(name).map((value, at) => (hues ? { value, itemStyle: { color: hues[at] } } : value)),
            })),
        };
    }

    function shaded(chart) {
        if (!chart.shade) return undefined;
        const table = site.table(chart.shade);
        const row = site.rows(table)[0];
        if (!row) return undefined;
        const [from, to] = ["start_date", "end_date"].map((name) => row[site.position(table, name)]);
        return { silent: true, itemStyle: { color: colour("shade") }, data: [[{ xAxis: from }, { xAxis: to }]] };
    }

    function lines(chart, isNarrow) {
        const data = drawn(chart);
        const kind = data.kind(chart.values[0]);
        const symbols = ["circle", "rect", "triangle", "diamond", "pin", "arrow"];
        const isShort = data.rows.length <= (isNarrow ? 16 : 40);
        const names = chart.values.map(data.label);
        // names that need more than one line stand below each other, or they would run into the drawing
        const isStacked = names.length > 3 && (isNarrow || names.join("").length > LEGEND_LINE);
        const { grid } = base(chart.values);
        return {
            ...base(chart.values),
            grid: isStacked ? { ...grid, top: grid.top + LEGEND_ROW * (names.length - 1) } : grid,
            legend: {
                ...legend(names),
                icon: undefined,
                itemWidth: 20,
                itemHeight: 8,
                itemGap: isStacked ? 4 : 10,
                orient: isStacked ? "vertical" : "horizontal",
            },
            tooltip: tooltip({ trigger: "axis", valueFormatter: (value) => site.format(value, kind) }),
            xAxis: axis({
                type: "category",
                data: data.column(chart.category),
                boundaryGap: false,
                axisLabel: {
                    hideOverlap: true,
                    showMinLabel: true,
                    showMaxLabel: true,
                    alignMinLabel: "left",
                    alignMaxLabel: "right",
                },
            }),
            yAxis: axis({
                type: "value",
                minInterval: kind === "count" ? 1 : 0,
                axisLabel: { formatter: shortened(kind) },
            }),
            series: chart.values.map((name, at) => ({
                type: "line",
                name: data.label(name),
                symbol: symbols[at % symbols.length],
                symbolSize: 6,
                showSymbol: isShort,
                lineStyle: { width: 2, type: ["solid", "dashed", "dotted"][at % 3] },
                markArea: at === 0 ? shaded(chart) : undefined,
                data: data.column(name),
            })),
        };
    }

    function points(chart) {
        const data = drawn(chart);
        const [y] = chart.values;
        const named = (name) => ({
            name: data.label(name),
            nameLocation: "middle",
            nameGap: 28,
            axisLabel: { formatter: shortened(data.kind(name)) },
        });
        const [xs, ys, names] = [data.column(chart.x), data.column(y), data.column(chart.category)];
        return {
            ...base([y]),
            grid: { left: 24, right: 20, top: 16, bottom: 28, containLabel: true },
            tooltip: tooltip({
                trigger: "item",
                formatter: (item) =>
                    [
                        names[item.dataIndex] ?? "–",
                        ...[chart.x, y].map((name, at) => data.label(name) + "  " + data.name(name, item.value[at])),
                    ].join("\n"),
            }),
            xAxis: axis({ type: "value", ...named(chart.x), minInterval: 1, boundaryGap: [0, "5%"] }),
            yAxis: axis({ type: "value", ...named(y), nameGap: 44, boundaryGap: [0, "8%"] }),
            series: [
                {
                    type: "scatter",
                    name: data.label(y),
                    symbolSize: 11,
                    itemStyle: { opacity: 0.75 },
                    label: {
                        show: names.length <= FEW_POINTS,
                        position: "top",
                        color: colour("muted"),
                        width: NAME_WIDTH.narrow,
                        overflow: "truncate",
                        formatter: (item) => names[item.dataIndex] ?? "",
                    },
                    labelLayout: { hideOverlap: true },
                    data: xs.map((value, at) => [value, ys[at]]),
                },
            ],
        };
    }

    function heat(chart, isNarrow) {
        const data = drawn(chart);
        const [value] = chart.values;
        const categories = (name) => chart.order[name] || [...new Set(data.column(name))];
        const [xs, ys] = [categories(chart.x), categories(chart.category)];
        const cells = data.rows.map((row, at) => [
            xs.indexOf(data.column(chart.x)[at]),
            ys.indexOf(data.column(chart.category)[at]),
            data.column(value)[at],
        ]);
        const most = Math.max(1, ...cells.map((cell) => cell[2]));
        const turn = Number(colour("heat-turn")); // from this share of the largest on, dark cells need the other text
        const size = isNarrow || xs.length * ys.length > MANY_CELLS * MANY_CELLS ? 10 : 13;
        const named = (name) =>
            data.kind(name) === "score" ? { name: data.label(name), nameLocation: "middle", nameGap: 30 } : {};
        const texts = (name, values) => values.map((item) => data.name(name, item));
        const isPlain = data.kind(chart.x) === "score";
        return {
            ...base([value]),
            grid: { left: isPlain ? 28 : 4, right: 8, top: 8, bottom: isPlain ? 32 : 4, containLabel: true },
            tooltip: tooltip({
                trigger: "item",
                formatter: (item) =>
                    [
                        texts(chart.category, ys)[item.value[1]] + " × " + texts(chart.x, xs)[item.value[0]],
                        data.label(value) + "  " + data.name(value, item.value[2]),
                    ].join("\n"),
            }),
            xAxis: axis({
                type: "category",
                data: texts(chart.x, xs),
                ...named(chart.x),
                splitArea: { show: false },
                axisLabel: { interval: 0, color: colour("text"), rotate: !isPlain && isNarrow ? 40 : 0 },
            }),
            yAxis: axis({
                type: "category",
                data: texts(chart.category, ys),
                ...named(chart.category),
                axisLabel: {
                    interval: 0,
                    color: colour("text"),
                    width: isNarrow ? NAME_WIDTH.narrow : 300,
                    overflow: "truncate",
                },
            }),
            visualMap: {
                show: false,
                min: 0,
                max: most,
                inRange: { color: [1, 2, 3, 4, 5].map((at) => colour("heat-" + at)) },
            },
            series: [
                {
                    type: "heatmap",
                    name: data.label(value),
                    itemStyle: { borderColor: colour("card"), borderWidth: 2, borderRadius: 4 },
                    label: {
                        show: true,
                        fontSize: size,
                        formatter: (item) => site.format(item.value[2], data.kind(value)),
                    },
                    data: cells.map((cell) => ({
                        value: cell,
                        label: { color: colour(cell[2] > turn * most ? "heat-text-high" : "heat-text-low") },
                    })),
                },
            ],
        };
    }

    /* A point with a whisker from its lower to its upper bound. */
    function span(params, api) {
        const [middle, low, high] = [1, 2, 3].map((at) => api.coord([api.value(at), api.value(0)]));
        const stroke = { stroke: colour("series-1"), lineWidth: 2 };
        const line = (x1, y1, x2, y2) => ({ type: "line", shape: { x1, y1, x2, y2 }, style: stroke });
        const cap = ([x, y]) => line(x, y - 5, x, y + 5);
        const dot = {
            type: "circle",
            shape: { cx: middle[0], cy: middle[1], r: 5 },
            style: { fill: colour("series-2"), stroke: colour("card"), lineWidth: 1 },
        };
        return { type: "group", children: [line(low[0], low[1], high[0], high[1]), cap(low), cap(high), dot] };
    }

    function spans(chart, isNarrow) {
        const data = drawn(chart);
        const kind = data.kind(chart.values[0]);
        const names = data.column(chart.category).map((value) => data.name(chart.category, value));
        const values = chart.values.map(data.column);
        return {
            ...base([chart.values[0]]),
            tooltip: tooltip({
                trigger: "item",
                formatter: (item) =>
                    [
                        names[item.value[0]],
                        ...chart.values.map(
                            (name, at) => data.label(name) + "  " + site.format(item.value[at + 1], kind),
                        ),
                    ].join("\n"),
            }),
            xAxis: axis({ type: "value", min: 0, axisLabel: { formatter: shortened(kind), hideOverlap: true } }),
            yAxis: nameAxis(names, isNarrow, { inverse: true }),
            series: [
                {
                    type: "custom",
                    name: data.label(chart.values[0]),
                    renderItem: span,
                    encode: { x: [1, 2, 3], y: 0 },
                    data: names.map((_, at) => [at, ...values.map((column) => column[at])]),
                },
            ],
        };
    }

    site.chartKinds = { bars, lines, points, heat, spans };
})();
