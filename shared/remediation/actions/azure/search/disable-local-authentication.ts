import * as z from 'zod';
import { JsonObject } from '#shared/model/json.ts';
import { action } from '../../../action.ts';
import { armSetting } from '../../../arm.ts';
import { patchService, SERVICE } from './service.ts';

export default action({
  title: 'Disable the API keys of the search service',
  fixes: ['azure.search.local-authentication'],
  risk: 'Clients, indexers and agents that query with an admin or query key are refused at once; where the service took nothing but keys until now, that is all of them. Those that come with a Microsoft Entra token need a role on the service, such as Search Index Data Reader.',
  parameters: z.strictObject({}),
  settings: {
    'azure.search.service': armSetting({
      ...SERVICE,
      // How keys and tokens are taken is forgotten with the keys (SearchUpdateServiceDisableLocalAuth, 2025-05-01),
      // so undo puts it back with them.
      value: z.strictObject({
        disableLocalAuth: z.boolean().exactOptional(),
        authOptions: JsonObject.exactOptional(),
      }),
      absentMeans: { disableLocalAuth: false },
      patch: patchService,
    }),
  },
  wanted: () => ({ value: { disableLocalAuth: true } }),
});
