import type { AssetType } from '#shared/model/asset-type.ts';
import { check } from '#shared/model/check.ts';
import { all, field, some } from '#shared/model/predicate.ts';
import { CONTROLLING_ROLES, EMPTY_BINDINGS, POLICY_SOURCE } from './roles.ts';

/** The same of a project and of what stands above it; `command` is what gcloud calls that. */
export const defaultAccountCheck = (assetType: AssetType, title: string, command: string) =>
  check(assetType, {
    title,
    severity: 'high',
    fails: some(
      'bindings',
      all(
        field('role').isOneOf(...CONTROLLING_ROLES),
        some(
          'members',
          field('').matches(
            /^serviceAccount:(\d+-compute@developer|[a-z0-9.-]+@appspot)\.gserviceaccount\.com$/,
          ),
          { absentIsEmpty: EMPTY_BINDINGS },
        ),
      ),
      { absentIsEmpty: EMPTY_BINDINGS },
    ),
    why: 'Every machine, notebook and job that names no account of its own acts as this one: code in any of them can change or take every model.',
    fix: {
      console:
        'Open “IAM”, and remove the role from the default service account; give each workload an account of its own first.',
      cli: `gcloud ${command} remove-iam-policy-binding NAME --member=serviceAccount:NUMBER-compute@developer.gserviceaccount.com --role=roles/editor --all`,
      terraform:
        'resource "google_project_default_service_accounts" "…" {\n  project = "PROJECT"\n  action  = "DEPRIVILEGE"\n}',
    },
    source: POLICY_SOURCE,
    frameworks: {
      'mitre-atlas': ['AML.T0012'],
      'owasp-llm-2026': ['LLM03:2026'],
      'owasp-agentic-2026': ['ASI03'],
    },
    examples: {
      pass: [
        { bindings: [{ role: 'roles/editor', members: ['group:ml@example.com'] }] },
        {
          bindings: [
            {
              role: 'roles/logging.logWriter',
              members: ['serviceAccount:123456789012-compute@developer.gserviceaccount.com'],
            },
          ],
        },
      ],
      fail: [
        {
          bindings: [
            {
              role: 'roles/editor',
              members: ['serviceAccount:123456789012-compute@developer.gserviceaccount.com'],
            },
          ],
        },
        {
          bindings: [
            { role: 'roles/owner', members: ['serviceAccount:acme-ml@appspot.gserviceaccount.com'] },
          ],
        },
      ],
      unknown: [
        {
          bindings: [
            { role: 'roles/editor', members: 'serviceAccount:1-compute@developer.gserviceaccount.com' },
          ],
        },
      ],
    },
  });
