import { bucket } from '#shared/assets/gcp/storage.ts';
import type { RelationKind } from '#shared/model/asset.ts';
import type { AssetType } from '#shared/model/asset-type.ts';
import { check, type Frameworks, type UnnamedCheck } from '#shared/model/check.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { type Predicate, related } from '#shared/model/predicate.ts';
import type { Severity } from '#shared/model/severity.ts';
import { CLOSED_BUCKET } from './fixes.ts';
import { isPublicBucket, isPubliclyWritable } from './predicates.ts';

interface BucketOf {
  readonly title: string;
  readonly severity?: Severity;
  readonly relation: Extract<RelationKind, 'reads-from' | 'writes-to' | 'stored-in'>;
  /** `writable` where only a change by a stranger is the danger, and not that they look. */
  readonly danger: 'public' | 'writable';
  /** True where such a bucket is named. */
  readonly applies: Predicate;
  readonly why: string;
  readonly source: string;
  readonly frameworks: Frameworks;
  readonly examples: { readonly named: JsonObject; readonly notApplicable: JsonObject };
}

const granted = (role: string, member: string): JsonObject => ({
  iamPolicy: { bindings: [{ role, members: [member] }] },
  iamConfiguration: { uniformBucketLevelAccess: { enabled: true } },
});

/** The same question of everything that reads from a bucket or writes to one: what may a stranger do there? */
export function bucketCheck(assetType: AssetType, declared: BucketOf): UnnamedCheck {
  const { title, severity = 'critical', relation, danger, applies, why, source, frameworks } = declared;
  const $config = declared.examples.named;
  const isOpen = danger === 'public' ? isPublicBucket : isPubliclyWritable;
  const reading = granted('roles/storage.objectViewer', 'allUsers');
  const writing = granted('roles/storage.objectAdmin', 'allAuthenticatedUsers');
  const closed = granted('roles/storage.objectAdmin', 'group:ml@example.com');
  return check(assetType, {
    title,
    severity,
    applies,
    fails: related(relation, bucket, isOpen),
    why,
    fix: CLOSED_BUCKET,
    source: `${source}; the bucket’s policy from storage.buckets.getIamPolicy`,
    frameworks,
    examples: {
      pass: [
        { $config, $related: { [relation]: [{ iamConfiguration: { publicAccessPrevention: 'enforced' } }] } },
        { $config, $related: { [relation]: danger === 'public' ? [closed] : [closed, reading] } },
      ],
      fail: [
        { $config, $related: { [relation]: [closed, writing] } },
        ...(danger === 'public' ? [{ $config, $related: { [relation]: [reading] } }] : []),
      ],
      unknown: [{ $config, $related: { [relation]: ['unseen'] } }],
      notApplicable: [declared.examples.notApplicable],
    },
  });
}
