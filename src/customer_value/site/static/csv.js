/* 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 */
/* Rows of a table as a CSV file that spreadsheets open, and do not run. */
(function () {
    "use strict";
    const site = window.site;
    const MARK = "\ufeff"; // tells spreadsheets that the file is UTF-8

    function csvCell(cell) {
        if (cell === null) return "";
        const text = typeof cell === "object" ? cell[site.language] : String(cell);
        /* a spreadsheet would run text that begins like a formula */
        const safe = typeof cell !== "number" && /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
        return /[",\r\n]/.test(safe) ? '"' + safe.replaceAll('"', '""') + '"' : safe;
    }

    site.csv = function (table, rows) {
        const lines = [site.names(table), ...rows].map((row) => row.map(csvCell).join(","));
        return MARK + lines.join("\r\n") + "\r\n";
    };
})();
