import { policyAssignments } from '#shared/assets/azure/policy.ts';
import { check } from '#shared/model/check.ts';
import { GUARD_SOURCE, guardExamples, guardFix, lacksGuard } from './compute-guards.ts';

const DEFINITION = '53c70b02-63dd-11ea-bc55-0242ac130003';

export default check(policyAssignments, {
  title: 'Azure Policy says whose modules Machine Learning computes may run',
  severity: 'informational',
  byDefault: 'off',
  fails: lacksGuard(DEFINITION),
  why: 'A pipeline may run a module of anybody, with your data and as whoever the compute is.',
  fix: guardFix(DEFINITION, '"allowedModuleAuthors":{"value":[…]}'),
  source: GUARD_SOURCE,
  frameworks: { 'mitre-atlas': ['AML.T0010.001', 'AML.T0011.001'], 'nist-ai-rmf': ['MANAGE 4.1'] },
  peers: { union: ['azure.ml.compute-guard-module-authors'] },
  examples: guardExamples(DEFINITION),
});
