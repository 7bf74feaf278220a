const FORMAT = 'https://learn.microsoft.com/azure/role-based-access-control/conditions-format';
const BLOBS_PAGE = 'https://learn.microsoft.com/azure/storage/blobs/storage-auth-abac-examples';
const DELEGATE =
  'https://learn.microsoft.com/azure/role-based-access-control/delegate-role-assignments-examples';
const TROUBLE = 'https://learn.microsoft.com/azure/role-based-access-control/conditions-troubleshoot';
const ATTRIBUTES =
  'https://learn.microsoft.com/azure/role-based-access-control/conditions-authorization-actions-attributes';

/** A condition, what is known of a request, and what it comes to: `open` where that does not decide. */
export interface ConditionCase {
  readonly says: string;
  readonly page: string;
  readonly condition: string;
  readonly action?: string;
  readonly suboperations?: readonly string[];
  readonly attributes?: Readonly<Record<string, readonly string[]>>;
  readonly is: boolean | 'open';
}

const BLOB = 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs';
const CONTAINER_NAME = '@Resource[Microsoft.Storage/storageAccounts/blobServices/containers:name]';
const PATH = `@Resource[${BLOB}:path]`;
const PROJECT = (source: string): string => `@${source}[${BLOB}/tags:Project<$key_case_sensitive$>]`;
const ROLE = '@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId]';
const ROLE_THERE = '@Resource[Microsoft.Authorization/roleAssignments:RoleDefinitionId]';
const PRINCIPAL = '@Request[Microsoft.Authorization/roleAssignments:PrincipalId]';
const PRINCIPAL_TYPE = '@Request[Microsoft.Authorization/roleAssignments:PrincipalType]';
const ASSIGN = 'Microsoft.Authorization/roleAssignments/write';
const UNASSIGN = 'Microsoft.Authorization/roleAssignments/delete';
const BACKUP_CONTRIBUTOR = '5e467623-bb1f-42f4-a55d-6e525e11384b';
const BACKUP_READER = 'a795c7a0-d4a2-40c1-ae25-d81f01202912';
const OWNER = '8e3af657-a8ff-443c-a75c-2fe8c4bcb635';
const MARKETING = '28c35fea-2099-4cf5-8ad9-473547bc9423';
const SALES = '86951b8b-723a-407b-a74a-1bca3f0c95d0';

const backupRoles = `{${BACKUP_CONTRIBUTOR}, ${BACKUP_READER}}`;

const constrainedRoles = `
(
 (
  !(ActionMatches{'${ASSIGN}'})
 )
 OR
 (
  ${ROLE} ForAnyOfAnyValues:GuidEquals ${backupRoles}
 )
)
AND
(
 (
  !(ActionMatches{'${UNASSIGN}'})
 )
 OR
 (
  ${ROLE_THERE} ForAnyOfAnyValues:GuidEquals ${backupRoles}
 )
)`;

const constrainedTo = (further: string): string =>
  `((!(ActionMatches{'${ASSIGN}'})) OR (${ROLE} ForAnyOfAnyValues:GuidEquals ${backupRoles} AND ${further}))`;

const tagged = `
(
 (
  !(ActionMatches{'${BLOB}/read'} AND NOT SubOperationMatches{'Blob.List'})
 )
 OR
 (
  ${PROJECT('Resource')} StringEquals 'Cascade'
 )
)`;

const namedContainer = `((!(ActionMatches{'${BLOB}/delete'}) AND !(ActionMatches{'${BLOB}/read'}) AND !(ActionMatches{'${BLOB}/write'}) AND !(ActionMatches{'${BLOB}/add/action'})) OR (${CONTAINER_NAME} StringEquals 'blobs-example-container'))`;

const namedPath = `((!(ActionMatches{'${BLOB}/read'} AND NOT SubOperationMatches{'Blob.List'})) OR (${CONTAINER_NAME} StringEquals 'blobs-example-container' AND ${PATH} StringLike 'readonly/*'))`;

const tagKeys = `((!(ActionMatches{'${BLOB}/write'} AND SubOperationMatches{'Blob.Write.WithTagHeaders'}) AND !(ActionMatches{'${BLOB}/tags/write'})) OR (@Request[${BLOB}/tags&$keys$&] ForAllOfAnyValues:StringEquals {'Project', 'Program'}))`;

const fromSubnet = `
(
 ( !(ActionMatches{'${BLOB}/read'}) AND !(ActionMatches{'${BLOB}/write'}) )
 OR
 (
  (
   ${CONTAINER_NAME} StringEquals 'container1'
   AND
   @Environment[Microsoft.Network/virtualNetworks/subnets] StringEqualsIgnoreCase '/subscriptions/s/resourceGroups/example-group/providers/Microsoft.Network/virtualNetworks/virtualnetwork1/subnets/default'
  )
  OR
  ${CONTAINER_NAME} StringNotEquals 'container1'
 )
)`;

const overPrivateLink = `(!(ActionMatches{'${BLOB}/read'} AND NOT SubOperationMatches{'Blob.List'})) OR ((${PROJECT('Resource')} StringEquals 'high' AND @Environment[isPrivateLink] BoolEquals true) OR ${PROJECT('Resource')} StringNotEquals 'high' OR NOT Exists ${PROJECT('Resource')})`;

const pair = (left: string, operator: string, right: string, is: boolean): ConditionCase => ({
  says: `${left} ${operator} ${right} is ${is}`,
  page: FORMAT,
  condition: `${left} ${operator} ${right}`,
  is,
});

const cases: readonly ConditionCase[] = [
  pair("{'red', 'blue'}", 'ForAnyOfAnyValues:StringEquals', "{'blue', 'green'}", true),
  pair("{'red', 'blue'}", 'ForAnyOfAnyValues:StringEquals', "{'orange', 'green'}", false),
  pair("{'red', 'blue'}", 'ForAllOfAnyValues:StringEquals', "{'orange', 'red', 'blue'}", true),
  pair("{'red', 'blue'}", 'ForAllOfAnyValues:StringEquals', "{'red', 'green'}", false),
  pair('{10, 20}', 'ForAnyOfAllValues:NumericLessThan', '{15, 18}', true),
  pair('{10, 20}', 'ForAllOfAllValues:NumericLessThan', '{5, 15, 18}', false),
  pair('{10, 20}', 'ForAllOfAllValues:NumericLessThan', '{25, 30}', true),
  pair('{10, 20}', 'ForAllOfAllValues:NumericLessThan', '{15, 25, 30}', false),
  ...(
    [
      ["'a*c?'", true],
      ["'A*C?'", false],
      ["'a*c'", false],
    ] as const
  ).map(
    ([pattern, is]): ConditionCase => ({
      says: `abcd is${is ? '' : ' not'} like ${pattern}`,
      page: FORMAT,
      condition: `@Resource[name1] StringLike ${pattern}`,
      attributes: { '@Resource[name1]': ['abcd'] },
      is,
    }),
  ),
  {
    says: 'a backslash makes a star a star',
    page: FORMAT,
    condition: "@Resource[name1] StringLike 'a\\*c'",
    attributes: { '@Resource[name1]': ['abc'] },
    is: false,
  },
  {
    says: 'ActionMatches knows wildcards',
    page: FORMAT,
    condition: "ActionMatches{'Microsoft.Authorization/roleAssignments/*'}",
    action: ASSIGN,
    is: true,
  },
  {
    says: 'ActionMatches is false of another type',
    page: FORMAT,
    condition: "ActionMatches{'Microsoft.Authorization/roleDefinitions/*'}",
    action: ASSIGN,
    is: false,
  },
  {
    says: 'a Boolean is compared with true',
    page: FORMAT,
    condition: '@Resource[Microsoft.Storage/storageAccounts:isHnsEnabled] BoolEquals true',
    attributes: { '@Resource[Microsoft.Storage/storageAccounts:isHnsEnabled]': ['true'] },
    is: true,
  },
  {
    says: 'one of several values is enough',
    page: FORMAT,
    condition:
      "@Resource[Microsoft.Storage/storageAccounts/encryptionScopes:name] ForAnyOfAnyValues:StringEquals {'validScope1', 'validScope2'}",
    attributes: { '@Resource[Microsoft.Storage/storageAccounts/encryptionScopes:name]': ['validScope2'] },
    is: true,
  },
  {
    says: 'a blob version is compared in full precision',
    page: FORMAT,
    condition: `@Request[${BLOB}:versionId] DateTimeEquals '2022-06-01T00:00:00.0Z'`,
    attributes: { [`@Request[${BLOB}:versionId]`]: ['2022-06-01T00:00:00.0000001Z'] },
    is: false,
  },
  {
    says: 'digits that are left out are zeros',
    page: FORMAT,
    condition: `@Request[${BLOB}:versionId] DateTimeEquals '2022-06-01T00:00:00.0Z'`,
    attributes: { [`@Request[${BLOB}:versionId]`]: ['2022-06-01T00:00:00.0000000Z'] },
    is: true,
  },
  {
    says: 'NOT Exists is true of what a request does not have',
    page: FORMAT,
    condition: `@Request[${BLOB}:versionId] DateTimeEquals '2022-06-01T00:00:00.0Z' OR NOT Exists @Request[${BLOB}:versionId]`,
    attributes: { [`@Request[${BLOB}:versionId]`]: [] },
    is: true,
  },
  {
    says: 'Exists is open where nothing is known',
    page: FORMAT,
    condition: `Exists @Request[${BLOB}:snapshot]`,
    is: 'open',
  },
  {
    says: 'guids know no letter case',
    page: FORMAT,
    condition: `${ROLE} GuidEquals ${BACKUP_READER}`,
    attributes: { [ROLE]: [BACKUP_READER.toUpperCase()] },
    is: true,
  },
  {
    says: 'only integers are numbers',
    page: FORMAT,
    condition: '@Resource[size] NumericLessThan 10',
    attributes: { '@Resource[size]': ['9.5'] },
    is: 'open',
  },
  {
    says: 'what is grouped is decided by its groups',
    page: FORMAT,
    condition:
      "(@Resource[a] StringEquals 'x' AND @Resource[b] StringEquals 'x') OR @Resource[c] StringEquals 'x'",
    attributes: { '@Resource[a]': ['y'], '@Resource[b]': ['x'], '@Resource[c]': ['x'] },
    is: true,
  },
  {
    says: 'a AND b OR c is ambiguous',
    page: FORMAT,
    condition:
      "@Resource[a] StringEquals 'x' AND @Resource[b] StringEquals 'x' OR @Resource[c] StringEquals 'x'",
    attributes: { '@Resource[a]': ['y'], '@Resource[b]': ['x'], '@Resource[c]': ['x'] },
    is: 'open',
  },
  {
    says: 'an action that the condition does not name is allowed',
    page: `${FORMAT}#how-a-condition-is-evaluated`,
    condition: tagged,
    action: `${BLOB}/write`,
    is: true,
  },
  {
    says: 'a blob with the tag is read',
    page: BLOBS_PAGE,
    condition: tagged,
    action: `${BLOB}/read`,
    suboperations: [],
    attributes: { [PROJECT('Resource')]: ['Cascade'] },
    is: true,
  },
  {
    says: 'a blob with another value of the tag is not read',
    page: BLOBS_PAGE,
    condition: tagged,
    action: `${BLOB}/read`,
    suboperations: [],
    attributes: { [PROJECT('Resource')]: ['Baker'] },
    is: false,
  },
  {
    says: 'blobs are listed without the tag',
    page: BLOBS_PAGE,
    condition: tagged,
    action: `${BLOB}/read`,
    suboperations: ['Blob.List'],
    attributes: { [PROJECT('Resource')]: ['Baker'] },
    is: true,
  },
  {
    says: 'whether a blob is read depends on its tags',
    page: BLOBS_PAGE,
    condition: tagged,
    action: `${BLOB}/read`,
    suboperations: [],
    is: 'open',
  },
  {
    says: 'whether blobs are read or listed may be all that it depends on',
    page: BLOBS_PAGE,
    condition: tagged,
    action: `${BLOB}/read`,
    attributes: { [PROJECT('Resource')]: ['Baker'] },
    is: 'open',
  },
  ...['read', 'write', 'delete', 'add/action'].flatMap((operation): ConditionCase[] => [
    {
      says: `${operation} in the container that is named`,
      page: BLOBS_PAGE,
      condition: namedContainer,
      action: `${BLOB}/${operation}`,
      attributes: { [CONTAINER_NAME]: ['blobs-example-container'] },
      is: true,
    },
    {
      says: `no ${operation} in another container`,
      page: BLOBS_PAGE,
      condition: namedContainer,
      action: `${BLOB}/${operation}`,
      attributes: { [CONTAINER_NAME]: ['ungranted'] },
      is: false,
    },
  ]),
  {
    says: 'a blob below readonly/ is read',
    page: BLOBS_PAGE,
    condition: namedPath,
    action: `${BLOB}/read`,
    suboperations: [],
    attributes: { [CONTAINER_NAME]: ['blobs-example-container'], [PATH]: ['readonly/Example6.txt'] },
    is: true,
  },
  {
    says: 'a blob elsewhere in the container is not',
    page: BLOBS_PAGE,
    condition: namedPath,
    action: `${BLOB}/read`,
    suboperations: [],
    attributes: { [CONTAINER_NAME]: ['blobs-example-container'], [PATH]: ['Ungranted.txt'] },
    is: false,
  },
  {
    says: 'the path does not matter in another container',
    page: BLOBS_PAGE,
    condition: namedPath,
    action: `${BLOB}/read`,
    suboperations: [],
    attributes: { [CONTAINER_NAME]: ['other'] },
    is: false,
  },
  {
    says: 'new blobs have the tag that is asked for',
    page: BLOBS_PAGE,
    condition: `((!(ActionMatches{'${BLOB}/write'} AND SubOperationMatches{'Blob.Write.WithTagHeaders'})) OR (${PROJECT('Request')} StringEquals 'Cascade'))`,
    action: `${BLOB}/write`,
    suboperations: ['Blob.Write.WithTagHeaders'],
    attributes: { [PROJECT('Request')]: ['Baker'] },
    is: false,
  },
  {
    says: 'all keys of tags are allowed ones',
    page: BLOBS_PAGE,
    condition: tagKeys,
    action: `${BLOB}/tags/write`,
    attributes: { [`@Request[${BLOB}/tags&$keys$&]`]: ['Project', 'Secret'] },
    is: false,
  },
  {
    says: 'from the subnet a blob of container1 is read',
    page: BLOBS_PAGE,
    condition: fromSubnet,
    action: `${BLOB}/read`,
    attributes: {
      [CONTAINER_NAME]: ['container1'],
      '@Environment[Microsoft.Network/virtualNetworks/subnets]': [
        '/subscriptions/s/resourcegroups/example-group/providers/microsoft.network/virtualnetworks/virtualnetwork1/subnets/DEFAULT',
      ],
    },
    is: true,
  },
  {
    says: 'where a request comes from is not known',
    page: BLOBS_PAGE,
    condition: fromSubnet,
    action: `${BLOB}/read`,
    attributes: { [CONTAINER_NAME]: ['container1'] },
    is: 'open',
  },
  {
    says: 'and does not matter for other containers',
    page: BLOBS_PAGE,
    condition: fromSubnet,
    action: `${BLOB}/read`,
    attributes: { [CONTAINER_NAME]: ['container2'] },
    is: true,
  },
  {
    says: 'blobs of high sensitivity are read over a private link only',
    page: BLOBS_PAGE,
    condition: overPrivateLink,
    action: `${BLOB}/read`,
    suboperations: [],
    attributes: { [PROJECT('Resource')]: ['high'], '@Environment[isPrivateLink]': ['false'] },
    is: false,
  },
  {
    says: 'what the time is is not known',
    page: BLOBS_PAGE,
    condition: `((!(ActionMatches{'${BLOB}/read'})) OR (${CONTAINER_NAME} StringEquals 'container1' AND @Environment[UtcNow] DateTimeGreaterThan '2023-04-01T13:00:00.000Z'))`,
    action: `${BLOB}/read`,
    attributes: { [CONTAINER_NAME]: ['container1'] },
    is: 'open',
  },
  {
    says: 'attributes of who asks are not known',
    page: BLOBS_PAGE,
    condition: `((!(ActionMatches{'${BLOB}/read'})) OR (@Principal[Microsoft.Directory/CustomSecurityAttributes/Id:Engineering_Project] StringEquals ${PROJECT('Resource')}))`,
    action: `${BLOB}/read`,
    attributes: { [PROJECT('Resource')]: ['Cascade'] },
    is: 'open',
  },
  {
    says: 'a delegate assigns the roles that are listed',
    page: DELEGATE,
    condition: constrainedRoles,
    action: ASSIGN,
    attributes: { [ROLE]: [BACKUP_READER] },
    is: true,
  },
  {
    says: 'a delegate assigns no other role',
    page: DELEGATE,
    condition: constrainedRoles,
    action: ASSIGN,
    attributes: { [ROLE]: [OWNER] },
    is: false,
  },
  {
    says: 'a delegate takes away no other role',
    page: DELEGATE,
    condition: constrainedRoles,
    action: UNASSIGN,
    attributes: { [ROLE_THERE]: [OWNER] },
    is: false,
  },
  {
    says: 'a condition on assigning says nothing of reading',
    page: DELEGATE,
    condition: constrainedRoles,
    action: 'Microsoft.Authorization/roleAssignments/read',
    is: true,
  },
  {
    says: 'a delegate assigns to groups where groups are listed',
    page: DELEGATE,
    condition: constrainedTo(`${PRINCIPAL_TYPE} ForAnyOfAnyValues:StringEqualsIgnoreCase {'User', 'Group'}`),
    action: ASSIGN,
    attributes: { [ROLE]: [BACKUP_READER], [PRINCIPAL_TYPE]: ['group'] },
    is: true,
  },
  {
    says: 'and not to service principals where they are not',
    page: DELEGATE,
    condition: constrainedTo(`${PRINCIPAL_TYPE} ForAnyOfAnyValues:StringEqualsIgnoreCase {'User', 'Group'}`),
    action: ASSIGN,
    attributes: { [ROLE]: [BACKUP_READER], [PRINCIPAL_TYPE]: ['ServicePrincipal'] },
    is: false,
  },
  {
    says: 'a delegate assigns to the groups that are listed',
    page: DELEGATE,
    condition: constrainedTo(`${PRINCIPAL} ForAnyOfAnyValues:GuidEquals {${MARKETING}, ${SALES}}`),
    action: ASSIGN,
    attributes: { [ROLE]: [BACKUP_READER], [PRINCIPAL]: [SALES] },
    is: true,
  },
  {
    says: 'to whom a role is assigned matters even where the role is right',
    page: DELEGATE,
    condition: constrainedTo(`${PRINCIPAL} ForAnyOfAnyValues:GuidEquals {${MARKETING}, ${SALES}}`),
    action: ASSIGN,
    attributes: { [ROLE]: [BACKUP_READER] },
    is: 'open',
  },
  {
    says: 'GuidNotEquals keeps one role from being assigned',
    page: ATTRIBUTES,
    condition: `!(ActionMatches{'${ASSIGN}'}) OR ${ROLE} GuidNotEquals ${OWNER}`,
    action: ASSIGN,
    attributes: { [ROLE]: [OWNER] },
    is: false,
  },
  {
    says: 'guids are written without hyphens in a built-in role, AVS Orchestrator Role',
    page: 'https://learn.microsoft.com/azure/role-based-access-control/built-in-roles',
    condition: `(!(ActionMatches{'${UNASSIGN}'})) OR ${ROLE_THERE} ForAnyOfAnyValues:GuidEquals{${BACKUP_READER.replaceAll('-', '')}}`,
    action: UNASSIGN,
    attributes: { [ROLE_THERE]: [BACKUP_READER] },
    is: true,
  },
  {
    says: 'a condition on one of two actions that create blobs leaves the other open to all',
    page: TROUBLE,
    condition: `((!(ActionMatches{'${BLOB}/write'})) OR (${CONTAINER_NAME} StringEquals 'blobs-example-container'))`,
    action: `${BLOB}/add/action`,
    attributes: { [CONTAINER_NAME]: ['ungranted'] },
    is: true,
  },
  {
    says: 'a condition that is not formatted correctly decides nothing',
    page: TROUBLE,
    condition: `((!(ActionMatches{'${BLOB}/write'})`,
    action: `${BLOB}/write`,
    is: 'open',
  },
  {
    says: 'an operator that the page does not list decides nothing',
    page: FORMAT,
    condition: "@Resource[name1] StringResembles 'abc'",
    attributes: { '@Resource[name1]': ['abc'] },
    is: 'open',
  },
];

export default cases;
