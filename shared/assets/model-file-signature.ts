import type { Asset } from '#shared/model/asset.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import { isObject } from '#shared/model/json.ts';
import { judgedBy, type Predicate } from '#shared/model/predicate.ts';

/** True where the signature over the file says no, with its reason; unknown where it says neither. */
export const signatureSays = (what: 'isSigned' | 'isAsSigned', sentence: string): Predicate => {
  const path = `signature.${what}`;
  return judgedBy({
    sentence,
    reads: [path, 'signature.why'],
    judge: ({ config }) => {
      const { [what]: says, why } = signatureOf(config);
      const note = typeof why === 'string' ? { note: why } : {};
      const isTold = typeof says === 'boolean';
      const evidence: Evidence = { path, state: isTold ? 'read' : 'unread', expected: 'true', ...note };
      return { truth: isTold ? !says : undefined, evidence: [evidence] };
    },
  });
};

const signatureOf = ({ signature }: Asset['config']) => (isObject(signature) ? signature : {});
