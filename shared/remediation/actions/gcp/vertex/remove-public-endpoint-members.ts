import * as z from 'zod';
import type { Target } from '../../../access.ts';
import { action, setting } from '../../../action.ts';
import { askGoogle } from '../../../google.ts';
import {
  CONDITIONS_VERSION,
  IamPolicy,
  PublicGrants,
  publicGrantsOf,
  withPublicGrants,
} from '../../../public-members.ts';

const NAME =
  /^\/\/aiplatform\.googleapis\.com\/(projects\/[^/]+\/locations\/([a-z0-9-]+)\/endpoints\/[^/]+)$/;

/** The endpoint's resource name, and the host of its location. Throws where the asset is no endpoint. */
function endpointOf({ asset: { id } }: Target): { resource: string; host: string } {
  const [, resource, location] = NAME.exec(id) ?? [];
  if (!resource || !location) throw new Error('the asset id is no endpoint');
  return { resource, host: `${location}-aiplatform.googleapis.com` };
}

export default action({
  title: 'Take the endpoint’s roles from everybody',
  fixes: [],
  risk: 'Whoever calls the endpoint without signing in, or with any Google account, is refused at once. What named people, groups and services have stays as it is, and so does what the project grants.',
  parameters: z.strictObject({}),
  settings: {
    'gcp.vertex.endpoint': setting({
      value: PublicGrants,
      read: { id: 'aiplatform.endpoints.getIamPolicy', permission: 'aiplatform.endpoints.getIamPolicy' },
      put: { id: 'aiplatform.endpoints.setIamPolicy', permission: 'aiplatform.endpoints.setIamPolicy' },
      absentMeans: { bindings: [] },
      // Over REST, v1beta1 alone has it: https://cloud.google.com/vertex-ai/docs/general/endpoint-access-control
      find: async (target) => {
        const { host, resource } = endpointOf(target);
        const address = new URL(`https://${host}/v1beta1/${encodeURI(resource)}:getIamPolicy`);
        const body = { options: { requestedPolicyVersion: CONDITIONS_VERSION } };
        return IamPolicy.parse(await askGoogle(target.google(), { method: 'POST', address, body }));
      },
      present: publicGrantsOf,
      set: async (target, grants, policy) => {
        const { setEndpointPolicy } = await import('../../../endpoint-policy.ts');
        await setEndpointPolicy(target.google(), endpointOf(target), withPublicGrants(policy, grants));
      },
    }),
  },
  wanted: () => ({ value: { bindings: [] } }),
});
