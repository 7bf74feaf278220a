import { and, type Expression, not, type Operand, or } from './expression.ts';

/** Why a text is no condition, and where. */
export interface Unparsable {
  readonly problem: string;
  readonly at: number;
}

export const isUnparsable = (parsed: Expression | Unparsable): parsed is Unparsable => 'problem' in parsed;

/**
 * The language of role assignment conditions, version 2.0
 * (https://learn.microsoft.com/azure/role-based-access-control/conditions-format).
 */
export function parseCondition(text: string): Expression | Unparsable {
  try {
    return new Parser(text).whole();
  } catch (error) {
    if (error instanceof Unexpected) return { problem: error.message, at: error.at };
    throw error;
  }
}

class Unexpected extends Error {
  readonly at: number;
  constructor(found: Token, wanted: string) {
    super(`${wanted} expected, found ${found.kind === 'end' ? 'the end' : found.text}`);
    this.at = found.at;
  }
}

interface Token {
  readonly kind: 'attribute' | 'string' | 'word' | 'symbol' | 'end' | 'unknown';
  readonly text: string;
  readonly at: number;
}

const TOKEN =
  /\s*(?:(?<attribute>@\w+\[[^\]]*\])|(?<string>'[^']*')|(?<symbol>&&|\|\||[(){},!])|(?<word>[\w.:+-]+)|(?<unknown>\S))/gy;

function tokensOf(text: string): Token[] {
  const tokens = [...text.matchAll(TOKEN)].map((match): Token => {
    const [kind, found] = Object.entries(match.groups ?? {}).find(([, group]) => group !== undefined) ?? [
      'unknown',
      match[0],
    ];
    return { kind: kind as Token['kind'], text: found, at: match.index };
  });
  return [...tokens, { kind: 'end', text: '', at: text.length }];
}

const LOGICAL: Readonly<Record<string, 'AND' | 'OR'>> = { AND: 'AND', '&&': 'AND', OR: 'OR', '||': 'OR' };

class Parser {
  readonly #tokens: readonly Token[];
  #next = 0;

  constructor(text: string) {
    this.#tokens = tokensOf(text);
  }

  whole(): Expression {
    const expression = this.#expression();
    if (this.#peek().kind !== 'end') throw new Unexpected(this.#peek(), 'AND, OR or the end');
    return expression;
  }

  #expression(): Expression {
    const of = [this.#negated()];
    const operators: ('AND' | 'OR')[] = [];
    for (let next = this.#logical(); next; next = this.#logical()) {
      operators.push(next);
      of.push(this.#negated());
    }
    if (new Set(operators).size > 1) return { kind: 'ungrouped', of, operators };
    return operators[0] === 'OR' ? or(of) : and(of);
  }

  #logical(): 'AND' | 'OR' | undefined {
    const found = LOGICAL[this.#peek().text.toUpperCase()];
    if (found) this.#take();
    return found;
  }

  #negated(): Expression {
    if (this.#took('!') || this.#tookWord('NOT')) return not(this.#negated());
    if (this.#took('(')) {
      const inner = this.#expression();
      this.#must(')');
      return inner;
    }
    const { text } = this.#peek();
    if (text === 'ActionMatches' || text === 'SubOperationMatches') {
      this.#take();
      this.#must('{');
      return { kind: text, patterns: this.#values() };
    }
    if (this.#tookWord('Exists')) return { kind: 'Exists', attribute: this.#attribute() };
    const left = this.#operand();
    const operator = this.#take();
    if (operator.kind !== 'word') throw new Unexpected(operator, 'an operator');
    return { kind: 'comparison', left, operator: operator.text, right: this.#operand() };
  }

  #operand(): Operand {
    const from = this.#peek();
    if (from.kind === 'attribute') return { kind: 'attribute', name: this.#attribute() };
    if (!this.#took('{')) {
      const value = this.#value();
      return { kind: 'values', values: [value], text: from.text };
    }
    const first = this.#next;
    const values = this.#values();
    const written = this.#tokens.slice(first, this.#next - 1).filter(({ text }) => text !== ',');
    return { kind: 'values', values, text: `{${written.map(({ text }) => text).join(', ')}}` };
  }

  /** Up to the brace that closes them. */
  #values(): string[] {
    const values = [this.#value()];
    while (this.#took(',')) values.push(this.#value());
    this.#must('}');
    return values;
  }

  #value(): string {
    const token = this.#take();
    if (token.kind === 'string') return token.text.slice(1, -1);
    if (token.kind === 'word') return token.text;
    throw new Unexpected(token, 'a value');
  }

  #attribute(): string {
    const token = this.#take();
    if (token.kind !== 'attribute') throw new Unexpected(token, 'an attribute');
    return token.text;
  }

  #peek(): Token {
    return this.#tokens[this.#next] ?? { kind: 'end', text: '', at: 0 };
  }

  #take(): Token {
    const token = this.#peek();
    this.#next += 1;
    return token;
  }

  #took(symbol: string): boolean {
    const { kind, text } = this.#peek();
    const found = kind === 'symbol' && text === symbol;
    if (found) this.#take();
    return found;
  }

  #tookWord(word: string): boolean {
    const { kind, text } = this.#peek();
    const found = kind === 'word' && text.toUpperCase() === word.toUpperCase();
    if (found) this.#take();
    return found;
  }

  #must(symbol: string): void {
    if (!this.#took(symbol)) throw new Unexpected(this.#peek(), symbol);
  }
}
