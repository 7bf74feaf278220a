import { userAssignedIdentity } from '#shared/assets/azure/managed-identity.ts';
import { field, not, some } from '#shared/model/predicate.ts';
import { technique } from '../../technique.ts';

export default technique(userAssignedIdentity, {
  title: 'Managed identities take the word of no issuer outside Azure',
  gains: 'tokens of the identity, for whoever has the subject at the other issuer',
  by: 'outside',
  applies: some(
    'federatedIdentityCredentials',
    not(
      field('properties.issuer').matches(
        /^https:\/\/(?:login\.microsoftonline\.com|sts\.windows\.net|[a-z0-9-]+\.oic\.prod-aks\.azure\.com)\//,
      ),
    ),
  ),
  holds: 'control',
  severity: 'medium',
  basis: 'inferred',
  reference: ['X-03'],
  why: 'A workload of the other issuer signs in as the identity without any secret of Azure. Who controls the repository, cluster or account there controls the identity here.',
  fix: {
    console:
      'Remove federated credentials that nothing uses, and pin the others to one subject, such as an environment that asks for approval.',
    cli: 'az identity federated-credential delete --name … --identity-name … --resource-group …',
    bicep:
      "properties: { issuer: '…', subject: 'repo:…:environment:production', audiences: ['api://AzureADTokenExchange'] }",
  },
  source:
    'https://learn.microsoft.com/entra/workload-id/workload-identity-federation; official example FederatedIdentityCredentialList',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
});
