import { aiServicesAccount } from '#shared/assets/azure/cognitive-services.ts';
import { check } from '#shared/model/check.ts';
import { field, not, some } from '#shared/model/predicate.ts';

export default check(aiServicesAccount, {
  title: 'Network security perimeters bind the AI services accounts that they hold',
  severity: 'medium',
  applies: not(field('networkSecurityPerimeterConfigurations').isEmpty()),
  fails: some(
    'networkSecurityPerimeterConfigurations',
    field('properties.resourceAssociation.accessMode').isNot('Enforced'),
  ),
  why: 'In transition mode a perimeter only records: what its rules do not allow, the account’s own firewall still lets through.',
  fix: {
    console:
      'Network security perimeter › Associated resources: change the access mode of the account to “Enforced”, after a look at what the logs say it would refuse.',
    cli: 'az network perimeter association update --perimeter-name … --resource-group … --name <association> --access-mode Enforced',
    bicep:
      "resource association 'Microsoft.Network/networkSecurityPerimeters/resourceAssociations@2024-07-01' = { properties: { accessMode: 'Enforced', … } }",
  },
  source:
    'NetworkSecurityPerimeterConfigurationAssociationInfo.accessMode of @azure/arm-cognitiveservices; https://learn.microsoft.com/azure/private-link/network-security-perimeter-transition says what each mode does',
  frameworks: { 'mitre-atlas': ['AML.T0025', 'AML.T0040'], 'nist-ai-rmf': ['MEASURE 2.7'] },
  examples: {
    pass: [
      {
        properties: {},
        networkSecurityPerimeterConfigurations: [
          { properties: { resourceAssociation: { name: 'a', accessMode: 'Enforced' } } },
        ],
      },
    ],
    fail: [
      {
        properties: {},
        networkSecurityPerimeterConfigurations: [
          { properties: { resourceAssociation: { name: 'a', accessMode: 'Learning' } } },
        ],
      },
    ],
    unknown: [
      {
        properties: {},
        networkSecurityPerimeterConfigurations: {
          $unread: {
            operation: 'Microsoft.Network/networkSecurityPerimeters/list',
            outcome: 'denied',
            permission: 'Microsoft.Network/networkSecurityPerimeters/read',
          },
        },
      },
      { properties: {}, networkSecurityPerimeterConfigurations: [{ properties: {} }] },
    ],
    notApplicable: [{ properties: {} }],
  },
});
