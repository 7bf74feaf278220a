import type { TechniqueExamples } from '../../estate.ts';
import { INTERN, may, mayTouch, STORAGE, WORKSPACE, workspace } from '../assignments.ts';

const write = 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write';

export default {
  target: WORKSPACE,
  by: INTERN,
  path: [workspace, mayTouch(STORAGE, write)],
  nearMiss: [workspace, may(STORAGE, write)],
} satisfies TechniqueExamples;
