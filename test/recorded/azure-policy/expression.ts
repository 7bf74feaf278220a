import { isObject, type Json } from '#shared/model/json.ts';
import { type Call, FUNCTIONS, type FunctionName, isFunctionName } from './functions.ts';
import { NotUnderstood } from './not-understood.ts';

/** A value of a rule: as it stands there, or what a template expression in square brackets gives. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: Json }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly of: readonly Expression[] };

/** https://learn.microsoft.com/azure/azure-resource-manager/templates/template-expressions */
export function expressionOf(value: Json): Expression {
  if (typeof value === 'string') return value.startsWith('[') ? parse(value) : { kind: 'literal', value };
  const inner = Array.isArray(value) ? value : isObject(value) ? Object.values(value) : [];
  if (inner.some((one) => typeof one !== 'number' && typeof one !== 'boolean' && !isPlainText(one)))
    throw new NotUnderstood(value);
  return { kind: 'literal', value };
}

const isPlainText = (value: Json | undefined): boolean => typeof value === 'string' && !value.startsWith('[');

/** The value of an expression, where `call` says what it is that calls it. */
export function resolved(expression: Expression, call: Call): Json {
  if (expression.kind === 'literal') return expression.value;
  const values = expression.of.map((inner) => resolved(inner, call));
  return FUNCTIONS[expression.name](values, call);
}

/** The functions that an expression calls. */
export const calledIn = (expression: Expression): FunctionName[] =>
  expression.kind === 'literal' ? [] : [expression.name, ...expression.of.flatMap(calledIn)];

/** A text (a quote in it is doubled), a whole number, a name before its bracket, or punctuation. */
const TOKEN = /\s*(?:'(?<text>(?:[^']|'')*)'|(?<number>\d+)|(?<name>[A-Za-z]\w*)\(|(?<mark>[),]))/y;

function parse(source: string): Expression {
  const inner = /^\[(?!\[)(.*)\]$/s.exec(source)?.[1]?.trimEnd();
  if (inner === undefined) throw new NotUnderstood(source);
  let at = 0;

  function next(): Readonly<Record<string, string | undefined>> {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(inner ?? '');
    if (!token?.groups) throw new NotUnderstood(source);
    at = TOKEN.lastIndex;
    return token.groups;
  }

  function expression({ text, number, name }: ReturnType<typeof next>): Expression {
    if (text !== undefined) return { kind: 'literal', value: text.replaceAll("''", "'") };
    if (number !== undefined) return { kind: 'literal', value: Number(number) };
    if (name === undefined || !isFunctionName(name)) throw new NotUnderstood(source);
    return { kind: 'call', name, of: operands() };
  }

  function operands(): Expression[] {
    const found: Expression[] = [];
    for (let token = next(); ; token = next()) {
      if (token['mark'] === ')' && found.length === 0) return found;
      found.push(expression(token));
      const { mark } = next();
      if (mark === ')') return found;
      if (mark !== ',') throw new NotUnderstood(source);
    }
  }

  const whole = expression(next());
  if (at !== inner.length) throw new NotUnderstood(source);
  return whole;
}
