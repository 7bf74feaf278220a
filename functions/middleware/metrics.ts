import type { Write } from './log.ts';

export type Unit = 'Count' | 'Milliseconds' | 'Bytes';

/** Counts what a function did. Written once, when the invocation ends, in CloudWatch's embedded metric format. */
export interface Metrics {
  add(name: string, value: number, unit?: Unit): void;
}

export const METRIC_NAMESPACE = 'aispm';

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html */
export function metricsTo(write: Write, functionName: string, clock: () => Date = () => new Date()) {
  const values = new Map<string, { value: number; unit: Unit }>();
  return {
    add(name: string, value: number, unit: Unit = 'Count') {
      values.set(name, { value: (values.get(name)?.value ?? 0) + value, unit });
    },
    flush() {
      if (values.size === 0) return;
      const metrics = [...values].map(([Name, { unit }]) => ({ Name, Unit: unit }));
      write(
        JSON.stringify({
          _aws: {
            Timestamp: clock().getTime(),
            CloudWatchMetrics: [
              { Namespace: METRIC_NAMESPACE, Dimensions: [['function']], Metrics: metrics },
            ],
          },
          function: functionName,
          ...Object.fromEntries([...values].map(([name, { value }]) => [name, value])),
        }),
      );
      values.clear();
    },
  };
}
