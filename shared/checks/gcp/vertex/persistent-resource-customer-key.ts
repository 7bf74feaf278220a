import { persistentResource } from '#shared/assets/gcp/vertex-jobs.ts';
import { customerKeyCheck } from '../customer-key.ts';

export default customerKeyCheck(persistentResource, {
  things: 'Vertex AI persistent resources',
  severity: 'low',
  why: 'What one job after the other leaves on its disks is under a key that you can neither watch nor withdraw.',
  console:
    'Create the resource again with “Customer-managed encryption key” chosen, move what uses it over, and delete the old one.',
  cli: { collection: 'persistentResources?persistentResourceId=ID' },
  terraform: 'google_vertex_ai_persistent_resource',
});
