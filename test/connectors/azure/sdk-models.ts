import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * The models of an AutoRest package of Azure, as the wire has them: `serializedName`s of its mappers, and the
 * enums of its type definitions. Read from files that the package does not export.
 */
export interface SdkModels {
  /** The property at a wire path of a model, lists and maps as `[]`; `undefined` where there is none. */
  find(model: string, wirePath: string): SdkProperty | undefined;
  /** The documented values of a property's type; nothing where it is no enum. */
  valuesOf(property: SdkProperty): readonly string[] | undefined;
}

export interface SdkProperty {
  readonly model: string;
  /** As the TypeScript interface calls it. */
  readonly name: string;
}

interface MapperType {
  readonly name: string;
  readonly className?: string;
  readonly uberParent?: string;
  readonly element?: { readonly type: MapperType };
  readonly value?: { readonly type: MapperType };
  readonly modelProperties?: Readonly<Record<string, { serializedName: string; type: MapperType }>>;
}

const MODULES = path.join(import.meta.dirname, '../../../node_modules/@azure');
/** Where packages of the one generator or the other keep their models. */
const FOLDERS = ['dist/esm/models', 'dist-esm/src/models'];

export async function sdkModels(packageName: string): Promise<SdkModels> {
  const folder = FOLDERS.map((folder) => path.join(MODULES, packageName.replace('@azure/', ''), folder)).find(
    (folder) => existsSync(path.join(folder, 'mappers.js')),
  );
  if (!folder) throw new Error(`${packageName} keeps no mappers where they are looked for`);
  const mappers: Record<string, { readonly type?: MapperType }> = await import(
    pathToFileURL(path.join(folder, 'mappers.js')).href
  );
  const types = Object.values(mappers).flatMap(({ type }) => (type?.className ? [type] : []));
  const definitions = readFileSync(path.join(folder, 'index.d.ts'), 'utf8');

  /** A model and, where it is the head of a family, its members: which one a reply is, its discriminator says. */
  const familyOf = (model: string) =>
    types.filter(({ className, uberParent }) => className === model || uberParent === model);

  function find(model: string, wirePath: string): SdkProperty | undefined {
    return within(familyOf(model), wirePath.replaceAll('[]', '.[]').split('.'));
  }

  function within(family: readonly MapperType[], segments: readonly string[]): SdkProperty | undefined {
    for (const { className = '', modelProperties } of family)
      for (const [name, { serializedName, type }] of Object.entries(modelProperties ?? {})) {
        const wire = serializedName.split('.');
        const shared = Math.min(wire.length, segments.length);
        if (!wire.slice(0, shared).every((part, index) => part === segments[index])) continue;
        const property = { model: className, name };
        // A flattened model: `properties` itself is a part of many serialized names.
        if (segments.length <= wire.length) return property;
        const found = below(type, segments.slice(wire.length), property);
        if (found) return found;
      }
    return undefined;
  }

  function below(
    type: MapperType,
    [segment, ...rest]: readonly string[],
    property: SdkProperty,
  ): SdkProperty | undefined {
    if (type.name === 'Composite' && segment !== undefined)
      return within(familyOf(type.className ?? ''), [segment, ...rest]);
    const inner = type.element ?? type.value;
    if (!inner || segment !== '[]') return undefined;
    return rest.length === 0 ? property : below(inner.type, rest, property);
  }

  function valuesOf({ model, name }: SdkProperty): readonly string[] | undefined {
    const type = typeOf(model, name);
    if (type === undefined) return undefined;
    if (type.startsWith('"')) return textsIn(type);
    const known = new RegExp(`enum Known${type} \\{(.*?)\\n\\}`, 's').exec(definitions)?.[1];
    if (known !== undefined) return textsIn(known);
    const union = new RegExp(`export type ${type} = ("[^;]*");`).exec(definitions)?.[1];
    return union === undefined ? undefined : textsIn(union);
  }

  /** The type of a property, of the interface or of one that it extends. */
  function typeOf(model: string, name: string): string | undefined {
    const declaration = new RegExp(
      `export interface ${model}(?: extends ([\\w, ]+))? \\{(.*?)\\n\\}`,
      's',
    ).exec(definitions);
    if (!declaration) return undefined;
    const [, parents = '', body = ''] = declaration;
    const own = new RegExp(`\\n\\s+(?:readonly )?${name}\\??: ([^;]+?)(?:\\[\\])?;`).exec(body)?.[1];
    return (
      own ??
      parents
        .split(', ')
        .map((parent) => (parent ? typeOf(parent, name) : undefined))
        .find(Boolean)
    );
  }

  return { find, valuesOf };
}

const textsIn = (declaration: string): string[] =>
  [...declaration.matchAll(/"([^"]*)"/g)].map(([, value]) => value ?? '');
