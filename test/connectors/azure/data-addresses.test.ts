import { expect, it } from 'vitest';
import { datastoreIn } from '#connectors/azure/machine-learning/data-addresses.ts';

const GROUP = '/subscriptions/s/resourceGroups/g';
const WORKSPACE = `${GROUP}/providers/Microsoft.MachineLearningServices/workspaces/w`;

it.each([
  ['azureml://datastores/blob/paths/a/b', `${WORKSPACE}/datastores/blob`],
  [
    'azureml://subscriptions/s/resourcegroups/g/workspaces/other/datastores/blob/paths/a',
    `${GROUP}/providers/Microsoft.MachineLearningServices/workspaces/other/datastores/blob`,
  ],
  [
    'azureml://subscriptions/s/resourceGroups/g/providers/Microsoft.MachineLearningServices/workspaces/other/datastores/blob/paths/a',
    `${GROUP}/providers/Microsoft.MachineLearningServices/workspaces/other/datastores/blob`,
  ],
  ['azureml://registries/azureml/models/m/versions/1', undefined],
  ['azureml://jobs/j/outputs/artifacts/datastores/blob', `${WORKSPACE}/datastores/blob`],
  ['https://example.com/azureml://datastores/blob/', undefined],
  [`${WORKSPACE}/data/d/versions/1`, undefined],
  [undefined, undefined],
  [{ uri: 'azureml://datastores/blob' }, undefined],
])('%s lies in the datastore %s', (uri, datastore) => {
  expect(datastoreIn(uri, WORKSPACE)).toBe(datastore);
});

it('knows no datastore of a workspace that nobody names', () => {
  expect(datastoreIn('azureml://datastores/blob/paths/a', undefined)).toBeUndefined();
});
