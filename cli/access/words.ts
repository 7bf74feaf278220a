import { styleText } from 'node:util';
import type { Principal, PrincipalKind } from '#shared/access/access-index.ts';
import type { Decision } from '#shared/access/decision.ts';
import { printable } from '#shared/sinks/text.ts';

type Style = Parameters<typeof styleText>[0];
export type Styler = (format: Style, text: string) => string;

export const styler =
  (colour: boolean): Styler =>
  (format, text) =>
    colour ? styleText(format, text, { validateStream: false }) : text;

const KIND: Readonly<Record<PrincipalKind, string>> = {
  user: 'user',
  group: 'group',
  role: 'role',
  'managed-identity': 'managed identity',
  'service-principal': 'service principal',
  'service-account': 'service account',
  service: 'the cloud’s own service',
  external: 'of another account',
  federated: 'signs in elsewhere',
  'any-principal': 'anybody with an account of the cloud',
  public: 'anybody',
};

export const kindText = ({ kind }: Pick<Principal, 'kind'>): string => KIND[kind];

/** Where it stands that somebody may: policy and statement. */
export const becauseText = ({ because }: Decision): string =>
  because
    .filter(({ effect }) => effect === 'allow')
    .slice(0, 2)
    .map(({ source, statement }) => `${printable(source)} (${printable(statement)})`)
    .join('; ');

export const conditionText = (decision: Decision): string =>
  decision.access === 'conditional'
    ? `only if ${decision.conditions.map(printable).join(' and ') || 'a condition holds that was not decided'}`
    : '';

/** What was not read and may change the answer, as a last line. */
export function* unreadText(unread: readonly string[]): Generator<string> {
  if (unread.length === 0) return;
  yield `\nNot read, and so not taken into account: ${unread.slice(0, 8).map(printable).join('; ')}${
    unread.length > 8 ? `; and ${unread.length - 8} more` : ''
  }.\n`;
}
