import { notebookRuntime } from '#shared/assets/gcp/colab.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { fullName } from '../identity.ts';
import { objectAt } from '../reply.ts';
import { VERTEX } from './api.ts';
import { vertexCollection } from './collection.ts';
import { notebookRelations, withoutSoftwareValues } from './notebook-software.ts';

/** Where the runtime is reached is of no use but to reach it. */
const withoutAddress = ({ proxyUri: _address, ...runtime }: JsonObject): JsonObject =>
  withoutSoftwareValues(runtime);

export default vertexCollection(notebookRuntime, 'notebookRuntimes', {
  inventory: 'NotebookRuntime',
  kept: withoutAddress,
  relations: (runtime) => [
    ...notebookRelations(runtime),
    relation(
      'derived-from',
      fullName(VERTEX, objectAt(runtime, 'notebookRuntimeTemplateRef')['notebookRuntimeTemplate']),
    ),
  ],
});
