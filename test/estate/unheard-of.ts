import type * as z from 'zod';
import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';

export const UNHEARD_OF = 'UnheardOf';

interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly innerType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly out?: z.ZodType;
}

const definitionOf = (schema: z.ZodType): Definition => schema.def as Definition;

/** The same config with a value that nobody documented in every field that the schema declares an enum. */
export function withUnheardOfValues(schema: z.ZodType, value: Json): Json {
  const { type, shape, innerType, element, valueType, out } = definitionOf(schema);
  if (type === 'enum') return UNHEARD_OF;
  if (innerType) return withUnheardOfValues(innerType, value);
  if (type === 'pipe' && out) return withUnheardOfValues(out, value);
  if (element && Array.isArray(value)) return value.map((inner) => withUnheardOfValues(element, inner));
  if (!isObject(value)) return value;
  const result: JsonObject = { ...value };
  for (const [key, inner] of Object.entries(value)) {
    const member = shape?.[key] ?? valueType;
    if (member && inner !== undefined && inner !== null) result[key] = withUnheardOfValues(member, inner);
  }
  return result;
}

/** Every enum that the schema declares, by dotted path, lists as `path[]`. */
export function enumsOf(schema: z.ZodType, path = ''): Map<string, readonly string[]> {
  const { type, shape, innerType, element, valueType, out } = definitionOf(schema);
  if (type === 'enum') return new Map([[path, (schema as z.ZodEnum).options.map(String)]]);
  if (innerType) return enumsOf(innerType, path);
  if (type === 'pipe' && out) return enumsOf(out, path);
  if (element) return enumsOf(element, `${path}[]`);
  if (valueType) return enumsOf(valueType, `${path}[]`);
  return new Map(
    Object.entries(shape ?? {}).flatMap(([key, inner]) => [...enumsOf(inner, path ? `${path}.${key}` : key)]),
  );
}

/** Every path that the schema declares, leaves and branches, lists as `path[]`. */
export function pathsOf(schema: z.ZodType, path = ''): string[] {
  const { type, shape, innerType, element, valueType, out } = definitionOf(schema);
  if (innerType) return pathsOf(innerType, path);
  if (type === 'pipe' && out) return pathsOf(out, path);
  const own = path ? [path] : [];
  if (element) return [...own, ...pathsOf(element, `${path}[]`)];
  if (valueType) return own;
  return [
    ...own,
    ...Object.entries(shape ?? {}).flatMap(([key, inner]) => pathsOf(inner, path ? `${path}.${key}` : key)),
  ];
}
