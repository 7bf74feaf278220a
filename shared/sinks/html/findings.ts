import type { Fix, Rule } from '#shared/model/check.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import type { Finding } from '#shared/model/finding.ts';
import { sentence } from '#shared/model/sentence.ts';
import { foundText } from '../evidence-text.ts';
import type { Posture } from '../posture.ts';
import { riskTermTexts, riskText } from '../risk-text.ts';
import { isOpen, URGENT_FIRST, worstFirst } from '../summary.ts';
import { clip } from '../text.ts';
import { CLOUD_TITLE, count, dayText, placeText, SEVERITY_TITLE } from '../wording.ts';
import { breakable, html, type Markup, withCode } from './markup.ts';

/** Names are shown short enough to read; ids whole enough to look up. In UTF-16 code units. */
const LONGEST_NAME = 200;
const LONGEST_ID = 600;
const LONGEST_TEXT = 500;
const MOST_EVIDENCE = 8;
/** Above the first number of assets of one check, all after the second are folded away under them. */
const FOLDED_ABOVE = 8;
const AT_ONCE = 5;

/** The open findings, the riskiest first; those of one check stand together, so that what is fixed alike is read once. */
export function* findingSections({ findings, checks }: Posture): Generator<Markup> {
  const open = findings.filter(isOpen).sort(worstFirst);
  if (open.length === 0) {
    yield html`<p>There is no open finding.</p>`;
    return;
  }
  yield html`<p>The most urgent first${open.some((finding) => finding.risk) ? '' : ', by severity alone: who gets to the assets, and what is got at from them, is not known yet'}.</p>
`;
  yield filter(open);
  for (const [checkId, group] of Map.groupBy(open, (finding) => finding.checkId))
    yield ofCheck(group, checks.get(checkId));
}

function filter(open: readonly Finding[]): Markup {
  const severities = URGENT_FIRST.filter((severity) => open.some((finding) => finding.severity === severity));
  const clouds = (['aws', 'azure', 'gcp'] as const).filter((cloud) =>
    open.some(({ scope }) => scope.provider === cloud),
  );
  return html`<form class="filter" id="filter" role="search" aria-label="Filter the findings" hidden>
<div><label for="words">Asset, check, owner or any text</label><input id="words" name="words" type="search" autocomplete="off"></div>
<div><label for="severity">Severity</label><select id="severity" name="severity"><option value="">All</option>${severities.map(
    (severity) => html`<option value="${severity}">${SEVERITY_TITLE[severity]}</option>`,
  )}</select></div>
<div><label for="cloud">Cloud</label><select id="cloud" name="cloud"><option value="">All</option>${clouds.map(
    (cloud) => html`<option value="${cloud}">${CLOUD_TITLE[cloud]}</option>`,
  )}</select></div>
<output id="shown" aria-live="polite"></output>
</form>
`;
}

function ofCheck(group: readonly Finding[], check: Rule | undefined): Markup {
  const [first] = group;
  if (!first) return html``;
  const heading =
    check?.title ?? (group.every(({ title }) => title === first.title) ? first.title : first.checkId);
  const shown = group.slice(0, group.length > FOLDED_ABOVE ? AT_ONCE : FOLDED_ABOVE);
  const rest = group.slice(shown.length);
  return html`<article class="check">
<header><h3>${severitiesOf(group)}${clip(heading, LONGEST_NAME)}</h3></header>
${check && html`<p>${check.why}</p>`}
<p class="meta quiet"><code>${clip(first.checkId, LONGEST_NAME)}</code>${check && html`, fails when ${withCode(sentence(check.fails))}`}</p>
${check && fixes(check.fix)}
${table(shown, heading, `${count(group.length, 'asset')} to fix`)}
${
  rest.length === 0
    ? undefined
    : html`<details class="more"><summary>${count(rest.length, 'more asset')}</summary>
${table(rest, heading)}</details>`
}
${check && frameworks(check)}
</article>
`;
}

const severitiesOf = (group: readonly Finding[]): Markup[] =>
  URGENT_FIRST.filter((severity) => group.some((finding) => finding.severity === severity)).map(
    (severity) => html`<span class="label ${severity}">${SEVERITY_TITLE[severity]}</span> `,
  );

function fixes({ console, cli, cloudformation, bicep, terraform }: Fix): Markup {
  const code = (title: string, text: string | undefined) =>
    text === undefined
      ? undefined
      : html`<details><summary>${title}</summary><pre>${text}</pre></details>
`;
  return html`<div class="fixes">
<details><summary>Fix in the console</summary><p>${console}</p></details>
${[
  code('Fix on the command line', cli),
  code('Fix in CloudFormation', cloudformation && JSON.stringify(cloudformation, null, 2)),
  code('Fix in Bicep', bicep),
  code('Fix in Terraform', terraform),
]}</div>`;
}

const frameworks = ({ frameworks: named }: Rule): Markup | undefined => {
  const ids = Object.entries(named).map(
    ([framework, requirements]) => `${framework} ${requirements.join(', ')}`,
  );
  return ids.length === 0 ? undefined : html`<p class="meta quiet">${ids.join('; ')}</p>`;
};

const table = (
  findings: readonly Finding[],
  heading: string,
  caption?: string,
): Markup => html`<table class="found">
${caption && html`<caption>${caption}</caption>`}
<thead><tr><th scope="col">Asset</th><th scope="col">Field</th><th scope="col">Found</th><th scope="col">Expected</th></tr></thead>
${findings.map((finding) => row(finding, heading))}</table>
`;

/** The title stands in the row where it says more than the heading, as that of a gap in coverage does. */
function row(finding: Finding, heading: string): Markup {
  const { asset, scope, owner, severity, openedAt, reopened, evidence, title } = finding;
  const shown = evidence.slice(0, MOST_EVIDENCE);
  const more = evidence.length - shown.length;
  const [first, ...others] = shown;
  return html`<tbody class="finding" data-severity="${severity}" data-cloud="${scope.provider}">
<tr><td class="asset" rowspan="${Math.max(1, shown.length) + (more > 0 ? 1 : 0)}"><span class="name">${clip(asset.name, LONGEST_NAME)}</span>${title === heading ? undefined : html`<div>${clip(title, LONGEST_NAME)}</div>`}
<div><code>${breakable(clip(asset.id, LONGEST_ID))}</code></div>
<div class="quiet">${clip(placeText(scope), LONGEST_NAME)}${owner && html`, owner ${clip(owner, LONGEST_NAME)}`}, <span class="date">open since ${dayText(openedAt)}</span>${reopened > 0 ? ', came back' : ''}</div>${risk(finding)}</td>${first ? cells(first) : html`<td colspan="3"></td>`}</tr>
${others.map(
  (piece) => html`<tr>${cells(piece)}</tr>
`,
)}${more > 0 ? html`<tr><td colspan="3" class="quiet">and ${count(more, 'more field')}</td></tr>` : undefined}</tbody>
`;
}

const risk = (finding: Finding): Markup | undefined =>
  finding.risk &&
  html`
<details><summary>Risk ${riskText(finding)}</summary><ul>${riskTermTexts(finding).map((term) => html`<li>${term}</li>`)}</ul></details>`;

const cells = (evidence: Evidence): Markup =>
  html`<td class="path" data-head="Field"><code>${breakable(clip(evidence.path, LONGEST_TEXT))}</code></td><td data-head="Found"><code>${clip(
    foundText(evidence),
    LONGEST_TEXT,
  )}</code>${evidence.state === 'malformed' ? ' (malformed)' : ''}</td><td data-head="Expected">${clip(evidence.expected, LONGEST_TEXT)}${
    evidence.note && html`<span class="note quiet">${clip(evidence.note, LONGEST_TEXT)}</span>`
  }</td>`;
