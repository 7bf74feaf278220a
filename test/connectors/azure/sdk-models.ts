import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { findByDeserializers } from './deserializers.ts';
import { findByMappers, type MapperType } from './mappers.ts';

/** The models of a package of Azure, as the wire has them. Read from files that the package does not export. */
export interface SdkModels {
  /** The property at a wire path of a model, lists and maps as `[]`; `undefined` where there is none. */
  find(model: string, wirePath: string): SdkProperty | undefined;
  /** The documented values of a property's type; nothing where it is no enum. */
  valuesOf(property: SdkProperty): readonly string[] | undefined;
}

/** Where the package's TypeScript interfaces have it: in this model, at these properties, one in another. */
export interface SdkProperty {
  readonly model: string;
  /** Nothing where what stands there is spread over the model that it belongs to, or is made into something else. */
  readonly names: readonly string[];
}

const MODULES = path.join(import.meta.dirname, '../../../node_modules/@azure');
/** Where packages of one generator or another keep their models. */
const FOLDERS = ['dist/esm/models', 'dist-esm/src/models'];

export async function sdkModels(packageName: string): Promise<SdkModels> {
  const folder = FOLDERS.map((folder) => path.join(MODULES, packageName.replace('@azure/', ''), folder)).find(
    (folder) => existsSync(folder),
  );
  if (!folder) throw new Error(`${packageName} keeps no models where they are looked for`);
  const load = (file: string) => import(pathToFileURL(path.join(folder, file)).href);

  const mappers = existsSync(path.join(folder, 'mappers.js'));
  const find = mappers
    ? findByMappers((await load('mappers.js')) as Record<string, { readonly type?: MapperType }>)
    : findByDeserializers(await Promise.all(globSync('**/models.js', { cwd: folder }).map(load)));
  const definitions = globSync(mappers ? 'index.d.ts' : '**/models.d.ts', { cwd: folder }).map((file) =>
    readFileSync(path.join(folder, file), 'utf8'),
  );
  return { find, valuesOf: (property) => valuesIn(definitions, property) };
}

function valuesIn(definitions: readonly string[], { model, names }: SdkProperty): string[] | undefined {
  // Two files of one package may give a name to different things: what a file says of its own comes first.
  const home = definitions.find((file) => declarationOf(model).test(file));
  if (home === undefined || names.length === 0) return undefined;
  const nearest = [home, ...definitions.filter((file) => file !== home)];
  const type = names.reduce<string | undefined>(
    (owner, name) => (owner === undefined ? undefined : typeOf(nearest, owner, name)),
    model,
  );
  return type === undefined ? undefined : valuesOfType(nearest, type);
}

/** `interface Vault extends Resource {…}`, or in older packages `type Workspace = TrackedResource & {…}`. */
const declarationOf = (model: string): RegExp =>
  new RegExp(
    `export (?:declare )?(?:interface|type) ${model}(?: extends ([\\w, ]+)| = ((?:\\w+ & )+))? ?\\{(.*?)\\n\\}`,
    's',
  );

/** The type of a property, of the model or of one that it extends; of a list or a map, that of its elements. */
function typeOf(definitions: readonly string[], model: string, name: string): string | undefined {
  const declaration = first(definitions, declarationOf(model));
  if (!declaration) return undefined;
  const [, extended = '', joined = '', body = ''] = declaration;
  const own = new RegExp(`\\n\\s+(?:readonly )?${name}\\??: ([^;]+);`).exec(body)?.[1];
  if (own !== undefined) return own.replace(/^Record<string, (.+)>$/, '$1').replace(/(?:\[\])+$/, '');
  return `${extended}${joined}`
    .split(/[ ,&]+/)
    .map((parent) => (parent ? typeOf(definitions, parent, name) : undefined))
    .find(Boolean);
}

function valuesOfType(definitions: readonly string[], type: string): string[] | undefined {
  if (type.startsWith('"')) return textsIn(type);
  const known = first(definitions, new RegExp(`enum Known${type} \\{(.*?)\\n\\}`, 's'))?.[1];
  if (known !== undefined) return [...known.matchAll(/ = "([^"]*)"/g)].map(([, value]) => value ?? '');
  const union = first(definitions, new RegExp(`export type ${type} = ("[^;]*");`))?.[1];
  return union === undefined ? undefined : textsIn(union);
}

function first(definitions: readonly string[], pattern: RegExp): RegExpExecArray | undefined {
  for (const definition of definitions) {
    const match = pattern.exec(definition);
    if (match) return match;
  }
  return undefined;
}

const textsIn = (declaration: string): string[] =>
  [...declaration.matchAll(/"([^"]*)"/g)].map(([, value]) => value ?? '');
