import { datastore } from '#shared/assets/azure/machine-learning-access.ts';
import { permission, technique } from '../../technique.ts';

export default technique(datastore, {
  title: 'Only who is meant to can change where a datastore leads',
  gains: 'what jobs read as the data of the datastore',
  by: 'principal',
  needs: [permission('Microsoft.MachineLearningServices/workspaces/datastores/write')],
  holds: 'change',
  severity: 'medium',
  basis: 'inferred',
  reference: ['AZ-18'],
  why: 'Jobs name a datastore and not an account: who changes the account behind it gives them other data, or receives what they write.',
  fix: {
    console: 'Leave datastores/write to the pipeline that sets the workspace up.',
    cli: 'az role assignment delete --ids …',
    bicep:
      "resource narrow 'Microsoft.Authorization/roleAssignments@2022-04-01' = { scope: theOneResource, … }",
  },
  source:
    'https://learn.microsoft.com/azure/machine-learning/how-to-assign-roles; permissions of Microsoft.MachineLearningServices',
  frameworks: { 'mitre-atlas': ['AML.T0020'] },
});
