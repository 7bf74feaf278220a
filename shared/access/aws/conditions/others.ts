import type { Operator } from './operator.ts';

const Bool: Operator = {
  name: 'Bool',
  fits: (written) => {
    const wanted = written.toLowerCase();
    const isTruth = wanted === 'true' || wanted === 'false';
    return (found) => isTruth && found.toLowerCase() === wanted;
  },
};

/** Base64 of the same bytes, with or without its padding. */
const BinaryEquals: Operator = {
  name: 'BinaryEquals',
  fits: (written) => {
    const wanted = written.replace(/=+$/, '');
    return (found) => found.replace(/=+$/, '') === wanted;
  },
};

export const others: readonly Operator[] = [Bool, BinaryEquals];
