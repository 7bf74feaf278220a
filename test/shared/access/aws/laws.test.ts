import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Access } from '#shared/access/decision.ts';
import { ALL, allow, policy } from './cases.ts';
import { scenarios } from './generated.ts';
import { type Document, decided, type Scenario } from './scenario.ts';

const RANK: Readonly<Record<Access, number>> = { no: 0, conditional: 1, yes: 2 };
const rank = (scenario: Scenario): number => RANK[decided(scenario).access];

/** Nothing that the scenarios ask for. */
const ONLY_EC2: Document = policy(allow('ec2:*'));
const isOfRole = ({ requester: { kind } }: Scenario): boolean => kind === 'role';
const hasOwnPolicies = ({ requester: { kind } }: Scenario): boolean =>
  kind !== 'service' && kind !== 'anonymous';

/** Scenarios in which something is allowed: of others a law that speaks of less says little. */
const allowed = scenarios.filter((scenario) => decided(scenario).access !== 'no');
/** A Deny such as one that may stand in a policy of each kind. */
const denials = fc.record({
  Effect: fc.constant('Deny'),
  Action: fc.constantFrom('*', 's3:Get*', 'sts:*', 'kms:Decrypt', 'sagemaker:*', 'ec2:*'),
  Resource: fc.constantFrom('*', 'arn:aws:s3:::models/*', 'arn:aws:sagemaker:*'),
});

const plus = (document: Document, statement: Document['Statement'][number]): Document => ({
  ...document,
  Statement: [...document.Statement, statement],
});

describe('what holds of every request', () => {
  it('gives nothing more for one more Deny, wherever it stands', () => {
    fc.assert(
      fc.property(allowed, denials, fc.nat(), (before, denial, at) => {
        const everywhere: Scenario[] = [
          ...before.identity.map((each, index) => ({
            ...before,
            identity: before.identity.with(index, plus(each, denial)),
          })),
          ...(before.boundary ? [{ ...before, boundary: plus(before.boundary, denial) }] : []),
          ...(before.session ? [{ ...before, session: plus(before.session, denial) }] : []),
          ...(before.resourcePolicy
            ? [{ ...before, resourcePolicy: plus(before.resourcePolicy, { ...denial, Principal: '*' }) }]
            : []),
          {
            ...before,
            resourceControls: [...before.resourceControls, [policy({ ...denial, Principal: '*' })]],
          },
        ];
        const after = everywhere[at % everywhere.length];
        expect(after && rank(after)).toBeLessThanOrEqual(rank(before));
      }),
      { numRuns: 500 },
    );
  });

  it('gives nothing more where an Allow is taken away, wherever it stood', () => {
    fc.assert(
      fc.property(allowed, fc.nat(), fc.nat(), (before, which, at) => {
        const less = (document: Document): Document => {
          const allows = document.Statement.filter(({ Effect }) => Effect === 'Allow');
          const gone = allows[at % Math.max(1, allows.length)];
          return { ...document, Statement: document.Statement.filter((each) => each !== gone) };
        };
        const everywhere: Scenario[] = [
          ...before.identity.map((each, index) => ({
            ...before,
            identity: before.identity.with(index, less(each)),
          })),
          ...(before.boundary ? [{ ...before, boundary: less(before.boundary) }] : []),
          ...(before.session ? [{ ...before, session: less(before.session) }] : []),
          ...(before.resourcePolicy ? [{ ...before, resourcePolicy: less(before.resourcePolicy) }] : []),
          { ...before, serviceControls: before.serviceControls.map((level) => level.map(less)) },
        ];
        const after = everywhere[which % everywhere.length];
        expect(after && rank(after)).toBeLessThanOrEqual(rank(before));
      }),
      { numRuns: 500 },
    );
  });

  it('gives nothing more under a boundary, a session policy or an organisation’s policies', () => {
    fc.assert(
      fc.property(allowed, scenarios, (before, { boundary = ALL, serviceControls, resourceControls }) => {
        const { requester, session, boundary: own, ...bare } = before;
        const unbounded: Scenario = { ...bare, requester, ...(session && { session }) };
        if (hasOwnPolicies(before))
          expect(rank({ ...unbounded, boundary })).toBeLessThanOrEqual(rank(unbounded));
        // A federated user without a session policy has nothing, and with one has more.
        if (isOfRole(before)) {
          const whole: Scenario = { ...bare, requester, ...(own && { boundary: own }) };
          expect(rank({ ...whole, session: boundary })).toBeLessThanOrEqual(rank(whole));
        }
        for (const level of serviceControls)
          expect(
            rank({ ...before, serviceControls: [...before.serviceControls, level] }),
          ).toBeLessThanOrEqual(rank(before));
        for (const level of resourceControls)
          expect(
            rank({ ...before, resourceControls: [...before.resourceControls, level] }),
          ).toBeLessThanOrEqual(rank(before));
      }),
      { numRuns: 500 },
    );
  });

  it('lets past a boundary that does not allow it only what the resource’s policy grants the caller itself, in its account', () => {
    let past = 0;
    fc.assert(
      fc.property(allowed.filter(hasOwnPolicies), (before) => {
        const decision = decided({ ...before, boundary: ONLY_EC2 });
        if (decision.access === 'no') return;
        past += 1;
        expect(before.resourceAccount).toBe('111111111111');
        const grants = decision.because.filter(({ effect }) => effect === 'allow');
        expect(grants.length).toBeGreaterThan(0);
        for (const { source, statement } of grants) {
          expect(source).toBe('resource');
          const { Principal } = before.resourcePolicy?.Statement[Number(statement) - 1] ?? {};
          const names = JSON.stringify(Principal);
          expect(
            names === '"*"' || names === '{"AWS":"*"}' || /user\/ann|assumed-role|federated-user/.test(names),
          ).toBe(true);
        }
      }),
      { numRuns: 1200 },
    );
    expect(past).toBeGreaterThan(10);
  });

  it('lets nothing past a level of service control policies that does not allow it', () => {
    fc.assert(
      fc.property(allowed.filter(hasOwnPolicies), (before) => {
        expect(decided({ ...before, serviceControls: [...before.serviceControls, [ONLY_EC2]] }).access).toBe(
          'no',
        );
      }),
      { numRuns: 400 },
    );
  });

  it('says yes or no only where whatever is unknown of the request cannot change it', () => {
    const seen: Record<string, number> = {};
    fc.assert(
      fc.property(scenarios, fc.infiniteStream(fc.boolean()), (known, coins) => {
        const remembered = Object.fromEntries(
          Object.entries(known.context).filter(() => coins.next().value === true),
        );
        const { access } = decided({ ...known, context: remembered }, 'unknown');
        const real = decided(known).access;
        seen[`${access} ${real}`] = (seen[`${access} ${real}`] ?? 0) + 1;
        if (access === 'conditional') return;
        expect(real).toBe(access);
      }),
      { numRuns: 2500 },
    );
    // It would be no law if it were always conditional, or never.
    for (const pair of ['yes yes', 'no no', 'conditional yes', 'conditional no'])
      expect(seen[pair] ?? 0, pair).toBeGreaterThan(20);
  });

  it('finds what can be chosen, where one that fits would do', () => {
    let chosen = 0;
    fc.assert(
      fc.property(scenarios, fc.nat(), (one, cut) => {
        if (one.resource === '*') return;
        const open = (pattern: string): Scenario => ({ ...one, resource: pattern });
        const fifth = one.resource.split(':', 5).join(':').length + 1;
        const at = fifth + (cut % (one.resource.length - fifth));
        for (const pattern of [
          `${one.resource.slice(0, at)}*`,
          `${one.resource.slice(0, at)}*${one.resource.slice(at + 1)}`,
        ]) {
          const { access } = decided(open(pattern));
          chosen += 1;
          expect(RANK[access]).toBeGreaterThanOrEqual(rank(one));
        }
      }),
      { numRuns: 600 },
    );
    expect(chosen).toBeGreaterThan(300);
  });
});
