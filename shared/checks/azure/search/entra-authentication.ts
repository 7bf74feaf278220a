import { searchService } from '#shared/assets/azure/search.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

const DEFAULT = 'https://learn.microsoft.com/azure/search/search-security-enable-roles: “API Key (default)”';

export default check(searchService, {
  title: 'AI Search services accept Microsoft Entra tokens',
  severity: 'medium',
  // With keys switched off, tokens are all that there is.
  applies: field('properties.disableLocalAuth').absentIs(false, DEFAULT).isNot(true),
  fails: field('properties.authOptions.aadOrApiKey').isAbsent(),
  why: 'A service that knows keys alone can tell nobody apart: no roles, no least privilege, and nothing to move clients to.',
  fix: {
    console: 'Settings › Keys: choose “Both”, move clients to roles, and then “Role-based access control”.',
    cli: 'az search service update --name … --resource-group … --auth-options aadOrApiKey --aad-auth-failure-mode http401WithBearerChallenge',
    bicep:
      "properties: { authOptions: { aadOrApiKey: { aadAuthFailureMode: 'http401WithBearerChallenge' } } }",
    terraform: 'authentication_failure_mode = "http401WithBearerChallenge"',
  },
  source: `DataPlaneAuthOptions of @azure/arm-search; ${DEFAULT}`,
  frameworks: { 'mitre-atlas': ['AML.T0055', 'AML.T0012'] },
  examples: {
    pass: [
      {
        properties: {
          authOptions: { aadOrApiKey: { aadAuthFailureMode: 'http403' } },
        },
      },
    ],
    fail: [{ properties: {} }, { properties: { disableLocalAuth: false, authOptions: { apiKeyOnly: {} } } }],
    unknown: [{ properties: { authOptions: { aadOrApiKey: 'text' } } }],
    notApplicable: [{ properties: { disableLocalAuth: true } }],
  },
});
