import { datastore } from '#shared/assets/azure/machine-learning-access.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

const over = (protocol: string | number) => ({ properties: { datastoreType: 'AzureBlob', protocol } });

export default check(datastore, {
  title: 'Datastores are read and written over an encrypted connection',
  severity: 'medium',
  // Those of Data Lake Storage Gen1 and of OneLake have no such field.
  applies: field('properties.protocol').isPresent(),
  fails: field('properties.protocol').matches(/^(?:http|wasb|abfs)$/i),
  why: 'Whoever sits on the way reads the data, and puts other data into what the model is trained with.',
  fix: {
    console: 'Create the datastore anew with https; on the storage account, require secure transfer.',
    cli: 'az ml datastore create --file datastore.yml   # with protocol: https',
    bicep: "properties: { protocol: 'https' }",
  },
  source:
    'AzureBlobDatastore, AzureFileDatastore and AzureDataLakeGen2Datastore of @azure/arm-machinelearning',
  frameworks: { 'mitre-atlas': ['AML.T0020', 'AML.T0036'], 'owasp-ml-2023': ['ML02:2023'] },
  examples: {
    pass: [over('https'), over('wasbs'), over('abfss')],
    fail: [over('http'), over('wasb')],
    unknown: [over(7)],
    notApplicable: [{ properties: { datastoreType: 'AzureDataLakeGen1' } }],
  },
});
