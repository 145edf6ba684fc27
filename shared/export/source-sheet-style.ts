/** The style of the source sheet: a table to read on paper, with room for a pen. */
export const sheetCss = `:root{color-scheme:light dark;--ink:#1a1a1a;--paper:#fff;--rule:#b9b9b9;--alarm:#9b1c1c}
@media (prefers-color-scheme:dark){:root{--ink:#e8e8e8;--paper:#171717;--rule:#4a4a4a;--alarm:#ff9b91}}
*{box-sizing:border-box}
body{margin:0;padding:1.5rem;background:var(--paper);color:var(--ink);font:.875rem/1.45 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif}
main{max-width:76rem;margin:0 auto}
.warning{margin:0 0 1.5rem;padding:.5rem .75rem;border:.15rem solid var(--alarm);color:var(--alarm);font-weight:700;text-align:center;letter-spacing:.06em;text-transform:uppercase}
h1{margin:0;font-size:1.5rem;line-height:1.2}
h2{margin:2rem 0 .5rem;font-size:1.0625rem}
.story{margin:.25rem 0 0;font-size:1.125rem;overflow-wrap:anywhere}
.facts{margin:.25rem 0 0}
table{width:100%;border-collapse:collapse}
th,td{padding:.45rem .6rem;border:1px solid var(--rule);text-align:start;vertical-align:top;overflow-wrap:anywhere}
th{font-weight:700;white-space:nowrap}
td:nth-child(2){min-width:14rem}
td:last-child{overflow-wrap:break-word}
.bound{font-weight:700}
tr{break-inside:avoid}
thead{display:table-header-group}
@media print{@page{size:A4 landscape;margin:12mm}body{padding:0;font-size:9pt}}`;
