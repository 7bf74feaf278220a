import * as z from 'zod';
import { action } from '../../../action.ts';
import { armSetting } from '../../../arm.ts';
import { ACCOUNT, patchAccount } from './account.ts';

export default action({
  title: 'Disable public network access to the account',
  fixes: ['azure.cognitive-services.public-network-access'],
  risk: 'Applications that do not come through a private endpoint lose the models at once, those that a firewall rule of the account lets in among them. Without a private endpoint nobody can call it.',
  parameters: z.strictObject({}),
  settings: {
    'azure.cognitive-services.account': armSetting({
      ...ACCOUNT,
      // PublicNetworkAccess of @azure/arm-cognitiveservices; the wire has further values, such as `SecuredByPerimeter`.
      value: z.strictObject({ publicNetworkAccess: z.string().min(1) }),
      absentMeans: { publicNetworkAccess: 'Enabled' },
      patch: patchAccount,
    }),
  },
  wanted: () => ({ value: { publicNetworkAccess: 'Disabled' } }),
});
