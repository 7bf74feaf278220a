import { field, judgedBy, not, type Predicate } from '#shared/model/predicate.ts';
import { quoting, statementsOf } from '../policies.ts';
import { isForEverybody, notRefused } from '../resource-policy.ts';

/** An API that the internet reaches. */
export const isPublic: Predicate = not(
  field('endpointConfiguration.types')
    .absentIs(['EDGE'], 'EndpointConfiguration: an API is edge-optimised unless another type is set')
    .includes('PRIVATE'),
);

/**
 * Where methods ask nobody who calls, the policy of the API decides alone. One without any lets everybody in; one that
 * lets everybody in may still deny all but some networks or accounts.
 */
export const letsEverybodyCall: Predicate = judgedBy({
  sentence: 'the API has no `policy`, or one that lets everybody call',
  reads: ['policy'],
  judge: ({ config: { policy } }) => {
    const expected = 'a policy that says who may call';
    if (policy === undefined)
      return { truth: true, evidence: [{ path: 'policy', state: 'absent', expected }] };
    const statements = statementsOf(policy, 'policy');
    if (!statements)
      return { truth: undefined, evidence: [{ path: 'policy', state: 'malformed', expected }] };
    const open = notRefused(statements.filter(isForEverybody), statements);
    return { truth: open.length > 0, evidence: quoting(open, { path: 'policy', expected, of: statements }) };
  },
});
