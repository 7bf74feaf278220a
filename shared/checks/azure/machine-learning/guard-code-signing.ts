import { policyAssignments } from '#shared/assets/azure/policy.ts';
import { check } from '#shared/model/check.ts';
import { GUARD_SOURCE, guardExamples, guardFix, lacksGuard } from './compute-guards.ts';

const DEFINITION = '6a6f7384-63de-11ea-bc55-0242ac130003';

export default check(policyAssignments, {
  title: 'Azure Policy has Machine Learning computes run signed training code alone',
  severity: 'informational',
  byDefault: 'off',
  fails: lacksGuard(DEFINITION),
  why: 'Whoever can write to the storage of the workspace changes the code of others, and their jobs run it.',
  fix: guardFix(DEFINITION, '"signingKey":{"value":"…"}'),
  source: GUARD_SOURCE,
  frameworks: { 'mitre-atlas': ['AML.T0010.001', 'AML.T0011'], 'nist-ai-rmf': ['MANAGE 4.1'] },
  peers: { union: ['azure.ml.compute-guard-code-signing'] },
  examples: guardExamples(DEFINITION),
});
