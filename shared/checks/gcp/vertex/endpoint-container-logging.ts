import { PROTO_JSON, vertexEndpoint } from '#shared/assets/gcp/vertex.ts';
import { check } from '#shared/model/check.ts';
import { field, not, some } from '#shared/model/predicate.ts';

export default check(vertexEndpoint, {
  title: 'Deployed models send their container logs to Cloud Logging',
  severity: 'low',
  applies: not(field('deployedModels').isEmpty()),
  fails: some('deployedModels', field('disableContainerLogging').absentIs(false, PROTO_JSON).is(true), {
    absentIsEmpty: PROTO_JSON,
  }),
  why: 'What a compromised model server prints on its way, from tracebacks to downloads, is lost.',
  fix: {
    console: 'Deploy the model again with container logging left on.',
    cli: 'gcloud ai endpoints deploy-model ENDPOINT --region=REGION --model=MODEL --display-name=… (without --disable-container-logging)',
    terraform:
      'resource "terraform_data" "…" {\n  provisioner "local-exec" {\n    command = "gcloud ai endpoints deploy-model ENDPOINT --region=REGION --model=MODEL --display-name=…"\n  }\n}',
  },
  source:
    'google.cloud.aiplatform.v1.DeployedModel.disable_container_logging, @google-cloud/aiplatform 7.4.0',
  frameworks: { 'iso-42001': ['A.6.2.8'], 'nist-ai-rmf': ['MANAGE 4.1'] },
  examples: {
    pass: [{ deployedModels: [{ disableContainerLogging: false }] }, { deployedModels: [{ id: '1' }] }],
    fail: [{ deployedModels: [{ id: '1' }, { disableContainerLogging: true }] }],
    unknown: [{ deployedModels: [{ disableContainerLogging: 'true' }] }],
    notApplicable: [{}],
  },
});
