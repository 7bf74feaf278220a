import type { Peers } from '#shared/model/check.ts';

/** What another tool looks for and no check of ours does, and why. */
export interface NotCovered {
  /** The ids under which it is known, as in {@link Peers}. */
  readonly peers: Peers;
  readonly reason: string;
}

export const notCovered: readonly NotCovered[] = [
  {
    peers: { union: ['aws.agentregistry.auto-detection'], 'aws-samples': ['AR-06'] },
    reason:
      'Neither GetRegistryResponse nor any other type of @aws-sdk/client-bedrock-agentcore-control has a field that says whether a registry detects agents by itself.',
  },
  {
    peers: { union: ['aws.agentregistry.no-cmk'], 'aws-samples': ['AR-05'] },
    reason:
      'GetRegistryResponse of @aws-sdk/client-bedrock-agentcore-control has no key: which key a registry is encrypted with cannot be read.',
  },
  {
    peers: { union: ['aws.agentregistry.record-provenance'], 'aws-samples': ['AR-08'] },
    reason:
      'GetRegistryRecordResponse of @aws-sdk/client-bedrock-agentcore-control has no field that says where a record was detected.',
  },
  {
    peers: { union: ['aws.agentcore.no-service-linked-role'], 'aws-samples': ['AC-09'] },
    reason:
      'AgentCore creates its service-linked roles itself with the first runtime or network that needs them and IAM lets nobody edit them, so that a missing one only says that the account does not use AgentCore',
  },
  {
    peers: { union: ['aws.cloudtrail.llm-jacking'], prowler: ['cloudtrail_threat_detection_llm_jacking'] },
    reason:
      'It judges a sequence of CloudTrail events by one identity (LookupEvents), which is behaviour and not configuration; detections over audit trails come later.',
  },
  {
    peers: { union: ['aws.devopsguru.no-notification'], cloudsploit: ['devOpsGuruNotificationEnabled'] },
    reason:
      'The only SDK client of DevOps Guru that can be installed is a version of 2024 with outdated dependencies.',
  },
  {
    peers: { union: ['aws.lookoutmetrics.detector-no-cmk'], cloudsploit: ['anomalyDetectorEncrypted'] },
    reason: 'AWS has retired Lookout for Metrics, and its client is no longer in the SDK.',
  },
  {
    peers: { union: ['aws.lookoutvision.model-no-cmk'], cloudsploit: ['modelDataEncrypted'] },
    reason: 'AWS has retired Lookout for Vision, and its client is no longer in the SDK.',
  },
  {
    peers: { union: ['gcp.dialogflow.cx-webhook-no-logging'], checkov: ['CKV2_GCP_31'] },
    reason:
      'Webhook of google.cloud.dialogflow.cx.v3 has no field that says whether it logs: the Terraform attribute has no counterpart in the API.',
  },
  {
    peers: { union: ['gcp.documentai.warehouse-no-cmek'], checkov: ['CKV2_GCP_23'] },
    reason:
      'The key of Document AI Warehouse is given once, when a location is initialised, and no method of contentwarehouse.v1 gives it back.',
  },
  {
    peers: {
      union: ['gcp.notebooks.runtime-no-cmek', 'gcp.notebooks.runtime-public-ip'],
      checkov: ['CKV2_GCP_35', 'CKV2_GCP_36'],
    },
    reason:
      'Managed notebooks were runtimes of notebooks v1; the reference of the Notebooks API now has v2 alone, which has no runtimes. Those of Colab Enterprise are read from Vertex AI.',
  },
  {
    peers: { union: ['azure.apim.llm-jacking'], prowler: ['apim_threat_detection_llm_jacking'] },
    reason:
      'It judges a sequence of calls by one client in the gateway logs of API Management, which is behaviour and not configuration; detections over logs come later.',
  },
  {
    peers: { research: ['gcp 14'] },
    reason:
      'Whether an artefact is a pickle is written in the artefact: it takes reading bytes of the file, which no scan of configurations does. That a bucket of artefacts is public or can be written by strangers is checked.',
  },
  {
    peers: { research: ['gcp 1, of cached contents'] },
    reason:
      'CachedContent.encryption_spec is input only (google/cloud/aiplatform/v1/cached_content.proto): a reply does not say which key a cache was made with.',
  },
];
