import { taskDefinition } from '#shared/assets/aws/ecs.ts';
import { check } from '#shared/model/check.ts';
import { parameter } from '#shared/model/governance.ts';
import { field, not, some } from '#shared/model/predicate.ts';
import { SOURCE, taskOf } from './task-definition-examples.ts';

const $governance = { approvedImages: ['111122223333.dkr.ecr.eu-west-1.amazonaws.com/*'] };

export default check(taskDefinition, {
  title: 'Tasks that serve or call models run approved images',
  severity: 'medium',
  fails: some('containerDefinitions', not(field('image').fitsOneOf(parameter('approvedImages')))),
  why: 'An image that nobody has looked at reads every prompt and every document that the task is given.',
  fix: {
    console: 'Copy the image into a repository that is approved, and name it there in a new revision.',
    cli: 'aws ecs register-task-definition --cli-input-json file://task-definition.json',
    cloudformation: { ContainerDefinitions: [{ Image: '….dkr.ecr.….amazonaws.com/…@sha256:…' }] },
  },
  source: SOURCE,
  frameworks: { 'mitre-atlas': ['AML.T0010'], 'owasp-llm-2026': ['LLM03:2026'] },
  examples: {
    pass: [
      {
        $config: taskOf({ image: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/chat:1' }),
        $governance,
      },
    ],
    fail: [{ $config: taskOf({ image: 'vllm/vllm-openai:v0.9.0' }), $governance }],
    notApplicable: [taskOf({ image: 'vllm/vllm-openai:v0.9.0' })],
  },
});
