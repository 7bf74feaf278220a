import { type Coverage, isGap, type Outcome, worse } from '#shared/model/coverage.ts';
import { type Provider, type Scope, scopeKey } from '#shared/model/scope.ts';

/** One operation that could not be read, with every scope in which it ended the same way. */
export interface Unseen {
  readonly provider: Provider;
  readonly operation: string;
  readonly outcome: Outcome;
  readonly permission: string;
  readonly scopes: readonly Scope[];
  /** What the cloud said, in the first of the scopes that quotes it. */
  readonly detail: string | undefined;
}

/** What the scan did not see, the gravest first, then what is missing in most places. */
export function unseen(coverage: readonly Coverage[]): Unseen[] {
  const alike = ({ scope, operation, outcome, permission }: Coverage) =>
    JSON.stringify([scope.provider, operation, outcome, permission]);
  return [
    ...Map.groupBy(
      coverage.filter(({ outcome }) => isGap(outcome)),
      alike,
    ).values(),
  ]
    .flatMap((group) => {
      const [first] = group;
      if (!first) return [];
      const { scope, operation, outcome, permission } = first;
      return [
        {
          provider: scope.provider,
          operation,
          outcome,
          permission,
          scopes: [...new Map(group.map((record) => [scopeKey(record.scope), record.scope])).values()],
          detail: group.find(({ detail }) => detail)?.detail,
        },
      ];
    })
    .sort((a, b) => byGravity(a.outcome, b.outcome) || b.scopes.length - a.scopes.length);
}

const byGravity = (a: Outcome, b: Outcome): number => (a === b ? 0 : worse(a, b) === a ? -1 : 1);

/** What to do so that the next scan sees it. */
export function remedy({ outcome, permission }: Pick<Unseen, 'outcome' | 'permission'>): string {
  switch (outcome) {
    case 'denied':
      return `Grant ${permission}`;
    case 'throttled':
      return 'Scan again later, or ask for a higher rate quota';
    case 'failed':
      return 'Scan again; if it stays, see what the cloud said';
    default:
      return '';
  }
}
