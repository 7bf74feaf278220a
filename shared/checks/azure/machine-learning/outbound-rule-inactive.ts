import { outboundRule } from '#shared/assets/azure/machine-learning-access.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { isUserDefined, RULES_PAGE } from './outbound-rules.ts';

const rule = (status: string, category = 'UserDefined') => ({
  properties: { type: 'PrivateEndpoint', category, status },
});

export default check(outboundRule, {
  title: 'Outbound rules of Machine Learning workspaces are in force',
  severity: 'low',
  applies: isUserDefined,
  fails: field('properties.status').isOneOf('Inactive', 'Failed'),
  why: 'What should go by a private way goes by none or by a public one, and the rule goes on looking as if it were there.',
  fix: {
    console:
      'Networking › Workspace managed outbound access: delete the rule, or repair its target and have the network provisioned.',
    cli: 'az ml workspace provision-network --name … --resource-group …',
    bicep:
      "resource rule 'Microsoft.MachineLearningServices/workspaces/outboundRules@2025-12-01' = { … }   // deploy it again",
  },
  source: RULES_PAGE,
  frameworks: { 'mitre-atlas': ['AML.T0025'] },
  examples: {
    pass: [rule('Active'), rule('Provisioning'), rule('Deleting')],
    fail: [rule('Inactive'), rule('Failed')],
    unknown: [{}, { properties: { category: 'UserDefined' } }, rule('UnheardOf')],
    notApplicable: [rule('Inactive', 'Recommended')],
  },
});
