import { dialogflowEsAgent } from '#shared/assets/gcp/dialogflow.ts';
import { PROTO_JSON } from '#shared/assets/gcp/vertex.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(dialogflowEsAgent, {
  title: 'Dialogflow ES agents write logs',
  severity: 'low',
  fails: field('enableLogging').absentIs(false, PROTO_JSON).isNot(true),
  why: 'Without a log nobody sees how people talk the agent into something, or what it told them.',
  fix: {
    console: 'Open the agent’s settings, “General”, and enable “Log interactions to Google Cloud”.',
    cli: 'curl -X POST "https://dialogflow.googleapis.com/v2/projects/PROJECT/agent?updateMask=enableLogging" …',
    terraform: 'resource "google_dialogflow_agent" "…" {\n  enable_logging = true\n}',
  },
  source: 'google.cloud.dialogflow.v2.Agent.enable_logging of @google-cloud/dialogflow',
  frameworks: { 'iso-42001': ['A.6.2.8'], 'nist-ai-rmf': ['MANAGE 4.1'] },
  peers: { union: ['gcp.dialogflow.es-agent-no-logging'], checkov: ['CKV2_GCP_29'] },
  examples: {
    pass: [{ enableLogging: true }],
    fail: [{}, { enableLogging: false }],
    unknown: [{ enableLogging: 'yes' }],
  },
});
