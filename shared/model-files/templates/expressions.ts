import { NotJinja, type Token } from './tokens.ts';

/** An expression of Jinja, as far as it matters what it reaches. */
export type Expression =
  | { readonly kind: 'constant'; readonly value: string | number | boolean | null; readonly at: number }
  | { readonly kind: 'name'; readonly name: string; readonly at: number }
  /** `of.name` */
  | { readonly kind: 'attribute'; readonly of: Expression; readonly name: string; readonly at: number }
  /** `of[by]` */
  | { readonly kind: 'subscript'; readonly of: Expression; readonly by: Expression; readonly at: number }
  | {
      readonly kind: 'slice';
      readonly of: Expression;
      readonly parts: readonly (Expression | undefined)[];
      readonly at: number;
    }
  | { readonly kind: 'call'; readonly of: Expression; readonly given: Given; readonly at: number }
  | FilterExpression
  | {
      readonly kind: 'binary';
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
      readonly at: number;
    }
  | {
      readonly kind: 'unary';
      readonly operator: string;
      readonly of: Expression;
      readonly at: number;
    }
  | {
      readonly kind: 'choice';
      readonly condition: Expression;
      readonly chosen: Expression;
      readonly otherwise: Expression | undefined;
      readonly at: number;
    }
  | { readonly kind: 'list'; readonly elements: readonly Expression[]; readonly at: number }
  | {
      readonly kind: 'dictionary';
      readonly entries: readonly (readonly [Expression, Expression])[];
      readonly at: number;
    };

/** `of | name(given)`, `of is name(given)` */
export interface FilterExpression {
  readonly kind: 'filter' | 'test';
  readonly of: Expression;
  readonly name: string;
  readonly given: Given;
  readonly at: number;
}

/** What a call or a filter is given. */
export interface Given {
  readonly positional: readonly Expression[];
  readonly named: ReadonlyMap<string, Expression>;
}

const NOTHING_GIVEN: Given = { positional: [], named: new Map() };
const DEEPEST = 100;
const LONGEST_CHAIN = 2000;
/** From the loosest to the tightest. Power and signs are their own. */
const BINARY: readonly (readonly string[])[] = [
  ['or'],
  ['and'],
  ['==', '!=', '<', '>', '<=', '>=', 'in', 'not in'],
  ['+', '-'],
  ['~'],
  ['*', '/', '//', '%'],
];
const CONSTANTS: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['True', true],
  ['false', false],
  ['False', false],
  ['none', null],
  ['None', null],
]);

/** Reads expressions out of the tokens of one tag. */
export class ExpressionParser {
  readonly #tokens: readonly Token[];
  #next: number;
  #depth = 0;
  #chains = 0;

  constructor(tokens: readonly Token[], from = 0) {
    this.#tokens = tokens;
    this.#next = from;
  }

  get isAtEnd(): boolean {
    return this.#next >= this.#tokens.length;
  }

  peek(ahead = 0): Token | undefined {
    return this.#tokens[this.#next + ahead];
  }

  /** Whether the next token is this operator or word. */
  is(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token?.text === text && (token.kind === 'operator' || token.kind === 'name');
  }

  take(text: string): boolean {
    if (!this.is(text)) return false;
    this.#next += 1;
    return true;
  }

  expect(text: string): void {
    if (!this.take(text)) this.fail(`“${text}” is expected`);
  }

  name(): string {
    const token = this.peek();
    if (token?.kind !== 'name') return this.fail('a name is expected');
    this.#next += 1;
    return token.text;
  }

  fail(what: string): never {
    const at = this.peek()?.at ?? this.#tokens.at(-1)?.at ?? 0;
    throw new NotJinja(`${what} at character ${at}`);
  }

  /** What is written one after another nests as well: whoever walks the expression goes as deep. */
  #chained(): void {
    this.#chains += 1;
    if (this.#chains > LONGEST_CHAIN) this.fail('a tag is too long');
  }

  /** `a, b` is a tuple where `allowsTuple`, without brackets. */
  expression(allowsTuple = false, allowsChoice = true): Expression {
    this.#depth += 1;
    if (this.#depth > DEEPEST) this.fail(`it is nested deeper than ${DEEPEST}`);
    const first = this.#choice(allowsChoice);
    let result = first;
    if (allowsTuple && this.is(',')) {
      const elements = [first];
      while (this.take(',')) {
        if (this.isAtEnd || this.is('=') || this.is(')') || this.is('in')) break;
        elements.push(this.#choice(allowsChoice));
      }
      result = { kind: 'list', elements, at: first.at };
    }
    this.#depth -= 1;
    return result;
  }

  #choice(allowsChoice: boolean): Expression {
    let left = this.#binary(0);
    while (allowsChoice && this.is('if')) {
      this.take('if');
      const condition = this.#binary(0);
      const otherwise = this.take('else') ? this.expression() : undefined;
      left = { kind: 'choice', condition, chosen: left, otherwise, at: left.at };
      this.#chained();
    }
    return left;
  }

  #binary(level: number): Expression {
    const operators = BINARY[level];
    if (operators === undefined) return this.#unary();
    if (level === 2 && this.is('not')) return this.#not();
    let left = this.#binary(level + 1);
    for (;;) {
      const operator = this.is('not') && this.is('in', 1) ? 'not in' : (this.peek()?.text ?? '');
      const isHere = operator === 'not in' ? level === 2 : operators.includes(operator) && this.is(operator);
      if (!isHere) return left;
      this.#next += operator === 'not in' ? 2 : 1;
      left = { kind: 'binary', operator, left, right: this.#binary(level + 1), at: left.at };
      this.#chained();
    }
  }

  #not(): Expression {
    const at = this.peek()?.at ?? 0;
    let count = 0;
    while (this.take('not')) count += 1;
    return count === 0 ? this.#binary(2) : { kind: 'unary', operator: 'not', of: this.#binary(2), at };
  }

  #unary(): Expression {
    const token = this.peek();
    const at = token?.at ?? 0;
    let sign = '';
    while (this.is('-') || this.is('+')) {
      sign = this.peek()?.text ?? '';
      this.#next += 1;
    }
    // A sign binds tighter than a power and looser than what follows a value; filters take the whole.
    let value: Expression = this.#postfix(this.#primary());
    if (sign !== '') value = { kind: 'unary', operator: sign, of: value, at };
    while (this.take('**')) {
      value = { kind: 'binary', operator: '**', left: value, right: this.#postfix(this.#primary()), at };
      this.#chained();
    }
    return this.#filters(value);
  }

  #primary(): Expression {
    const token = this.peek();
    if (token === undefined) return this.fail('it ends');
    const { at } = token;
    this.#next += 1;
    if (token.kind === 'string') {
      let value = token.text;
      // Neighbours are one string.
      while (this.peek()?.kind === 'string') {
        value += this.peek()?.text ?? '';
        this.#next += 1;
      }
      return { kind: 'constant', value, at };
    }
    if (token.kind === 'number')
      return { kind: 'constant', value: Number(token.text.replaceAll('_', '')), at };
    if (token.kind === 'name') {
      const constant = CONSTANTS.get(token.text);
      return constant === undefined
        ? { kind: 'name', name: token.text, at }
        : { kind: 'constant', value: constant, at };
    }
    if (token.text === '(') {
      if (this.take(')')) return { kind: 'list', elements: [], at };
      const inner = this.expression(true);
      this.expect(')');
      return inner;
    }
    if (token.text === '[') return { kind: 'list', elements: this.#until(']', () => this.expression()), at };
    if (token.text === '{')
      return {
        kind: 'dictionary',
        entries: this.#until('}', () => {
          const key = this.expression();
          this.expect(':');
          return [key, this.expression()] as const;
        }),
        at,
      };
    this.#next -= 1;
    return this.fail('a value is expected');
  }

  #until<Element>(close: string, element: () => Element): Element[] {
    const found: Element[] = [];
    while (!this.take(close)) {
      if (found.length > 0) {
        this.expect(',');
        if (this.take(close)) break;
      }
      found.push(element());
    }
    return found;
  }

  /** Attributes, subscripts and calls. */
  #postfix(value: Expression): Expression {
    let of = value;
    for (;;) {
      const at = this.peek()?.at ?? 0;
      if (this.take('.')) {
        const token = this.peek();
        if (token?.kind !== 'name' && token?.kind !== 'number') return this.fail('an attribute is expected');
        this.#next += 1;
        of = { kind: 'attribute', of, name: token.text, at };
      } else if (this.take('[')) of = this.#subscript(of, at);
      else if (this.is('(')) of = { kind: 'call', of, given: this.given(), at };
      else return of;
      this.#chained();
    }
  }

  #subscript(of: Expression, at: number): Expression {
    const parts: (Expression | undefined)[] = [];
    let colons = 0;
    while (!this.take(']')) {
      if (this.take(':')) {
        colons += 1;
        parts.length = Math.max(parts.length, colons);
      } else if (parts[colons] === undefined) parts[colons] = this.expression(colons === 0);
      else this.fail('“]” is expected');
    }
    const [by] = parts;
    if (colons > 0) return { kind: 'slice', of, parts: Array.from(parts), at };
    return by === undefined ? this.fail('a subscript is expected') : { kind: 'subscript', of, by, at };
  }

  #filters(value: Expression): Expression {
    let of = value;
    for (;;) {
      const at = this.peek()?.at ?? 0;
      if (this.take('|')) {
        const name = this.#dottedName();
        of = { kind: 'filter', of, name, given: this.is('(') ? this.given() : NOTHING_GIVEN, at };
      } else if (this.is('is')) {
        this.take('is');
        this.take('not');
        const name = this.#dottedName();
        of = { kind: 'test', of, name, given: this.#givenToTest(), at };
      } else if (this.is('(') || this.is('.') || this.is('[')) of = this.#postfix(of);
      else return of;
      this.#chained();
    }
  }

  #dottedName(): string {
    let name = this.name();
    while (this.take('.')) name += `.${this.name()}`;
    return name;
  }

  /** A test may be given one value without brackets: `is divisibleby 3`. */
  #givenToTest(): Given {
    if (this.is('(')) return this.given();
    const token = this.peek();
    const isValue =
      token !== undefined &&
      (token.kind === 'string' ||
        token.kind === 'number' ||
        (token.kind === 'operator' && '[{'.includes(token.text)) ||
        (token.kind === 'name' &&
          !['else', 'or', 'and', 'if', 'is', 'in', 'not', 'recursive'].includes(token.text)));
    if (!isValue) return NOTHING_GIVEN;
    return { positional: [this.#postfix(this.#primary())], named: new Map() };
  }

  /** In brackets, which are next. */
  given(): Given {
    const positional: Expression[] = [];
    const named = new Map<string, Expression>();
    this.expect('(');
    this.#until(')', () => {
      if (this.take('**') || this.take('*')) positional.push(this.expression());
      else if (this.peek()?.kind === 'name' && this.is('=', 1)) {
        const name = this.name();
        this.take('=');
        named.set(name, this.expression());
      } else positional.push(this.expression());
    });
    return { positional, named };
  }
}
