/* 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 */
/* Words of the dictionary, and cells as text: every number is written by its column's kind. */
(function () {
    "use strict";
    const site = window.site;
    const NOTHING = "–";
    const decimals = {
        count: [0, 0],
        number: [0, 2],
        rate: [2, 2],
        points: [2, 2],
        change: [1, 1],
        money: [2, 2],
        pounds: [2, 2],
        days: [0, 1],
        score: [0, 0],
        percent: [0, 2],
    };
    /* how the axis of a chart writes a kind: no more decimals than it needs, the unit of money is in the title */
    const onAxis = { money: "number", pounds: "number", rate: "percent" };
    const formats = new Map();

    site.word = function (key, values) {
        const text = window.words[key];
        const found = text ? text[site.language === "zh" ? 0 : 1] : key;
        return values ? found.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole)) : found;
    };

    const units = {
        money: [site.word("site.currency"), ""],
        pounds: ["£", ""],
        rate: ["", "%"],
        percent: ["", "%"],
        change: ["", "%"],
    };

    /* A value of the data in the reader's language; what the dictionary does not know stays as it is. */
    site.value = function (value) {
        return "value." + value in window.words ? site.word("value." + value) : String(value);
    };

    function format(kind, options) {
        const key = site.language + kind + (options.notation || "");
        if (!formats.has(key))
            formats.set(key, new Intl.NumberFormat(site.language === "zh" ? "zh-CN" : "en-GB", options));
        return formats.get(key);
    }

    function number(value, kind) {
        const [least, most] = decimals[kind];
        const text = format(kind, { minimumFractionDigits: least, maximumFractionDigits: most }).format(
            Math.abs(value),
        );
        const [before, after] = units[kind] || ["", ""];
        return (value < 0 ? "−" : "") + before + text + after;
    }

    site.isNumeric = (kind) => kind in decimals;

    site.format = function (value, kind) {
        if (value === null || value === undefined) return NOTHING;
        if (typeof value === "object") return value[site.language];
        if (kind in decimals && typeof value === "number") return number(value, kind);
        if (kind === "flag") return value ? "✓ " + site.word("table.yes") : "✗ " + site.word("table.no");
        if (kind === "way") return value.split(" > ").map(site.value).join(" → ");
        return kind === "value" ? site.value(value) : String(value);
    };

    /* Short, for the axis of a chart: 1.2万, 12K. */
    site.short = function (value, kind) {
        if (typeof value !== "number" || !(kind in decimals)) return site.format(value, kind);
        if (Math.abs(value) < 10000) return number(value, onAxis[kind] || kind);
        return format("short", { notation: "compact", maximumFractionDigits: 1 }).format(value);
    };

    site.change = function (value, kind) {
        if (value === null || value === undefined) return NOTHING;
        const arrow = value > 0 ? "▲ " : value < 0 ? "▼ " : "＝ ";
        const text = number(Math.abs(value), kind);
        return arrow + (kind === "points" ? text + " " + site.word("figure.points") : text);
    };
})();
