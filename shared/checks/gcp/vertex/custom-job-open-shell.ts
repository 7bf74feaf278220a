import { customJob } from '#shared/assets/gcp/vertex.ts';
import { check } from '#shared/model/check.ts';
import { field, not } from '#shared/model/predicate.ts';
import { provisioned } from '../fixes.ts';

export default check(customJob, {
  title: 'No shell into a running Vertex AI custom job is open',
  severity: 'high',
  fails: not(field('webAccessUris').isEmpty()),
  why: 'At this moment the job answers at an address where whoever may see it types commands as its service account.',
  fix: {
    console:
      'Find out who is debugging, then cancel the job and create it again with “Enable training debugging” cleared.',
    cli: 'gcloud ai custom-jobs cancel JOB --region=REGION',
    terraform: provisioned('gcloud ai custom-jobs cancel JOB --region=REGION'),
  },
  source:
    'google.cloud.aiplatform.v1.CustomJob.web_access_uris: “Only available if job_spec.enable_web_access is true”; the addresses are dropped when read',
  frameworks: { 'mitre-atlas': ['AML.T0050', 'AML.T0112'] },
  examples: {
    pass: [{ jobSpec: {} }, { jobSpec: {}, webAccessUris: {} }],
    fail: [{ jobSpec: {}, webAccessUris: { 'workerpool0-0': '(not kept)' } }],
    unknown: [{ jobSpec: {}, webAccessUris: 'https://…' }],
  },
});
