import { agentApplication } from '#shared/assets/azure/foundry.ts';
import { check } from '#shared/model/check.ts';
import { any, field } from '#shared/model/predicate.ts';

export default check(agentApplication, {
  title: 'Published Foundry agents act under an identity of their own',
  severity: 'medium',
  applies: field('properties.isEnabled')
    .absentIs(true, 'The official example AgentApplication/get of 2025-10-01-preview leaves it out')
    .is(true),
  // Azure sends null where there is none.
  fails: any(
    field('properties.defaultInstanceIdentity.principalId').isEmpty(),
    field('properties.defaultInstanceIdentity.kind').is('None'),
  ),
  why: 'Agents that act under one identity have all rights of each other, and no log tells which of them it was.',
  fix: {
    console:
      'Azure AI Foundry: publish the agent again, so that it gets an identity, and grant that one its roles.',
    cli: 'az rest --method get --url <application id>?api-version=2025-10-01-preview --query properties.defaultInstanceIdentity',
    bicep:
      "resource application 'Microsoft.CognitiveServices/accounts/projects/applications@2025-10-01-preview' = { parent: project, properties: { … } }",
  },
  source: 'Recorded list of agent applications, api-version 2025-10-01-preview',
  frameworks: { 'mitre-atlas': ['AML.T0012'], 'owasp-agentic-2026': ['ASI03'] },
  examples: {
    pass: [
      {
        properties: {
          isEnabled: true,
          defaultInstanceIdentity: { kind: 'AgentInstance', principalId: 'p' },
        },
      },
    ],
    fail: [
      { properties: { isEnabled: true } },
      { properties: { defaultInstanceIdentity: { kind: 'None', principalId: 'p' } } },
    ],
    unknown: [
      { properties: { isEnabled: true, defaultInstanceIdentity: { kind: 'UnheardOf', principalId: 'p' } } },
    ],
    notApplicable: [{ properties: { isEnabled: false } }],
  },
});
