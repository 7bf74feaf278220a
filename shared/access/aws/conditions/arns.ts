import { matches, type Pattern, textPattern } from '../pattern.ts';
import { negated, type Operator } from './operator.ts';

const FIELDS = 6;

/** The six fields of an ARN; the last holds whatever colons follow. */
function fieldsOf(arn: string): readonly string[] | undefined {
  const fields = arn.split(':');
  if (fields.length < FIELDS || fields[0] !== 'arn') return undefined;
  return [...fields.slice(0, FIELDS - 1), fields.slice(FIELDS - 1).join(':')];
}

/** Field by field, so that no wildcard goes beyond its own. */
const ArnLike: Operator = {
  name: 'ArnLike',
  takesVariables: true,
  fits: (written) => {
    const patterns: readonly Pattern[] | undefined = fieldsOf(written)?.map(textPattern);
    return (found) => {
      const fields = fieldsOf(found);
      return (
        patterns !== undefined &&
        fields !== undefined &&
        patterns.every((pattern, index) => matches(pattern, fields[index] ?? ''))
      );
    };
  },
};

/** “ArnEquals and ArnLike behave identically.” */
const ArnEquals: Operator = { ...ArnLike, name: 'ArnEquals' };

export const arns: readonly Operator[] = [
  ArnEquals,
  negated('ArnNotEquals', ArnEquals),
  ArnLike,
  negated('ArnNotLike', ArnLike),
];
