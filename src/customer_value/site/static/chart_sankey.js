/* 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 */
/* The kind of chart that shows how many go from step to step: a node is a step with what happened there. */
(function () {
    "use strict";
    const site = window.site;
    const { colour, drawn, tooltip, base } = site.chartParts;
    const HUES = 6; // colours of the style

    /* The same thing has the same colour at every step; an end has none. */
    function hues(chart, names) {
        const ends = chart.order.ends || [];
        const coloured = names.filter((name) => !ends.includes(name));
        return (name) =>
            ends.includes(name) ? colour("muted") : colour("series-" + ((coloured.indexOf(name) % HUES) + 1));
    }

    function sankey(chart, isNarrow) {
        const data = drawn(chart);
        const [value] = chart.values;
        const [steps, from, to, sizes] = [chart.step, chart.x, chart.category, value].map(data.column);
        const cells = chart.values.map(data.column);
        const known = chart.order[chart.x] || [];
        const place = (name) => (known.includes(name) ? known.indexOf(name) : known.length);
        const nodes = new Map(); // by step and name: how many arrive or leave
        const add = (step, name, size, side) => {
            const key = step + " " + name;
            if (!nodes.has(key)) nodes.set(key, { step, name, arriving: 0, leaving: 0 });
            nodes.get(key)[side] += size;
        };
        sizes.forEach((size, at) => {
            add(steps[at], from[at], size, "leaving");
            add(steps[at] + 1, to[at], size, "arriving");
        });
        const hue = hues(chart, known);
        const size = (node) => Math.max(node.arriving, node.leaving);
        const shown = (name) => data.name(chart.x, name);
        const number = (count) => site.format(count, data.kind(value));
        const sorted = [...nodes.values()].sort((a, b) => a.step - b.step || place(a.name) - place(b.name));
        return {
            ...base([value]),
            tooltip: tooltip({
                trigger: "item",
                formatter: ({ dataType, data: item }) =>
                    dataType === "edge"
                        ? [
                              shown(item.from) + " → " + shown(item.to),
                              ...chart.values.map(
                                  (name, at) =>
                                      data.label(name) + "  " + site.format(item.cells[at], data.kind(name)),
                              ),
                          ].join("\n")
                        : shown(item.touch) + "\n" + data.label(value) + "  " + number(item.total),
            }),
            series: [
                {
                    type: "sankey",
                    name: data.label(value),
                    orient: isNarrow ? "vertical" : "horizontal",
                    nodeAlign: "left",
                    layoutIterations: 0, // as they are given: the same order at every step
                    draggable: false,
                    nodeWidth: isNarrow ? 10 : 14,
                    nodeGap: isNarrow ? 6 : 12,
                    left: isNarrow ? 4 : 8,
                    right: isNarrow ? 4 : 90,
                    top: isNarrow ? 8 : 12,
                    bottom: isNarrow ? 28 : 12,
                    emphasis: { focus: "adjacency" },
                    labelLayout: { hideOverlap: true },
                    lineStyle: { color: "source", opacity: 0.32, curveness: 0.5 },
                    label: {
                        color: colour("text"),
                        fontSize: isNarrow ? 10 : 12,
                        position: isNarrow ? "bottom" : "right",
                        formatter: ({ data: item }) =>
                            isNarrow ? shown(item.touch) : shown(item.touch) + " " + number(item.total),
                    },
                    data: sorted.map((node) => ({
                        name: node.step + " " + node.name,
                        depth: node.step,
                        touch: node.name,
                        total: size(node),
                        itemStyle: { color: hue(node.name), borderWidth: 0 },
                    })),
                    links: sizes.map((count, at) => ({
                        source: steps[at] + " " + from[at],
                        target: steps[at] + 1 + " " + to[at],
                        value: count,
                        from: from[at],
                        to: to[at],
                        cells: cells.map((column) => column[at]),
                    })),
                },
            ],
        };
    }

    site.chartKinds.sankey = sankey;
})();
