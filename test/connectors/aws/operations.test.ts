import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assumeRole, getCallerIdentity } from '#connectors/aws/accounts.ts';
import { awsConnectors } from '#connectors/aws/index.ts';
import { type Connector, operationsOf, scanOperationsOf } from '#connectors/connector.ts';
import { GLOBAL } from '#shared/model/scope.ts';
import { MEMBER, PAGE_SIZE, REGION, sample } from '#test/estate/aws/sample.ts';
import { cloudOn, readingOf, type Scan, scanMember } from '#test/estate/aws/scan.ts';
import { type AwsEstate, startAwsEstate } from '#test/estate/aws/server.ts';

let estate: AwsEstate;
let scan: Scan;

beforeAll(async () => {
  estate = await startAwsEstate(sample, undefined, { pageSize: PAGE_SIZE });
  scan = await scanMember(cloudOn(estate, { rarelyUsedServices: 'everywhere' }));
});
afterAll(() => estate.close());

const idsOf = (operations: readonly { id: string }[]) => [...new Set(operations.map(({ id }) => id))].sort();

describe('a scan of an AWS account', () => {
  it('sends exactly the operations that its connectors declare', () => {
    const declared = idsOf([...awsConnectors.flatMap(scanOperationsOf), assumeRole, getCallerIdentity]);
    expect([...new Set(estate.requests.map(({ operation }) => operation))].sort()).toEqual(declared);
  });

  it('reads every operation to its end, without a defect', () => {
    expect(scan.defects).toEqual([]);
    expect(scan.coverage.filter(({ outcome }) => outcome !== 'complete')).toEqual([]);
  });

  it('finds assets of every type, over several pages, and nothing that does not fit its type', () => {
    const counts = Map.groupBy(scan.assets, ({ type }) => type);
    const few = awsConnectors.flatMap(({ assetType, isSetting, summarizes, followsReferences }) => {
      const least = isSetting || summarizes || followsReferences ? 1 : PAGE_SIZE + 1;
      const found = counts.get(assetType.id)?.length ?? 0;
      return found < least ? [`${assetType.id}: ${found} of at least ${least}`] : [];
    });
    expect(few).toEqual([]);
    expect(scan.assets.flatMap(({ id, malformed = [] }) => malformed.map((one) => ({ id, ...one })))).toEqual(
      [],
    );
  });

  it('calls nothing in the home account but what it takes to leave it', () => {
    const atHome = estate.requests.filter(({ account }) => account !== MEMBER);
    expect(new Set(atHome.map(({ operation }) => operation))).toEqual(
      new Set([assumeRole.id, getCallerIdentity.id]),
    );
  });

  it('asks once for what connectors of several types look into', () => {
    const asked = estate.requests.filter(({ operation }) => operation === 'bedrock:ListFoundationModels');
    expect(asked).toHaveLength(1);
  });

  it('reads of each data source the last synchronisation that succeeded', () => {
    const jobs = scan.assets.flatMap(({ type, config }) =>
      type === 'aws.bedrock.knowledge-base' ? (config['ingestionJobs'] ?? []) : [],
    );
    expect(jobs).toMatchObject([{ status: 'COMPLETE' }, { status: 'COMPLETE' }]);
  });

  it('finds only the workflows that call services of AI', () => {
    const machines = scan.assets.filter(({ type }) => type === 'aws.stepfunctions.state-machine');
    expect(machines.map(({ name }) => name).sort()).toEqual(['approved', 'training', 'unattended']);
  });

  it('names the owners of all that has tags', () => {
    const tagged = new Set(awsConnectors.flatMap(({ assetType }) => (assetType.tags ? [assetType.id] : [])));
    const without = scan.assets.filter(({ type, tags }) => tagged.has(type) && tags?.['owner'] === undefined);
    expect(without.map(({ id }) => id)).toEqual(['arn:aws:s3:::sample-prompts']);
  });

  it('keeps neither secrets nor prompts', () => {
    const text = JSON.stringify(scan.assets);
    expect(text).not.toMatch(/hf_abc|sk-abc|swordfish/);
    expect(text).toContain('"Content":"withheld: hugging-face-token, named-like-a-secret"');
    expect(text).toContain('"HF_TOKEN":"withheld: hugging-face-token"');
    expect(text).toContain('"epochs":"withheld"');
  });
});

describe('a rescan of one asset', () => {
  const connectors: readonly Connector[] = awsConnectors;

  // What sums up the others is not read alone.
  it.each(
    connectors
      .filter(({ summarizes }) => !summarizes)
      .map((connector) => [connector.assetType.id, connector] as const),
  )('reads %s as the scan did, with the operations that are declared for it', async (type, connector) => {
    const before = scan.assets.find((asset) => asset.type === type);
    if (!before) throw new Error(`the sample has no ${type}`);
    const references = scan.assets.flatMap(({ relations }) => relations.map(({ target }) => target));
    const region = connector.assetType.placement === 'global' ? GLOBAL : REGION;
    estate.requests.length = 0;
    const again = await cloudOn(estate).rediscover(readingOf(MEMBER, region, references), type, before.id);
    expect(again.assets).toEqual([before]);
    const declared = new Set([...idsOf(operationsOf(connector)), assumeRole.id, getCallerIdentity.id]);
    const undeclared = estate.requests.filter(({ operation }) => !declared.has(operation));
    expect(undeclared).toEqual([]);
  });

  it('says of an asset that is gone that there is none, and that this was read', async () => {
    const gone = `arn:aws:sagemaker:${REGION}:${MEMBER}:notebook-instance/gone`;
    const found = await cloudOn(estate).rediscover(
      readingOf(MEMBER, REGION),
      'aws.sagemaker.notebook-instance',
      gone,
    );
    expect(found.assets).toEqual([]);
    expect(found.coverage.map(({ outcome }) => outcome)).not.toContain('failed');
  });
});
