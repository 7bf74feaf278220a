import { modelDeployment } from '#shared/assets/azure/cognitive-services.ts';
import { check } from '#shared/model/check.ts';
import { isObject } from '#shared/model/json.ts';
import { field, judgedBy, not } from '#shared/model/predicate.ts';

const PATH = 'properties.model.sourceAccount';

const subscriptionOf = (id: unknown): string | undefined =>
  typeof id === 'string' ? /^\/subscriptions\/([^/]+)\//i.exec(id)?.[1]?.toLowerCase() : undefined;

export default check(modelDeployment, {
  title: 'Fine-tuned models come from accounts of the same subscription',
  severity: 'medium',
  applies: not(field(PATH).isEmpty()),
  fails: judgedBy({
    sentence: `\`${PATH}\` is an account of another subscription`,
    reads: ['id', PATH],
    judge: ({ config: { id, properties } }) => {
      const model = isObject(properties) ? properties['model'] : undefined;
      const source = isObject(model) ? subscriptionOf(model['sourceAccount']) : undefined;
      const own = subscriptionOf(id);
      const expected = 'an account of the subscription that the deployment is in';
      return source === undefined || own === undefined
        ? { truth: undefined, evidence: [{ path: PATH, state: 'malformed', expected }] }
        : { truth: source !== own, evidence: [{ path: PATH, state: 'read', expected }] };
    },
  }),
  why: 'Whoever may write in that other subscription decides what your model was trained on, and what it answers.',
  fix: {
    console:
      'Azure AI Foundry: fine-tune the model in an account of this subscription and deploy it from there, or record why that one is trusted.',
    cli: 'az cognitiveservices account deployment delete --name <account> --resource-group … --deployment-name …',
    bicep: 'properties: { model: { sourceAccount: account.id, … } }',
  },
  source: 'DeploymentModel.sourceAccount of @azure/arm-cognitiveservices: an ARM id',
  frameworks: { 'mitre-atlas': ['AML.T0010.003', 'AML.T0020'], 'owasp-llm-2026': ['LLM03:2026'] },
  examples: {
    pass: [
      {
        id: '/subscriptions/s/resourceGroups/g/providers/Microsoft.CognitiveServices/accounts/a/deployments/d',
        properties: {
          model: {
            sourceAccount:
              '/subscriptions/S/resourceGroups/g/providers/Microsoft.CognitiveServices/accounts/b',
          },
        },
      },
    ],
    fail: [
      {
        id: '/subscriptions/s/resourceGroups/g/providers/Microsoft.CognitiveServices/accounts/a/deployments/d',
        properties: {
          model: {
            sourceAccount:
              '/subscriptions/t/resourceGroups/g/providers/Microsoft.CognitiveServices/accounts/b',
          },
        },
      },
    ],
    unknown: [
      {
        id: '/subscriptions/s/resourceGroups/g/providers/Microsoft.CognitiveServices/accounts/a/deployments/d',
        properties: { model: { sourceAccount: 'somewhere' } },
      },
    ],
    notApplicable: [{ properties: { model: { name: 'gpt-4o' } } }],
  },
});
