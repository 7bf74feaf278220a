import { taskDefinition } from '#shared/assets/aws/ecs.ts';
import { check } from '#shared/model/check.ts';
import { field, some } from '#shared/model/predicate.ts';
import { SOURCE, taskOf } from './task-definition-examples.ts';

const MODEL_SERVERS =
  /vllm|ollama|text-generation-inference|[-/_]tgi\b|tritonserver|nvcr\.io\/nim\/|llama[.-]?cpp|sglang|lmdeploy|tensorrt[-_]?llm|djl-(?:inference|serving)|torchserve|local-?ai|xinference/i;

export default check(taskDefinition, {
  title: 'Models are served by managed services, not by containers of one’s own',
  severity: 'informational',
  byDefault: 'off',
  fails: some('containerDefinitions', field('image').matches(MODEL_SERVERS)),
  why: 'A model server in a container has neither guardrails nor invocation logs, and mostly no authentication: whoever reaches its port uses the model.',
  fix: {
    console:
      'Serve the model from Bedrock or from a SageMaker endpoint, or take the service into the inventory of what is allowed.',
    cli: 'aws ecs update-service --cluster … --service … --desired-count 0',
    cloudformation: { DesiredCount: 0 },
  },
  source: SOURCE,
  frameworks: { 'owasp-llm-2026': ['LLM03:2026'] },
  peers: { union: ['aws.shadow-ai.self-hosted-llm'] },
  examples: {
    pass: [taskOf({ image: 'example/chat:1' })],
    fail: [
      taskOf({ image: 'vllm/vllm-openai:v0.9.0' }),
      taskOf({ image: 'ghcr.io/huggingface/text-generation-inference:3' }),
    ],
    unknown: [taskOf({ image: null })],
  },
});
