import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Binding,
  IamPolicy,
  publicGrantsOf,
  withPublicGrants,
} from '#shared/remediation/public-members.ts';

const NAMED = [
  'user:ana@example.com',
  'group:ml@example.com',
  'domain:example.com',
  'allUsersBut@example.com',
];
const EVERYBODY = ['allUsers', 'allAuthenticatedUsers'];

const binding: fc.Arbitrary<Binding> = fc.record(
  {
    role: fc.constantFrom('roles/a', 'roles/b', 'roles/c'),
    members: fc.uniqueArray(fc.constantFrom(...NAMED, ...EVERYBODY), { minLength: 1 }),
    condition: fc.record({ expression: fc.constantFrom('x', 'y') }),
  },
  { requiredKeys: ['role', 'members'] },
);
const policy = fc
  .array(binding)
  .map((bindings) =>
    IamPolicy.parse({ version: 3, etag: 'CAE=', bindings, auditConfigs: [{ service: 'all' }] }),
  );

/** Who has what, whatever the order. */
const granted = ({ bindings }: Pick<IamPolicy, 'bindings'>): Set<string> =>
  new Set(
    bindings.flatMap(({ role, members, condition }) =>
      members.map((member) => `${role} ${condition?.expression ?? ''} ${member}`),
    ),
  );
const isOfEverybody = (grant: string): boolean => EVERYBODY.some((name) => grant.endsWith(` ${name}`));

describe('any policy', () => {
  it('without everybody has all that it had for anybody else, and nothing more', () => {
    fc.assert(
      fc.property(policy, (before) => {
        const after = withPublicGrants(before, { bindings: [] });
        expect(granted(after)).toEqual(
          new Set([...granted(before)].filter((grant) => !isOfEverybody(grant))),
        );
        expect(after.bindings.every(({ members }) => members.length > 0)).toBe(true);
        expect(publicGrantsOf(after)).toEqual({ bindings: [] });
        expect(after).toMatchObject({ etag: 'CAE=', auditConfigs: [{ service: 'all' }] });
      }),
    );
  });

  it('is, given back to everybody, what it was', () => {
    fc.assert(
      fc.property(policy, (before) => {
        const after = withPublicGrants(withPublicGrants(before, { bindings: [] }), publicGrantsOf(before));
        expect(granted(after)).toEqual(granted(before));
        expect(publicGrantsOf(after)).toEqual(publicGrantsOf(before));
      }),
    );
  });

  it('keeps what others were granted in between', () => {
    fc.assert(
      fc.property(policy, policy, (before, between) => {
        const after = withPublicGrants(withPublicGrants(between, { bindings: [] }), publicGrantsOf(before));
        const others = [...granted(between)].filter((grant) => !isOfEverybody(grant));
        const everybodys = [...granted(before)].filter(isOfEverybody);
        expect(granted(after)).toEqual(new Set([...others, ...everybodys]));
      }),
    );
  });
});

it('keeps the order of a policy that is in the order of its roles, to the byte', () => {
  const bindings = [
    { role: 'roles/a', members: ['allUsers'] },
    { role: 'roles/b', members: ['allAuthenticatedUsers', 'allUsers', 'user:ana@example.com'] },
    { role: 'roles/c', members: ['user:ana@example.com'] },
    { role: 'roles/d', members: ['allUsers'], condition: { expression: 'x', title: 'until' } },
    { role: 'roles/e', members: ['user:ana@example.com'] },
  ];
  const before = IamPolicy.parse({ version: 3, etag: 'CAE=', bindings });
  const without = withPublicGrants(before, { bindings: [] });
  expect(without.bindings.map(({ role }) => role)).toEqual(['roles/b', 'roles/c', 'roles/e']);
  expect(JSON.stringify(withPublicGrants(without, publicGrantsOf(before)))).toBe(JSON.stringify(before));
});

it('says version 3 wherever a condition is written, or Google would lose it', () => {
  const conditional = { role: 'roles/a', members: ['allUsers'], condition: { expression: 'x' } };
  expect(withPublicGrants(IamPolicy.parse({ etag: 'CAE=' }), { bindings: [conditional] }).version).toBe(3);
  expect(withPublicGrants(IamPolicy.parse({ etag: 'CAE=' }), { bindings: [] }).version).toBe(1);
});

it.each([
  ['without an etag', { bindings: [] }],
  ['with an empty etag', { etag: '' }],
  ['with a binding of another kind', { etag: 'CAE=', bindings: [{ role: 'r', members: [], until: 'x' }] }],
  ['with a condition of another kind', { etag: 'C=', bindings: [{ role: 'r', condition: { cel: 'x' } }] }],
])('a policy %s is not written to', (_what, reply) => {
  expect(IamPolicy.safeParse(reply).success).toBe(false);
});
