import { shellWord } from './quoting.ts';

/** A variable of the shell that an earlier command of the script has set. */
export interface Variable {
  readonly variable: string;
}

/** One word, or the parts of one. */
export type Word = string | Variable | readonly (string | Variable)[];

export const variable = (name: string): Variable => ({ variable: name });

const rendered = (word: Word): string =>
  typeof word === 'string'
    ? shellWord(word)
    : 'variable' in word
      ? `"$${word.variable}"`
      : word.map(rendered).join('');

/** A command with one option on each line, ready for a shell. `words` are what it begins with. */
export function command(words: readonly Word[], options: Readonly<Record<string, Word>> = {}): string {
  const begin = words.map(rendered).join(' ');
  return [begin, ...Object.entries(options).map(([name, value]) => `--${name} ${rendered(value)}`)].join(
    ' \\\n  ',
  );
}

/** A command whose output becomes a variable. */
export const assigned = (name: string, ...words: Parameters<typeof command>): string =>
  `${name}="$(${command(...words)})"`;

const END = 'END_OF_FILE';

/** Writes JSON to a file that nobody else reads, whose name becomes a variable. */
export function jsonFile(name: string, content: object): string {
  // Every line of pretty JSON holds a quotation mark or a bracket: none of them ends the text early.
  return `${name}="$(mktemp)"\ncat > "$${name}" <<'${END}'\n${JSON.stringify(content, null, 2)}\n${END}`;
}

/** Prints the lines of a YAML document that goes into the config. */
export const printed = (lines: readonly Word[]): string =>
  `printf '%s\\n' \\\n  ${lines.map(rendered).join(' \\\n  ')}`;

export interface Step {
  /** Where it is run, and by whom. */
  readonly title: string;
  readonly remarks?: readonly string[];
  readonly commands: readonly string[];
}

/** A script to read and to run step by step. */
export function script(about: readonly string[], steps: readonly Step[]): string {
  const blocks = steps.map(({ title, remarks = [], commands }, index) =>
    [`# ${index + 1}. ${title}`, ...remarks.map((remark) => `#    ${remark}`), ...commands].join('\n'),
  );
  return `${[about.map((line) => `# ${line}`).join('\n'), ...blocks].join('\n\n')}\n`;
}
