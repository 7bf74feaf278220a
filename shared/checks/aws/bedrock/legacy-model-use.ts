import { accountSettings } from '#shared/assets/aws/bedrock-account.ts';
import { check } from '#shared/model/check.ts';
import type { Json } from '#shared/model/json.ts';
import { isObject } from '#shared/model/json.ts';
import { judgedBy } from '#shared/model/predicate.ts';
import { INVOKED, modelsAreInvoked } from './invoked.ts';

const textsOf = (list: Json | undefined, key: string): string[] =>
  (Array.isArray(list) ? list : []).flatMap((one) =>
    isObject(one) && typeof one[key] === 'string' ? [one[key]] : [],
  );

/** A cross-region profile is called by the model’s id with a geography before it: `eu.amazon.nova-lite-v1:0`. */
const calls = (invoked: string, model: string): boolean => {
  const called = invoked.slice(invoked.lastIndexOf('/') + 1);
  return called === model || called.endsWith(`.${model}`);
};

export default check(accountSettings, {
  title: 'No foundation model in use on Bedrock is a legacy one',
  severity: 'low',
  applies: modelsAreInvoked,
  fails: judgedBy({
    sentence: 'a model that was called in the last two weeks has the status LEGACY',
    reads: ['invokedModels', 'legacyModels'],
    judge: ({ config: { invokedModels, legacyModels } }) => {
      const expected = 'none of the models that are called';
      if (legacyModels === undefined)
        return { truth: undefined, evidence: [{ path: 'legacyModels', state: 'absent', expected }] };
      const invoked = textsOf(invokedModels, 'Value');
      const legacy = textsOf(legacyModels, 'modelId').filter((model) =>
        invoked.some((called) => calls(called, model)),
      );
      return {
        truth: legacy.length > 0,
        evidence: [{ path: 'legacyModels', state: 'read', found: legacy, expected }],
      };
    },
  }),
  why: 'A legacy model gets no improvements and one day answers no more: what was built on it then stops, or is moved to another in a hurry and untested.',
  fix: {
    console:
      'In Bedrock, open the model catalogue, choose the successor that is named there, test with it and change the model id of the callers.',
    cli: 'aws bedrock list-foundation-models --query "modelSummaries[?modelLifecycle.status==\'LEGACY\'].[modelId,modelLifecycle.endOfLifeTime]"',
    cloudformation: { FoundationModel: 'amazon.nova-lite-v1:0' },
  },
  source:
    'ListFoundationModels response, @aws-sdk/client-bedrock; ListMetrics response, @aws-sdk/client-cloudwatch',
  frameworks: { 'iso-42001': ['A.6.2.6'] },
  peers: { union: ['aws.bedrock.legacy-foundation-model'], 'aws-samples': ['FS-34', 'FS-63'] },
  examples: {
    pass: [
      { ...INVOKED, legacyModels: [] },
      {
        ...INVOKED,
        legacyModels: [{ modelId: 'amazon.titan-text-lite-v1', modelLifecycle: { status: 'LEGACY' } }],
      },
    ],
    fail: [
      {
        ...INVOKED,
        legacyModels: [{ modelId: 'amazon.nova-lite-v1:0', modelLifecycle: { status: 'LEGACY' } }],
      },
      {
        invokedModels: [{ Name: 'ModelId', Value: 'eu.anthropic.claude-3-haiku-20240307-v1:0' }],
        legacyModels: [
          { modelId: 'anthropic.claude-3-haiku-20240307-v1:0', modelLifecycle: { status: 'LEGACY' } },
        ],
      },
    ],
    unknown: [
      { ...INVOKED },
      {
        ...INVOKED,
        legacyModels: {
          $unread: {
            operation: 'bedrock:ListFoundationModels',
            outcome: 'denied',
            permission: 'bedrock:ListFoundationModels',
          },
        },
      },
    ],
    notApplicable: [{ invokedModels: [] }],
  },
});
