import { application } from '#shared/assets/aws/qbusiness.ts';
import { check } from '#shared/model/check.ts';
import { any, field } from '#shared/model/predicate.ts';

export default check(application, {
  title: 'Q Business applications answer from enterprise content alone',
  severity: 'low',
  fails: any(
    field('chatControls.responseScope').is('EXTENDED_KNOWLEDGE_ENABLED'),
    field('chatControls.creatorModeConfiguration.creatorModeControl').is('ENABLED'),
  ),
  why: 'What the model knows of the world is not your content: answers without a source mix with those that have one, and users take both for the company’s word.',
  fix: {
    console:
      'In the application open “Admin controls and guardrails” and switch off general knowledge and creator mode.',
    cli: 'aws qbusiness update-chat-controls-configuration --application-id … --response-scope ENTERPRISE_CONTENT_ONLY --creator-mode-configuration creatorModeControl=DISABLED',
    terraform:
      '# The chat controls are no resource of CloudFormation or of the AWS provider: set them by the CLI after the application is made.',
  },
  source: 'GetChatControlsConfiguration response, @aws-sdk/client-qbusiness',
  frameworks: { 'owasp-llm-2026': ['LLM09:2026'] },
  peers: { union: ['aws.qbusiness.open-response-scope'] },
  examples: {
    pass: [
      {
        chatControls: {
          responseScope: 'ENTERPRISE_CONTENT_ONLY',
          creatorModeConfiguration: { creatorModeControl: 'DISABLED' },
        },
      },
    ],
    fail: [
      {
        chatControls: {
          responseScope: 'EXTENDED_KNOWLEDGE_ENABLED',
          creatorModeConfiguration: { creatorModeControl: 'DISABLED' },
        },
      },
      {
        chatControls: {
          responseScope: 'ENTERPRISE_CONTENT_ONLY',
          creatorModeConfiguration: { creatorModeControl: 'ENABLED' },
        },
      },
    ],
    unknown: [{ chatControls: {} }],
  },
});
