import { policyAssignments } from '#shared/assets/azure/policy.ts';
import { check } from '#shared/model/check.ts';
import { GUARD_SOURCE, guardExamples, guardFix, lacksGuard } from './compute-guards.ts';

const DEFINITION = '5853517a-63de-11ea-bc55-0242ac130003';

export default check(policyAssignments, {
  title: 'Azure Policy says from which registries Machine Learning computes may run images',
  severity: 'informational',
  byDefault: 'off',
  fails: lacksGuard(DEFINITION),
  why: 'An image of anybody runs with your data and as whoever the compute is.',
  fix: guardFix(DEFINITION, '"allowedACRs":{"value":[…]}'),
  source: GUARD_SOURCE,
  frameworks: { 'mitre-atlas': ['AML.T0010.004'], 'nist-ai-rmf': ['MANAGE 4.1'] },
  peers: { union: ['azure.ml.compute-guard-registries'] },
  examples: guardExamples(DEFINITION),
});
