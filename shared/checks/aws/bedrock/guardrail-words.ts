import { guardrail } from '#shared/assets/aws/bedrock.ts';
import { check } from '#shared/model/check.ts';
import { all } from '#shared/model/predicate.ts';
import { noneActs } from './effect.ts';

export default check(guardrail, {
  title: 'Bedrock guardrails block profanity or words of your own',
  severity: 'low',
  fails: all(noneActs('wordPolicy.words'), noneActs('wordPolicy.managedWordLists')),
  why: 'Exact words, such as code names and insults, are what the other filters are least sure of.',
  fix: {
    console:
      'Edit the guardrail: under “Word filters” turn on profanity or add words, create a version and use it.',
    cli: 'aws bedrock update-guardrail --guardrail-identifier … --word-policy-config \'{"managedWordListsConfig":[{"type":"PROFANITY"}]}\' …',
    cloudformation: { WordPolicyConfig: { ManagedWordListsConfig: [{ Type: 'PROFANITY' }] } },
  },
  source: 'GetGuardrail response, @aws-sdk/client-bedrock',
  frameworks: { 'mitre-atlas': ['AML.T0048.001'] },
  peers: { union: ['aws.bedrock.guardrail-no-word-filter'], 'aws-samples': ['FS-38'] },
  examples: {
    pass: [
      {
        wordPolicy: { managedWordLists: [{ type: 'PROFANITY', outputAction: 'BLOCK', inputAction: 'NONE' }] },
      },
    ],
    fail: [
      {},
      {
        wordPolicy: { managedWordLists: [{ type: 'PROFANITY', inputAction: 'NONE', outputAction: 'NONE' }] },
      },
    ],
    unknown: [
      {
        wordPolicy: { managedWordLists: [{ type: 'PROFANITY', inputAction: 'WARN', outputAction: 'NONE' }] },
      },
    ],
  },
});
