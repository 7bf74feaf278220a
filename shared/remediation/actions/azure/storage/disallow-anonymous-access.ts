import * as z from 'zod';
import { action } from '../../../action.ts';
import { armSetting } from '../../../arm.ts';

export default action({
  title: 'Disallow anonymous access to the blobs of the storage account',
  fixes: [],
  risk: 'Whoever reads a container of the account without signing in loses access at once, whatever the container says: downloads, websites, and workspaces that fetch models by a plain address.',
  parameters: z.strictObject({}),
  settings: {
    'azure.storage.account': armSetting({
      type: 'Microsoft.Storage/storageAccounts',
      apiVersion: '2026-09-01',
      value: z.strictObject({ allowBlobPublicAccess: z.boolean() }),
      // “The default interpretation is true for this property”, in the models of the versions that let an account
      // say nothing; later ones set it.
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
