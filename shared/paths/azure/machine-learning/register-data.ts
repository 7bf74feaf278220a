import { mlWorkspace } from '#shared/assets/azure/machine-learning.ts';
import { oneOf, permission, technique } from '../../technique.ts';

export default technique(mlWorkspace, {
  title: 'Only pipelines can register data in an Azure Machine Learning workspace',
  gains: 'what names of data in the workspace stand for',
  by: 'principal',
  needs: [
    oneOf(
      permission('Microsoft.MachineLearningServices/workspaces/data/versions/write'),
      permission('Microsoft.MachineLearningServices/workspaces/datasets/registered/write'),
    ),
  ],
  holds: 'change',
  severity: 'low',
  basis: 'documented',
  reference: ['AZ-09'],
  why: 'Jobs that take the latest version of their data take the one that was registered last, whoever did so.',
  fix: {
    console: 'Leave data/versions/write to the identity of the pipeline, and let jobs name the version.',
    cli: 'az role assignment delete --ids …',
    bicep:
      "resource narrow 'Microsoft.Authorization/roleAssignments@2022-04-01' = { scope: theOneResource, … }",
  },
  source:
    'https://learn.microsoft.com/azure/machine-learning/how-to-assign-roles; HackTricks az-ai-foundry-privesc',
  frameworks: { 'mitre-atlas': ['AML.T0020'] },
});
