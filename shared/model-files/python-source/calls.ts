import { type PythonToken, pythonTokens } from './tokens.ts';

export interface PythonCall {
  /** `os.system`, with the names that imports gave resolved. */
  readonly name: string;
  readonly at: number;
  /** Whether importing the file makes it: it stands in no function. */
  readonly isAtTop: boolean;
}

/** What a file of Python calls, by the names that stand there. What is reached otherwise is not seen. */
export function* callsOf(text: string): Generator<PythonCall> {
  const imported = new Map<string, string>();
  /** Of the functions that the present line stands in, how far their `def` was indented. */
  const functions: number[] = [];
  /** The begin of the present statement, and the last of its tokens. */
  let statement: PythonToken[] = [];
  let recent: PythonToken[] = [];
  let isNewLine = true;
  for (const token of pythonTokens(text)) {
    if (token.kind === 'line' || (token.kind === 'sign' && token.text === ';' && token.depth === 0)) {
      readImport(statement, imported);
      statement = [];
      recent = [];
      isNewLine ||= token.kind === 'line';
      continue;
    }
    if (isNewLine) {
      while ((functions.at(-1) ?? -1) >= token.indentation) functions.pop();
      isNewLine = false;
    }
    if (statement.length < MOST_OF_STATEMENT) statement.push(token);
    if (recent.length > 4 * LONGEST_NAME) recent = recent.slice(-2 * LONGEST_NAME);
    recent.push(token);
    if (token.kind === 'name' && token.text === 'def' && statement.length <= 2)
      functions.push(token.indentation);
    if (token.kind !== 'sign' || token.text !== '(') continue;
    const name = nameBefore(recent);
    if (name === undefined) continue;
    const [first = '', ...rest] = name.split('.');
    yield {
      name: [imported.get(first) ?? first, ...rest].join('.'),
      at: token.at,
      isAtTop: functions.length === 0,
    };
  }
}

const MOST_OF_STATEMENT = 5000;
const LONGEST_NAME = 20;

/** `a.b.c` before the bracket that is the last, where it is called and not defined. */
function nameBefore(tokens: readonly PythonToken[]): string | undefined {
  const parts: string[] = [];
  for (let index = tokens.length - 2; index >= 0 && parts.length < LONGEST_NAME; index -= 2) {
    const token = tokens[index];
    if (token?.kind !== 'name') break;
    parts.unshift(token.text);
    const before = tokens[index - 1];
    if (before?.kind === 'name' && (before.text === 'def' || before.text === 'class')) return undefined;
    if (before?.kind !== 'sign' || before.text !== '.') break;
  }
  return parts.length === 0 ? undefined : parts.join('.');
}

/** `import a.b as c`, `from a import b as c, d` */
function readImport(statement: readonly PythonToken[], imported: Map<string, string>): void {
  const words = statement
    .filter(({ kind, text }) => kind === 'name' || ',.*'.includes(text))
    .map(({ text }) => text);
  let from = '';
  let next = 0;
  if (words[0] === 'from') {
    const at = words.indexOf('import');
    if (at === -1) return;
    from = `${words.slice(1, at).join('')}.`;
    next = at;
  }
  if (words[next] !== 'import') return;
  for (const each of words
    .slice(next + 1)
    .join(' ')
    .split(',')) {
    const [path = '', name] = each.split(' as ', 2).map((part) => part.replaceAll(' ', ''));
    if (path === '') continue;
    if (name !== undefined) imported.set(name, from + path);
    else if (from !== '') imported.set(path, from + path);
  }
}
