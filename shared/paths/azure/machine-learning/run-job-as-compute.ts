import { mlCompute } from '#shared/assets/azure/machine-learning.ts';
import { any, field } from '#shared/model/predicate.ts';
import { parent } from '../../arm-ids.ts';
import { permission, technique } from '../../technique.ts';

export default technique(mlCompute, {
  title: 'Only who has what its identity has can run jobs on a compute',
  gains: 'code on the compute, as its managed identity',
  by: 'principal',
  needs: [permission('Microsoft.MachineLearningServices/workspaces/jobs/write', { on: parent })],
  applies: any(
    field('identity.principalId').isPresent(),
    field('identity.userAssignedIdentities').isPresent(),
  ),
  holds: 'control',
  actsAs: 'what the target assumes',
  severity: 'high',
  basis: 'documented',
  reference: ['AZ-03'],
  why: 'A job brings its own command, which fetches tokens of the identity of the compute that it runs on, whatever its author may do.',
  fix: {
    console:
      'Give the compute an identity that reads the training data and nothing else; where people submit jobs, let these run as the people themselves (user_identity).',
    cli: 'az ml compute update --name … --identity-type system_assigned --workspace-name … --resource-group …',
    bicep: "identity: { type: 'SystemAssigned' }",
  },
  source:
    'https://learn.microsoft.com/azure/machine-learning/how-to-assign-roles: submitting any type of run; HackTricks az-ai-foundry-privesc',
  frameworks: { 'mitre-atlas': ['AML.T0012', 'AML.T0011'] },
});
