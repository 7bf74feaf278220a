import { policyAssignments } from '#shared/assets/azure/policy.ts';
import { check } from '#shared/model/check.ts';
import { GUARD_SOURCE, guardExamples, guardFix, lacksGuard } from './compute-guards.ts';

const DEFINITION = '1d413020-63de-11ea-bc55-0242ac130003';

export default check(policyAssignments, {
  title: 'Azure Policy filters what Machine Learning computes write to logs',
  severity: 'informational',
  byDefault: 'off',
  fails: lacksGuard(DEFINITION),
  why: 'What a script prints of private data is read by everybody who may read the logs of the job.',
  fix: guardFix(DEFINITION, '"logFilters":{"value":[…]},"datastore":{"value":"…"}'),
  source: GUARD_SOURCE,
  frameworks: { 'mitre-atlas': ['AML.T0036'], 'nist-ai-rmf': ['MANAGE 4.1'] },
  peers: { union: ['azure.ml.compute-guard-log-filters'] },
  examples: guardExamples(DEFINITION),
});
