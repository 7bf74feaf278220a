import * as z from 'zod';
import { action } from '../../../action.ts';
import { armSetting } from '../../../arm.ts';
import { patchService, SERVICE } from './service.ts';

/** KnownPublicNetworkAccess of @azure/arm-search. Microsoft's own examples also have them with a capital. */
const SPELLINGS = ['enabled', 'disabled', 'securedByPerimeter'];

const spelled = (value: string): string =>
  SPELLINGS.find((known) => known.toLowerCase() === value.toLowerCase()) ?? value;

export default action({
  title: 'Disable public network access to the search service',
  fixes: ['azure.search.public-network-access', 'azure.search.public-endpoint'],
  risk: 'Applications, indexers and agents that do not come through a private endpoint lose the indexes at once, those that a firewall rule of the service lets in among them. Without a private endpoint nobody can query it.',
  parameters: z.strictObject({}),
  settings: {
    'azure.search.service': armSetting({
      ...SERVICE,
      value: z.strictObject({ publicNetworkAccess: z.string().min(1).overwrite(spelled) }),
      absentMeans: { publicNetworkAccess: 'enabled' },
      patch: patchService,
    }),
  },
  wanted: () => ({ value: { publicNetworkAccess: 'disabled' } }),
});
