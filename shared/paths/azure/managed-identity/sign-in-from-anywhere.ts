import { userAssignedIdentity } from '#shared/assets/azure/managed-identity.ts';
import { all, field, some } from '#shared/model/predicate.ts';
import { technique } from '../../technique.ts';

export default technique(userAssignedIdentity, {
  title: 'Federated credentials name whose repositories may sign in',
  gains: 'the identity, from a pipeline in any repository of the issuer',
  by: 'outside',
  applies: some(
    'federatedIdentityCredentials',
    all(
      field('properties.claimsMatchingExpression.value').isPresent(),
      field('properties.claimsMatchingExpression.value').matches(
        /^claims\['sub'\] matches '(?:repo:|project_path:|organization:)?\*[^']*'$/i,
      ),
    ),
  ),
  holds: 'control',
  severity: 'critical',
  basis: 'inferred',
  reference: ['AZ-20'],
  why: 'GitHub, GitLab and Terraform Cloud give tokens to everybody. An expression that begins with a star takes those of every organisation, and not of yours alone.',
  fix: {
    console:
      'Put your organisation and repository before the first star of the expression, or name the subject in full.',
    cli: 'az identity federated-credential update --name … --identity-name … --resource-group … --subject repo:org/repo:environment:production',
    bicep: "properties: { subject: 'repo:org/repo:environment:production' }",
  },
  source:
    'https://learn.microsoft.com/entra/workload-id/workload-identities-flexible-federated-identity-credentials',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
});
