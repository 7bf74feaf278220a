import { mlWorkspace } from '#shared/assets/azure/machine-learning.ts';
import { permission, relatedResources, technique } from '../../technique.ts';

export default technique(mlWorkspace, {
  title: 'Only pipelines can push to the registry of a workspace',
  gains: 'code in the next jobs and deployments, whose images lie in the registry',
  by: 'principal',
  needs: [
    permission('Microsoft.ContainerRegistry/registries/push/write', {
      on: relatedResources('runs-image', ['properties.containerRegistry']),
    }),
  ],
  holds: 'control',
  severity: 'high',
  basis: 'inferred',
  reference: ['AZ-17'],
  why: 'Environments are built into the registry of the workspace and pulled by tag: who overwrites a tag runs code as the compute or endpoint that pulls it.',
  fix: {
    console: 'Leave AcrPush to the identity of the workspace, and lock the tags that are in use.',
    cli: 'az acr repository update --name … --image env:1 --write-enabled false',
    bicep:
      "resource narrow 'Microsoft.Authorization/roleAssignments@2022-04-01' = { scope: theOneResource, … }",
  },
  source:
    'https://learn.microsoft.com/azure/container-registry/container-registry-roles: AcrPush; Workspace.containerRegistry of @azure/arm-machinelearning',
  frameworks: { 'mitre-atlas': ['AML.T0010'] },
});
