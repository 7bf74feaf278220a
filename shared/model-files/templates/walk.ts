import { type Expression, ExpressionParser, type FilterExpression, type Given } from './expressions.ts';
import { foldBinary, foldFilter, foldMethod, foldSlice, type Known } from './fold.ts';
import { holdsDunder, type Judgement, ofAttribute, ofName, reachesByFormat } from './gadgets.ts';
import type { Tag } from './tokens.ts';

type Report = (rule: string, effect: 'dangerous' | 'review', what: string, at: number) => void;

/** What becomes of an expression. */
type Use = 'value' | 'called' | 'reached';

const LONGEST_RANGE = 10_000_000;
/** Statements that have nothing to look at. */
const EMPTY_STATEMENTS: ReadonlySet<string> = new Set([
  'else',
  'break',
  'continue',
  'generation',
  'block',
  'pluralize',
  'trans',
]);
/** Filters that are given the name of an attribute first. */
const ATTRIBUTE_FIRST: ReadonlySet<string> = new Set(['selectattr', 'rejectattr', 'groupby']);
/** Filters by which a name is put together. */
const BUILDING: ReadonlySet<string> = new Set(
  (
    'b64decode capitalize casefold center decode encode expandtabs format format_map indent join ljust lower lstrip ' +
    'removeprefix removesuffix replace reverse rjust rstrip strip swapcase title translate trim truncate upper ' +
    'urlencode zfill'
  ).split(' '),
);

/**
 * Goes through the tags of a template in their order, and keeps what is known of its variables. What is not known
 * when it stands as a name of an attribute is told as such.
 */
export class Walk {
  readonly #report: Report;
  /** Of a name that is set to several, none is known. */
  readonly #variables = new Map<string, Known>();
  readonly #own = new Set<string>();
  /** Variables whose text is put together, and not known. */
  readonly #built = new Set<string>();
  #tagAt = 0;

  constructor(report: Report) {
    this.#report = report;
  }

  tag({ kind, tokens, at }: Tag): void {
    this.#tagAt = at;
    const parser = new ExpressionParser(tokens);
    if (kind === 'statement') this.#statement(parser);
    else if (!parser.isAtEnd) this.#visit(parser.expression(true));
    if (!parser.isAtEnd) parser.fail('something follows');
  }

  #statement(parser: ExpressionParser): void {
    const name = parser.name();
    if (name.startsWith('end') || EMPTY_STATEMENTS.has(name)) {
      this.#rest(parser);
      return;
    }
    switch (name) {
      case 'if':
      case 'elif':
      case 'do':
      case 'autoescape':
        this.#visit(parser.expression(true));
        return;
      case 'set':
        this.#set(parser);
        return;
      case 'with':
        while (!parser.isAtEnd) {
          const target = parser.name();
          parser.expect('=');
          this.#assignExpression(target, parser.expression());
          if (!parser.take(',')) return;
        }
        return;
      case 'for':
        this.#for(parser);
        return;
      case 'macro':
        this.#assign(parser.name(), undefined);
        this.#parameters(parser);
        return;
      case 'call':
        if (parser.is('(')) this.#parameters(parser);
        this.#visit(parser.expression());
        return;
      case 'filter':
        this.#filterBlock(parser);
        return;
      case 'include':
      case 'import':
      case 'extends':
      case 'from':
        this.#otherTemplate(name, parser);
        return;
      case 'debug':
        this.#tell('debug', 'review', 'writes out everything it is given');
        return;
      default:
        parser.fail(`the statement ${name.slice(0, 40)} is not known`);
    }
  }

  /** What a statement has that Jinja or an extension of it reads, such as the name of a block. */
  #rest(parser: ExpressionParser): void {
    while (!parser.isAtEnd) {
      if (parser.take(',') || parser.take('=')) continue;
      this.#visit(parser.expression());
    }
  }

  #set(parser: ExpressionParser): void {
    const targets: string[] = [];
    do {
      let target = parser.name();
      while (parser.take('.')) target += `.${parser.name()}`;
      targets.push(target);
    } while (parser.take(','));
    if (parser.take('=')) {
      const expression = parser.expression(true);
      const [only] = targets;
      if (targets.length === 1 && only !== undefined) {
        this.#assignExpression(only, expression);
        return;
      }
      const known = this.#visit(expression);
      targets.forEach((target, index) => {
        this.#assign(target, Array.isArray(known) ? known[index] : undefined);
      });
      return;
    }
    for (const target of targets) {
      this.#assign(target, undefined);
      this.#built.add(target);
    }
    if (parser.is('|')) this.#filterBlock(parser);
  }

  /** `upper | trim`, applied to what stands until the end. */
  #filterBlock(parser: ExpressionParser): void {
    parser.take('|');
    do {
      const name = parser.name();
      const given = parser.is('(') ? parser.given() : { positional: [], named: new Map() };
      this.#visit({ kind: 'filter', of: { kind: 'list', elements: [], at: 0 }, name, given, at: 0 });
    } while (parser.take('|'));
  }

  #for(parser: ExpressionParser): void {
    const targets: string[] = [];
    do {
      const isBracketed = parser.take('(');
      if (parser.is('in')) break;
      targets.push(parser.name());
      if (isBracketed) {
        while (parser.take(',')) targets.push(parser.name());
        parser.expect(')');
      } else parser.take(')');
    } while (parser.take(','));
    parser.expect('in');
    const each = this.#visit(parser.expression(true, false));
    const elements = Array.isArray(each) ? each : [];
    for (const target of targets)
      this.#assign(target, targets.length === 1 && elements.length === 1 ? elements[0] : undefined);
    if (parser.take('if')) this.#visit(parser.expression());
    parser.take('recursive');
    this.#own.add('loop');
  }

  #parameters(parser: ExpressionParser): void {
    const { positional, named } = parser.given();
    for (const parameter of positional)
      if (parameter.kind === 'name') this.#assign(parameter.name, undefined);
    for (const [name, value] of named) {
      this.#visit(value);
      this.#assign(name, undefined);
    }
  }

  #otherTemplate(name: string, parser: ExpressionParser): void {
    const path = this.#visit(parser.expression());
    const leadsOut = typeof path === 'string' && /^[/\\]|^[A-Za-z]:|\.\.|:\/\//.test(path);
    this.#tell(
      'other-template',
      leadsOut ? 'dangerous' : 'review',
      leadsOut ? 'reads a file of the machine that renders it' : 'reads another template',
    );
    while (!parser.isAtEnd) {
      if (parser.take(',')) continue;
      const word = parser.name();
      if (name === 'from' || name === 'import') this.#own.add(word);
    }
  }

  #assignExpression(target: string, expression: Expression): void {
    const isText = this.#isText(expression);
    const known = this.#visit(expression);
    this.#assign(target, known);
    if (isText && this.#variables.get(target) === undefined) this.#built.add(target);
    if (expression.kind !== 'call' || expression.of.kind !== 'name' || expression.of.name !== 'namespace')
      return;
    for (const [name, value] of expression.given.named)
      this.#assign(`${target}.${name}`, this.#known(value, 'value'));
  }

  /** Whether it puts a text together. `+` is of numbers too, where neither side is known to be a text. */
  #isText(expression: Expression): boolean {
    if (this.#isBuilt(expression)) return true;
    const path = pathOf(expression);
    if (path !== undefined) return this.#built.has(path);
    if (expression.kind !== 'binary' || expression.operator !== '+') return false;
    return [expression.left, expression.right].some((side) => this.#isString(side) || this.#isText(side));
  }

  #isString(expression: Expression): boolean {
    const path = pathOf(expression);
    const known = path === undefined ? undefined : this.#variables.get(path);
    return typeof (expression.kind === 'constant' ? expression.value : known) === 'string';
  }

  #assign(name: string, known: Known): void {
    const isKnown = this.#variables.has(name) && this.#variables.get(name) !== known;
    this.#variables.set(name, isKnown ? undefined : known);
    this.#own.add(name.split('.', 1)[0] ?? name);
  }

  #tell(rule: string, effect: Judgement, what: string): void {
    if (effect !== undefined) this.#report(rule, effect, what, this.#tagAt);
  }

  /** What the expression is known to be. */
  #visit(expression: Expression, use: Use = 'value'): Known {
    const known = this.#known(expression, use);
    if (typeof known === 'string' && holdsDunder(known))
      this.#tell('dunder-string', 'review', 'makes a string with the name of an internal attribute');
    return known;
  }

  #known(expression: Expression, use: Use): Known {
    switch (expression.kind) {
      case 'constant':
        return typeof expression.value === 'string' || typeof expression.value === 'number'
          ? expression.value
          : undefined;
      case 'name':
        if (!this.#own.has(expression.name))
          this.#tell(
            'unusual-name',
            ofName(expression.name, use !== 'value'),
            `reaches ${expression.name.slice(0, 60)}, which no chat template is given`,
          );
        return this.#variables.get(expression.name);
      case 'attribute':
        return this.#attribute(expression, use);
      case 'subscript':
        return this.#subscript(expression, use);
      case 'slice': {
        const of = this.#visit(expression.of, 'reached');
        const parts = expression.parts.map((part) => (part === undefined ? undefined : this.#visit(part)));
        return foldSlice(
          of,
          parts,
          expression.parts.map((part) => part !== undefined),
        );
      }
      case 'call':
        return this.#call(expression);
      case 'filter':
        return this.#filter(expression);
      case 'test': {
        this.#visit(expression.of);
        this.#given(expression.given);
        return undefined;
      }
      case 'binary':
        return foldBinary(expression.operator, this.#visit(expression.left), this.#visit(expression.right));
      case 'unary': {
        const known = this.#visit(expression.of);
        return expression.operator === '-' && typeof known === 'number' ? -known : undefined;
      }
      case 'choice': {
        this.#visit(expression.condition);
        const chosen = this.#visit(expression.chosen);
        const otherwise = expression.otherwise === undefined ? chosen : this.#visit(expression.otherwise);
        return chosen === otherwise ? chosen : undefined;
      }
      case 'list':
        return expression.elements.map((element) => this.#visit(element));
      case 'dictionary':
        for (const [key, value] of expression.entries) {
          this.#visit(key);
          this.#visit(value);
        }
        return undefined;
    }
  }

  #attribute({ of, name }: Extract<Expression, { kind: 'attribute' }>, use: Use): Known {
    this.#visit(of, 'reached');
    this.#reach(name, use);
    if (name === 'format' && use !== 'called')
      this.#tell(
        'format-taken',
        'review',
        'takes the method format without calling it, which left the sandbox before',
      );
    return of.kind === 'name' ? this.#variables.get(`${of.name}.${name}`) : undefined;
  }

  #subscript({ of, by }: Extract<Expression, { kind: 'subscript' }>, use: Use): Known {
    const whole = this.#visit(of, 'reached');
    const name = this.#known(by, 'value');
    if (typeof name === 'string') this.#reach(name, use);
    else if (name === undefined && (this.#isText(by) || (typeof whole === 'string' && by.kind !== 'slice')))
      this.#tell('built-name', 'review', 'puts the name of what it reaches together');
    if (typeof name === 'number' && (Array.isArray(whole) || typeof whole === 'string'))
      return whole.at(name);
    return undefined;
  }

  #reach(name: string, use: Use): void {
    this.#tell(
      'internal-attribute',
      ofAttribute(name, use === 'called'),
      `reaches ${name.slice(0, 60)}, which leads out of it`,
    );
  }

  #isBuilt(by: Expression): boolean {
    if (by.kind === 'binary')
      return (
        by.operator === '~' ||
        (by.operator === '%' && by.left.kind === 'constant' && typeof by.left.value === 'string')
      );
    if (by.kind === 'filter') return BUILDING.has(by.name);
    if (by.kind === 'slice') return true;
    return by.kind === 'call' && by.of.kind === 'attribute' && BUILDING.has(by.of.name);
  }

  #call({ of, given }: Extract<Expression, { kind: 'call' }>): Known {
    const positional = this.#given(given);
    if (of.kind === 'attribute') {
      const base = this.#visit(of.of, 'reached');
      this.#reach(of.name, 'called');
      if (of.name === 'format' || of.name === 'format_map') this.#formats(base);
      return foldMethod(of.name, base, positional);
    }
    this.#visit(of, 'called');
    if (of.kind !== 'name') return undefined;
    if (of.name === 'range' && positional.some((each) => typeof each === 'number' && each > LONGEST_RANGE))
      this.#tell('exhausting-range', 'review', 'counts further than any conversation needs');
    // `dict(__cl=1, ass__=2)|join` spells a name without a string.
    return of.name === 'dict' ? [...given.named.keys()] : undefined;
  }

  #formats(format: Known): void {
    if (format === undefined)
      this.#tell('format-unknown', 'review', 'formats by a string that is not known before');
    else if (typeof format === 'string' && reachesByFormat(format))
      this.#tell('internal-attribute', 'dangerous', 'reaches internal attributes by the format of a string');
  }

  #given({ positional, named }: Given): Known[] {
    for (const value of named.values()) this.#visit(value);
    return positional.map((value) => this.#visit(value));
  }

  #filter({ of, name, given }: FilterExpression): Known {
    const value = this.#visit(of, name === 'attr' ? 'reached' : 'value');
    const positional = this.#given(given);
    const named = given.named.get('attribute');
    if (name === 'attr') this.#filterAttribute(positional[0]);
    else if (name === 'map' && positional[0] === 'attr') this.#filterAttribute(positional[1]);
    else if (named !== undefined) this.#filterAttribute(this.#known(named, 'value'));
    else if (ATTRIBUTE_FIRST.has(name)) this.#filterAttribute(positional[0]);
    if (name === 'format' && value === undefined)
      this.#tell('format-unknown', 'review', 'formats by a string that is not known before');
    return foldFilter(name, value, positional);
  }

  #filterAttribute(name: Known): void {
    if (typeof name === 'string') for (const part of name.split('.')) this.#reach(part, 'called');
    else if (typeof name !== 'number')
      this.#tell('built-name', 'review', 'reaches an attribute of which the name is not known before');
  }
}

/** `ns.name`, as it stands. */
function pathOf(expression: Expression): string | undefined {
  if (expression.kind === 'name') return expression.name;
  if (expression.kind !== 'attribute' || expression.of.kind !== 'name') return undefined;
  return `${expression.of.name}.${expression.name}`;
}
