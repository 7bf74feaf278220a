/**
 * The report's style sheet. Colours are variables, so that dark mode changes those and nothing else; a test
 * holds each pair of text and background to WCAG AA (4.5:1). No `style` attributes anywhere: the content
 * security policy admits this sheet by its hash and nothing more.
 */
export const LIGHT = {
  paper: '#ffffff',
  panel: '#f6f7f8',
  rule: '#dcdfe3',
  ink: '#1b2026',
  quiet: '#555e68',
  link: '#1f5a8c',
  critical: '#8f1d2c',
  high: '#b0470c',
  medium: '#846300',
  low: '#3d6185',
  informational: '#5f6872',
  onSeverity: '#ffffff',
} as const;

export const DARK: Readonly<Record<keyof typeof LIGHT, string>> = {
  paper: '#15181c',
  panel: '#1d2126',
  rule: '#343a42',
  ink: '#e4e7ea',
  quiet: '#a2abb5',
  link: '#8fbce6',
  critical: '#f0919c',
  high: '#f0a878',
  medium: '#dcc06a',
  low: '#9cbfe2',
  informational: '#b0b8c0',
  onSeverity: '#15181c',
};

const variables = (theme: Readonly<Record<string, string>>): string =>
  Object.entries(theme)
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(';');

export const STYLE = `
:root{color-scheme:light dark;${variables(LIGHT)}}
@media (prefers-color-scheme:dark){:root{${variables(DARK)}}}
*{box-sizing:border-box}
[hidden]{display:none!important}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.55 -apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
.page{max-width:66rem;margin:0 auto;padding:2.5rem 1.5rem 4rem}
h1,h2,h3{line-height:1.25;margin:0;font-weight:600;text-wrap:balance}
h1{font-size:1.75rem;letter-spacing:-.015em}
h2{font-size:1.25rem;margin:3.25rem 0 .35rem;letter-spacing:-.01em}
h3{font-size:1rem;margin:2.25rem 0 .5rem;padding-bottom:.45rem;border-bottom:1px solid var(--rule)}
h3 .quiet{font-weight:400}
p{margin:.4rem 0;max-width:44rem}
a{color:var(--link);text-underline-offset:.15em}
a:focus-visible,summary:focus-visible,input:focus-visible,select:focus-visible{outline:2px solid var(--link);outline-offset:2px}
code,pre{font:.86em/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace}
code{overflow-wrap:anywhere}
pre{margin:.4rem 0 .8rem;padding:.7rem .9rem;background:var(--panel);border:1px solid var(--rule);border-radius:4px;white-space:pre-wrap;overflow-wrap:anywhere}
.quiet{color:var(--quiet)}
.lead{font-size:1.1rem;margin:1rem 0 0}
.skip{position:absolute;left:-999rem}
.skip:focus{left:1rem;top:1rem;background:var(--paper);padding:.3rem .6rem}
nav ul{display:flex;flex-wrap:wrap;gap:.2rem 1.4rem;list-style:none;margin:1.2rem 0 0;padding:.7rem 0;border-top:1px solid var(--rule);border-bottom:1px solid var(--rule)}
table{border-collapse:collapse;width:100%;margin:.6rem 0;font-variant-numeric:tabular-nums}
.wide{overflow-x:auto}
caption{text-align:left;color:var(--quiet);padding:.2rem 0}
th,td{text-align:left;vertical-align:top;padding:.42rem .9rem .42rem 0;border-bottom:1px solid var(--rule);overflow-wrap:anywhere}
thead th{font-size:.82rem;font-weight:600;color:var(--quiet);white-space:nowrap}
tbody th{font-weight:600}
td.number,th.number{text-align:right;padding-right:1.1rem;white-space:nowrap}
.number:last-child{padding-right:0}
tfoot td,tfoot th{border-bottom:0;font-weight:600}
.date{white-space:nowrap}
.picture{display:block;width:100%;min-width:38rem;height:auto;margin:1rem 0 .2rem}
.picture text{font:13px -apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;fill:var(--ink);font-variant-numeric:tabular-nums}
.picture .inside{fill:var(--onSeverity);font-weight:600}
.picture .amount{fill:var(--quiet)}
.picture .critical{fill:var(--critical)}.picture .high{fill:var(--high)}.picture .medium{fill:var(--medium)}
.picture .low{fill:var(--low)}.picture .informational{fill:var(--informational)}
.picture.path{min-width:54rem}
.picture .name{font-weight:600}
.picture .place{fill:var(--panel);stroke:var(--rule)}
.picture .place.source{stroke:var(--high);stroke-width:2}.picture .place.target{stroke:var(--critical);stroke-width:2}
.picture .way{fill:none;stroke:var(--quiet);stroke-width:2}.picture .way.conditional{stroke-dasharray:6 5}
.picture .head{fill:var(--quiet)}
.picture .fix{fill:var(--link)}
.cuts{max-width:44rem;padding-left:1.4rem}
.label{display:inline-block;font-size:.78rem;font-weight:600;line-height:1.5;padding:0 .5em;border-radius:3px;color:var(--onSeverity);white-space:nowrap}
.label.critical{background:var(--critical)}.label.high{background:var(--high)}.label.medium{background:var(--medium)}
.label.low{background:var(--low)}.label.informational{background:var(--informational)}
.check{margin:1.4rem 0 2.2rem}
.check h3{margin:0;padding:0;border:0}
.check h3 .label{vertical-align:.1em}
.asset ul{margin:.2rem 0;padding-left:1.1rem;font-size:.86rem}
.check>p{margin:.3rem 0}
.check .meta{font-size:.86rem}
.found{table-layout:fixed}
.found th:nth-child(1){width:38%}.found th:nth-child(2){width:28%}.found th:nth-child(3){width:16%}
.found td{padding-top:.55rem;padding-bottom:.55rem}
.found tbody.finding tr:not(:last-child) td:not(.asset){border-bottom-style:dotted}
.asset .name{font-weight:600}
.asset div{font-size:.86rem}
.note{display:block;font-size:.86rem}
.accepted{table-layout:fixed}
.accepted th:nth-child(1){width:28%}.accepted th:nth-child(2),.accepted th:nth-child(3){width:18%}.accepted th:last-child{width:11%}
details{margin:.25rem 0}
summary{cursor:pointer;color:var(--link)}
.fixes{display:flex;flex-wrap:wrap;gap:.1rem 1.6rem;margin:.7rem 0 0}
.fixes details[open]{flex-basis:100%}
.fixes p{margin:.3rem 0 .7rem}
.filter{display:flex;flex-wrap:wrap;gap:.6rem 1rem;align-items:end;margin:1rem 0 0;padding:.8rem 1rem;background:var(--panel);border:1px solid var(--rule);border-radius:4px}
.filter label{display:block;font-size:.82rem;color:var(--quiet)}
.filter input,.filter select{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--quiet);border-radius:3px;padding:.25rem .45rem;min-height:2.1rem}
.filter input{width:19rem;max-width:100%}
.filter output{margin-left:auto;color:var(--quiet)}
footer{margin-top:3.5rem;padding-top:1rem;border-top:1px solid var(--rule);font-size:.86rem;color:var(--quiet)}
@media (max-width:40rem){.page{padding:1.5rem 1rem 3rem}.found thead{display:none}.found tr,.found td{display:block;width:auto}.found td{border-bottom:0;padding:.15rem 0}.found tbody.finding{display:block;padding:.6rem 0;border-bottom:1px solid var(--rule)}.found td[data-head]::before{content:attr(data-head) " ";color:var(--quiet)}}
@media print{.filter,nav,.skip{display:none}.check{break-inside:auto}h2,h3{break-after:avoid}tr{break-inside:avoid}body{font-size:11px}}
`;
