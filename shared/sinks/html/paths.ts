import type { AttackPath, Step } from '#shared/paths/attack-path.ts';
import { conditionsText, isStructural, pathTitle } from '../path-words.ts';
import type { Posture } from '../posture.ts';
import { clip } from '../text.ts';
import { count } from '../wording.ts';
import { html, type Markup } from './markup.ts';
import { pathPicture } from './path-picture.ts';

const LONGEST_NAME = 200;
const LONGEST_TEXT = 500;
const SHOWN = 3;
const FIXES_SHOWN = 2;

/** What a reader asks first: the shortest ways to the models, and which changes cut most of them. */
export function pathSection({ paths }: Posture): Markup | undefined {
  if (!paths) return undefined;
  const { shortest, best, pairs, unread } = paths;
  const shown = shortest.slice(0, SHOWN);
  return html`<section aria-labelledby="paths">
<h2 id="paths">${shown.length > 0 ? `The ${shown.length === 1 ? 'shortest way' : `${NUMBER[shown.length] ?? shown.length} shortest ways`} to your models` : 'Ways to your models'}</h2>
${
  shown.length === 0
    ? html`<p>By all that was read, nobody outside gets to a model.</p>`
    : html`<p>${count(pairs, 'way', 'ways')} from outside ${pairs === 1 ? 'leads' : 'lead'} to a model. An arrow that is dashed hangs on a condition or on what nobody has tried.</p>
${shown.map((path, number) => pathArticle(path, number))}
${fixes(best.slice(0, FIXES_SHOWN), pairs)}`
}
${unread.length > 0 && html`<p class="quiet">Not read, and so not taken into account: ${clip(unread.join('; '), LONGEST_TEXT)}.</p>`}
</section>
`;
}

const NUMBER: Readonly<Record<number, string>> = { 2: 'two', 3: 'three' };

const pathArticle = (path: AttackPath, number: number): Markup => html`<article class="way">
<h3>${clip(pathTitle(path), LONGEST_NAME)} <span class="quiet">${count(path.steps.length, 'step')}, confidence ${path.confidence.toFixed(2)}</span></h3>
<div class="wide">${pathPicture(path, `way-${number}`)}</div>
<ol>${path.steps.map(stepRow)}</ol>
</article>
`;

function stepRow(step: Step): Markup {
  const { from, to, sentence, fix, technique } = step;
  const conditions = conditionsText(step);
  return html`<li><b>${clip(from.name, LONGEST_NAME)}</b> ${clip(sentence, LONGEST_TEXT)}: <b>${clip(to.name, LONGEST_NAME)}</b>${conditions && html`, ${clip(conditions, LONGEST_TEXT)}`} <code class="quiet">${technique}</code>${
    isStructural(step)
      ? undefined
      : html`<div class="quiet">Cut it: ${clip(fix.sentence, LONGEST_TEXT)}</div>`
  }</li>
`;
}

function fixes(best: NonNullable<Posture['paths']>['best'], pairs: number): Markup | undefined {
  if (best.length === 0) return undefined;
  const together = best.at(-1)?.cuts ?? 0;
  return html`<h3>${best.length === 1 ? 'The fix that cuts most' : 'The two fixes that cut most'} <span class="quiet">together ${together} of ${count(pairs, 'way')}</span></h3>
<ol>${best.map(
    ({ fix }) => html`<li>${clip(fix.sentence, LONGEST_TEXT)}</li>
`,
  )}</ol>`;
}
