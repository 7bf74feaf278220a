/** A quoted string of HCL, in which neither `${` nor `%{` begins a template: whatever it holds, it stays one text. */
export function hclText(text: string): string {
  // Of JSON's escapes, HCL lacks \b and \f.
  const quoted = JSON.stringify(text.toWellFormed()).replaceAll(/\\(\\|b|f)/g, (whole, letter: string) =>
    letter === '\\' ? whole : letter === 'b' ? '\\u0008' : '\\u000c',
  );
  return quoted.replaceAll(/([$%])\{/g, '$1$1{');
}

/** A list of quoted strings, one on each line. */
export const hclList = (texts: readonly string[]): string =>
  `[\n${texts.map((text) => `  ${hclText(text)},\n`).join('')}]`;

/** What stands in a block: attributes by name, their values ready, and what is put as it is, such as inner blocks. */
export type HclBody = readonly (readonly [name: string, value: string] | string)[];

/** A block as `terraform fmt` writes it. */
export function hclBlock(head: string, body: HclBody): string {
  return `${head} {\n${indented(lines(body))}\n}`;
}

/** An object as a value. */
export const hclObject = (body: HclBody): string => `{\n${indented(lines(body))}\n}`;

/** The equals signs of neighbours are under one another, unless a value takes several lines. */
function lines(body: HclBody): string {
  const written: string[] = [];
  let neighbours: (readonly [string, string])[] = [];
  const writeNeighbours = (): void => {
    const width = Math.max(...neighbours.map(([name]) => name.length));
    written.push(...neighbours.map(([name, value]) => `${name.padEnd(width)} = ${value}`));
    neighbours = [];
  };
  for (const entry of body) {
    const isOneLine = typeof entry !== 'string' && !entry[1].includes('\n');
    if (isOneLine) neighbours.push(entry);
    else {
      writeNeighbours();
      written.push(typeof entry === 'string' ? entry : entry.join(' = '));
    }
  }
  writeNeighbours();
  return written.join('\n');
}

const indented = (text: string): string => text.replaceAll(/^(?=.)/gm, '  ');
