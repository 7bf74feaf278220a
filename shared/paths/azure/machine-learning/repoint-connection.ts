import { mlConnection } from '#shared/assets/azure/machine-learning-access.ts';
import { permission, technique } from '../../technique.ts';

export default technique(mlConnection, {
  title: 'Only who is meant to can change where a connection leads',
  gains: 'what agents and flows take for the service behind the connection',
  by: 'principal',
  needs: [permission('Microsoft.MachineLearningServices/workspaces/connections/write')],
  holds: 'change',
  severity: 'medium',
  basis: 'inferred',
  reference: ['AZ-18'],
  why: 'Who changes the target receives what agents and flows send there, prompts and keys among it, and answers in its place.',
  fix: {
    console: 'Leave connections/write to the pipeline that sets the workspace up.',
    cli: 'az role assignment delete --ids …',
    bicep:
      "resource narrow 'Microsoft.Authorization/roleAssignments@2022-04-01' = { scope: theOneResource, … }",
  },
  source:
    'https://learn.microsoft.com/azure/machine-learning/how-to-assign-roles; permissions of Microsoft.MachineLearningServices',
  frameworks: { 'mitre-atlas': ['AML.T0110'] },
});
