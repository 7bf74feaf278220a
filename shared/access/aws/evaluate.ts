import type { Decision, Reason } from '../decision.ts';
import type { Applied, Bound, Examined } from './applies.ts';
import { type Caller, SERVICE_LINKED } from './caller.ts';
import { choicesOf, leavesOpen } from './choices.ts';
import {
  allOf,
  anyOf,
  either,
  GRANTED,
  type Grant,
  type Layer,
  layerOf,
  limitedBy,
  NOTHING,
  unlessDenied,
} from './layer.ts';
import { openResource } from './pattern.ts';
import type { Request } from './request.ts';
import type { Policy } from './statement.ts';

/** All policies that AWS looks at for one request. What is left out is not there. */
export interface Policies {
  /**
   * Those of the user and its groups, or of the role. `granted`: of a principal of an account that is not ours to read,
   * whose administrator may allow it whatever it likes.
   */
  readonly identity: readonly Policy[] | 'granted';
  readonly boundary?: Policy | undefined;
  /** Passed when the session was made; a federated user can do nothing without. */
  readonly session?: readonly Policy[] | undefined;
  /** Of the resource: a bucket, key or trust policy. */
  readonly resource?: Policy | undefined;
  /** Of the caller’s account, by level: the root, each unit, the account. None where the account is in no organisation. */
  readonly serviceControls?: readonly (readonly Policy[])[] | undefined;
  /** Of the resource’s account, by level. */
  readonly resourceControls?: readonly (readonly Policy[])[] | undefined;
}

/**
 * Whether AWS lets a request through.
 * Source: IAM User Guide, “Policy evaluation logic” and what it leads to; the rules are cited where they stand.
 */
export function evaluate(request: Request, policies: Policies): Decision {
  return leavesOpen(request) ? decideOpen(request, policies) : decide(request, policies);
}

/** For the resource that gets most of those that can be chosen: looked for one by one only where the bounds differ. */
function decideOpen(request: Request, policies: Policies): Decision {
  const asked = openResource(request.resource);
  const best = decide(request, policies, { asked, bound: 'best' });
  if (best.access === 'no') return best;
  const worst = decide(request, policies, { asked, bound: 'worst' });
  if (worst.access === best.access) return worst;
  const choices = choicesOf(request, asked, all(policies));
  const decisions: Decision[] = [];
  let next = choices.next();
  for (; !next.done; next = choices.next()) {
    const decision = decide({ ...request, resource: next.value }, policies);
    if (decision.access === best.access) return decision;
    decisions.push(decision);
  }
  const conditional = decisions.find(({ access }) => access === 'conditional');
  if (conditional) return conditional;
  const because = distinct(decisions.flatMap((decision) => decision.because));
  const isGivenUp = next.value;
  return isGivenUp
    ? { access: 'conditional', because, conditions: [`Resource ${request.resource}`] }
    : { access: 'no', because };
}

const distinct = (reasons: readonly Reason[]): readonly Reason[] => [
  ...new Map(reasons.map((reason) => [Object.values(reason).join('\n'), reason])).values(),
];

function all(policies: Policies): readonly Policy[] {
  const {
    identity,
    boundary,
    session = [],
    resource,
    serviceControls = [],
    resourceControls = [],
  } = policies;
  return [
    ...(identity === 'granted' ? [] : identity),
    ...(boundary ? [boundary] : []),
    ...session,
    ...(resource ? [resource] : []),
    ...serviceControls.flat(),
    ...resourceControls.flat(),
  ];
}

function decide(request: Request, policies: Policies, open?: Bound): Decision {
  const { identity, boundary, session, resource } = policies;
  const examined: Examined = { ...request, open, isBounded: boundary !== undefined };
  const own = layerOf(identity === 'granted' ? [] : identity, examined);
  const bounding = boundary && layerOf([boundary], examined);
  const passed = session && layerOf(session, examined);
  const onResource = resource ? layerOf([resource], examined) : NO_LAYER;
  const controls = levelsOf(heldByServiceControls(request.caller) ? policies.serviceControls : [], examined);
  const resourceControls = levelsOf(
    heldByResourceControls(request) ? policies.resourceControls : [],
    examined,
  );

  const denies = [own, bounding, passed, onResource, ...controls, ...resourceControls].flatMap(
    (layer) => layer?.denies ?? [],
  );
  const undenied = unlessDenied(denies);
  if (undenied.truth === false) return told(undenied);
  const limits = allOf(
    boundary && bounding ? limitedBy([boundary], bounding) : GRANTED,
    session && passed ? limitedBy(session, passed) : grantWithoutSession(request.caller),
  );
  // Resource control policies need not be asked: “`RCPFullAWSAccess` can't be detached, so there will always be an Allow”.
  return told(
    allOf(
      granting(request, {
        own: identity === 'granted' || request.caller.kind === 'root' ? GRANTED : anyOf(own.allows),
        limits,
        // A statement that names nobody lets nobody in.
        onResource: onResource.allows.filter(({ naming }) => naming !== 'unnamed'),
      }),
      ...controls.map((level, index) => limitedBy(policies.serviceControls?.[index] ?? [], level)),
      undenied,
    ),
  );
}

const NO_LAYER: Layer = { allows: [], denies: [] };

const levelsOf = (levels: Policies['serviceControls'] = [], request: Examined): readonly Layer[] =>
  levels.map((policies) => layerOf(policies, request));

/** “SCPs do not affect any service-linked role”, nor who is no principal of an account. Source: Organizations User Guide. */
const heldByServiceControls = ({ account, isServiceLinked }: Caller): boolean =>
  account !== '' && !isServiceLinked;

/** Source: Organizations User Guide, “Resources and entities not restricted by RCPs”. */
const heldByResourceControls = ({ caller, action, resource }: Request): boolean =>
  !caller.isServiceLinked && action !== 'kms:retiregrant' && !resource.includes(SERVICE_LINKED);

/** “If you do not pass any session policies, then the resulting federated user session has no permissions.” */
const grantWithoutSession = ({ kind }: Caller): Grant => (kind === 'federated-user' ? NOTHING : GRANTED);

interface Sides {
  /** What the policies of the principal itself allow. */
  readonly own: Grant;
  /** Whether its boundary and the policies of its session let it through. */
  readonly limits: Grant;
  readonly onResource: readonly Applied[];
}

/**
 * What both sides come to.
 * Source: IAM User Guide, “How AWS enforcement code logic evaluates requests to allow or deny access” and
 * “Cross-account policy evaluation logic”.
 */
function granting(request: Request, { own, limits, onResource }: Sides): Grant {
  const { caller, resourceAccount } = request;
  const byName = (naming: Applied['naming']): Grant =>
    anyOf(onResource.filter((each) => each.naming === naming));
  // Services, federated and anonymous callers have no policies of their own.
  if (caller.account === '') return byName('itself');
  // “You cannot call AssumeRole by using AWS account root user credentials.” Source: STS API Reference, AssumeRole.
  if (caller.kind === 'root' && request.action === 'sts:assumerole') return NOTHING;
  const ownLimited = allOf(own, limits);
  if (caller.account !== resourceAccount) return allOf(anyOf(onResource), ownLimited);
  return either(
    byName('itself'),
    allOf(byName('actsAs'), limits),
    // Only what names the account hands the decision over to it.
    needsResourcePolicy(request) ? allOf(byName('account'), ownLimited) : ownLimited,
  );
}

/** “IAM role trust policies and KMS key policies […] must explicitly allow access for principals.” */
const needsResourcePolicy = ({ action, resource }: Request): boolean =>
  // An alias has no policy, nor has what is asked of no key in particular.
  (action.startsWith('kms:') && resource !== '*' && !resource.includes(':alias/')) ||
  // A session of a federated user is tagged on the user.
  (TAKES_A_ROLE.test(action) && !resource.includes(':user/'));

const TAKES_A_ROLE = /^sts:(?:assumerole|tagsession|setsourceidentity|setcontext)/;

function told(grant: Grant): Decision {
  if (grant.truth === true) return { access: 'yes', because: grant.because };
  if (grant.truth === false) return { access: 'no', because: grant.because };
  return { access: 'conditional', because: grant.because, conditions: grant.conditions };
}
