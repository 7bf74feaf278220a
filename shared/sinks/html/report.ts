import { createHash } from 'node:crypto';
import { isGap } from '#shared/model/coverage.ts';
import { scopeKey } from '#shared/model/scope.ts';
import type { Format, Posture } from '../posture.ts';
import { type CloudSummary, summariseByCloud, summariseByType, URGENT_FIRST } from '../summary.ts';
import { clip } from '../text.ts';
import { isLogin, remedy, type Unseen, unseen } from '../unseen.ts';
import {
  CLOUD_TITLE,
  count,
  dayText,
  listText,
  momentText,
  placeText,
  SEVERITY_TITLE,
  TITLES_ARE_RULES,
} from '../wording.ts';
import { findingSections } from './findings.ts';
import { breakable, html, type Markup, trusted } from './markup.ts';
import { pathSection } from './paths.ts';
import { severityBars } from './picture.ts';
import { SCRIPT } from './script.ts';
import { STYLE } from './style.ts';

/** One file that needs nothing else: no request leaves it, and it reads without its script. */
export const htmlFormat: Format = {
  id: 'html',
  mediaType: 'text/html; charset=utf-8',
  fileExtension: 'html',
  *render(posture) {
    for (const markup of page(posture)) yield markup.text;
  },
};

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Nothing may be loaded, sent, framed or run, but for this style sheet and this script. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  `style-src ${hashOf(STYLE)}`,
  `script-src ${hashOf(SCRIPT)}`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const LONGEST_NAME = 200;
const LONGEST_TEXT = 500;

function* page(posture: Posture): Generator<Markup> {
  const clouds = summariseByCloud(posture);
  const gaps = unseen(posture.coverage);
  yield trusted(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>AI security posture, ${dayText(posture.generatedAt)}</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#main">To the posture</a>
<div class="page">
`);
  yield html`<header>
<h1>AI security posture</h1>
<p class="quiet">${momentText(posture.generatedAt)}, ${posture.product.name} ${posture.product.version}</p>
<p class="lead">${lead(posture, clouds, gaps)}</p>
</header>
<nav aria-label="Contents"><ul>
${posture.paths && html`<li><a href="#paths">Ways in</a></li>`}<li><a href="#posture">Posture</a></li><li><a href="#findings">Findings</a></li><li><a href="#coverage">Not seen</a></li><li><a href="#assets">Assets</a></li>
</ul></nav>
<main id="main">
${posture.paths && pathSection(posture.paths)}<section aria-labelledby="posture">
<h2 id="posture">Posture by cloud and severity</h2>
<div class="wide">${severityBars(clouds)}</div>
${cloudTable(clouds)}
</section>
<section aria-labelledby="findings">
<h2 id="findings">Findings</h2>
<p>${TITLES_ARE_RULES}</p>
`;
  yield* findingSections(posture);
  yield html`${suppressed(posture)}
</section>
<section aria-labelledby="coverage">
<h2 id="coverage">Not seen</h2>
${coverage(posture, gaps)}
</section>
<section aria-labelledby="assets">
<h2 id="assets">Assets</h2>
${inventory(posture)}
</section>
</main>
<footer>Each finding quotes the field that decided it, under the name that the cloud’s own API gives it. What could not be read is neither passed nor failed.</footer>
</div>
`;
  yield trusted(`<script>${SCRIPT}</script>
</body>
</html>
`);
}

function lead({ assets }: Posture, clouds: readonly CloudSummary[], gaps: readonly Unseen[]): string {
  if (clouds.length === 0) return 'Nothing was looked at.';
  const open = clouds.reduce((total, cloud) => total + cloud.open, 0);
  const urgent = (['critical', 'high'] as const)
    .map((severity) => ({
      severity,
      n: clouds.reduce((total, cloud) => total + cloud.bySeverity[severity], 0),
    }))
    .filter(({ n }) => n > 0)
    .map(({ severity, n }) => `${n.toLocaleString('en')} ${severity}`);
  const where = `${count(assets.length, 'asset')} in ${listText(clouds.map(({ provider }) => CLOUD_TITLE[provider]))}`;
  const found = `${open === 0 ? 'No open findings' : count(open, 'open finding')}${
    urgent.length > 0 ? `, ${listText(urgent)},` : ''
  } on ${where}.`;
  return gaps.length === 0
    ? `${found} Everything that should be read was read.`
    : `${found} ${count(gaps.length, 'operation')} could not be read everywhere, so this is not the whole picture.`;
}

function cloudTable(clouds: readonly CloudSummary[]): Markup {
  const total = (of: (cloud: CloudSummary) => number) => clouds.reduce((sum, cloud) => sum + of(cloud), 0);
  return html`<div class="wide"><table>
<thead><tr><th scope="col">Cloud</th>${URGENT_FIRST.map(
    (severity) => html`<th scope="col" class="number">${SEVERITY_TITLE[severity]}</th>`,
  )}<th scope="col" class="number">Open</th><th scope="col" class="number">Assets</th></tr></thead>
<tbody>${clouds.map(
    ({
      provider,
      bySeverity,
      open,
      assets,
    }) => html`<tr><th scope="row">${CLOUD_TITLE[provider]}</th>${URGENT_FIRST.map(
      (severity) => html`<td class="number">${bySeverity[severity].toLocaleString('en')}</td>`,
    )}<td class="number">${open.toLocaleString('en')}</td><td class="number">${assets.toLocaleString('en')}</td></tr>
`,
  )}</tbody>
<tfoot><tr><th scope="row">Together</th>${URGENT_FIRST.map(
    (severity) =>
      html`<td class="number">${total(({ bySeverity }) => bySeverity[severity]).toLocaleString('en')}</td>`,
  )}<td class="number">${total(({ open }) => open).toLocaleString('en')}</td><td class="number">${total(({ assets }) => assets).toLocaleString('en')}</td></tr></tfoot>
</table></div>`;
}

/** Accepted risks are not hidden: who accepted them, why, and until when. */
function suppressed({ findings }: Posture): Markup | undefined {
  const accepted = findings.filter(({ status }) => status === 'suppressed');
  if (accepted.length === 0) return undefined;
  return html`<h3>Suppressed <span class="quiet">${count(accepted.length, 'finding')}</span></h3>
<table class="accepted">
<thead><tr><th scope="col">Finding</th><th scope="col">Asset</th><th scope="col">Accepted by</th><th scope="col">Reason</th><th scope="col">Until</th></tr></thead>
<tbody>${accepted.map(
    ({
      title,
      severity,
      asset,
      suppression,
    }) => html`<tr><td>${clip(title, LONGEST_NAME)} <span class="quiet">${severity}</span></td><td>${clip(asset.name, LONGEST_NAME)}</td><td>${clip(suppression?.owner ?? '', LONGEST_NAME)}</td><td>${clip(suppression?.reason ?? '', LONGEST_TEXT)}</td><td class="date">${dayText(suppression?.until ?? '')}</td></tr>
`,
  )}</tbody>
</table>`;
}

function coverage({ coverage: records }: Posture, gaps: readonly Unseen[]): Markup {
  const scopes = new Set(records.map(({ scope }) => scopeKey(scope))).size;
  const absent = records.filter(({ outcome }) => outcome === 'unavailable').length;
  const read = records.filter(({ outcome }) => outcome === 'complete').length;
  const notAsked = records.filter(({ outcome }) => outcome === 'not-asked').length;
  const summary = html`<p>${read.toLocaleString('en')} of ${count(records.length - notAsked, 'reading')} in ${count(scopes, 'scope')} came back whole${
    absent > 0
      ? html`; in ${absent.toLocaleString('en')} the service is not offered or not switched on, or the scope is no longer scanned`
      : ''
  }.${
    notAsked > 0
      ? html` ${notAsked.toLocaleString('en')} more, of rarely used services, were not asked: nothing hints at AI there.`
      : ''
  }</p>`;
  if (!records.some(({ outcome }) => isGap(outcome)))
    return records.length === 0
      ? html`<p>Nothing was looked at.</p>`
      : html`${summary}<p>There is no gap.</p>`;
  return html`${summary}
<p>What is listed here may hold any risk. Findings that rest on it stay open, and new ones go unnoticed.</p>
<table>
<thead><tr><th scope="col">Operation</th><th scope="col">Outcome</th><th scope="col">Where</th><th scope="col">What to do</th></tr></thead>
<tbody>${gaps.map(gapRow)}</tbody>
</table>`;
}

const MOST_SCOPES = 6;

const gapRow = (
  gap: Unseen,
): Markup => html`<tr><td><code>${breakable(clip(gap.operation, LONGEST_NAME))}</code></td><td>${gap.outcome}</td><td>${gap.scopes
  .slice(0, MOST_SCOPES)
  .map((scope) => html`<div>${clip(placeText(scope), LONGEST_NAME)}</div>`)}${
  gap.scopes.length > MOST_SCOPES ? html`<div>and ${gap.scopes.length - MOST_SCOPES} more</div>` : undefined
}</td><td>${
  gap.outcome === 'denied' && !isLogin(gap)
    ? html`Grant <code>${breakable(clip(gap.permission, LONGEST_NAME))}</code>`
    : remedy(gap)
}${gap.detail && html`<span class="note quiet">${clip(gap.detail, LONGEST_TEXT)}</span>`}</td></tr>
`;

function inventory(posture: Posture): Markup {
  const types = summariseByType(posture);
  if (types.length === 0) return html`<p>No asset was found.</p>`;
  return html`<table>
<thead><tr><th scope="col">Type</th><th scope="col">Cloud</th><th scope="col" class="number">Assets</th><th scope="col" class="number">With open findings</th></tr></thead>
<tbody>${types.map(
    ({
      title,
      type,
      provider,
      assets,
      withFindings,
    }) => html`<tr><td>${clip(title, LONGEST_NAME)} <code class="quiet">${clip(type, LONGEST_NAME)}</code></td><td>${CLOUD_TITLE[provider]}</td><td class="number">${assets.toLocaleString('en')}</td><td class="number">${withFindings.toLocaleString('en')}</td></tr>
`,
  )}</tbody>
</table>`;
}
