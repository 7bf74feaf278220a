import { PROTO_JSON, vertexEndpoint } from '#shared/assets/gcp/vertex.ts';
import { check } from '#shared/model/check.ts';
import { field, not, some } from '#shared/model/predicate.ts';

export default check(vertexEndpoint, {
  title: 'Deployed models write access logs',
  severity: 'low',
  applies: not(field('deployedModels').isEmpty()),
  fails: some('deployedModels', field('enableAccessLogging').absentIs(false, PROTO_JSON).isNot(true), {
    absentIsEmpty: PROTO_JSON,
  }),
  why: 'Without a line per prediction neither a flood of requests nor their source can be seen.',
  fix: {
    console: 'Deploy the model again with “Enable access logging” checked, under “Logging”.',
    cli: 'gcloud ai endpoints deploy-model ENDPOINT --region=REGION --model=MODEL --display-name=… --enable-access-logging',
    terraform:
      'resource "terraform_data" "…" {\n  provisioner "local-exec" {\n    command = "gcloud ai endpoints deploy-model ENDPOINT --region=REGION --model=MODEL --display-name=… --enable-access-logging"\n  }\n}',
  },
  source: 'google.cloud.aiplatform.v1.DeployedModel.enable_access_logging, @google-cloud/aiplatform 7.4.0',
  frameworks: { 'mitre-atlas': ['AML.T0034'], 'iso-42001': ['A.6.2.8'], 'nist-ai-rmf': ['MANAGE 4.1'] },
  examples: {
    pass: [{ deployedModels: [{ enableAccessLogging: true }] }],
    fail: [{ deployedModels: [{ enableAccessLogging: true }, { id: '2' }] }],
    unknown: [{ deployedModels: [{ enableAccessLogging: 'true' }] }],
    notApplicable: [{}],
  },
});
