import { aiServicesAccount } from '#shared/assets/azure/cognitive-services.ts';
import { check } from '#shared/model/check.ts';
import { all, any, field, none, not } from '#shared/model/predicate.ts';

export default check(aiServicesAccount, {
  title: 'Foundry agents run inside a network of yours',
  severity: 'medium',
  applies: field('properties.allowProjectManagement')
    .absentIs(
      false,
      'AccountProperties.allowProjectManagement of @azure/arm-cognitiveservices; only Foundry accounts are recorded with it',
    )
    .is(true),
  fails: none(
    'properties.networkInjections',
    all(
      field('scenario').is('agent'),
      any(
        not(field('subnetArmId').isEmpty()),
        field('useMicrosoftManagedNetwork')
          .absentIs(false, 'NetworkInjection of @azure/arm-cognitiveservices: optional')
          .is(true),
      ),
    ),
    {
      absentIsEmpty:
        'AccountProperties.networkInjections of @azure/arm-cognitiveservices is optional and unset in recordings',
    },
  ),
  why: 'Agents call tools. Outside a network of yours, nothing limits or records which hosts a misled agent talks to.',
  fix: {
    console:
      'Recreate the Foundry resource with “Virtual network injection for agents” and a delegated subnet.',
    cli: 'az rest --method put --url <account id>?api-version=2025-09-01 --body \'{…"networkInjections":[{"scenario":"agent","subnetArmId":"…"}]…}\'',
    bicep:
      "properties: { networkInjections: [{ scenario: 'agent', subnetArmId: subnet.id, useMicrosoftManagedNetwork: false }] }",
  },
  source: 'NetworkInjection of @azure/arm-cognitiveservices',
  frameworks: { 'mitre-atlas': ['AML.T0086'], 'owasp-agentic-2026': ['ASI02'] },
  examples: {
    pass: [
      {
        properties: {
          allowProjectManagement: true,
          networkInjections: [{ scenario: 'agent', subnetArmId: '/subscriptions/…/subnets/agents' }],
        },
      },
    ],
    fail: [
      { properties: { allowProjectManagement: true } },
      {
        properties: {
          allowProjectManagement: true,
          networkInjections: [{ scenario: 'none', subnetArmId: '/subscriptions/…/subnets/agents' }],
        },
      },
    ],
    unknown: [
      {},
      {
        properties: {
          allowProjectManagement: true,
          networkInjections: [{ scenario: 'UnheardOf', subnetArmId: '/s' }],
        },
      },
    ],
    notApplicable: [{ properties: {} }],
  },
});
