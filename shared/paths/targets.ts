import type { TargetKind } from './attack-path.ts';

/** What attackers come for, by the type of the asset that holds it. */
const TARGETS: Readonly<Record<TargetKind, readonly string[]>> = {
  'model-weights': [
    'aws.sagemaker.model',
    'aws.sagemaker.model-package',
    'aws.bedrock.custom-model',
    'aws.bedrock.imported-model',
    'aws.comprehend.document-classifier',
    'aws.comprehend.entity-recognizer',
    'aws.rekognition.project-version',
    'azure.machine-learning.model',
    'azure.machine-learning.model-version',
    'azure.cognitive-services.deployment',
    'gcp.vertex.model',
  ],
  'training-data': [
    'aws.sagemaker.feature-group',
    'aws.forecast.dataset',
    'aws.personalize.dataset-group',
    'aws.healthlake.datastore',
    'azure.machine-learning.datastore',
    'gcp.vertex.dataset',
    'gcp.vertex.featurestore',
    'gcp.vertex.feature-online-store',
  ],
  'knowledge-base': [
    'aws.bedrock.knowledge-base',
    'aws.aoss.collection',
    'aws.s3vectors.vector-bucket',
    'aws.kendra.index',
    'aws.opensearch.domain',
    'aws.bedrock-agentcore.memory',
    'azure.search.service',
    'gcp.vertex.rag-corpus',
    'gcp.vertex.index',
    'gcp.discoveryengine.data-store',
  ],
  'credentials-vault': [
    'aws.bedrock-agentcore.token-vault',
    'aws.bedrock-agentcore.api-key-credential-provider',
    'aws.bedrock-agentcore.oauth2-credential-provider',
    'azure.key-vault.vault',
    'azure.machine-learning.connection',
    'azure.cognitive-services.connection',
  ],
  'high-privilege-role': [],
};

const kindOfType = new Map(
  Object.entries(TARGETS).flatMap(([kind, types]) => types.map((type) => [type, kind as TargetKind])),
);

/** What an asset of the type is a target as; buckets are what is stored in them, and roles what they may do. */
export const targetKindOf = (type: string): TargetKind | undefined => kindOfType.get(type);

/** Stores that are a target as what is kept in them, by the relation that leads to them. */
export const KEPT_IN_STORES: Readonly<Partial<Record<string, TargetKind>>> = {
  'stored-in': 'model-weights',
  'trained-on': 'training-data',
};

export const STORES: ReadonlySet<string> = new Set([
  'aws.s3.bucket',
  'azure.storage.account',
  'gcp.storage.bucket',
]);
