import type { JsonObject } from '#shared/model/json.ts';
import type { AwsRegionDescription, EstateDescription } from './description.ts';
import { story } from './story/index.ts';

/**
 * An estate with about `assets` assets, in equal parts over the clouds: the assets of the story over and over,
 * under new names. Every kind of asset keeps its share of the story's.
 */
export function scaled(assets: number): EstateDescription {
  const { aws, azure, gcp } = story;
  if (!aws || !azure || !gcp) throw new Error('the story has three clouds');
  const perCloud = Math.ceil(assets / 3);
  const regions = Object.values(aws.accounts).flatMap((account) => Object.values(account.regions));
  const awsSize = sum(regions.map(sizeOfRegion));
  const resources = Object.values(azure.subscriptions).flatMap((subscription) => subscription.resources);
  const azureSize = resources.filter(
    ({ type }) => !String(type).startsWith('Microsoft.Authorization/roleDefinitions'),
  ).length;
  const projects = Object.values(gcp.projects);
  const gcpSize = sum(
    projects.map(
      (project) =>
        sum(Object.values(project.collections).map((list) => list.length)) + (project.buckets?.length ?? 0),
    ),
  );
  return {
    aws: {
      ...aws,
      accounts: mapValues(aws.accounts, (account) => ({
        ...account,
        regions: mapValues(account.regions, (region) => copiedRegion(region, Math.ceil(perCloud / awsSize))),
      })),
    },
    azure: {
      ...azure,
      subscriptions: mapValues(azure.subscriptions, (subscription) => ({
        ...subscription,
        resources: copies(subscription.resources, Math.ceil(perCloud / azureSize)),
      })),
    },
    gcp: {
      ...gcp,
      projects: mapValues(gcp.projects, (project) => {
        const times = Math.ceil(perCloud / gcpSize);
        return {
          ...project,
          collections: mapValues(project.collections, (list) => copies(list, times)),
          ...(project.buckets ? { buckets: copies(project.buckets, times) } : {}),
        };
      }),
    },
  };
}

/** Lists of assets are copied; what a region has once stays. */
const copiedRegion = (region: AwsRegionDescription, times: number): AwsRegionDescription =>
  Object.fromEntries(
    Object.entries(region).map(([key, value]) => [key, Array.isArray(value) ? copies(value, times) : value]),
  );

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const sizeOfRegion = (region: object): number =>
  sum(Object.values(region).map((list) => (Array.isArray(list) ? list.length : 1)));

function mapValues<In extends object, Value extends In[keyof In], Out>(
  record: In,
  map: (value: Value) => Out,
): { [Key in keyof In]: Out } {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)])) as {
    [Key in keyof In]: Out;
  };
}

/** Names by which assets are told apart, in the story; each copy has a number put to them wherever they stand. */
const NAMES =
  /claims-triage-7|claims-triage|claims-features|claims-assistant|gr7claims0001|AGCLAIMS01|d-claims0001|nordlicht-claims-models|nordlicht-research-share|fraud-poc|churn-poc|tmp-jonas|d-research001|gr7proto0001|AGPROTO001|KBBROKER01|a1b2c3d4e5f6|broker-tone|nl-assistant|nl-vision|nl-pricing|nl-underwriting|aaaaaaaa-0000|4799834997928230912|7954043586947842048|8574775075432038400|1234567890123456789|5550001|actuary-1|nordlicht-pricing-models|nordlicht-pricing-vault/g;

function copies<Element extends JsonObject>(list: readonly Element[], times: number): Element[] {
  const texts = list.map((element) => JSON.stringify(element));
  return Array.from({ length: times }, (_, copy) =>
    copy === 0
      ? list
      : texts.map((text) => JSON.parse(text.replaceAll(NAMES, (name) => numbered(name, copy)))),
  ).flat();
}

/** A number for a number, and for an id of fixed length one of that length. */
function numbered(name: string, copy: number): string {
  const suffix = String(copy);
  if (/^(\d+|AG.*|KB.*|gr7.*|[a-f0-9]{12}|a{8}-0000)$/.test(name)) {
    const tail = suffix.padStart(4, '0');
    return name.slice(0, -tail.length) + tail;
  }
  return `${name}-${suffix}`;
}
