import { PROTO_JSON, vertexEndpoint } from '#shared/assets/gcp/vertex.ts';
import { check } from '#shared/model/check.ts';
import { field, not, some } from '#shared/model/predicate.ts';
import { DEFAULT_COMPUTE_ACCOUNT } from '../predicates.ts';

const UNSET =
  'google.cloud.aiplatform.v1.DeployedModel.service_account: unset, the container “runs as a service account that doesn’t have access to the resource project”';

export default check(vertexEndpoint, {
  title: 'Deployed models do not run as the default Compute Engine account',
  severity: 'high',
  applies: not(field('deployedModels').isEmpty()),
  fails: some(
    'deployedModels',
    field('serviceAccount').absentIs('', UNSET).matches(DEFAULT_COMPUTE_ACCOUNT),
    {
      absentIsEmpty: PROTO_JSON,
    },
  ),
  why: 'Code in a model or its serving image acts as this account, which all machines of the project share and which often is an editor of it.',
  fix: {
    console:
      'Deploy the model again with a service account made for it, under “Advanced options”, and undeploy the old one.',
    cli: 'gcloud ai endpoints deploy-model ENDPOINT --region=REGION --model=MODEL --display-name=… --service-account=serving@PROJECT.iam.gserviceaccount.com',
    terraform:
      'resource "terraform_data" "…" {\n  provisioner "local-exec" {\n    command = "gcloud ai endpoints deploy-model ENDPOINT --region=REGION --model=MODEL --display-name=… --service-account=serving@PROJECT.iam.gserviceaccount.com"\n  }\n}',
  },
  source: UNSET,
  frameworks: { 'mitre-atlas': ['AML.T0011.000', 'AML.T0012'], 'owasp-llm-2026': ['LLM03:2026'] },
  examples: {
    pass: [
      { deployedModels: [{ serviceAccount: 'serving@acme-ml.iam.gserviceaccount.com' }] },
      { deployedModels: [{ id: '1' }] },
    ],
    fail: [
      {
        deployedModels: [
          { id: '1' },
          { serviceAccount: '123456789012-compute@developer.gserviceaccount.com' },
        ],
      },
    ],
    unknown: [{ deployedModels: [{ serviceAccount: 7 }] }],
    notApplicable: [{}],
  },
});
