import { logSinks } from '#shared/assets/gcp/logging.ts';
import { PROTO_JSON } from '#shared/assets/gcp/vertex.ts';
import { check } from '#shared/model/check.ts';
import { all, field, none } from '#shared/model/predicate.ts';

export default check(logSinks, {
  title: 'Logs of AI projects are also kept outside the project',
  severity: 'low',
  fails: none(
    'sinks',
    all(
      field('name').isNoneOf('_Default', '_Required'),
      field('disabled').absentIs(false, PROTO_JSON).isNot(true),
    ),
  ),
  why: 'Whoever owns the project can switch off and empty the only place that its logs are in. A sink of the folder or the organisation serves as well; a project does not show it.',
  fix: {
    console: 'Open “Log router”, and create a sink to a bucket of a project that only security can change.',
    cli: 'gcloud logging sinks create security logging.googleapis.com/projects/SECURITY/locations/global/buckets/ai',
    terraform:
      'resource "google_logging_project_sink" "…" {\n  destination = "logging.googleapis.com/projects/SECURITY/locations/global/buckets/ai"\n}',
  },
  source: 'google.logging.v2.LogSink.disabled, from projects.sinks.list',
  frameworks: { 'iso-42001': ['A.6.2.8'], 'nist-ai-rmf': ['MANAGE 4.1'] },
  examples: {
    pass: [{ sinks: [{ name: '_Default' }, { name: 'security' }] }],
    fail: [
      { sinks: [{ name: '_Default' }, { name: '_Required' }] },
      { sinks: [{ name: 'security', disabled: true }] },
    ],
    unknown: [{ sinks: 'none' }],
  },
});
