import { pathRisk } from '#shared/risk/path-risk.ts';
import { bestTitle, cutText, inBrief, shortestTitle, targetText } from '../path-text.ts';
import type { PathsFound } from '../posture.ts';
import { clip } from '../text.ts';
import { html, type Markup } from './markup.ts';
import { pathPicture } from './path-picture.ts';

const LONGEST_NAME = 200;
const LONGEST_TEXT = 500;

/** What is asked first: how they get to the models, and what to change. */
export function pathSection(found: PathsFound): Markup {
  const brief = inBrief(found);
  return html`<section aria-labelledby="paths">
<h2 id="paths">${shortestTitle(brief)}</h2>
${
  brief.shortest.length === 0
    ? html`<p>That holds for what was read, and for the techniques that are known. What was not seen is listed below.</p>`
    : brief.shortest.map(
        (
          path,
          i,
        ) => html`<h3>${clip(path.source.name, LONGEST_NAME)} to ${clip(path.target.name, LONGEST_NAME)} <span class="quiet">${targetText(path)}, risk ${pathRisk(path).score} of 100</span></h3>
<div class="wide">${pathPicture(path, `path-${i + 1}`)}</div>
`,
      )
}${
  brief.best.length === 0
    ? undefined
    : html`<h3>${bestTitle(brief)}</h3>
<ol class="cuts">${brief.best.map(
        (
          cut,
          i,
        ) => html`<li>${clip(cut.fix.sentence, LONGEST_TEXT)} <span class="quiet">${cutText(cut, i, brief)}</span></li>
`,
      )}</ol>`
}${
  found.unread && found.unread.length > 0
    ? html`<p class="quiet">Not read, and so not taken into account: ${clip(found.unread.join('; '), LONGEST_TEXT)}.</p>`
    : undefined
}
</section>
`;
}
