import { foundryConnection } from '#shared/assets/azure/foundry.ts';
import { field } from '#shared/model/predicate.ts';
import { oneOf, permission, type Resources, technique } from '../../technique.ts';

const isOfProject = (id: string): boolean => /\/projects\/[^/]+\/connections\//i.test(id);

/** A connection is of an account or of a project: each has an operation of its own. */
const ofAccount: Resources = { reads: [], of: ({ id }) => (isOfProject(id) ? [] : [id]) };
const ofProject: Resources = { reads: [], of: ({ id }) => (isOfProject(id) ? [id] : []) };

export default technique(foundryConnection, {
  title: 'Only who is meant to can read the secret of a Foundry connection',
  gains: 'the key that the connection holds for another service',
  by: 'principal',
  needs: [
    oneOf(
      permission('Microsoft.CognitiveServices/accounts/connections/listsecrets/action', { on: ofAccount }),
      permission('Microsoft.CognitiveServices/accounts/projects/connections/listsecrets/action', {
        on: ofProject,
      }),
    ),
  ],
  applies: field('properties.authType').isOneOf(
    'AccessKey',
    'AccountKey',
    'ApiKey',
    'CustomKeys',
    'OAuth2',
    'PAT',
    'SAS',
    'ServicePrincipal',
    'UsernamePassword',
  ),
  holds: 'control',
  severity: 'high',
  basis: 'documented',
  reference: ['AZ-05'],
  why: 'Agents reach their indexes, stores and tools with this key; whoever has it does so too, as the agent and without a trace.',
  fix: {
    console:
      'Change the connection to Microsoft Entra ID or a managed identity, and leave listsecrets to the identity of the project.',
    cli: 'az role assignment delete --ids …',
    bicep:
      "resource narrow 'Microsoft.Authorization/roleAssignments@2022-04-01' = { scope: theOneResource, … }",
  },
  source:
    'https://learn.microsoft.com/azure/ai-foundry/concepts/rbac-azure-ai-foundry; HackTricks az-ai-foundry-privesc',
  frameworks: { 'mitre-atlas': ['AML.T0055'] },
});
