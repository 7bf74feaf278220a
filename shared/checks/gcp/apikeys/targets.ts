import { PROTO_JSON } from '#shared/assets/gcp/vertex.ts';
import { any, field, type Predicate, some } from '#shared/model/predicate.ts';

export const GEMINI = 'generativelanguage.googleapis.com';

/** Of a key: it may call any API that its project has on. */
export const mayCallAnything: Predicate = field('restrictions.apiTargets').isEmpty();

/** Of a key: the Gemini API takes it. */
export const mayCallGemini: Predicate = any(
  mayCallAnything,
  some('restrictions.apiTargets', field('service').is(GEMINI), { absentIsEmpty: PROTO_JSON }),
);

export const KEY_SOURCE =
  'google.api.apikeys.v2.Key.restrictions of @google-cloud/apikeys; docs.cloud.google.com/docs/authentication/api-keys: a key without restrictions is unrestricted';
