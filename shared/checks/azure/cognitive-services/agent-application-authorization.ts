import { agentApplication } from '#shared/assets/azure/foundry.ts';
import { check } from '#shared/model/check.ts';
import { all, field } from '#shared/model/predicate.ts';

const scheme = field('properties.authorizationPolicy.authorizationScheme');

export default check(agentApplication, {
  title: 'Published Foundry agents answer those who were given a role',
  severity: 'medium',
  applies: all(
    field('properties.isEnabled')
      .absentIs(true, 'The official example AgentApplication/get of 2025-10-01-preview leaves it out')
      .is(true),
    // Whom a bot channel or a scheme of the author’s own lets in, nothing here says.
    scheme.isOneOf('Default', 'OrganizationScope'),
  ),
  fails: scheme.is('OrganizationScope'),
  why: 'Everybody in the tenant may talk to the agent and have it do what its identity may do, guests and stolen accounts included.',
  fix: {
    console:
      'Azure AI Foundry: set the authorisation of the application to Azure roles, and assign “Azure AI User” to its users.',
    cli: 'az rest --method put --url <application id>?api-version=2025-10-01-preview --body \'{"properties":{…"authorizationPolicy":{"authorizationScheme":"Default"}}}\'',
    bicep: "properties: { authorizationPolicy: { authorizationScheme: 'Default' }, … }",
  },
  source:
    'Recorded list of agent applications, api-version 2025-10-01-preview; BuiltInAuthorizationScheme of azure-rest-api-specs: OrganizationScope asks for membership in the tenant alone',
  frameworks: { 'mitre-atlas': ['AML.T0012', 'AML.T0053'], 'owasp-agentic-2026': ['ASI03'] },
  examples: {
    pass: [{ properties: { isEnabled: true, authorizationPolicy: { authorizationScheme: 'Default' } } }],
    fail: [
      { properties: { isEnabled: true, authorizationPolicy: { authorizationScheme: 'OrganizationScope' } } },
      { properties: { authorizationPolicy: { authorizationScheme: 'OrganizationScope' } } },
    ],
    unknown: [
      { properties: { isEnabled: true } },
      { properties: { authorizationPolicy: { authorizationScheme: 'UnheardOf' } } },
    ],
    notApplicable: [
      { properties: { isEnabled: false, authorizationPolicy: { authorizationScheme: 'OrganizationScope' } } },
      { properties: { authorizationPolicy: { authorizationScheme: 'Channels' } } },
    ],
  },
});
