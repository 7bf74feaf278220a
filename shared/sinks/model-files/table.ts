import { styleText } from 'node:util';
import {
  FILE_VERDICTS,
  type FileVerdict,
  type Inspection,
  type Observation,
} from '#shared/model-files/inspection.ts';
import { clip, printable } from '../text.ts';
import { count } from '../wording.ts';
import { type InspectionFormat, type InspectionReport, memberPath, type Passed } from './report.ts';

export interface InspectionTableOptions {
  /** Whether the stream is a terminal that shows colour. Default no. */
  readonly colour?: boolean;
  /** Of one file. Default 20. */
  readonly mostObservations?: number;
}

type Style = Parameters<typeof styleText>[0];
type Paint = (style: Style, text: string) => string;

const VERDICT_STYLE: Readonly<Record<FileVerdict, Style>> = {
  dangerous: ['bold', 'red'],
  review: 'yellow',
  clean: 'green',
};
const EFFECT_STYLE: Readonly<Record<Observation['effect'], Style>> = {
  dangerous: 'red',
  review: 'yellow',
  note: 'dim',
};
const EFFECTS: readonly Observation['effect'][] = ['dangerous', 'review', 'note'];
const VERDICT_WIDTH = Math.max(...FILE_VERDICTS.map(({ length }) => length));
const INDENT = ' '.repeat(VERDICT_WIDTH + 2);
const LONGEST_NAME = 300;
const LONGEST_TEXT = 400;
const MOST_OBSERVATIONS = 20;
const MOST_NOT_READ = 5;
const MOST_PASSED = 10;

/** For a terminal: the files one after another, the worst first, with why, and what was not read. */
export function inspectionTable({
  colour = false,
  mostObservations = MOST_OBSERVATIONS,
}: InspectionTableOptions = {}): InspectionFormat {
  const paint: Paint = (style, text) => (colour ? styleText(style, text, { validateStream: false }) : text);
  return {
    id: 'table',
    mediaType: 'text/plain; charset=utf-8',
    fileExtension: 'txt',
    *render(report) {
      for (const inspection of worstFirst(report.inspections))
        yield* file(inspection, mostObservations, paint);
      yield* passed('Not looked at', report.unseen, 'yellow', paint);
      yield* passed('Skipped', report.skipped, 'dim', paint);
      yield summary(report, paint);
    },
  };
}

const worstFirst = (inspections: readonly Inspection[]): Inspection[] =>
  inspections.toSorted((a, b) => FILE_VERDICTS.indexOf(b.verdict) - FILE_VERDICTS.indexOf(a.verdict));

function* file(inspection: Inspection, most: number, paint: Paint): Generator<string> {
  const { name, verdict, status, formats, observations, notRead } = inspection;
  const facts = [
    formats.map(printable).join(' + ') || 'no known format',
    ...(status === 'complete' ? [] : [status === 'partial' ? 'read in part' : 'not read']),
    bytesText(inspection),
  ];
  yield `${paint(VERDICT_STYLE[verdict], verdict.padEnd(VERDICT_WIDTH))}  ${shown(name, LONGEST_NAME)}  ${paint('dim', facts.join(' · '))}\n`;
  const sorted = observations.toSorted((a, b) => EFFECTS.indexOf(a.effect) - EFFECTS.indexOf(b.effect));
  for (const observation of sorted.slice(0, most)) yield* seen(observation, paint);
  if (sorted.length > most)
    yield `${INDENT}${paint('dim', `and ${sorted.length - most} more, all in --format json`)}\n`;
  for (const { within, why } of notRead.slice(0, MOST_NOT_READ))
    yield `${INDENT}${paint('yellow', 'not read')}  ${within.length > 0 ? `${shown(memberPath(within), LONGEST_TEXT)}: ` : ''}${shown(why)}\n`;
  if (notRead.length > MOST_NOT_READ)
    yield `${INDENT}${paint('dim', `and ${notRead.length - MOST_NOT_READ} more that was not read`)}\n`;
}

function* seen({ effect, text, rule, within, offset, call }: Observation, paint: Paint): Generator<string> {
  const place = [
    ...(within.length > 0 ? [shown(memberPath(within), LONGEST_TEXT)] : []),
    ...(offset === undefined ? [] : [`at byte ${offset.toLocaleString('en')}`]),
  ].join(' ');
  yield `${INDENT}${paint(EFFECT_STYLE[effect], effect)}  ${shown(text)}${place ? `  ${paint('dim', place)}` : ''}  ${paint('dim', printable(rule))}\n`;
  if (call !== undefined) yield `${INDENT}  ${paint('bold', shown(call))}\n`;
}

function bytesText({ bytes, bytesRead, version }: Inspection): string {
  if (bytes === undefined) return `${bytesRead.toLocaleString('en')} bytes read`;
  const read = `${bytesRead.toLocaleString('en')} of ${bytes.toLocaleString('en')} bytes read`;
  return version === undefined ? read : `${read} of version ${shown(version, 80)}`;
}

function* passed(title: string, places: readonly Passed[], style: Style, paint: Paint): Generator<string> {
  if (places.length === 0) return;
  yield `\n${paint(style, title)}\n`;
  for (const { name, why } of places.slice(0, MOST_PASSED))
    yield `  ${shown(name, LONGEST_NAME)}: ${shown(why)}\n`;
  if (places.length > MOST_PASSED) yield `  and ${count(places.length - MOST_PASSED, 'other')}\n`;
}

function summary({ inspections, unseen }: InspectionReport, paint: Paint): string {
  const verdicts = FILE_VERDICTS.toReversed().flatMap((verdict) => {
    const files = inspections.filter((inspection) => inspection.verdict === verdict).length;
    const words = verdict === 'review' ? 'to review' : verdict;
    return files === 0 ? [] : [paint(VERDICT_STYLE[verdict], `${files.toLocaleString('en')} ${words}`)];
  });
  const unread = inspections.filter(({ status }) => status !== 'complete').length + unseen.length;
  const read = sum(inspections.map(({ bytesRead }) => bytesRead));
  const whole = sum(inspections.map(({ bytes }) => bytes ?? 0));
  const share = whole > 0 && read <= whole ? ` (${shareText(read / whole)})` : '';
  const begin = inspections.length > 0 ? '\n' : '';
  return `${begin}${count(inspections.length, 'file')}${verdicts.length > 0 ? `: ${verdicts.join(', ')}` : ''}${
    unread > 0 ? paint('yellow', `; ${unread.toLocaleString('en')} not read to the end`) : ''
  }. ${read.toLocaleString('en')} of ${whole.toLocaleString('en')} bytes read${share}.\n`;
}

/** Two digits that count: 0.0038 % stays apart from nothing. */
const shareText = (share: number): string => `${Number((share * 100).toPrecision(2))} %`;

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

/** What stands in a file was written by whoever made it. */
const shown = (text: string, most = LONGEST_TEXT): string => clip(printable(text), most);
