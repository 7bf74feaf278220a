import { matches, plainly, textPattern } from '../pattern.ts';
import { negated, type Operator } from './operator.ts';

const StringEquals: Operator = {
  name: 'StringEquals',
  takesVariables: true,
  fits: (written) => {
    const text = plainly(written);
    return (found) => found === text;
  },
};

const StringEqualsIgnoreCase: Operator = {
  name: 'StringEqualsIgnoreCase',
  takesVariables: true,
  fits: (written) => {
    const text = plainly(written).toLowerCase();
    return (found) => found.toLowerCase() === text;
  },
};

const StringLike: Operator = {
  name: 'StringLike',
  takesVariables: true,
  fits: (written) => {
    const pattern = textPattern(written);
    return (found) => matches(pattern, found);
  },
};

export const strings: readonly Operator[] = [
  StringEquals,
  negated('StringNotEquals', StringEquals),
  StringEqualsIgnoreCase,
  negated('StringNotEqualsIgnoreCase', StringEqualsIgnoreCase),
  StringLike,
  negated('StringNotLike', StringLike),
];
