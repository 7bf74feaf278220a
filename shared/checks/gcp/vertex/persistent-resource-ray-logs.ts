import { persistentResource } from '#shared/assets/gcp/vertex-jobs.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { posted, resource } from '../fixes.ts';
import { isOn } from '../predicates.ts';

const ray = (raySpec: object) => ({ resourceRuntimeSpec: { raySpec: { ...raySpec } } });

export default check(persistentResource, {
  title: 'Ray clusters on Vertex AI send their logs to Cloud Logging',
  severity: 'low',
  applies: field('resourceRuntimeSpec.raySpec').isPresent(),
  fails: isOn('resourceRuntimeSpec.raySpec.rayLogsSpec.disabled'),
  why: 'Ray runs any code that it is sent; without its logs nobody can tell afterwards what that was.',
  fix: {
    console: 'Create the cluster again with the export of Ray logs left on.',
    cli: posted('persistentResources?persistentResourceId=ID', {
      resourceRuntimeSpec: { raySpec: { rayLogsSpec: { disabled: false } } },
    }),
    terraform: resource(
      'google_vertex_ai_persistent_resource',
      'resource_runtime_spec {',
      '  ray_spec {',
      '    ray_logs_spec {',
      '      disabled = false',
      '    }',
      '  }',
      '}',
    ),
  },
  source:
    'google.cloud.aiplatform.v1.RayLogsSpec.disabled: “Flag to disable the export of Ray OSS logs to Cloud Logging”',
  frameworks: { 'mitre-atlas': ['AML.T0050'], 'iso-42001': ['A.6.2.8'] },
  examples: {
    pass: [ray({}), ray({ rayLogsSpec: { disabled: false } })],
    fail: [ray({ rayLogsSpec: { disabled: true } })],
    unknown: [ray({ rayLogsSpec: { disabled: 'yes' } })],
    notApplicable: [{}],
  },
});
