import { modelVersion } from '#shared/assets/azure/machine-learning-models.ts';
import { check } from '#shared/model/check.ts';
import { isObject, type JsonObject } from '#shared/model/json.ts';
import { judgedBy } from '#shared/model/predicate.ts';
import { formatOf } from './model-formats.ts';

const mlflow = (flavors: JsonObject) => ({
  properties: { modelType: 'mlflow_model', modelUri: '…', flavors },
});
const custom = (modelUri: string) => ({ properties: { modelType: 'custom_model', modelUri, flavors: {} } });

export default check(modelVersion, {
  title: 'Model versions in use are kept in formats that run nothing when they are loaded',
  severity: 'medium',
  fails: judgedBy({
    sentence:
      'the flavors of the version, or the name of its file where it has none, say that it is a pickle',
    reads: ['properties.flavors', 'properties.modelUri'],
    judge: ({ config: { properties } }) => {
      const { loadsByRunning, evidence } = formatOf(isObject(properties) ? properties : {});
      return { truth: loadsByRunning, evidence };
    },
  }),
  why: 'A pickle is a program: loading it runs whatever its author, or whoever could write to the datastore, has put there.',
  fix: {
    console:
      'Review where the file comes from and who may write to it; register the model anew as ONNX, safetensors or skops.',
    cli: 'az ml model create --name … --version … --path model.onnx --type custom_model',
    bicep:
      "properties: { modelType: 'custom_model', modelUri: 'azureml://datastores/<datastore>/paths/model.onnx' }",
  },
  source:
    'ModelVersion.flavors and modelUri of @azure/arm-machinelearning; a recorded model version of azure-powershell; flavors of MLflow',
  frameworks: {
    'mitre-atlas': ['AML.T0011.000', 'AML.T0018.002', 'AML.T0010.003'],
    'owasp-ml-2023': ['ML06:2023'],
  },
  examples: {
    pass: [
      mlflow({
        python_function: { data: { loader_module: 'mlflow.onnx', data: 'model.onnx' } },
        onnx: { data: { data: 'model.onnx', onnx_version: '1.16.0' } },
      }),
      mlflow({
        python_function: { data: { loader_module: 'mlflow.sklearn', model_path: 'model.skops' } },
        sklearn: { data: { pickled_model: 'model.skops', serialization_format: 'skops' } },
      }),
      custom('azureml://datastores/d/paths/model.safetensors'),
    ],
    fail: [
      mlflow({ sklearn: { data: { pickled_model: 'model', serialization_format: 'cloudpickle' } } }),
      mlflow({ pytorch: { data: { model_data: 'data', pytorch_version: '2.3.0' } } }),
      mlflow({ python_function: { data: { loader_module: 'mlflow.pyfunc.model', python_model: 'm.pkl' } } }),
      mlflow({ python_function: { data: { loader_module: 'mlflow.statsmodels' } } }),
      mlflow({ sklearn: { data: { loader_module: 'mlflow.sklearn' } } }),
      custom('azureml://datastores/d/paths/model.joblib'),
    ],
    unknown: [
      {},
      custom('azureml://datastores/d/paths/model'),
      mlflow({ transformers: { data: {} } }),
      mlflow({ sklearn: { data: { serialization_format: 'unheard-of' } } }),
      mlflow({ onnx: { data: {} }, transformers: { data: {} } }),
    ],
  },
});
