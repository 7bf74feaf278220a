import type { AttackPath, Place, Step } from '#shared/paths/attack-path.ts';
import { conditionText, kindText, placesOf, targetText } from '../path-text.ts';
import { clip, printable } from '../text.ts';
import { count, listText } from '../wording.ts';
import { html, type Markup } from './markup.ts';

/** Units of the picture; it is scaled to the page's width. */
const WIDTH = 1000;
const BOX_WIDTH = 400;
const BOX_HEIGHT = 52;
const GAP_HEIGHT = 74;
const PADDING = 14;
const ARROW_X = 34;
const LABEL_X = 58;
/** Half of the outermost lines would lie outside of the picture. */
const EDGE = 1;

/** A place a row, from the source down to the target, and beside each arrow how it is done and how it is cut. */
export function pathPicture(path: AttackPath, id: string): Markup {
  const places = placesOf(path);
  const height = places.length * BOX_HEIGHT + path.steps.length * GAP_HEIGHT + 2 * EDGE;
  const top = (row: number): number => EDGE + row * (BOX_HEIGHT + GAP_HEIGHT);
  return html`<svg class="picture path" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="${id}-title ${id}-text">
<title id="${id}-title">From ${clip(path.source.name, LONGEST_SPOKEN)} to ${clip(path.target.name, LONGEST_SPOKEN)}, ${targetText(path)}</title>
<desc id="${id}-text">${count(path.steps.length, 'step')}: ${listText(path.steps.map(spoken))}.</desc>
${places.map((place, row) => box(place, top(row), row === 0 ? 'source' : row === places.length - 1 ? 'target' : ''))}${path.steps.map(
  (step, row) => arrow(step, top(row) + BOX_HEIGHT),
)}</svg>`;
}

const LONGEST_SPOKEN = 100;

const spoken = (step: Step): string =>
  clip([step.from.name, step.sentence, step.to.name, conditionText(step)].filter(Boolean).join(' '), 300);

const box = (
  place: Place,
  top: number,
  end: 'source' | 'target' | '',
): Markup => html`<rect class="place ${end}" x="${EDGE}" y="${top}" width="${BOX_WIDTH}" height="${BOX_HEIGHT}" rx="4"/>
<text class="name" x="${PADDING}" y="${top + 22}">${fitting(place.name, BOX_WIDTH - 2 * PADDING)}</text>
<text class="amount" x="${PADDING}" y="${top + 41}">${fitting(kindText(place), BOX_WIDTH - 2 * PADDING)}</text>
`;

function arrow(step: Step, top: number): Markup {
  const bottom = top + GAP_HEIGHT;
  const condition = conditionText(step);
  const room = WIDTH - LABEL_X;
  return html`<path class="${condition ? 'way conditional' : 'way'}" d="M${ARROW_X} ${top}V${bottom - 8}"/>
<path class="head" d="M${ARROW_X - 5} ${bottom - 9}h10l-5 9z"/>
<text x="${LABEL_X}" y="${top + 21}">${fitting(step.sentence, room)}</text>
<text class="amount" x="${LABEL_X}" y="${top + 40}">${fitting([step.technique, step.basis, condition].filter(Boolean).join(', '), room)}</text>
<text class="fix" x="${LABEL_X}" y="${top + 59}">${fitting(`Fix: ${step.fix.sentence}`, room)}</text>
`;
}

/** Widths of 13-pixel type, on the wide side: what does not fit would run over the picture's edge. */
const WIDE = /[A-Z@%&mw—…]/;
const FULL = /[^\u0020-\u1fff…“”‘’–—]/u;
const widthOf = (character: string): number =>
  FULL.test(character) ? 15 : WIDE.test(character) ? 12.5 : 7.3;

/** As much of the text as fits, what is invisible in it spelled out first. */
function fitting(text: string, width: number): string {
  const shown = printable(clip(text, WIDTH));
  let used = 0;
  let fits = 0;
  for (const character of shown) {
    used += widthOf(character);
    if (used > width) return clip(shown, fits);
    fits += character.length;
  }
  return shown;
}
