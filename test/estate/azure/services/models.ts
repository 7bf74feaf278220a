import type { JsonObject } from '#shared/model/json.ts';

/** What regions offer. The id is the server's: in a reply of Azure a model has none. */
export function offeredModels(subscription: string): JsonObject[] {
  const offer = (location: string, model: JsonObject): JsonObject => ({
    id: `/subscriptions/${subscription}/providers/Microsoft.CognitiveServices/locations/${location}/models/${model['name']}-${model['version']}`,
    kind: 'OpenAI',
    skuName: 'S0',
    model: { format: 'OpenAI', ...model },
  });
  const current = {
    name: 'gpt-4o',
    version: '2024-11-20',
    lifecycleStatus: 'GenerallyAvailable',
    deprecation: { fineTune: '2029-06-01T00:00:00Z', inference: '2029-06-01T00:00:00Z' },
    skus: [
      { name: 'Standard', usageName: 'OpenAI.Standard.gpt-4o', deprecationDate: '2029-06-01T00:00:00Z' },
    ],
  };
  return [
    offer('eastus', current),
    offer('westeurope', current),
    offer('eastus', {
      name: 'ada',
      version: '1',
      lifecycleStatus: 'Deprecated',
      deprecation: { inference: '2024-06-14T00:00:00Z' },
    }),
  ];
}
