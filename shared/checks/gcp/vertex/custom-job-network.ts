import { customJob } from '#shared/assets/gcp/vertex.ts';
import { check } from '#shared/model/check.ts';
import { all, field } from '#shared/model/predicate.ts';

export default check(customJob, {
  title: 'Vertex AI custom jobs run in a network of the project',
  severity: 'medium',
  fails: all(
    field('jobSpec.network').isEmpty(),
    field('jobSpec.pscInterfaceConfig.networkAttachment').isEmpty(),
  ),
  why: 'Outside your network the training code reaches the whole internet, past every firewall rule and log of yours.',
  fix: {
    console: 'Create the next job with a peered network or a network attachment, under “Advanced options”.',
    cli: 'gcloud ai custom-jobs create --region=REGION --display-name=… --config=job.yaml --network=projects/NUMBER/global/networks/NETWORK',
    terraform:
      'resource "terraform_data" "…" {\n  provisioner "local-exec" {\n    command = "gcloud ai custom-jobs create --region=REGION --display-name=… --config=job.yaml --network=projects/NUMBER/global/networks/NETWORK"\n  }\n}',
  },
  source:
    'google.cloud.aiplatform.v1.CustomJobSpec.network: “If this field is left unspecified, the job is not peered with any network”; PscInterfaceConfig.network_attachment',
  frameworks: { 'mitre-atlas': ['AML.T0025'], 'nist-ai-rmf': ['MEASURE 2.7'] },
  examples: {
    pass: [
      { jobSpec: { network: 'projects/123456789012/global/networks/ml' } },
      {
        jobSpec: {
          pscInterfaceConfig: {
            networkAttachment: 'projects/acme-ml/regions/us-central1/networkAttachments/jobs',
          },
        },
      },
    ],
    fail: [{ jobSpec: {} }, { jobSpec: { pscInterfaceConfig: {} } }],
    unknown: [{}, { jobSpec: { network: 7 } }],
  },
});
