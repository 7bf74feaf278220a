import { mlCompute } from '#shared/assets/azure/machine-learning.ts';
import { field } from '#shared/model/predicate.ts';
import { permission, technique } from '../../technique.ts';

export default technique(mlCompute, {
  title: 'Only who is meant to can take the keys of a compute',
  gains: 'the credentials of the nodes of the compute, and with them its identity',
  by: 'principal',
  needs: [permission('Microsoft.MachineLearningServices/workspaces/computes/listKeys/action')],
  applies: field('properties.disableLocalAuth')
    .absentIs(false, 'Azure Policy e96a9a5f: whatever is not true is non-compliant')
    .isNot(true),
  holds: 'control',
  actsAs: 'what the target assumes',
  severity: 'high',
  basis: 'inferred',
  reference: ['AZ-12'],
  why: 'With the credentials of the nodes one signs in to them, and runs code as the identity of the compute.',
  fix: {
    console: 'Disable local authentication on the compute, and leave computes/listKeys to nobody.',
    cli: 'az ml compute create --file without-local-authentication.yml --workspace-name … --resource-group …',
    bicep: 'properties: { disableLocalAuth: true }',
  },
  source:
    'https://learn.microsoft.com/azure/machine-learning/how-to-assign-roles; permissions of Microsoft.MachineLearningServices',
  frameworks: { 'mitre-atlas': ['AML.T0055'] },
});
