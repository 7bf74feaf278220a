import { foundryProject } from '#shared/assets/azure/foundry.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(foundryProject, {
  title: 'Foundry projects have a managed identity',
  severity: 'low',
  fails: field('identity.type')
    .absentIs(
      'None',
      'Project.identity of @azure/arm-cognitiveservices is optional; recorded projects have one',
    )
    .is('None'),
  why: 'Without an identity of its own, the project reaches storage, search and models by keys that somebody must keep.',
  fix: {
    console:
      'On the project’s page, open Resource Management › Identity and switch the system-assigned one on.',
    cli: 'az rest --method patch --url <project id>?api-version=2025-09-01 --body \'{"identity":{"type":"SystemAssigned"}}\'',
    bicep: "identity: { type: 'SystemAssigned' }",
  },
  source: 'Project.identity of @azure/arm-cognitiveservices; recorded as SystemAssigned',
  frameworks: { 'mitre-atlas': ['AML.T0055'] },
  examples: {
    pass: [{ identity: { type: 'SystemAssigned' } }],
    fail: [{}, { identity: { type: 'None' } }],
  },
});
