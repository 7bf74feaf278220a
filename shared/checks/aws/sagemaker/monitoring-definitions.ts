import {
  dataQualityDefinition,
  explainabilityDefinition,
  modelBiasDefinition,
  modelQualityDefinition,
} from '#shared/assets/aws/sagemaker-monitoring.ts';
import { all, any, field, type Predicate, related } from '#shared/model/predicate.ts';

const KINDS = ['DataQuality', 'ModelBias', 'ModelExplainability', 'ModelQuality'] as const;
const INLINE = 'MonitoringScheduleConfig.MonitoringJobDefinition';

/** Of a schedule: it says what it runs, in itself or by the name of a definition of a kind that we know. */
export const saysWhatItRuns: Predicate = any(
  field(INLINE).isPresent(),
  all(
    field('MonitoringScheduleConfig.MonitoringJobDefinitionName').isPresent(),
    any(
      field('MonitoringType').isOneOf(...KINDS),
      field('MonitoringScheduleConfig.MonitoringType').isOneOf(...KINDS),
    ),
  ),
);

/** Of a schedule: it holds for the network of what it runs, wherever that is defined. */
export const runsOnNetwork = (where: (path: string) => Predicate): Predicate =>
  any(
    all(field(INLINE).isPresent(), where(`${INLINE}.NetworkConfig`)),
    ...[dataQualityDefinition, modelBiasDefinition, modelQualityDefinition, explainabilityDefinition].map(
      (definition) => related('derived-from', definition, where('NetworkConfig')),
    ),
  );
