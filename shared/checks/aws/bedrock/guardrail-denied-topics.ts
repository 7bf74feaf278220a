import { guardrail } from '#shared/assets/aws/bedrock.ts';
import { check } from '#shared/model/check.ts';
import { noneActs } from './effect.ts';

export default check(guardrail, {
  title: 'Bedrock guardrails deny topics that the application has no business with',
  severity: 'medium',
  fails: noneActs('topicPolicy.topics'),
  why: 'Without denied topics an assistant talks about whatever it is asked: advice that nobody may give in your name, competitors, its own instructions.',
  fix: {
    console:
      'Edit the guardrail: under “Denied topics” describe what the application must not speak of, create a version and use it.',
    cli: 'aws bedrock update-guardrail --guardrail-identifier … --topic-policy-config \'{"topicsConfig":[{"name":"…","definition":"…","type":"DENY"}]}\' …',
    cloudformation: { TopicPolicyConfig: { TopicsConfig: [{ Name: '…', Definition: '…', Type: 'DENY' }] } },
  },
  source: 'GetGuardrail response, @aws-sdk/client-bedrock',
  frameworks: { 'iso-42001': ['A.9.4'] },
  peers: { union: ['aws.bedrock.guardrail-no-denied-topics'], 'aws-samples': ['FS-28', 'FS-59'] },
  examples: {
    pass: [
      {
        topicPolicy: {
          topics: [
            {
              name: 'investment advice',
              type: 'DENY',
              inputAction: 'BLOCK',
              inputEnabled: true,
              outputAction: 'NONE',
            },
          ],
        },
      },
    ],
    fail: [
      {},
      {
        topicPolicy: {
          topics: [{ name: 'investment advice', type: 'DENY', inputAction: 'NONE', outputAction: 'NONE' }],
        },
      },
    ],
    unknown: [
      { topicPolicy: { topics: [{ name: 'investment advice', inputAction: 'WARN', outputAction: 'NONE' }] } },
    ],
  },
});
