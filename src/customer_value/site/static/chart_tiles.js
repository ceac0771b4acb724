/* 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 */
/* A map of equal tiles. Colours are fifths by rank: on a scale of the numbers, one large place would leave all others pale. */
(function () {
    "use strict";
    const site = window.site;
    const { colour, drawn, tooltip } = site.chartParts;
    const STEPS = 5;
    const GAP = 3; // pixels between tiles
    /* a tile has no room for cents */
    const rounded = (number, kind) => site.short(Math.round(number), kind);
    const ROOM = { name: 13, number: 12, narrowName: 11, narrowNumber: 10 };

    /* From the smallest place to the largest, also where nobody is. */
    function span(places) {
        const [first, last] = [Math.min(...places), Math.max(...places)];
        return Array.from({ length: last - first + 1 }, (_, at) => first + at);
    }

    site.tileRows = (chart) => span(drawn(chart).column(chart.y));

    /* 1 to 5 for numbers above 0; equal numbers have the same step. */
    function steps(numbers) {
        const ranked = numbers.filter((number) => number > 0).sort((one, other) => one - other);
        return numbers.map((number) =>
            number > 0 ? Math.ceil((STEPS * (ranked.lastIndexOf(number) + 1)) / ranked.length) : 0,
        );
    }

    function tiles(chart, isNarrow) {
        const data = drawn(chart);
        const [value] = chart.values;
        const kind = data.kind(value);
        const [columns, rows] = [span(data.column(chart.x)), span(data.column(chart.y))];
        const [names, numbers] = [data.column(chart.category), data.column(value)];
        const step = steps(numbers);
        const turn = Number(colour("heat-turn"));
        const said = (at, write) => (numbers[at] === null ? site.word("chart.elsewhere") : write(numbers[at], kind));

        function tile(params, api) {
            const at = params.dataIndex;
            const [x, y] = api.coord([api.value(0), api.value(1)]);
            const [width, height] = api.size([1, 1]).map((side) => side - GAP);
            const isHigh = step[at] > 0 && (step[at] - 1) / (STEPS - 1) > turn;
            const fill = colour(step[at] ? (isHigh ? "heat-text-high" : "heat-text-low") : "muted");
            const text = (words, top, size, weight) => ({
                type: "text",
                style: {
                    text: words,
                    x,
                    y: y + top,
                    fill,
                    font: weight + " " + size + "px " + getComputedStyle(document.body).fontFamily,
                    textAlign: "center",
                    textVerticalAlign: "middle",
                    width: width - 4,
                    overflow: "truncate",
                },
            });
            const box = { x: x - width / 2, y: y - height / 2, width, height, r: 5 };
            return {
                type: "group",
                children: [
                    {
                        type: "rect",
                        shape: box,
                        style: step[at]
                            ? { fill: colour("heat-" + step[at]) }
                            : { fill: colour("ground"), stroke: colour("line"), lineWidth: 1 },
                    },
                    text(data.name(chart.category, names[at]), -9, isNarrow ? ROOM.narrowName : ROOM.name, 600),
                    text(said(at, rounded), 9, isNarrow ? ROOM.narrowNumber : ROOM.number, 400),
                ],
            };
        }

        const hidden = { type: "category", show: false };
        return {
            animation: false,
            textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
            grid: { left: 0, right: 0, top: 0, bottom: 0 },
            tooltip: tooltip({
                trigger: "item",
                formatter: (item) =>
                    data.name(chart.category, names[item.dataIndex]) +
                    "\n" +
                    data.label(value) +
                    "  " +
                    said(item.dataIndex, site.format),
            }),
            xAxis: { ...hidden, data: columns },
            yAxis: { ...hidden, data: rows, inverse: true },
            series: [
                {
                    type: "custom",
                    name: data.label(value),
                    renderItem: tile,
                    encode: { x: 0, y: 1 },
                    data: data.column(chart.x).map((place, at) => [
                        columns.indexOf(place),
                        rows.indexOf(data.column(chart.y)[at]),
                        numbers[at],
                    ]),
                },
            ],
        };
    }

    site.chartKinds.tiles = tiles;
})();
