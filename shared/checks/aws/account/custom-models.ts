import { accountRegion } from '#shared/assets/aws/account.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(accountRegion, {
  title: 'Regions with Bedrock agents use custom models',
  severity: 'informational',
  byDefault: 'off',
  applies: field('agents').atLeast(1),
  fails: field('customModels').is(0),
  why: 'For those who want to know where no model of their own is in use; a base model is no fault.',
  fix: {
    console: 'In Bedrock, under “Custom models”, see whether there should be one.',
    cli: 'aws bedrock list-custom-models',
    cloudformation: { Type: 'AWS::Bedrock::CustomModel' },
  },
  source: 'counts of what the lists of the region gave',
  frameworks: { 'iso-42001': ['A.4.2'] },
  peers: { union: ['aws.bedrock.not-in-use'], cloudsploit: ['bedrockInUse'] },
  examples: {
    pass: [{ region: 'eu-west-1', agents: 1, customModels: 1 }],
    fail: [{ region: 'eu-west-1', agents: 1, customModels: 0 }],
    unknown: [
      {
        region: 'eu-west-1',
        agents: 1,
        customModels: { $unread: { operation: 'x:List', outcome: 'denied', permission: 'x:List' } },
      },
    ],
    notApplicable: [{ region: 'eu-west-1', agents: 0, customModels: 0 }],
  },
});
