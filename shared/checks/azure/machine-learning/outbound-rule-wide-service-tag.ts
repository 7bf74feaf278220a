import { outboundRule } from '#shared/assets/azure/machine-learning-access.ts';
import { check } from '#shared/model/check.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { all, field } from '#shared/model/predicate.ts';
import { isUserDefined, RULES_PAGE } from './outbound-rules.ts';

/** Tags of addresses that anybody may rent: those of a region have its name after a dot. */
const RENTED =
  /^(?:Internet|AzureCloud|Storage|AzureFrontDoor(?:\.\w+)?|AppService|AzureContainerRegistry|EventHub|ServiceBus)(?:\.\w+)?$/i;

const rule = (destination: JsonObject, rest: JsonObject = {}) => ({
  properties: { type: 'ServiceTag', category: 'UserDefined', destination, ...rest },
});

export default check(outboundRule, {
  title: 'Outbound rules of Machine Learning workspaces let nothing out to the services of everybody',
  severity: 'medium',
  applies: all(
    field('properties.type').is('ServiceTag'),
    isUserDefined,
    field('properties.destination.action')
      .absentIs(
        'Allow',
        'https://learn.microsoft.com/azure/machine-learning/how-to-managed-network: a rule by service tag lets out what it names',
      )
      .is('Allow'),
  ),
  fails: field('properties.destination.serviceTag').matches(RENTED),
  why: 'The tag stands for the accounts of every customer: training code may send your data to one that somebody else rents.',
  fix: {
    console:
      'Networking › Workspace managed outbound access: replace the rule by private endpoints to the resources that are yours.',
    cli: 'az ml workspace outbound-rule set --workspace-name … --resource-group … --rule … --type private_endpoint --service-resource-id … --subresource-target blob',
    bicep:
      "properties: { type: 'PrivateEndpoint', destination: { serviceResourceId: storage.id, subresourceTarget: 'blob' } }",
  },
  source: RULES_PAGE,
  frameworks: { 'mitre-atlas': ['AML.T0025'], 'owasp-llm-2026': ['LLM02:2026'] },
  examples: {
    pass: [
      rule({ serviceTag: 'AzureActiveDirectory', action: 'Allow' }),
      rule({ serviceTag: 'DataFactory' }),
    ],
    fail: [
      rule({ serviceTag: 'Internet' }),
      rule({ serviceTag: 'Storage.WestEurope', action: 'Allow' }),
      rule({ serviceTag: 'AzureFrontDoor.Frontend' }),
    ],
    unknown: [{}, rule({}), rule({ serviceTag: 'Storage', action: 7 })],
    notApplicable: [
      rule({ serviceTag: 'Internet', action: 'Deny' }),
      rule({ serviceTag: 'Storage' }, { category: 'Required' }),
      { properties: { type: 'FQDN', category: 'UserDefined', destination: 'example.com' } },
    ],
  },
});
