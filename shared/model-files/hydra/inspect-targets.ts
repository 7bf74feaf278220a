import type { Inspecting } from '../format.ts';
import { isObject, type Json, type JsonObject } from '../json/parse-json.ts';
import { quoted } from '../text/quoted.ts';
import { judgeTarget } from './judge-target.ts';

const DOTTED = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+$/;

/**
 * Looks at everything that a configuration has called: Hydra's `_target_`, the `target` that stands beside `params` or
 * at the top (CVE-2025-23304, CVE-2026-24157), and the `class_path` of Lightning. Returns whether there is any.
 */
export function inspectTargets(config: Json, inspecting: Inspecting): boolean {
  let count = 0;
  const open: Json[] = [config];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    inspecting.spending.inTime();
    if (isObject(value)) {
      const target = targetOf(value, value === config);
      if (target !== undefined) {
        count += 1;
        inspectTarget(target, value, inspecting);
      }
      for (const each of value.values()) if (typeof each === 'object') open.push(each);
    } else if (Array.isArray(value)) for (const each of value) if (typeof each === 'object') open.push(each);
  }
  return count > 0;
}

const isDotted = (value: Json | undefined): value is string =>
  typeof value === 'string' && DOTTED.test(value);

function targetOf(value: JsonObject, isTop: boolean): Json | undefined {
  if (value.has('_target_')) return value.get('_target_');
  const path = value.get('class_path');
  if (isDotted(path) && (value.has('init_args') || judgeTarget(path) === 'dangerous')) return path;
  const target = value.get('target');
  // Other things have a target too; without parameters it counts where there is no doubt.
  const isTarget = isDotted(target) && (isTop || value.has('params') || judgeTarget(target) === 'dangerous');
  return isTarget ? target : undefined;
}

function inspectTarget(target: Json, config: JsonObject, inspecting: Inspecting): void {
  if (typeof target !== 'string' || target.includes('${')) {
    inspecting.observe({
      rule: 'hydra.computed-target',
      effect: 'review',
      text: 'What is called is put together when the configuration is loaded, and not known before.',
    });
    return;
  }
  const judged = judgeTarget(target);
  const shown = quoted(target);
  inspecting.imports(target.slice(0, 200));
  if (judged === 'known') return;
  inspecting.observe({
    rule: judged === 'dangerous' ? 'hydra.dangerous-target' : 'hydra.unknown-target',
    effect: judged === 'dangerous' ? 'dangerous' : 'review',
    text:
      judged === 'dangerous'
        ? `Loading the configuration calls ${shown}, which executes code or reaches files or the network.`
        : `Loading the configuration imports and calls ${shown}, of which it is not known what it does.`,
    global: target.slice(0, 200),
    call: callOf(target, config),
  });
}

/** As Python would write it: `os.system('id')`. */
function callOf(target: string, config: JsonObject): string {
  const given: string[] = [];
  const positional = config.get('_args_');
  if (Array.isArray(positional)) given.push(...positional.slice(0, 5).map(written));
  for (const [name, value] of config) {
    if (given.length > 8) break;
    if (!/^(?:_\w+_|target|class_path)$/.test(name)) given.push(`${name.slice(0, 40)}=${written(value)}`);
  }
  return `${target.slice(0, 120)}(${given.join(', ')})`.slice(0, 300);
}

const written = (value: Json): string =>
  isObject(value) ? '{…}' : Array.isArray(value) ? '[…]' : JSON.stringify(value)?.slice(0, 80);
