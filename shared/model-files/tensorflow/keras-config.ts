import type { Inspecting } from '../format.ts';
import { operationLayer } from '../keras/operation-layers.ts';
import { quoted } from '../text.ts';

const MOST_VALUES = 200_000;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Layers of a Keras configuration that hold code, or have it loaded: wherever in the tree they stand. */
export function judgeKerasConfig(format: string, text: string, offset: number, inspecting: Inspecting): void {
  if (text.trim() === '') return;
  let config: unknown;
  try {
    // Python writes numbers that JSON does not have.
    config = JSON.parse(text.replaceAll(/-?\b(?:NaN|Infinity)\b/g, 'null'));
  } catch {
    inspecting.missed(`the configuration of a Keras layer at byte ${offset} is no JSON`);
    return;
  }
  const open: unknown[] = [config];
  let seen = 0;
  for (let value = open.pop(); value !== undefined || open.length > 0; value = open.pop()) {
    if (++seen > MOST_VALUES) {
      inspecting.missed(`the configuration of Keras at byte ${offset} has more than ${MOST_VALUES} values`);
      return;
    }
    if (seen % 1024 === 0) inspecting.spending.inTime();
    if (Array.isArray(value)) for (const inner of value as unknown[]) open.push(inner ?? null);
    else if (isRecord(value)) {
      judgeObject(format, value, offset, inspecting);
      for (const inner of Object.values(value))
        if (typeof inner === 'object' && inner !== null) open.push(inner);
    }
  }
}

function judgeObject(
  format: string,
  value: Readonly<Record<string, unknown>>,
  offset: number,
  inspecting: Inspecting,
): void {
  const { class_name: name, config } = value;
  if (name === 'Lambda' && isRecord(config)) {
    const called = config['function'];
    const holdsCode =
      Array.isArray(called) ||
      config['function_type'] === 'lambda' ||
      (isRecord(called) && called['class_name'] === '__lambda__');
    inspecting.observe({
      rule: `${format}.keras-lambda`,
      effect: holdsCode ? 'dangerous' : 'review',
      offset,
      text: holdsCode
        ? 'A Lambda layer holds Python bytecode, which Keras runs when it loads the model.'
        : `A Lambda layer calls ${typeof called === 'string' ? quoted(called) : 'a function'} of the process that loads the model.`,
    });
  } else if (name === 'TFSMLayer' || name === 'TorchModuleWrapper')
    inspecting.observe({
      rule: `${format}.keras-loading-layer`,
      effect: 'dangerous',
      offset,
      text:
        name === 'TFSMLayer'
          ? 'A TFSMLayer has Keras load another SavedModel, in safe mode too (CVE-2026-1462).'
          : 'A TorchModuleWrapper has Keras unpickle a module of PyTorch (CVE-2025-49655).',
    });
  else if (typeof name === 'string' && isRecord(config)) {
    const called = operationLayer(name, config);
    if (called === undefined) return;
    inspecting.observe({
      rule: `${format}.keras-operation`,
      effect: called.effect,
      offset,
      text: `A ${name} calls ${quoted(called.calls, 80)}, which ${called.does}.`,
      call: `${quoted(called.calls, 80)}(…)`,
    });
  }
}
