import type { Principals } from './statement.ts';

/** Who asks. */
export type Requester =
  | { readonly kind: 'user'; readonly arn: string }
  /** Whoever has assumed a role; without `session`, under any name. */
  | { readonly kind: 'role'; readonly arn: string; readonly session?: string }
  /** By GetFederationToken: `arn:aws:sts::111122223333:federated-user/ann`, of an IAM user. */
  | { readonly kind: 'federated-user'; readonly arn: string; readonly user: string }
  | { readonly kind: 'root'; readonly account: string }
  /** Who comes with a token of a SAML or OIDC provider: its ARN, or a host such as `accounts.google.com`. */
  | { readonly kind: 'federated'; readonly provider: string }
  /** `sagemaker.amazonaws.com` */
  | { readonly kind: 'service'; readonly name: string }
  /** Some principal of an account of which no more is known; of any account where it is left out. */
  | { readonly kind: 'outsider'; readonly account?: string }
  | { readonly kind: 'anonymous' };

/** A requester as policies see it. */
export interface Caller {
  readonly kind: Requester['kind'];
  /** Empty where it is of none. */
  readonly account: string;
  /** Names in a `Principal` that mean this very requester. */
  readonly names: ReadonlySet<string>;
  /** What it acts as: the role of a session, the user of a federated user. */
  readonly actsAs: string | undefined;
  /** What the ARN of its session begins with, where the rest is not known. */
  readonly sessionsOf: string | undefined;
  /** Made by a service for itself: neither service nor resource control policies hold for it. */
  readonly isServiceLinked: boolean;
  /** Condition keys that follow from who it is; none where a key is known not to be there. */
  readonly keys: ReadonlyMap<string, readonly string[]>;
}

/** In the ARN of every role that a service made for itself. */
export const SERVICE_LINKED = ':role/aws-service-role/';

export const isServiceLinked = (arn: string): boolean => arn.includes(SERVICE_LINKED);

export function callerOf(requester: Requester): Caller {
  const account = accountOf(requester);
  return {
    kind: requester.kind,
    account,
    names: new Set(namesOf(requester)),
    actsAs: actsAs(requester),
    sessionsOf:
      requester.kind === 'role' && requester.session === undefined
        ? sessionArn(requester.arn, '')
        : undefined,
    isServiceLinked: requester.kind === 'role' && isServiceLinked(requester.arn),
    keys: keysOf(requester, account),
  };
}

/** The account in an ARN. */
export const accountIn = (arn: string): string => arn.split(':')[4] ?? '';

function accountOf(requester: Requester): string {
  switch (requester.kind) {
    case 'user':
    case 'role':
    case 'federated-user':
      return accountIn(requester.arn);
    case 'root':
      return requester.account;
    case 'outsider':
      return requester.account ?? '';
    default:
      return '';
  }
}

function namesOf(requester: Requester): readonly string[] {
  switch (requester.kind) {
    case 'user':
    case 'federated-user':
      return [requester.arn];
    case 'role':
      return requester.session === undefined ? [] : [sessionArn(requester.arn, requester.session)];
    case 'federated':
      return [requester.provider];
    case 'service':
      return [requester.name];
    default:
      return [];
  }
}

function actsAs(requester: Requester): string | undefined {
  if (requester.kind === 'role') return requester.arn;
  return requester.kind === 'federated-user' ? requester.user : undefined;
}

/** The ARN of a session has the name of its role without the path. */
const sessionArn = (role: string, session: string): string => {
  const [, partition = '', , , account = ''] = role.split(':');
  return `arn:${partition}:sts::${account}:assumed-role/${role.slice(role.lastIndexOf('/') + 1)}/${session}`;
};

/** Source: IAM User Guide, “AWS global condition context keys”, each under “Availability”. */
function keysOf(requester: Requester, account: string): ReadonlyMap<string, readonly string[]> {
  const keys = new Map<string, readonly string[]>();
  if (requester.kind === 'outsider') {
    if (account !== '') keys.set('aws:principalaccount', [account]);
    keys.set('aws:principalisawsservice', ['false']);
    return keys;
  }
  const arn = requester.kind === 'user' ? requester.arn : actsAsArn(requester);
  keys.set('aws:principalarn', arn === undefined ? [] : [arn]);
  keys.set('aws:principalaccount', account === '' ? [] : [account]);
  keys.set('aws:principalisawsservice', [String(requester.kind === 'service')]);
  keys.set('aws:principalservicename', requester.kind === 'service' ? [requester.name] : []);
  keys.set(
    'aws:username',
    requester.kind === 'user' ? [requester.arn.slice(requester.arn.lastIndexOf('/') + 1)] : [],
  );
  const type = PRINCIPAL_TYPES[requester.kind];
  if (type !== undefined) keys.set('aws:principaltype', [type]);
  return keys;
}

/** “For IAM roles, the request context returns the ARN of the role, not the ARN of the user that assumed the role.” */
function actsAsArn(requester: Requester): string | undefined {
  if (requester.kind === 'role' || requester.kind === 'federated-user') return requester.arn;
  return requester.kind === 'root' ? `arn:aws:iam::${requester.account}:root` : undefined;
}

const PRINCIPAL_TYPES: Readonly<Partial<Record<Requester['kind'], string>>> = {
  user: 'User',
  role: 'AssumedRole',
  'federated-user': 'FederatedUser',
  root: 'Account',
  anonymous: 'Anonymous',
};

/**
 * How a `Principal` names the caller. `itself`: so that what limits its own policies does not limit the grant.
 * `actsAs`: by the role of its session. `account`: only as one of an account, which decides for itself.
 * Source: IAM User Guide, “How AWS enforcement code logic evaluates requests to allow or deny access”, and for `*`
 * “AWS JSON policy elements: Principal”.
 */
export type Naming = 'itself' | 'actsAs' | 'account' | 'perhaps' | 'not';

export function namingOf(principals: Principals, caller: Caller): Naming {
  const { everybody, identities, accounts } = principals;
  if (everybody) return 'itself';
  const named = namedOf(principals, caller);
  for (const name of caller.names) if (named.has(name)) return 'itself';
  if (caller.actsAs !== undefined && identities.has(caller.actsAs)) return 'actsAs';
  if (caller.account !== '' && accounts.has(caller.account)) return 'account';
  const { sessionsOf } = caller;
  if (sessionsOf !== undefined) for (const id of identities) if (id.startsWith(sessionsOf)) return 'perhaps';
  return 'not';
}

function namedOf({ identities, services, federated }: Principals, { kind }: Caller): ReadonlySet<string> {
  if (kind === 'service') return services;
  return kind === 'federated' ? federated : identities;
}
