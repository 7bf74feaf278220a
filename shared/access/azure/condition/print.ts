import type { Expression, Operand } from './expression.ts';

/** The condition in its own language. */
export function printed(expression: Expression): string {
  switch (expression.kind) {
    case 'literal':
      return String(expression.value);
    case 'not':
      return expression.of.kind === 'Exists'
        ? `NOT ${printed(expression.of)}`
        : `!(${printed(expression.of)})`;
    case 'and':
    case 'or':
      return expression.of.map(grouped).join(` ${expression.kind.toUpperCase()} `);
    case 'ungrouped':
      return expression.of
        .map((part, index) => [expression.operators[index - 1], grouped(part)].filter(Boolean).join(' '))
        .join(' ');
    case 'ActionMatches':
    case 'SubOperationMatches':
      return `${expression.kind}{${expression.patterns.map((pattern) => `'${pattern}'`).join(', ')}}`;
    case 'Exists':
      return `Exists ${expression.attribute}`;
    case 'comparison':
      return `${side(expression.left)} ${expression.operator} ${side(expression.right)}`;
  }
}

const side = (operand: Operand): string => (operand.kind === 'attribute' ? operand.name : operand.text);

const grouped = (part: Expression): string =>
  part.kind === 'and' || part.kind === 'or' || part.kind === 'ungrouped'
    ? `(${printed(part)})`
    : printed(part);

/** What has to hold, one by one. */
export const conjuncts = (expression: Expression): string[] =>
  expression.kind === 'and' ? expression.of.map(printed) : [printed(expression)];
