import { SECRET_KINDS, type SecretKind } from '#shared/assets/secret-kinds.ts';
import { secretFormIn } from '../../secrets.ts';
import { secretKind } from '../secrets.ts';

/** What a script is kept as: not its text, but the kinds of secret that stand in it. */
export type WithheldScript = 'withheld' | `withheld: ${string}`;

/** A value in quotes, or up to what ends a word. */
const VALUE = String.raw`(?:"([^"]*)"|'([^']*)'|([^\s"';,)$][^\s"';,)]*))`;

/** `NAME=value` of a shell and of an option, `"name": "value"` of JSON. */
const ASSIGNED = new RegExp(String.raw`([A-Za-z][\w.-]*)["']?\s*[=:]\s*${VALUE}`, 'g');

/** `--name value` of a command. */
const OPTION = new RegExp(String.raw`--([A-Za-z][\w-]*)\s+(?!-)${VALUE}`, 'g');

/** What the shell fills in when the script runs: the secret itself is somewhere else. */
const FILLED_IN = /([=:]\s*|\s)["']?[$`<]\S*/g;

/** The kinds of secret in a script, each once, in the order of {@link SECRET_KINDS}. */
export function secretKindsIn(script: string): SecretKind[] {
  const found = new Set(
    script.split('\n').flatMap((line) => kindsInLine(line.replaceAll(FILLED_IN, '$1$$'))),
  );
  return SECRET_KINDS.filter((kind) => found.has(kind));
}

function kindsInLine(line: string): SecretKind[] {
  const values = [...line.matchAll(ASSIGNED), ...line.matchAll(OPTION)];
  const kinds = values.map(([, name = '', double, single, bare]) =>
    secretKind(name.replaceAll('-', '_'), double ?? single ?? bare ?? ''),
  );
  return [secretFormIn(line), ...kinds].filter((kind) => kind !== undefined);
}

/** A script, written in Base64, as what it is kept as. */
export function withheldScript(content: string | undefined): WithheldScript | undefined {
  if (content === undefined) return undefined;
  const kinds = secretKindsIn(Buffer.from(content, 'base64').toString('utf8'));
  return kinds.length > 0 ? `withheld: ${kinds.join(', ')}` : 'withheld';
}
