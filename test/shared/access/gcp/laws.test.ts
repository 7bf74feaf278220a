import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Question } from '#shared/access/access-index.ts';
import type { Access } from '#shared/access/decision.ts';
import {
  type Bound,
  bucket,
  type Denied,
  type Estate,
  endpoint,
  FOLDER,
  folder,
  indexOf,
  NUMBER,
  ORGANIZATION,
  organization,
  pool,
  project,
} from './estate.ts';

const RANK: Readonly<Record<Access, number>> = { no: 0, conditional: 1, yes: 2 };

const people = [
  'user:ana@example.com',
  'user:guest@partner.test',
  'group:devs@example.com',
  'serviceAccount:trainer@acme-ml.iam.gserviceaccount.com',
  `principal://${pool}/subject/job`,
  `principalSet://${pool}/*`,
  'allUsers',
  'allAuthenticatedUsers',
  'domain:example.com',
];
const members = fc.subarray([...people, 'projectEditor:acme-ml', 'deleted:user:ana@example.com?uid=1'], {
  minLength: 1,
});
const conditions = fc.constantFrom(
  undefined,
  "resource.name.startsWith('projects/_/buckets/acme-orders-aaa/objects/a')",
  "request.time < timestamp('2030-01-01T00:00:00Z')",
  "resource.type == 'compute.googleapis.com/Disk'",
  "!resource.matchTag('1/env', 'test') || resource.service == 'storage.googleapis.com'",
  'not a condition',
);

const bound: fc.Arbitrary<Bound> = fc
  .record({
    role: fc.constantFrom(
      'roles/viewer',
      'roles/editor',
      'roles/aiplatform.user',
      'roles/storage.objectAdmin',
      'roles/somebody.unknown',
      'projects/acme-ml/roles/custom',
    ),
    to: members,
    when: conditions,
    at: fc.constantFrom(project, organization, folder, bucket, endpoint),
  })
  .map(({ when, ...rest }) => ({ ...rest, ...(when ? { when } : {}) }));

const named = fc.subarray([
  'principalSet://goog/public:all',
  'principal://goog/subject/ana@example.com',
  'principalSet://goog/group/devs@example.com',
  'principal://iam.googleapis.com/projects/-/serviceAccounts/trainer@acme-ml.iam.gserviceaccount.com',
  `principalSet://${pool}/*`,
]);
const permissions = fc.subarray([
  'aiplatform.googleapis.com/endpoints.predict',
  'storage.googleapis.com/objects.*',
  'aiplatform.googleapis.com/*.*',
]);
const denied: fc.Arbitrary<Denied> = fc
  .record({
    to: named,
    except: named,
    permissions,
    exceptPermissions: permissions,
    when: conditions,
    at: fc.constantFrom(`projects/${NUMBER}`, FOLDER, ORGANIZATION),
  })
  .map(({ when, ...rest }) => ({ ...rest, ...(when ? { when } : {}) }));

const estates: fc.Arbitrary<Estate> = fc
  .record({ bound: fc.array(bound, { maxLength: 5 }), denied: fc.array(denied, { maxLength: 3 }) })
  .map(({ bound: own, denied: rules }) => ({
    // Everybody is there, with something that is not asked for.
    bound: [...own, { role: 'roles/iam.serviceAccountUser', to: people, at: organization }],
    denied: rules,
    roles: { 'projects/acme-ml/roles/custom': ['storage.objects.get', 'aiplatform.endpoints.predict'] },
  }));

const questions: fc.Arbitrary<Question> = fc.constantFrom(
  { permission: 'aiplatform.endpoints.predict', resource: endpoint },
  { permission: 'storage.objects.get', resource: bucket },
  { permission: 'storage.objects.get', resource: `${bucket}/objects/archive/1` },
  { permission: 'aiplatform.models.export', resource: project },
);

function answersOf(estate: Estate, question: Question): Map<string, Access> {
  const index = indexOf(estate);
  return new Map(index.principals.map(({ id }, number) => [id, index.decide(number, question).access]));
}

function expectNoMore(less: Estate, more: Estate, question: Question): void {
  const before = answersOf(more, question);
  for (const [id, access] of answersOf(less, question))
    expect(RANK[access], id).toBeLessThanOrEqual(RANK[before.get(id) ?? 'no']);
}

describe('access in Google Cloud', () => {
  it('is never added by a deny rule', () => {
    fc.assert(
      fc.property(estates, denied, questions, (estate, rule, question) => {
        expectNoMore({ ...estate, denied: [...(estate.denied ?? []), rule] }, estate, question);
      }),
    );
  });

  it('is never added by taking a binding away', () => {
    fc.assert(
      fc.property(estates, fc.nat(), questions, (estate, which, question) => {
        const without = estate.bound.filter(
          (_bound, index) => index === estate.bound.length - 1 || index !== which % estate.bound.length,
        );
        expectNoMore({ ...estate, bound: without }, estate, question);
      }),
    );
  });

  it('says on what it hangs where it is conditional, and is then no yes', () => {
    fc.assert(
      fc.property(estates, questions, (estate, question) => {
        const index = indexOf(estate);
        const { yes, conditional } = index.holders(question);
        for (const number of index.principals.keys()) {
          const decision = index.decide(number, question);
          expect(yes.includes(number)).toBe(decision.access === 'yes');
          expect(conditional.includes(number)).toBe(decision.access === 'conditional');
          if (decision.access === 'conditional') expect(decision.conditions.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('comes of a binding wherever it is given', () => {
    fc.assert(
      fc.property(estates, questions, (estate, question) => {
        const index = indexOf(estate);
        for (const number of index.principals.keys()) {
          const { access, because } = index.decide(number, question);
          if (access !== 'no') expect(because.some(({ effect }) => effect === 'allow')).toBe(true);
        }
      }),
    );
  });
});
