/** `azureml://registries/r/models/m/labels/latest` and `azureml:m@latest`: whatever the label leads to by then. */
export const FLOATING = /\/labels\/|@latest$/i;

/** A model of the hub of Hugging Face, as its registry is called. */
export const COMMUNITY_HUB = /^azureml:\/\/registries\/HuggingFace(?:-[\w-]+)?\//i;

/** A model or an environment of a registry, and not of a workspace. */
export const OF_REGISTRY = /^azureml:\/\/registries\/[^/]+\//i;
