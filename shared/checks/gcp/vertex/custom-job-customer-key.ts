import { customJob } from '#shared/assets/gcp/vertex.ts';
import { customerKeyCheck } from '../customer-key.ts';

export default customerKeyCheck(customJob, {
  things: 'Vertex AI custom jobs',
  severity: 'low',
  why: 'Training data and checkpoints lie on the disks of the job while it runs.',
  console: 'Create the next job with “Customer-managed encryption key” chosen, under “Advanced options”.',
  cli: 'gcloud ai custom-jobs create --region=REGION --display-name=… --config=job.yaml --kms-key=KEY --kms-keyring=RING --kms-location=REGION',
  besides: { jobSpec: {} },
});
