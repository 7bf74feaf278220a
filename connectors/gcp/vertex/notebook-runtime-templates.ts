import { notebookRuntimeTemplate } from '#shared/assets/gcp/colab.ts';
import { vertexCollection } from './collection.ts';
import { notebookRelations, withoutSoftwareValues } from './notebook-software.ts';

export default vertexCollection(notebookRuntimeTemplate, 'notebookRuntimeTemplates', {
  inventory: 'NotebookRuntimeTemplate',
  policy: 'v1',
  // Variables and the start-up script: GoogleCloudPlatform/magic-modules, mmv1/products/colab/RuntimeTemplate.yaml.
  isPartlyInInventory: true,
  kept: withoutSoftwareValues,
  relations: notebookRelations,
});
