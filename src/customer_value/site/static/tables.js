/* 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 */
/* Tables that sort, filter, turn pages and download; only the rows of one screen are in the document. */
(function () {
    "use strict";
    const site = window.site;
    const PAUSE = 120; // milliseconds after the last key before the rows are searched

    function compared(a, b, collator) {
        if (a === b) return 0;
        if (a === null) return 1;
        if (b === null) return -1;
        if (typeof a === "number" && typeof b === "number") return a - b;
        return collator ? collator.compare(a, b) : a < b ? -1 : 1;
    }

    class DataTable {
        constructor(place) {
            this.place = place;
            this.name = place.dataset.table;
            this.table = site.table(this.name);
            this.sorted = null; // {column, descending}
            this.query = "";
            this.picked = {};
            this.screen = 0;
            this.texts = new Map();
            this.body = site.element("tbody");
            this.draw();
        }

        cellText(row, at, name) {
            return site.format(row[at], this.table.columns[name]);
        }

        /* All that a row says, in small letters, made once: searching 10⁵ rows must not wait for the writing of numbers. */
        text(row) {
            let text = this.texts.get(row);
            if (text === undefined) {
                text = "";
                for (const [at, kind] of Object.values(this.table.columns).entries()) {
                    if (row[at] !== null)
                        text +=
                            (kind === "value" || kind === "way" || typeof row[at] === "object" ? site.format(row[at], kind) : row[at]) +
                            "\n";
                }
                text = text.toLowerCase();
                this.texts.set(row, text);
            }
            return text;
        }

        matching() {
            let rows = site.rows(this.table);
            for (const [name, value] of Object.entries(this.picked)) {
                const at = site.position(this.table, name);
                rows = rows.filter((row) => row[at] === value);
            }
            const words = this.query.toLowerCase().split(/\s+/).filter(Boolean);
            if (words.length) rows = rows.filter((row) => words.every((word) => this.text(row).includes(word)));
            return this.sorted ? this.inOrder(rows) : rows;
        }

        inOrder(rows) {
            const { column, descending } = this.sorted;
            const at = site.position(this.table, column);
            const isText = ["text", "value", "way"].includes(this.table.columns[column]);
            const collator = isText ? new Intl.Collator(site.language, { numeric: true }) : null;
            const keys = new Map(
                rows.map((row) => [row, isText && row[at] !== null ? this.cellText(row, at, column) : row[at]]),
            );
            const turn = descending ? -1 : 1;
            return [...rows].sort((one, other) => {
                const [a, b] = [keys.get(one), keys.get(other)];
                return a === null || b === null ? compared(a, b) : turn * compared(a, b, collator);
            });
        }

        sort(column) {
            const first = site.isNumeric(this.table.columns[column]) || this.table.columns[column] === "time";
            const again = this.sorted && this.sorted.column === column;
            this.sorted = { column, descending: again ? !this.sorted.descending : first };
            this.screen = 0;
            this.refresh();
        }

        draw() {
            const head = site.element("tr");
            this.headings = {};
            for (const name of site.shown(this.table)) {
                const button = site.element("button", { type: "button", class: "sort" }, site.word("column." + name));
                button.addEventListener("click", () => this.sort(name));
                this.headings[name] = site.element("th", { scope: "col", class: this.kindClass(name) }, button);
                head.append(this.headings[name]);
            }
            const title = this.place.dataset.title ? site.word(this.place.dataset.title) : this.name;
            const caption = site.element("caption", { class: "unseen" }, title);
            const grid = site.element("table", {}, caption, site.element("thead", {}, head), this.body);
            this.scroll = site.element(
                "div",
                { class: "scroll", tabindex: "0", role: "region", "aria-label": title },
                grid,
            );
            this.status = site.element("p", { class: "status", role: "status" });
            this.pager = site.element("div", { class: "pager" });
            this.place.replaceChildren(
                this.tools(),
                this.scroll,
                site.element("div", { class: "below" }, this.status, this.pager),
            );
            this.refresh();
        }

        kindClass(name) {
            return site.isNumeric(this.table.columns[name]) ? "number" : this.table.columns[name];
        }

        tools() {
            const tools = site.element("div", { class: "tools" });
            if (this.table.search) {
                const label = site.word("table.search");
                const field = site.element("input", {
                    type: "search",
                    placeholder: label,
                    "aria-label": label,
                    autocomplete: "off",
                });
                field.value = this.query;
                let waiting;
                field.addEventListener("input", () => {
                    clearTimeout(waiting);
                    waiting = setTimeout(() => this.filter(() => (this.query = field.value)), PAUSE);
                });
                tools.append(field);
            }
            for (const name of this.table.choices) tools.append(this.choice(name));
            const save = site.element(
                "button",
                { type: "button", class: "quiet", "data-download": this.name },
                site.word("table.download"),
            );
            save.addEventListener("click", () => this.download());
            tools.append(save);
            return tools;
        }

        choice(name) {
            const at = site.position(this.table, name);
            const values = [...new Set(this.table.rows.map((row) => row[at]))].filter((value) => value !== null).sort();
            const label = site.word("column." + name);
            const list = site.element(
                "select",
                { "aria-label": label },
                site.element("option", { value: "-1" }, label + ": " + site.word("table.all")),
            );
            values.forEach((value, index) =>
                list.append(site.element("option", { value: index }, site.format(value, this.table.columns[name]))),
            );
            list.value = String(values.indexOf(this.picked[name]));
            list.addEventListener("change", () =>
                this.filter(() => {
                    if (list.value === "-1") delete this.picked[name];
                    else this.picked[name] = values[Number(list.value)];
                }),
            );
            return list;
        }

        filter(change) {
            change();
            this.screen = 0;
            this.refresh();
        }

        refresh() {
            this.current = this.matching();
            const size = this.table.page_size;
            const screens = Math.max(1, Math.ceil(this.current.length / size));
            this.screen = Math.min(this.screen, screens - 1);
            const names = site.shown(this.table);
            const places = names.map((name) => site.position(this.table, name));
            const rows = this.current
                .slice(this.screen * size, (this.screen + 1) * size)
                .map((row) =>
                    site.element("tr", {}, ...names.map((name, index) => this.cell(row, places[index], name))),
                );
            this.body.replaceChildren(...(rows.length ? rows : [this.nothing(names.length)]));
            for (const [name, heading] of Object.entries(this.headings)) {
                const direction =
                    this.sorted && this.sorted.column === name
                        ? this.sorted.descending
                            ? "descending"
                            : "ascending"
                        : "none";
                heading.setAttribute("aria-sort", direction);
            }
            this.status.textContent = this.counted();
            this.turnPages(screens);
        }

        cell(row, at, name) {
            const cell = site.element("td", { class: this.kindClass(name) });
            const text = this.cellText(row, at, name);
            if (this.table.columns[name] === "person" && row[at] !== null)
                cell.append(site.element("a", { href: "#" + encodeURIComponent(row[at]) }, text));
            else cell.textContent = text;
            return cell;
        }

        nothing(columns) {
            const key = site.rows(this.table).length ? "table.none_match" : this.place.dataset.empty || "table.empty";
            return site.element("tr", {}, site.element("td", { colspan: columns, class: "nothing" }, site.word(key)));
        }

        counted() {
            const here = site.format(this.current.length, "count");
            const all = site.rows(this.table).length;
            const total = this.table.total_count;
            const parts = [
                this.current.length === all
                    ? site.word("table.rows", { count: here })
                    : site.word("table.matching", { count: here, all: site.format(all, "count") }),
            ];
            if (total !== null && total > this.table.rows.length)
                parts.push(
                    site.word("table.limited", {
                        here: site.format(this.table.rows.length, "count"),
                        total: site.format(total, "count"),
                    }),
                );
            return parts.join(" · ");
        }

        turnPages(screens) {
            if (screens === 1) return this.pager.replaceChildren();
            const turn = (step, key) => {
                const button = site.element(
                    "button",
                    { type: "button", class: "quiet", "data-turn": step, "aria-label": site.word(key) },
                    step < 0 ? "‹" : "›",
                );
                button.disabled = this.screen + step < 0 || this.screen + step >= screens;
                button.addEventListener("click", () => {
                    this.screen += step;
                    this.refresh();
                    const same = this.pager.querySelector('[data-turn="' + step + '"]');
                    (same.disabled ? this.pager.querySelector("button:not(:disabled)") : same).focus();
                });
                return button;
            };
            const where = site.word("table.screen", { screen: this.screen + 1, screens: screens });
            this.pager.replaceChildren(
                turn(-1, "table.previous"),
                site.element("span", {}, where),
                turn(1, "table.next"),
            );
        }

        /* All rows that match, every column, and the values as the warehouse has them. */
        download() {
            const file = new Blob([site.csv(this.table, this.current)], { type: "text/csv;charset=utf-8" });
            const link = site.element("a", {
                href: URL.createObjectURL(file),
                download: window.page.name + "_" + this.name + ".csv",
            });
            document.body.append(link);
            link.click();
            link.remove();
            setTimeout(() => URL.revokeObjectURL(link.href), 1000);
        }

        changed() {
            this.texts.clear();
            this.draw();
        }
    }

    site.DataTable = DataTable;
})();
