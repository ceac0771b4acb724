/* 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 */
/* Language and theme: chosen by the reader, kept by the browser, and said to the rest of the page by the event site:change. */
(function () {
    "use strict";
    const site = (window.site = {});
    const root = document.documentElement;
    const choices = { language: ["zh", "en"], theme: ["auto", "light", "dark"] };
    const darkness = window.matchMedia("(prefers-color-scheme: dark)");

    function stored(name) {
        try {
            const value = window.localStorage.getItem("site." + name);
            return choices[name].includes(value) ? value : choices[name][0];
        } catch {
            return choices[name][0];
        }
    }

    function choose(name, value) {
        site[name] = value;
        root.setAttribute("data-" + name, value);
        if (name === "language") root.lang = value === "zh" ? "zh-CN" : "en";
        try {
            window.localStorage.setItem("site." + name, value);
        } catch {
            /* a browser that keeps nothing still switches */
        }
    }

    function changed() {
        shade();
        document.dispatchEvent(new Event("site:change"));
    }

    /* Paper is white, whatever the screen is. */
    function shade() {
        const isDark = !site.isPrinting && (site.theme === "dark" || (site.theme === "auto" && darkness.matches));
        root.setAttribute("data-shade", isDark ? "dark" : "light");
    }

    for (const name of Object.keys(choices)) choose(name, stored(name));
    shade();

    darkness.addEventListener("change", changed);
    for (const [event, printing] of [
        ["beforeprint", true],
        ["afterprint", false],
    ]) {
        window.addEventListener(event, () => {
            site.isPrinting = printing;
            changed();
        });
    }

    document.addEventListener("DOMContentLoaded", () => {
        for (const input of document.querySelectorAll("input[data-preference]")) {
            const name = input.dataset.preference;
            input.checked = site[name] === input.value;
            input.addEventListener("change", () => {
                choose(name, input.value);
                changed();
            });
        }
    });
})();
