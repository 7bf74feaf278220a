import { aiServicesAccount } from '#shared/assets/azure/cognitive-services.ts';
import { check } from '#shared/model/check.ts';
import { all, field, not, some } from '#shared/model/predicate.ts';

const OPTIONAL =
  'NetworkSecurityPerimeterProfileInfo of @azure/arm-cognitiveservices: its lists are optional';

export default check(aiServicesAccount, {
  title: 'Perimeter rules name the hosts that AI services accounts may call one by one',
  severity: 'medium',
  applies: not(field('networkSecurityPerimeterConfigurations').isEmpty()),
  fails: some(
    'networkSecurityPerimeterConfigurations',
    some(
      'properties.profile.accessRules',
      all(
        field('properties.direction').is('Outbound'),
        some('properties.fullyQualifiedDomainNames', field('').matches(/\*/), { absentIsEmpty: OPTIONAL }),
      ),
      { absentIsEmpty: OPTIONAL },
    ),
  ),
  why: 'A perimeter is there to keep data in. A wildcard lets it out to every host that fits, one of the attacker’s among them.',
  fix: {
    console: 'Network security perimeter › Profiles › Outbound access rules: name each host.',
    cli: 'az network perimeter profile access-rule update --perimeter-name … --profile-name … --resource-group … --name <rule> --fqdn "[data.example.com]"',
    bicep:
      "resource rule 'Microsoft.Network/networkSecurityPerimeters/profiles/accessRules@2024-07-01' = { properties: { direction: 'Outbound', fullyQualifiedDomainNames: ['data.example.com'] } }",
  },
  source: 'NetworkSecurityPerimeterAccessRuleProperties of @azure/arm-cognitiveservices',
  frameworks: { 'mitre-atlas': ['AML.T0025'] },
  examples: {
    pass: [
      {
        properties: {},
        networkSecurityPerimeterConfigurations: [
          {
            properties: {
              profile: {
                accessRules: [
                  { properties: { direction: 'Outbound', fullyQualifiedDomainNames: ['data.example.com'] } },
                  { properties: { direction: 'Inbound', addressPrefixes: ['203.0.113.0/24'] } },
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
                accessRules: [
                  {
                    properties: {
                      direction: 'Outbound',
                      fullyQualifiedDomainNames: ['data.example.com', '*.blob.core.windows.net'],
                    },
                  },
                ],
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
                accessRules: [{ properties: { direction: 'Sideways', fullyQualifiedDomainNames: ['*'] } }],
              },
            },
          },
        ],
      },
    ],
    notApplicable: [{ properties: {} }],
  },
});
