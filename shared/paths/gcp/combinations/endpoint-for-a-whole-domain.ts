import { vertexEndpoint } from '#shared/assets/gcp/vertex.ts';
import { field, some } from '#shared/model/predicate.ts';
import { combination, config, worksFor } from '../../combination.ts';

export default combination(vertexEndpoint, {
  title: 'No endpoint with a model of one’s own answers a whole domain or anybody',
  severity: 'high',
  facts: [
    worksFor(['external', 'group', 'any-principal', 'public'], 'gcp.vertex.call-endpoint'),
    config(
      some('deployedModels', field('model').isPresent(), {
        absentIsEmpty: 'an endpoint without models is sent without the list (ProtoJSON)',
      }),
    ),
  ],
  why: 'A model that was trained on one’s own data can be made to say what it remembers of it. Viewer, given to a domain so that people can look around, includes asking it.',
  fix: {
    console:
      'Replace Viewer of domains and groups by roles without aiplatform.endpoints.predict, and grant calling on the endpoint.',
    cli: 'gcloud projects remove-iam-policy-binding … --member=domain:… --role=roles/viewer',
    terraform: 'google_vertex_ai_endpoint_iam_member in place of google_project_iam_member',
  },
  source: 'google.cloud.aiplatform.v1.Endpoint.deployed_models; technique gcp.vertex.call-endpoint',
  frameworks: { 'mitre-atlas': ['AML.T0024', 'AML.T0057'] },
});
