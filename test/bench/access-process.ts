import type { AccessIndex, Question } from '#shared/access/access-index.ts';
import { callerOf } from '#shared/access/aws/caller.ts';
import { evaluate } from '#shared/access/aws/evaluate.ts';
import { awsAccess } from '#shared/access/aws/index.ts';
import { requestOf } from '#shared/access/aws/request.ts';
import { type Policy, parsePolicy } from '#shared/access/aws/statement.ts';
import type { Access } from '#shared/access/decision.ts';
import type { Asset } from '#shared/model/asset.ts';
import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';
import { answering, cpuSecondsSpent } from './child.ts';
import { largeOrganisation, numbersFrom, type Size } from './large-organisation.ts';

export interface AccessFigures extends Size {
  readonly permissions: number;
  readonly compileSeconds: number;
  readonly compileCpuSeconds: number;
  /** Of the whole process, the inventory with it, once it has compiled and answered. */
  readonly peakMebibytes: number;
  /** Of the inventory alone, before anything is compiled. */
  readonly inventoryMebibytes: number;
  readonly whoCan: {
    readonly questions: number;
    readonly medianMilliseconds: number;
    readonly slowestMilliseconds: number;
  };
  /** Answers that the evaluator of single requests gave too. */
  readonly sampled: number;
  readonly sampledYes: number;
  readonly sampledConditional: number;
  readonly mismatches: number;
}

const QUESTIONS = 400;
const SAMPLED_OF_EACH = 500;
const mebibytes = (bytes: number): number => bytes / 2 ** 20;

answering<Size, AccessFigures>(async (size) => {
  const { assets, resources, permissions } = largeOrganisation(size);
  const inventoryMebibytes = mebibytes(process.memoryUsage().rss);
  cpuSecondsSpent();
  const began = performance.now();
  const access = awsAccess(assets);
  const compileSeconds = (performance.now() - began) / 1000;
  const compileCpuSeconds = cpuSecondsSpent();

  const below = numbersFrom(11);
  const questions = Array.from({ length: QUESTIONS }, (): Question => {
    const resource = resources[below(resources.length)] as string;
    const service = resource.split(':')[2];
    const fitting = permissions.filter((permission) => permission.startsWith(`${service}:`));
    return {
      permission: fitting[below(fitting.length)] as string,
      resource: service === 's3' ? `${resource}/models/weights` : resource,
    };
  });
  const milliseconds = questions
    .map((question) => {
      const asked = performance.now();
      access.holders(question);
      return performance.now() - asked;
    })
    .sort((one, other) => one - other);
  const peakMebibytes = process.resourceUsage().maxRSS / 1024;
  return {
    ...size,
    permissions: permissions.length,
    compileSeconds,
    compileCpuSeconds,
    peakMebibytes,
    inventoryMebibytes,
    whoCan: {
      questions: questions.length,
      medianMilliseconds: milliseconds[milliseconds.length >> 1] as number,
      slowestMilliseconds: milliseconds.at(-1) as number,
    },
    ...sampled(access, assets, questions, below),
  };
});

/** Asks the evaluator of single requests, over policies that it reads itself, what the index has answered. */
function sampled(
  access: AccessIndex,
  assets: readonly Asset[],
  questions: readonly Question[],
  below: (count: number) => number,
) {
  const alone = oneByOne(assets);
  const counts = { sampled: 0, sampledYes: 0, sampledConditional: 0, mismatches: 0 };
  for (const question of questions) {
    const { yes, conditional } = access.holders(question);
    const given = new Map<number, Access>();
    for (const number of yes) given.set(number, 'yes');
    for (const number of conditional) given.set(number, 'conditional');
    const holding = [...given.keys()];
    for (let sample = 0; sample < SAMPLED_OF_EACH; sample++) {
      // Half of them among those who can, since most can do nothing.
      const isHolder = sample % 2 === 0 && holding.length > 0;
      const number = isHolder ? (holding[below(holding.length)] as number) : below(access.principals.length);
      const expected = alone(access.principals[number]?.id ?? '', question);
      if (expected === undefined) continue;
      counts.sampled++;
      if (expected === 'yes') counts.sampledYes++;
      if (expected === 'conditional') counts.sampledConditional++;
      if (expected !== (given.get(number) ?? 'no')) counts.mismatches++;
    }
  }
  return counts;
}

/** Of roles alone: knows nothing of the index, nor shares a policy with it. */
function oneByOne(assets: readonly Asset[]): (role: string, question: Question) => Access | undefined {
  const byId = new Map(assets.map((asset) => [asset.id, asset]));
  const parsed = new Map<Json, Policy>();
  const policyOf = (document: Json | undefined): Policy => {
    if (document === undefined) throw new Error('the benchmark has every policy');
    const known = parsed.get(document);
    if (known) return known;
    const policy = parsePolicy('', document);
    if ('malformed' in policy) throw new Error(policy.malformed);
    parsed.set(document, policy);
    return policy;
  };
  const each = (config: JsonObject, part: string, field: string): Policy[] =>
    ((config[part] ?? []) as JsonObject[]).map((policy) => policyOf(policy[field]));
  return (role, { permission, resource }) => {
    const asset = byId.get(role);
    if (asset?.type !== 'aws.iam.role') return undefined;
    const { config } = asset;
    const holder = byId.get(resource.replace('/models/weights', ''));
    const onResource = holder?.config['Policy'];
    const boundary = config['PermissionsBoundary'];
    const caller = callerOf({ kind: 'role', arn: role });
    return evaluate(
      requestOf({
        caller,
        action: permission,
        resource,
        resourceAccount: holder?.scope.account ?? '',
        missing: 'unknown',
      }),
      {
        identity: [
          ...each(config, 'RolePolicyList', 'PolicyDocument'),
          ...each(config, 'AttachedManagedPolicies', 'Document'),
        ],
        boundary: isObject(boundary) ? policyOf(boundary['Document']) : undefined,
        resource: onResource === undefined ? undefined : policyOf(onResource),
      },
    ).access;
  };
}
