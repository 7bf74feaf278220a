import { taskDefinition } from '#shared/assets/aws/ecs.ts';
import { PROVIDER_KEYS } from '#shared/assets/provider-keys.ts';
import { check } from '#shared/model/check.ts';
import { all, any, field, some } from '#shared/model/predicate.ts';
import { SOURCE, taskOf } from './task-definition-examples.ts';

const NAMES = new RegExp(`^(?:[A-Z0-9]+_)*?(?:${Object.keys(PROVIDER_KEYS).join('|')})(?:_?\\d+)?$`, 'i');

export default check(taskDefinition, {
  title: 'Task definitions hold no keys of model providers',
  severity: 'high',
  fails: some(
    'containerDefinitions',
    some(
      'environment',
      any(
        // The value is in a secret store, or is none, where it does not look like a secret.
        all(field('name').matches(NAMES), field('value').matches(/^withheld: /)),
        field('value').isOneOf('withheld: model-provider-key', 'withheld: hugging-face-token'),
      ),
      { absentIsEmpty: SOURCE },
    ),
  ),
  why: 'Everybody who may describe task definitions reads the key and calls the provider on your account, and no control of AWS sees what is sent there.',
  fix: {
    console:
      'Put the key into Secrets Manager, name it under the container’s “Secrets” in a new revision, deploy that, and let the provider revoke the old key.',
    cli: 'aws ecs register-task-definition --cli-input-json file://task-definition.json',
    cloudformation: {
      ContainerDefinitions: [
        { Secrets: [{ Name: 'OPENAI_API_KEY', ValueFrom: 'arn:aws:secretsmanager:…' }], Environment: [] },
      ],
    },
  },
  source: SOURCE,
  frameworks: { 'mitre-atlas': ['AML.T0055'], 'owasp-llm-2026': ['LLM02:2026'] },
  peers: { union: ['aws.shadow-ai.keys-in-compute'] },
  examples: {
    pass: [
      taskOf({
        environment: [{ name: 'LOG_LEVEL', value: 'withheld' }],
        secrets: [{ name: 'OPENAI_API_KEY', valueFrom: 'arn:aws:secretsmanager:eu-west-1:1:secret:o' }],
      }),
      taskOf({ environment: [{ name: 'OPENAI_API_KEY', value: 'withheld' }] }),
    ],
    fail: [
      taskOf({ environment: [{ name: 'PROD_OPENAI_API_KEY', value: 'withheld: named-like-a-secret' }] }),
      taskOf({ environment: [{ name: 'LLM', value: 'withheld: model-provider-key' }] }),
    ],
  },
});
