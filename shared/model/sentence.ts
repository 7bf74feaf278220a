import { isParameter, type Parameter } from './governance.ts';
import type { Comparison, Predicate } from './predicate.ts';

const quote = (value: unknown): string => (typeof value === 'string' ? `“${value}”` : String(value));

/** “is “Enabled””, or with `negated` “is not “Enabled””. */
export function comparisonSentence(comparison: Comparison, negated = false): string {
  const notWord = negated ? 'not ' : '';
  switch (comparison.operator) {
    case 'is':
      // A boolean that is not one is the other.
      if (typeof comparison.value === 'boolean') return `is ${comparison.value !== negated}`;
      return `is ${notWord}${quote(comparison.value)}`;
    case 'is-one-of':
      return `is ${negated ? 'none' : 'one'} of ${comparison.value.map(quote).join(', ')}`;
    case 'matches':
      return `${negated ? 'does not match' : 'matches'} /${comparison.value}/${comparison.flags ?? ''}`;
    case 'includes':
      return `${negated ? 'does not include' : 'includes'} ${quote(comparison.value)}`;
    case 'fits-one-of': {
      const { value } = comparison;
      const patterns = isParameter(value) ? named(value) : value.map(quote).join(', ');
      return negated ? `fits none of ${patterns}` : `fits one of ${patterns}`;
    }
    case 'at-least':
      return `${negated ? 'is less than' : 'is at least'} ${bound(comparison.value)}`;
    case 'at-most':
      return `${negated ? 'is more than' : 'is at most'} ${bound(comparison.value)}`;
    case 'is-absent':
      return negated ? 'is set' : 'is absent';
    case 'is-empty':
      return negated ? 'is not empty' : 'is absent or empty';
  }
}

/** A setting as it stands in the config. */
const named = ({ parameter }: Parameter): string => `governance.${parameter}`;
const bound = (value: number | Parameter): string => (isParameter(value) ? named(value) : String(value));

/** The predicate as the rest of a sentence that starts with “fails when”. */
export function sentence(predicate: Predicate, negated = false): string {
  switch (predicate.kind) {
    case 'field':
      return `${predicate.path === '' ? 'itself' : `\`${predicate.path}\``} ${comparisonSentence(predicate.comparison, negated)}${
        predicate.absentIs ? ` (absent: ${quote(predicate.absentIs.value)})` : ''
      }`;
    case 'not':
      return sentence(predicate.of, !negated);
    case 'all':
    case 'any': {
      const word = (predicate.kind === 'all') !== negated ? 'and' : 'or';
      const parts = predicate.of.map((inner) => sentence(inner, negated));
      return parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(`, ${word} `)})`;
    }
    case 'some':
    case 'every': {
      const isSome = (predicate.kind === 'some') !== negated;
      return `for ${isSome ? 'some' : 'every'} element of \`${predicate.path}\` ${sentence(predicate.of, negated)}`;
    }
    case 'related': {
      const isSome = (predicate.quantifier === 'some') !== negated;
      return `for ${isSome ? 'some' : 'every'} ${predicate.type.title} (${predicate.relation}) ${sentence(predicate.of, negated)}`;
    }
    case 'function':
      return negated ? `not: ${predicate.of.sentence}` : predicate.of.sentence;
    case 'unset':
      return `governance.${predicate.parameter} is set`;
  }
}
