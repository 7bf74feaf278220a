import { taskDefinition } from '#shared/assets/aws/ecs.ts';
import { check } from '#shared/model/check.ts';
import { isObject } from '#shared/model/json.ts';
import { type ImageAt, someImageFromElsewhere } from '../image-registries.ts';
import { SOURCE, taskOf } from './task-definition-examples.ts';

const OURS = '111122223333.dkr.ecr.eu-west-1.amazonaws.com';
const $governance = { approvedRegistries: [OURS] };

export default check(taskDefinition, {
  title: 'Tasks that serve or call models run images from approved registries',
  severity: 'high',
  fails: someImageFromElsewhere({
    reads: ['containerDefinitions'],
    of: ({ containerDefinitions }) =>
      (Array.isArray(containerDefinitions) ? containerDefinitions : []).flatMap(
        (container, index): ImageAt[] =>
          isObject(container) && typeof container['image'] === 'string'
            ? [[`containerDefinitions[${index}].image`, container['image']]]
            : [],
      ),
  }),
  why: 'Whoever owns the registry decides what reads every prompt and runs with the role of the task, and can change it at any time.',
  fix: {
    console:
      'Copy the image to a registry of yours, scan it, name it there in a new revision, and deploy that.',
    cli: 'aws ecs register-task-definition --cli-input-json file://task-definition.json',
    cloudformation: { ContainerDefinitions: [{ Image: '….dkr.ecr.….amazonaws.com/…@sha256:…' }] },
  },
  source: SOURCE,
  frameworks: { 'mitre-atlas': ['AML.T0010.004'], 'owasp-llm-2026': ['LLM04:2026'] },
  examples: {
    pass: [{ $config: taskOf({ image: `${OURS}/chat:1` }), $governance }],
    fail: [
      { $config: taskOf({ image: 'vllm/vllm-openai:v0.9.0' }), $governance },
      { $config: taskOf({ image: `evil.example.com/${OURS}/chat:1` }), $governance },
    ],
    unknown: [{ $config: taskOf({ image: 3 }), $governance }],
    notApplicable: [taskOf({ image: 'vllm/vllm-openai:v0.9.0' })],
  },
});
