/* 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 */
/* The card of one person: the id names a small script of the site, which holds the rows of the page's tables. The address of
   the page ends with #id, so that a card can be linked to and the browser's way back works. */
(function () {
    "use strict";
    const site = window.site;
    const shards = new Map(); // by file: the cards in it, or null where there is no such file
    let asked = 0; // only the last person that was asked for is shown

    /* CRC-32 of the id in UTF-8, as in Python and SQL. */
    function hash(text) {
        let rest = 0xffffffff;
        for (const byte of new TextEncoder().encode(text)) {
            rest ^= byte;
            for (let bit = 0; bit < 8; bit++) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0);
        }
        return ~rest >>> 0;
    }

    function fileOf(id) {
        const { digits } = window.page.facts.cards;
        return (hash(id) % 16 ** digits).toString(16).padStart(digits, "0") + ".js";
    }

    /* A page opened from disk may not fetch files, but it may load scripts. */
    function load(file) {
        if (shards.has(file)) return Promise.resolve(shards.get(file));
        return new Promise((done) => {
            const script = site.element("script", { src: window.page.facts.cards.folder + "/" + file });
            const loaded = (cards) => {
                shards.set(file, cards);
                script.remove();
                done(cards);
            };
            script.addEventListener("load", () => loaded(window.shard));
            script.addEventListener("error", () => loaded(null));
            document.head.append(script);
        });
    }

    function show(id, card) {
        for (const name of window.page.facts.cards.tables) site.table(name).rows = (card && card[name]) || [];
        document.querySelector("[data-card]").hidden = !card;
        const said = document.querySelector("[data-said]");
        said.dataset.id = id;
        said.dataset.key = card || !id ? "" : "site.no_card";
        document.querySelector("[data-card-name]").textContent = card ? id : "";
        document.dispatchEvent(new Event("site:change"));
    }

    function say() {
        const said = document.querySelector("[data-said]");
        said.textContent = said.dataset.key ? site.word(said.dataset.key, { id: said.dataset.id }) : "";
    }

    async function open() {
        const id = decodeURIComponent(location.hash.slice(1)).trim();
        const turn = ++asked;
        document.querySelector("[data-find] input").value = id;
        const cards = id ? await load(fileOf(id)) : null;
        if (turn !== asked) return;
        const found = cards && Object.hasOwn(cards, id) ? cards[id] : null;
        show(id, found);
        if (found) document.querySelector("[data-card-name]").focus();
    }

    document.addEventListener("site:change", say);
    document.addEventListener("DOMContentLoaded", () => {
        const form = document.querySelector("[data-find]");
        form.addEventListener("submit", (event) => {
            event.preventDefault();
            const hashOf = "#" + encodeURIComponent(form.querySelector("input").value.trim());
            if (location.hash === hashOf) open();
            else location.hash = hashOf;
        });
        window.addEventListener("hashchange", open);
        open();
    });
})();
