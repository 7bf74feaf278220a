import type { Granted } from '#connectors/granted.ts';
import { printable } from '#shared/sinks/text.ts';
import type { Diagnosis, Gap, Remedy, TooMuch } from './diagnosis.ts';

/** The diagnosis for a person: what to do stands below what it is about, with commands on lines of their own. */
export function* report(diagnosis: Diagnosis, granted: readonly Granted[]): Generator<string> {
  const { login, scopes, visible, allowed, untried, gaps, off, notOffered, tooMuch } = diagnosis;
  yield* section('Will not be seen', alike(gaps, gapText));
  yield* section(
    'Not enabled, which is not the same as denied',
    alike(off, ({ service }) => service),
  );
  yield* section(
    login === 'fleet'
      ? 'The fleet may do more than read'
      : 'This login may do more than read, which a scan with it does not need; the fleet does not use it',
    alike(tooMuch, excessText),
  );
  if (visible.of > 0)
    yield `${visible.seen} of ${visible.of} subscriptions, projects, folders and organizations visible${askedBy(granted)}\n`;
  yield `${scopes} scopes · ${allowed} operations allowed · ${gaps.length} not · ${off.length + notOffered} not enabled or not offered · ${untried} untried, for want of an asset to try them on\n`;
}

function* section(title: string, entries: readonly string[]): Generator<string> {
  if (entries.length > 0) yield `${title}\n\n${entries.join('\n')}\n`;
}

const gapText = ({ unseen, why }: Gap): string => `${unseen}: ${why}`;

function excessText({ granted, example, reason, by }: TooMuch): string {
  const what = upTo(granted).join(', ');
  const why = granted[0] === example ? reason : `${example} ${reason}`;
  return `${by ? `${by.role} at ${by.at} grants ` : ''}${what}: ${why}`;
}

/** What is the same in several places, and is mended by the same, stands there once. */
function alike<Entry extends Remedy & { readonly scope: string }>(
  entries: readonly Entry[],
  textOf: (entry: Entry) => string,
): string[] {
  const same = Map.groupBy(entries, (entry) => JSON.stringify([textOf(entry), entry.advice, entry.command]));
  return [...same.values()].flatMap((some) => {
    const [first] = some;
    if (!first) return [];
    const lines = [
      `    in ${upTo(some.map(({ scope }) => scope)).join(', ')}`,
      ...(first.advice ? [`    ${first.advice}`] : []),
      ...(first.command ? [`    $ ${first.command}`] : []),
    ];
    return [`  ${printable(textOf(first))}\n${lines.map(printable).join('\n')}\n`];
  });
}

/** As many as fit a line. */
const SHOWN = 3;

const upTo = (texts: readonly string[]): string[] => [
  ...texts.slice(0, SHOWN),
  ...(texts.length > SHOWN ? [`and ${texts.length - SHOWN} more`] : []),
];

function askedBy(granted: readonly Granted[]): string {
  const inAzure = granted.filter(({ scope }) => scope.provider === 'azure');
  if (inAzure.length === 0) return '';
  const principals = new Set(inAzure.flatMap(({ principal }) => principal ?? []));
  return principals.size > 0
    ? ` · asked in Azure as ${[...principals].join(', ')}`
    : ' · whom the token for Azure is for is not known, nor what was granted there';
}
