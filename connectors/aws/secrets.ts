import type { SecretKind } from '#shared/assets/secret-kinds.ts';
import { secretFormIn } from '../secrets.ts';

/** What a value is kept as when it may hold a secret: not the value, but that there was one and what it looks like. */
export type Withheld = 'withheld' | `withheld: ${SecretKind}`;

/** Names under which people keep credentials, at the end of the name: `MAX_TOKENS` is none. */
const TELLING_NAME =
  /(?:^|[_.-])(?:password|passwd|pwd|secret|secret_?key|secret_access_key|api_?key|access_?key|access_?token|auth_?token|token|credentials?|private_?key)$/i;

/** Where the value only says where the secret is, or whether there is one. */
const REFERENCE = /^(?:arn:|s3:\/\/|\/|\{\{resolve:|\$\{|(?:true|false|none|null|\d+)$)/i;

/** The kind of secret that a named value looks like, if it looks like one. */
export function secretKind(name: string, value: string): SecretKind | undefined {
  const form = secretFormIn(value);
  if (form) return form;
  const camelApart = name.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2');
  return value.length >= 6 && TELLING_NAME.test(camelApart) && !REFERENCE.test(value)
    ? 'named-like-a-secret'
    : undefined;
}

function withheld(name: string, value: string): Withheld {
  const kind = secretKind(name, value);
  return kind ? `withheld: ${kind}` : 'withheld';
}

/** A map of settings with its keys, and of each value only whether it looks like a secret, and like which. */
export const withoutValues = (
  settings: Readonly<Record<string, string>> | undefined,
): Record<string, Withheld> | undefined =>
  settings &&
  Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, withheld(name, value)]));
