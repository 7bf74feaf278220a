import type { SdkModels, SdkProperty } from './sdk-models.ts';

/** A model as AutoRest describes it to the client that packs and unpacks it. */
export interface MapperType {
  readonly name: string;
  readonly className?: string;
  readonly uberParent?: string;
  readonly element?: { readonly type: MapperType };
  readonly value?: { readonly type: MapperType };
  readonly modelProperties?: Readonly<Record<string, { serializedName: string; type: MapperType }>>;
}

/** Finds by the `serializedName`s of an AutoRest package. */
export function findByMappers(
  mappers: Readonly<Record<string, { readonly type?: MapperType }>>,
): SdkModels['find'] {
  const types = Object.values(mappers).flatMap(({ type }) => (type?.className ? [type] : []));

  /**
   * A model and, where it is the head of a family, its members: which one a reply is, its discriminator says. The head
   * comes first, for it documents all values of that.
   */
  const familyOf = (model: string) => [
    ...types.filter(({ className }) => className === model),
    ...types.filter(({ className, uberParent }) => className !== model && uberParent === model),
  ];

  function within(family: readonly MapperType[], segments: readonly string[]): SdkProperty | undefined {
    for (const { className = '', modelProperties } of family)
      for (const [name, { serializedName, type }] of Object.entries(modelProperties ?? {})) {
        const wire = serializedName.split('.');
        const shared = Math.min(wire.length, segments.length);
        if (!wire.slice(0, shared).every((part, index) => part === segments[index])) continue;
        const property = { model: className, names: [name] };
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

  return (model, wirePath) => within(familyOf(model), wirePath.replaceAll('[]', '.[]').split('.'));
}
