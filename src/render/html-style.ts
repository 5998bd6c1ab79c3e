/** The style of the page: one column on a screen, sheets of A4 on paper, black on white where it is printed. */
import { Markup } from './html-safe.ts';

const SCREEN = `
:root{--ink:#1a1a1a;--soft:#4a4a4a;--paper:#fff;--line:#767676;--link:#0b4ea2;--tint:#f3f3f3}
@media screen and (prefers-color-scheme:dark){:root{--ink:#f0f0f0;--soft:#c4c4c4;--paper:#161616;--line:#8c8c8c;--link:#9cc8ff;--tint:#262626}}
*{box-sizing:border-box}
html{font:100%/1.5 Arial,"Liberation Sans",Helvetica,"Noto Sans",sans-serif;color:var(--ink);background:var(--paper);-webkit-text-size-adjust:100%;text-size-adjust:100%}
html.big{font-size:140%}
body{margin:0;overflow-wrap:anywhere}
main,footer{max-width:46rem;margin:0 auto;padding:1rem}
h1{font-size:1.35rem;line-height:1.25;margin:.25rem 0 1rem}
h2{font-size:1.25rem;line-height:1.25;margin:2rem 0 .5rem;padding-top:.5rem;border-top:2px solid var(--ink)}
h3{font-size:1.05rem;line-height:1.3;margin:1.25rem 0 .25rem}
p,ul,ol,dl,dd{margin:0}
i{font-style:italic}
a{color:var(--link)}
a:focus-visible,input:focus-visible{outline:3px solid var(--link);outline-offset:2px}
small,.detail,.legend,footer{font-size:.9rem}
.detail,.note,.legend,footer,.twin{color:var(--soft)}
.cite{white-space:normal}
.summary{display:grid;gap:.75rem}
.summary>div{border-inline-start:5px solid var(--ink);padding-inline-start:.75rem}
.summary dt{font-weight:600}
.summary strong{font-size:1.3rem;line-height:1.25;display:block}
.advice,.first{border:2px solid var(--ink);padding:.75rem;margin:1rem 0}
.advice .said{font-weight:700;font-size:1.15rem}
.first h2{border:0;margin:0;padding:0}
ul,ol{padding-inline-start:1.5rem}
ul{list-style:"– "}
li{margin:.6rem 0}
ul.ticks{list-style:none;padding:0}
.ticks li{display:flex;gap:.6rem;align-items:flex-start}
.ticks li>div{min-width:0;flex:1}
.ticks label{font-weight:600}
.twin{font-weight:400}
input[type=checkbox]{font:inherit;appearance:none;-webkit-appearance:none;flex:none;width:1.5rem;height:1.5rem;margin:0;border:2px solid var(--ink);background:var(--paper);display:grid;place-content:center}
input[type=checkbox]:checked::before{content:"X";font:700 1.1rem/1 sans-serif;color:var(--ink)}
.slip{border:1px solid var(--line);padding:.4rem .6rem;margin:.25rem 0;font-size:.95rem}
.slip dt{display:inline;color:var(--soft)}
.slip dt::after{content:": "}
.slip dd{display:inline;font-weight:600}
.reminder{background:var(--tint);padding:.4rem .6rem}
.reminder span{margin-inline-end:1rem}
.months{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,17rem),1fr));gap:1rem;margin:.5rem 0}
table{border-collapse:collapse;width:100%;table-layout:fixed;align-self:start}
caption{font-weight:600;text-align:start}
caption::first-letter{text-transform:uppercase}
th,td{border:1px solid var(--line);padding:.15rem .2rem;text-align:start;font-size:.9rem;vertical-align:top}
th{font-weight:400}
abbr{text-decoration:none}
td.marked{border:3px solid var(--ink)}
.said .mark{border:1px solid var(--ink);padding:0 .2rem}
#calendar ul{list-style:none;padding:0}
#calendar .said,#steps .said,#warnings .said,#rights .said,#disputes .said{font-weight:600}
.said .note{font-weight:400}
.sources{font-size:.9rem}
.sources li{margin:.3rem 0}
:target{outline:2px solid var(--link)}
`;

const PAPER = `
@page{size:A4;margin:9mm 11mm 11mm}
@media print{
html{font-size:9.5pt;line-height:1.17;background:#fff;color:#000}
html.big{font-size:16pt}
:root{--ink:#000;--soft:#222;--paper:#fff;--line:#666;--link:#000;--tint:#fff}
main,footer{max-width:none;padding:0}
a{text-decoration:none}
h1{font-size:1.2rem;margin:0 0 .4rem}
h2{font-size:1.1rem;margin:.7rem 0 .25rem;padding-top:.25rem;border-top-width:1px}
h3{font-size:1rem;margin:.5rem 0 .1rem}
h1,h2,h3,caption,.pile>.detail{break-after:avoid}
h1,h2,h3{break-inside:avoid}
.ticks li:first-child{break-before:avoid}
li,.slip,.summary>div,.advice,.first,table,.reminder{break-inside:avoid}
p{orphans:2;widows:2}
small,.detail,.legend,footer{font-size:.85rem}
.cite{font-size:.7rem}
ol{padding-inline-start:1.9rem}
li{margin:.2rem 0}
.summary{grid-template-columns:1.1fr .9fr 1.2fr;gap:.3rem .8rem;align-items:start}
.summary>div:nth-child(1),.summary>div:nth-child(4){grid-column:1}
.summary>div:nth-child(2){grid-column:2;grid-row:1/3}
.summary>div:nth-child(3){grid-column:3;grid-row:1/3}
.summary>div{border-inline-start-width:3px;padding-inline-start:.5rem;font-size:.9rem}
.summary strong{font-size:1.1rem}
.advice,.first{padding:.25rem .5rem;margin:.4rem 0;border-width:1px}
.first h2{font-size:1rem;display:inline}
.first h2::after{content:": "}
.first p{display:inline;font-size:.9rem}
.piles,.more>section>ul,.more>section>ol{columns:2;column-gap:7mm}
.pile:first-child h3{margin-top:0}
.sheet+.sheet,.sheet+.sheet~.more,.full~.more,.dense~.more{break-before:page}
.dense .piles{font-size:.9rem}
.dense .detail,.dense .slip{font-size:.8rem}
.dense li{margin:.12rem 0}
.sources .note{font-size:1em}
h2,h3{font-weight:700}
.sheet+.sheet h2,.more>section:first-child h2{margin-top:0}
.ticks li{gap:.35rem}
input[type=checkbox]{width:1em;height:1em;border-width:1.2px;margin-top:.1em}
.slip{font-size:.85rem;padding:.15rem .35rem;margin:.1rem 0}
.reminder{padding:0}
.months{grid-template-columns:repeat(3,1fr);gap:5mm}
th,td{padding:0 .15rem;font-size:.8rem;white-space:nowrap}
.more>section>ol.sources{font-size:.7rem}
.sources li{margin:.1rem 0}
.big .piles,.big .more>section>ul,.big .more>section>ol{columns:1}
.big .summary{display:block}
.big .dense .piles{font-size:1rem}
.big .months{grid-template-columns:repeat(2,1fr)}
.big .more>section>ol.sources,.big .note,.big .cite,.big small,.big .detail,.big .slip,.big th,.big td{font-size:.85rem}
}
`;

/** The style sheet; the digest of the rule book and the page number stand at the foot of every printed page. */
export function style(digest: string): Markup {
  const foot = digest.replace(/[^\w:.-]/g, '');
  return new Markup(
    `${SCREEN}${PAPER}@page{@bottom-left{content:"${foot}";font:6pt monospace}@bottom-right{content:counter(page) " / " counter(pages);font:8pt sans-serif}}`,
  );
}
