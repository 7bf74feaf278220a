import { conversationalAgent } from '#shared/assets/gcp/dialogflow.ts';
import { PROTO_JSON } from '#shared/assets/gcp/vertex.ts';
import { check } from '#shared/model/check.ts';
import { all, field } from '#shared/model/predicate.ts';

export default check(conversationalAgent, {
  title: 'Dialogflow CX agents that keep conversations have settings that redact them',
  severity: 'medium',
  applies: field('advancedSettings.loggingSettings.enableInteractionLogging')
    .absentIs(false, PROTO_JSON)
    .is(true),
  fails: all(
    field('securitySettings').isEmpty(),
    field('advancedSettings.loggingSettings.enableConsentBasedRedaction')
      .absentIs(false, PROTO_JSON)
      .isNot(true),
  ),
  why: 'Whatever people tell the agent, names, numbers and complaints, is kept as they said it and as long as the default lets it.',
  fix: {
    console:
      'Open “Security settings”, make one with redaction and a time to live, and select it in the agent.',
    cli: 'curl -X PATCH "https://REGION-dialogflow.googleapis.com/v3/AGENT?updateMask=securitySettings" …',
    terraform:
      'resource "google_dialogflow_cx_agent" "…" {\n  security_settings = google_dialogflow_cx_security_settings.redacting.id\n}',
  },
  source: 'google.cloud.dialogflow.cx.v3.Agent.security_settings of @google-cloud/dialogflow-cx',
  frameworks: { 'mitre-atlas': ['AML.T0057'], 'owasp-llm-2026': ['LLM02:2026'], 'iso-42001': ['A.7.2'] },
  examples: {
    pass: [
      {
        securitySettings: 'projects/p/locations/l/securitySettings/s',
        advancedSettings: { loggingSettings: { enableInteractionLogging: true } },
      },
      {
        advancedSettings: {
          loggingSettings: { enableInteractionLogging: true, enableConsentBasedRedaction: true },
        },
      },
    ],
    fail: [{ advancedSettings: { loggingSettings: { enableInteractionLogging: true } } }],
    notApplicable: [{}],
  },
});
