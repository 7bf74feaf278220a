import type { ModelFormat } from '../format.ts';
import { inspectHdf5 } from '../hdf5/inspect-hdf5.ts';
import { superblockWithin } from '../hdf5/superblock.ts';

/** The largest user block that costs one more read. */
const AFTER_HEAD = 4096;

export default {
  id: 'hdf5',
  title: 'HDF5, and the Keras models in it',
  source: 'HDF5 File Format Specification, version 3.0, The HDF Group; keras/src/saving/serialization_lib.py',
  claims: ({ bytes, size, source }) => {
    if (superblockWithin(bytes) !== undefined) return true;
    // A shorter head is that of a tensor in an archive, for each of which it would cost a request.
    if (size === undefined || size <= AFTER_HEAD || bytes.length < AFTER_HEAD) return false;
    return source.read(AFTER_HEAD, 8).then((after) => superblockWithin(after) === 0);
  },
  inspect: inspectHdf5,
} satisfies ModelFormat;
