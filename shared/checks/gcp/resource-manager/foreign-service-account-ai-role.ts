import { projectPolicy } from '#shared/assets/gcp/resource-manager.ts';
import type { Asset } from '#shared/model/asset.ts';
import { check } from '#shared/model/check.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import { isObject, type Json } from '#shared/model/json.ts';
import { judgedBy } from '#shared/model/predicate.ts';
import { CONTROLLING_ROLES, POLICY_SOURCE } from './roles.ts';

/** `serviceAccount:name@project.iam.gserviceaccount.com`; Google’s own agents begin `service-<number>@`. */
const USER_MANAGED = /^serviceAccount:(?!service-\d+@)[^@]+@([a-z0-9.-]+)\.iam\.gserviceaccount\.com$/;

const expected = 'a service account of this project, or a narrower role';

/** The project in the address of its service accounts: `example.com:p` is written `p.example.com`. */
const projectInAddress = ({ scope: { account } }: Asset): string =>
  account.includes(':') ? account.split(':').reverse().join('.') : account;

function foreignMembers(members: readonly Json[], own: string): [number, string][] {
  return members.flatMap((member, index): [number, string][] => {
    const project = typeof member === 'string' ? USER_MANAGED.exec(member)?.[1] : undefined;
    return typeof member === 'string' && project !== undefined && project !== own ? [[index, member]] : [];
  });
}

function judge(asset: Asset): { truth: boolean; evidence: Evidence[] } {
  const { bindings } = asset.config;
  const own = projectInAddress(asset);
  const found = (Array.isArray(bindings) ? bindings : []).flatMap((binding, index): Evidence[] => {
    if (!isObject(binding) || !CONTROLLING_ROLES.some((role) => role === binding['role'])) return [];
    const members = Array.isArray(binding['members']) ? binding['members'] : [];
    return foreignMembers(members, own).map(([position, member]) => ({
      path: `bindings[${index}].members[${position}]`,
      state: 'read',
      found: `${member} holds ${binding['role']}`,
      expected,
    }));
  });
  if (found.length > 0) return { truth: true, evidence: found };
  const state = bindings === undefined ? 'absent' : 'read';
  return { truth: false, evidence: [{ path: 'bindings', state, expected }] };
}

export default check(projectPolicy, {
  title: 'No service account of another project controls the AI of this one',
  severity: 'medium',
  fails: judgedBy({
    sentence: 'a service account of another project holds a role that controls Vertex AI',
    reads: ['bindings'],
    judge,
  }),
  why: 'Whoever takes over that other project, which may be less guarded, takes over the models, endpoints and notebooks here.',
  fix: {
    console:
      'Open “IAM”, and give the account a narrower role, or replace it by one of this project that it may impersonate.',
    cli: 'gcloud projects remove-iam-policy-binding PROJECT --member=serviceAccount:NAME@OTHER.iam.gserviceaccount.com --role=ROLE --all',
    terraform: 'resource "google_project_iam_member" "…" {\n  role = "roles/aiplatform.viewer"\n}',
  },
  source: POLICY_SOURCE,
  frameworks: { 'mitre-atlas': ['AML.T0012'], 'owasp-agentic-2026': ['ASI03'], 'iso-42001': ['A.10.2'] },
  examples: {
    pass: [
      { bindings: [{ role: 'roles/aiplatform.admin', members: ['group:ml@example.com'] }] },
      {
        bindings: [
          {
            role: 'roles/editor',
            members: ['serviceAccount:service-123@gcp-sa-aiplatform.iam.gserviceaccount.com'],
          },
        ],
      },
      {
        bindings: [
          {
            role: 'roles/aiplatform.viewer',
            members: ['serviceAccount:ci@other-project.iam.gserviceaccount.com'],
          },
        ],
      },
      {},
    ],
    fail: [
      {
        bindings: [
          {
            role: 'roles/aiplatform.admin',
            members: ['serviceAccount:ci@other-project.iam.gserviceaccount.com'],
          },
        ],
      },
    ],
    unknown: [{ bindings: [{ role: 7 }] }],
  },
});
