import type { AccessIndex, Question } from '#shared/access/access-index.ts';
import type { Decision } from '#shared/access/decision.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import type { PathFix, Place, Step } from './attack-path.ts';
import type { Ground } from './edges.ts';
import { questionsMet } from './holders.ts';
import type { Node } from './places.ts';
import type { Basis, Need, Technique } from './technique.ts';

/** The id of the place where somebody comes from who need not be anybody. */
export const OUTSIDE = 'internet';

/** What is said of a node: who or what it is, and how far one has got with it. */
export function placeOf(node: Exclude<Node, { kind: 'group' }>): Place {
  switch (node.kind) {
    case 'asset': {
      const { id, type, name, scope } = node.asset;
      return { id, type, name, provider: scope.provider, hold: node.hold };
    }
    case 'principal': {
      const { id, kind, name, provider } = node.principal;
      return { id, type: kind, name: kind === 'public' ? 'anybody' : name, provider, hold: 'control' };
    }
    case 'outside':
      return { id: OUTSIDE, type: 'internet', name: 'the internet', provider: 'outside', hold: 'use' };
  }
}

/** Permissions that attach an identity: taking them away spoils the least and cuts the most. */
const ATTACHES =
  /^(?:iam:PassRole|iam\.serviceAccounts\.actAs|Microsoft\.ManagedIdentity\/userAssignedIdentities\/assign\/action)$/i;

interface StepOptions {
  readonly access: AccessIndex;
  /** The principals that stand where the step begins; none where nobody has to be anybody. */
  readonly principals: readonly number[];
  /** Set where many have the same: then the change is made once, at what they reach. */
  readonly isShared?: boolean;
  readonly from: Place;
  readonly to: Place;
}

/** One step of a path with what it rests on and what cuts it. */
export function stepOf(ground: Ground, options: StepOptions): Step {
  const { from, to } = options;
  switch (ground.kind) {
    case 'within':
      throw new Error('holding less of the same thing is no step');
    case 'lead':
      return {
        from,
        to,
        technique: `relation.${ground.relation}`,
        sentence: ground.lead.sentence,
        basis: ground.lead.basis,
        access: 'yes',
        conditions: [],
        evidence: [
          {
            path: from.id,
            state: 'read',
            found: `${ground.relation} ${ground.lead.direction === 'forward' ? to.id : from.id}`,
            expected: 'no way on from here',
          },
        ],
        fix: { id: `part:${from.id}:${to.id}`, sentence: partingOf(ground.relation, from, to) },
      };
    case 'open':
      return {
        from,
        to,
        technique: ground.technique.id,
        sentence: `gets ${ground.technique.gains}`,
        basis: ground.technique.basis,
        access: 'yes',
        conditions: [],
        evidence: [
          {
            path: to.id,
            state: 'read',
            found: ground.technique.gains,
            expected: ground.technique.title,
          },
        ],
        fix: closing(ground.technique, to),
      };
    case 'technique':
      return permissionStep(ground.technique.needs, ground.technique, ground.target, options);
    case 'capability':
      return permissionStep(ground.needs, undefined, ground.target, options, ground.class);
    case 'administers':
      return {
        from,
        to,
        technique: 'relation.administers',
        sentence: `administers ${ground.account}`,
        basis: 'vendor',
        access: 'yes',
        conditions: [],
        evidence: [
          { path: from.id, state: 'read', found: `everything in ${ground.account}`, expected: 'less' },
        ],
        fix: {
          id: `administers:${from.id}:${ground.account}`,
          sentence: `Take the right to do everything in ${ground.account} from ${from.name}`,
        },
      };
  }
}

const partingOf = (relation: string, from: Place, to: Place): string =>
  relation === 'assumes'
    ? `Let ${from.name} run as an identity that reaches less than ${to.name}`
    : `Keep ${from.name} and ${to.name} apart`;

/** The change that closes what is open: the technique's own words, for this one asset. */
export const closing = (technique: Technique, { id, name }: Pick<Place, 'id' | 'name'>): PathFix => ({
  id: `close:${technique.id}:${id}`,
  sentence: `${name}: ${technique.fix.console}`,
});

function permissionStep(
  needs: readonly Need[],
  technique: Technique | undefined,
  target: Parameters<typeof questionsMet>[2],
  { access, principals, isShared, from, to }: StepOptions,
  capability = '',
): Step {
  const met = principals
    .map((principal) =>
      questionsMet(access, needs, target, principal).map((question) => ({
        question,
        decision: access.decide(principal, question),
      })),
    )
    .reduce((most, other) => (other.length > most.length ? other : most), []);
  const conditions = met.flatMap(({ decision }) =>
    decision.access === 'conditional' ? decision.conditions : [],
  );
  const permissions = [...new Set(met.map(({ question }) => question.permission))];
  return {
    from,
    to,
    technique: technique?.id ?? `capability.${capability}`,
    sentence: technique
      ? `with ${list(permissions)} gets ${technique.gains}`
      : `with ${list(permissions)} may ${VERB[to.hold]} it`,
    basis: technique?.basis ?? ('vendor' satisfies Basis),
    access: met.every(({ decision }) => decision.access === 'yes') ? 'yes' : 'conditional',
    conditions: [...new Set(conditions)],
    evidence: met.map(({ question, decision }) => grantEvidence(from.id, question, decision)),
    fix: isShared
      ? limiting(
          technique?.id ?? capability,
          [...new Set(met.map(({ question }) => question.permission))],
          to,
        )
      : removal(from, to, met),
  };
}

const limiting = (by: string, permissions: readonly string[], to: Place): PathFix => ({
  id: `limit:${by}:${to.id}`,
  sentence: `Limit who has ${list(permissions)} on ${to.name}: many do`,
});

const VERB = { use: 'use', read: 'read', change: 'change', control: 'control' } as const;

const list = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? 'nothing') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** Which statement gives a principal a permission, as evidence. */
export function grantEvidence(principal: string, question: Question, decision: Decision): Evidence {
  const grants = decision.because.filter(({ effect }) => effect === 'allow');
  return {
    path: `${principal}#${question.permission}`,
    state: 'read',
    found:
      grants.length === 0
        ? decision.access
        : grants
            .slice(0, 3)
            .map(({ source, statement }) => `${source} (${statement})`)
            .join('; '),
    expected: `not allowed on ${question.resource}`,
    ...(decision.access === 'conditional'
      ? { note: `only if ${decision.conditions.join(' and ') || 'a condition holds that was not decided'}` }
      : {}),
  };
}

function removal(
  from: Place,
  to: Place,
  met: readonly { readonly question: Question; readonly decision: Decision }[],
): PathFix {
  const chosen = met.find(({ question }) => ATTACHES.test(question.permission)) ?? met[0];
  const grant = chosen?.decision.because.find(({ effect }) => effect === 'allow');
  if (!chosen || !grant)
    return { id: `narrow:${from.id}:${to.id}`, sentence: `Narrow what ${from.name} may do` };
  const { permission } = chosen.question;
  return {
    id: `remove:${grant.source}:${grant.statement}:${permission}`,
    sentence: `Take ${permission} out of ${grant.source} (${grant.statement}), or narrow it to what is needed`,
  };
}
