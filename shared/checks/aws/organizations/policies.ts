import type { Asset } from '#shared/model/asset.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';
import { judgedBy, type Predicate } from '#shared/model/predicate.ts';

interface Lacking {
  readonly sentence: string;
  readonly expected: string;
  readonly type: 'AISERVICES_OPT_OUT_POLICY' | 'BEDROCK_POLICY' | 'SERVICE_CONTROL_POLICY';
  /** Attached to what; to anything at all when left out. */
  readonly to?: 'ROOT';
  /** Whether the content does what is wanted. */
  readonly does: (content: JsonObject) => boolean;
}

/** Fails when no attached policy of the type does what is wanted. */
export const lacksPolicy = ({ sentence, expected, type, to, does }: Lacking): Predicate =>
  judgedBy({
    sentence,
    reads: ['policies'],
    judge: ({ config: { policies } }: Asset) => {
      if (!Array.isArray(policies))
        return { truth: undefined, evidence: [{ path: 'policies', state: 'absent', expected }] };
      const looked = policies.flatMap((policy, index) =>
        isObject(policy) && policy['Type'] === type ? [{ policy, path: `policies[${index}]` }] : [],
      );
      const broken = looked.find(({ policy }) => !isObject(policy['Content']));
      const such = looked.filter(
        ({ policy: { Content, Targets } }) => isObject(Content) && does(Content) && isAttached(Targets, to),
      );
      if (such.length > 0) return { truth: false, evidence: such.map(quoted(expected)) };
      if (broken)
        return {
          truth: undefined,
          evidence: [{ path: `${broken.path}.Content`, state: 'malformed', expected }],
        };
      return {
        truth: true,
        evidence: [
          {
            path: 'policies',
            state: 'read',
            found: looked.map(({ policy }) => String(policy['Name'] ?? policy['Id'])),
            expected,
          },
        ],
      };
    },
  });

const quoted =
  (expected: string) =>
  ({ policy, path }: { policy: JsonObject; path: string }): Evidence => ({
    path,
    state: 'read',
    found: { Name: policy['Name'] ?? null, Targets: policy['Targets'] ?? null },
    expected,
  });

const isAttached = (targets: Json | undefined, to: Lacking['to']): boolean =>
  Array.isArray(targets) &&
  targets.some((target) => isObject(target) && (to === undefined || target['Type'] === to));

/** A value at a path of a policy’s content. */
export const within = (content: Json | undefined, ...keys: readonly string[]): Json | undefined =>
  keys.reduce<Json | undefined>((inner, key) => (isObject(inner) ? inner[key] : undefined), content);
