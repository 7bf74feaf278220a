import { outboundRule } from '#shared/assets/azure/machine-learning-access.ts';
import { check } from '#shared/model/check.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { all, field } from '#shared/model/predicate.ts';
import { isUserDefined, RULES_PAGE } from './outbound-rules.ts';

const rule = (destination: string | number, rest: JsonObject = {}) => ({
  properties: { type: 'FQDN', category: 'UserDefined', destination, ...rest },
});

export default check(outboundRule, {
  title: 'Outbound rules of Machine Learning workspaces name hosts, not all below a domain',
  severity: 'medium',
  applies: all(field('properties.type').is('FQDN'), isUserDefined),
  fails: field('properties.destination').matches(/\*/),
  why: 'Anybody can have a host below the domains of clouds and code hubs: training code may send your data to theirs.',
  fix: {
    console:
      'Networking › Workspace managed outbound access: replace the rule by one for each host that is needed.',
    cli: 'az ml workspace outbound-rule set --workspace-name … --resource-group … --rule … --type fqdn --destination <account>.blob.core.windows.net',
    bicep:
      "resource rule 'Microsoft.MachineLearningServices/workspaces/outboundRules@2025-12-01' = { properties: { type: 'FQDN', destination: 'packages.example.com' } }",
    terraform:
      'resource "azurerm_machine_learning_workspace_network_outbound_rule_fqdn" "rule" { destination_fqdn = "packages.example.com" }',
  },
  source: RULES_PAGE,
  frameworks: { 'mitre-atlas': ['AML.T0025'], 'owasp-llm-2026': ['LLM02:2026'] },
  examples: {
    pass: [rule('packages.example.com')],
    fail: [rule('*.blob.core.windows.net'), rule('*')],
    unknown: [{}, { properties: { type: 'FQDN', category: 'UserDefined' } }, rule(7)],
    notApplicable: [
      rule('*.azureml.ms', { category: 'Required' }),
      { properties: { type: 'ServiceTag', category: 'UserDefined', destination: { serviceTag: '*' } } },
    ],
  },
});
