import { type CloudSummary, URGENT_FIRST } from '../summary.ts';
import { CLOUD_TITLE, listText, SEVERITY_TITLE } from '../wording.ts';
import { html, type Markup } from './markup.ts';

/** Units of the picture; it is scaled to the page's width. */
const WIDTH = 1000;
const TITLE_WIDTH = 125;
const AMOUNT_WIDTH = 60;
const ROW_HEIGHT = 42;
const BAR_HEIGHT = 26;
const LEGEND_HEIGHT = 30;
/** Below this a number does not fit into its part of the bar. The table beside the picture has it. */
const NARROWEST_WITH_NUMBER = 24;

/** A bar for each cloud on one scale, its parts the severities: lengths compare across clouds. */
export function severityBars(clouds: readonly CloudSummary[]): Markup | undefined {
  const longest = Math.max(0, ...clouds.map(({ open }) => open));
  if (longest === 0) return undefined;
  const scale = (WIDTH - TITLE_WIDTH - AMOUNT_WIDTH) / longest;
  const height = LEGEND_HEIGHT + clouds.length * ROW_HEIGHT;
  const inWords = listText(clouds.map(({ provider, open }) => `${open} in ${CLOUD_TITLE[provider]}`));
  return html`<svg class="picture" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="bars-title bars-text">
<title id="bars-title">Open findings by cloud and severity</title>
<desc id="bars-text">${inWords}. The table below has every number.</desc>
${legend()}
${clouds.map((cloud, row) => bar(cloud, LEGEND_HEIGHT + row * ROW_HEIGHT, scale))}
</svg>`;
}

const LEGEND_STEP = 118;

const legend = (): Markup =>
  html`${URGENT_FIRST.map(
    (
      severity,
      i,
    ) => html`<rect class="${severity}" x="${TITLE_WIDTH + i * LEGEND_STEP}" y="2" width="12" height="12" rx="2"/>
<text x="${TITLE_WIDTH + i * LEGEND_STEP + 18}" y="13">${SEVERITY_TITLE[severity]}</text>
`,
  )}`;

function bar({ provider, open, bySeverity }: CloudSummary, top: number, scale: number): Markup {
  const middle = top + BAR_HEIGHT / 2 + 5;
  let x = TITLE_WIDTH;
  const parts = URGENT_FIRST.flatMap((severity) => {
    const n = bySeverity[severity];
    if (n === 0) return [];
    const width = n * scale;
    const left = x;
    x += width;
    // A hairline of paper between the parts, so that they part without colour too.
    return [
      html`<rect class="${severity}" x="${round(left)}" y="${top}" width="${round(Math.max(1, width - 1.5))}" height="${BAR_HEIGHT}"/>
${
  width < NARROWEST_WITH_NUMBER
    ? undefined
    : html`<text class="inside" x="${round(left + width / 2)}" y="${middle}" text-anchor="middle">${n}</text>
`
}`,
    ];
  });
  return html`<text x="0" y="${middle}">${CLOUD_TITLE[provider]}</text>
${parts}<text class="amount" x="${round(x + 8)}" y="${middle}">${open}</text>
`;
}

const round = (n: number): number => Math.round(n * 10) / 10;
