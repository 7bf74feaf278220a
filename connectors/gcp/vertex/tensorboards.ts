import { tensorboard } from '#shared/assets/gcp/vertex-data.ts';
import { relation } from '../../connector.ts';
import { bucketIdOf } from '../storage/address.ts';
import { encryptedBy } from './api.ts';
import { vertexCollection } from './collection.ts';

export default vertexCollection(tensorboard, 'tensorboards', {
  inventory: 'Tensorboard',
  relations: (board) => [encryptedBy(board), relation('stored-in', blobsOf(board['blobStoragePathPrefix']))],
});

/** “Can either be a bucket or directory”, written without `gs://`. */
const blobsOf = (prefix: unknown): string | undefined =>
  typeof prefix === 'string' && prefix !== '' ? bucketIdOf(`gs://${prefix}`) : undefined;
