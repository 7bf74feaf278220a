import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import openFunction from '#shared/checks/aws/apigateway/rest-api-open-function.ts';
import functionUrl from '#shared/checks/aws/lambda/function-url.ts';
import { judge, type UnnamedCheck } from '#shared/model/check.ts';
import { isObject } from '#shared/model/json.ts';
import { MEMBER, REGION, sample } from '#test/estate/aws/sample.ts';
import { cloudOn, scanMember } from '#test/estate/aws/scan.ts';
import { type AwsEstate, startAwsEstate } from '#test/estate/aws/server.ts';

let estate: AwsEstate;

beforeEach(async () => {
  estate = await startAwsEstate(sample);
});
afterEach(() => estate.close());

async function judged(check: UnnamedCheck) {
  const { assets, defects } = await scanMember(cloudOn(estate));
  expect(defects).toEqual([]);
  const known = new Map(assets.map((asset) => [asset.id, asset]));
  const verdicts = assets
    .filter(({ type }) => type === check.assetType.id)
    .map((asset) => [
      asset.name,
      judge({ id: 'judged', ...check }, asset, (id) => known.get(id), new Date('2026-11-22T06:00:00Z'))
        .judgement,
    ]);
  return Object.fromEntries(verdicts);
}

const resources = (collection: string) => estate.state.region(MEMBER, REGION).resources(collection);

describe('an API before functions', () => {
  it('fails where it asks nobody and a function behind it may invoke models', async () => {
    expect(await judged(openFunction)).toEqual({ functions: 'fail', kept: 'pass', open: 'pass' });
  });

  it('passes where the open function has nothing to do with models', async () => {
    for (const found of resources('lambda/functions'))
      if (found['FunctionName'] === 'ask') found['Role'] = `arn:aws:iam::${MEMBER}:role/agent`;
    expect(await judged(openFunction)).toMatchObject({ functions: 'pass' });
  });

  it('passes where the open method leads elsewhere than the function that may invoke models', async () => {
    for (const found of resources('lambda/functions'))
      if (found['FunctionName'] === 'orders') found['Role'] = `arn:aws:iam::${MEMBER}:role/caller`;
    const asked = resources('apigateway/resources').find(
      ({ restApiId, path }) => restApiId === 'functions' && path === '/ask',
    );
    const methods = asked?.['resourceMethods'];
    const post = isObject(methods) ? methods['POST'] : undefined;
    if (!isObject(post)) throw new Error('no such method');
    Object.assign(post, { apiKeyRequired: true });
    expect(await judged(openFunction)).toMatchObject({ functions: 'pass' });
  });

  it('says unknown where functions may not be listed', async () => {
    estate.faults.set('lambda:ListFunctions', { kind: 'denied' });
    expect(await judged(openFunction)).toMatchObject({ functions: 'unknown' });
  });
});

describe('a URL of a function', () => {
  it('fails only where anybody may call it', async () => {
    expect(await judged(functionUrl)).toMatchObject({
      summarise: 'fail',
      ask: 'not-applicable',
      orders: 'not-applicable',
    });
    for (const found of resources('lambda/policies'))
      if (found['FunctionName'] === 'summarise') found['Policy'] = JSON.stringify({ Statement: [] });
    expect(await judged(functionUrl)).toMatchObject({ summarise: 'pass' });
  });
});
