import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** What an SDK says of one member: the name of its type, without `| undefined` and list brackets. */
export interface SdkMember {
  readonly type: string;
  /** The values, where the type is an enum. */
  readonly values?: readonly string[] | undefined;
}

const { resolve } = createRequire(import.meta.url);

/** The interfaces and enums of one client, read from the declarations that it ships. */
export class SdkTypes {
  readonly #members = new Map<string, ReadonlyMap<string, string>>();
  readonly #enums = new Map<string, readonly string[]>();

  constructor(packageName: string) {
    const root = path.dirname(resolve(`${packageName}/package.json`));
    for (const file of globSync('dist-types/models/*.d.ts', { cwd: root })) {
      const text = readFileSync(path.join(root, file), 'utf8');
      for (const [, name = '', body = ''] of text.matchAll(
        /^export interface (\w+)(?: extends [^{]+)? \{\n(.*?)^\}/gms,
      ))
        this.#members.set(
          name,
          new Map(
            [...body.matchAll(/^ {4}(\w+)\??: (.+);$/gm)].map(([, member = '', type = '']) => [member, type]),
          ),
        );
      // A union of structures is a namespace with an interface for each: it has the members of all of them.
      for (const [, name = '', body = ''] of text.matchAll(/^export declare namespace (\w+) \{\n(.*?)^\}/gms))
        this.#members.set(
          name,
          new Map(
            [...body.matchAll(/^ {8}(\w+): ([^()\n]+);$/gm)].map(([, member = '', type = '']) => [
              member,
              type,
            ]),
          ),
        );
      for (const [, name = '', body = ''] of text.matchAll(/^export declare const (\w+): \{\n(.*?)^\};/gms))
        this.#enums.set(
          name,
          [...body.matchAll(/readonly \w+: "([^"]*)";/g)].map(([, value = '']) => value),
        );
    }
  }

  has(type: string): boolean {
    return this.#members.has(type);
  }

  /** The member at a path from a type, `Rules[].ObjectOwnership`; `undefined` where the SDK has none. */
  find(type: string, fieldPath: string): SdkMember | undefined {
    let current = type;
    for (const segment of fieldPath.split('.').filter(Boolean)) {
      const depth = segment.match(/\[\]/g)?.length ?? 0;
      const declared = this.#members.get(current)?.get(segment.replaceAll('[]', ''));
      if (declared === undefined) return undefined;
      current = declared.replace(' | undefined', '');
      for (let level = 0; level < depth; level++) {
        const inner = /^(.+)\[\]$/.exec(current)?.[1] ?? /^Record<string, (.+)>$/.exec(current)?.[1];
        if (inner === undefined) return undefined;
        current = inner.replace(' | undefined', '');
      }
    }
    return { type: current, values: this.#enums.get(current) };
  }
}
