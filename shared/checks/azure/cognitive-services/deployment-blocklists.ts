import { modelDeployment, raiPolicy } from '#shared/assets/azure/cognitive-services.ts';
import { check } from '#shared/model/check.ts';
import { any, field, not, related, some } from '#shared/model/predicate.ts';

const OPTIONAL = 'RaiPolicyProperties of @azure/arm-cognitiveservices: both lists are optional';

export default check(modelDeployment, {
  title: 'Block lists and topics of content filters block',
  severity: 'low',
  applies: not(field('properties.raiPolicyName').isEmpty()),
  fails: related(
    'guarded-by',
    raiPolicy,
    any(
      some('properties.customBlocklists', field('blocking').is(false), { absentIsEmpty: OPTIONAL }),
      some('properties.customTopics', field('blocking').is(false), { absentIsEmpty: OPTIONAL }),
    ),
  ),
  why: 'Somebody wrote down what must not be said here, and the filter only remarks that it was.',
  fix: {
    console:
      'Azure AI Foundry › Guardrails + controls › Content filters: set the block list to “Annotate and block” on both sides.',
    cli: 'az rest --method put --url <account id>/raiPolicies/<filter>?api-version=2025-09-01 --body \'{…"customBlocklists":[{"blocklistName":"…","blocking":true,"source":"Prompt"}]…}\'',
    bicep: "customBlocklists: [{ blocklistName: '…', blocking: true, source: 'Prompt' }]",
  },
  source: 'CustomBlocklistConfig and CustomTopicConfig of @azure/arm-cognitiveservices',
  frameworks: { 'mitre-atlas': ['AML.T0054'], 'nist-ai-rmf': ['MANAGE 2.4'] },
  examples: {
    pass: [
      {
        $config: { properties: { raiPolicyName: 'f' } },
        $related: {
          'guarded-by': [
            {
              properties: {
                customBlocklists: [{ blocklistName: 'words', blocking: true }],
                customTopics: [{ topicName: 'topic', blocking: true }],
              },
            },
          ],
        },
      },
      { $config: { properties: { raiPolicyName: 'f' } }, $related: { 'guarded-by': [{ properties: {} }] } },
    ],
    fail: [
      {
        $config: { properties: { raiPolicyName: 'f' } },
        $related: {
          'guarded-by': [{ properties: { customBlocklists: [{ blocklistName: 'words', blocking: false }] } }],
        },
      },
      {
        $config: { properties: { raiPolicyName: 'f' } },
        $related: {
          'guarded-by': [{ properties: { customTopics: [{ topicName: 'topic', blocking: false }] } }],
        },
      },
    ],
    unknown: [
      { $config: { properties: { raiPolicyName: 'f' } }, $related: { 'guarded-by': ['unseen'] } },
      {
        $config: { properties: { raiPolicyName: 'f' } },
        $related: { 'guarded-by': [{ properties: { customBlocklists: [{ blocklistName: 'words' }] } }] },
      },
    ],
    notApplicable: [{ properties: {} }],
  },
});
