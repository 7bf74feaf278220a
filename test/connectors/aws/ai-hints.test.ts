import { describe, expect, it } from 'vitest';
import { aiHintsOf, modelProviderIn, modelRuntimeOf } from '#connectors/aws/ai-hints.ts';
import { isAiVariable } from '#shared/assets/ai-variables.ts';
import { providerOfKey } from '#shared/assets/provider-keys.ts';

describe('variables', () => {
  it.each([
    ['OPENAI_API_KEY', 'OpenAI'],
    ['PROD_OPENAI_API_KEY_2', 'OpenAI'],
    ['anthropic_api_key', 'Anthropic'],
    ['HF_TOKEN', 'Hugging Face'],
    ['AWS_BEARER_TOKEN_BEDROCK', 'Amazon Bedrock'],
    ['OPENAI_API_KEY_ARN', undefined],
    ['API_KEY', undefined],
    ['STRIPE_API_KEY', undefined],
  ])('%s holds the key of %s', (name, provider) => {
    expect(providerOfKey(name)).toBe(provider);
  });

  it.each([
    'OPENAI_API_KEY_ARN',
    'OPENAI_BASE_URL',
    'BEDROCK_MODEL_ID',
    'MY_BEDROCK_REGION',
    'SAGEMAKER_ENDPOINT_NAME',
    'LLM_MODEL',
    'KNOWLEDGE_BASE_ID',
    'GUARDRAIL_ID',
    'LANGCHAIN_TRACING_V2',
    'OLLAMA_HOST',
    'PINECONE_INDEX',
    'HF_MODEL_ID',
  ])('%s shows AI', (name) => {
    expect(isAiVariable(name)).toBe(true);
  });

  it.each([
    'TABLE_NAME',
    'LOG_LEVEL',
    'MODEL_BUCKET',
    'API_KEY',
    'STAGE',
    'AGENT_NAME',
    'HF_RATE',
    'SHELF_LIFE',
  ])('%s does not', (name) => {
    expect(isAiVariable(name)).toBe(false);
  });
});

describe('images', () => {
  it.each([
    ['vllm/vllm-openai:v0.9.1', 'vllm'],
    ['444455556666.dkr.ecr.eu-west-1.amazonaws.com/team/vllm:latest', 'vllm'],
    ['ollama/ollama', 'ollama'],
    ['ghcr.io/huggingface/text-generation-inference:3.3', 'text-generation-inference'],
    ['nvcr.io/nvidia/tritonserver:25.04-py3', 'triton'],
    ['nvcr.io/nim/meta/llama-3.1-8b-instruct:1.8', 'nim'],
    ['ghcr.io/ggml-org/llama.cpp:server-cuda', 'llama.cpp'],
    ['ghcr.io/berriai/litellm:main-stable', 'litellm'],
    ['763104351884.dkr.ecr.eu-west-1.amazonaws.com/pytorch-inference:2.6', 'torchserve'],
    ['nginx:1.27', undefined],
    ['444455556666.dkr.ecr.eu-west-1.amazonaws.com/modify-orders:3', undefined],
    [undefined, undefined],
  ])('%s is of %s', (image, runtime) => {
    expect(modelRuntimeOf(image)).toBe(runtime);
  });
});

describe('hosts', () => {
  it.each([
    ['https://api.openai.com/v1', 'OpenAI'],
    ['https://contoso.openai.azure.com/', 'Azure OpenAI'],
    ['bedrock-runtime.eu-west-1.amazonaws.com', 'Amazon Bedrock'],
    ['curl -s https://api.anthropic.com/v1/messages', 'Anthropic'],
    ['https://api.openai.com.example.org/', undefined],
    ['https://example.com/api.openai.com-proxy', undefined],
    ['none', undefined],
  ])('%s leads to %s', (text, provider) => {
    expect(modelProviderIn(text)).toBe(provider);
  });
});

describe('what compute shows', () => {
  it('is named without a value', () => {
    const hints = aiHintsOf({
      variables: {
        OPENAI_API_KEY: 'sk-abcdefghijklmnopqrstuvwx',
        BASE: 'https://api.openai.com/v1',
        STAGE: 'prod',
      },
      images: ['vllm/vllm-openai'],
      texts: ['export ANTHROPIC_API_KEY=swordfish; docker run ollama/ollama'],
    });
    expect(hints).toEqual([
      'host of OpenAI',
      'image of vllm',
      'program ollama',
      'variable ANTHROPIC_API_KEY',
      'variable OPENAI_API_KEY',
    ]);
  });

  it('is nothing where nothing shows it', () => {
    expect(aiHintsOf({ variables: { STAGE: 'prod' }, images: ['nginx'], texts: [undefined] })).toEqual([]);
  });
});
