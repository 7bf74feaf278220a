import { conversationalAgent } from '#shared/assets/gcp/dialogflow.ts';
import { PROTO_JSON } from '#shared/assets/gcp/vertex.ts';
import { check } from '#shared/model/check.ts';
import { all, field } from '#shared/model/predicate.ts';

const isOff = (path: string) => field(path).absentIs(false, PROTO_JSON).isNot(true);

export default check(conversationalAgent, {
  title: 'Dialogflow CX agents write logs',
  severity: 'low',
  // The older field is deprecated, and still sent by agents that were set up with it.
  fails: all(
    isOff('advancedSettings.loggingSettings.enableStackdriverLogging'),
    isOff('enableStackdriverLogging'),
  ),
  why: 'Without a log nobody sees how people talk the agent into something, or what it told them.',
  fix: {
    console: 'Open the agent, “Agent settings”, “General”, “Logging settings”, and enable Cloud Logging.',
    cli: 'curl -X PATCH "https://REGION-dialogflow.googleapis.com/v3/AGENT?updateMask=advancedSettings.loggingSettings" …',
    terraform:
      'resource "google_dialogflow_cx_agent" "…" {\n  advanced_settings {\n    logging_settings { enable_stackdriver_logging = true }\n  }\n}',
  },
  source: 'google.cloud.dialogflow.cx.v3.Agent of @google-cloud/dialogflow-cx',
  frameworks: { 'iso-42001': ['A.6.2.8'], 'nist-ai-rmf': ['MANAGE 4.1'] },
  peers: { union: ['gcp.dialogflow.cx-agent-no-logging'], checkov: ['CKV2_GCP_30'] },
  examples: {
    pass: [
      { advancedSettings: { loggingSettings: { enableStackdriverLogging: true } } },
      { enableStackdriverLogging: true },
    ],
    fail: [{}, { advancedSettings: { loggingSettings: { enableInteractionLogging: true } } }],
    unknown: [{ enableStackdriverLogging: 'yes' }],
  },
});
