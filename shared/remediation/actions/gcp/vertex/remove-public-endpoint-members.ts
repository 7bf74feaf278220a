import * as z from 'zod';
import { VERTEX, vertexPolicy } from '#connectors/gcp/vertex/api.ts';
import { addressOf } from '#connectors/operation.ts';
import type { Target } from '../../../access.ts';
import { action, setting } from '../../../action.ts';
import { askGoogle } from '../../../google.ts';
import { IamPolicy, PublicGrants, publicGrantsOf, withPublicGrants } from '../../../public-members.ts';

const NAME =
  /^\/\/aiplatform\.googleapis\.com\/(projects\/[^/]+\/locations\/([a-z0-9-]+)\/endpoints\/[^/]+)$/;

/** Over REST, v1beta1 alone has it: https://cloud.google.com/vertex-ai/docs/general/endpoint-access-control */
const getPolicy = vertexPolicy('endpoints', 'Endpoint', 'v1beta1');

/** The endpoint's resource name, and where it is. Throws where the asset is no endpoint. */
function endpointOf({ asset: { id } }: Target): { resource: string; location: string } {
  const [, resource, location] = NAME.exec(id) ?? [];
  if (!resource || !location) throw new Error('the asset id is no endpoint');
  return { resource, location };
}

export default action({
  title: 'Take the endpoint’s roles from everybody',
  fixes: [],
  risk: 'Whoever calls the endpoint without signing in, or with any Google account, is refused at once. What named people, groups and services have stays as it is, and so does what the project grants.',
  parameters: z.strictObject({}),
  settings: {
    'gcp.vertex.endpoint': setting({
      value: PublicGrants,
      read: getPolicy,
      put: { id: 'aiplatform.endpoints.setIamPolicy', permission: 'aiplatform.endpoints.setIamPolicy' },
      absentMeans: { bindings: [] },
      find: async (target) => {
        const { resource, location } = endpointOf(target);
        const address = new URL(addressOf(getPolicy, { name: resource, region: location }));
        return IamPolicy.parse(await askGoogle(target.google(), { method: getPolicy.method, address }));
      },
      present: publicGrantsOf,
      set: async (target, grants, policy) => {
        const { setEndpointPolicy } = await import('../../../endpoint-policy.ts');
        const { resource, location } = endpointOf(target);
        const endpoint = { resource, host: `${location}-${VERTEX}` };
        await setEndpointPolicy(target.google(), endpoint, withPublicGrants(policy, grants));
      },
    }),
  },
  wanted: () => ({ value: { bindings: [] } }),
});
