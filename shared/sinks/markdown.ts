import { scoreOf } from '#shared/risk/finding-risk.ts';
import { pathRisk } from '#shared/risk/path-risk.ts';
import { mermaid } from './mermaid.ts';
import { bestTitle, cutText, inBrief, shortestTitle, targetText } from './path-text.ts';
import type { Format, PathsFound, Posture } from './posture.ts';
import { isOpen, summariseByCloud, URGENT_FIRST, worstFirst } from './summary.ts';
import { clip, printable } from './text.ts';
import { remedy, unseen } from './unseen.ts';
import { CLOUD_TITLE, count, momentText, placeText, SEVERITY_TITLE, TITLES_ARE_RULES } from './wording.ts';

const LONGEST_NAME = 120;
const LONGEST_TEXT = 300;
/** A comment on GitHub may have 65,536 characters. */
const MOST_FINDINGS = 100;
const MOST_GAPS = 20;

/** GitHub Flavored Markdown: for a pull request, an issue or a job's summary. */
export const markdownFormat: Format = {
  id: 'markdown',
  mediaType: 'text/markdown; charset=utf-8; variant=GFM',
  fileExtension: 'md',
  *render(posture) {
    yield `# AI security posture\n\n${momentText(posture.generatedAt)}, ${posture.product.name} ${prose(posture.product.version)}\n`;
    if (posture.paths) yield* paths(inBrief(posture.paths));
    yield* summary(posture);
    yield* findings(posture);
    yield* notSeen(posture);
  },
};

function* paths(found: PathsFound): Generator<string> {
  yield `\n## ${shortestTitle(found)}\n`;
  for (const path of found.shortest)
    yield `\n### ${prose(path.source.name)} to ${prose(path.target.name)}: ${targetText(path)}, risk ${pathRisk(path).score} of 100\n\n\`\`\`mermaid\n${mermaid(path)}\`\`\`\n`;
  if (found.best.length === 0) return;
  yield `\n### ${bestTitle(found)}\n\n`;
  for (const [i, cut] of found.best.entries())
    yield `${i + 1}. ${prose(cut.fix.sentence, LONGEST_TEXT)} (${cutText(cut, i, found)})\n`;
}

function* summary(posture: Posture): Generator<string> {
  const clouds = summariseByCloud(posture);
  yield '\n## By cloud\n\n';
  if (clouds.length === 0) {
    yield 'Nothing was looked at.\n';
    return;
  }
  yield `| Cloud | ${URGENT_FIRST.map((severity) => SEVERITY_TITLE[severity]).join(' | ')} | Open | Assets |\n|---|${'--:|'.repeat(URGENT_FIRST.length + 2)}\n`;
  for (const { provider, bySeverity, open, assets } of clouds)
    yield `| ${[CLOUD_TITLE[provider], ...URGENT_FIRST.map((severity) => bySeverity[severity]), open, assets].join(' | ')} |\n`;
}

function* findings({ findings: all }: Posture): Generator<string> {
  const open = all.filter(isOpen).sort(worstFirst);
  yield '\n## Findings\n\n';
  if (open.length === 0) {
    yield 'There is no open finding.\n';
    return;
  }
  yield `The most urgent first. ${TITLES_ARE_RULES}\n\n| Risk | Severity | Finding | Asset | Where |\n|--:|---|---|---|---|\n`;
  for (const finding of open.slice(0, MOST_FINDINGS)) {
    const { severity, title, asset, scope } = finding;
    yield `| ${scoreOf(finding)} | ${severity} | ${prose(title, LONGEST_TEXT)} | ${prose(asset.name)} | ${prose(placeText(scope))} |\n`;
  }
  if (open.length > MOST_FINDINGS) yield `\nand ${count(open.length - MOST_FINDINGS, 'more finding')}\n`;
}

function* notSeen({ coverage }: Posture): Generator<string> {
  const gaps = unseen(coverage);
  if (gaps.length === 0) return;
  yield '\n## Not seen\n\n| Operation | Outcome | What to do |\n|---|---|---|\n';
  for (const gap of gaps.slice(0, MOST_GAPS))
    yield `| ${prose(gap.operation)} | ${gap.outcome} | ${prose(remedy(gap), LONGEST_TEXT)} |\n`;
  if (gaps.length > MOST_GAPS) yield `\nand ${count(gaps.length - MOST_GAPS, 'more operation')}\n`;
}

/**
 * Text that stays text: what Markdown or HTML would act on is written as a character reference, which is never read as
 * structure (CommonMark 0.31, “Entity and numeric character references”). Also keeps addresses from becoming links.
 */
const prose = (text: string, length = LONGEST_NAME): string =>
  printable(clip(text, length))
    .replace(/[\\`*_[\]<>#|~&@$^{}!]/g, (character) => `&#${character.codePointAt(0)};`)
    .replace(/:\/\//g, '&#58;//')
    .replace(/www\./gi, (www) => `${www.slice(0, 3)}&#46;`);
