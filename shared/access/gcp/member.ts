import type { PrincipalKind } from '../access-index.ts';
import type { Judgement } from '../judgement.ts';

/**
 * Members as allow policies write them, and principals as deny policies do, in one spelling
 * (https://cloud.google.com/iam/docs/principal-identifiers).
 */
export const normalMember = (member: string): string => {
  const subject = /^principal:\/\/goog\/subject\/(.+)$/.exec(member)?.[1];
  if (subject) return `user:${subject.toLowerCase()}`;
  const account = /^principal:\/\/iam\.googleapis\.com\/projects\/-\/serviceAccounts\/(.+)$/.exec(
    member,
  )?.[1];
  if (account) return `serviceAccount:${account.toLowerCase()}`;
  const group = /^principalSet:\/\/goog\/group\/(.+)$/.exec(member)?.[1];
  if (group) return `group:${group.toLowerCase()}`;
  if (member === 'principalSet://goog/public:all') return 'allUsers';
  const [, kind, address] = /^(user|group|domain|serviceAccount):(.+)$/.exec(member) ?? [];
  return kind && address ? `${kind}:${address.toLowerCase()}` : member;
};

/** Deleted, and nobody until they are restored. */
export const isDeleted = (member: string): boolean => member.startsWith('deleted:');

const CONVENIENCE = /^project(Owner|Editor|Viewer):(.+)$/;

/** `projectOwner:p`: whoever has the basic role in the project. */
export function convenienceOf(
  member: string,
): { readonly role: string; readonly project: string } | undefined {
  const [, role, project] = CONVENIENCE.exec(member) ?? [];
  return role && project ? { role: `roles/${role.toLowerCase()}`, project } : undefined;
}

export const emailOf = (member: string): string | undefined =>
  /^(?:user|group|serviceAccount):([^[\]]+@[^[\]]+)$/.exec(member)?.[1];

/** A service agent acts for a service of Google's (https://cloud.google.com/iam/docs/service-agents). */
const SERVICE_AGENT =
  /^serviceAccount:(?:(?:service|p)-?(\d{6,})[^@]*@[a-z0-9.-]+\.iam|(\d{6,})@cloudservices)\.gserviceaccount\.com$/;

export function kindOf(member: string): PrincipalKind {
  if (member === 'allUsers') return 'public';
  if (member === 'allAuthenticatedUsers') return 'any-principal';
  if (member.startsWith('user:')) return 'user';
  if (member.startsWith('group:') || member.startsWith('domain:')) return 'group';
  if (member.startsWith('principalSet://cloudresourcemanager.')) return 'service-account';
  if (member.startsWith('serviceAccount:')) {
    if (member.includes('.svc.id.goog[')) return 'federated';
    return SERVICE_AGENT.test(member) ? 'service' : 'service-account';
  }
  return 'federated';
}

/** The project that a service account's address names; that of default accounts is a number or a name before the `@`. */
export function projectOfAccount(member: string): string | undefined {
  const address = emailOf(member) ?? '';
  const agent = SERVICE_AGENT.exec(member);
  if (agent) return agent[1] ?? agent[2];
  return (
    /@([a-z][a-z0-9-]{4,28}[a-z0-9])\.iam\.gserviceaccount\.com$/.exec(address)?.[1] ??
    /^(\d+)-compute@developer\.gserviceaccount\.com$/.exec(address)?.[1] ??
    /^([a-z][a-z0-9-]+)@appspot\.gserviceaccount\.com$/.exec(address)?.[1]
  );
}

const POOL = /^principal(?:Set)?:\/\/(iam\.googleapis\.com\/.+?Pools\/[^/]+)\/(.+)$/;

const poolOf = (member: string): { readonly pool: string; readonly part: string } | undefined => {
  const [, pool, part] = POOL.exec(member) ?? [];
  return pool && part ? { pool, part } : undefined;
};

/** Whether one principal is what a policy names, or one of those. Both in the spelling of {@link normalMember}. */
export function isAmong(principal: string, listed: string): Judgement {
  if (principal === listed) return true;
  const kind = principal.slice(0, principal.indexOf(':'));
  if (listed === 'allUsers') return true;
  if (principal === 'allUsers') return false;
  // Identities of other providers are left out (google/iam/v1/policy.proto).
  if (listed === 'allAuthenticatedUsers') return kindOf(principal) !== 'federated';
  if (principal === 'allAuthenticatedUsers') return false;
  if (listed.startsWith('domain:')) return isOfDomain(principal, kind, listed.slice('domain:'.length));
  if (listed.startsWith('group:')) return mayBe(principal, listed);
  if (listed.startsWith('principalSet://goog/cloudIdentityCustomerId/'))
    return kindOf(principal) === 'federated' ? false : mayBe(principal, listed);
  if (listed.startsWith('principalSet://cloudresourcemanager.'))
    return isOfContainer(principal, kind, listed);
  const [own, set] = [poolOf(principal), poolOf(listed)];
  if (!own || !set || own.pool !== set.pool || !listed.startsWith('principalSet:')) return false;
  if (set.part === '*') return true;
  return own.part === '*' ? false : mayBe(principal, listed);
}

const mayBe = (principal: string, listed: string): Judgement => ({
  conditions: [`${principal} is a member of ${listed}`],
});

/** Users of the domain; its groups are not members of it, and service accounts are of none. */
function isOfDomain(principal: string, kind: string, domain: string): Judgement {
  if (kind !== 'user') return false;
  return principal.endsWith(`@${domain}`);
}

/** `principalSet://cloudresourcemanager.googleapis.com/projects/1/type/ServiceAccount` */
function isOfContainer(principal: string, kind: string, listed: string): Judgement {
  if (kind !== 'serviceAccount' || principal.includes('.svc.id.goog[')) return false;
  const [, container = '', type = ''] =
    /^principalSet:\/\/cloudresourcemanager\.googleapis\.com\/([^/]+\/[^/]+)\/type\/(.+)$/.exec(listed) ?? [];
  const isAgent = kindOf(principal) === 'service';
  if ((type === 'ServiceAccount') === isAgent) return false;
  const project = projectOfAccount(principal);
  if (container === `projects/${project}`) return true;
  return mayBe(principal, listed);
}
