import type { Inspecting } from '../format.ts';
import { isObject, type Json } from '../json/parse-json.ts';
import { quoted } from '../text/quoted.ts';

/**
 * Looks at the flavors of an `MLmodel` of MLflow, of which one names the module that loads the model.
 * https://mlflow.org/docs/latest/api_reference/python_api/mlflow.pyfunc.html
 */
export function inspectFlavors(config: Json, inspecting: Inspecting): boolean {
  const flavors = isObject(config) ? config.get('flavors') : undefined;
  if (!isObject(flavors)) return false;
  for (const flavor of flavors.values()) {
    if (!isObject(flavor)) continue;
    const [module, code] = [flavor.get('loader_module'), flavor.get('code')];
    if (typeof module === 'string') inspecting.imports(module.slice(0, 200));
    const path = flavor.get('model_code_path');
    if (typeof path === 'string' && path !== '')
      inspecting.observe({
        rule: 'mlflow.own-code',
        effect: 'review',
        text: `Loading the model runs the Python of ${quoted(path)}.`,
      });
    const isOwn = typeof code === 'string' && code !== '';
    if (isOwn || (typeof module === 'string' && !module.startsWith('mlflow.')))
      inspecting.observe({
        rule: 'mlflow.own-code',
        effect: 'review',
        text: isOwn
          ? `Loading the model imports code that lies beside it, in ${quoted(code)}.`
          : `Loading the model imports ${quoted(String(module))}.`,
      });
  }
  return true;
}
