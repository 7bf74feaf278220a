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

/** Outcomes as people read them. */
export const OUTCOME_TEXT: Readonly<Record<Outcome, string>> = {
  complete: 'read',
  denied: 'denied',
  throttled: 'throttled',
  unavailable: 'not offered or not enabled here',
  'not-asked': 'not asked: nothing hints at AI here',
  failed: 'failed',
};

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

/** Operations by which a cloud is entered at all: no permission would help who is not logged in. */
const LOGINS: Readonly<Record<string, string>> = {
  'sts:GetCallerIdentity': 'Log in: run "aws sso login", or set AWS_PROFILE',
  'Microsoft.Entra/token': 'Log in: run "az login"; in the fleet, see "aispm setup azure"',
  'oauth2.token': 'Log in: run "gcloud auth application-default login"',
};

export const isLogin = ({ operation }: Pick<Unseen, 'operation'>): boolean =>
  Object.hasOwn(LOGINS, operation);

/** What to do so that the next scan sees it. */
export function remedy({
  operation,
  outcome,
  permission,
}: Pick<Unseen, 'operation' | 'outcome' | 'permission'>): string {
  const login = LOGINS[operation];
  if (login !== undefined && outcome === 'denied') return login;
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
