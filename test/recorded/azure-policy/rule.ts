import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';
import { calledIn, type Expression, expressionOf, resolved } from './expression.ts';
import type { Call, FunctionName } from './functions.ts';
import { NotUnderstood } from './not-understood.ts';
import { isOperatorName, OPERATORS, type OperatorName } from './operators.ts';
import { arrayKey, selected } from './resource.ts';

/**
 * A condition of Azure Policy’s language, read once and judged of many resources.
 * https://learn.microsoft.com/azure/governance/policy/concepts/definition-structure-policy-rule
 */
export type Condition =
  | { readonly kind: 'allOf' | 'anyOf'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  | {
      readonly kind: 'comparison';
      readonly operand: Operand;
      readonly operator: OperatorName;
      readonly wanted: Expression;
    };

type Operand =
  | { readonly kind: 'field'; readonly field: string }
  | { readonly kind: 'value'; readonly value: Expression }
  | { readonly kind: 'count'; readonly over: Elements; readonly where?: Condition };

/** What is counted: the elements of an array of the resource, or of a list under a name of the rule’s own. */
type Elements = { readonly field: string } | { readonly value: Expression; readonly name: string };

/** Reads a condition. Throws {@link NotUnderstood} on whatever it does not know, wherever it stands. */
export function conditionOf(source: Json | undefined): Condition {
  if (!isObject(source)) throw new NotUnderstood(source);
  const parts = withLowerCaseKeys(source);
  const { allof, anyof, not, field, value, count, ...comparisons } = parts;
  const [operator = '', ...more] = Object.keys(comparisons);
  const operands = [allof, anyof, not, field, value, count].filter((part) => part !== undefined);
  if (operands.length !== 1 || more.length > 0) throw new NotUnderstood(source);
  if (operator === '') {
    if (Array.isArray(allof)) return { kind: 'allOf', of: allof.map(conditionOf) };
    if (Array.isArray(anyof)) return { kind: 'anyOf', of: anyof.map(conditionOf) };
    if (not !== undefined) return { kind: 'not', of: conditionOf(not) };
  }
  const wanted = comparisons[operator];
  if (!isOperatorName(operator) || wanted === undefined) throw new NotUnderstood(source);
  return { kind: 'comparison', operand: operandOf(parts, source), operator, wanted: expressionOf(wanted) };
}

function operandOf({ field, value, count }: JsonObject, source: JsonObject): Operand {
  if (typeof field === 'string' && !field.startsWith('[')) return { kind: 'field', field };
  if (value !== undefined) return { kind: 'value', value: expressionOf(value) };
  if (!isObject(count)) throw new NotUnderstood(source);
  const { where, ...over } = count;
  return { kind: 'count', over: elementsOf(over), ...(where ? { where: conditionOf(where) } : {}) };
}

function elementsOf(over: JsonObject): Elements {
  const { field, value, name, ...more } = over;
  if (Object.keys(more).length > 0) throw new NotUnderstood(over);
  if (typeof field === 'string' && field.endsWith('[*]') && value === undefined) return { field };
  if (field === undefined && value !== undefined && typeof name === 'string')
    return { value: expressionOf(value), name };
  throw new NotUnderstood(over);
}

const withLowerCaseKeys = (source: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(source).map(([key, value]) => [key.toLowerCase(), value]));

/** Whether the condition is true of the resource of the call. */
export function holds(condition: Condition, call: Call): boolean {
  switch (condition.kind) {
    case 'allOf':
      return condition.of.every((inner) => holds(inner, call));
    case 'anyOf':
      return condition.of.some((inner) => holds(inner, call));
    case 'not':
      return !holds(condition.of, call);
    case 'comparison': {
      const compare = OPERATORS[condition.operator];
      const wanted = resolved(condition.wanted, call);
      // A field condition asks it of every value that an array alias selects: of none, it is true.
      return valuesOf(condition.operand, call).every((found) => compare(found, wanted));
    }
  }
}

function valuesOf(operand: Operand, call: Call): (Json | undefined)[] {
  switch (operand.kind) {
    case 'field':
      return selected(call.resource, operand.field, call.counted);
    case 'value':
      return [resolved(operand.value, call)];
    case 'count':
      return [countOf(operand.over, operand.where, call)];
  }
}

/** Each element is judged as if the array held nothing else. */
function countOf(over: Elements, where: Condition | undefined, call: Call): number {
  const isField = 'field' in over;
  const elements = isField ? selected(call.resource, over.field, call.counted) : resolved(over.value, call);
  if (!Array.isArray(elements)) throw new NotUnderstood({ count: over });
  if (!where) return elements.length;
  const key = isField ? arrayKey(over.field) : over.name;
  return elements.filter(
    (element) =>
      element !== undefined && holds(where, { ...call, counted: new Map([...call.counted, [key, element]]) }),
  ).length;
}

/** The operators and functions that a condition uses. */
export function vocabularyOf(condition: Condition): (OperatorName | FunctionName)[] {
  if (condition.kind === 'not') return vocabularyOf(condition.of);
  if (condition.kind !== 'comparison') return condition.of.flatMap(vocabularyOf);
  const { operand, operator, wanted } = condition;
  return [operator, ...calledIn(wanted), ...inOperand(operand)];
}

function inOperand(operand: Operand): (OperatorName | FunctionName)[] {
  if (operand.kind === 'field') return [];
  if (operand.kind === 'value') return calledIn(operand.value);
  return [
    ...('value' in operand.over ? calledIn(operand.over.value) : []),
    ...(operand.where ? vocabularyOf(operand.where) : []),
  ];
}

/** The fields that a condition looks at. */
export function fieldsOf(condition: Condition): string[] {
  if (condition.kind === 'not') return fieldsOf(condition.of);
  if (condition.kind !== 'comparison') return condition.of.flatMap(fieldsOf);
  const { operand } = condition;
  if (operand.kind === 'field') return [operand.field];
  if (operand.kind === 'value') return [];
  return [
    ...('field' in operand.over ? [operand.over.field] : []),
    ...(operand.where ? fieldsOf(operand.where) : []),
  ];
}

/** The types that a condition asks for by name. */
export function typesOf(condition: Condition): string[] {
  if (condition.kind === 'not') return [];
  if (condition.kind !== 'comparison') return condition.of.flatMap(typesOf);
  const { operand, operator, wanted } = condition;
  return operand.kind === 'field' &&
    operand.field === 'type' &&
    operator === 'equals' &&
    wanted.kind === 'literal' &&
    typeof wanted.value === 'string'
    ? [wanted.value]
    : [];
}
