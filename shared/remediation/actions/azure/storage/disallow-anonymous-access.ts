import * as z from 'zod';
import { action } from '../../../action.ts';
import { armSetting } from '../../../arm.ts';

export default action({
  title: 'Disallow anonymous access to the blobs of the storage account',
  fixes: ['azure.storage.anonymous-access', 'azure.storage.public-containers'],
  risk: 'Whoever reads a container of the account without signing in loses access at once, whatever the container says: downloads, websites, and workspaces that fetch models by a plain address.',
  parameters: z.strictObject({}),
  settings: {
    'azure.storage.account': armSetting({
      type: 'Microsoft.Storage/storageAccounts',
      apiVersion: '2026-09-01',
      value: z.strictObject({ allowBlobPublicAccess: z.boolean() }),
      // As azure.storage.anonymous-access has it: specifications up to 2022-09-01 interpret an absent value as true.
      absentMeans: { allowBlobPublicAccess: true },
      patch: async ({ client, group, name, options }, properties) => {
        const [{ createStorageManagement }, { update }] = await Promise.all([
          import('@azure/arm-storage/api'),
          import('@azure/arm-storage/api/storageAccounts'),
        ]);
        await update(createStorageManagement(...client), group, name, properties, options);
      },
    }),
  },
  wanted: () => ({ value: { allowBlobPublicAccess: false } }),
});
