import { modelVersion } from '#shared/assets/azure/machine-learning-models.ts';
import { check } from '#shared/model/check.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { all, any, field, not, some } from '#shared/model/predicate.ts';

const wrapped = (data: JsonObject) => ({ properties: { flavors: { python_function: { data } } } });

export default check(modelVersion, {
  title: 'Model versions in use are loaded by MLflow, not by code that came with them',
  severity: 'low',
  fails: some(
    'properties.flavors',
    any(
      all(field('data.loader_module').isPresent(), not(field('data.loader_module').matches(/^mlflow\./))),
      not(field('data.code').isEmpty()),
    ),
    { absentIsEmpty: 'ModelVersion.flavors of @azure/arm-machinelearning is optional' },
  ),
  why: 'The code runs as the deployment or the job that loads the model: it may be whatever was beside the model when it was saved.',
  fix: {
    console:
      'Review the code that is kept with the model, or save the model in a flavor of MLflow that needs none.',
    cli: 'az ml model download --name … --version … --download-path …   # and read what is below code/',
    bicep: "properties: { modelType: 'mlflow_model', flavors: { onnx: { data: { … } } } }",
  },
  source:
    'FlavorData.data of @azure/arm-machinelearning; loader_module and code of https://mlflow.org/docs/latest/python_api/mlflow.pyfunc.html',
  frameworks: { 'mitre-atlas': ['AML.T0011.000', 'AML.T0018.002'], 'owasp-ml-2023': ['ML06:2023'] },
  examples: {
    pass: [wrapped({ loader_module: 'mlflow.onnx' }), wrapped({ loader_module: 'mlflow.onnx', code: '' })],
    fail: [
      wrapped({ loader_module: 'loader' }),
      wrapped({ loader_module: 'mlflow.pyfunc.model', code: 'code' }),
    ],
    unknown: [{}, { properties: { flavors: 'onnx' } }],
  },
});
