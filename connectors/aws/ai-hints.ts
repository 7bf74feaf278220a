import { isAiVariable } from '#shared/assets/ai-variables.ts';

/**
 * What in the configuration of compute shows that it serves or calls models. Nothing here needs a call: it looks
 * at names of variables, at addresses in their values and at images.
 */

/** Images of programs that serve models, or are a front to them: the last part of the repository's name. */
const MODEL_RUNTIMES: readonly (readonly [name: string, image: RegExp])[] = [
  ['vllm', /(?:^|[-/_.])vllm/],
  ['ollama', /(?:^|[-/_.])ollama/],
  ['text-generation-inference', /text-generation-inference|(?:^|[-/_])tgi(?:$|[-:_@])|-tgi-inference/],
  ['text-embeddings-inference', /text-embeddings-inference|-tei(?:$|[-:@])/],
  ['triton', /tritonserver|triton-?inference/],
  ['nim', /(?:^|\/)nvcr\.io\/nim\//],
  ['llama.cpp', /llama[.-]?cpp/],
  ['sglang', /(?:^|[-/_])sglang/],
  ['lmdeploy', /(?:^|[-/_])lmdeploy/],
  ['tensorrt-llm', /tensorrt[-_]?llm/],
  ['djl-serving', /djl-(?:inference|serving)/],
  ['torchserve', /torchserve|pytorch-inference/],
  ['tensorflow-serving', /tensorflow\/serving|tensorflow-(?:serving|inference)/],
  ['hugging-face-inference', /huggingface-(?:pytorch|tensorflow)-inference/],
  ['localai', /(?:^|[-/_])local-?ai(?:$|[-/:_@])/],
  ['xinference', /(?:^|[-/_])xinference/],
  ['litellm', /(?:^|[-/_])litellm/],
  ['open-webui', /open-webui/],
  ['comfyui', /comfyui/],
  ['stable-diffusion', /stable-diffusion/],
  ['ray-llm', /ray-(?:llm|serve)/],
  ['langflow', /(?:^|[-/_])langflow/],
  ['flowise', /(?:^|[-/_])flowise/],
  ['dify', /(?:^|[-/_])dify-(?:api|web|sandbox|plugin)/],
  ['whisper', /(?:^|[-/_])(?:faster-)?whisper/],
];

/** Hosts of model providers' APIs. */
const PROVIDER_HOSTS: readonly (readonly [provider: string, host: RegExp])[] = [
  ['OpenAI', /^api\.openai\.com$/],
  ['Azure OpenAI', /\.(?:openai\.azure\.com|services\.ai\.azure\.com|inference\.ai\.azure\.com)$/],
  ['Anthropic', /^api\.anthropic\.com$/],
  ['Google Gemini', /^(?:generativelanguage|(?:[a-z0-9-]+-)?aiplatform)\.googleapis\.com$/],
  ['Amazon Bedrock', /^bedrock(?:-(?:runtime|agent|agent-runtime|agentcore|mantle))?\.[a-z0-9.-]+$/],
  ['Amazon SageMaker', /^runtime\.sagemaker\.[a-z0-9-]+\.amazonaws\.com$/],
  ['Hugging Face', /^(?:api-inference|router)\.huggingface\.co$|\.endpoints\.huggingface\.cloud$/],
  ['Cohere', /^api\.cohere\.(?:com|ai)$/],
  ['Mistral AI', /^api\.mistral\.ai$/],
  ['Groq', /^api\.groq\.com$/],
  ['DeepSeek', /^api\.deepseek\.com$/],
  ['Together AI', /^api\.together\.(?:xyz|ai)$/],
  ['Fireworks AI', /^api\.fireworks\.ai$/],
  ['OpenRouter', /^openrouter\.ai$/],
  ['Perplexity', /^api\.perplexity\.ai$/],
  ['Replicate', /^api\.replicate\.com$/],
  ['xAI', /^api\.x\.ai$/],
  ['Moonshot AI', /^api\.moonshot\.(?:ai|cn)$/],
  ['Alibaba Model Studio', /^dashscope(?:-intl)?\.aliyuncs\.com$/],
  ['NVIDIA NIM', /^integrate\.api\.nvidia\.com$/],
  ['Pinecone', /\.pinecone\.io$/],
];

/** Which program that serves models the image is of: `vllm/vllm-openai:v0.9` → `vllm`. */
export const modelRuntimeOf = (image: string | undefined): string | undefined =>
  image === undefined
    ? undefined
    : MODEL_RUNTIMES.find(([, pattern]) => pattern.test(image.toLowerCase()))?.[0];

/** Whose API an address in the text leads to. */
export function modelProviderIn(text: string): string | undefined {
  for (const [host] of text.toLowerCase().matchAll(/[a-z0-9-]+(?:\.[a-z0-9-]+)+/g)) {
    const provider = PROVIDER_HOSTS.find(([, pattern]) => pattern.test(host))?.[0];
    if (provider) return provider;
  }
  return undefined;
}

/** What compute shows of itself. */
export interface Compute {
  /** Variables with their values, before those are withheld. */
  readonly variables?: Readonly<Record<string, string>> | undefined;
  readonly images?: readonly (string | undefined)[];
  /** Other texts that may hold addresses, images or names of variables: commands, user data. */
  readonly texts?: readonly (string | undefined)[];
}

/**
 * What shows that it serves or calls models, in words that hold no value: `variable OPENAI_API_KEY`, `host of
 * OpenAI`, `image of vllm`. Empty where nothing does.
 */
export function aiHintsOf({ variables = {}, images = [], texts = [] }: Compute): string[] {
  const hints = [
    ...Object.keys(variables)
      .filter(isAiVariable)
      .map((name) => `variable ${name}`),
    ...[...Object.values(variables), ...texts].map((text) =>
      labelled('host of', modelProviderIn(text ?? '')),
    ),
    ...images.map((image) => labelled('image of', modelRuntimeOf(image))),
    ...texts.flatMap((text = '') => [
      ...[...text.matchAll(/\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b/g)]
        .filter(([name]) => isAiVariable(name))
        .map(([name]) => `variable ${name}`),
      labelled('program', modelRuntimeOf(text)),
    ]),
  ];
  return [...new Set(hints.filter((hint) => hint !== undefined))].sort();
}

const labelled = (label: string, name: string | undefined): string | undefined => name && `${label} ${name}`;
