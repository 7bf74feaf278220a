import type * as z from 'zod';
import type { JsonObject } from './json.ts';
import type { Provider } from './scope.ts';

/**
 * What an asset of one kind looks like. Declared once in `shared/assets`, used by the connector that reads
 * it and by the checks that judge it.
 */
export interface AssetType {
  /** `aws.sagemaker.notebook-instance`; starts with the provider. */
  readonly id: string;
  readonly provider: Provider;
  /** For people: “SageMaker notebook instance”. */
  readonly title: string;
  /** Whether it is found scope by region, or once per account in the `global` scope. */
  readonly placement: 'region' | 'global';
  /**
   * The fields that decide verdicts, with their documented types and values. Loose: everything else that the
   * cloud sent is kept as it came. A value that does not fit makes verdicts on that field `unknown`.
   */
  readonly config: z.ZodType;
  /** Where the field names come from; a conformance test walks them there. */
  readonly shape: {
    readonly package: string;
    /**
     * The type, message or interface; several when the config joins several replies, by config key. One of another
     * package is written after its name, `@azure/arm-monitor DiagnosticSettingsResource`.
     */
    readonly type: string;
    readonly parts?: Readonly<Record<string, string>>;
    /**
     * Fields that the package does not know, and where each is seen: a fixture, or the page that describes it. A
     * path stands for all below it.
     */
    readonly wireOnly?: Readonly<Record<string, string>>;
  };
  /** Set where the config sums up what was found: its fields are of no API, and `shape` says what is counted. */
  readonly isSummary?: true;
  /** CloudFormation, ARM or Cloud Asset Inventory type name. */
  readonly nativeType: string;
  /** Where the cloud has the same thing in several places, the names of the others. */
  readonly otherNativeTypes?: readonly string[];
  /** The ASFF `Resources[].Type`; `Other` where ASFF has no type for it. */
  readonly asffType?: string;
  /**
   * For assets that come again and again, such as the runs of a training job. A fault of theirs is a fault of
   * what makes them: of those with one cause only the latest is judged, and the finding is of the cause.
   */
  readonly recurs?: {
    /** What makes it, in the cloud's own ids; `undefined` where it cannot be told, and then it stands alone. */
    readonly cause: (config: JsonObject) => string | undefined;
    /** When it was made, as text that sorts. */
    readonly at: (config: JsonObject) => string;
  };
  /** Where owner and other tags stand in the config. */
  readonly tags?: (config: JsonObject) => Record<string, string> | undefined;
}

/** Every name that the cloud has for assets of the type. */
export const nativeTypesOf = ({ nativeType, otherNativeTypes = [] }: AssetType): readonly string[] => [
  nativeType,
  ...otherNativeTypes,
];

export function assetType(
  id: `${Provider}.${string}.${string}`,
  declaration: Omit<AssetType, 'id' | 'provider'>,
): AssetType {
  const provider = id.slice(0, id.indexOf('.')) as Provider;
  return Object.freeze({ id, provider, ...declaration });
}
