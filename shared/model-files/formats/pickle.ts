import type { ModelFormat } from '../format.ts';
import { inspectPickles } from '../pickle/inspect-pickles.ts';
import { looksLikePickle } from '../pickle/recognise.ts';

export default {
  id: 'pickle',
  title: 'Python pickle',
  source: 'CPython, Lib/pickletools.py',
  claims: ({ bytes, size }) => looksLikePickle(bytes, size ?? Number.POSITIVE_INFINITY),
  inspect: inspectPickles,
} satisfies ModelFormat;
