import { vertexModel } from '#shared/assets/gcp/vertex.ts';
import { all, field } from '#shared/model/predicate.ts';
import { technique } from '../../technique.ts';

export default technique(vertexModel, {
  title: 'Models of others than the organisation are verified before they are deployed',
  gains: 'code in the serving container, from where it reads the other models of the project',
  by: 'outside',
  applies: all(
    field('baseModelSource.modelGardenSource.publicModelName').matches(/^publishers\/hf-/),
    field('deployedModels').isPresent(),
  ),
  holds: 'control',
  severity: 'high',
  basis: 'documented',
  reference: ['GCP-12'],
  why: 'A model that anybody published can run code when it is loaded. Inside a project it has read the fine-tuned adapters of the others.',
  fix: {
    console:
      'Scan models of others, deploy them in a project of their own, and allow listed publishers alone by the organisation policy vertexai.allowedModels.',
    cli: 'gcloud ai models list --filter=modelSourceInfo.sourceType=MODEL_GARDEN --region=…',
    terraform: 'google_org_policy_policy { name = ".../policies/vertexai.allowedModels" }',
  },
  source:
    'https://cloud.google.com/vertex-ai/docs/reference/rest/v1/projects.locations.models: baseModelSource.modelGardenSource.publicModelName; Unit 42, “ModelLeak”',
  frameworks: { 'mitre-atlas': ['AML.T0010', 'AML.T0011'] },
});
