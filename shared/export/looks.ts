import type { LookName } from '../article/desk-settings';

/** The design tokens of the page. Lengths are CSS lengths; colours are given for light and dark. */
interface Tokens {
  readonly textFont: string;
  readonly headFont: string;
  readonly smallFont: string;
  readonly textSize: string;
  readonly lineHeight: string;
  readonly measure: string;
  readonly headWeight: string;
  readonly headTracking: string;
  readonly align: 'center' | 'start';
  readonly paragraphs: 'spaced' | 'indented';
  /** What tells the look apart at first sight. */
  readonly flourish: keyof typeof flourishes;
  readonly light: Colours;
  readonly dark: Colours;
}

interface Colours {
  readonly paper: string;
  readonly ink: string;
  readonly quiet: string;
  readonly rule: string;
  readonly accent: string;
  readonly wash: string;
}

// Only fonts that systems bring along: the page asks the network for nothing.
const serif = `Charter, 'Bitstream Charter', 'Source Serif 4', 'Sitka Text', Cambria, Georgia, 'DejaVu Serif', serif`;
const oldStyle = `'Iowan Old Style', 'Palatino Linotype', Palatino, 'URW Palladio L', P052, 'Source Serif 4', Georgia, serif`;
const sans = `system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', Arial, sans-serif`;

const flourishes = {
  'double rule': '.masthead{border-bottom:.25rem double var(--quiet)}',
  initial:
    '@supports (initial-letter:3) or (-webkit-initial-letter:3){article>header~p:first-of-type:not([data-kind])::first-letter{-webkit-initial-letter:3;initial-letter:3;margin-inline-end:.1em;color:var(--accent)}}',
  bar: 'body{border-top:.3rem solid var(--accent)}',
} as const;

const looks: Readonly<Record<LookName, Tokens>> = {
  broadsheet: {
    textFont: serif,
    headFont: serif,
    smallFont: sans,
    textSize: 'clamp(1.125rem, 1.05rem + 0.4vw, 1.25rem)',
    lineHeight: '1.6',
    measure: '36rem',
    headWeight: '700',
    headTracking: '-0.015em',
    align: 'center',
    paragraphs: 'spaced',
    flourish: 'double rule',
    light: {
      paper: '#fffefb',
      ink: '#1a1a18',
      quiet: '#5c5a55',
      rule: '#d8d5cc',
      accent: '#8f1d14',
      wash: '#f5f3ec',
    },
    dark: {
      paper: '#161614',
      ink: '#e9e6df',
      quiet: '#a9a59b',
      rule: '#3a3833',
      accent: '#f0958a',
      wash: '#201f1c',
    },
  },
  review: {
    textFont: oldStyle,
    headFont: oldStyle,
    smallFont: oldStyle,
    textSize: 'clamp(1.1875rem, 1.1rem + 0.4vw, 1.3125rem)',
    lineHeight: '1.55',
    measure: '34rem',
    headWeight: '400',
    headTracking: '-0.01em',
    align: 'start',
    paragraphs: 'indented',
    flourish: 'initial',
    light: {
      paper: '#fdfbf7',
      ink: '#211d18',
      quiet: '#665d52',
      rule: '#dbd3c6',
      accent: '#6b3f12',
      wash: '#f4efe5',
    },
    dark: {
      paper: '#191613',
      ink: '#ece5da',
      quiet: '#b0a596',
      rule: '#403930',
      accent: '#e3b27c',
      wash: '#231f1a',
    },
  },
  wire: {
    textFont: sans,
    headFont: sans,
    smallFont: sans,
    textSize: 'clamp(1.0625rem, 1rem + 0.3vw, 1.125rem)',
    lineHeight: '1.6',
    measure: '38rem',
    headWeight: '800',
    headTracking: '-0.02em',
    align: 'start',
    paragraphs: 'spaced',
    flourish: 'bar',
    light: {
      paper: '#ffffff',
      ink: '#16191d',
      quiet: '#565d66',
      rule: '#d9dde2',
      accent: '#0a5196',
      wash: '#f3f5f7',
    },
    dark: {
      paper: '#14171a',
      ink: '#e6e9ec',
      quiet: '#a3abb4',
      rule: '#363c43',
      accent: '#86bdf2',
      wash: '#1d2125',
    },
  },
};

const colours = (set: Colours): string =>
  Object.entries(set)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';');

/** The style sheet of the page in one of the built-in looks. */
export function lookCss(name: LookName): string {
  const look = looks[name];
  const tokens = [
    `--text-font:${look.textFont}`,
    `--head-font:${look.headFont}`,
    `--small-font:${look.smallFont}`,
    `--text-size:${look.textSize}`,
    `--line-height:${look.lineHeight}`,
    `--measure:${look.measure}`,
    `--head-weight:${look.headWeight}`,
    `--head-tracking:${look.headTracking}`,
    `--head-align:${look.align}`,
  ].join(';');
  return [
    `:root{color-scheme:light dark;${tokens};${colours(look.light)}}`,
    `@media (prefers-color-scheme:dark){:root{${colours(look.dark)}}}`,
    pageCss,
    look.align === 'center' ? centredCss : '',
    look.paragraphs === 'indented' ? indentedCss : '',
    flourishes[look.flourish],
    printCss,
  ]
    .filter((part) => part !== '')
    .join('\n');
}

const pageCss = `*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:var(--text-size)/var(--line-height) var(--text-font);font-kerning:normal;font-variant-ligatures:common-ligatures;text-rendering:optimizeLegibility;overflow-wrap:break-word}
a{color:var(--accent);text-decoration-thickness:.06em;text-underline-offset:.16em}
a:hover{text-decoration-thickness:.12em}
a:focus-visible{outline:.15em solid var(--accent);outline-offset:.15em}
.masthead{max-width:72rem;margin:0 auto;padding:1.1rem 1.25rem .9rem;text-align:var(--head-align);border-bottom:1px solid var(--rule)}
.masthead p{margin:0}
.publication{font:700 clamp(1.35rem,1.1rem + 1.2vw,2rem)/1.15 var(--head-font);letter-spacing:-.01em}
.tagline{font:.8125rem/1.4 var(--small-font);color:var(--quiet)}
main{display:block;padding:clamp(1.5rem,1rem + 3vw,3.5rem) 1.25rem 4rem}
article{--wide:clamp(0rem,(100vw - var(--measure) - 2.5rem)/2,8rem);max-width:var(--measure);margin:0 auto}
article>header{margin-bottom:1.75rem;text-align:var(--head-align)}
article>header+figure{margin-inline:calc(var(--wide)*-1)}
.kicker{margin:0 0 .6rem;font:700 .8125rem/1.3 var(--small-font);letter-spacing:.06em;text-transform:uppercase;color:var(--accent)}
h1{margin:0;font:var(--head-weight) clamp(2rem,1.45rem + 2.6vw,3.25rem)/1.1 var(--head-font);letter-spacing:var(--head-tracking);text-wrap:balance}
.deck{margin:.8rem 0 0;font-size:clamp(1.1875rem,1.1rem + .6vw,1.4375rem);line-height:1.4;color:var(--quiet);text-wrap:pretty}
.byline{margin:1.25rem 0 0;font:600 .9375rem/1.45 var(--small-font)}
.dateline{margin:.15rem 0 0;font:.875rem/1.45 var(--small-font);color:var(--quiet)}
p{margin:0 0 1.1em;text-wrap:pretty;hanging-punctuation:first allow-end}
h2,h3,h4,h5,h6{margin:2em 0 .5em;font-family:var(--head-font);font-weight:700;line-height:1.25;letter-spacing:-.005em;text-wrap:balance;break-after:avoid}
h2{font-size:1.35em}h3{font-size:1.15em}h4,h5,h6{font-size:1em}
ul,ol{margin:0 0 1.1em;padding-inline-start:1.4em}
li{margin-bottom:.35em}
li>ul,li>ol{margin:.35em 0 0}
li::marker{color:var(--quiet)}
strong{font-weight:700}
code{font-family:ui-monospace,'Cascadia Mono',Menlo,Consolas,'DejaVu Sans Mono',monospace;font-size:.875em;white-space:pre-wrap;background:var(--wash);padding:.1em .3em;border-radius:.2em}
sup,sub{font-size:.72em;line-height:0}
.small-caps{font-weight:inherit;font-variant-caps:small-caps;letter-spacing:.03em}
blockquote{margin:0 0 1.1em;padding-inline-start:1.1em;border-inline-start:.18em solid var(--rule)}
blockquote p:last-child{margin-bottom:0}
figure{margin:1.9em 0}
figure blockquote{margin-bottom:.5em}
figcaption{margin-top:.55em;font:.875rem/1.45 var(--small-font);color:var(--quiet)}
figcaption small{font-size:1em}
figcaption small:not(:first-child)::before{content:"· "}
figure:has(>blockquote) figcaption{padding-inline-start:1.45rem}
cite{font-style:italic}
[data-kind=pull-quote]{margin:2.2em 0;padding:1.1em 0;border-block:1px solid var(--rule);border-top:.15em solid var(--accent);text-align:var(--head-align)}
[data-kind=pull-quote] blockquote{padding:0;border:0;margin:0;font:400 1.5em/1.3 var(--head-font);letter-spacing:-.01em}
[data-kind=pull-quote] p{text-wrap:balance}
[data-kind=pull-quote] figcaption{padding:0;margin-top:.7em}
img{display:block;max-width:100%;max-height:min(46rem,92vh);width:auto;height:auto;background:var(--wash)}
article>header+figure:has(>img){margin-top:0}
[data-kind=fact-box]{margin:2em 0;padding:1.1em 1.25em;background:var(--wash);border-top:.18em solid var(--accent);font:.9375em/1.5 var(--small-font)}
[data-kind=fact-box]>:first-child{margin-top:0}
[data-kind=fact-box]>:last-child{margin-bottom:0}
[data-kind=embed]{padding:1em 1.25em;border:1px solid var(--rule);font:.9375em/1.45 var(--small-font)}
[data-kind=embed] p{margin:0 0 .3em}
[data-kind=embed] a{font-weight:600}
table{width:100%;margin:1.9em 0;border-collapse:collapse;font:.875em/1.4 var(--small-font);font-variant-numeric:tabular-nums lining-nums;border-block:1px solid var(--ink)}
th,td{padding:.5em .6em;text-align:start;vertical-align:top;border-bottom:1px solid var(--rule);min-width:4em;overflow-wrap:anywhere}
th{font-weight:700;vertical-align:bottom}
tr>:first-child{padding-inline-start:0}tr>:last-child{padding-inline-end:0}
tbody tr:last-child td{border-bottom:0}
hr{width:6rem;height:0;margin:2.4em auto;border:0;border-top:1px solid var(--rule)}
aside[data-ad-size],aside[data-kind=ad-break]{margin:2.2em 0;padding:.8em 0;border-block:1px solid var(--rule);text-align:center;font:.75rem/1.4 var(--small-font);color:var(--quiet)}
aside[data-ad-size] p,aside[data-kind=ad-break] p{margin:0}
[data-ad-text=label]{letter-spacing:.08em;text-transform:uppercase}
[data-kind=correction],[data-kind=clarification]{padding:.75em 1em;background:var(--wash);font:.9375em/1.5 var(--small-font)}
[data-kind=corrections]:last-child{margin-top:2.5em;padding-top:1.25em;border-top:1px solid var(--rule)}
[data-kind=corrections]:not(:last-child){margin-bottom:1.6em}
@media (max-width:30rem){article>figure:has(>img),article>header+figure:has(>img){margin-inline:-1.25rem}figure:has(>img) figcaption{padding-inline:1.25rem}th,td{min-width:0;padding-inline:.35em}}`;

const centredCss = `article>header{margin-inline:calc(var(--wide)*-1)}
.deck{max-width:36rem;margin-inline:auto;text-wrap:balance}
img{margin-inline:auto}`;

const indentedCss = `article>p{margin-bottom:0}
article>p+p{text-indent:1.4em}
article>p+:not(p){margin-top:1.6em}
article>p[data-kind]{margin:1.6em 0;text-indent:0}`;

// Paper: no colours, no advertisements, addresses of links written out.
const printCss = `@media print{@page{margin:18mm 20mm}:root{--paper:#fff;--ink:#000;--quiet:#333;--rule:#999;--accent:#000;--wash:#fff;color-scheme:light}html{font-size:75%}body{font-size:10.5pt;line-height:1.45}main{padding:1.2em 0 0}.masthead{padding:0 0 .6em}article{max-width:none;--wide:0rem}h1{font-size:24pt}aside[data-ad-size],aside[data-kind=ad-break]{display:none}figure,table,blockquote,[data-kind=fact-box]{break-inside:avoid}[data-kind=fact-box],[data-kind=correction],[data-kind=clarification]{border:1px solid #999}p{orphans:3;widows:3}article>figure:has(>img),article>header+figure:has(>img){margin-inline:0}figure:has(>img) figcaption{padding-inline:0;text-align:var(--head-align)}body{border:0}img{max-height:9cm}article a[href^=http]::after{content:" (" attr(href) ")";font-size:.8em;word-break:break-all}}`;
