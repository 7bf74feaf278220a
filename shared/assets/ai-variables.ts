import { providerOfKey } from './provider-keys.ts';

/** Variables that AI libraries, and people who use managed models, set; whatever stands before them. */
const AI_VARIABLES: readonly RegExp[] = [
  /(?:^|_)(?:OPENAI|ANTHROPIC|AZURE_OPENAI|COHERE|MISTRAL|GROQ|GEMINI|DEEPSEEK|HUGGINGFACE|HUGGINGFACEHUB)_/,
  /(?:^|_)(?:HF|HUGGING_FACE_HUB|TRANSFORMERS)_(?:TOKEN|API_TOKEN|HOME|MODEL_ID|MODEL|TASK|CACHE)$/,
  /(?:^|_)BEDROCK(?:_|$)/,
  /(?:^|_)SAGEMAKER_(?:ENDPOINT|MODEL|INFERENCE)/,
  /(?:^|_)(?:LLM|EMBEDDINGS?|FOUNDATION_MODEL|CHAT_MODEL|GUARDRAIL|KNOWLEDGE_BASE|VECTOR_STORE)_?(?:ID|NAME|MODEL|MODEL_ID|ENDPOINT|URL|ARN|PROVIDER|VERSION|DEPLOYMENT|API_KEY)$/,
  /(?:^|_)(?:LANGCHAIN|LANGSMITH|LANGFUSE|LLAMA_INDEX|LLAMA_CLOUD|LITELLM|CREWAI|AUTOGEN)_/,
  /(?:^|_)(?:OLLAMA|VLLM|TGI|TRITON|LLAMA_ARG|COMFYUI)_/,
  /(?:^|_)(?:PINECONE|WEAVIATE|QDRANT|CHROMA|MILVUS)_/,
  /(?:^|_)AGENT_?CORE_/,
];

/** Whether a variable of that name belongs to an AI library or names a model. */
export const isAiVariable = (name: string): boolean =>
  providerOfKey(name) !== undefined || AI_VARIABLES.some((pattern) => pattern.test(name.toUpperCase()));
