import { CONSTRAINTS, effectivePolicy } from '#shared/assets/gcp/orgpolicy.ts';
import { gcpConnector } from '../connector.ts';
import { resourceNameOf } from '../identity.ts';
import { googleGet } from '../operation.ts';

const HOST = 'orgpolicy.googleapis.com';

const getEffectivePolicy = googleGet(
  'orgpolicy.policy.get',
  `https://${HOST}/v2/{+policy}:getEffectivePolicy`,
);

interface Constrained {
  readonly policy: string;
}

/** Every constraint has an effect in every project, if only that of its default: nothing has to be listed. */
export default gcpConnector<Constrained>(effectivePolicy, {
  operations: { list: [], read: [getEffectivePolicy] },
  isSetting: true,
  async *list(_services, { scope }) {
    for (const constraint of CONSTRAINTS)
      yield { policy: `projects/${scope.account}/policies/${constraint}` };
  },
  identify: ({ policy }) => ({
    id: `//${HOST}/${policy}`,
    name: policy.slice(policy.lastIndexOf('/') + 1),
  }),
  // Named as it was asked for: the reply names the project by its number.
  read: async ({ google }, { policy }) => ({
    ...(await google.get(getEffectivePolicy, { policy })),
    name: policy,
  }),
  // What an organisation or folder changes has an effect here too, and is not told of here.
  auditedAs: (name, project) =>
    CONSTRAINTS.some((constraint) => name === `projects/${project}/policies/${constraint}`)
      ? `//${HOST}/${name}`
      : undefined,
  find: async (_services, id) => ({ policy: resourceNameOf(id) }),
});
