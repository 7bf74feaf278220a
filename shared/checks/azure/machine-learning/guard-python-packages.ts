import { policyAssignments } from '#shared/assets/azure/policy.ts';
import { check } from '#shared/model/check.ts';
import { GUARD_SOURCE, guardExamples, guardFix, lacksGuard } from './compute-guards.ts';

const DEFINITION = '77eeea86-7e81-4a7d-9067-de844d096752';

export default check(policyAssignments, {
  title: 'Azure Policy says which Python packages Machine Learning computes may install',
  severity: 'informational',
  byDefault: 'off',
  fails: lacksGuard(DEFINITION),
  why: 'A package with a name that is nearly right is installed, and runs before the training code does.',
  fix: guardFix(DEFINITION, '"allowedPythonPackageChannels":{"value":[…]}'),
  source: GUARD_SOURCE,
  frameworks: { 'mitre-atlas': ['AML.T0011.001', 'AML.T0010.001'], 'nist-ai-rmf': ['MANAGE 4.1'] },
  peers: { union: ['azure.ml.compute-guard-python-packages'] },
  examples: guardExamples(DEFINITION),
});
