import type { Excess, Granted } from '#connectors/granted.ts';
import { apiByOperation } from '#connectors/permissions.ts';
import type { FleetConfig } from '#shared/config/schema.ts';
import { type Coverage, isGap } from '#shared/model/coverage.ts';
import { type Scope, scopeKey } from '#shared/model/scope.ts';
import { isLogin, remedy } from '#shared/sinks/unseen.ts';
import { googleReaders } from '../setup/readers.ts';
import { command } from '../setup/script.ts';
import type { Login } from '../surroundings.ts';
import { type SetUp, setupCommand } from './setup-command.ts';

/** What doctor learnt. */
export interface Examined {
  readonly config: FleetConfig;
  readonly login: Login;
  readonly scopes: readonly Scope[];
  readonly coverage: readonly Coverage[];
  readonly granted: readonly Granted[];
  /** By project of Google Cloud: the APIs that it says are enabled. */
  readonly enabled: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What to do about something, and the command for it, if one command does it. */
export interface Remedy {
  readonly advice: string;
  readonly command?: string;
}

/** Something that will not be seen. */
export interface Gap extends Remedy {
  readonly scope: string;
  readonly unseen: string;
  readonly why: string;
}

/** A service that is not enabled in a subscription or project, so that nothing of it is there. */
export interface Off extends Remedy {
  readonly scope: string;
  readonly service: string;
}

export interface TooMuch extends Excess, Remedy {
  readonly scope: string;
}

export interface Diagnosis {
  readonly login: Login;
  readonly scopes: number;
  /** Of the places of which that could be learnt, how many are visible. */
  readonly visible: { readonly seen: number; readonly of: number };
  readonly allowed: number;
  readonly untried: number;
  readonly gaps: readonly Gap[];
  readonly off: readonly Off[];
  /** Services that a region or an account of AWS does not offer. */
  readonly notOffered: number;
  readonly tooMuch: readonly TooMuch[];
}

export function diagnose(examined: Examined): Diagnosis {
  const { login, scopes, coverage, granted } = examined;
  const isTried = ({ calls, outcome }: Coverage): boolean => calls > 0 && outcome === 'complete';
  const answering = new Set(coverage.filter(isTried).map(({ scope }) => scopeKey(scope)));
  // Where something answers, the place is visible, whatever else was said.
  const invisible = granted.filter(
    ({ scope, visible }) => visible === false && !answering.has(scopeKey(scope)),
  );
  const nowhere = new Set(invisible.map(({ scope }) => scopeKey(scope)));
  const asked = new Set(coverage.map(({ scope, operation }) => `${scopeKey(scope)} ${operation}`));
  const alsoUnread = granted
    .flatMap(({ unread }) => unread)
    .filter(({ scope, operation }) => !asked.has(`${scopeKey(scope)} ${operation}`));
  const records = [...coverage, ...unique(alsoUnread)];
  const gaps = records.filter(({ scope, outcome }) => isGap(outcome) && !nowhere.has(scopeKey(scope)));
  const missing = granted.flatMap((each) => missingOf(each, coverage, examined));
  const unavailable = records.filter(({ outcome }) => outcome === 'unavailable');
  const untried = coverage.filter(({ calls, outcome }) => calls === 0 && outcome === 'complete').length;
  return {
    login,
    scopes: scopes.length,
    visible: {
      seen: granted.filter(({ scope, visible }) => visible || answering.has(scopeKey(scope))).length,
      of: granted.filter(({ scope, visible }) => visible !== undefined || answering.has(scopeKey(scope)))
        .length,
    },
    allowed: coverage.filter(isTried).length,
    untried,
    gaps: [
      ...invisible.map(({ scope }) => gapOfInvisible(scope, examined)),
      ...gaps.map((record) => gapOf(record, examined)),
      ...missing,
    ],
    off: offIn(unavailable, examined),
    notOffered: unavailable.filter(({ scope }) => scope.provider === 'aws').length,
    tooMuch: granted.flatMap(({ scope, excess, principal }) =>
      excess.map((each) => ({
        scope: scopeKey(scope),
        ...each,
        ...excessRemedy(scope, each, principal, examined),
      })),
    ),
  };
}

const unique = (records: readonly Coverage[]): Coverage[] => [
  ...new Map(records.map((record) => [`${scopeKey(record.scope)} ${record.operation}`, record])).values(),
];

function gapOfInvisible(scope: Scope, examined: Examined): Gap {
  return {
    scope: scopeKey(scope),
    unseen: 'everything',
    why: 'not visible: this identity was given nothing there, or there is no such place',
    ...granting('the reader role', scope, examined, 'everything'),
  };
}

function gapOf(record: Coverage, examined: Examined): Gap {
  const { scope, operation, outcome, detail } = record;
  return {
    scope: scopeKey(scope),
    unseen: operation,
    why: detail ? `${outcome}: ${detail}` : outcome,
    ...gapRemedy(record, examined),
  };
}

/** Permissions that were not tried, for want of an asset, and that are known not to be there. */
function missingOf({ scope, missing }: Granted, coverage: readonly Coverage[], examined: Examined): Gap[] {
  const tried = new Set(
    coverage
      .filter((record) => record.calls > 0 && record.scope.account === scope.account)
      .map(({ permission }) => permission),
  );
  return missing
    .filter((permission) => !tried.has(permission))
    .map((permission) => ({
      scope: scopeKey(scope),
      unseen: permission,
      why: 'not granted',
      ...granting(permission, scope, examined, 'the role'),
    }));
}

/** The steps of getting a token by federation: which half refused, and what that half needs. */
const FEDERATION: Readonly<Record<string, string>> = {
  'Microsoft.Entra/token': 'AWS signed for the role, and Entra ID does not trust it',
  'sts.token': 'Google’s token service does not let the role in: pool, provider or condition',
  'iamcredentials.serviceAccounts.generateAccessToken':
    'The pool lets the role in, and the service account does not let it impersonate',
};

function gapRemedy(record: Coverage, examined: Examined): Remedy {
  const { scope, operation, outcome, detail, permission } = record;
  if (operation === 'sts:GetWebIdentityToken' && detail === 'OutboundWebIdentityFederationDisabledException')
    return {
      advice: 'AWS signs nothing for others: switch it on, once, as an administrator of the account',
      command: 'aws iam enable-outbound-web-identity-federation',
    };
  if (outcome !== 'denied' || scope.provider === 'aws' || operation === 'sts:GetWebIdentityToken')
    return { advice: remedy(record) };
  const half = examined.login === 'fleet' ? FEDERATION[operation] : undefined;
  if (half) return withCommand(half, setupCommand(scope, examined.config, 'everything'));
  return isLogin(record) ? { advice: remedy(record) } : granting(permission, scope, examined, 'the role');
}

/** The role is the fleet’s; a login of one’s own is given it by whoever manages logins. */
const granting = (what: string, scope: Scope, { config, login }: Examined, setUp: SetUp): Remedy =>
  withCommand(
    login === 'fleet' ? `Grant ${what}` : `Grant ${what}; to the fleet, with what this prints:`,
    setupCommand(scope, config, setUp),
  );

const withCommand = (advice: string, command: string | undefined): Remedy =>
  command === undefined ? { advice } : { advice, command };

const apis = apiByOperation(googleReaders);

const serviceBehind = ({ scope, operation }: Coverage): string =>
  scope.provider === 'azure' ? (operation.split('/', 1)[0] ?? operation) : (apis.get(operation) ?? operation);

function offIn(unavailable: readonly Coverage[], { config, enabled }: Examined): Off[] {
  const off = unavailable.filter(({ scope }) => scope.provider !== 'aws');
  const places = new Map(off.map((record) => [`${record.scope.account} ${serviceBehind(record)}`, record]));
  return [...places.values()].map((record) => {
    const { provider, account } = record.scope;
    const service = serviceBehind(record);
    const isOffAtHost =
      provider === 'gcp' && (ASKED_AT_HOST.has(service) || enabled.get(account)?.has(service) === true);
    return {
      scope: `${provider}/${account}`,
      service,
      ...(isOffAtHost ? hostRemedy(service, config) : offRemedy(provider, account, service)),
    };
  });
}

/** APIs that tell of any project and need not be on there. */
const ASKED_AT_HOST = new Set(
  ['cloudasset', 'cloudresourcemanager', 'serviceusage'].map((name) => `${name}.googleapis.com`),
);

/** A service that is off may be so because nobody uses it: that is no gap. */
const offRemedy = (provider: Scope['provider'], account: string, service: string): Remedy => ({
  advice: 'Nothing of it can be there. Only if it is to be used:',
  command:
    provider === 'azure'
      ? command(['az', 'provider', 'register', '--namespace', service, '--subscription', account])
      : command(['gcloud', 'services', 'enable', service, '--project', account]),
});

/** Google asks also whether an API is on where the calls are counted; where it is not, nothing of it is seen anywhere. */
function hostRemedy(service: string, { gcp }: FleetConfig): Remedy {
  const host =
    /@([a-z0-9-]+)\.iam\.gserviceaccount\.com$/.exec(gcp?.serviceAccount ?? '')?.[1] ??
    /\/projects\/(\d+)\//.exec(gcp?.audience ?? '')?.[1] ??
    '<project of the identity>';
  return {
    advice:
      'Off in the project that hosts the identity, which the calls are counted to: nothing of it is seen anywhere',
    command: command(['gcloud', 'services', 'enable', service, '--project', host]),
  };
}

function excessRemedy(
  scope: Scope,
  { by }: Excess,
  principal: string | undefined,
  { config }: Examined,
): Remedy {
  if (by)
    return {
      advice: 'Take it away:',
      command: command(['az', 'role', 'assignment', 'delete', '--ids', by.assignment]),
    };
  const [kind = 'projects', id = scope.account] = scope.account.includes(':') ? scope.account.split(':') : [];
  const who = config.gcp?.serviceAccount ?? principal ?? '<who asks>';
  const group = kind === 'folders' ? ['resource-manager', 'folders'] : [kind];
  return {
    advice: 'Google does not say by which role: look for it among these, and above, and take it away:',
    command: command([
      ...['gcloud', ...group, 'get-iam-policy', id, '--flatten', 'bindings[].members'],
      ...['--filter', `bindings.members:${who}`, '--format', 'value(bindings.role)'],
    ]),
  };
}
