import type { RedactedKind } from '#shared/assets/azure/redacted.ts';
import type { Json } from '#shared/model/json.ts';
import { secretFormIn } from '../secrets.ts';
import { kindOf } from './value-kind.ts';

/** Words as a shell splits them, roughly: what stands in quotes holds together. */
const wordsOf = (line: string): string[] => line.match(/(?:[^\s"']|"[^"]*"|'[^']*')+/g) ?? [];

const unquoted = (word: string): string => word.replaceAll(/^["']|["']$/g, '');

/** A variable of the shell or of the job in the place of a value is not the value. */
const isReference = (value: string): boolean => /^["']?[$%]/.test(value);

/** What the values in a command line look like: of a credential if one of them is, by its form or by its option. */
export function kindOfCommandLine(line: string): RedactedKind {
  const form = secretFormIn(line);
  if (form) return form;
  const words = wordsOf(line);
  const isSecret = words.some((word, index) => {
    const [, assigned, value] = /^-*([\w.-]+)=(.*)$/s.exec(word) ?? [];
    const option = /^-+([\w.-]+)$/.exec(word)?.[1];
    return assigned !== undefined
      ? namesSecret(assigned, value)
      : option !== undefined && namesSecret(option, words[index + 1]);
  });
  return isSecret ? 'named-like-a-secret' : 'text';
}

const namesSecret = (name: string, value = ''): boolean =>
  !isReference(value) && kindOf(name.replaceAll('-', '_'), unquoted(value)) === 'named-like-a-secret';

/** Options of `docker run`, in one text or one by one, without the values of the variables that they set. */
export function withoutVariables(options: Json | undefined): Json | undefined {
  if (typeof options === 'string') {
    const words = wordsOf(options);
    const kept = withoutValues(words);
    return kept.every((word, index) => word === words[index]) ? options : kept.join(' ');
  }
  if (!Array.isArray(options)) return options;
  return options.every((word) => typeof word === 'string') ? withoutValues(options) : null;
}

/** `-e NAME=…`, `--env NAME=…`, `--env=NAME=…` and `-eNAME=…`. */
function withoutValues(words: readonly string[]): string[] {
  return words.map((word, index) => {
    const isAfterOption = /^(?:-e|--env)$/.test(words[index - 1] ?? '');
    const [, option = '', name, value] = /^(--env=|-e)?["']?(\w+)=(.*)$/s.exec(word) ?? [];
    if (name === undefined || !(isAfterOption || option)) return word;
    const kind = kindOf(name, unquoted(value ?? ''));
    const note = kind === 'text' || kind === 'key-vault-reference' ? '(not kept)' : `(not kept: ${kind})`;
    return `${option}${name}=${note}`;
  });
}
