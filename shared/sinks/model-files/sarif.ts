import { createHash } from 'node:crypto';
import type { Location, Notification, ReportingDescriptor, Result } from 'sarif';
import type { Inspection, NotRead, Observation } from '#shared/model-files/inspection.ts';
import { jsonTextInOrder } from '../json-text.ts';
import { messageText, pathSegment } from '../sarif-text.ts';
import { clip, printable } from '../text.ts';
import { type InspectionFormat, type InspectionReport, memberPath } from './report.ts';

/** The rule of what was not read: a viewer of results alone must not take a file for clean that was not read. */
const NOT_READ = 'model-file.not-read';

const LONGEST_MESSAGE = 2000;

type Effect = Observation['effect'];

const LEVEL: Readonly<Record<Effect, 'error' | 'warning' | 'note'>> = {
  dangerous: 'error',
  review: 'warning',
  note: 'note',
};

/** On GitHub above 9.0 is critical, from 4.0 medium. */
const SECURITY_SEVERITY: Readonly<Record<Effect, string>> = { dangerous: '9.5', review: '5.5', note: '0.0' };

/**
 * A SARIF 2.1.0 log with one run: a result per observation, and one per thing that was not read.
 *
 * Source: SARIF 2.1.0 (OASIS), and “SARIF support for code scanning” in GitHub's documentation.
 */
export const inspectionSarif: InspectionFormat = {
  id: 'sarif',
  mediaType: 'application/sarif+json',
  fileExtension: 'sarif',
  *render(report) {
    const rules = rulesOf(report.inspections);
    const ruleIndex = new Map(rules.map(({ id }, index) => [id, index]));
    const { name, version } = report.product;
    const driver = { name, version, semanticVersion: version, rules };
    yield `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{\n`;
    yield `"tool":${jsonTextInOrder({ driver })},\n`;
    yield `"automationDetails":{"id":"aispm-inspect/"},\n"columnKind":"utf16CodeUnits",\n`;
    yield `"invocations":${jsonTextInOrder([invocation(report)])},\n"results":[`;
    let separator = '\n';
    for (const inspection of report.inspections)
      for (const result of resultsOf(inspection)) {
        yield separator + jsonTextInOrder({ ...result, ruleIndex: ruleIndex.get(result.ruleId ?? '') ?? -1 });
        separator = ',\n';
      }
    yield '\n]}]}\n';
  },
};

function rulesOf(inspections: readonly Inspection[]): ReportingDescriptor[] {
  const worst = new Map<string, Effect>();
  for (const { observations, notRead } of inspections) {
    for (const { rule, effect } of observations)
      if (rankOf(effect) > rankOf(worst.get(rule))) worst.set(rule, effect);
    if (notRead.length > 0) worst.set(NOT_READ, 'review');
  }
  return [...worst].sort(([a], [b]) => (a < b ? -1 : 1)).map(([rule, effect]) => ruleOf(rule, effect));
}

const rankOf = (effect: Effect | undefined): number =>
  effect === undefined ? 0 : { note: 1, review: 2, dangerous: 3 }[effect];

function ruleOf(rule: string, effect: Effect): ReportingDescriptor {
  const id = printable(rule);
  const [format = '', fact = ''] = id.split('.', 2);
  const text = messageText(`${fact.replaceAll('-', ' ')} (${format})`);
  return {
    id,
    name: id,
    shortDescription: { text },
    fullDescription: { text },
    help: { text: messageText(HELP[effect]) },
    defaultConfiguration: { level: LEVEL[effect] },
    properties: { 'security-severity': SECURITY_SEVERITY[effect], tags: ['security', 'model-file'] },
  };
}

const HELP: Readonly<Record<Effect, string>> = {
  dangerous:
    'Loading the file executes code, or reads or writes what the file says. Do not load it; find out who wrote it, and take the model from its maker in a format without code.',
  review:
    'Loading the file does something that is not known to be harmless. A person should look before it is loaded.',
  note: 'A fact about the file.',
};

function* resultsOf(inspection: Inspection): Generator<Result> {
  for (const observation of inspection.observations) yield resultOf(inspection, observation);
  for (const missed of inspection.notRead) yield notReadResult(inspection, missed);
}

function resultOf(inspection: Inspection, observation: Observation): Result {
  const { rule, effect, text, within, offset, call, global } = observation;
  const sentence = `${text}${call === undefined ? '' : `: ${call}`}`;
  const place = within.length > 0 ? ` in ${memberPath(within)}` : '';
  return {
    ruleId: printable(rule),
    level: LEVEL[effect],
    message: { text: messageOf(`${sentence}${place} (${inspection.name})`) },
    locations: [locationOf(inspection, within)],
    partialFingerprints: fingerprints(inspection.name, rule, within, call ?? global ?? text),
    properties: {
      'security-severity': SECURITY_SEVERITY[effect],
      ...(offset === undefined ? {} : { offset }),
      ...(call === undefined ? {} : { call: printable(call) }),
      ...(global === undefined ? {} : { global: printable(global) }),
      ...(inspection.version === undefined ? {} : { version: printable(inspection.version) }),
    },
  };
}

const notReadResult = (inspection: Inspection, { within, why }: NotRead): Result => ({
  ruleId: NOT_READ,
  level: 'warning',
  message: { text: notReadText(inspection, { within, why }) },
  locations: [locationOf(inspection, within)],
  partialFingerprints: fingerprints(inspection.name, NOT_READ, within, why),
  properties: { 'security-severity': SECURITY_SEVERITY.review },
});

const notReadText = ({ name }: Inspection, { within, why }: NotRead): string =>
  messageOf(`${[name, ...within].join(' › ')} was not read to the end: ${why}`);

/** Cut before braces are doubled: half a pair would be a placeholder. */
const messageOf = (text: string): string => messageText(clip(text, LONGEST_MESSAGE));

/** GitHub wants a line; what a model file has are offsets, which stand in the properties. */
function locationOf({ name }: Inspection, within: readonly string[]): Location {
  const logical = within.map((member, at) => ({
    name: printable(member),
    fullyQualifiedName: printable(memberPath(within.slice(0, at + 1))),
    kind: 'member',
  }));
  return {
    physicalLocation: { artifactLocation: { uri: uriOf(name) }, region: { startLine: 1 } },
    ...(logical.length > 0 ? { logicalLocations: logical.slice(-1) } : {}),
  };
}

const OBJECT = /^(?:s3|gs|az):\/\//;
/** Escaped by whoever wrote the address; what is left and no address may hold is escaped here. */
const WEB = /^https?:\/\//;

/** A relative path stays one, as GitHub wants; what lies in a cloud or behind an address keeps its scheme. */
function uriOf(name: string): string {
  if (WEB.test(name)) return name.toWellFormed().replace(/[^\w%.~!'()*:/[\]-]/gu, encodeURIComponent);
  const [scheme] = OBJECT.exec(name) ?? [];
  if (scheme !== undefined) return scheme + name.slice(scheme.length).split('/').map(pathSegment).join('/');
  // The two dots of a path lead where they say; as a name of an object they are only a name.
  const segments = name.split(/[\\/]/).map((segment) => (segment === '..' ? segment : pathSegment(segment)));
  return (name.startsWith('/') ? 'file://' : '') + segments.join('/');
}

/** Offsets are no part of it: what stands before may grow. */
function fingerprints(name: string, rule: string, within: readonly string[], what: string) {
  const id = createHash('sha256')
    .update(JSON.stringify([name, rule, within, what]))
    .digest('hex')
    .slice(0, 40);
  return { 'aispmInspection/v1': id, primaryLocationLineHash: id };
}

function invocation({ inspections, unseen, generatedAt }: InspectionReport) {
  const failed = inspections.filter(({ status }) => status === 'error');
  return {
    executionSuccessful: true,
    endTimeUtc: generatedAt,
    toolExecutionNotifications: [
      ...failed.flatMap((inspection) =>
        inspection.notRead.map((missed) => notificationOf(notReadText(inspection, missed))),
      ),
      ...unseen.map(({ name, why }) => notificationOf(messageOf(`${name} was not looked at: ${why}`))),
    ],
  };
}

const notificationOf = (text: string): Notification => ({
  level: 'warning',
  descriptor: { id: NOT_READ },
  message: { text },
});
