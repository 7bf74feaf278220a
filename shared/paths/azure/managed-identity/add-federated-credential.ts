import { userAssignedIdentity } from '#shared/assets/azure/managed-identity.ts';
import { permission, technique } from '../../technique.ts';

export default technique(userAssignedIdentity, {
  title: 'Only who has what it has can let others sign in as a managed identity',
  gains: 'the identity, with tokens of an issuer of their choice',
  by: 'principal',
  needs: [permission('Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write')],
  holds: 'control',
  actsAs: 'the target',
  severity: 'high',
  basis: 'inferred',
  reference: ['AZ-20'],
  why: 'A federated credential lets a workload anywhere sign in as the identity, and goes on to do so after whoever added it has lost their access.',
  fix: {
    console:
      'Grant “Managed Identity Contributor” and Contributor on the resource groups of identities to nobody but the pipeline that makes them.',
    cli: 'az role assignment delete --ids …',
    bicep:
      "resource narrow 'Microsoft.Authorization/roleAssignments@2022-04-01' = { scope: theOneResource, … }",
  },
  source:
    'https://learn.microsoft.com/entra/workload-id/workload-identity-federation-create-trust-user-assigned-managed-identity: what adding a credential takes',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
});
