import { vertexModel } from '#shared/assets/gcp/vertex.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { withoutValues } from '../environment.ts';
import { fullName } from '../identity.ts';
import { objectAt, objectsAt } from '../reply.ts';
import { bucketIdOf } from '../storage/address.ts';
import { stagingBucket, stagingBucketIn, stagingOperations } from '../storage/staging.ts';
import { encryptedBy, VERTEX } from './api.ts';
import { vertexCollection } from './collection.ts';

const withoutSecrets = (model: JsonObject): JsonObject =>
  'containerSpec' in model ? { ...model, containerSpec: withoutValues(model['containerSpec']) } : model;

/** Vertex AI names its resources with the number of their project. */
const projectNumberIn = (name: unknown): string | undefined =>
  typeof name === 'string' ? /^projects\/(\d+)\//.exec(name)?.[1] : undefined;

export default vertexCollection(vertexModel, 'models', {
  inventory: 'Model',
  kept: withoutSecrets,
  joined: {
    key: 'stagingBucket',
    ...stagingOperations,
    async read({ google }, { name, artifactUri }, { scope: { account: project } }) {
      const bucket = stagingBucketIn(artifactUri, project);
      if (bucket === undefined) return undefined;
      return stagingBucket(google, bucket, { project, number: projectNumberIn(name) });
    },
  },
  relations: (model) => [
    relation('stored-in', bucketIdOf(model['artifactUri'])),
    relation('runs-image', objectAt(model, 'containerSpec')['imageUri']),
    encryptedBy(model),
    ...objectsAt(model, 'deployedModels').map(({ endpoint }) =>
      relation('deployed-as', fullName(VERTEX, endpoint)),
    ),
  ],
});
