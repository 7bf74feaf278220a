import { workbenchInstance } from '#shared/assets/gcp/workbench.ts';
import { permission, technique } from '../../technique.ts';

export default technique(workbenchInstance, {
  title: 'Only administrators can set the policy of a Workbench instance',
  gains: 'the notebook, as the service account that it runs as',
  by: 'principal',
  needs: [permission('notebooks.instances.setIamPolicy')],
  actsAs: 'what the target assumes',
  holds: 'control',
  severity: 'high',
  basis: 'documented',
  reference: ['GCP-10'],
  why: 'Who sets the policy of an instance lets themselves in, and its notebooks fetch tokens of its service account.',
  fix: {
    console: 'Take the permission away from roles that are not for administrators.',
    cli: 'gcloud projects remove-iam-policy-binding … --member=… --role=…',
    terraform: 'google_project_iam_custom_role without the permission',
  },
  source:
    'https://cloud.google.com/vertex-ai/docs/workbench/instances/iam: notebooks.instances.setIamPolicy; HackTricks gcp-vertex-ai-privesc',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
});
