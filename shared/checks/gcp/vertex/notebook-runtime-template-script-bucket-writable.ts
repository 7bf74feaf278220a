import { notebookRuntimeTemplate } from '#shared/assets/gcp/colab.ts';
import { PROTO_JSON } from '#shared/assets/gcp/vertex-fields.ts';
import { field } from '#shared/model/predicate.ts';
import { bucketCheck } from '../bucket-of.ts';

export default bucketCheck(notebookRuntimeTemplate, {
  title: 'The start-up script of a Colab template lies in a bucket that strangers cannot write to',
  relation: 'reads-from',
  danger: 'writable',
  applies: field('softwareConfig.postStartupScriptConfig.postStartupScriptUrl')
    .absentIs('', PROTO_JSON)
    .matches(/^gs:\/\//),
  why: 'Whoever replaces the script runs code on every runtime that is made from the template, as the person who starts it.',
  source: 'google.cloud.aiplatform.v1.PostStartupScriptConfig.post_startup_script_url',
  frameworks: { 'mitre-atlas': ['AML.T0112', 'AML.T0011'], 'owasp-llm-2026': ['LLM04:2026'] },
  examples: {
    named: {
      softwareConfig: { postStartupScriptConfig: { postStartupScriptUrl: 'gs://acme-scripts/colab.sh' } },
    },
    notApplicable: { softwareConfig: {} },
  },
});
