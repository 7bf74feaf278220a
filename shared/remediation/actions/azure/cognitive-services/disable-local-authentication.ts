import * as z from 'zod';
import { action } from '../../../action.ts';
import { armSetting } from '../../../arm.ts';
import { ACCOUNT, patchAccount } from './account.ts';

export default action({
  title: 'Disable the keys of the account',
  fixes: ['azure.cognitive-services.local-authentication'],
  risk: 'Clients that call with a key are refused within minutes; those that come with a Microsoft Entra token and a role on the account go on. Azure OpenAI Studio, and connections that hold a key of the account, stop working.',
  parameters: z.strictObject({}),
  settings: {
    'azure.cognitive-services.account': armSetting({
      ...ACCOUNT,
      value: z.strictObject({ disableLocalAuth: z.boolean() }),
      absentMeans: { disableLocalAuth: false },
      // As azure.cognitive-services.custom-subdomain has it: tokens are taken at the custom subdomain alone.
      obstacle: ({ customSubDomainName }) =>
        customSubDomainName
          ? undefined
          : 'The account has no custom subdomain and so takes no Microsoft Entra token: without its keys nobody could call it. Give it a custom subdomain, move its clients, and plan again',
      patch: patchAccount,
    }),
  },
  wanted: () => ({ value: { disableLocalAuth: true } }),
});
