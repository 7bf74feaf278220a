import { lambdaFunction } from '#shared/assets/aws/lambda.ts';
import { providerOfKey } from '#shared/assets/provider-keys.ts';
import { check } from '#shared/model/check.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import { isObject } from '#shared/model/json.ts';
import { judgedBy } from '#shared/model/predicate.ts';

const PROVIDER_FORM = /^withheld: (?:model-provider-key|hugging-face-token|google-api-key)$/;
const EXPECTED = 'no key of a model provider';

export default check(lambdaFunction, {
  title: 'Lambda functions hold no keys of model providers in environment variables',
  severity: 'high',
  fails: judgedBy({
    sentence: 'an environment variable holds the key of a model provider',
    reads: ['Environment.Variables'],
    judge: ({ config: { Environment } }) => {
      const variables = isObject(Environment) ? Environment['Variables'] : undefined;
      const keys = Object.entries(isObject(variables) ? variables : {}).flatMap(
        ([name, value]): Evidence[] => {
          const kept = String(value);
          const provider = providerOfKey(name);
          if (!PROVIDER_FORM.test(kept) && !(provider && kept.startsWith('withheld: '))) return [];
          const path = `Environment.Variables['${name}']`;
          const found = { path, state: 'read', found: kept, expected: EXPECTED } as const;
          return [provider ? { ...found, note: provider } : found];
        },
      );
      if (keys.length > 0) return { truth: true, evidence: keys };
      return {
        truth: false,
        evidence: [
          { path: 'Environment.Variables', state: variables ? 'read' : 'absent', expected: EXPECTED },
        ],
      };
    },
  }),
  why: 'The function sends data to a model outside of what the organisation watches, and whoever reads its settings can spend on the same account.',
  fix: {
    console:
      'Put the key into Secrets Manager, let the function’s role read it, remove the variable, and have the provider issue another key.',
    cli: 'aws secretsmanager create-secret --name … --secret-string …; aws lambda update-function-configuration --function-name … --environment …',
    cloudformation: { Environment: { Variables: { OPENAI_API_KEY_ARN: 'arn:aws:secretsmanager:…' } } },
  },
  source: 'ListFunctions response, @aws-sdk/client-lambda; values are withheld when read',
  frameworks: { 'mitre-atlas': ['AML.T0055'], 'owasp-llm-2026': ['LLM02:2026'] },
  peers: { union: ['aws.shadow-ai.keys-in-compute'] },
  examples: {
    pass: [
      { Environment: { Variables: { STAGE: 'withheld', OPENAI_API_KEY: 'withheld' } } },
      { Environment: { Variables: { DB_PASSWORD: 'withheld: named-like-a-secret' } } },
    ],
    fail: [
      { Environment: { Variables: { OPENAI_API_KEY: 'withheld: named-like-a-secret' } } },
      { Environment: { Variables: { SETTING: 'withheld: model-provider-key' } } },
    ],
  },
});
