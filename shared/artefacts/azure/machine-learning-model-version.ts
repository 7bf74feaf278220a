import { datastore } from '#shared/assets/azure/machine-learning-access.ts';
import { modelVersion } from '#shared/assets/azure/machine-learning-models.ts';
import type { Asset } from '#shared/model/asset.ts';
import type { Resolve } from '#shared/model/evaluate.ts';
import { isObject, type Json } from '#shared/model/json.ts';
import { type Artefact, below, loads } from '../artefact.ts';

/** Files of a datastore that is a container of blobs, or a filesystem of Data Lake Storage, which is one too. */
export default loads(modelVersion, {
  source:
    'ModelVersionProperties.modelUri, AzureBlobDatastore and AzureDataLakeGen2Datastore, @azure/arm-machinelearning',
  beside: [datastore],
  of: filesOf,
  registeredAt: ({ systemData }) => (isObject(systemData) ? systemData['createdAt'] : undefined),
});

function filesOf({ config, relations }: Asset, resolve: Resolve): (Artefact | undefined)[] {
  const [, path] = /^azureml:\/\/.*?\/paths\/(.+)$/s.exec(textAt(config['properties'], 'modelUri')) ?? [];
  const stored = relations.find(({ kind }) => kind === 'stored-in');
  const properties = stored && resolve(stored.target)?.config['properties'];
  const account = textAt(properties, 'accountName');
  const container = textAt(properties, 'containerName') || textAt(properties, 'filesystem');
  if (path === undefined || account === '' || container === '') return [];
  const address = { place: { cloud: 'azure', account, container }, name: path } as const;
  // A model is a file or a folder, and its address does not say which.
  return [...(path.endsWith('/') ? [] : [{ ...address, extent: 'object' } as const]), below(address)];
}

function textAt(value: Json | undefined, key: string): string {
  const text = isObject(value) ? value[key] : undefined;
  return typeof text === 'string' ? text : '';
}
