import { featurestore } from '#shared/assets/gcp/vertex-data.ts';
import { oneOf, permission, technique } from '../../technique.ts';

export default technique(featurestore, {
  title: 'Only the pipeline can write features',
  gains: 'features of their choice, which models decide by',
  by: 'principal',
  needs: [
    oneOf(
      permission('aiplatform.featurestores.writeFeatures'),
      permission('aiplatform.featurestores.importFeatures'),
    ),
  ],
  holds: 'change',
  severity: 'medium',
  basis: 'inferred',
  reference: ['GCP-19'],
  why: 'A served model takes the features as they are: who writes them chooses its answers.',
  fix: {
    console: 'Leave writing to the pipeline (roles/aiplatform.featurestoreDataWriter).',
    cli: 'gcloud projects remove-iam-policy-binding … --member=… --role=…',
    terraform: 'google_project_iam_custom_role without the permission',
  },
  source: 'definition of roles/aiplatform.featurestoreDataWriter',
  frameworks: { 'mitre-atlas': ['AML.T0020'] },
});
