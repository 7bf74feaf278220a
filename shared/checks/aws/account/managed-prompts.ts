import { accountRegion } from '#shared/assets/aws/account.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(accountRegion, {
  title: 'Regions with Bedrock agents manage their prompts',
  severity: 'informational',
  byDefault: 'off',
  applies: field('agents').atLeast(1),
  fails: field('prompts').is(0),
  why: 'Prompts that live in code are changed without a version, a review or a way back.',
  fix: {
    console:
      'In Bedrock, under “Prompt management”, create the prompts that your applications use, and call them by version.',
    cli: 'aws bedrock-agent create-prompt --name … --variants file://variants.json',
    cloudformation: { Type: 'AWS::Bedrock::Prompt' },
  },
  source: 'counts of what the lists of the region gave',
  frameworks: { 'iso-42001': ['A.6.2.6'] },
  peers: {
    union: ['aws.bedrock.no-managed-prompts'],
    prowler: ['bedrock_prompt_management_exists'],
    'aws-samples': ['BR-07'],
  },
  examples: {
    pass: [{ region: 'eu-west-1', agents: 1, prompts: 1 }],
    fail: [{ region: 'eu-west-1', agents: 1, prompts: 0 }],
    unknown: [
      {
        region: 'eu-west-1',
        agents: 1,
        prompts: { $unread: { operation: 'x:List', outcome: 'denied', permission: 'x:List' } },
      },
    ],
    notApplicable: [{ region: 'eu-west-1', agents: 0, prompts: 0 }],
  },
});
