import type { AttackPath, Place, Step } from '#shared/paths/attack-path.ts';
import { cloudText, holdText, pathTitle, typeText } from '../path-words.ts';
import { clip } from '../text.ts';
import { html, type Markup } from './markup.ts';

/** Units of the picture; it is scaled to the page's width. */
const WIDTH = 1000;
const BOX_WIDTH = 176;
const BOX_HEIGHT = 62;
const PER_ROW = 4;
const GAP = (WIDTH - PER_ROW * BOX_WIDTH) / (PER_ROW - 1);
const ROW_HEIGHT = 104;
const TOP = 6;
/** What fits into a box, in characters: the font is narrower than 0.62 of its size. */
const LONGEST_NAME = 22;
const LONGEST_TYPE = 28;

/**
 * A path as boxes and arrows, read like text: from the left to the right and from the top to the bottom. What each
 * step rests on and what cuts it stands beside the picture.
 */
export function pathPicture(path: AttackPath, id: string): Markup {
  const places = [path.source as Place, ...path.steps.map(({ to }) => to)];
  const rows = Math.ceil(places.length / PER_ROW);
  return html`<svg class="picture path" viewBox="0 0 ${WIDTH} ${rows * ROW_HEIGHT}" role="img" aria-labelledby="${id}-title ${id}-text">
<title id="${id}-title">${clip(pathTitle(path), 200)}</title>
<desc id="${id}-text">${places.map(({ name }) => clip(name, 80)).join(', then ')}. The list below says how.</desc>
${places.map((place, number) => box(place, number, number === places.length - 1))}
${path.steps.map((step, number) => arrow(step, number))}
</svg>`;
}

const left = (number: number): number => round((number % PER_ROW) * (BOX_WIDTH + GAP));
const top = (number: number): number => TOP + Math.floor(number / PER_ROW) * ROW_HEIGHT;

function box(place: Place, number: number, isTarget: boolean): Markup {
  const [x, y] = [left(number), top(number)];
  const kind = number === 0 ? 'source' : isTarget ? 'target' : 'between';
  return html`<rect class="${kind}" x="${x + 1}" y="${y}" width="${BOX_WIDTH - 2}" height="${BOX_HEIGHT}" rx="4"/>
<text class="quiet" x="${x + 10}" y="${y + 18}">${clip(`${cloudText(place)} ${typeText(place)}`, LONGEST_TYPE)}</text>
<text class="name" x="${x + 10}" y="${y + 36}">${clip(place.name, LONGEST_NAME)}</text>
<text class="quiet" x="${x + 10}" y="${y + 53}">${number === 0 ? 'begins here' : holdText(place)}</text>
`;
}

/** To the next box, or down to the row below. Dashed where it hangs on a condition. */
function arrow({ access, basis }: Step, number: number): Markup {
  const dashed = access === 'conditional' || basis === 'inferred' ? ' doubtful' : '';
  const [x, y] = [left(number) + BOX_WIDTH, top(number) + BOX_HEIGHT / 2];
  const label = html`<text class="step" x="${round(x + GAP / 2)}" y="${y - 8}" text-anchor="middle">${number + 1}</text>`;
  if ((number + 1) % PER_ROW !== 0) {
    const end = round(x + GAP - 2);
    return html`<path class="arrow${dashed}" d="M${x + 2} ${y}H${end}m-7 -5l7 5l-7 5"/>${label}
`;
  }
  const [start, below] = [round(x - BOX_WIDTH / 2), top(number + 1) - 2];
  const middle = top(number) + BOX_HEIGHT + (ROW_HEIGHT - BOX_HEIGHT) / 2;
  const end = round(BOX_WIDTH / 2);
  return html`<path class="arrow${dashed}" d="M${start} ${top(number) + BOX_HEIGHT + 2}V${middle}H${end}V${below}m-5 -7l5 7l5 -7"/><text class="step" x="${round(WIDTH / 2)}" y="${middle - 6}" text-anchor="middle">${number + 1}</text>
`;
}

const round = (n: number): number => Math.round(n * 10) / 10;
