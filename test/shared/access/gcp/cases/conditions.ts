const ATTRIBUTES = 'https://cloud.google.com/iam/docs/conditions-attribute-reference';
const RESOURCES = 'https://cloud.google.com/iam/docs/configuring-resource-based-access';
const TEMPORARY = 'https://cloud.google.com/iam/docs/configuring-temporary-access';
const LIMITS = 'https://cloud.google.com/iam/docs/setting-limits-on-granting-roles';
const TAGS = 'https://cloud.google.com/iam/docs/tags-access-control';

export interface ConditionCase {
  readonly says: string;
  readonly page: string;
  readonly condition: string;
  readonly name?: string;
  readonly type?: string;
  /** When the request comes. */
  readonly time?: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly modifiedGrants?: readonly string[];
  readonly is: boolean | 'open';
}

const ORDER =
  'projects/_/buckets/acme-orders-aaa/objects/data_lake/orders/order_date=2019-11-03/aef87g87ae0876';
const RECENT =
  "resource.type == 'storage.googleapis.com/Object' && request.time - duration('2592000s') < date(resource.name.extract('/order_date={date_str}/'))";
const OBJECT = 'storage.googleapis.com/Object';
const WORKING_HOURS =
  "request.time.getHours('Europe/Berlin') >= 9 && request.time.getHours('Europe/Berlin') <= 17 && request.time.getDayOfWeek('Europe/Berlin') >= 1 && request.time.getDayOfWeek('Europe/Berlin') <= 5";
const UNTIL = "request.time < timestamp('2021-01-01T00:00:00Z')";
const STAGING =
  "(resource.type == 'compute.googleapis.com/Disk' && resource.name.startsWith('projects/p/zones/z/disks/staging')) || (resource.type == 'compute.googleapis.com/Instance' && resource.name.startsWith('projects/p/zones/z/instances/staging'))";
const OTHERS = `${STAGING} || (resource.type != 'compute.googleapis.com/Disk' && resource.type != 'compute.googleapis.com/Instance')`;
const GRANTS =
  "api.getAttribute('iam.googleapis.com/modifiedGrantsByRole', []).hasOnly(['roles/pubsub.editor', 'roles/pubsub.publisher'])";

const extracts = (template: string, value: string): ConditionCase => ({
  says: `${template} extracts “${value}”`,
  page: ATTRIBUTES,
  condition: `resource.name.extract('${template}') == '${value}'`,
  name: ORDER,
  is: true,
});

export default [
  extracts('/order_date={date}/', '2019-11-03'),
  extracts('buckets/{name}/', 'acme-orders-aaa'),
  extracts('/orders/{empty}order_date', ''),
  extracts('{start}/objects/data_lake', 'projects/_/buckets/acme-orders-aaa'),
  extracts('orders/{end}', 'order_date=2019-11-03/aef87g87ae0876'),
  extracts('{all}', ORDER),
  extracts('/orders/{none}/order_date=', ''),
  extracts('/orders/order_date=2019-11-03/{id}/data_lake', ''),
  {
    says: 'an order of the last 30 days',
    page: RESOURCES,
    condition: RECENT,
    name: ORDER,
    type: OBJECT,
    time: '2019-11-20T00:00:00Z',
    is: true,
  },
  {
    says: 'an order that is older',
    page: RESOURCES,
    condition: RECENT,
    name: ORDER,
    type: OBJECT,
    time: '2019-12-20T00:00:00Z',
    is: false,
  },
  { says: 'an order, whenever', page: RESOURCES, condition: RECENT, name: ORDER, type: OBJECT, is: 'open' },
  {
    says: 'another type is no order, whenever',
    page: RESOURCES,
    condition: RECENT,
    name: ORDER,
    type: 'storage.googleapis.com/Bucket',
    is: false,
  },
  {
    says: 'a machine whose name begins so',
    page: RESOURCES,
    condition:
      "resource.type != 'compute.googleapis.com/Instance' || resource.name.extract('/instances/{name}').startsWith('dev-')",
    type: 'compute.googleapis.com/Instance',
    name: 'projects/p/zones/z/instances/dev-1',
    is: true,
  },
  {
    says: 'a machine whose name begins otherwise',
    page: RESOURCES,
    condition:
      "resource.type != 'compute.googleapis.com/Instance' || resource.name.extract('/instances/{name}').startsWith('dev-')",
    type: 'compute.googleapis.com/Instance',
    name: 'projects/p/zones/z/instances/prod-1',
    is: false,
  },
  {
    says: 'all that is no machine',
    page: RESOURCES,
    condition:
      "resource.type != 'compute.googleapis.com/Instance' || resource.name.extract('/instances/{name}').startsWith('dev-')",
    type: OBJECT,
    is: true,
  },
  {
    says: 'a disk whose name begins so',
    page: RESOURCES,
    condition: STAGING,
    type: 'compute.googleapis.com/Disk',
    name: 'projects/p/zones/z/disks/staging-1',
    is: true,
  },
  {
    says: 'a disk whose name begins otherwise',
    page: RESOURCES,
    condition: STAGING,
    type: 'compute.googleapis.com/Disk',
    name: 'projects/p/zones/z/disks/prod-1',
    is: false,
  },
  {
    says: 'a disk of which the name is not known',
    page: RESOURCES,
    condition: STAGING,
    type: 'compute.googleapis.com/Disk',
    is: 'open',
  },
  {
    says: 'other types than these two are left out',
    page: RESOURCES,
    condition: STAGING,
    type: OBJECT,
    is: false,
  },
  {
    says: 'other types than these two are let in',
    page: RESOURCES,
    condition: OTHERS,
    type: OBJECT,
    is: true,
  },
  {
    says: 'until a time, before it',
    page: ATTRIBUTES,
    condition: UNTIL,
    time: '2020-12-31T23:59:59Z',
    is: true,
  },
  {
    says: 'until a time, after it',
    page: ATTRIBUTES,
    condition: UNTIL,
    time: '2021-01-01T00:00:00Z',
    is: false,
  },
  { says: 'until a time, whenever the request comes', page: ATTRIBUTES, condition: UNTIL, is: 'open' },
  {
    says: 'working hours in Berlin, on a Monday at eight by Greenwich',
    page: TEMPORARY,
    condition: WORKING_HOURS,
    time: '2026-01-05T08:30:00Z',
    is: true,
  },
  {
    says: 'working hours in Berlin, on a Monday at seven by Greenwich',
    page: TEMPORARY,
    condition: WORKING_HOURS,
    time: '2026-01-05T07:30:00Z',
    is: false,
  },
  {
    says: 'working hours in Berlin, on a Sunday',
    page: TEMPORARY,
    condition: WORKING_HOURS,
    time: '2026-01-04T10:00:00Z',
    is: false,
  },
  {
    says: 'a year and the months before July',
    page: ATTRIBUTES,
    condition:
      "request.time.getFullYear('Europe/Berlin') == 2020 && request.time.getMonth('Europe/Berlin') < 6",
    time: '2020-06-30T12:00:00Z',
    is: true,
  },
  {
    says: 'July is the month 6',
    page: ATTRIBUTES,
    condition:
      "request.time.getFullYear('Europe/Berlin') == 2020 && request.time.getMonth('Europe/Berlin') < 6",
    time: '2020-07-01T12:00:00Z',
    is: false,
  },
  {
    says: 'grants only of roles on the list',
    page: LIMITS,
    condition: GRANTS,
    modifiedGrants: ['roles/pubsub.editor'],
    is: true,
  },
  {
    says: 'grants of another role',
    page: LIMITS,
    condition: GRANTS,
    modifiedGrants: ['roles/pubsub.editor', 'roles/owner'],
    is: false,
  },
  { says: 'grants that are not known', page: LIMITS, condition: GRANTS, is: 'open' },
  {
    says: 'a tag with the value',
    page: TAGS,
    condition: "resource.matchTag('123456789012/env', 'prod')",
    tags: { '123456789012/env': 'prod' },
    is: true,
  },
  {
    says: 'a tag with another value',
    page: TAGS,
    condition: "resource.matchTag('123456789012/env', 'prod')",
    tags: { '123456789012/env': 'dev' },
    is: false,
  },
  {
    says: 'a tag by its permanent ids',
    page: TAGS,
    condition: "resource.matchTagId('tagKeys/1', 'tagValues/2')",
    tags: { 'tagKeys/1': 'tagValues/2' },
    is: true,
  },
  {
    says: 'a tag whatever its value',
    page: TAGS,
    condition: "resource.hasTagKey('123456789012/env')",
    tags: { '123456789012/env': 'dev' },
    is: true,
  },
  {
    says: 'a tag that the resource does not have',
    page: TAGS,
    condition: "resource.hasTagKeyId('tagKeys/9')",
    tags: { 'tagKeys/1': 'tagValues/2' },
    is: false,
  },
  {
    says: 'tags that were not read',
    page: TAGS,
    condition: "resource.hasTagKey('123456789012/env')",
    is: 'open',
  },
] satisfies readonly ConditionCase[];
