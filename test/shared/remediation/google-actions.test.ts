import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '#shared/model/json.ts';
import { actOnRemediation } from '#shared/remediation/act.ts';
import { approveRemediation } from '#shared/remediation/approve.ts';
import { planRemediation } from '#shared/remediation/plan.ts';
import { undoRemediation } from '#shared/remediation/undo.ts';
import { nextEtag, policyOf, setPolicy } from '#test/estate/gcp/policies.ts';
import { ANA, recordOf, refusalOf } from './bucket-case.ts';
import { holdsTheContract } from './contract.ts';
import {
  BUCKET_ID,
  ENDPOINT_ID,
  ENGINE_ID,
  type GoogleCase,
  type GoogleCaseDeclaration,
  openGoogleCase,
} from './google-case.ts';
import { actionNamed } from './staged.ts';

/** In the order of roles, a condition after none, and everybody before those who have a name. */
const GRANTS = [
  { role: 'roles/aiplatform.user', members: ['group:ml@example.com'] },
  {
    role: 'roles/aiplatform.user',
    members: ['allAuthenticatedUsers'],
    condition: { title: 'until-new-year', expression: 'request.time < timestamp("2027-01-01T00:00:00Z")' },
  },
  { role: 'roles/aiplatform.viewer', members: ['allUsers', 'user:ana@example.com'] },
  { role: 'roles/owner', members: ['user:ben@example.com'] },
];
const WITHOUT_EVERYBODY = [
  { role: 'roles/aiplatform.user', members: ['group:ml@example.com'] },
  { role: 'roles/aiplatform.viewer', members: ['user:ana@example.com'] },
  { role: 'roles/owner', members: ['user:ben@example.com'] },
];

/** Somebody else lets everybody in with a role more. */
const grantMore = (asset: JsonObject): void => {
  const present = policyOf(asset);
  const bindings = Array.isArray(present['bindings']) ? present['bindings'] : [];
  setPolicy(asset, {
    ...present,
    version: 3,
    bindings: [...bindings, { role: 'roles/viewer', members: ['allUsers'] }],
  });
};

const PREVENTION: GoogleCaseDeclaration = {
  actionId: 'gcp.storage.enforce-public-access-prevention',
  assetId: BUCKET_ID,
  holds: {
    iamConfiguration: {
      publicAccessPrevention: 'inherited',
      uniformBucketLevelAccess: { enabled: true, lockedTime: '2027-01-01T00:00:00Z' },
    },
    labels: { owner: 'growth' },
  },
  read: 'storage.buckets.get',
  write: 'storage.buckets.patch',
  disturbed: (bucket) => {
    bucket['iamConfiguration'] = { publicAccessPrevention: 'unheard-of' };
    bucket['metageneration'] = `${Number(bucket['metageneration']) + 1}`;
  },
};

const bucketGrants = GRANTS.map(({ role, ...rest }) => ({
  role: role.replace('aiplatform', 'storage'),
  ...rest,
}));
const bucketNamed = WITHOUT_EVERYBODY.map(({ role, ...rest }) => ({
  role: role.replace('aiplatform', 'storage'),
  ...rest,
}));

const BUCKET_MEMBERS: GoogleCaseDeclaration = {
  actionId: 'gcp.storage.remove-public-members',
  assetId: BUCKET_ID,
  holds: {
    iamConfiguration: { uniformBucketLevelAccess: { enabled: true } },
    iamPolicy: { kind: 'storage#policy', version: 3, etag: 'CAI=', bindings: bucketGrants },
  },
  read: 'storage.buckets.getIamPolicy',
  write: 'storage.buckets.setIamPolicy',
  disturbed: grantMore,
};

const OWN_POLICY = {
  iamPolicy: { version: 3, etag: 'BwXTmICm7mI=', bindings: GRANTS, auditConfigs: [{ service: 'x' }] },
};

const ENDPOINT_MEMBERS: GoogleCaseDeclaration = {
  actionId: 'gcp.vertex.remove-public-members',
  assetId: ENDPOINT_ID,
  holds: OWN_POLICY,
  read: 'aiplatform.endpoints.getIamPolicy',
  write: 'aiplatform.endpoints.setIamPolicy',
  disturbed: grantMore,
};

const ENGINE_MEMBERS: GoogleCaseDeclaration = {
  ...ENDPOINT_MEMBERS,
  assetId: ENGINE_ID,
  read: 'aiplatform.reasoningEngines.getIamPolicy',
  write: 'aiplatform.reasoningEngines.setIamPolicy',
};

describe(PREVENTION.actionId, () => {
  holdsTheContract(() => openGoogleCase(PREVENTION), {
    operation: 'storage.buckets.patch',
    permission: 'storage.buckets.update, storage.buckets.setIamPolicy',
    act: {
      search: '?ifMetagenerationMatch=7&projection=noAcl',
      iamConfiguration: { publicAccessPrevention: 'enforced' },
    },
    undo: {
      search: '?ifMetagenerationMatch=8&projection=noAcl',
      iamConfiguration: { publicAccessPrevention: 'inherited' },
    },
    isConditional: true,
  });

  it('puts what absence means where the bucket said nothing', async () => {
    const stage = await openGoogleCase({ ...PREVENTION, holds: { metageneration: '1' } });
    const { id, plan } = recordOf(await planRemediation(stage.fleet, stage.finding.id));
    expect(plan).toMatchObject({
      step: { before: null, after: { publicAccessPrevention: 'enforced' } },
      undo: { after: { publicAccessPrevention: 'inherited' } },
    });
    await approveRemediation(stage.fleet, id, ANA);
    await actOnRemediation(stage.fleet, id);
    await undoRemediation(stage.fleet, id);
    expect(stage.asset['iamConfiguration']).toEqual({ publicAccessPrevention: 'inherited' });
    await stage.close();
  });
});

describe(BUCKET_MEMBERS.actionId, () => {
  holdsTheContract(() => openGoogleCase(BUCKET_MEMBERS), {
    operation: 'storage.buckets.setIamPolicy',
    permission: 'storage.buckets.setIamPolicy, storage.buckets.get',
    act: { search: '', kind: 'storage#policy', version: 3, etag: 'CAI=', bindings: bucketNamed },
    undo: { search: '', kind: 'storage#policy', version: 3, etag: nextEtag('CAI='), bindings: bucketGrants },
    isConditional: true,
  });

  it('says that roles are not all where object lists let everybody in', async () => {
    const stage = await openGoogleCase({
      ...BUCKET_MEMBERS,
      holds: {
        ...BUCKET_MEMBERS.holds,
        iamConfiguration: {},
        acl: [],
        defaultObjectAcl: [{ entity: 'allUsers' }],
      },
    });
    const { plan } = recordOf(await planRemediation(stage.fleet, stage.finding.id));
    expect(plan.cannotAct).toContain('enforce public access prevention instead');
    expect(plan).not.toHaveProperty('step');
    await stage.close();
  });
});

describe.each([ENDPOINT_MEMBERS, ENGINE_MEMBERS])('$actionId on $assetId', (declared) => {
  holdsTheContract(() => openGoogleCase(declared), {
    operation: declared.write,
    permission: declared.write,
    act: { version: 3, etag: 'BwXTmICm7mI=', bindings: WITHOUT_EVERYBODY },
    undo: { version: 3, etag: nextEtag('BwXTmICm7mI='), bindings: GRANTS },
    isConditional: true,
  });

  describe('over gRPC', () => {
    let stage: GoogleCase;
    beforeEach(async () => {
      stage = await openGoogleCase(declared);
    });
    afterEach(() => stage.close());

    it('names the resource, routes the call to its location, and leaves audit configs as they are', async () => {
      const { id } = recordOf(await planRemediation(stage.fleet, stage.finding.id));
      await approveRemediation(stage.fleet, id, ANA);
      await actOnRemediation(stage.fleet, id);
      const resource = declared.assetId.replace('//aiplatform.googleapis.com/', '');
      expect(stage.policies.calls).toEqual([
        { resource, routing: `resource=${encodeURIComponent(resource)}` },
      ]);
      expect(policyOf(stage.asset)['auditConfigs']).toEqual([{ service: 'x' }]);
    });

    it('lets stand what others were granted meanwhile when it takes back what it did', async () => {
      const { id } = recordOf(await planRemediation(stage.fleet, stage.finding.id));
      await approveRemediation(stage.fleet, id, ANA);
      await actOnRemediation(stage.fleet, id);
      const granted = { role: 'roles/editor', members: ['user:cem@example.com'] };
      setPolicy(stage.asset, { ...policyOf(stage.asset), bindings: [...WITHOUT_EVERYBODY, granted] });
      expect(recordOf(await undoRemediation(stage.fleet, id)).status).toBe('undone');
      expect(policyOf(stage.asset)['bindings']).toEqual([...GRANTS, granted]);
    });

    it('does not write what it does not understand', async () => {
      const bindings = [{ ...GRANTS[0], unheardOf: true }];
      setPolicy(stage.asset, { ...policyOf(stage.asset), bindings });
      const answer = await planRemediation(stage.fleet, stage.finding.id);
      expect(answer).toMatchObject({ code: 'not-read', message: expect.stringContaining('MalformedReply') });
    });
  });
});

it('names what to grant where no token is to be had', async () => {
  const stage = await openGoogleCase(PREVENTION);
  const access = stage.fleet.access.google(stage.finding.scope, 'read', actionNamed(PREVENTION.actionId));
  const credential = {
    operation: { id: 'sts.token', permission: 'a provider that trusts this role' },
    getToken: async () => {
      throw new Error('said with a secret in it');
    },
  };
  const fleet = {
    ...stage.fleet,
    access: { ...stage.fleet.access, google: () => ({ ...access, credential }) },
  };
  const answer = await planRemediation(fleet, stage.finding.id);
  expect(refusalOf(answer)).toBe('not-read');
  expect(JSON.stringify(answer)).toContain('grant a provider that trusts this role');
  expect(JSON.stringify(answer)).not.toContain('secret');
  await stage.close();
});

it.each([
  ['denied', '(forbidden, HTTP 403)'],
  ['server-error', '(backendError, HTTP 500)'],
  ['malformed', '(MalformedReply, HTTP 200)'],
  ['cut', 'did not succeed'],
] as const)('says what came of a reading that was %s', async (kind, said) => {
  const stage = await openGoogleCase(PREVENTION);
  stage.estate.faults.set('storage.buckets.get', { kind });
  expect(await planRemediation(stage.fleet, stage.finding.id)).toMatchObject({
    code: 'not-read',
    message: expect.stringContaining(said),
  });
  await stage.close();
});
