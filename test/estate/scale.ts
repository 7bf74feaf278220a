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
  const accounts = Object.values(aws.accounts);
  const regions = accounts.flatMap((account) => Object.values(account.regions));
  const awsTimes = Math.ceil(
    perCloud /
      sum([
        ...regions.map(sizeOfRegion),
        ...accounts.map(({ roles = [], users = [] }) => roles.length + users.length),
      ]),
  );
  const resources = Object.values(azure.subscriptions).flatMap((subscription) => subscription.resources);
  const azureTimes = Math.ceil(perCloud / resources.filter(isAsset).length);
  const projects = Object.values(gcp.projects);
  const gcpTimes = Math.ceil(
    perCloud /
      sum(
        projects.flatMap(({ collections, buckets = [] }) => [
          ...Object.values(collections).map((list) => list.length),
          buckets.length,
        ]),
      ),
  );
  return {
    aws: {
      ...aws,
      accounts: mapValues(aws.accounts, (account) => ({
        ...account,
        roles: copies(account.roles ?? [], awsTimes),
        users: copies(account.users ?? [], awsTimes),
        serviceSpecificCredentials: copies(account.serviceSpecificCredentials ?? [], awsTimes),
        regions: mapValues(account.regions, (region) => copiedRegion(region, awsTimes)),
      })),
    },
    azure: {
      ...azure,
      subscriptions: mapValues(azure.subscriptions, (subscription) => ({
        ...subscription,
        resources: [
          ...subscription.resources.filter((resource) => !isAsset(resource)),
          ...copies(subscription.resources.filter(isAsset), azureTimes),
        ],
      })),
    },
    gcp: {
      ...gcp,
      projects: mapValues(gcp.projects, (project) => ({
        ...project,
        collections: mapValues(project.collections, (list) => copies(list, gcpTimes)),
        ...(project.buckets ? { buckets: copies(project.buckets, gcpTimes) } : {}),
      })),
    },
  };
}

/** Lists of assets are copied; what a region has once stays. */
const copiedRegion = (
  { resources = {}, ...region }: AwsRegionDescription,
  times: number,
): AwsRegionDescription => ({
  ...Object.fromEntries(
    Object.entries(region).map(([key, value]) => [key, Array.isArray(value) ? copies(value, times) : value]),
  ),
  resources: mapValues(resources, (list) => copies(list, times)),
});

/** What stands beside an asset in a service's resources and is a part of it, or is what a region has once. */
const PARTS =
  /^(bedrock-agent\/action-groups|aoss\/(network|access)Policies|lambda\/urls|ecs\/(clusters|services)|cloudwatch\/metrics|logs\/groups|kms\/keys)$/;

/** The roles that are assigned are everybody's; an assignment is an asset. */
const isAsset = ({ type }: JsonObject): boolean => type !== 'Microsoft.Authorization/roleDefinitions';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const sizeOfRegion = ({ resources = {}, ...region }: AwsRegionDescription): number =>
  sum([
    ...Object.values(region).map((list) => (Array.isArray(list) ? list.length : 1)),
    ...Object.entries(resources).map(([collection, list]) => (PARTS.test(collection) ? 0 : list.length)),
  ]);

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
  /claims-sagemaker|research-everything|prototype-agent|broker-copilot|nordlicht-prompt-logs|claims-triage-7|claims-triage|claims-features|claims-assistant|gr7claims0001|AGCLAIMS01|d-claims0001|nordlicht-claims-models|nordlicht-research-share|fraud-poc|churn-poc|tmp-jonas|d-research001|gr7proto0001|AGPROTO001|KBBROKER01|a1b2c3d4e5f6|broker-tone|nl-assistant|nl-vision|nl-pricing|nl-underwriting|aaaaaaaa-0000|4799834997928230912|7954043586947842048|8574775075432038400|1234567890123456789|5550001|actuary-1|nordlicht-pricing-models|nordlicht-pricing-vault|broker-tools|broker_agent|broker-handbook|broker-portal|intern-2025|PAYCLAIM01|abc123def456|tone-vectors|5c0ffee00001|ask-nordlicht|pay-claim|summarise-letters|llm-playground|0f9e8d7c6b5a|churn-pretraining|claims-models|claims-mlflow/g;

function copies<Element extends JsonObject>(list: readonly Element[], times: number): Element[] {
  const texts = list.map((element) => JSON.stringify(element));
  return Array.from({ length: times }, (_, copy) =>
    copy === 0
      ? list
      : texts.map((text) => JSON.parse(text.replaceAll(NAMES, (name) => numbered(name, copy)))),
  ).flat();
}

/**
 * A number for a number, and for an id of fixed length one of that length. The story's own end in 1 or less.
 */
function numbered(name: string, copy: number): string {
  const number = String(copy + 1);
  if (/^(\d+|AG.*|KB.*|PAY.*|gr7.*|[a-f0-9]{12}|a{8}-0000)$/.test(name)) {
    const tail = number.padStart(4, '0');
    return name.slice(0, -tail.length) + tail;
  }
  return `${name}-${number}`;
}
