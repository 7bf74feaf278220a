import { vertexEndpoint } from '#shared/assets/gcp/vertex.ts';
import { check } from '#shared/model/check.ts';
import { field, not } from '#shared/model/predicate.ts';
import { provisioned } from '../fixes.ts';

const command =
  'gcloud ai model-monitoring-jobs create --region=REGION --display-name=… --endpoint=ENDPOINT --emails=ml@example.com --prediction-sampling-rate=1 --feature-thresholds=…';

export default check(vertexEndpoint, {
  title: 'Models deployed to Vertex AI endpoints are monitored for drift',
  severity: 'low',
  applies: not(field('deployedModels').isEmpty()),
  fails: field('modelDeploymentMonitoringJob').isEmpty(),
  why: 'A model that is being probed, or fed what it was not made for, shows in its inputs long before it shows in damage.',
  fix: {
    console:
      'Open the endpoint, “Edit settings”, “Model monitoring”, and turn it on. Monitoring of version 2 is set up per model and does not show here.',
    cli: command,
    terraform: provisioned(command),
  },
  source:
    'google.cloud.aiplatform.v1.Endpoint.model_deployment_monitoring_job: “associated with this Endpoint if monitoring is enabled”; a recorded endpoint does not name a job that is still pending',
  frameworks: { 'nist-ai-rmf': ['MANAGE 4.1', 'MEASURE 2.4'], 'iso-42001': ['A.6.2.8'] },
  examples: {
    pass: [
      {
        deployedModels: [{ id: '1' }],
        modelDeploymentMonitoringJob: 'projects/1/locations/us-central1/modelDeploymentMonitoringJobs/2',
      },
    ],
    fail: [{ deployedModels: [{ id: '1' }] }],
    unknown: [{ deployedModels: [{ id: '1' }], modelDeploymentMonitoringJob: 7 }],
    notApplicable: [{}],
  },
});
