import { policyAssignments } from '#shared/assets/azure/policy.ts';
import { check } from '#shared/model/check.ts';
import { GUARD_SOURCE, guardExamples, guardFix, lacksGuard } from './compute-guards.ts';

const DEFINITION = '3948394e-63de-11ea-bc55-0242ac130003';

export default check(policyAssignments, {
  title: 'Azure Policy has an approval asked for before jobs run on Machine Learning computes',
  severity: 'informational',
  byDefault: 'off',
  fails: lacksGuard(DEFINITION),
  why: 'Nobody and nothing looks at a job before it runs with your data and as whoever the compute is.',
  fix: guardFix(DEFINITION, '"approvalEndpoint":{"value":"https://…"}'),
  source: GUARD_SOURCE,
  frameworks: { 'mitre-atlas': ['AML.T0011', 'AML.T0050'], 'nist-ai-rmf': ['MANAGE 4.1'] },
  peers: { union: ['azure.ml.compute-guard-approval-endpoint'] },
  examples: guardExamples(DEFINITION),
});
