import type { Evidence } from '#shared/model/evidence.ts';
import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';

/** Values of `serialization_format` that are pickles by another name. */
const PICKLES = new Set(['pickle', 'cloudpickle', 'joblib', 'dill']);
/** The one that is made in order not to be: https://skops.readthedocs.io/en/stable/persistence.html */
const SKOPS = 'skops';

/** Flavors of MLflow that save with pickle, and say nothing of it: https://mlflow.org/docs/latest/ml/model/ */
const PICKLED_FLAVORS = new Set(['fastai', 'pmdarima', 'pytorch', 'sklearn', 'statsmodels']);

/** Flavors of MLflow whose files hold numbers and graphs, which are read and not run. */
const PLAIN_FLAVORS = new Set(['catboost', 'lightgbm', 'onnx', 'prophet', 'xgboost']);

/** The flavor of every other: how whatever was saved is loaded from Python. */
const WRAPPER = 'python_function';

const PICKLED_FILE = /\.(?:pkl|pickle|joblib|dill|pt|pth|ckpt)$/i;
const PLAIN_FILE = /\.(?:onnx|safetensors|gguf|cbm|ubj|tflite)$/i;

/** `undefined` is “not told”. */
export interface Told {
  readonly loadsByRunning: boolean | undefined;
  readonly evidence: Evidence[];
}

const EXPECTED = 'a format that is read and not run, such as ONNX or safetensors';

/** Whether a model is loaded by running what was saved, as its version tells by flavors or else by its file’s name. */
export function formatOf({ flavors, modelUri }: JsonObject): Told {
  const all = isObject(flavors) ? Object.entries(flavors) : [];
  const names = new Set(all.map(([name]) => name));
  // What is wrapped tells more of itself.
  const itself = all.filter(
    ([name, flavor]) => name !== WRAPPER || !names.has(wrappedIn(settingsOf(flavor))),
  );
  if (itself.length === 0) return ofFile(modelUri);
  const told = itself.map(([name, flavor]) => ofFlavor(name, flavor));
  const running = told.filter(({ loadsByRunning }) => loadsByRunning === true);
  const untold = told.filter(({ loadsByRunning }) => loadsByRunning === undefined);
  const deciding = running.length > 0 ? running : untold.length > 0 ? untold : told;
  return {
    loadsByRunning: deciding[0]?.loadsByRunning,
    evidence: deciding.flatMap(({ evidence }) => evidence),
  };
}

function ofFile(modelUri: Json | undefined): Told {
  const path = 'properties.modelUri';
  if (typeof modelUri !== 'string')
    return { loadsByRunning: undefined, evidence: [{ path, state: 'absent', expected: EXPECTED }] };
  const evidence: Evidence[] = [{ path, state: 'read', found: modelUri, expected: EXPECTED }];
  if (PICKLED_FILE.test(modelUri)) return { loadsByRunning: true, evidence };
  return { loadsByRunning: PLAIN_FILE.test(modelUri) ? false : undefined, evidence };
}

function ofFlavor(name: string, flavor: Json | undefined): Told {
  const path = `properties.flavors['${name}']`;
  const settings = settingsOf(flavor);
  const pickled = Object.entries(settings).find(([key, value]) => isPickled(key, value));
  if (pickled) {
    const [key, found = null] = pickled;
    return {
      loadsByRunning: true,
      evidence: [{ path: `${path}.data.${key}`, state: 'read', found, expected: EXPECTED }],
    };
  }
  const evidence: Evidence[] = [{ path, state: 'read', found: flavor ?? null, expected: EXPECTED }];
  const { serialization_format: format } = settings;
  if (typeof format === 'string')
    return { loadsByRunning: format.toLowerCase() === SKOPS ? false : undefined, evidence };
  const saved = name === WRAPPER ? wrappedIn(settings) : name;
  if (PICKLED_FLAVORS.has(saved)) return { loadsByRunning: true, evidence };
  return { loadsByRunning: PLAIN_FLAVORS.has(saved) ? false : undefined, evidence };
}

const isPickled = (key: string, value: Json | undefined): boolean =>
  typeof value === 'string' &&
  (key === 'serialization_format' ? PICKLES.has(value.toLowerCase()) : PICKLED_FILE.test(value));

/** `onnx` of `mlflow.onnx` */
const wrappedIn = ({ loader_module: loader }: JsonObject): string => String(loader).replace(/^mlflow\./, '');

const settingsOf = (flavor: Json | undefined): JsonObject =>
  isObject(flavor) && isObject(flavor['data']) ? flavor['data'] : {};
