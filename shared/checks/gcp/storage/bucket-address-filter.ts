import { bucket } from '#shared/assets/gcp/storage.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(bucket, {
  title: 'Buckets that AI assets use answer chosen networks only',
  severity: 'informational',
  byDefault: 'off',
  fails: field('ipFilter.mode')
    .absentIs('Disabled', 'docs.cloud.google.com/storage/docs/ip-filtering-overview: off unless set')
    .isNot('Enabled'),
  why: 'With stolen credentials models and data can be fetched from anywhere.',
  fix: {
    console: 'IP filtering is set from the command line and the API only.',
    cli: 'gcloud storage buckets update gs://BUCKET --ip-filter-file=filter.json',
    terraform: 'resource "google_storage_bucket" "…" {\n  ip_filter {\n    mode = "Enabled"\n  }\n}',
  },
  source: 'ipFilter of docs.cloud.google.com/storage/docs/json_api/v1/buckets',
  frameworks: { 'mitre-atlas': ['AML.T0035'] },
  examples: {
    pass: [{ ipFilter: { mode: 'Enabled' } }],
    fail: [{}, { ipFilter: { mode: 'Disabled' } }],
    unknown: [{ ipFilter: { mode: 'Partly' } }],
  },
});
