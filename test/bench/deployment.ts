import { resourcesOf, synthesize } from '#test/infra/synthesized.ts';

/** What the synthesised stack of the fleet says about its own cost. */
export interface Deployment {
  /** By name of the function, `scan-scope`. */
  readonly memoryMebibytes: ReadonlyMap<string, number>;
  /** States that one scan runs through, and that each scope adds. */
  readonly transitions: { readonly perScan: number; readonly perScope: number };
  readonly alarms: number;
  readonly keys: number;
}

/** With the default config and a digest: the fleet as most will have it. */
export function synthesizedDeployment(): Deployment {
  const { fleet } = synthesize('digest: {from: aispm@example.com, to: [security@example.com]}');
  const count = (type: string): number => resourcesOf(fleet, type).length;
  const logGroups = new Map(
    resourcesOf(fleet, 'AWS::Logs::LogGroup').map(([id, { Properties }]) => [
      id,
      flattened(Properties['LogGroupName']),
    ]),
  );
  const memoryMebibytes = new Map(
    resourcesOf(fleet, 'AWS::Lambda::Function').flatMap(([, { Properties }]) => {
      const { LogGroup } = Properties['LoggingConfig'] as { LogGroup?: { Ref: string } };
      const name = logGroups
        .get(LogGroup?.Ref ?? '')
        ?.split('/')
        .at(-1);
      return name === undefined ? [] : [[name, Number(Properties['MemorySize'])] as const];
    }),
  );
  const [[, machine] = [undefined, undefined]] = resourcesOf(fleet, 'AWS::StepFunctions::StateMachine');
  if (!machine) throw new Error('the template has no state machine');
  return {
    memoryMebibytes,
    transitions: transitionsIn(JSON.parse(flattened(machine.Properties['DefinitionString']))),
    alarms: count('AWS::CloudWatch::Alarm'),
    keys: count('AWS::KMS::Key'),
  };
}

interface States {
  readonly States: Readonly<Record<string, { readonly Type: string; readonly ItemProcessor?: States }>>;
}

/** Every state of the scan is run once; of a map, those of its processor and the start of a child, per scope. */
function transitionsIn({ States }: States): Deployment['transitions'] {
  const states = Object.values(States);
  const maps = states.flatMap(({ ItemProcessor }) => (ItemProcessor ? [ItemProcessor] : []));
  const [first = 0, ...others] = maps.map((processor) => Object.keys(processor.States).length);
  if (others.some((other) => other !== first)) throw new Error('the maps over scopes are not alike');
  return { perScan: states.length, perScope: first + 1 };
}

/** A text of the template, with what CloudFormation fills in left empty. */
function flattened(value: unknown): string {
  if (typeof value === 'string') return value;
  const join: unknown =
    typeof value === 'object' && value !== null ? Reflect.get(value, 'Fn::Join') : undefined;
  if (!Array.isArray(join)) return '';
  const [, parts] = join;
  return Array.isArray(parts) ? parts.map(flattened).join('') : '';
}
