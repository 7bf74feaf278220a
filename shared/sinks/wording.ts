import type { Instant } from '#shared/model/finding.ts';
import { GLOBAL, type Provider, type Scope } from '#shared/model/scope.ts';
import type { Severity } from '#shared/model/severity.ts';

/** The words that every surface for people shares. */
export const CLOUD_TITLE: Readonly<Record<Provider, string>> = {
  aws: 'AWS',
  azure: 'Azure',
  gcp: 'Google Cloud',
};

export const SEVERITY_TITLE: Readonly<Record<Severity, string>> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  informational: 'Informational',
};

/** “3 findings”, “1 finding”, “12,000 findings”. */
export const count = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

/** “AWS 111122223333, eu-west-1”; what a cloud keeps once per account has no region to name. */
export const placeText = ({ provider, account, region }: Scope): string =>
  `${CLOUD_TITLE[provider]} ${account}${region === GLOBAL ? '' : `, ${region}`}`;

/** `2026-11-22`, in UTC as stored. */
export const dayText = (instant: Instant): string => instant.slice(0, 10);

/** `2026-11-22 14:03 UTC` */
export const momentText = (instant: Instant): string =>
  `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`;

/** “a, b and c” */
export const listText = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** Said once where findings are listed: a title alone would read as praise. */
export const TITLES_ARE_RULES = 'Each is titled with the rule that does not hold.';
