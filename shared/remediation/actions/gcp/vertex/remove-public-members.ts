import * as z from 'zod';
import { resourceNameOf } from '#connectors/gcp/identity.ts';
import { VERTEX, type Version, vertexAddress, vertexPolicy } from '#connectors/gcp/vertex/api.ts';
import { addressOf } from '#connectors/operation.ts';
import type { Target } from '../../../access.ts';
import { action, setting } from '../../../action.ts';
import { askGoogle } from '../../../google.ts';
import { IamPolicy, PublicGrants, publicGrantsOf, withPublicGrants } from '../../../public-members.ts';

/** The public grants of the IAM policy that one resource of a collection of Vertex AI has of its own. */
function ownPolicy(collection: string, kind: string, version: Version) {
  const getPolicy = vertexPolicy(collection, kind, version);
  const setPolicy = `aiplatform.${collection}.setIamPolicy`;
  const id = new RegExp(`^//${VERTEX}/projects/[^/]+/locations/([a-z0-9-]+)/${collection}/[^/]+$`);

  function locationOf({ asset }: Target): string {
    const location = id.exec(asset.id)?.[1];
    if (!location) throw new Error(`the asset id is of no ${kind}`);
    return location;
  }

  return setting({
    value: PublicGrants,
    read: getPolicy,
    put: { id: setPolicy, permission: setPolicy },
    absentMeans: { bindings: [] },
    find: async (target) => {
      locationOf(target);
      const address = new URL(addressOf(getPolicy, vertexAddress(target.asset.id)));
      return IamPolicy.parse(await askGoogle(target.google(), { method: getPolicy.method, address }));
    },
    present: publicGrantsOf,
    set: async (target, grants, policy) => {
      const { setVertexPolicy } = await import('../../../vertex-policy.ts');
      const resource = resourceNameOf(target.asset.id);
      const host = `${locationOf(target)}-${VERTEX}`;
      await setVertexPolicy(target.google(), { resource, host }, withPublicGrants(policy, grants));
    },
  });
}

export default action({
  title: 'Take the roles from everybody that are granted on the resource itself',
  fixes: ['gcp.vertex.endpoint-policy-public', 'gcp.vertex.agent-policy-public'],
  risk: 'Whoever calls it without signing in, or with any Google account, is refused at once. What named people, groups and services have stays as it is, and so does what the project grants.',
  parameters: z.strictObject({}),
  settings: {
    // Over REST, v1beta1 alone has it: https://cloud.google.com/vertex-ai/docs/general/endpoint-access-control
    'gcp.vertex.endpoint': ownPolicy('endpoints', 'Endpoint', 'v1beta1'),
    'gcp.vertex.reasoning-engine': ownPolicy('reasoningEngines', 'ReasoningEngine', 'v1'),
  },
  wanted: () => ({ value: { bindings: [] } }),
});
