import { aiServicesAccount } from '#shared/assets/azure/cognitive-services.ts';
import { check } from '#shared/model/check.ts';
import { all, field, not, some } from '#shared/model/predicate.ts';

const OPTIONAL =
  'NetworkSecurityPerimeterProfileInfo of @azure/arm-cognitiveservices: its lists are optional';

export default check(aiServicesAccount, {
  title: 'Perimeter rules let no more than a /16 reach AI services accounts',
  severity: 'medium',
  applies: not(field('networkSecurityPerimeterConfigurations').isEmpty()),
  fails: some(
    'networkSecurityPerimeterConfigurations',
    some(
      'properties.profile.accessRules',
      all(
        field('properties.direction').is('Inbound'),
        some('properties.addressPrefixes', field('').matches(/^0\.0\.0\.0$|^\*$|\/(\d|1[0-5])$/), {
          absentIsEmpty: OPTIONAL,
        }),
      ),
      { absentIsEmpty: OPTIONAL },
    ),
  ),
  why: 'Once the perimeter is enforced its rules stand in place of the account’s firewall: what they admit is admitted, whatever the account says.',
  fix: {
    console:
      'Network security perimeter › Profiles › Inbound access rules: replace wide ranges by the addresses of your own egress.',
    cli: 'az network perimeter profile access-rule update --perimeter-name … --profile-name … --resource-group … --name <rule> --address-prefixes "[203.0.113.0/29]"',
    bicep:
      "resource rule 'Microsoft.Network/networkSecurityPerimeters/profiles/accessRules@2024-07-01' = { properties: { direction: 'Inbound', addressPrefixes: ['203.0.113.0/29'] } }",
  },
  source: 'NetworkSecurityPerimeterAccessRuleProperties of @azure/arm-cognitiveservices',
  frameworks: { 'mitre-atlas': ['AML.T0040'], 'nist-ai-rmf': ['MEASURE 2.7'] },
  examples: {
    pass: [
      {
        properties: {},
        networkSecurityPerimeterConfigurations: [
          {
            properties: {
              profile: {
                accessRules: [
                  { properties: { direction: 'Inbound', addressPrefixes: ['203.0.113.0/24'] } },
                  { properties: { direction: 'Inbound', subscriptions: [{ id: '/subscriptions/s' }] } },
                  { properties: { direction: 'Outbound', fullyQualifiedDomainNames: ['*'] } },
                ],
              },
            },
          },
        ],
      },
    ],
    fail: [
      {
        properties: {},
        networkSecurityPerimeterConfigurations: [
          {
            properties: {
              profile: {
                accessRules: [{ properties: { direction: 'Inbound', addressPrefixes: ['0.0.0.0/0'] } }],
              },
            },
          },
        ],
      },
    ],
    unknown: [
      {
        properties: {},
        networkSecurityPerimeterConfigurations: [
          {
            properties: {
              profile: {
                accessRules: [{ properties: { direction: 'Sideways', addressPrefixes: ['0.0.0.0/0'] } }],
              },
            },
          },
        ],
      },
    ],
    notApplicable: [{ properties: {} }],
  },
});
