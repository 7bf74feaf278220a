/**
 * The variables in which the clients of model providers look for their keys.
 * Source: each provider's own client library, and LiteLLM's list of providers.
 */
export const PROVIDER_KEYS: Readonly<Record<string, string>> = {
  AI21_API_KEY: 'AI21',
  ANTHROPIC_API_KEY: 'Anthropic',
  ANTHROPIC_AUTH_TOKEN: 'Anthropic',
  AWS_BEARER_TOKEN_BEDROCK: 'Amazon Bedrock',
  AZURE_API_KEY: 'Azure OpenAI',
  AZURE_OPENAI_API_KEY: 'Azure OpenAI',
  CEREBRAS_API_KEY: 'Cerebras',
  CO_API_KEY: 'Cohere',
  COHERE_API_KEY: 'Cohere',
  DASHSCOPE_API_KEY: 'Alibaba Model Studio',
  DEEPSEEK_API_KEY: 'DeepSeek',
  FIREWORKS_API_KEY: 'Fireworks AI',
  GEMINI_API_KEY: 'Google Gemini',
  GOOGLE_API_KEY: 'Google Gemini',
  GROQ_API_KEY: 'Groq',
  HF_TOKEN: 'Hugging Face',
  HF_API_TOKEN: 'Hugging Face',
  HUGGINGFACE_API_KEY: 'Hugging Face',
  HUGGINGFACEHUB_API_TOKEN: 'Hugging Face',
  HUGGING_FACE_HUB_TOKEN: 'Hugging Face',
  JINA_API_KEY: 'Jina AI',
  LANGCHAIN_API_KEY: 'LangSmith',
  LANGSMITH_API_KEY: 'LangSmith',
  LITELLM_MASTER_KEY: 'LiteLLM',
  MISTRAL_API_KEY: 'Mistral AI',
  MOONSHOT_API_KEY: 'Moonshot AI',
  NVIDIA_API_KEY: 'NVIDIA NIM',
  OPENAI_API_KEY: 'OpenAI',
  OPENROUTER_API_KEY: 'OpenRouter',
  PERPLEXITY_API_KEY: 'Perplexity',
  PERPLEXITYAI_API_KEY: 'Perplexity',
  PINECONE_API_KEY: 'Pinecone',
  REPLICATE_API_KEY: 'Replicate',
  REPLICATE_API_TOKEN: 'Replicate',
  TAVILY_API_KEY: 'Tavily',
  TOGETHER_API_KEY: 'Together AI',
  TOGETHERAI_API_KEY: 'Together AI',
  VOYAGE_API_KEY: 'Voyage AI',
  XAI_API_KEY: 'xAI',
};

const PREFIXED = new RegExp(`^(?:[A-Z0-9]+_)*?(${Object.keys(PROVIDER_KEYS).join('|')})(?:_?\\d+)?$`, 'i');

/** Whose key a variable of that name holds: `PROD_OPENAI_API_KEY_2` is OpenAI's, `OPENAI_API_KEY_ARN` nobody's. */
export function providerOfKey(variable: string): string | undefined {
  const name = PREFIXED.exec(variable)?.[1];
  return name && PROVIDER_KEYS[name.toUpperCase()];
}
