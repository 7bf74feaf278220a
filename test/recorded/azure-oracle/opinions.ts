import { EXAMPLES_AT, judge } from '#shared/model/check.ts';
import type { Judgement, Verdict } from '#shared/model/evidence.ts';
import { isObject } from '#shared/model/json.ts';
import { same } from '../azure-addresses.ts';
import { type Compliance, complianceOf, type NotComparable } from '../azure-policy/compliance.ts';
import type { PolicyDefinition } from '../azure-policy/definition.ts';
import type { Resource } from '../azure-policy/resource.ts';
import { assignmentsOf } from './assignments.ts';
import type { Candidate } from './candidates.ts';
import { JOINED } from './joined.ts';

/** What a check of ours and a policy that it claims say of one resource. */
export interface Opinion {
  readonly policy: string;
  readonly check: string;
  readonly source: string;
  readonly candidate: Candidate;
  readonly ours: Judgement;
  readonly theirs: Compliance | NotComparable;
}

export interface Compared extends Opinion {
  readonly theirs: Compliance;
}

/** Whether both said something: `unknown` says that something was not read. */
export const isCompared = (opinion: Opinion): opinion is Compared => typeof opinion.theirs === 'string';

/** A check objects with `fail`, and has nothing to say against what it passes or does not apply to. */
export const agrees = ({ ours, theirs }: Compared): boolean =>
  (ours === 'fail') === (theirs === 'non-compliant');

/** Why there is nothing to compare. */
export const obstacleOf = ({ theirs }: Opinion): string =>
  typeof theirs === 'object' ? theirs.notComparable : '';

export function opinionOn(policy: PolicyDefinition, candidate: Candidate): Opinion {
  const { check, asset, resolve, source } = candidate;
  const verdict = judge(check, asset, resolve, EXAMPLES_AT);
  const { judgement } = verdict;
  return {
    policy: policy.name,
    check: check.id,
    source,
    candidate,
    ours: judgement,
    theirs: judgement === 'unknown' ? unknownFor(verdict) : theirsOn(policy, candidate),
  };
}

/** The first thing that our verdict lacked: its path without ids and indexes, and in what state it was. */
function unknownFor({ evidence }: Verdict): NotComparable {
  const [first] = evidence;
  const path = (first?.path ?? '').replace(/^.*#/, '').replaceAll(/\[\d+\]/g, '[]');
  return { notComparable: `we do not know: ${path || 'a related asset'} is ${first?.state}` };
}

function theirsOn(policy: PolicyDefinition, candidate: Candidate): Compliance | NotComparable {
  const subject = subjectOf(policy, candidate);
  if ('notComparable' in subject) return subject;
  const each = assignmentsOf(policy.name, candidate.check.id).map((assigned) =>
    complianceOf(policy, subject, { assigned, related: (type) => relatedTo(subject, candidate, type) }),
  );
  return (
    each.find((one) => one === 'non-compliant') ?? each.find((one) => typeof one === 'object') ?? 'compliant'
  );
}

/** The resource as the policy sees it: as Azure answered it, or joined from several. */
function subjectOf(
  { types }: PolicyDefinition,
  { check, asset, resolve, body }: Candidate,
): Resource | NotComparable {
  const { id, nativeType } = check.assetType;
  if (types.some((type) => same(type, nativeType))) return { type: nativeType, body };
  const joined = JOINED.find((one) => one.of === id && types.some((type) => same(type, one.type)));
  if (!joined) return { notComparable: `it is about ${types.join(', ')}, and the check about ${nativeType}` };
  const joint = joined.join(asset, resolve);
  return joint
    ? { type: joined.type, body: joint }
    : { notComparable: 'what it is joined from was not read' };
}

/** What was answered beside the resource, or stands in it as a list of its own. */
function relatedTo({ type, body }: Resource, { parts }: Candidate, wanted: string): Resource[] | undefined {
  const beside = parts.get(wanted.toLowerCase());
  const { properties } = body;
  const name = wanted.slice(type.length + 1);
  const isChild = same(wanted, `${type}/${name}`) && isObject(properties);
  const within = isChild ? properties[name] : undefined;
  const found = beside ?? (Array.isArray(within) ? within.filter(isObject) : undefined);
  return found?.map((one) => ({ type: wanted, body: one }));
}
