import * as z from 'zod';
import { API_VERSION } from '#connectors/azure/machine-learning/workspaces.ts';
import { action } from '../../../action.ts';
import { accepted, armSetting } from '../../../arm.ts';

export default action({
  title: 'Disable public network access to the workspace',
  fixes: ['azure.machine-learning.workspace-public-network-access'],
  risk: 'Whoever does not come through a private endpoint loses access at once: the studio, notebooks, pipelines and deployments from outside the network. Without a private endpoint nobody can use the workspace.',
  parameters: z.strictObject({}),
  settings: {
    'azure.machine-learning.workspace': armSetting({
      type: 'Microsoft.MachineLearningServices/workspaces',
      apiVersion: API_VERSION,
      // PublicNetworkAccess of @azure/arm-machinelearning; the wire has further values, such as `SecuredByPerimeter`.
      value: z.strictObject({ publicNetworkAccess: z.string().min(1) }),
      absentMeans: { publicNetworkAccess: 'Enabled' },
      patch: async ({ client, group, name, options }, { publicNetworkAccess }) => {
        const { AzureMachineLearningWorkspaces } = await import('@azure/arm-machinelearning');
        const { workspaces } = new AzureMachineLearningWorkspaces(...client);
        await accepted((heard) =>
          workspaces.beginUpdate(group, name, { publicNetworkAccess }, { ...options, ...heard }),
        );
      },
    }),
  },
  wanted: () => ({ value: { publicNetworkAccess: 'Disabled' } }),
});
