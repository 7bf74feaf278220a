import { actionPattern } from '../action-pattern.ts';
import { and, type Expression, literal, not, type Operand, or } from './expression.ts';
import { compare } from './operators.ts';

/** What is known of a request. */
export interface Request {
  readonly action: string;
  /** The suboperations that it is; `undefined` where that is not known. */
  readonly suboperations: readonly string[] | undefined;
  /** The values of `@Resource[…]`, `@Request[…]`, …: none where it has none, `undefined` where that is not known. */
  readonly attribute: (name: string) => readonly string[] | undefined;
}

/** What is left of a condition when what is known of the request has been put in. */
export function evaluate(expression: Expression, request: Request): Expression {
  const inner = (part: Expression): Expression => evaluate(part, request);
  switch (expression.kind) {
    case 'literal':
      return expression;
    case 'not':
      return not(inner(expression.of));
    case 'and':
      return and(expression.of.map(inner));
    case 'or':
      return or(expression.of.map(inner));
    case 'ungrouped':
      return ungrouped({ ...expression, of: expression.of.map(inner) });
    case 'ActionMatches':
      return matches(expression, [request.action]);
    case 'SubOperationMatches':
      return matches(expression, request.suboperations);
    case 'Exists': {
      const values = request.attribute(expression.attribute);
      return values === undefined ? expression : literal(values.length > 0);
    }
    case 'comparison': {
      const [left, right] = [valuesOf(expression.left, request), valuesOf(expression.right, request)];
      const found = left && right ? compare(left, expression.operator, right) : undefined;
      return found === undefined ? expression : literal(found);
    }
  }
}

const valuesOf = (operand: Operand, request: Request): readonly string[] | undefined =>
  operand.kind === 'attribute' ? request.attribute(operand.name) : operand.values;

/** Whichever way it is grouped, parts that all agree agree. */
function ungrouped(expression: Extract<Expression, { kind: 'ungrouped' }>): Expression {
  const [first, ...others] = expression.of;
  const agree =
    first?.kind === 'literal' &&
    others.every((other) => other.kind === 'literal' && other.value === first.value);
  return agree ? first : expression;
}

function matches(
  expression: Extract<Expression, { patterns: readonly string[] }>,
  names: readonly string[] | undefined,
): Expression {
  if (names === undefined) return expression;
  const covers = expression.patterns.flatMap((pattern) =>
    names.map((name) => actionPattern(pattern).covers(name)),
  );
  if (covers.includes('yes')) return literal(true);
  return covers.includes('doubtful') ? expression : literal(false);
}
