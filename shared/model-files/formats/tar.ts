import type { ModelFormat } from '../format.ts';
import { headerOf } from '../tar/header.ts';
import { inspectTar } from '../tar/inspect-tar.ts';

export default {
  id: 'tar',
  title: 'tar archive: old PyTorch, SageMaker, NeMo',
  source: 'POSIX.1-2017 pax; GNU tar manual, Basic Tar Format',
  claims: ({ bytes }) => headerOf(bytes.subarray(0, 512)) !== undefined,
  inspect: inspectTar,
} satisfies ModelFormat;
