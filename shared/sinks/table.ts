import { styleText } from 'node:util';
import Table from 'cli-table3';
import wrapAnsi from 'wrap-ansi';
import type { Finding } from '#shared/model/finding.ts';
import type { Severity } from '#shared/model/severity.ts';
import { foundText } from './evidence-text.ts';
import type { Format, Posture } from './posture.ts';
import { riskTermTexts, riskText } from './risk-text.ts';
import { isOpen, summariseByCloud, URGENT_FIRST, worstFirst } from './summary.ts';
import { clip, printable } from './text.ts';
import { remedy, unseen } from './unseen.ts';
import {
  CLOUD_TITLE,
  count,
  dayText,
  momentText,
  placeText,
  SEVERITY_TITLE,
  TITLES_ARE_RULES,
} from './wording.ts';

export interface TableOptions {
  /** Of the terminal, in columns. Below 60 it is taken for 60. Default 80. */
  readonly width?: number;
  /** Whether the stream is a terminal that shows colour; the caller knows, and honours NO_COLOR. Default no. */
  readonly colour?: boolean;
  /** How many of the worst findings are shown. Default 10. */
  readonly worst?: number;
}

type Style = Parameters<typeof styleText>[0];
type Paint = (style: Style, text: string) => string;

interface Screen {
  readonly width: number;
  readonly paint: Paint;
}

const SEVERITY_STYLE: Readonly<Record<Severity, Style>> = {
  critical: ['bold', 'red'],
  high: 'red',
  medium: 'yellow',
  low: 'blue',
  informational: 'dim',
};

const NARROWEST = 60;
/** From here on the columns of the summary may stand two blanks apart. */
const ROOMY = 72;
const LONGEST_NAME = 120;
const LONGEST_TEXT = 400;

/** For a terminal: the posture by cloud and severity, the worst findings, and what was not seen. */
export function tableFormat({ width: wished = 80, colour = false, worst = 10 }: TableOptions = {}): Format {
  const width = Math.max(NARROWEST, Math.floor(wished));
  const paint: Paint = (style, text) => (colour ? styleText(style, text, { validateStream: false }) : text);
  return {
    id: 'table',
    mediaType: 'text/plain; charset=utf-8',
    fileExtension: 'txt',
    *render(posture) {
      yield* heading(posture, paint);
      yield* summary(posture, { width, paint });
      yield* worstFindings(posture, { width, worst, paint });
      yield* notSeen(posture, { width, paint });
    },
  };
}

function* heading({ product, generatedAt }: Posture, paint: Paint): Generator<string> {
  yield `\n${paint('bold', 'AI security posture')}  ${paint('dim', `${momentText(generatedAt)}, ${product.name} ${printable(product.version)}`)}\n\n`;
}

function* summary(posture: Posture, { width, paint }: Screen): Generator<string> {
  const clouds = summariseByCloud(posture);
  if (clouds.length === 0) {
    yield 'Nothing was looked at.\n';
    return;
  }
  const titles = URGENT_FIRST.map((severity) =>
    severity === 'informational' ? 'Info' : SEVERITY_TITLE[severity],
  );
  const table = new Table({
    head: ['Cloud', ...titles, 'Open', 'Assets'].map((title) => paint('dim', title)),
    colAligns: ['left', ...titles.map(() => 'right' as const), 'right', 'right'],
    chars: UNRULED,
    style: width < ROOMY ? { ...PLAIN, 'padding-left': 0 } : PLAIN,
  });
  const row = (title: string, counts: readonly number[], open: number, assets: number) =>
    table.push([
      title,
      ...counts.map((n, i) => {
        const severity = URGENT_FIRST[i];
        return n === 0 ? paint('dim', '·') : paint(severity ? SEVERITY_STYLE[severity] : 'bold', number(n));
      }),
      number(open),
      number(assets),
    ]);
  for (const { provider, bySeverity, open, assets } of clouds)
    row(
      CLOUD_TITLE[provider],
      URGENT_FIRST.map((severity) => bySeverity[severity]),
      open,
      assets,
    );
  if (clouds.length > 1)
    row(
      'Together',
      URGENT_FIRST.map((severity) => sum(clouds.map(({ bySeverity }) => bySeverity[severity]))),
      sum(clouds.map(({ open }) => open)),
      sum(clouds.map(({ assets }) => assets)),
    );
  yield `${table.toString()}\n`;
  const suppressed = posture.findings.filter(({ status }) => status === 'suppressed').length;
  if (suppressed) yield paint('dim', ` ${count(suppressed, 'more finding')} suppressed\n`);
}

function* worstFindings(
  { findings, checks }: Posture,
  { width, worst, paint }: Screen & { readonly worst: number },
): Generator<string> {
  const open = findings.filter(isOpen).sort(worstFirst);
  if (open.length === 0) {
    yield '\nNo open findings.\n';
    return;
  }
  const title = open.length > worst ? `The ${worst} worst of ${number(open.length)} findings` : 'Findings';
  yield `\n${paint('bold', title)}\n${paint('dim', TITLES_ARE_RULES)}\n`;
  for (const finding of open.slice(0, worst)) {
    const fix = checks.get(finding.checkId)?.fix.cli;
    yield `\n${block(finding, fix, { width, paint })}`;
  }
}

const LABEL_WIDTH = 10;
/** As many as tell findings apart, and as commands take for an id. */
const ID_DIGITS = 12;

function block(finding: Finding, fix: string | undefined, { width, paint }: Screen): string {
  const { asset, severity, title, scope, owner, openedAt, evidence } = finding;
  const line = (label: string, text: string, style?: Style) => labelled(label, text, { width, paint }, style);
  const urgency = SEVERITY_TITLE[severity].toUpperCase();
  const [heading = '', ...headings] = wrap(`${urgency}  ${shown(title, LONGEST_TEXT)}`, width).split('\n');
  return [
    paint(SEVERITY_STYLE[severity], urgency) + paint('bold', heading.slice(urgency.length)),
    ...headings.map((text) => paint('bold', text)),
    line('asset', `${shown(asset.name, LONGEST_NAME)} (${shown(asset.type, LONGEST_NAME)})`),
    ...(asset.id === asset.name ? [] : [line('', printable(clip(asset.id, LONGEST_TEXT)), 'dim')]),
    line('finding', `${finding.id.slice(0, ID_DIGITS)}  ${shown(finding.checkId, LONGEST_NAME)}`),
    line(
      'in',
      `${shown(placeText(scope), LONGEST_NAME)}, open since ${dayText(openedAt)}${owner ? `, owner ${shown(owner, LONGEST_NAME)}` : ''}`,
    ),
    ...(finding.risk
      ? [
          line('risk', riskText(finding)),
          ...riskTermTexts(finding).map((text) => line('', shown(text, LONGEST_TEXT), 'dim')),
        ]
      : []),
    ...evidence
      .slice(0, MOST_EVIDENCE)
      .flatMap((piece) => [
        line('found', `${shown(piece.path, LONGEST_NAME)} = ${clip(foundText(piece), LONGEST_TEXT)}`),
        line('expected', shown(piece.expected, LONGEST_TEXT)),
      ]),
    ...(evidence.length > MOST_EVIDENCE
      ? [line('', `and ${evidence.length - MOST_EVIDENCE} more pieces of evidence`)]
      : []),
    ...(fix === undefined ? [] : [line('fix', firstCommand(fix))]),
    '',
  ].join('\n');
}

const MOST_EVIDENCE = 3;

/** The first line of a fix, with the lines that a backslash continues it on. */
function firstCommand(fix: string): string {
  const joined = fix.replace(/\\\n\s*/g, '');
  return shown(joined.split('\n')[0] ?? '', LONGEST_TEXT);
}

function* notSeen({ coverage }: Posture, { width, paint }: Screen): Generator<string> {
  const gaps = unseen(coverage);
  const scopes = new Set(coverage.map(({ scope }) => `${scope.provider}/${scope.account}/${scope.region}`));
  if (gaps.length === 0) {
    if (coverage.length > 0)
      yield `\n${paint('bold', 'Coverage')}\n\nEverything was read in ${count(scopes.size, 'scope')}.\n`;
    return;
  }
  const meaning = wrap('Findings that rest on these stay open, and new ones go unnoticed.', width);
  yield `\n${paint('bold', 'Not seen')}\n${meaning}\n\n`;
  // Two blanks a column; the outcome is short, the rest shares.
  const room = width - 2 * 3 - OUTCOME_WIDTH;
  const widths = [Math.ceil(room * 0.55), OUTCOME_WIDTH, Math.floor(room * 0.45)];
  const table = new Table({
    head: ['Operation', 'Outcome', 'What to do'].map((title) => paint('dim', title)),
    colWidths: widths.map((inner) => inner + 2),
    chars: UNRULED,
    style: PLAIN,
  });
  const within = (text: string) =>
    wrap(text, (widths[0] ?? width) - 2)
      .split('\n')
      .map((line) => paint('dim', `  ${line}`))
      .join('\n');
  for (const gap of gaps.slice(0, MOST_GAPS)) {
    const cells = [
      [
        wrap(shown(gap.operation, LONGEST_TEXT), widths[0] ?? width),
        ...gap.scopes.slice(0, MOST_SCOPES).map((scope) => within(shown(placeText(scope), LONGEST_NAME))),
        ...(gap.scopes.length > MOST_SCOPES ? [within(`and ${gap.scopes.length - MOST_SCOPES} more`)] : []),
      ].join('\n'),
      gap.outcome,
      shown(remedy(gap), LONGEST_TEXT),
    ];
    table.push(cells.map((text, i) => (i === 0 ? text : wrap(text, widths[i] ?? width))));
  }
  yield `${table.toString()}\n`;
  if (gaps.length > MOST_GAPS) yield ` and ${count(gaps.length - MOST_GAPS, 'more operation')}\n`;
}

const OUTCOME_WIDTH = 11;
const MOST_GAPS = 20;
const MOST_SCOPES = 3;

/**
 * A label in a column of its own, the text wrapped beside it. Text is painted line by line after it was
 * wrapped, so that it breaks in the same places with and without colour.
 */
function labelled(label: string, text: string, { width, paint }: Screen, style?: Style): string {
  return wrap(text, width - 2 - LABEL_WIDTH)
    .split('\n')
    .map((line, i) => {
      const beside = paint('dim', (i === 0 ? label : '').padEnd(LABEL_WIDTH));
      return `  ${beside}${style ? paint(style, line) : line}`;
    })
    .join('\n');
}

/** Breaks between words, and inside a word only where it would not fit on a line of its own. */
const wrap = (text: string, width: number): string =>
  wrapAnsi(
    text.replace(/[^ \n]+/g, (word) => (word.length > width ? brokenUp(word, width) : word)),
    width,
    {
      hard: true,
    },
  );

/** A long word, such as an ARN, on several lines that end where one of its parts does. */
function brokenUp(word: string, width: number): string {
  const lines = [''];
  for (const part of word.match(/[^/:.,_-]*[/:.,_-]+|[^/:.,_-]+/g) ?? []) {
    const line = lines.at(-1) ?? '';
    if (line === '' || line.length + part.length <= width) lines[lines.length - 1] = line + part;
    else lines.push(part);
  }
  return lines.join('\n');
}

const shown = (text: string, length: number): string => clip(printable(clip(text, length)), length);

const number = (n: number): string => n.toLocaleString('en');

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

/** No lines: blanks hold the columns apart, and a row can be copied. */
const UNRULED = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  right: '',
  middle: '',
  mid: '',
  'left-mid': '',
  'mid-mid': '',
  'right-mid': '',
};
const PLAIN = { head: [], border: [], 'padding-left': 1, 'padding-right': 1 };
