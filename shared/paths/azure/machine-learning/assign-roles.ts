import { mlWorkspace } from '#shared/assets/azure/machine-learning.ts';
import { permission, technique } from '../../technique.ts';

export default technique(mlWorkspace, {
  title: 'Only administrators can assign roles at an Azure Machine Learning workspace',
  gains: 'any role there for themselves or others; where a condition delegates some roles, those',
  by: 'principal',
  needs: [permission('Microsoft.Authorization/roleAssignments/write')],
  holds: 'control',
  severity: 'high',
  basis: 'vendor',
  reference: ['AZ-14'],
  why: 'Who assigns roles takes the ones that they miss. Foundry owners and managers may assign listed roles only: for them it is as dangerous as those roles.',
  fix: {
    console:
      'Take the role away, or add a condition that lists the roles and principals that may be assigned (Constrain roles and principals).',
    cli: 'az role assignment create --assignee … --role "Role Based Access Control Administrator" --scope … --condition … --condition-version 2.0',
    bicep:
      "properties: { condition: '((!(ActionMatches{…})) OR (@Request[…] ForAnyOfAnyValues:GuidEquals {…}))', conditionVersion: '2.0' }",
  },
  source:
    'https://learn.microsoft.com/azure/role-based-access-control/delegate-role-assignments-overview; role definitions of the Foundry roles',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
});
