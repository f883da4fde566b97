// Written by tools/codegen.ts. Do not edit.
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** 大整数，以文字传递 */
  BigInt: { input: string; output: string; }
  /** Date (isoformat) */
  Date: { input: string; output: string; }
  /** 时刻（ISO 8601） */
  DateTime: { input: string; output: string; }
  /** 十进制数，以文字传递 */
  Decimal: { input: string; output: string; }
  /** 任意 JSON 内容，由所属目录的格式约束 */
  JSON: { input: unknown; output: unknown; }
  UUID: { input: string; output: string; }
};

/** 账号 */
export type Account = {
  readonly __typename: 'Account';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 登录名 */
  readonly login: Scalars['String']['output'];
  /** 姓名 */
  readonly name: Scalars['String']['output'];
  /** 账号类别 */
  readonly kind: AccountKind;
  /** 状态 */
  readonly status: AccountStatus;
  /** 任职人编号（与任职记录相同） */
  readonly personId: Maybe<Scalars['UUID']['output']>;
  /** 人才本人 */
  readonly talentId: Maybe<Scalars['UUID']['output']>;
  /** 所属服务单位或伙伴系统 */
  readonly partnerId: Maybe<Scalars['UUID']['output']>;
  /** 不经岗位的角色 */
  readonly roleCode: Maybe<Scalars['String']['output']>;
  /** 统一身份认证的发行方 */
  readonly oidcIssuer: Maybe<Scalars['String']['output']>;
  /** 统一身份认证的用户编号 */
  readonly oidcSubject: Maybe<Scalars['String']['output']>;
  /** 演示账号 */
  readonly demo: Scalars['Boolean']['output'];
  /** 版本 */
  readonly version: Scalars['Int']['output'];
  /** 建立时间 */
  readonly createdAt: Scalars['DateTime']['output'];
  /** 此刻可以办理的步骤 */
  readonly allowedSteps: ReadonlyArray<Scalars['String']['output']>;
};

/** 一条及其位置 */
export type AccountEdge = {
  readonly __typename: 'AccountEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Account;
};

/** 账号归谁所有，据此决定登录须如何证明身份。 */
export type AccountKind =
  | 'STAFF'
  | 'LEADER'
  | 'TALENT'
  | 'PARTNER_OPERATOR'
  | 'PLATFORM';

/** 一页 */
export type AccountPage = {
  readonly __typename: 'AccountPage';
  /** 本页的记录 */
  readonly nodes: ReadonlyArray<Account>;
  /** 本页的记录，各带其翻页位置 */
  readonly edges: ReadonlyArray<AccountEdge>;
  /** 前后是否还有，从哪里接着翻 */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数 */
  readonly totalCount: Scalars['Int']['output'];
};

/** 账号的状态 */
export type AccountStatus =
  | 'ACTIVE'
  | 'DISABLED';

/** 访问异常的复核 */
export type AnomalyStatus =
  | 'OPEN'
  | 'EXPLAINED'
  | 'VIOLATION';

/** 对建议的答复：采纳、部分采纳、不采纳。 */
export type Answer =
  | 'ADOPT'
  | 'ADOPT_PARTLY'
  | 'DECLINE';

/** 逐条办理结果 */
export type AnswerOutcome = {
  readonly __typename: 'AnswerOutcome';
  /** 办成几条 */
  readonly done: Scalars['Int']['output'];
  /** 各条结果 */
  readonly rows: ReadonlyArray<ItemOutcome>;
};

/** 一个状态有几份申请 */
export type ApplicationCount = {
  readonly __typename: 'ApplicationCount';
  readonly status: ApplicationStatus;
  /** 状态 */
  readonly label: Scalars['String']['output'];
  /** 份数 */
  readonly count: Scalars['Int']['output'];
  /** 其中逾期的 */
  readonly overdue: Scalars['Int']['output'];
};

/** 参与认定申请的单位 */
export type ApplicationParty = {
  readonly __typename: 'ApplicationParty';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 身份 */
  readonly role: RecognitionRole;
  /** 加入日 */
  readonly joinedOn: Scalars['Date']['output'];
  readonly unit: Unit;
};

/** 认定申请走过的一步 */
export type ApplicationStage = {
  readonly __typename: 'ApplicationStage';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 第几步 */
  readonly seq: Scalars['Int']['output'];
  /** 步骤 */
  readonly step: Scalars['String']['output'];
  /** 此后状态 */
  readonly status: ApplicationStatus;
  /** 办理人 */
  readonly accountName: Scalars['String']['output'];
  /** 办理日 */
  readonly takenOn: Scalars['Date']['output'];
  /** 办理时间 */
  readonly takenAt: Scalars['DateTime']['output'];
  /** 意见或说明（不公开的需要“查看认定评审意见”权限，否则为空） */
  readonly note: Maybe<Scalars['String']['output']>;
  readonly unit: Maybe<Unit>;
  readonly holder: Maybe<Unit>;
};

/** 认定申请的状态 */
export type ApplicationStatus =
  | 'DRAFT'
  | 'SUBMITTED'
  | 'RECOMMENDED'
  | 'REVIEWED'
  | 'JOINT_REVIEW'
  | 'AWAITING_DECISION'
  | 'ON_NOTICE'
  | 'OBJECTED'
  | 'RECOGNISED'
  | 'DECLINED'
  | 'WITHDRAWN';

/** 任职 */
export type Appointment = {
  readonly __typename: 'Appointment';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 岗位 */
  readonly postId: Scalars['UUID']['output'];
  /** 任职人（同一人在各岗位相同；其账号亦记此编号） */
  readonly personId: Scalars['UUID']['output'];
  /** 姓名 */
  readonly personName: Scalars['String']['output'];
  /** 任免文件 */
  readonly document: Maybe<Scalars['String']['output']>;
  /** 起始日 */
  readonly validFrom: Scalars['Date']['output'];
  /** 截止日（空为至今） */
  readonly validUntil: Maybe<Scalars['Date']['output']>;
  readonly post: Post;
};

/** 一条及其位置 */
export type AppointmentEdge = {
  readonly __typename: 'AppointmentEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Appointment;
};

/** 一页 */
export type AppointmentPage = {
  readonly __typename: 'AppointmentPage';
  /** 本页的记录 */
  readonly nodes: ReadonlyArray<Appointment>;
  /** 本页的记录，各带其翻页位置 */
  readonly edges: ReadonlyArray<AppointmentEdge>;
  /** 前后是否还有，从哪里接着翻 */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数 */
  readonly totalCount: Scalars['Int']['output'];
};

/** 引进方式 */
export type ArrivalKind =
  | 'FULL'
  | 'FLEXIBLE';

/** 由谁提出 */
export type Asker =
  | 'PERSON'
  | 'RELATIVE'
  | 'AGENT';

/** 联系安排的状态：有效、待接续（领导离任，人才办代管）、结束。 */
export type AssignmentStatus =
  | 'ACTIVE'
  | 'PENDING'
  | 'ENDED';

/** 申请中选用的一份材料 */
export type Attachment = {
  readonly __typename: 'Attachment';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 用作哪种佐证材料 */
  readonly kind: Scalars['String']['output'];
  readonly evidence: Maybe<EvidenceFile>;
};

/** 一件引进归属争议 */
export type AttributionCase = {
  readonly __typename: 'AttributionCase';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 人才 */
  readonly talentId: Scalars['UUID']['output'];
  /** 人才姓名 */
  readonly talentName: Scalars['String']['output'];
  /** 期间起（首次到岗日） */
  readonly periodFrom: Scalars['Date']['output'];
  /** 立案日期 */
  readonly openedOn: Scalars['Date']['output'];
  /** 状态 */
  readonly status: AttributionStatus;
  /** 此刻可以办理的步骤 */
  readonly allowedSteps: ReadonlyArray<Scalars['String']['output']>;
  /** 裁定 */
  readonly outcome: Maybe<AttributionOutcome>;
  /** 裁定理由 */
  readonly reason: Maybe<Scalars['String']['output']>;
  /** 裁定人 */
  readonly decidedBy: Maybe<Scalars['String']['output']>;
  /** 裁定时间 */
  readonly decidedAt: Maybe<Scalars['DateTime']['output']>;
  /** 按规则建议计给哪一项申报 */
  readonly suggestedId: Maybe<Scalars['UUID']['output']>;
  /** 各单位的申报 */
  readonly claims: ReadonlyArray<IntroductionClaim>;
};


/** 一件引进归属争议 */
export type AttributionCaseClaimsArgs = {
  first?: Scalars['Int']['input'];
};

/** 一条及其位置 */
export type AttributionCaseEdge = {
  readonly __typename: 'AttributionCaseEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: AttributionCase;
};

/** 一页 */
export type AttributionCasePage = {
  readonly __typename: 'AttributionCasePage';
  /** 本页的记录 */
  readonly nodes: ReadonlyArray<AttributionCase>;
  /** 本页的记录，各带其翻页位置 */
  readonly edges: ReadonlyArray<AttributionCaseEdge>;
  /** 前后是否还有，从哪里接着翻 */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数 */
  readonly totalCount: Scalars['Int']['output'];
};

/** 归属争议的裁定 */
export type AttributionOutcome =
  | 'ONE'
  | 'SHARED'
  | 'NONE';

/** 归属争议的状态 */
export type AttributionStatus =
  | 'OPEN'
  | 'DECIDED'
  | 'VOID';

/** 一条审计记录 */
export type AuditEntry = {
  readonly __typename: 'AuditEntry';
  /** 链号-序号 */
  readonly id: Scalars['String']['output'];
  /** 时间 */
  readonly at: Scalars['DateTime']['output'];
  /** 办理人编号 */
  readonly actorId: Scalars['UUID']['output'];
  /** 办理人 */
  readonly actorName: Scalars['String']['output'];
  /** 登录名（平台与伙伴系统为空） */
  readonly login: Maybe<Scalars['String']['output']>;
  /** 当日所任岗位 */
  readonly posts: ReadonlyArray<Scalars['String']['output']>;
  /** 操作代码 */
  readonly operations: ReadonlyArray<Scalars['String']['output']>;
  /** 做了什么（依次与操作代码对应） */
  readonly words: ReadonlyArray<Scalars['String']['output']>;
  /** 涉及的记录：表/编号 */
  readonly rows: ReadonlyArray<Scalars['String']['output']>;
  /** 涉及多少条记录 */
  readonly rowCount: Scalars['Int']['output'];
  /** 改动，每列一条：table、tableName、rowId、column、label、before、after；敏感内容只记掩码，最多列出 300 条 */
  readonly changes: Scalars['JSON']['output'];
  /** 请求编号 */
  readonly requestId: Maybe<Scalars['String']['output']>;
  /** 在哪一条审计链 */
  readonly shard: Scalars['Int']['output'];
  /** 链上第几条 */
  readonly seq: Scalars['BigInt']['output'];
  /** 本条指纹（SHA-256） */
  readonly hash: Scalars['String']['output'];
};

/** 一条及其位置 */
export type AuditEntryEdge = {
  readonly __typename: 'AuditEntryEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: AuditEntry;
};

/** 一页 */
export type AuditEntryPage = {
  readonly __typename: 'AuditEntryPage';
  /** 本页的记录 */
  readonly nodes: ReadonlyArray<AuditEntry>;
  /** 本页的记录，各带其翻页位置 */
  readonly edges: ReadonlyArray<AuditEntryEdge>;
  /** 前后是否还有，从哪里接着翻 */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数 */
  readonly totalCount: Scalars['Int']['output'];
};

/** 审计链核对结果 */
export type AuditStanding = {
  readonly __typename: 'AuditStanding';
  /** 核对过的部分是否完整 */
  readonly whole: Scalars['Boolean']['output'];
  /** 是否全部核对（否则只核对了最新的一部分） */
  readonly complete: Scalars['Boolean']['output'];
  /** 核对了多少条 */
  readonly entries: Scalars['Int']['output'];
  /** 核对过的最早一条的时间 */
  readonly since: Maybe<Scalars['DateTime']['output']>;
  /** 核对时间 */
  readonly checkedAt: Scalars['DateTime']['output'];
  /** 发现几处问题 */
  readonly faultCount: Scalars['Int']['output'];
  /** 问题（最多列出五十处） */
  readonly faults: ReadonlyArray<Scalars['String']['output']>;
};

/** 制卡批次的状态 */
export type BatchStatus =
  | 'DRAFT'
  | 'SUBMITTED'
  | 'APPROVED'
  | 'ISSUED'
  | 'WITHDRAWN';

/** 季度更新 */
export type Campaign = {
  readonly __typename: 'Campaign';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 版本 */
  readonly version: Scalars['Int']['output'];
  /** 季度（如 2026Q3） */
  readonly quarter: Scalars['String']['output'];
  /** 开展日期 */
  readonly openedOn: Scalars['Date']['output'];
  /** 确认期限 */
  readonly dueOn: Scalars['Date']['output'];
  /** 提醒日期 */
  readonly remindOn: Scalars['Date']['output'];
  /** 确认后多少分钟内可以撤销 */
  readonly undoMinutes: Scalars['Int']['output'];
  /** 状态 */
  readonly status: CampaignStatus;
  /** 开展人 */
  readonly openedBy: Scalars['String']['output'];
  /** 截止日期 */
  readonly closedOn: Maybe<Scalars['Date']['output']>;
  /** 提前截止的原因 */
  readonly closedReason: Maybe<Scalars['String']['output']>;
  /** 已提醒日期 */
  readonly remindedOn: Maybe<Scalars['Date']['output']>;
};

/** 一条及其位置 */
export type CampaignEdge = {
  readonly __typename: 'CampaignEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Campaign;
};

/** 季度更新名册中的一条 */
export type CampaignItem = {
  readonly __typename: 'CampaignItem';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 状态 */
  readonly status: ItemStatus;
  /** 确认前在名录中的状态 */
  readonly was: TalentStatus;
  /** 答复时间 */
  readonly answeredAt: Maybe<Scalars['DateTime']['output']>;
  /** 答复人 */
  readonly answeredBy: Maybe<Scalars['String']['output']>;
  /** 说明 */
  readonly note: Maybe<Scalars['String']['output']>;
  readonly talent: Maybe<Talent>;
  readonly campaign: Campaign;
};

/** 一条及其位置 */
export type CampaignItemEdge = {
  readonly __typename: 'CampaignItemEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: CampaignItem;
};

/** 一页 */
export type CampaignItemPage = {
  readonly __typename: 'CampaignItemPage';
  /** 本页的记录 */
  readonly nodes: ReadonlyArray<CampaignItem>;
  /** 本页的记录，各带其翻页位置 */
  readonly edges: ReadonlyArray<CampaignItemEdge>;
  /** 前后是否还有，从哪里接着翻 */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数 */
  readonly totalCount: Scalars['Int']['output'];
};

/** 一页 */
export type CampaignPage = {
  readonly __typename: 'CampaignPage';
  /** 本页的记录 */
  readonly nodes: ReadonlyArray<Campaign>;
  /** 本页的记录，各带其翻页位置 */
  readonly edges: ReadonlyArray<CampaignEdge>;
  /** 前后是否还有，从哪里接着翻 */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数 */
  readonly totalCount: Scalars['Int']['output'];
};

/** 季度更新的状态 */
export type CampaignStatus =
  | 'OPEN'
  | 'CLOSED';

/** 可能是同一人的一条记录 */
export type Candidate = {
  readonly __typename: 'Candidate';
  /** 人才 */
  readonly talentId: Scalars['UUID']['output'];
  /** 姓名 */
  readonly name: Scalars['String']['output'];
  /** 归口单位 */
  readonly unit: Scalars['String']['output'];
  /** 分值 */
  readonly score: Scalars['Int']['output'];
  /** 可能程度 */
  readonly likelihood: Likelihood;
  /** 相同与矛盾之处 */
  readonly clues: ReadonlyArray<Scalars['String']['output']>;
};

/** 一张优才卡 */
export type Card = {
  readonly __typename: 'Card';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 卡号 */
  readonly number: Scalars['String']['output'];
  /** 卡方案代码 */
  readonly scheme: Scalars['String']['output'];
  /** 卡方案版次（发卡时） */
  readonly schemeVersion: Scalars['Int']['output'];
  /** 卡种代码 */
  readonly tier: Scalars['String']['output'];
  /** 卡种 */
  readonly tierName: Scalars['String']['output'];
  /** 发卡时的层次 */
  readonly level: Scalars['String']['output'];
  /** 有效期起 */
  readonly validFrom: Scalars['Date']['output'];
  /** 有效期止 */
  readonly validUntil: Scalars['Date']['output'];
  /** 状态 */
  readonly status: CardStatus;
  /** 状态原因 */
  readonly statusReason: Scalars['String']['output'];
  /** 状态起始时间 */
  readonly statusSince: Scalars['DateTime']['output'];
  /** 换发缘由：补换或换级 */
  readonly succession: Maybe<Succession>;
  /** 改用新卡之日 */
  readonly succeededOn: Maybe<Scalars['Date']['output']>;
  /** 版本 */
  readonly version: Scalars['Int']['output'];
  /** 此刻可以办理的步骤 */
  readonly allowedSteps: ReadonlyArray<Scalars['String']['output']>;
  readonly talent: Talent;
  readonly predecessor: Maybe<Card>;
  readonly successor: Maybe<Card>;
  /** 未结清的权益 */
  readonly entitlements: ReadonlyArray<Entitlement>;
  /** 使用记录 */
  readonly redemptions: ReadonlyArray<Redemption>;
};


/** 一张优才卡 */
export type CardEntitlementsArgs = {
  first?: Scalars['Int']['input'];
};


/** 一张优才卡 */
export type CardRedemptionsArgs = {
  first?: Scalars['Int']['input'];
};

/** 一个发卡批次 */
export type CardBatch = {
  readonly __typename: 'CardBatch';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 批次名称 */
  readonly title: Scalars['String']['output'];
  /** 卡方案代码 */
  readonly scheme: Scalars['String']['output'];
  /** 卡方案版次 */
  readonly schemeVersion: Scalars['Int']['output'];
  /** 状态 */
  readonly status: BatchStatus;
  /** 名单人数 */
  readonly people: Scalars['Int']['output'];
  /** 可发卡人数 */
  readonly planned: Scalars['Int']['output'];
  /** 已发卡数 */
  readonly issued: Scalars['Int']['output'];
  /** 拟定人姓名 */
  readonly preparedByName: Scalars['String']['output'];
  /** 批准人姓名 */
  readonly approvedByName: Maybe<Scalars['String']['output']>;
  /** 批准时间 */
  readonly approvedAt: Maybe<Scalars['DateTime']['output']>;
  /** 说明或退回意见 */
  readonly note: Scalars['String']['output'];
  /** 建立时间 */
  readonly createdAt: Scalars['DateTime']['output'];
  /** 版本 */
  readonly version: Scalars['Int']['output'];
  /** 此刻可以办理的步骤 */
  readonly allowedSteps: ReadonlyArray<Scalars['String']['output']>;
};

/** 一条及其位置 */
export type CardBatchEdge = {
  readonly __typename: 'CardBatchEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: CardBatch;
};

/** 批次名单中的一人 */
export type CardBatchLine = {
  readonly __typename: 'CardBatchLine';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 拟定时的层次 */
  readonly level: Maybe<Scalars['String']['output']>;
  /** 卡种代码 */
  readonly tier: Maybe<Scalars['String']['output']>;
  /** 卡种 */
  readonly tierName: Maybe<Scalars['String']['output']>;
  /** 卡片有效期止 */
  readonly validUntil: Maybe<Scalars['Date']['output']>;
  /** 状态 */
  readonly status: LineStatus;
  /** 不发的原因 */
  readonly skip: Maybe<SkipReason>;
  readonly talent: Talent;
  readonly card: Maybe<Card>;
};

/** 一条及其位置 */
export type CardBatchLineEdge = {
  readonly __typename: 'CardBatchLineEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: CardBatchLine;
};

/** 一页 */
export type CardBatchLinePage = {
  readonly __typename: 'CardBatchLinePage';
  /** 本页的记录 */
  readonly nodes: ReadonlyArray<CardBatchLine>;
  /** 本页的记录，各带其翻页位置 */
  readonly edges: ReadonlyArray<CardBatchLineEdge>;
  /** 前后是否还有，从哪里接着翻 */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数 */
  readonly totalCount: Scalars['Int']['output'];
};

/** 一页 */
export type CardBatchPage = {
  readonly __typename: 'CardBatchPage';
  /** 本页的记录 */
  readonly nodes: ReadonlyArray<CardBatch>;
  /** 本页的记录，各带其翻页位置 */
  readonly edges: ReadonlyArray<CardBatchEdge>;
  /** 前后是否还有，从哪里接着翻 */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数 */
  readonly totalCount: Scalars['Int']['output'];
};

/** 一批动态码 */
export type CardCodes = {
  readonly __typename: 'CardCodes';
  /** 服务器的时间；手机以收到时为准校时，不信自己的钟 */
  readonly serverTime: Scalars['DateTime']['output'];
  /** 各时段的码，先后相接；时段重叠的用后开始的 */
  readonly windows: ReadonlyArray<CodeWindow>;
};

/** 一条及其位置 */
export type CardEdge = {
  readonly __typename: 'CardEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Card;
};

/** 核验所见：只有卡种与有效期 */
export type CardFace = {
  readonly __typename: 'CardFace';
  /** 卡种代码 */
  readonly tier: Scalars['String']['output'];
  /** 卡种 */
  readonly tierName: Scalars['String']['output'];
  /** 有效期起 */
  readonly validFrom: Scalars['Date']['output'];
  /** 有效期止 */
  readonly validUntil: Scalars['Date']['output'];
};

/** 一页 */
export type CardPage = {
  readonly __typename: 'CardPage';
  /** 本页的记录 */
  readonly nodes: ReadonlyArray<Card>;
  /** 本页的记录，各带其翻页位置 */
  readonly edges: ReadonlyArray<CardEdge>;
  /** 前后是否还有，从哪里接着翻 */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数 */
  readonly totalCount: Scalars['Int']['output'];
};

/** 一次核验：只有卡种与有效期，没有持卡人的信息 */
export type CardPresentation = {
  readonly __typename: 'CardPresentation';
  /** 编号，凭它核销 */
  readonly id: Scalars['UUID']['output'];
  /** 卡种代码 */
  readonly tier: Scalars['String']['output'];
  /** 卡种 */
  readonly tierName: Scalars['String']['output'];
  /** 卡片有效期起 */
  readonly validFrom: Scalars['Date']['output'];
  /** 卡片有效期止 */
  readonly validUntil: Scalars['Date']['output'];
  /** 核验时间 */
  readonly presentedAt: Scalars['DateTime']['output'];
  /** 可核销到何时 */
  readonly lastsUntil: Scalars['DateTime']['output'];
  /** 本窗口可核销的服务 */
  readonly services: ReadonlyArray<PresentedService>;
};

/** 卡的状态 */
export type CardStatus =
  | 'PENDING'
  | 'ACTIVE'
  | 'FROZEN'
  | 'LOST'
  | 'REPLACED'
  | 'EXPIRED'
  | 'CANCELLED';

/** 一次评估 */
export type CaseAssessment = {
  readonly __typename: 'CaseAssessment';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 评估期（如第一年度） */
  readonly period: Scalars['String']['output'];
  /** 是否合格 */
  readonly passed: Scalars['Boolean']['output'];
  /** 评估结论 */
  readonly conclusion: Scalars['String']['output'];
  /** 评估日 */
  readonly assessedOn: Scalars['Date']['output'];
  /** 登记人 */
  readonly accountName: Scalars['String']['output'];
};

/** 案件的计时 */
export type CaseClock = {
  readonly __typename: 'CaseClock';
  readonly caseId: Scalars['UUID']['output'];
  /** 起算日（不计入） */
  readonly acceptedOn: Scalars['Date']['output'];
  /** 总时限（工作日） */
  readonly workingDays: Scalars['Int']['output'];
  /** 应审定日 */
  readonly dueOn: Scalars['Date']['output'];
  /** 已用工作日（暂停不计） */
  readonly usedDays: Scalars['Int']['output'];
  /** 剩余工作日 */
  readonly remainingDays: Scalars['Int']['output'];
  /** 逾期工作日 */
  readonly overdueDays: Scalars['Int']['output'];
  /** 暂停的工作日 */
  readonly pausedDays: Scalars['Int']['output'];
  /** 是否暂停中 */
  readonly paused: Scalars['Boolean']['output'];
  /** 应审定日是否预估（按预计恢复日推算） */
  readonly estimated: Scalars['Boolean']['output'];
  /** 应审定日是否暂定 */
  readonly provisional: Scalars['Boolean']['output'];
  /** 一句话说明怎样算出 */
  readonly summary: Scalars['String']['output'];
  /** 为什么是暂定 */
  readonly provisionalWords: Maybe<Scalars['String']['output']>;
  /** 计算口径 */
  readonly convention: Scalars['String']['output'];
};

/** 一次审定 */
export type CaseDecision = {
  readonly __typename: 'CaseDecision';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 第几次审定 */
  readonly round: Scalars['Int']['output'];
  /** 审定结果 */
  readonly outcome: Outcome;
  /** 审定意见 */
  readonly opinion: Scalars['String']['output'];
  /** 审定形式（组长审定、领导小组会议及期次） */
  readonly form: Scalars['String']['output'];
  /** 审定日 */
  readonly decidedOn: Scalars['Date']['output'];
  /** 审定时间 */
  readonly decidedAt: Scalars['DateTime']['output'];
  /** 审定人 */
  readonly accountName: Scalars['String']['output'];
  /** 审定时的方案、会签意见与论证结果 */
  readonly plan: Scalars['JSON']['output'];
  readonly post: Post;
};

/** 参与案件的单位或岗位 */
export type CaseParty = {
  readonly __typename: 'CaseParty';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 参与身份 */
  readonly role: PartyRole;
  /** 加入日 */
  readonly joinedOn: Scalars['Date']['output'];
  readonly unit: Unit;
  readonly post: Maybe<Post>;
};

/** 一次暂停 */
export type CasePause = {
  readonly __typename: 'CasePause';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 暂停日（当日仍计） */
  readonly pausedOn: Scalars['Date']['output'];
  /** 暂停理由 */
  readonly reason: Scalars['String']['output'];
  /** 预计恢复日 */
  readonly expectedEnd: Scalars['Date']['output'];
  /** 暂停人 */
  readonly pausedName: Scalars['String']['output'];
  /** 恢复日（当日不计） */
  readonly resumedOn: Maybe<Scalars['Date']['output']>;
  /** 恢复人 */
  readonly resumedName: Maybe<Scalars['String']['output']>;
};

/** 案件走过的一步 */
export type CaseStage = {
  readonly __typename: 'CaseStage';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 第几步 */
  readonly seq: Scalars['Int']['output'];
  /** 步骤 */
  readonly step: Scalars['String']['output'];
  /** 此后状态 */
  readonly status: CaseStatus;
  /** 办理人 */
  readonly accountName: Scalars['String']['output'];
  /** 办理日 */
  readonly takenOn: Scalars['Date']['output'];
  /** 办理时间 */
  readonly takenAt: Scalars['DateTime']['output'];
  /** 说明 */
  readonly note: Maybe<Scalars['String']['output']>;
  readonly unit: Maybe<Unit>;
  readonly holder: Maybe<Unit>;
};

/** 一事一议事项的状态 */
export type CaseStatus =
  | 'OPENED'
  | 'VERIFYING'
  | 'PLANNING'
  | 'COUNTERSIGNING'
  | 'DELIBERATING'
  | 'AWAITING_DECISION'
  | 'DECIDED'
  | 'SIGNED'
  | 'DELIVERING'
  | 'ASSESSED'
  | 'CLOSED'
  | 'STOPPED'
  | 'DECLINED';

/** 目录条目的一个版本 */
export type CatalogueEntry = {
  readonly __typename: 'CatalogueEntry';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 目录类别 */
  readonly kind: Scalars['String']['output'];
  /** 代码 */
  readonly code: Scalars['String']['output'];
  /** 版次 */
  readonly number: Scalars['Int']['output'];
  /** 名称 */
  readonly name: Scalars['String']['output'];
  /** 排序 */
  readonly position: Scalars['Int']['output'];
  /** 内容 */
  readonly body: Scalars['JSON']['output'];
  /** 依据（演示数据或文件名称） */
  readonly source: Scalars['String']['output'];
  /** 是否演示数据（显示处须标明） */
  readonly isDemo: Scalars['Boolean']['output'];
  /** 起始日 */
  readonly validFrom: Scalars['Date']['output'];
  /** 截止日（空为至今） */
  readonly validUntil: Maybe<Scalars['Date']['output']>;
  /** 发布人姓名 */
  readonly publishedByName: Maybe<Scalars['String']['output']>;
  /** 发布时间 */
  readonly publishedAt: Scalars['DateTime']['output'];
};

/** 问情中了解到的一项资料变动。 */
export type ChangeIn = {
  /** 资料项 */
  readonly field: Scalars['String']['input'];
  /** 现应为 */
  readonly value: Scalars['String']['input'];
};

/** 资料变动建议的状态 */
export type ChangeStatus =
  | 'PROPOSED'
  | 'ACCEPTED'
  | 'PARTLY'
  | 'REJECTED'
  | 'WITHDRAWN';

/** 一项资料取哪一条记录的 */
export type ChoiceIn = {
  /** 资料项 */
  readonly field: Scalars['String']['input'];
  /** 取哪一条的 */
  readonly side: Side;
};

/** 一项服务一个周期的全市名额 */
export type CityPool = {
  readonly __typename: 'CityPool';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 服务代码 */
  readonly serviceCode: Scalars['String']['output'];
  /** 服务名称 */
  readonly serviceName: Scalars['String']['output'];
  /** 周期 */
  readonly period: Period;
  /** 周期起（含） */
  readonly startsOn: Scalars['Date']['output'];
  /** 止（不含；空为不设期限） */
  readonly endsOn: Maybe<Scalars['Date']['output']>;
  /** 全市名额 */
  readonly quota: Scalars['Int']['output'];
  /** 已用 */
  readonly used: Scalars['Int']['output'];
  /** 已预约 */
  readonly reserved: Scalars['Int']['output'];
  /** 留给候补 */
  readonly held: Scalars['Int']['output'];
  /** 候补人数 */
  readonly waiting: Scalars['Int']['output'];
  /** 余额 */
  readonly remaining: Scalars['Int']['output'];
};

/** 一条及其位置 */
export type CityPoolEdge = {
  readonly __typename: 'CityPoolEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: CityPool;
};

/** 一页 */
export type CityPoolPage = {
  readonly __typename: 'CityPoolPage';
  /** 本页的记录 */
  readonly nodes: ReadonlyArray<CityPool>;
  /** 本页的记录，各带其翻页位置 */
  readonly edges: ReadonlyArray<CityPoolEdge>;
  /** 前后是否还有，从哪里接着翻 */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数 */
  readonly totalCount: Scalars['Int']['output'];
};

/** 一项引进申报的状态 */
export type ClaimStatus =
  | 'CREDITED'
  | 'CONTESTED'
  | 'NOT_CREDITED'
  | 'WITHDRAWN';

/** 计时的一天 */
export type ClockDay = {
  readonly __typename: 'ClockDay';
  /** 日期 */
  readonly day: Scalars['Date']['output'];
  /** 星期 */
  readonly weekday: Scalars['String']['output'];
  /** 是否计入 */
  readonly counted: Scalars['Boolean']['output'];
  /** 是否处于暂停 */
  readonly paused: Scalars['Boolean']['output'];
  /** 第几个工作日（不计入的为空） */
  readonly ordinal: Maybe<Scalars['Int']['output']>;
  /** 原因 */
  readonly why: Scalars['String']['output'];
  /** 日历是正式还是暂定 */
  readonly status: DayStatus;
  /** 依据文件 */
  readonly source: Maybe<Scalars['String']['output']>;
};

/** 一个动态码：在自己的时段内出示 */
export type CodeWindow = {
  readonly __typename: 'CodeWindow';
  /** 起（含） */
  readonly startsAt: Scalars['DateTime']['output'];
  /** 止（不含）；此后出示下一个 */
  readonly endsAt: Scalars['DateTime']['output'];
  /** 八位数字，印在二维码下方，扫不了时输入 */
  readonly digits: Scalars['String']['output'];
  /** 二维码的内容，原样编码 */
  readonly qr: Scalars['String']['output'];
};

/** 人才工作专员的两种：分管领导、科室负责人 */
export type Commissioner =
  | 'LEADER'
  | 'HEAD';

/** 对比的一行 */
export type Compared = {
  readonly __typename: 'Compared';
  /** 代码 */
  readonly key: Scalars['String']['output'];
  /** 名称 */
  readonly label: Scalars['String']['output'];
  /** 本期人数 */
  readonly talents: Scalars['Int']['output'];
  /** 本期待更新 */
  readonly stale: Scalars['Int']['output'];
  /** 上期人数 */
  readonly talentsBefore: Scalars['Int']['output'];
  /** 上期待更新 */
  readonly staleBefore: Scalars['Int']['output'];
  /** 增减 */
  readonly difference: Scalars['Int']['output'];
  /** 增减（%） */
  readonly rate: Maybe<Scalars['Float']['output']>;
};

/** 两个冻结季度的对比 */
export type Comparison = {
  readonly __typename: 'Comparison';
  /** 本期 */
  readonly quarter: Scalars['String']['output'];
  /** 本期截至 */
  readonly lastDay: Scalars['Date']['output'];
  /** 上期 */
  readonly against: Scalars['String']['output'];
  /** 上期截至 */
  readonly againstLastDay: Scalars['Date']['output'];
  /** 按什么分列 */
  readonly by: FigureAxis;
  /** 本期合计 */
  readonly talents: Scalars['Int']['output'];
  /** 上期合计 */
  readonly talentsBefore: Scalars['Int']['output'];
  /** 各行 */
  readonly lines: ReadonlyArray<Compared>;
};

/** 公开范围：可向本人公开、内部、限制（凭权限查看）。 */
export type Confidentiality =
  | 'OPEN'
  | 'INTERNAL'
  | 'RESTRICTED';

/** 本人的一次授权 */
export type Consent = {
  readonly __typename: 'Consent';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 授权事项代码 */
  readonly purpose: Scalars['String']['output'];
  /** 授权事项名称（今日目录） */
  readonly purposeName: Maybe<Scalars['String']['output']>;
  /** 同意时所示文字的版次 */
  readonly version: Scalars['Int']['output'];
  /** 同意时间 */
  readonly givenAt: Scalars['DateTime']['output'];
  /** 撤回时间 */
  readonly withdrawnAt: Maybe<Scalars['DateTime']['output']>;
  /** 是否仍然有效 */
  readonly inForce: Scalars['Boolean']['output'];
};

/** 一个授权事项与本人的决定 */
export type ConsentState = {
  readonly __typename: 'ConsentState';
  /** 事项代码 */
  readonly purpose: Scalars['String']['output'];
  /** 事项名称 */
  readonly name: Scalars['String']['output'];
  /** 现行说明的版次，同意时一并提交 */
  readonly version: Scalars['Int']['output'];
  /** 是否演示数据（显示处须标明） */
  readonly isDemo: Scalars['Boolean']['output'];
  /** 现行说明（事项已停用则为空，仍可撤回） */
  readonly body: Maybe<ConsentWords>;
  /** 是否已同意且未撤回 */
  readonly given: Scalars['Boolean']['output'];
  /** 同意的是旧版说明，请重新确认 */
  readonly outdated: Scalars['Boolean']['output'];
  /** 同意时的版次 */
  readonly givenVersion: Maybe<Scalars['Int']['output']>;
  /** 最近一次同意的时间 */
  readonly givenAt: Maybe<Scalars['DateTime']['output']>;
  /** 最近一次撤回的时间 */
  readonly withdrawnAt: Maybe<Scalars['DateTime']['output']>;
};

/** 授权事项的说明 */
export type ConsentWords = {
  readonly __typename: 'ConsentWords';
  /** 涉及哪些资料 */
  readonly what: Scalars['String']['output'];
  /** 提供给谁 */
  readonly toWhom: Scalars['String']['output'];
  /** 用来做什么 */
  readonly why: Scalars['String']['output'];
  /** 依据（为何须经本人同意） */
  readonly ground: Scalars['String']['output'];
  /** 撤回之后如何处理 */
  readonly afterwards: Scalars['String']['output'];
};

/** 联系安排 */
export type ContactAssignment = {
  readonly __typename: 'ContactAssignment';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 人才 */
  readonly talentId: Scalars['UUID']['output'];
  /** 联系岗位 */
  readonly postId: Scalars['UUID']['output'];
  /** 领导层级 */
  readonly level: LeaderLevel;
  /** 状态 */
  readonly status: AssignmentStatus;
  /** 此刻可以办理的步骤 */
  readonly allowedSteps: ReadonlyArray<Scalars['String']['output']>;
  /** 起始日 */
  readonly validFrom: Scalars['Date']['output'];
  /** 截止日（空为至今） */
  readonly validUntil: Maybe<Scalars['Date']['output']>;
  /** 安排理由 */
  readonly reason: Maybe<Scalars['String']['output']>;
  /** 结束原因 */
  readonly endReason: Maybe<Scalars['String']['output']>;
  /** 亲属回避核实情况（需要“安排联系领导”权限，否则为空） */
  readonly kinshipChecked: Maybe<Scalars['String']['output']>;
  /** 是否随人联系 */
  readonly personal: Scalars['Boolean']['output'];
  /** 每几个月至少联系一次 */
  readonly cadenceMonths: Scalars['Int']['output'];
  /** 是否按自然周期计算 */
  readonly cadenceAligned: Scalars['Boolean']['output'];
  /** 首次联系的期限 */
  readonly firstDueOn: Scalars['Date']['output'];
  /** 本岗位最近一次联系 */
  readonly lastContactOn: Maybe<Scalars['Date']['output']>;
  /** 下次联系的期限 */
  readonly nextDueOn: Scalars['Date']['output'];
  /** 是否已逾期未联系 */
  readonly overdue: Scalars['Boolean']['output'];
  readonly talent: Maybe<Talent>;
  readonly post: Post;
  readonly appointment: Maybe<Appointment>;
  readonly follows: Maybe<ContactAssignment>;
  /** 历次接续 */
  readonly handovers: ReadonlyArray<ContactHandover>;
};


/** 联系安排 */
export type ContactAssignmentHandoversArgs = {
  first?: Scalars['Int']['input'];
};

/** 一条及其位置 */
export type ContactAssignmentEdge = {
  readonly __typename: 'ContactAssignmentEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: ContactAssignment;
};

/** 一页 */
export type ContactAssignmentPage = {
  readonly __typename: 'ContactAssignmentPage';
  /** 本页的记录 */
  readonly nodes: ReadonlyArray<ContactAssignment>;
  /** 本页的记录，各带其翻页位置 */
  readonly edges: ReadonlyArray<ContactAssignmentEdge>;
  /** 前后是否还有，从哪里接着翻 */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数 */
  readonly totalCount: Scalars['Int']['output'];
};

/** 联系服务覆盖率 */
export type ContactCoverage = {
  readonly __typename: 'ContactCoverage';
  /** 截至日期 */
  readonly on: Scalars['Date']['output'];
  /** 在库人才 */
  readonly talents: Scalars['Int']['output'];
  /** 有领导联系 */
  readonly covered: Scalars['Int']['output'];
  /** 覆盖率（没有人才的为空） */
  readonly rate: Maybe<Scalars['Float']['output']>;
  /** 待接续期间是否计入 */
  readonly interimCounts: Scalars['Boolean']['output'];
  /** 按层次 */
  readonly levels: ReadonlyArray<LevelCoverage>;
  /** 按下级单位 */
  readonly units: ReadonlyArray<UnitCoverage>;
};

/** 联系接续 */
export type ContactHandover = {
  readonly __typename: 'ContactHandover';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 离任者联系的最后一日 */
  readonly vacatedOn: Scalars['Date']['output'];
  /** 接续之日（移交他岗或终止的为空） */
  readonly takenOn: Maybe<Scalars['Date']['output']>;
  /** 办结日 */
  readonly closedOn: Maybe<Scalars['Date']['output']>;
  /** 办理结果 */
  readonly outcome: Maybe<Scalars['String']['output']>;
  readonly assignment: ContactAssignment;
  readonly leftAppointment: Appointment;
  readonly proposedAppointment: Maybe<Appointment>;
  readonly interimUnit: Maybe<Unit>;
};

/** 一条及其位置 */
export type ContactHandoverEdge = {
  readonly __typename: 'ContactHandoverEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: ContactHandover;
};

/** 一页 */
export type ContactHandoverPage = {
  readonly __typename: 'ContactHandoverPage';
  /** 本页的记录 */
  readonly nodes: ReadonlyArray<ContactHandover>;
  /** 本页的记录，各带其翻页位置 */
  readonly edges: ReadonlyArray<ContactHandoverEdge>;
  /** 前后是否还有，从哪里接着翻 */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数 */
  readonly totalCount: Scalars['Int']['output'];
};

/** 一次联系的四问记录。问候只计联系；问情、问需、问策各有后续。 */
export type ContactIn = {
  /** 联系日期 */
  readonly occurredOn: Scalars['Date']['input'];
  /** 联系方式 */
  readonly mode: ContactMode;
  /** 地点 */
  readonly place?: InputMaybe<Scalars['String']['input']>;
  /** 参加人员 */
  readonly attendees?: InputMaybe<Scalars['String']['input']>;
  /** 问候 */
  readonly greeting?: InputMaybe<Scalars['String']['input']>;
  /** 问情 */
  readonly condition?: InputMaybe<Scalars['String']['input']>;
  /** 问需 */
  readonly need?: InputMaybe<Scalars['String']['input']>;
  /** 问策 */
  readonly advice?: InputMaybe<Scalars['String']['input']>;
  /** 公开范围（默认内部，不向人才本人公开） */
  readonly confidentiality?: Confidentiality;
  /** 问情中逐项列出的资料变动（不列则整段交数据责任人核实） */
  readonly changes?: InputMaybe<ReadonlyArray<ChangeIn>>;
  /** 问需中逐项列出的需求（不列则整段登记为一项） */
  readonly needs?: InputMaybe<ReadonlyArray<NeedIn>>;
};

/** 联系记录（四问） */
export type ContactLog = {
  readonly __typename: 'ContactLog';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 版本 */
  readonly version: Scalars['Int']['output'];
  /** 人才 */
  readonly talentId: Scalars['UUID']['output'];
  /** 以哪个岗位联系 */
  readonly postId: Scalars['UUID']['output'];
  /** 当时的岗位名称 */
  readonly postThen: Scalars['String']['output'];
  /** 当时的任职者 */
  readonly leaderThen: Scalars['String']['output'];
  /** 当时由谁联系 */
  readonly titleThen: Scalars['String']['output'];
  /** 记录人姓名 */
  readonly recordedByName: Scalars['String']['output'];
  /** 最近更正人 */
  readonly amendedByName: Maybe<Scalars['String']['output']>;
  /** 记录日期 */
  readonly recordedOn: Maybe<Scalars['Date']['output']>;
  /** 联系日期（计划的为拟定日期） */
  readonly occurredOn: Scalars['Date']['output'];
  /** 联系方式 */
  readonly mode: ContactMode;
  /** 地点 */
  readonly place: Maybe<Scalars['String']['output']>;
  /** 参加人员 */
  readonly attendees: Maybe<Scalars['String']['output']>;
  /** 问候（不公开的需要“查看不公开的联系记录”权限，否则为空） */
  readonly greeting: Maybe<Scalars['String']['output']>;
  /** 问情（不公开的需要“查看不公开的联系记录”权限，否则为空） */
  readonly condition: Maybe<Scalars['String']['output']>;
  /** 问需（不公开的需要“查看不公开的联系记录”权限，否则为空） */
  readonly need: Maybe<Scalars['String']['output']>;
  /** 问策（不公开的需要“查看不公开的联系记录”权限，否则为空） */
  readonly advice: Maybe<Scalars['String']['output']>;
  /** 公开范围 */
  readonly confidentiality: Confidentiality;
  /** 状态 */
  readonly status: LogStatus;
  /** 此刻可以办理的步骤 */
  readonly allowedSteps: ReadonlyArray<Scalars['String']['output']>;
  /** 取消原因 */
  readonly cancelReason: Maybe<Scalars['String']['output']>;
  /** 审核意见 */
  readonly reviewNote: Maybe<Scalars['String']['output']>;
  /** 建立时间 */
  readonly createdAt: Scalars['DateTime']['output'];
  readonly talent: Talent;
  readonly post: Post;
  readonly assignment: Maybe<ContactAssignment>;
  /** 由此登记的需求 */
  readonly needs: ReadonlyArray<Need>;
  /** 由此登记的建议 */
  readonly suggestions: ReadonlyArray<Suggestion>;
  /** 由此提出的资料变动 */
  readonly proposedChanges: ReadonlyArray<ProposedChange>;
};


/** 联系记录（四问） */
export type ContactLogNeedsArgs = {
  first?: Scalars['Int']['input'];
};


/** 联系记录（四问） */
export type ContactLogSuggestionsArgs = {
  first?: Scalars['Int']['input'];
};


/** 联系记录（四问） */
export type ContactLogProposedChangesArgs = {
  first?: Scalars['Int']['input'];
};

/** 一条及其位置 */
export type ContactLogEdge = {
  readonly __typename: 'ContactLogEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: ContactLog;
};

/** 一页 */
export type ContactLogPage = {
  readonly __typename: 'ContactLogPage';
  /** 本页的记录 */
  readonly nodes: ReadonlyArray<ContactLog>;
  /** 本页的记录，各带其翻页位置 */
  readonly edges: ReadonlyArray<ContactLogEdge>;
  /** 前后是否还有，从哪里接着翻 */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数 */
  readonly totalCount: Scalars['Int']['output'];
};

/** 联系方式：走访、座谈、电话、节日慰问、线上、其他。 */
export type ContactMode =
  | 'VISIT'
  | 'MEETING'
  | 'PHONE'
  | 'FESTIVAL'
  | 'ONLINE'
  | 'OTHER';

/** 一次联系的时间、方式和四问内容。 */
export type ContactWordsIn = {
  /** 联系日期 */
  readonly occurredOn: Scalars['Date']['input'];
  /** 联系方式 */
  readonly mode: ContactMode;
  /** 地点 */
  readonly place?: InputMaybe<Scalars['String']['input']>;
  /** 参加人员 */
  readonly attendees?: InputMaybe<Scalars['String']['input']>;
  /** 问候 */
  readonly greeting?: InputMaybe<Scalars['String']['input']>;
  /** 问情 */
  readonly condition?: InputMaybe<Scalars['String']['input']>;
  /** 问需 */
  readonly need?: InputMaybe<Scalars['String']['input']>;
  /** 问策 */
  readonly advice?: InputMaybe<Scalars['String']['input']>;
  /** 公开范围（默认内部，不向人才本人公开） */
  readonly confidentiality?: Confidentiality;
};

/** 本网点一个月的对账 */
export type CounterMonth = {
  readonly __typename: 'CounterMonth';
  /** 月份，例如 2026-11 */
  readonly month: Scalars['String']['output'];
  /** 服务提供单位 */
  readonly providerName: Scalars['String']['output'];
  /** 各项服务 */
  readonly services: ReadonlyArray<ServiceMonth>;
};

/** 本网点可核销的一项服务 */
export type CounterService = {
  readonly __typename: 'CounterService';
  /** 服务代码 */
  readonly code: Scalars['String']['output'];
  /** 服务名称 */
  readonly name: Scalars['String']['output'];
};

/** 一个部门的会签 */
export type Countersign = {
  readonly __typename: 'Countersign';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 第几轮 */
  readonly round: Scalars['Int']['output'];
  /** 状态 */
  readonly status: CountersignStatus;
  /** 送达日（起算日，不计入） */
  readonly askedOn: Scalars['Date']['output'];
  /** 会签时限（工作日） */
  readonly workingDays: Scalars['Int']['output'];
  /** 应答复日 */
  readonly dueOn: Scalars['Date']['output'];
  /** 应答复日是否暂定 */
  readonly dueProvisional: Scalars['Boolean']['output'];
  /** 送审或协调说明 */
  readonly note: Maybe<Scalars['String']['output']>;
  /** 意见 */
  readonly opinion: Maybe<Opinion>;
  /** 理由或修改意见 */
  readonly reason: Maybe<Scalars['String']['output']>;
  /** 答复日 */
  readonly answeredOn: Maybe<Scalars['Date']['output']>;
  /** 会签人 */
  readonly answeredName: Maybe<Scalars['String']['output']>;
  /** 是否逾期（未答复的按今天算） */
  readonly overdue: Scalars['Boolean']['output'];
  /** 此刻可以办理的步骤 */
  readonly allowedSteps: ReadonlyArray<Scalars['String']['output']>;
  readonly unit: Unit;
  readonly deputy: Maybe<Post>;
  readonly recusals: ReadonlyArray<Recusal>;
  readonly case: FastTrackCase;
};


/** 一个部门的会签 */
export type CountersignRecusalsArgs = {
  first?: Scalars['Int']['input'];
};

/** 一条及其位置 */
export type CountersignEdge = {
  readonly __typename: 'CountersignEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Countersign;
};

/** 一页 */
export type CountersignPage = {
  readonly __typename: 'CountersignPage';
  /** 本页的记录 */
  readonly nodes: ReadonlyArray<Countersign>;
  /** 本页的记录，各带其翻页位置 */
  readonly edges: ReadonlyArray<CountersignEdge>;
  /** 前后是否还有，从哪里接着翻 */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数 */
  readonly totalCount: Scalars['Int']['output'];
};

/** 会签的状态：待会签、已会签、已重新会签、已撤回。 */
export type CountersignStatus =
  | 'PENDING'
  | 'ANSWERED'
  | 'SUPERSEDED'
  | 'CALLED_OFF';

/** 现行目录的一条标准，及此人是否符合 */
export type CriterionForPerson = {
  readonly __typename: 'CriterionForPerson';
  readonly code: Scalars['String']['output'];
  readonly level: Scalars['String']['output'];
  /** 层次 */
  readonly levelName: Scalars['String']['output'];
  /** 限于哪一类型（空为通用） */
  readonly talentType: Maybe<Scalars['String']['output']>;
  /** 标准 */
  readonly text: Scalars['String']['output'];
  /** 须提交的佐证材料 */
  readonly evidence: ReadonlyArray<Scalars['String']['output']>;
  /** 须提交的佐证材料代码 */
  readonly evidenceCodes: ReadonlyArray<Scalars['String']['output']>;
  /** 核对结果（不能由系统核对的为空） */
  readonly result: Maybe<CriterionResult>;
  /** 待核的，缺哪些资料 */
  readonly missing: ReadonlyArray<Scalars['String']['output']>;
};

/** 条件核对结果：满足、不满足、待核 */
export type CriterionResult =
  | 'MET'
  | 'UNMET'
  | 'PENDING';

/** 过多人相同的一项线索 */
export type CrowdedKey = {
  readonly __typename: 'CrowdedKey';
  /** 线索种类 */
  readonly kind: Scalars['String']['output'];
  /** 是什么（掩码） */
  readonly shown: Scalars['String']['output'];
  /** 相同的人数 */
  readonly people: Scalars['Int']['output'];
  /** 其中一人 */
  readonly sampleId: Scalars['UUID']['output'];
  /** 发现日期 */
  readonly foundOn: Scalars['Date']['output'];
};

/** 一项个人信息请求 */
export type DataRequest = {
  readonly __typename: 'DataRequest';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 人才 */
  readonly talentId: Scalars['UUID']['output'];
  /** 姓名（已删除的不再显示） */
  readonly talentName: Maybe<Scalars['String']['output']>;
  /** 归口单位 */
  readonly keeperName: Maybe<Scalars['String']['output']>;
  /** 请求种类 */
  readonly kind: RequestKind;
  /** 请求内容 */
  readonly content: Scalars['String']['output'];
  /** 撤回哪一项授权（代码） */
  readonly purpose: Maybe<Scalars['String']['output']>;
  /** 由谁提出 */
  readonly asker: Asker;
  /** 提出人姓名与关系 */
  readonly askerName: Maybe<Scalars['String']['output']>;
  /** 提出日期 */
  readonly raisedOn: Scalars['Date']['output'];
  /** 答复期限 */
  readonly dueOn: Scalars['Date']['output'];
  /** 期限如何计算 */
  readonly dueWords: Scalars['String']['output'];
  /** 是否逾期 */
  readonly overdue: Scalars['Boolean']['output'];
  /** 状态 */
  readonly status: RequestStatus;
  /** 此刻可以办理的步骤 */
  readonly allowedSteps: ReadonlyArray<Scalars['String']['output']>;
  /** 办理人 */
  readonly handledByName: Maybe<Scalars['String']['output']>;
  /** 答复或不予办理的理由 */
  readonly answer: Maybe<Scalars['String']['output']>;
  /** 办结日期 */
  readonly closedOn: Maybe<Scalars['Date']['output']>;
  /** 删除记录 */
  readonly erasures: ReadonlyArray<Erasure>;
};


/** 一项个人信息请求 */
export type DataRequestErasuresArgs = {
  first?: Scalars['Int']['input'];
};

/** 一条及其位置 */
export type DataRequestEdge = {
  readonly __typename: 'DataRequestEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: DataRequest;
};

/** 一页 */
export type DataRequestPage = {
  readonly __typename: 'DataRequestPage';
  /** 本页的记录 */
  readonly nodes: ReadonlyArray<DataRequest>;
  /** 本页的记录，各带其翻页位置 */
  readonly edges: ReadonlyArray<DataRequestEdge>;
  /** 前后是否还有，从哪里接着翻 */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数 */
  readonly totalCount: Scalars['Int']['output'];
};

/** 日历上的一天是什么日子 */
export type DayKind =
  | 'WORKDAY'
  | 'WEEKEND'
  | 'HOLIDAY'
  | 'MAKEUP';

/** 正式：已由放假通知公布；暂定：按周一至周五、减去固定节日推算。 */
export type DayStatus =
  | 'OFFICIAL'
  | 'PROVISIONAL';

/** 期限计算中的一天 */
export type DeadlineDay = {
  readonly __typename: 'DeadlineDay';
  readonly date: Scalars['Date']['output'];
  readonly weekday: Scalars['String']['output'];
  /** 是否计入 */
  readonly counted: Scalars['Boolean']['output'];
  /** 第几个工作日 */
  readonly ordinal: Maybe<Scalars['Int']['output']>;
  /** 原因 */
  readonly why: Scalars['String']['output'];
  /** 依据文件 */
  readonly source: Maybe<Scalars['String']['output']>;
};

/** 期限怎样算出 */
export type DeadlineExplanation = {
  readonly __typename: 'DeadlineExplanation';
  /** 起算日（不计入） */
  readonly start: Scalars['Date']['output'];
  /** 应办日 */
  readonly end: Scalars['Date']['output'];
  /** 一句话说明 */
  readonly summary: Scalars['String']['output'];
  /** 是否暂定 */
  readonly provisional: Scalars['Boolean']['output'];
  /** 为什么是暂定 */
  readonly provisionalWords: Maybe<Scalars['String']['output']>;
  /** 逐日 */
  readonly days: ReadonlyArray<DeadlineDay>;
};

/** 学历（从高到低） */
export type Degree =
  | 'DOCTOR'
  | 'MASTER'
  | 'BACHELOR'
  | 'COLLEGE'
  | 'SECONDARY'
  | 'OTHER';

/** 给伙伴单位的删除通知 */
export type DeletionNotice = {
  readonly __typename: 'DeletionNotice';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 伙伴单位名称 */
  readonly partnerName: Scalars['String']['output'];
  /** 为何通知 */
  readonly reason: NoticeReason;
  /** 曾提供的内容 */
  readonly received: Scalars['String']['output'];
  /** 所涉卡号（伙伴据此查找） */
  readonly cards: ReadonlyArray<Scalars['String']['output']>;
  /** 通知日期 */
  readonly askedOn: Scalars['Date']['output'];
  /** 回执期限 */
  readonly dueOn: Scalars['Date']['output'];
  /** 是否超过回执期限 */
  readonly late: Scalars['Boolean']['output'];
  /** 状态 */
  readonly status: NoticeStatus;
  /** 首次领取时间 */
  readonly fetchedAt: Maybe<Scalars['DateTime']['output']>;
  /** 回执时间 */
  readonly acknowledgedAt: Maybe<Scalars['DateTime']['output']>;
  /** 回执内容 */
  readonly receipt: Maybe<Scalars['String']['output']>;
  /** 已通知次数 */
  readonly toldTimes: Scalars['Int']['output'];
};

/** 一条及其位置 */
export type DeletionNoticeEdge = {
  readonly __typename: 'DeletionNoticeEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: DeletionNotice;
};

/** 一页 */
export type DeletionNoticePage = {
  readonly __typename: 'DeletionNoticePage';
  /** 本页的记录 */
  readonly nodes: ReadonlyArray<DeletionNotice>;
  /** 本页的记录，各带其翻页位置 */
  readonly edges: ReadonlyArray<DeletionNoticeEdge>;
  /** 前后是否还有，从哪里接着翻 */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数 */
  readonly totalCount: Scalars['Int']['output'];
};

/** 离开记录 */
export type Departure = {
  readonly __typename: 'Departure';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 离开日期 */
  readonly leftOn: Scalars['Date']['output'];
  /** 离开原因 */
  readonly reason: DepartureReason;
  /** 情况说明 */
  readonly note: Maybe<Scalars['String']['output']>;
  /** 去向 */
  readonly destination: Maybe<Scalars['String']['output']>;
  /** 已向谁报告 */
  readonly toldTo: Scalars['String']['output'];
  /** 报告日期 */
  readonly toldOn: Scalars['Date']['output'];
  /** 重新入库日期 */
  readonly cameBackOn: Maybe<Scalars['Date']['output']>;
};

/** 离开原因 */
export type DepartureReason =
  | 'TRANSFER'
  | 'RESIGNED'
  | 'TERM_ENDED'
  | 'RETIRED'
  | 'DECEASED'
  | 'OTHER';

/** 用人单位报告的一次离开。 */
export type DepartureReportIn = {
  /** 离开日期 */
  readonly leftOn: Scalars['Date']['input'];
  /** 离开原因 */
  readonly reason: DepartureReason;
  /** 去向 */
  readonly destination?: InputMaybe<Scalars['String']['input']>;
  /** 情况说明 */
  readonly note?: InputMaybe<Scalars['String']['input']>;
};

/** 目录草案 */
export type DirectoryDraft = {
  readonly __typename: 'DirectoryDraft';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 版本 */
  readonly version: Scalars['Int']['output'];
  /** 名称 */
  readonly name: Scalars['String']['output'];
  /** 状态 */
  readonly status: DirectoryDraftStatus;
  /** 在第几版的基础上修改 */
  readonly basedOn: Maybe<Scalars['Int']['output']>;
  /** 目录内容 */
  readonly body: Scalars['JSON']['output'];
  /** 拟施行日 */
  readonly validFrom: Scalars['Date']['output'];
  /** 依据 */
  readonly source: Scalars['String']['output'];
  /** 拟定人 */
  readonly draftedName: Scalars['String']['output'];
  /** 建立时间 */
  readonly createdAt: Scalars['DateTime']['output'];
  /** 何时要求试算 */
  readonly askedAt: Maybe<Scalars['DateTime']['output']>;
  /** 试算完成时间（改过内容即为空） */
  readonly countedAt: Maybe<Scalars['DateTime']['output']>;
  /** 试算用时（毫秒） */
  readonly countedMs: Maybe<Scalars['Int']['output']>;
  /** 核对人数 */
  readonly people: Maybe<Scalars['Int']['output']>;
  /** 新达到的人数 */
  readonly gain: Maybe<Scalars['Int']['output']>;
  /** 不再达到的人数 */
  readonly lose: Maybe<Scalars['Int']['output']>;
  /** 待核的人数 */
  readonly pending: Maybe<Scalars['Int']['output']>;
  /** 每年资金增减（元） */
  readonly money: Maybe<Scalars['Decimal']['output']>;
  /** 发布为第几版 */
  readonly publishedNumber: Maybe<Scalars['Int']['output']>;
  /** 此刻可以办理的步骤 */
  readonly allowedSteps: ReadonlyArray<Scalars['String']['output']>;
};

/** 一条及其位置 */
export type DirectoryDraftEdge = {
  readonly __typename: 'DirectoryDraftEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: DirectoryDraft;
};

/** 一页 */
export type DirectoryDraftPage = {
  readonly __typename: 'DirectoryDraftPage';
  /** 本页的记录 */
  readonly nodes: ReadonlyArray<DirectoryDraft>;
  /** 本页的记录，各带其翻页位置 */
  readonly edges: ReadonlyArray<DirectoryDraftEdge>;
  /** 前后是否还有，从哪里接着翻 */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数 */
  readonly totalCount: Scalars['Int']['output'];
};

/** 目录草案的状态 */
export type DirectoryDraftStatus =
  | 'DRAFT'
  | 'PUBLISHED'
  | 'DISCARDED';

/** 目录草案影响到的一个人 */
export type DirectoryImpact = {
  readonly __typename: 'DirectoryImpact';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 影响 */
  readonly kind: ImpactKind;
  /** 现层次 */
  readonly levelBefore: Maybe<Scalars['String']['output']>;
  /** 按新目录可达层次 */
  readonly levelAfter: Maybe<Scalars['String']['output']>;
  /** 现卡种 */
  readonly benefitBefore: Maybe<Scalars['String']['output']>;
  /** 按新目录的卡种 */
  readonly benefitAfter: Maybe<Scalars['String']['output']>;
  /** 现每年资金（元） */
  readonly moneyBefore: Scalars['Decimal']['output'];
  /** 按新目录每年资金（元） */
  readonly moneyAfter: Scalars['Decimal']['output'];
  /** 现层次保留至（认定到期日） */
  readonly keepsUntil: Maybe<Scalars['Date']['output']>;
  readonly talent: Maybe<Talent>;
};

/** 一条及其位置 */
export type DirectoryImpactEdge = {
  readonly __typename: 'DirectoryImpactEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: DirectoryImpact;
};

/** 一页 */
export type DirectoryImpactPage = {
  readonly __typename: 'DirectoryImpactPage';
  /** 本页的记录 */
  readonly nodes: ReadonlyArray<DirectoryImpact>;
  /** 本页的记录，各带其翻页位置 */
  readonly edges: ReadonlyArray<DirectoryImpactEdge>;
  /** 前后是否还有，从哪里接着翻 */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数 */
  readonly totalCount: Scalars['Int']['output'];
};

/** 身份证件 */
export type DocumentIn = {
  /** 证件种类 */
  readonly kind: DocumentKind;
  /** 证件号码；15 位旧号自动换为 18 位 */
  readonly number: Scalars['String']['input'];
  /** 有效期起 */
  readonly validFrom?: InputMaybe<Scalars['Date']['input']>;
  /** 有效期止 */
  readonly validUntil?: InputMaybe<Scalars['Date']['input']>;
};

/** 身份证件种类 */
export type DocumentKind =
  | 'RESIDENT_ID'
  | 'PASSPORT'
  | 'HMT_RESIDENCE'
  | 'HM_PERMIT'
  | 'TW_PERMIT'
  | 'PERMANENT_RESIDENT';

/** 草稿所依目录是否仍为现行 */
export type DraftDirectoryCheck = {
  readonly __typename: 'DraftDirectoryCheck';
  /** 草稿所依版次 */
  readonly draftedBy: Scalars['Int']['output'];
  /** 现行版次（没有施行中的为空） */
  readonly inForce: Maybe<Scalars['Int']['output']>;
  /** 现行版次自何日施行 */
  readonly since: Maybe<Scalars['Date']['output']>;
  /** 是否须重新确认 */
  readonly mustConfirm: Scalars['Boolean']['output'];
  /** 原选标准是否仍在 */
  readonly criterionKept: Scalars['Boolean']['output'];
  /** 原标准文字 */
  readonly criterionBefore: Maybe<Scalars['String']['output']>;
  /** 现行标准文字 */
  readonly criterionAfter: Maybe<Scalars['String']['output']>;
  /** 两版逐项的不同 */
  readonly changes: ReadonlyArray<EntryDifference>;
};

/** 确认期限的算法 */
export type DueExplained = {
  readonly __typename: 'DueExplained';
  /** 期限 */
  readonly dueOn: Scalars['String']['output'];
  /** 逐日说明 */
  readonly summary: Scalars['String']['output'];
  /** 暂定日历的说明 */
  readonly provisional: Maybe<Scalars['String']['output']>;
};

/** 一次期限变动 */
export type DueMove = {
  readonly __typename: 'DueMove';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 原应办日 */
  readonly oldDue: Scalars['Date']['output'];
  /** 现应办日 */
  readonly newDue: Scalars['Date']['output'];
  /** 变动原因 */
  readonly cause: Scalars['String']['output'];
  /** 变动日 */
  readonly movedOn: Scalars['Date']['output'];
  readonly countersign: Maybe<Countersign>;
  readonly case: FastTrackCase;
};

/** 一条及其位置 */
export type DueMoveEdge = {
  readonly __typename: 'DueMoveEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: DueMove;
};

/** 一页 */
export type DueMovePage = {
  readonly __typename: 'DueMovePage';
  /** 本页的记录 */
  readonly nodes: ReadonlyArray<DueMove>;
  /** 本页的记录，各带其翻页位置 */
  readonly edges: ReadonlyArray<DueMoveEdge>;
  /** 前后是否还有，从哪里接着翻 */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数 */
  readonly totalCount: Scalars['Int']['output'];
};

/** 一对可能是同一人的记录 */
export type DuplicatePair = {
  readonly __typename: 'DuplicatePair';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 分值 */
  readonly score: Scalars['Int']['output'];
  /** 可能程度 */
  readonly likelihood: Likelihood;
  /** 相同与矛盾之处（代码） */
  readonly clues: ReadonlyArray<Scalars['String']['output']>;
  /** 相同与矛盾之处 */
  readonly clueWords: ReadonlyArray<Scalars['String']['output']>;
  /** 发现日期 */
  readonly foundOn: Scalars['Date']['output'];
  /** 状态 */
  readonly status: PairStatus;
  /** 此刻可以办理的步骤 */
  readonly allowedSteps: ReadonlyArray<Scalars['String']['output']>;
  /** 是否曾核为不同人、因线索有变重新核对 */
  readonly askedBefore: Scalars['Boolean']['output'];
  /** 核定理由 */
  readonly reason: Maybe<Scalars['String']['output']>;
  /** 核定人 */
  readonly decidedBy: Maybe<Scalars['String']['output']>;
  /** 核定时间 */
  readonly decidedAt: Maybe<Scalars['DateTime']['output']>;
  /** 一条记录 */
  readonly lowId: Scalars['UUID']['output'];
  /** 另一条记录 */
  readonly highId: Scalars['UUID']['output'];
  readonly low: Maybe<Talent>;
  readonly high: Maybe<Talent>;
};

/** 一条及其位置 */
export type DuplicatePairEdge = {
  readonly __typename: 'DuplicatePairEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: DuplicatePair;
};

/** 一页 */
export type DuplicatePairPage = {
  readonly __typename: 'DuplicatePairPage';
  /** 本页的记录 */
  readonly nodes: ReadonlyArray<DuplicatePair>;
  /** 本页的记录，各带其翻页位置 */
  readonly edges: ReadonlyArray<DuplicatePairEdge>;
  /** 前后是否还有，从哪里接着翻 */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数 */
  readonly totalCount: Scalars['Int']['output'];
};

/** 一条记录正在核对是否重复 */
export type DuplicateSign = {
  readonly __typename: 'DuplicateSign';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 自何日起 */
  readonly since: Scalars['Date']['output'];
  /** 人才 */
  readonly talentId: Scalars['UUID']['output'];
  readonly talent: Maybe<Talent>;
};

/** 一条及其位置 */
export type DuplicateSignEdge = {
  readonly __typename: 'DuplicateSignEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: DuplicateSign;
};

/** 一页 */
export type DuplicateSignPage = {
  readonly __typename: 'DuplicateSignPage';
  /** 本页的记录 */
  readonly nodes: ReadonlyArray<DuplicateSign>;
  /** 本页的记录，各带其翻页位置 */
  readonly edges: ReadonlyArray<DuplicateSignEdge>;
  /** 前后是否还有，从哪里接着翻 */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数 */
  readonly totalCount: Scalars['Int']['output'];
};

/** 学历 */
export type Education = {
  readonly __typename: 'Education';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 学历 */
  readonly degree: Degree;
  /** 毕业院校 */
  readonly school: Maybe<Scalars['String']['output']>;
  /** 专业 */
  readonly major: Maybe<Scalars['String']['output']>;
  /** 是否全日制 */
  readonly fullTime: Scalars['Boolean']['output'];
  /** 毕业日期 */
  readonly graduatedOn: Maybe<Scalars['Date']['output']>;
  /** 证书编号 */
  readonly certificate: Maybe<Scalars['String']['output']>;
};

/** 学历 */
export type EducationIn = {
  /** 学历 */
  readonly degree: Degree;
  /** 毕业院校 */
  readonly school?: InputMaybe<Scalars['String']['input']>;
  /** 专业 */
  readonly major?: InputMaybe<Scalars['String']['input']>;
  /** 是否全日制 */
  readonly fullTime?: Scalars['Boolean']['input'];
  /** 毕业日期 */
  readonly graduatedOn?: InputMaybe<Scalars['Date']['input']>;
  /** 证书编号 */
  readonly certificate?: InputMaybe<Scalars['String']['input']>;
};

/** 任职 */
export type Employment = {
  readonly __typename: 'Employment';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 实际用人单位 */
  readonly employerName: Scalars['String']['output'];
  /** 统一社会信用代码 */
  readonly employerUscc: Maybe<Scalars['String']['output']>;
  /** 编制所在单位 */
  readonly establishment: Maybe<Scalars['String']['output']>;
  /** 用人方式 */
  readonly kind: EmploymentKind;
  /** 职务 */
  readonly position: Maybe<Scalars['String']['output']>;
  /** 到岗日期 */
  readonly startedOn: Maybe<Scalars['Date']['output']>;
  /** 结束日期 */
  readonly endedOn: Maybe<Scalars['Date']['output']>;
  /** 服务期至 */
  readonly serviceUntil: Maybe<Scalars['Date']['output']>;
  /** 结束原因 */
  readonly endReason: Maybe<Scalars['String']['output']>;
  /** 是否现主要任职 */
  readonly main: Scalars['Boolean']['output'];
  readonly employerUnit: Maybe<Unit>;
};

/** 任职 */
export type EmploymentIn = {
  /** 实际用人单位 */
  readonly employerName: Scalars['String']['input'];
  /** 统一社会信用代码 */
  readonly employerUscc?: InputMaybe<Scalars['String']['input']>;
  /** 用人单位编号（本系统单位） */
  readonly employerUnitId?: InputMaybe<Scalars['UUID']['input']>;
  /** 编制所在单位 */
  readonly establishment?: InputMaybe<Scalars['String']['input']>;
  /** 用人方式 */
  readonly kind?: EmploymentKind;
  /** 职务 */
  readonly position?: InputMaybe<Scalars['String']['input']>;
  /** 到岗日期 */
  readonly startedOn?: InputMaybe<Scalars['Date']['input']>;
  /** 服务期至 */
  readonly serviceUntil?: InputMaybe<Scalars['Date']['input']>;
  /** 是否主要任职（此前的主要任职改为兼职） */
  readonly main?: Scalars['Boolean']['input'];
};

/** 用人方式 */
export type EmploymentKind =
  | 'FULL'
  | 'FLEXIBLE'
  | 'SECONDED';

/** 绑定身份验证器所需，只显示这一次 */
export type Enrolment = {
  readonly __typename: 'Enrolment';
  /** 种子 */
  readonly secret: Scalars['String']['output'];
  /** 二维码内容 */
  readonly uri: Scalars['String']['output'];
};

/** 一张卡在一个周期内对一项服务的权益 */
export type Entitlement = {
  readonly __typename: 'Entitlement';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 服务代码 */
  readonly serviceCode: Scalars['String']['output'];
  /** 服务名称 */
  readonly serviceName: Scalars['String']['output'];
  /** 服务类别代码 */
  readonly serviceClass: Scalars['String']['output'];
  /** 服务目录版次（授予时） */
  readonly serviceVersion: Scalars['Int']['output'];
  /** 卡种代码 */
  readonly tier: Scalars['String']['output'];
  /** 周期 */
  readonly period: Period;
  /** 周期起（含） */
  readonly startsOn: Scalars['Date']['output'];
  /** 止（不含；空为不设期限） */
  readonly endsOn: Maybe<Scalars['Date']['output']>;
  /** 为哪位子女 */
  readonly childId: Maybe<Scalars['UUID']['output']>;
  /** 学段 */
  readonly stage: Scalars['String']['output'];
  /** 本卡种额度（空为不限） */
  readonly tierQuota: Maybe<Scalars['Int']['output']>;
  /** 本周期内换卡前已用 */
  readonly carried: Scalars['Int']['output'];
  /** 实际授予（空为不限） */
  readonly quota: Maybe<Scalars['Int']['output']>;
  /** 已用 */
  readonly used: Scalars['Int']['output'];
  /** 已预约 */
  readonly reserved: Scalars['Int']['output'];
  /** 到期作废 */
  readonly lapsed: Scalars['Int']['output'];
  /** 余额（空为不限） */
  readonly remaining: Maybe<Scalars['Int']['output']>;
  /** 是否另占全市名额 */
  readonly pooled: Scalars['Boolean']['output'];
  /** 结清时间 */
  readonly closedAt: Maybe<Scalars['DateTime']['output']>;
  /** 账 */
  readonly ledger: ReadonlyArray<LedgerEntry>;
};


/** 一张卡在一个周期内对一项服务的权益 */
export type EntitlementLedgerArgs = {
  first?: Scalars['Int']['input'];
};

/** 一条及其位置 */
export type EntitlementEdge = {
  readonly __typename: 'EntitlementEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Entitlement;
};

/** 一页 */
export type EntitlementPage = {
  readonly __typename: 'EntitlementPage';
  /** 本页的记录 */
  readonly nodes: ReadonlyArray<Entitlement>;
  /** 本页的记录，各带其翻页位置 */
  readonly edges: ReadonlyArray<EntitlementEdge>;
  /** 前后是否还有，从哪里接着翻 */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数 */
  readonly totalCount: Scalars['Int']['output'];
};

/** 权益账的一行：授予、预占、确认、取消、冲正、过期。 */
export type Entry =
  | 'GRANTED'
  | 'RESERVED'
  | 'CONFIRMED'
  | 'CANCELLED'
  | 'REVERSED'
  | 'LAPSED';

/** 两个版本之间的一处不同 */
export type EntryDifference = {
  readonly __typename: 'EntryDifference';
  /** 哪一项 */
  readonly path: Scalars['String']['output'];
  /** 原为（原来没有则为空） */
  readonly before: Maybe<Scalars['JSON']['output']>;
  /** 改为（去掉则为空） */
  readonly after: Maybe<Scalars['JSON']['output']>;
};

/** 一类目录 */
export type EntryKind = {
  readonly __typename: 'EntryKind';
  /** 类别代码 */
  readonly kind: Scalars['String']['output'];
  /** 类别名称 */
  readonly name: Scalars['String']['output'];
  /** 今天有效的条目数 */
  readonly inForce: Scalars['Int']['output'];
  /** 内容有哪些项，每项一条：key、label、required、choices（可选的词）、fields（其下各项） */
  readonly fields: Scalars['JSON']['output'];
};

/** 一次删除的记录 */
export type Erasure = {
  readonly __typename: 'Erasure';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 批准时间 */
  readonly orderedAt: Scalars['DateTime']['output'];
  /** 批准人 */
  readonly orderedByName: Scalars['String']['output'];
  /** 各类资料的处理：数量、去留、依据、保存至 */
  readonly lines: Scalars['JSON']['output'];
  /** 执行完成时间 */
  readonly doneAt: Maybe<Scalars['DateTime']['output']>;
  /** 留存的最早到期日，届时再清除 */
  readonly nextDue: Maybe<Scalars['Date']['output']>;
};

/** 删除方案 */
export type ErasurePlanView = {
  readonly __typename: 'ErasurePlanView';
  /** 方案摘要，执行时一并提交 */
  readonly digest: Scalars['String']['output'];
  /** 各类资料 */
  readonly lines: ReadonlyArray<PlanLineView>;
};

/** 一份佐证材料 */
export type EvidenceFile = {
  readonly __typename: 'EvidenceFile';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 人才 */
  readonly talentId: Scalars['UUID']['output'];
  /** 佐证材料代码 */
  readonly kind: Scalars['String']['output'];
  /** 文件名 */
  readonly filename: Scalars['String']['output'];
  /** 文件格式（按内容认定） */
  readonly mediaType: Scalars['String']['output'];
  /** 大小（字节） */
  readonly size: Scalars['BigInt']['output'];
  /** 是否已隐去姓名与单位（可供专家盲评） */
  readonly anonymous: Scalars['Boolean']['output'];
  /** 上传人 */
  readonly uploadedName: Scalars['String']['output'];
  /** 建立时间 */
  readonly createdAt: Scalars['DateTime']['output'];
  /** 用在几处 */
  readonly uses: Scalars['Int']['output'];
};

/** 一条及其位置 */
export type EvidenceFileEdge = {
  readonly __typename: 'EvidenceFileEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: EvidenceFile;
};

/** 一页 */
export type EvidenceFilePage = {
  readonly __typename: 'EvidenceFilePage';
  /** 本页的记录 */
  readonly nodes: ReadonlyArray<EvidenceFile>;
  /** 本页的记录，各带其翻页位置 */
  readonly edges: ReadonlyArray<EvidenceFileEdge>;
  /** 前后是否还有，从哪里接着翻 */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数 */
  readonly totalCount: Scalars['Int']['output'];
};

/** 评审专家 */
export type Expert = {
  readonly __typename: 'Expert';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 账号 */
  readonly accountId: Scalars['UUID']['output'];
  /** 姓名 */
  readonly name: Scalars['String']['output'];
  /** 所在单位 */
  readonly employerName: Scalars['String']['output'];
  /** 擅长的人才类型 */
  readonly types: Scalars['JSON']['output'];
  /** 专业 */
  readonly specialty: Maybe<Scalars['String']['output']>;
  /** 是否在聘 */
  readonly active: Scalars['Boolean']['output'];
};

/** 可聘为评审专家的账号 */
export type ExpertCandidate = {
  readonly __typename: 'ExpertCandidate';
  readonly id: Scalars['UUID']['output'];
  /** 姓名 */
  readonly name: Scalars['String']['output'];
  /** 登录名 */
  readonly login: Scalars['String']['output'];
};

/** 一条及其位置 */
export type ExpertEdge = {
  readonly __typename: 'ExpertEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Expert;
};

/** 一页 */
export type ExpertPage = {
  readonly __typename: 'ExpertPage';
  /** 本页的记录 */
  readonly nodes: ReadonlyArray<Expert>;
  /** 本页的记录，各带其翻页位置 */
  readonly edges: ReadonlyArray<ExpertEdge>;
  /** 前后是否还有，从哪里接着翻 */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数 */
  readonly totalCount: Scalars['Int']['output'];
};

/** 一次专家论证 */
export type ExpertVote = {
  readonly __typename: 'ExpertVote';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 论证日 */
  readonly heldOn: Scalars['Date']['output'];
  /** 应邀人数 */
  readonly invited: Scalars['Int']['output'];
  /** 回避人数 */
  readonly recused: Scalars['Int']['output'];
  /** 到会人数 */
  readonly present: Scalars['Int']['output'];
  /** 同意人数 */
  readonly agree: Scalars['Int']['output'];
  /** 须达到的比例 */
  readonly majority: Scalars['String']['output'];
  /** 是否通过 */
  readonly passed: Scalars['Boolean']['output'];
  /** 论证意见 */
  readonly note: Maybe<Scalars['String']['output']>;
};

/** 导出表可以包含的列 */
export type ExportColumn =
  | 'NAME'
  | 'GENDER'
  | 'BIRTH_DATE'
  | 'DOCUMENT_KIND'
  | 'DOCUMENT_NUMBER'
  | 'PHONE'
  | 'EMAIL'
  | 'NATIONALITY'
  | 'UNIT'
  | 'STATUS'
  | 'ENTERED_ON'
  | 'LEVEL'
  | 'LEVEL_SINCE'
  | 'TALENT_TYPE'
  | 'EMPLOYER'
  | 'EMPLOYER_USCC'
  | 'POSITION'
  | 'EMPLOYMENT_KIND'
  | 'EMPLOYED_FROM'
  | 'DEGREE'
  | 'SCHOOL'
  | 'MAJOR'
  | 'TITLE'
  | 'TITLE_RANK'
  | 'SPECIALTY'
  | 'RESIDENCE'
  | 'LAST_CONTACT_ON'
  | 'NEXT_CONTACT_DUE';

/** 与名录列表相同的筛选条件，或逐个选定的人 */
export type ExportFilterIn = {
  /** 单位（含下级） */
  readonly unitId?: InputMaybe<Scalars['UUID']['input']>;
  /** 人才层次（目录代码） */
  readonly level?: InputMaybe<Scalars['String']['input']>;
  /** 人才类型（目录代码） */
  readonly talentType?: InputMaybe<Scalars['String']['input']>;
  /** 状态 */
  readonly status?: InputMaybe<TalentStatus>;
  /** 姓名检索 */
  readonly search?: InputMaybe<Scalars['String']['input']>;
  /** 应联系日期早于 */
  readonly dueBefore?: InputMaybe<Scalars['Date']['input']>;
  /** 只导出这些人（编号） */
  readonly ids?: InputMaybe<ReadonlyArray<Scalars['UUID']['input']>>;
};

/** 导出的文件格式 */
export type ExportFormat =
  | 'XLSX'
  | 'CSV';

/** 一次名录导出 */
export type ExportJob = {
  readonly __typename: 'ExportJob';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 建立时间 */
  readonly createdAt: Scalars['DateTime']['output'];
  /** 申请人 */
  readonly actorName: Scalars['String']['output'];
  /** 用途 */
  readonly purpose: RevealPurpose;
  /** 具体事由 */
  readonly reason: Scalars['String']['output'];
  /** 筛选条件 */
  readonly filters: Scalars['JSON']['output'];
  /** 导出的列 */
  readonly columns: ReadonlyArray<Scalars['String']['output']>;
  /** 是否显示证件号码、电话、邮箱的明文 */
  readonly clear: Scalars['Boolean']['output'];
  /** 文件格式 */
  readonly format: ExportFormat;
  /** 状态 */
  readonly status: ExportStatus;
  /** 此刻可以办理的步骤 */
  readonly allowedSteps: ReadonlyArray<Scalars['String']['output']>;
  /** 追溯码 */
  readonly trace: Scalars['String']['output'];
  /** 总人数 */
  readonly rowsTotal: Maybe<Scalars['Int']['output']>;
  /** 已写入人数 */
  readonly rowsDone: Scalars['Int']['output'];
  /** 文件大小（字节） */
  readonly size: Maybe<Scalars['BigInt']['output']>;
  /** 下载次数 */
  readonly downloads: Scalars['Int']['output'];
  /** 文件保存至 */
  readonly expiresAt: Maybe<Scalars['DateTime']['output']>;
  /** 失败代码 */
  readonly failureCode: Maybe<Scalars['String']['output']>;
  /** 失败原因与处理办法 */
  readonly failure: Maybe<Scalars['String']['output']>;
};

/** 一条及其位置 */
export type ExportJobEdge = {
  readonly __typename: 'ExportJobEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: ExportJob;
};

/** 一页 */
export type ExportJobPage = {
  readonly __typename: 'ExportJobPage';
  /** 本页的记录 */
  readonly nodes: ReadonlyArray<ExportJob>;
  /** 本页的记录，各带其翻页位置 */
  readonly edges: ReadonlyArray<ExportJobEdge>;
  /** 前后是否还有，从哪里接着翻 */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数 */
  readonly totalCount: Scalars['Int']['output'];
};

/** 导出的状态 */
export type ExportStatus =
  | 'ASKED'
  | 'WRITING'
  | 'READY'
  | 'EXPIRED'
  | 'FAILED'
  | 'CANCELLED';

/** 家庭成员（只登记办理服务所需） */
export type FamilyIn = {
  /** 与本人关系 */
  readonly relation: Relation;
  /** 姓名 */
  readonly name: Scalars['String']['input'];
  /** 出生日期 */
  readonly birthDate?: InputMaybe<Scalars['Date']['input']>;
  /** 就读学校或工作单位 */
  readonly schoolOrWork?: InputMaybe<Scalars['String']['input']>;
  /** 登记用途（如子女入学） */
  readonly purpose: Scalars['String']['input'];
};

/** 家庭成员（只为办理服务） */
export type FamilyMember = {
  readonly __typename: 'FamilyMember';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 与本人关系 */
  readonly relation: Relation;
  /** 姓名（需要“查看人才敏感信息”权限，否则为空） */
  readonly name: Maybe<Scalars['String']['output']>;
  /** 出生日期（需要“查看人才敏感信息”权限，否则为空） */
  readonly birthDate: Maybe<Scalars['Date']['output']>;
  /** 就读学校或工作单位（需要“查看人才敏感信息”权限，否则为空） */
  readonly schoolOrWork: Maybe<Scalars['String']['output']>;
  /** 登记用途（如子女入学） */
  readonly purpose: Maybe<Scalars['String']['output']>;
};

/** 一件一事一议 */
export type FastTrackCase = {
  readonly __typename: 'FastTrackCase';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 版本 */
  readonly version: Scalars['Int']['output'];
  /** 案件编号（受理时给号，连续不断号） */
  readonly number: Maybe<Scalars['String']['output']>;
  /** 状态 */
  readonly status: CaseStatus;
  /** 是否限知（姓名与事由只有参办人员可见） */
  readonly secret: Scalars['Boolean']['output'];
  /** 是否团队 */
  readonly team: Scalars['Boolean']['output'];
  /** 拟引进层次代码 */
  readonly level: Scalars['String']['output'];
  /** 人选姓名（限知案件只有参办人员可见）（需要“查看一事一议人选姓名”权限，否则为空） */
  readonly candidateName: Maybe<Scalars['String']['output']>;
  /** 事由与诉求（限知案件只有参办人员可见）（需要“查看一事一议人选姓名”权限，否则为空） */
  readonly request: Maybe<Scalars['String']['output']>;
  /** 名录中的人选（限知案件只有参办人员可见）（需要“查看一事一议人选姓名”权限，否则为空） */
  readonly talentId: Maybe<Scalars['UUID']['output']>;
  /** 发起日 */
  readonly openedOn: Scalars['Date']['output'];
  /** 受理日（起算日，不计入） */
  readonly acceptedOn: Maybe<Scalars['Date']['output']>;
  /** 总时限（工作日） */
  readonly workingDays: Maybe<Scalars['Int']['output']>;
  /** 所依目录版次 */
  readonly termsVersion: Maybe<Scalars['Int']['output']>;
  /** 受理时的时限与论证规则 */
  readonly terms: Maybe<Scalars['JSON']['output']>;
  /** 应审定日 */
  readonly dueOn: Maybe<Scalars['Date']['output']>;
  /** 应审定日是否暂定（涉及未正式公布的日历） */
  readonly dueProvisional: Scalars['Boolean']['output'];
  /** 应审定日是否预估（暂停中，按预计恢复日推算） */
  readonly dueEstimated: Scalars['Boolean']['output'];
  /** 停止计时日（审定、不予支持或中止之日） */
  readonly settledOn: Maybe<Scalars['Date']['output']>;
  /** 协议编号 */
  readonly agreement: Maybe<Scalars['String']['output']>;
  /** 签约日 */
  readonly signedOn: Maybe<Scalars['Date']['output']>;
  /** 是否暂停中 */
  readonly paused: Scalars['Boolean']['output'];
  /** 暂停至（预计恢复日） */
  readonly pausedUntil: Maybe<Scalars['Date']['output']>;
  /** 等谁办理：未会签、未落实的单位（先到期的在前）、审定人或经办单位 */
  readonly heldBy: Maybe<Scalars['String']['output']>;
  /** 已用工作日（暂停不计） */
  readonly usedDays: Maybe<Scalars['Int']['output']>;
  /** 暂停的工作日 */
  readonly pausedDays: Maybe<Scalars['Int']['output']>;
  /** 逾期工作日（未逾期为零） */
  readonly overdueDays: Maybe<Scalars['Int']['output']>;
  /** 方案资金合计（元） */
  readonly plannedAmount: Maybe<Scalars['Decimal']['output']>;
  /** 此刻可以办理的步骤 */
  readonly allowedSteps: ReadonlyArray<Scalars['String']['output']>;
  readonly unit: Unit;
  readonly lead: Unit;
  readonly employer: Maybe<Unit>;
  readonly holder: Maybe<Unit>;
  readonly decider: Maybe<Post>;
  readonly parties: ReadonlyArray<CaseParty>;
  readonly stages: ReadonlyArray<CaseStage>;
  readonly measures: ReadonlyArray<Measure>;
  readonly countersigns: ReadonlyArray<Countersign>;
  readonly pauses: ReadonlyArray<CasePause>;
  readonly votes: ReadonlyArray<ExpertVote>;
  readonly decisions: ReadonlyArray<CaseDecision>;
  readonly assessments: ReadonlyArray<CaseAssessment>;
  readonly dueMoves: ReadonlyArray<DueMove>;
  /** 从受理次日到应审定日（逾期的到今天或审定之日）逐日怎样计算 */
  readonly clockDays: ReadonlyArray<ClockDay>;
  /** 哪个单位经办了几个工作日 */
  readonly holdings: ReadonlyArray<Holding>;
};


/** 一件一事一议 */
export type FastTrackCasePartiesArgs = {
  first?: Scalars['Int']['input'];
};


/** 一件一事一议 */
export type FastTrackCaseStagesArgs = {
  first?: Scalars['Int']['input'];
};


/** 一件一事一议 */
export type FastTrackCaseMeasuresArgs = {
  first?: Scalars['Int']['input'];
};


/** 一件一事一议 */
export type FastTrackCaseCountersignsArgs = {
  first?: Scalars['Int']['input'];
};


/** 一件一事一议 */
export type FastTrackCasePausesArgs = {
  first?: Scalars['Int']['input'];
};


/** 一件一事一议 */
export type FastTrackCaseVotesArgs = {
  first?: Scalars['Int']['input'];
};


/** 一件一事一议 */
export type FastTrackCaseDecisionsArgs = {
  first?: Scalars['Int']['input'];
};


/** 一件一事一议 */
export type FastTrackCaseAssessmentsArgs = {
  first?: Scalars['Int']['input'];
};


/** 一件一事一议 */
export type FastTrackCaseDueMovesArgs = {
  first?: Scalars['Int']['input'];
};


/** 一件一事一议 */
export type FastTrackCaseClockDaysArgs = {
  first?: Scalars['Int']['input'];
};


/** 一件一事一议 */
export type FastTrackCaseHoldingsArgs = {
  first?: Scalars['Int']['input'];
};

/** 一条及其位置 */
export type FastTrackCaseEdge = {
  readonly __typename: 'FastTrackCaseEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: FastTrackCase;
};

/** 一页 */
export type FastTrackCasePage = {
  readonly __typename: 'FastTrackCasePage';
  /** 本页的记录 */
  readonly nodes: ReadonlyArray<FastTrackCase>;
  /** 本页的记录，各带其翻页位置 */
  readonly edges: ReadonlyArray<FastTrackCaseEdge>;
  /** 前后是否还有，从哪里接着翻 */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数 */
  readonly totalCount: Scalars['Int']['output'];
};

/** 删除时如何处理 */
export type Fate =
  | 'DELETED'
  | 'BLANKED'
  | 'KEPT';

/** 名录数字的一行 */
export type Figure = {
  readonly __typename: 'Figure';
  /** 代码（空为未归入的） */
  readonly key: Scalars['String']['output'];
  /** 名称 */
  readonly label: Scalars['String']['output'];
  /** 人数 */
  readonly talents: Scalars['Int']['output'];
  /** 其中待更新 */
  readonly stale: Scalars['Int']['output'];
};

/** 名录数字按什么分列 */
export type FigureAxis =
  | 'LEVEL'
  | 'TYPE'
  | 'CATEGORY'
  | 'UNIT'
  | 'STATUS';

/** 一项更正 */
export type FigureCorrection = {
  readonly __typename: 'FigureCorrection';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 按什么分列 */
  readonly axis: FigureAxis;
  /** 哪一行（代码） */
  readonly key: Scalars['String']['output'];
  /** 哪一行 */
  readonly label: Scalars['String']['output'];
  /** 更正前人数 */
  readonly talentsBefore: Scalars['Int']['output'];
  /** 更正前待更新 */
  readonly staleBefore: Scalars['Int']['output'];
  /** 更正后人数 */
  readonly talents: Scalars['Int']['output'];
  /** 更正后待更新 */
  readonly stale: Scalars['Int']['output'];
  /** 更正原因 */
  readonly reason: Scalars['String']['output'];
  /** 更正时间 */
  readonly correctedAt: Scalars['DateTime']['output'];
  /** 更正人 */
  readonly correctedBy: Scalars['String']['output'];
};

/** 某日的名录数字 */
export type Figures = {
  readonly __typename: 'Figures';
  /** 截至 */
  readonly asOf: Scalars['Date']['output'];
  /** 按什么分列 */
  readonly by: FigureAxis;
  /** 人数 */
  readonly talents: Scalars['Int']['output'];
  /** 其中待更新 */
  readonly stale: Scalars['Int']['output'];
  /** 各行 */
  readonly lines: ReadonlyArray<Figure>;
  /** 统计单位（含下级） */
  readonly unit: Scalars['String']['output'];
  /** 口径：计入哪些人，按目录的哪一版 */
  readonly definition: Scalars['String']['output'];
};

/** 性别（按证件） */
export type Gender =
  | 'MALE'
  | 'FEMALE'
  | 'UNKNOWN';

/** 一项接续：由谁继续联系。 */
export type HandoverMoveIn = {
  /** 接续编号 */
  readonly handoverId: Scalars['UUID']['input'];
  /** 改由哪个岗位联系（空为原岗位继任者） */
  readonly toPostId?: InputMaybe<Scalars['UUID']['input']>;
  /** 亲属回避核实情况 */
  readonly kinshipChecked?: InputMaybe<Scalars['String']['input']>;
};

/** 一个单位经办案件的一段时间 */
export type Holding = {
  readonly __typename: 'Holding';
  /** 经办单位编号 */
  readonly unitId: Scalars['UUID']['output'];
  /** 经办单位 */
  readonly unitName: Scalars['String']['output'];
  /** 环节（案件状态；会签为 countersign） */
  readonly stage: Scalars['String']['output'];
  /** 接手日 */
  readonly since: Scalars['Date']['output'];
  /** 交出日（空为仍在经办） */
  readonly until: Maybe<Scalars['Date']['output']>;
  /** 经办的工作日（暂停不计） */
  readonly workingDays: Scalars['Int']['output'];
  /** 其间暂停的工作日 */
  readonly pausedDays: Scalars['Int']['output'];
};

/** 一个节日的放假安排：放假起止日与调休上班日 */
export type HolidayIn = {
  /** 节日名称 */
  readonly name: Scalars['String']['input'];
  /** 放假起日 */
  readonly first: Scalars['Date']['input'];
  /** 放假止日 */
  readonly last: Scalars['Date']['input'];
  /** 调休上班日（周末） */
  readonly workdays?: InputMaybe<ReadonlyArray<Scalars['Date']['input']>>;
  /** 另有依据文件的，写明文件 */
  readonly source?: InputMaybe<Scalars['String']['input']>;
};

/** 荣誉与人才计划 */
export type Honour = {
  readonly __typename: 'Honour';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 荣誉或人才计划 */
  readonly name: Scalars['String']['output'];
  /** 级别 */
  readonly grade: HonourGrade;
  /** 授予日期 */
  readonly grantedOn: Maybe<Scalars['Date']['output']>;
  /** 授予机关 */
  readonly grantedBy: Maybe<Scalars['String']['output']>;
};

/** 荣誉级别 */
export type HonourGrade =
  | 'NATIONAL'
  | 'PROVINCIAL'
  | 'CITY'
  | 'COUNTY'
  | 'OTHER';

/** 荣誉 */
export type HonourIn = {
  /** 荣誉或人才计划 */
  readonly name: Scalars['String']['input'];
  /** 级别 */
  readonly grade?: HonourGrade;
  /** 授予日期 */
  readonly grantedOn?: InputMaybe<Scalars['Date']['input']>;
  /** 授予机关 */
  readonly grantedBy?: InputMaybe<Scalars['String']['input']>;
};

/** 身份证件 */
export type IdentityDocument = {
  readonly __typename: 'IdentityDocument';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 证件种类 */
  readonly kind: DocumentKind;
  /** 证件号码（掩码） */
  readonly numberMasked: Scalars['String']['output'];
  /** 有效期起 */
  readonly validFrom: Maybe<Scalars['Date']['output']>;
  /** 有效期止 */
  readonly validUntil: Maybe<Scalars['Date']['output']>;
  /** 是否现用 */
  readonly active: Scalars['Boolean']['output'];
};

/** 目录改版的影响 */
export type ImpactKind =
  | 'GAIN'
  | 'LOSE'
  | 'PENDING';

/** 一格的错误、提醒或改动 */
export type ImportFinding = {
  readonly __typename: 'ImportFinding';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 错误、提醒或改动 */
  readonly severity: Severity;
  /** 列 */
  readonly column: Maybe<Scalars['String']['output']>;
  /** 列名 */
  readonly title: Maybe<Scalars['String']['output']>;
  /** 单元格 */
  readonly cell: Maybe<Scalars['String']['output']>;
  /** 填写的内容（敏感的已遮盖） */
  readonly shown: Maybe<Scalars['String']['output']>;
  /** 名录中原来的内容（敏感的已遮盖） */
  readonly before: Maybe<Scalars['String']['output']>;
  /** 代码 */
  readonly code: Scalars['String']['output'];
  /** 说明与改法 */
  readonly words: Scalars['String']['output'];
};

/** 一次名录导入 */
export type ImportJob = {
  readonly __typename: 'ImportJob';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 建立时间 */
  readonly createdAt: Scalars['DateTime']['output'];
  /** 上传人 */
  readonly actorName: Scalars['String']['output'];
  /** 文件名 */
  readonly filename: Scalars['String']['output'];
  /** 文件大小（字节） */
  readonly size: Scalars['BigInt']['output'];
  readonly unit: Maybe<Unit>;
  /** 指定的工作表 */
  readonly sheet: Maybe<Scalars['String']['output']>;
  /** 状态 */
  readonly status: ImportStatus;
  /** 此刻可以办理的步骤 */
  readonly allowedSteps: ReadonlyArray<Scalars['String']['output']>;
  /** 读到的表：工作表、编码、认出的列、没有用到的列 */
  readonly head: Scalars['JSON']['output'];
  /** 总行数 */
  readonly rowsTotal: Maybe<Scalars['Int']['output']>;
  /** 已处理行数 */
  readonly rowsDone: Scalars['Int']['output'];
  /** 进度（百分之几） */
  readonly percent: Maybe<Scalars['Int']['output']>;
  /** 将新增 */
  readonly rowsNew: Scalars['Int']['output'];
  /** 将更新 */
  readonly rowsUpdate: Scalars['Int']['output'];
  /** 没有变化 */
  readonly rowsUnchanged: Scalars['Int']['output'];
  /** 有错误 */
  readonly rowsError: Scalars['Int']['output'];
  /** 有提醒 */
  readonly rowsWarned: Scalars['Int']['output'];
  /** 已新增 */
  readonly entered: Scalars['Int']['output'];
  /** 已更新 */
  readonly changed: Scalars['Int']['output'];
  /** 失败代码 */
  readonly failureCode: Maybe<Scalars['String']['output']>;
  /** 失败原因与处理办法 */
  readonly failure: Maybe<Scalars['String']['output']>;
  /** 入库人 */
  readonly committedBy: Maybe<Scalars['String']['output']>;
  /** 检查完成时间 */
  readonly checkedAt: Maybe<Scalars['DateTime']['output']>;
  /** 结束时间 */
  readonly finishedAt: Maybe<Scalars['DateTime']['output']>;
};

/** 一条及其位置 */
export type ImportJobEdge = {
  readonly __typename: 'ImportJobEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: ImportJob;
};

/** 一页 */
export type ImportJobPage = {
  readonly __typename: 'ImportJobPage';
  /** 本页的记录 */
  readonly nodes: ReadonlyArray<ImportJob>;
  /** 本页的记录，各带其翻页位置 */
  readonly edges: ReadonlyArray<ImportJobEdge>;
  /** 前后是否还有，从哪里接着翻 */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数 */
  readonly totalCount: Scalars['Int']['output'];
};

/** 导入中有话要说的一行 */
export type ImportRow = {
  readonly __typename: 'ImportRow';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 行号 */
  readonly rowNumber: Scalars['Int']['output'];
  /** 结果 */
  readonly outcome: RowOutcome;
  /** 姓名 */
  readonly name: Scalars['String']['output'];
  /** 对应的人才 */
  readonly talentId: Maybe<Scalars['UUID']['output']>;
  readonly findings: ReadonlyArray<ImportFinding>;
};


/** 导入中有话要说的一行 */
export type ImportRowFindingsArgs = {
  first?: Scalars['Int']['input'];
};

/** 一条及其位置 */
export type ImportRowEdge = {
  readonly __typename: 'ImportRowEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: ImportRow;
};

/** 一页 */
export type ImportRowPage = {
  readonly __typename: 'ImportRowPage';
  /** 本页的记录 */
  readonly nodes: ReadonlyArray<ImportRow>;
  /** 本页的记录，各带其翻页位置 */
  readonly edges: ReadonlyArray<ImportRowEdge>;
  /** 前后是否还有，从哪里接着翻 */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数 */
  readonly totalCount: Scalars['Int']['output'];
};

/** 导入的状态 */
export type ImportStatus =
  | 'UPLOADED'
  | 'CHECKING'
  | 'CHECKED'
  | 'COMMITTING'
  | 'DONE'
  | 'FAILED'
  | 'CANCELLED';

/** 一项引进申报 */
export type IntroductionClaim = {
  readonly __typename: 'IntroductionClaim';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 人才 */
  readonly talentId: Scalars['UUID']['output'];
  /** 人才姓名 */
  readonly talentName: Scalars['String']['output'];
  /** 申报单位 */
  readonly unitId: Scalars['UUID']['output'];
  /** 到岗日期 */
  readonly arrivedOn: Scalars['Date']['output'];
  /** 引进方式 */
  readonly kind: ArrivalKind;
  /** 计入哪个季度 */
  readonly quarter: Scalars['String']['output'];
  /** 说明 */
  readonly note: Maybe<Scalars['String']['output']>;
  /** 状态 */
  readonly status: ClaimStatus;
  /** 此刻可以办理的步骤 */
  readonly allowedSteps: ReadonlyArray<Scalars['String']['output']>;
  /** 份额 */
  readonly share: Scalars['Decimal']['output'];
  /** 申报人 */
  readonly claimedBy: Scalars['String']['output'];
  /** 申报日期 */
  readonly claimedOn: Scalars['Date']['output'];
  /** 撤回理由 */
  readonly withdrawnReason: Maybe<Scalars['String']['output']>;
  readonly unit: Unit;
  readonly talent: Maybe<Talent>;
  /** 历次增减 */
  readonly credits: ReadonlyArray<IntroductionCredit>;
};


/** 一项引进申报 */
export type IntroductionClaimCreditsArgs = {
  first?: Scalars['Int']['input'];
};

/** 一条及其位置 */
export type IntroductionClaimEdge = {
  readonly __typename: 'IntroductionClaimEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: IntroductionClaim;
};

/** 一页 */
export type IntroductionClaimPage = {
  readonly __typename: 'IntroductionClaimPage';
  /** 本页的记录 */
  readonly nodes: ReadonlyArray<IntroductionClaim>;
  /** 本页的记录，各带其翻页位置 */
  readonly edges: ReadonlyArray<IntroductionClaimEdge>;
  /** 前后是否还有，从哪里接着翻 */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数 */
  readonly totalCount: Scalars['Int']['output'];
};

/** 引进数的一笔增减 */
export type IntroductionCredit = {
  readonly __typename: 'IntroductionCredit';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 季度 */
  readonly quarter: Scalars['String']['output'];
  /** 增减 */
  readonly amount: Scalars['Decimal']['output'];
  /** 记账日期 */
  readonly recordedOn: Scalars['Date']['output'];
  /** 是否更正（季度已锁定） */
  readonly correction: Scalars['Boolean']['output'];
  /** 事由 */
  readonly why: Scalars['String']['output'];
  /** 经办 */
  readonly byName: Scalars['String']['output'];
};

/** 一个季度的引进数 */
export type Introductions = {
  readonly __typename: 'Introductions';
  /** 季度 */
  readonly quarter: Scalars['String']['output'];
  /** 为哪一日所知 */
  readonly asOf: Scalars['Date']['output'];
  /** 季度是否已锁定 */
  readonly locked: Scalars['Boolean']['output'];
  /** 合计 */
  readonly total: Scalars['Decimal']['output'];
  /** 各单位 */
  readonly units: ReadonlyArray<UnitIntroductions>;
};

/** 共享密钥，只显示这一次 */
export type IssuedSecret = {
  readonly __typename: 'IssuedSecret';
  /** 密钥编号 */
  readonly keyId: Scalars['String']['output'];
  /** 密钥（base64） */
  readonly secret: Scalars['String']['output'];
  /** 到期时间 */
  readonly validUntil: Scalars['DateTime']['output'];
};

/** 一条记录的办理结果 */
export type ItemOutcome = {
  readonly __typename: 'ItemOutcome';
  /** 名册中的记录 */
  readonly itemId: Scalars['UUID']['output'];
  /** 是否办成 */
  readonly done: Scalars['Boolean']['output'];
  /** 结果或原因 */
  readonly words: Scalars['String']['output'];
};

/** 一条记录在季度更新中的状态 */
export type ItemStatus =
  | 'PENDING'
  | 'CONFIRMED'
  | 'CHANGED'
  | 'LEFT'
  | 'UNCONFIRMED'
  | 'LATE'
  | 'DROPPED';

/** 部门联审意见 */
export type JointOpinion =
  | 'AGREE'
  | 'DISAGREE';

/** 一个部门的联审 */
export type JointReview = {
  readonly __typename: 'JointReview';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 第几轮 */
  readonly round: Scalars['Int']['output'];
  /** 状态 */
  readonly status: JointReviewStatus;
  /** 送达日（起算日，不计入） */
  readonly askedOn: Scalars['Date']['output'];
  /** 时限（工作日） */
  readonly workingDays: Scalars['Int']['output'];
  /** 应答复日 */
  readonly dueOn: Scalars['Date']['output'];
  /** 应答复日是否暂定 */
  readonly dueProvisional: Scalars['Boolean']['output'];
  /** 是否逾期（未答复的按今天算） */
  readonly overdue: Scalars['Boolean']['output'];
  /** 送审说明（需要“查看认定评审意见”权限，否则为空） */
  readonly note: Maybe<Scalars['String']['output']>;
  /** 意见（需要“查看认定评审意见”权限，否则为空） */
  readonly opinion: Maybe<JointOpinion>;
  /** 理由（需要“查看认定评审意见”权限，否则为空） */
  readonly reason: Maybe<Scalars['String']['output']>;
  /** 答复日 */
  readonly answeredOn: Maybe<Scalars['Date']['output']>;
  /** 答复人（需要“查看认定评审意见”权限，否则为空） */
  readonly answeredName: Maybe<Scalars['String']['output']>;
  /** 此刻可以办理的步骤 */
  readonly allowedSteps: ReadonlyArray<Scalars['String']['output']>;
  readonly unit: Unit;
  readonly application: RecognitionApplication;
};

/** 一条及其位置 */
export type JointReviewEdge = {
  readonly __typename: 'JointReviewEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: JointReview;
};

/** 一页 */
export type JointReviewPage = {
  readonly __typename: 'JointReviewPage';
  /** 本页的记录 */
  readonly nodes: ReadonlyArray<JointReview>;
  /** 本页的记录，各带其翻页位置 */
  readonly edges: ReadonlyArray<JointReviewEdge>;
  /** 前后是否还有，从哪里接着翻 */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数 */
  readonly totalCount: Scalars['Int']['output'];
};

/** 部门联审的状态 */
export type JointReviewStatus =
  | 'PENDING'
  | 'ANSWERED'
  | 'SUPERSEDED'
  | 'CALLED_OFF';

/** 合作系统的签名算法 */
export type KeyAlgorithm =
  | 'ED25519'
  | 'HMAC_SHA256';

/** 合并之后新增或更改的一项 */
export type LaterFact = {
  readonly __typename: 'LaterFact';
  /** 编号 */
  readonly rowId: Scalars['UUID']['output'];
  /** 表 */
  readonly table: Scalars['String']['output'];
  /** 事项 */
  readonly word: Scalars['String']['output'];
  /** 内容 */
  readonly told: Scalars['String']['output'];
  /** 日期 */
  readonly day: Scalars['Date']['output'];
  /** 是否为合并时已有、其后更改的 */
  readonly changed: Scalars['Boolean']['output'];
  /** 是否可以转给恢复的记录 */
  readonly mayGo: Scalars['Boolean']['output'];
};

/** 领导层级：据此安排谁联系谁 */
export type LeaderLevel =
  | 'CITY'
  | 'DEPARTMENT'
  | 'COUNTY'
  | 'TOWN';

/** 权益账的一行 */
export type LedgerEntry = {
  readonly __typename: 'LedgerEntry';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 授予、预占、确认、取消、冲正或过期 */
  readonly entry: Entry;
  /** 可用次数的增减（不限次数的授予记零） */
  readonly amount: Scalars['Int']['output'];
  /** 说明 */
  readonly note: Scalars['String']['output'];
  /** 建立时间 */
  readonly createdAt: Scalars['DateTime']['output'];
  readonly redemption: Maybe<Redemption>;
};

/** 一条及其位置 */
export type LedgerEntryEdge = {
  readonly __typename: 'LedgerEntryEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: LedgerEntry;
};

/** 一页 */
export type LedgerEntryPage = {
  readonly __typename: 'LedgerEntryPage';
  /** 本页的记录 */
  readonly nodes: ReadonlyArray<LedgerEntry>;
  /** 本页的记录，各带其翻页位置 */
  readonly edges: ReadonlyArray<LedgerEntryEdge>;
  /** 前后是否还有，从哪里接着翻 */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数 */
  readonly totalCount: Scalars['Int']['output'];
};

/** 一个层次的覆盖率 */
export type LevelCoverage = {
  readonly __typename: 'LevelCoverage';
  /** 人才层次代码（空为未定层次） */
  readonly level: Scalars['String']['output'];
  /** 在库人才 */
  readonly talents: Scalars['Int']['output'];
  /** 有领导联系 */
  readonly covered: Scalars['Int']['output'];
  /** 覆盖率（没有人才的为空） */
  readonly rate: Maybe<Scalars['Float']['output']>;
};

/** 历次层次 */
export type LevelGrant = {
  readonly __typename: 'LevelGrant';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 人才层次（目录代码） */
  readonly level: Scalars['String']['output'];
  /** 层次名称（今日目录） */
  readonly levelName: Maybe<Scalars['String']['output']>;
  /** 起始日 */
  readonly validFrom: Scalars['Date']['output'];
  /** 截止日（空为至今） */
  readonly validUntil: Maybe<Scalars['Date']['output']>;
  /** 依据 */
  readonly basis: Maybe<Scalars['String']['output']>;
};

/** 是同一人的可能 */
export type Likelihood =
  | 'CERTAIN'
  | 'POSSIBLE';

/** 批次中一个人的状态 */
export type LineStatus =
  | 'PLANNED'
  | 'SKIPPED'
  | 'ISSUED';

/** 联系记录的状态：计划、待补记、已记录、待审、已归档、取消。 */
export type LogStatus =
  | 'PLANNED'
  | 'LAPSED'
  | 'RECORDED'
  | 'REVIEW'
  | 'ARCHIVED'
  | 'CANCELLED';

/** 我 */
export type Me = {
  readonly __typename: 'Me';
  /** 账号编号 */
  readonly id: Scalars['UUID']['output'];
  /** 登录名 */
  readonly login: Scalars['String']['output'];
  /** 姓名 */
  readonly name: Scalars['String']['output'];
  /** 以何种身份办理 */
  readonly kind: Scalars['String']['output'];
  /** 账号类别 */
  readonly accountKind: AccountKind;
  /** 当前办理的岗位 */
  readonly post: Maybe<Seat>;
  /** 在任岗位 */
  readonly posts: ReadonlyArray<Seat>;
  /** 权限 */
  readonly permissions: ReadonlyArray<Scalars['String']['output']>;
  /** 须再次验证身份才可使用的权限 */
  readonly locked: ReadonlyArray<Scalars['String']['output']>;
  /** 可见单位路径起（含） */
  readonly lo: Scalars['String']['output'];
  /** 可见单位路径止（不含） */
  readonly hi: Scalars['String']['output'];
  /** 本人、本岗位或本伙伴 */
  readonly selfId: Maybe<Scalars['UUID']['output']>;
  /** 当前登录 */
  readonly sessionId: Scalars['UUID']['output'];
  /** 最迟到期时间 */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** 再次验证的有效期 */
  readonly stepUpUntil: Maybe<Scalars['DateTime']['output']>;
  /** 须先绑定身份验证器 */
  readonly mustEnrolTotp: Scalars['Boolean']['output'];
  /** 须先修改初始密码 */
  readonly mustChangePassword: Scalars['Boolean']['output'];
  /** 密码已到更换期限 */
  readonly passwordIsOld: Scalars['Boolean']['output'];
};

/** 方案中的一项措施 */
export type Measure = {
  readonly __typename: 'Measure';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 序号（依方案的次序，已取消的不重用） */
  readonly ordinal: Scalars['Int']['output'];
  /** 类别代码 */
  readonly kind: Scalars['String']['output'];
  /** 类别 */
  readonly kindName: Scalars['String']['output'];
  /** 内容 */
  readonly content: Scalars['String']['output'];
  /** 金额（元） */
  readonly amount: Maybe<Scalars['Decimal']['output']>;
  /** 完成时限 */
  readonly dueOn: Scalars['Date']['output'];
  /** 是否评估合格后落实 */
  readonly afterAssessment: Scalars['Boolean']['output'];
  /** 状态 */
  readonly status: MeasureStatus;
  /** 落实日 */
  readonly doneOn: Maybe<Scalars['Date']['output']>;
  /** 落实情况或取消理由 */
  readonly result: Maybe<Scalars['String']['output']>;
  /** 此刻可以办理的步骤 */
  readonly allowedSteps: ReadonlyArray<Scalars['String']['output']>;
  readonly unit: Unit;
  readonly case: FastTrackCase;
};

/** 一条及其位置 */
export type MeasureEdge = {
  readonly __typename: 'MeasureEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Measure;
};

/** 方案中的一项措施 */
export type MeasureIn = {
  /** 已有措施的编号；新措施不填 */
  readonly id?: InputMaybe<Scalars['UUID']['input']>;
  /** 类别代码（见受理时的规定） */
  readonly kind: Scalars['String']['input'];
  /** 内容 */
  readonly content: Scalars['String']['input'];
  /** 金额（元），资金类必填 */
  readonly amount?: InputMaybe<Scalars['Decimal']['input']>;
  /** 责任单位 */
  readonly unitId: Scalars['UUID']['input'];
  /** 完成时限 */
  readonly dueOn: Scalars['Date']['input'];
  /** 是否评估合格后落实 */
  readonly afterAssessment?: Scalars['Boolean']['input'];
};

/** 一页 */
export type MeasurePage = {
  readonly __typename: 'MeasurePage';
  /** 本页的记录 */
  readonly nodes: ReadonlyArray<Measure>;
  /** 本页的记录，各带其翻页位置 */
  readonly edges: ReadonlyArray<MeasureEdge>;
  /** 前后是否还有，从哪里接着翻 */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数 */
  readonly totalCount: Scalars['Int']['output'];
};

/** 支持措施的状态 */
export type MeasureStatus =
  | 'PLANNED'
  | 'ASSIGNED'
  | 'HELD'
  | 'DONE'
  | 'DROPPED';

/** 领导小组成员资格 */
export type Membership = {
  readonly __typename: 'Membership';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 成员单位 */
  readonly unitId: Scalars['UUID']['output'];
  /** 领导小组 */
  readonly groupId: Scalars['UUID']['output'];
  /** 起始日 */
  readonly validFrom: Scalars['Date']['output'];
  /** 截止日（空为至今） */
  readonly validUntil: Maybe<Scalars['Date']['output']>;
  readonly unit: Unit;
  readonly group: Unit;
};

/** 合并时一类事项的处理规则 */
export type MergeRule = {
  readonly __typename: 'MergeRule';
  /** 表 */
  readonly table: Scalars['String']['output'];
  /** 事项 */
  readonly word: Scalars['String']['output'];
  /** 怎样处理 */
  readonly rule: Scalars['String']['output'];
};

export type Mutation = {
  readonly __typename: 'Mutation';
  /**
   * 开展一个季度的更新。（需要“组织季度更新、冻结季度数字”权限）
   *
   * 此刻在库与待更新的每一条都列入所属单位的名册；其后录入的不必确认。期限按工作日历，从次日起算。
   */
  readonly openCampaign: Campaign;
  /**
   * 提前截止一次季度更新。（需要“组织季度更新、冻结季度数字”权限）
   *
   * 未确认的随即转为待更新，仍可补确认。
   */
  readonly closeCampaign: Campaign;
  /** 催办：告知一个单位（含下级）经办季度更新的岗位。一天只告知一次。（需要“确认季度名册”权限） */
  readonly urgeCampaign: Campaign;
  /**
   * 确认所选的记录没有变动。（需要“确认季度名册”权限）
   *
   * 逐条给出结果：已由他人确认的、已离开的不重复办理，其余照办。截止后的为补确认，待更新的随即恢复在库。
   */
  readonly confirmCampaignItems: AnswerOutcome;
  /**
   * 撤销刚才的确认。（需要“确认季度名册”权限）
   *
   * 只在规定的分钟内、由确认人本人撤销；其间更改过的不撤销。
   */
  readonly undoCampaignItems: AnswerOutcome;
  /** 在季度更新中登记离开，写明日期、原因、已向谁报告。（需要“确认季度名册”权限） */
  readonly markLeftInCampaign: CampaignItem;
  /**
   * 冻结一个季度的数字。（需要“组织季度更新、冻结季度数字”权限）
   *
   * 把季度末日的名录逐条存下并算出摘要，此后不能更改；发现差错的，登记更正，原数照旧可查。
   */
  readonly freezeQuarter: QuarterSnapshot;
  /** 登记更正：冻结后发现差错的一行，写明更正后的数与原因；公布时的数保留。（需要“组织季度更新、冻结季度数字”权限） */
  readonly correctFigure: FigureCorrection;
  /**
   * 拟定发卡批次。（需要“发卡”权限）
   *
   * 按名单，或按单位与层次：列出在库、层次有对应卡种、尚未持卡的人。名单即预览，提交前可移出个别人。
   */
  readonly drawUpCardBatch: CardBatch;
  /** 从草拟的批次中移出个别人。（需要“发卡”权限） */
  readonly removeFromCardBatch: CardBatch;
  /** 提交发卡批次待批。（需要“发卡”权限） */
  readonly submitCardBatch: CardBatch;
  /** 退回发卡批次修改。（需要“批准发卡批次”权限） */
  readonly returnCardBatch: CardBatch;
  /** 撤回发卡批次。（需要“发卡”权限） */
  readonly withdrawCardBatch: CardBatch;
  /**
   * 批准发卡批次，并即发放。（需要“批准发卡批次”权限）
   *
   * 人数多的由后台继续发放，进度见已发卡数。批准后层次有变化、已离开或已持卡的人不发，注明原因。
   */
  readonly approveCardBatch: CardBatch;
  /** 激活一张卡，并授予本期权益。（需要“发卡”权限） */
  readonly activateCard: Card;
  /**
   * 冻结一张卡。（需要“冻结、挂失、换发、注销优才卡”权限）
   *
   * 冻结期间不能核销，额度与预约保留；原因告知持卡人。
   */
  readonly freezeCard: Card;
  /** 解冻一张卡。（需要“冻结、挂失、换发、注销优才卡”权限） */
  readonly thawCard: Card;
  /** 挂失一张卡。（需要“冻结、挂失、换发、注销优才卡”权限） */
  readonly reportCardLost: Card;
  /** 解除挂失。（需要“冻结、挂失、换发、注销优才卡”权限） */
  readonly findCard: Card;
  /**
   * 换发一张卡，返回新卡。（需要“冻结、挂失、换发、注销优才卡”权限）
   *
   * 旧卡号立即失效；卡种、有效期、额度、预约原样转到新卡。冻结的卡换发后仍为冻结。
   */
  readonly replaceCard: Card;
  /**
   * 注销一张卡。（需要“冻结、挂失、换发、注销优才卡”权限）
   *
   * 未用的额度作废，预约取消并告知；用过的记录保留。
   */
  readonly cancelCard: Card;
  /**
   * 核销一次权益。（需要“核销权益”权限）
   *
   * 本人各周期的额度与全市名额须同时有余，否则都不动用。同一幂等键重复提交，只记一次并返回首次的结果。
   */
  readonly redeem: Redemption;
  /**
   * 取本人优才卡的动态码。（需要“查看本人资料”权限）
   *
   * 一次取一批，各在自己的时段内出示，没有网络也能用；没用过的原样返回，只补不足的。手机请以 `serverTime` 为准。
   */
  readonly issueCardCodes: CardCodes;
  /**
   * 核验持卡人出示的动态码。（需要“核验持卡人”权限）
   *
   * 扫码所得的文字，或 8 位数字。一个码只能核验一次；答复卡种、有效期与可核销的服务，几分钟内凭它核销，只限本窗口。
   */
  readonly presentCard: CardPresentation;
  /**
   * 凭刚才的核验核销一次权益。（需要“核销权益”权限）
   *
   * 只限核验的窗口，在核验失效之前；其余与按卡号核销相同。同一幂等键重复提交，只记一次并返回首次的结果。
   */
  readonly redeemPresented: Redemption;
  /**
   * 补录一次核销。（需要“核销权益”权限）
   *
   * 网点断网时已提供的服务，在规定时限内补录，计入发生当日的额度。
   */
  readonly recordRedemption: Redemption;
  /**
   * 预约一项服务。（需要“核销权益”权限）
   *
   * 预占本人额度与全市名额，到时核销或取消；逾期未到的自动退回。
   */
  readonly reserve: Redemption;
  /** 核销一笔预约。（需要“核销权益”权限） */
  readonly confirmReservation: Redemption;
  /**
   * 取消一笔预约。（需要“核销权益”权限）
   *
   * 预占的额度退回；有人候补全市名额时，空出的名额依次递补。
   */
  readonly cancelReservation: Redemption;
  /**
   * 冲正一笔核销。（需要“核销权益”权限）
   *
   * 另记一笔负数，原核销保留。网点在时限内可自行撤销；超过时限由人才办办理，已结算的须写明原因，计入本月。
   */
  readonly reverseRedemption: Redemption;
  /**
   * 登记候补。（需要“核销权益”权限）
   *
   * 全市名额用完时登记；有人取消时按登记先后递补为预约，并告知持卡人。
   */
  readonly joinPoolLine: PoolWait;
  /** 退出候补。（需要“核销权益”权限） */
  readonly leavePoolLine: PoolWait;
  /**
   * 调整本期全市名额。（需要“冻结、挂失、换发、注销优才卡”权限）
   *
   * 调增的名额先留给候补；不能调减到已用以下。
   */
  readonly setPoolQuota: CityPool;
  /**
   * 发布目录条目的新版。（需要“发布目录与工作日历”权限）
   *
   * 旧版在新版起始日的前一天截止；已按旧版办理、发放的，一律保持原有的次数与标准。
   */
  readonly publishEntry: CatalogueEntry;
  /** 停用目录条目：到某日为止，其后不再有效。（需要“发布目录与工作日历”权限） */
  readonly withdrawEntry: CatalogueEntry;
  /**
   * 发布一年的工作日历。（需要“发布目录与工作日历”权限）
   *
   * 按国务院办公厅放假通知逐条填写放假起止日与调休上班日。发布后，未办结事项的期限随之重新推算，并逐件列明变动。
   */
  readonly publishWorkCalendar: WorkYear;
  /**
   * 安排联系领导。（需要“安排联系领导”权限）
   *
   * 联系挂在岗位上，任职者变动时由继任者接续。与人才亲属同名的，须填写核实情况。
   */
  readonly assignContact: ContactAssignment;
  /**
   * 结束联系安排。（需要“安排联系领导”权限）
   *
   * 联系记录保留；该岗位自此不再看到这位人才。
   */
  readonly endContact: ContactAssignment;
  /**
   * 办理联系接续。（需要“安排联系领导”权限）
   *
   * 逐项写明由原岗位的继任者接续，或改由其他岗位联系；没有写到的仍为待接续。要么全部办成，要么一项不动。
   */
  readonly handOverContacts: ReadonlyArray<ContactAssignment>;
  /**
   * 随人联系。（需要“安排联系领导”权限）
   *
   * 领导调任后经批准继续联系原来的人才：这一项随人转到其新岗位，以后再调任时仍随人走。
   */
  readonly keepContactPersonally: ContactAssignment;
  /**
   * 记录四问。（需要“记录四问”权限）
   *
   * 问候只计一次联系；问情列为待核实的资料变动；问需登记为需求并跟踪到本人确认；问策登记为建议并答复采纳情况。
   * 四栏皆空的不能记录。联系领导以本人岗位记录；联络员代记的写明岗位。
   */
  readonly recordContact: ContactLog;
  /**
   * 登记联系计划。（需要“记录四问”权限）
   *
   * 到期没有记录的转为待补记，不计入完成。
   */
  readonly planContact: ContactLog;
  /**
   * 按计划记录四问。（需要“记录四问”权限）
   *
   * 计划中的联系已经进行，填写四问；待补记的也由此补记。
   */
  readonly completeContact: ContactLog;
  /** 取消联系计划。（需要“记录四问”权限） */
  readonly cancelContact: ContactLog;
  /**
   * 更正联系记录。（需要“记录四问”权限）
   *
   * 记录后规定天数内可以更正。已据某栏登记的事项尚未办理的随之改写；新填的一栏照常产生后续。
   */
  readonly amendContact: ContactLog;
  /** 送审联系记录。（需要“记录四问”权限） */
  readonly submitContact: ContactLog;
  /** 退改联系记录。（需要“安排联系领导”权限） */
  readonly handBackContact: ContactLog;
  /** 归档联系记录。（需要“安排联系领导”权限） */
  readonly archiveContact: ContactLog;
  /**
   * 提出需求。（需要“提出需求、确认办结”权限）
   *
   * 人才本人提出；联系领导、联络员或窗口也可代为登记，此时须写明是哪位人才。
   */
  readonly raiseNeed: Need;
  /**
   * 分办需求。（需要“办理需求与建议”权限）
   *
   * 办理期限按需求类别规定的工作日自分办次日起算。退回的需求由此重新分办，期限重新计算。
   */
  readonly routeNeed: Need;
  /** 受理分办的需求。（需要“办理需求与建议”权限） */
  readonly acceptNeed: Need;
  /**
   * 退回分办的需求。（需要“办理需求与建议”权限）
   *
   * 不属本单位职责的，写明理由退回，由人才办重新分办。
   */
  readonly declineNeed: Need;
  /**
   * 报办结。（需要“办理需求与建议”权限）
   *
   * 写明办理结果；本人确认后才算办结。
   */
  readonly finishNeed: Need;
  /** 确认办结。（需要“提出需求、确认办结”权限） */
  readonly confirmNeed: Need;
  /** 不满意，退回重办。（需要“提出需求、确认办结”权限） */
  readonly sendBackNeed: Need;
  /**
   * 答复建议。（需要“办理需求与建议”权限）
   *
   * 写明采纳、部分采纳或不采纳，并说明理由；人才本人可见。
   */
  readonly answerSuggestion: Suggestion;
  /**
   * 发起一件一事一议。（需要“发起一事一议”权限）
   *
   * level：拟引进层次；leadId：牵头办理的人才办；secret：限知，姓名与事由只有参办人员可见。编号在受理时给出。
   */
  readonly openCase: FastTrackCase;
  /** 受理：给号、起算，时限按当日有效的规定冻结。（需要“受理、拟定方案、汇总、结案”权限） */
  readonly acceptCase: FastTrackCase;
  /** 核验通过：资格与硬性条件已核实，转入方案拟定。（需要“受理、拟定方案、汇总、结案”权限） */
  readonly verifyCase: FastTrackCase;
  /** 不予支持：不符合条件或论证未通过，写明理由。（需要“受理、拟定方案、汇总、结案”权限） */
  readonly declineCase: FastTrackCase;
  /** 撤回：发起单位在审定之前撤回案件，编号保留。（需要“发起一事一议”权限） */
  readonly withdrawCase: FastTrackCase;
  /** 中止：牵头单位终止案件，未落实的措施一并取消。（需要“受理、拟定方案、汇总、结案”权限） */
  readonly stopCase: FastTrackCase;
  /** 结案：措施都已落实或取消。（需要“受理、拟定方案、汇总、结案”权限） */
  readonly closeCase: FastTrackCase;
  /**
   * 拟定服务方案：列出全部措施。（需要“受理、拟定方案、汇总、结案”权限）
   *
   * 带编号的按编号修改，不带的新增，没有列出的取消；次序即列出的次序。version：您看到的案件版本，他人改过则须先对照。
   */
  readonly setCasePlan: FastTrackCase;
  /** 登记签约。（需要“受理、拟定方案、汇总、结案”权限） */
  readonly signCase: FastTrackCase;
  /** 交办落实：措施逐项交责任单位，须评估的先挂起。（需要“受理、拟定方案、汇总、结案”权限） */
  readonly deliverCase: FastTrackCase;
  /** 登记一项措施已落实，写明情况。（需要“登记一事一议措施落实”权限） */
  readonly completeMeasure: Measure;
  /** 取消一项措施，写明理由。（需要“受理、拟定方案、汇总、结案”权限） */
  readonly dropMeasure: Measure;
  /** 登记评估结果：合格的，挂起的措施可以落实。（需要“受理、拟定方案、汇总、结案”权限） */
  readonly assessCase: FastTrackCase;
  /** 送部门联审：同时发给各部门，各有时限。（需要“受理、拟定方案、汇总、结案”权限） */
  readonly sendToCountersign: FastTrackCase;
  /** 协调后请部门重新会签，原意见保留。（需要“受理、拟定方案、汇总、结案”权限） */
  readonly askCountersignAgain: FastTrackCase;
  /** 退回修改方案，未答复的会签撤回。（需要“受理、拟定方案、汇总、结案”权限） */
  readonly reviseCasePlan: FastTrackCase;
  /** 会签：同意、修改后同意或不同意；后两者须写明理由。（需要“一事一议部门联审”权限） */
  readonly countersign: Countersign;
  /** 本人回避，由本单位另一岗位代签。回避及于全案，不能撤销。（需要“一事一议部门联审”权限） */
  readonly recuse: Countersign;
  /** 送专家论证：须各部门已会签且没有不同意。（需要“受理、拟定方案、汇总、结案”权限） */
  readonly consultExperts: FastTrackCase;
  /** 登记专家论证结果：应邀、回避、到会、同意的人数。（需要“受理、拟定方案、汇总、结案”权限） */
  readonly recordExpertVote: FastTrackCase;
  /**
   * 汇总意见，报请审定。（需要“受理、拟定方案、汇总、结案”权限）
   *
   * deciderId：审定人的岗位（领导小组组长等）。须各部门已会签且没有不同意；规定须论证的，须论证通过。
   */
  readonly submitCase: FastTrackCase;
  /**
   * 审定：同意、退回完善或不予支持。审定记录一经写下不可更改。（需要“审定一事一议”权限）
   *
   * form：审定形式，如“组长审定”或“领导小组2026年第3次会议”。
   */
  readonly decideCase: FastTrackCase;
  /** 暂停计时，写明理由和预计恢复日。当日仍计入，次日起不计；各部门会签期限一并顺延。（需要“受理、拟定方案、汇总、结案”权限） */
  readonly pauseCase: FastTrackCase;
  /** 恢复计时。恢复当日不计，次日起接着计算剩余的工作日。（需要“受理、拟定方案、汇总、结案”权限） */
  readonly resumeCase: FastTrackCase;
  /** 退出登录。（登录即可） */
  readonly signOut: Scalars['Boolean']['output'];
  /** 注销我在另一台设备上的登录。（登录即可） */
  readonly revokeSession: Session;
  /** 换一个在任岗位办理。（登录即可） */
  readonly choosePost: Session;
  /**
   * 修改我的密码。（登录即可）
   *
   * 其他设备上的登录随即注销。
   */
  readonly changePassword: Scalars['Boolean']['output'];
  /** 绑定身份验证器：取得二维码。（登录即可） */
  readonly beginTotp: Enrolment;
  /** 绑定身份验证器：输入显示的动态码完成绑定。（登录即可） */
  readonly confirmTotp: Scalars['Boolean']['output'];
  /**
   * 再次验证身份，以便导出、查看明文或授权。（登录即可）
   *
   * 绑定了身份验证器的输入动态码，其他账号输入密码。
   */
  readonly stepUp: Session;
  /**
   * 建立账号。（需要“维护账号与角色”权限）
   *
   * 职员、领导与管理员的权限随岗位；人才本人与服务单位窗口须指明角色。初始密码只显示这一次。
   */
  readonly createAccount: NewAccount;
  /** 停用账号，其全部登录立即注销。（需要“维护账号与角色”权限） */
  readonly disableAccount: Account;
  /** 恢复停用的账号。（需要“维护账号与角色”权限） */
  readonly enableAccount: Account;
  /** 重置密码并注销其全部登录；新的初始密码只显示这一次。（需要“维护账号与角色”权限） */
  readonly resetPassword: NewAccount;
  /** 解绑遗失的身份验证器并注销其全部登录，本人下次登录时重新绑定。（需要“维护账号与角色”权限） */
  readonly unbindTotp: Account;
  /** 关联统一身份认证的用户编号。（需要“维护账号与角色”权限） */
  readonly linkOidc: Account;
  /** 任命账号到岗位，权限随岗位取得。（需要“维护账号与角色”权限） */
  readonly seat: Appointment;
  /** 授予岗位一个角色，在任者随即取得其权限。（需要“维护账号与角色”权限） */
  readonly giveRole: PostRole;
  /** 收回岗位的一个角色，在任者的下一次操作即失去其权限。（需要“维护账号与角色”权限） */
  readonly withdrawRole: Post;
  /** 设定岗位可见的单位（含下级）；不指定则为所在单位，人才办与领导小组则为其上级。（需要“维护账号与角色”权限） */
  readonly setScope: Post;
  /** 登记伙伴系统。（需要“维护伙伴系统与密钥”权限） */
  readonly registerPartner: Partner;
  /** 暂停伙伴：其签名与窗口账号的下一次请求即被拒绝。（需要“维护伙伴系统与密钥”权限） */
  readonly suspendPartner: Partner;
  /** 恢复暂停的伙伴。（需要“维护伙伴系统与密钥”权限） */
  readonly resumePartner: Partner;
  /** 登记伙伴的 Ed25519 公钥（PEM，或 32 字节的 base64）。（需要“维护伙伴系统与密钥”权限） */
  readonly addPartnerKey: PartnerKey;
  /** 为不能使用密钥对的伙伴生成共享密钥，只显示这一次。（需要“维护伙伴系统与密钥”权限） */
  readonly issuePartnerSecret: IssuedSecret;
  /** 吊销密钥，用它签名的下一次请求即被拒绝。（需要“维护伙伴系统与密钥”权限） */
  readonly revokePartnerKey: PartnerKey;
  /** 授权伙伴核验与核销一项服务。（需要“维护伙伴系统与密钥”权限） */
  readonly grantService: PartnerGrant;
  /** 收回伙伴的一项服务。（需要“维护伙伴系统与密钥”权限） */
  readonly withdrawService: Partner;
  /**
   * 把列表的筛选条件存为视图。（登录即可）
   *
   * shared 为与当前岗位所在单位共享；replace 为覆盖自己同名的视图。
   */
  readonly saveView: SavedView;
  /** 给自己的视图改名。（登录即可） */
  readonly renameView: SavedView;
  /** 删除自己的视图；已经删除的不再提示。（登录即可） */
  readonly deleteView: Scalars['Boolean']['output'];
  /** 保存我的一项设置，后写的为准；内容为空则恢复默认。（登录即可） */
  readonly setPreference: Scalars['Boolean']['output'];
  /**
   * 申报引进一名人才。（需要“申报引进”权限）
   *
   * 按到岗日期计入所在季度；同一期间另有单位申报的，转为归属争议，由市委人才办裁定，裁定前都不计。
   */
  readonly claimIntroduction: IntroductionClaim;
  /** 撤回一项引进申报。（需要“申报引进”权限） */
  readonly withdrawIntroduction: IntroductionClaim;
  /**
   * 裁定引进归属。（需要“裁定引进归属”权限）
   *
   * 计给一个单位、由几个单位分享（份额之和为 1），或都不计；写明理由，并通知各申报单位。季度已锁定的，记为更正。
   */
  readonly decideAttribution: AttributionCase;
  /**
   * 核为不是同一人。（需要“核重、合并与撤销合并”权限）
   *
   * 写明理由；此后除非线索有变，不再列出。
   */
  readonly tellDuplicatesApart: DuplicatePair;
  /**
   * 合并两条记录。（需要“核重、合并与撤销合并”权限）
   *
   * choices 逐项说明取哪一条的资料，未说明的取保留记录的、其为空时取并入记录的；卡、联系、需求、案件等按各自的规则
   * 处理。合并前的内容全部留存，在目录规定的期限内可以撤销。
   */
  readonly mergeTalents: TalentMerge;
  /**
   * 撤销一次合并。（需要“核重、合并与撤销合并”权限）
   *
   * 两条记录及其卡、联系、需求等恢复原状；合并之后新增的事项留在保留的记录上，going 所列的转给恢复的记录。
   */
  readonly undoMerge: TalentMerge;
  /** 把消息标为已读。（需要“查看本人消息”权限） */
  readonly markNoticesRead: ReadonlyArray<Notice>;
  /**
   * 设立单位。（需要“维护单位、岗位与任职”权限）
   *
   * 单位编号在本系统内唯一；有行政区划代码的另填，功能区没有。
   */
  readonly createUnit: Unit;
  /**
   * 单位更名。（需要“维护单位、岗位与任职”权限）
   *
   * 旧名保留在历史中：更名之前的记录仍显示当时的名称。
   */
  readonly renameUnit: Unit;
  /**
   * 撤销单位，可写明承接单位。（需要“维护单位、岗位与任职”权限）
   *
   * 须先撤并下级单位、结束在任；岗位与成员资格随之终止，历史记录照旧可查。
   */
  readonly closeUnit: Unit;
  /**
   * 设立岗位。（需要“维护单位、岗位与任职”权限）
   *
   * 权限、联系人才、案件都挂在岗位上，人调动时随岗位交接。
   */
  readonly createPost: Post;
  /**
   * 任命某人担任岗位。（需要“维护单位、岗位与任职”权限）
   *
   * 同一人任多个岗位时填同一个任职人编号；新人不填，由系统编号。
   */
  readonly appoint: Appointment;
  /**
   * 免职：任职到某日为止（含当日）。（需要“维护单位、岗位与任职”权限）
   *
   * 所联系的人才、经手的事项留在岗位上，待接任者接续。
   */
  readonly endAppointment: Appointment;
  /**
   * 部门加入领导小组，成为成员单位。（需要“维护单位、岗位与任职”权限）
   *
   * 年中加入的，从加入之日起适用成员单位的指标。
   */
  readonly joinGroup: Membership;
  /** 部门退出领导小组，成为非成员单位。（需要“维护单位、岗位与任职”权限） */
  readonly leaveGroup: Membership;
  /** 提出个人信息请求：查阅复制、更正补充、撤回同意、删除、解释说明。（需要“查看本人资料”权限） */
  readonly raiseDataRequest: DataRequest;
  /**
   * 登记书面或到场提出的个人信息请求。（需要“办理个人信息请求”权限）
   *
   * 由近亲属（本人去世的）或代理人提出的，写明姓名与关系。
   */
  readonly recordDataRequest: DataRequest;
  /** 撤回本人尚未办结的请求。（需要“查看本人资料”权限） */
  readonly withdrawDataRequest: DataRequest;
  /** 受理个人信息请求。（需要“办理个人信息请求”权限） */
  readonly acceptDataRequest: DataRequest;
  /**
   * 答复个人信息请求。（需要“办理个人信息请求”权限）
   *
   * 撤回同意的，答复后该项授权即告撤回；删除请求须执行删除方案，不在这里答复。
   */
  readonly answerDataRequest: DataRequest;
  /** 不予办理个人信息请求，写明理由（个人信息保护法第五十条）。（需要“办理个人信息请求”权限） */
  readonly refuseDataRequest: DataRequest;
  /**
   * 执行删除方案，不能恢复。（需要“执行删除个人资料”权限）
   *
   * digest 为所查看方案的摘要；方案有变化的须重新查看。记录随之注销，优才卡、联系安排依规终止，伙伴单位收到删除通知。
   */
  readonly carryOutErasure: DataRequest;
  /**
   * 按现行规则检查一段时间的敏感信息查看记录，返回新列出的条数。（需要“查看审计”权限）
   *
   * 已经列出的不重复列出，其复核结论不变。
   */
  readonly lookForAnomalies: Scalars['Int']['output'];
  /** 复核一条访问：写明核实情况；结论可以改，改动留痕。（需要“查看审计”权限） */
  readonly reviewAnomaly: ReadAnomaly;
  /** 起草新版目录；不写内容即从现行版本抄起。（需要“拟定重点人才目录、试算影响”权限） */
  readonly draftDirectory: DirectoryDraft;
  /** 修改目录草案；改了内容或施行日的，须重新试算。（需要“拟定重点人才目录、试算影响”权限） */
  readonly changeDirectoryDraft: DirectoryDraft;
  /** 试算影响：后台逐人核对全部在库人才，得出谁达到、谁不再达到、卡种与资金变动。（需要“拟定重点人才目录、试算影响”权限） */
  readonly tryOutDirectory: DirectoryDraft;
  /** 发布目录：须已试算影响。旧版在施行日的前一天截止；已提交的申请仍按提交日的版本评判。（需要“发布、停用重点人才目录”权限） */
  readonly publishDirectory: DirectoryDraft;
  /** 作废目录草案。（需要“拟定重点人才目录、试算影响”权限） */
  readonly discardDirectoryDraft: DirectoryDraft;
  /** 停用现行目录：到某日为止，其后不再受理新的申报；已提交的仍按原版本评判。（需要“发布、停用重点人才目录”权限） */
  readonly withdrawDirectory: CatalogueEntry;
  /** 开设一个年度批次：名额由此定，条件、支持期与资助按目录。（需要“管理人才计划”权限） */
  readonly openProgrammeBatch: ProgrammeBatch;
  /** 调整批次名额：不能少于已入选人数。（需要“管理人才计划”权限） */
  readonly setProgrammeQuota: ProgrammeBatch;
  /** 遴选一人入选：名额由数据库把守，多一个也不行。（需要“管理人才计划”权限） */
  readonly selectProgrammeMember: ProgrammeBatch;
  /** 公布之前移出一名人选，名额随之空出。（需要“管理人才计划”权限） */
  readonly removeProgrammeMember: ProgrammeBatch;
  /** 公布入选名单：公布后不再增减，入选者与各单位可见。（需要“管理人才计划”权限） */
  readonly announceProgramme: ProgrammeBatch;
  /** 聘请评审专家：登记其所在单位，同单位的申报自动回避。（需要“组织认定评审、公示与发证”权限） */
  readonly enrolExpert: Expert;
  /** 解聘评审专家；已交回的评分不变。（需要“组织认定评审、公示与发证”权限） */
  readonly retireExpert: Expert;
  /** 接受评审邀请，并确认与申报人没有须回避的关系。（需要“认定专家评分”权限） */
  readonly acceptScoreSheet: MyScoreSheet;
  /** 回避：同单位、亲属或其他利害关系，写明理由；回避后不能再评。（需要“认定专家评分”权限） */
  readonly recuseScoreSheet: MyScoreSheet;
  /** 提交评分：每一项都打分；提交后不能更改。（需要“认定专家评分”权限） */
  readonly submitScoreSheet: MyScoreSheet;
  /** 复核认定：合格、降级（写明降到哪一层次，另发证书）或退出。（需要“审定、复核与取消认定”权限） */
  readonly checkRecognition: Recognition;
  /** 退出认定：本人放弃或不再符合条件，从今天起不再享有该层次。（需要“审定、复核与取消认定”权限） */
  readonly exitRecognition: Recognition;
  /** 取消认定；fraud：因弄虚作假取消的，在规定年限内不受理其申报。（需要“审定、复核与取消认定”权限） */
  readonly cancelRecognition: Recognition;
  /**
   * 起草认定申请。（需要“申报人才认定”权限）
   *
   * route：个人申报、单位申报、县区提名或公荐；criterion：现行目录的标准代码，层次随标准；employerId：有两个用人单位的，由哪个推荐。
   */
  readonly startRecognition: RecognitionApplication;
  /** 修改草稿：陈述、标准、推荐单位、公荐推荐人、须回避的亲属。不写的不变。（需要“申报人才认定”权限） */
  readonly changeRecognition: RecognitionApplication;
  /** 按现行目录重新确认草稿：看过不同之后，沿用同一标准，或改选一条。（需要“申报人才认定”权限） */
  readonly confirmRecognitionDirectory: RecognitionApplication;
  /**
   * 提交认定申请。（需要“申报人才认定”权限）
   *
   * 按提交当日施行的目录评判；草稿所依目录已改版的，须先按现行目录确认。单位申报、公荐即视为单位推荐，县区提名即视为初审。
   */
  readonly submitRecognition: RecognitionApplication;
  /** 撤回认定申请：由起草的本人或单位办理，撤回后可另行申报。（需要“申报人才认定”权限） */
  readonly withdrawRecognition: RecognitionApplication;
  /** 单位推荐：写明推荐意见，转县区初审。（需要“推荐、初审、退回认定申请”权限） */
  readonly recommendRecognition: RecognitionApplication;
  /** 县区初审通过：材料真实、符合标准，报市委人才办送联审。（需要“推荐、初审、退回认定申请”权限） */
  readonly reviewRecognition: RecognitionApplication;
  /** 退回补正：写明缺什么、改什么；补正后再提交，仍按首次提交日的目录评判。（需要“推荐、初审、退回认定申请”权限） */
  readonly sendBackRecognition: RecognitionApplication;
  /** 不予认定：由初审或牵头的人才办写明理由；用人单位不同意推荐的，请退回。（需要“推荐、初审、退回认定申请”权限） */
  readonly declineRecognition: RecognitionApplication;
  /**
   * 送部门联审：同时发给各部门，各有时限。（需要“组织认定评审、公示与发证”权限）
   *
   * unitIds：不写则按认定规则中该类型的联审部门。
   */
  readonly sendRecognitionToDepartments: RecognitionApplication;
  /** 协调后请部门重新审核，原意见保留。（需要“组织认定评审、公示与发证”权限） */
  readonly askRecognitionAgain: RecognitionApplication;
  /** 部门审核：同意或不同意；不同意的须写明理由。（需要“认定部门联审”权限） */
  readonly answerJointReview: JointReview;
  /** 汇总报审：须各部门都已审核且没有不同意；须专家评分的，须已汇总且达到要求。（需要“组织认定评审、公示与发证”权限） */
  readonly gatherRecognition: RecognitionApplication;
  /** 免于联审：免申即认且规则允许的，直接报审定。（需要“组织认定评审、公示与发证”权限） */
  readonly skipJointReview: RecognitionApplication;
  /** 审定：同意（随即公示）、不予认定或退回补正。（需要“审定、复核与取消认定”权限） */
  readonly decideRecognition: RecognitionApplication;
  /** 邀请专家盲评：评分表不含姓名与单位；同单位的、申报人声明的亲属不能受邀。（需要“组织认定评审、公示与发证”权限） */
  readonly inviteExperts: RecognitionApplication;
  /** 汇总专家评分：有效评分表须达到规定份数，平均分是否达到要求。未交回的评分表随之撤回。（需要“组织认定评审、公示与发证”权限） */
  readonly closeScoring: RecognitionApplication;
  /** 登记公示异议：公示最后一日二十四时之前收到的有效，转入核查。异议人不告知申报人。（需要“推荐、初审、退回认定申请”权限） */
  readonly fileObjection: RecognitionApplication;
  /** 异议核查结论：成立即撤销、不予认定；不成立即维持，全部核查完毕后回到公示。（需要“组织认定评审、公示与发证”权限） */
  readonly settleObjection: RecognitionApplication;
  /** 发证：公示期满且没有未核查的异议，编号连续；effectiveOn 不写即今天生效。（需要“组织认定评审、公示与发证”权限） */
  readonly certifyRecognition: RecognitionApplication;
  /** 选用申报人已有的一份材料。（需要“申报人才认定”权限） */
  readonly attachEvidence: RecognitionApplication;
  /** 从草稿中移除一份材料；材料本身仍为申报人保留。（需要“申报人才认定”权限） */
  readonly detachEvidence: RecognitionApplication;
  /** 按现行目录找出已达到更高层次的人，各拟一份免申草稿，由本人或其单位确认提交（一次最多 200 人）。（需要“组织认定评审、公示与发证”权限） */
  readonly proposeExemptions: ReadonlyArray<RecognitionApplication>;
  /**
   * 同意一个授权事项。（需要“查看本人资料”权限）
   *
   * version 为所阅读说明的版次；说明已更新的须先阅读新版。重复提交只记一次。
   */
  readonly giveConsent: ConsentState;
  /** 撤回一个授权事项，即时生效；未曾同意或已经撤回的不再提示。（需要“查看本人资料”权限） */
  readonly withdrawConsent: ConsentState;
  /**
   * 申请导出名录。（需要“导出人才名录”权限）
   *
   * 须写明用途和具体事由。证件号码、电话、邮箱默认遮盖；显示明文须另有查看明文的权限，每名人才都能看到由谁、为何导出。
   * 文件带水印和逐行追溯码，只有申请人能下载，保存 24 小时。
   */
  readonly askExport: ExportJob;
  /** 取消导出，已生成的文件随即删除。（需要“导出人才名录”权限） */
  readonly cancelExport: ExportJob;
  /**
   * 录入一名人才。（需要“维护人才资料”权限）
   *
   * 用人单位录入的先列为候选，由人才办核实后入库。
   * 证件已在名录中的一律拒绝；同名同电话的请核对，确认不是同一人的，把那几条的编号填入 notSameAs 再提交。
   * 证件在管理范围之外登记的，可填 toReview：先录为候选，证件暂不启用，报市委人才办核重。
   */
  readonly enterTalent: Talent;
  /**
   * 更改人才资料。（需要“维护人才资料”权限）
   *
   * version 为您打开时的版本。期间他人改过的，不予保存，并告知改了什么、由谁、何时，以及您要改的各项现在的内容，
   * 请对照后再提交。
   */
  readonly changeTalent: Talent;
  /** 候选人才入库。（需要“维护人才资料”权限） */
  readonly admitTalent: Talent;
  /** 标记资料待更新。（需要“维护人才资料”权限） */
  readonly askTalentUpdate: Talent;
  /** 确认资料已更新。（需要“维护人才资料”权限） */
  readonly confirmTalent: Talent;
  /**
   * 登记离开。（需要“维护人才资料”权限）
   *
   * 写明离开日期、原因、已向谁报告。现任职随之结束；联系安排、优才卡由系统依规收尾。
   */
  readonly recordDeparture: Talent;
  /** 离开的人才重新入库。（需要“维护人才资料”权限） */
  readonly recordReturn: Talent;
  /**
   * 注销一条记录。（需要“维护人才资料”权限）
   *
   * 用于误录或与他条合并。注销后不能恢复，证件号码可重新录入。
   */
  readonly closeTalent: Talent;
  /**
   * 转到另一归口单位。（需要“维护人才资料”权限）
   *
   * 学历、任职等全部资料随之转去；须对两个单位都有管理权限，否则请由市委人才办办理。
   */
  readonly moveTalent: Talent;
  /**
   * 登记人才层次变动。（需要“维护人才资料”权限）
   *
   * 自 since 起为新层次，此前的层次保留在历次层次中；level 为空即不再列入任何层次。
   */
  readonly grantLevel: Talent;
  /** 登记一段任职。（需要“维护人才资料”权限） */
  readonly addEmployment: Talent;
  /** 结束一段任职。（需要“维护人才资料”权限） */
  readonly endEmployment: Talent;
  /** 登记学历。（需要“维护人才资料”权限） */
  readonly addEducation: Talent;
  /** 登记职称或技能等级。（需要“维护人才资料”权限） */
  readonly addTitle: Talent;
  /** 登记荣誉或入选的人才计划。（需要“维护人才资料”权限） */
  readonly addHonour: Talent;
  /** 登记办理服务所需的家庭成员。（需要“维护人才资料”权限） */
  readonly addFamilyMember: Talent;
  /**
   * 删除家庭成员资料。（需要“维护人才资料”权限）
   *
   * 服务办结后不再需要的家庭成员资料应当删除。
   */
  readonly removeFamilyMember: Talent;
  /** 登记曾用名、别名或外文名。（需要“维护人才资料”权限） */
  readonly addTalentName: Talent;
  /** 删除误登的曾用名、别名或外文名。（需要“维护人才资料”权限） */
  readonly removeTalentName: Talent;
  /**
   * 登记身份证件。（需要“维护人才资料”权限）
   *
   * 同一种证件换发的，新号码登记后请停用旧的。
   */
  readonly addIdentityDocument: Talent;
  /** 停用一份身份证件。（需要“维护人才资料”权限） */
  readonly retireIdentityDocument: Talent;
  /**
   * 查看一项敏感信息的明文。（需要“按用途查看证件号与电话明文”权限）
   *
   * 须写明用途和具体事由，只显示数分钟；每次查看都留下记录，本人可见。查看证件号码须指明是哪份证件。
   */
  readonly revealField: RevealedField;
  /**
   * 重新检查。（需要“导入人才名录”权限）
   *
   * 名录或目录有了变化，或要换一张工作表、换一个默认归口单位时用；没有入库的内容不受影响。
   */
  readonly recheckImport: ImportJob;
  /**
   * 入库。（需要“导入人才名录”权限）
   *
   * 没有错误的行进入名录：新的录入，已有的按检查结果更新；有错误的行留在错误表里，改好后可再导入。
   */
  readonly commitImport: ImportJob;
  /**
   * 取消导入。（需要“导入人才名录”权限）
   *
   * 入库之前都可以取消，名录不受任何影响，上传的文件随即删除。
   */
  readonly cancelImport: ImportJob;
  /**
   * 更正本人资料。（需要“查看人才名录”权限）
   *
   * 由归口单位核实后更改；可以附佐证文件。答复在“我的更正”里，也会收到消息。
   */
  readonly proposeOwnChange: ProposedChange;
  /**
   * 对本单位人才的资料提出更正。（需要“维护本单位人才（提出更正、报告离开）”权限）
   *
   * 资料由其他单位保管的，由保管单位核实后更改；本单位保管的请直接更改。
   */
  readonly proposeEmployeeChange: ProposedChange;
  /**
   * 报告本单位人才离开。（需要“维护本单位人才（提出更正、报告离开）”权限）
   *
   * 由保管资料的单位确认：本单位的任职于离开日期结束；没有其他现任职的，登记为离开。
   */
  readonly reportDeparture: ProposedChange;
  /** 撤回本人或本单位提出、尚未答复的更正。（需要“查看人才名录”权限） */
  readonly withdrawChange: ProposedChange;
  /**
   * 采用资料变动。（需要“维护人才资料”权限）
   *
   * 由数据责任人核实后采用：写入名录，并注明来自何处。只采用一部分的，value 写明实际写入的内容；文字情况（note）由
   * 责任人自行更改名录，在此办结。离开报告采用后结束该单位的任职；stays 为仍在本市（不登记离开）。
   */
  readonly acceptChange: ProposedChange;
  /** 不采用资料变动。（需要“维护人才资料”权限） */
  readonly rejectChange: ProposedChange;
};


export type MutationOpenCampaignArgs = {
  quarter: Scalars['String']['input'];
};


export type MutationCloseCampaignArgs = {
  campaignId: Scalars['UUID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationUrgeCampaignArgs = {
  campaignId: Scalars['UUID']['input'];
  unitId: Scalars['UUID']['input'];
};


export type MutationConfirmCampaignItemsArgs = {
  itemIds: ReadonlyArray<Scalars['UUID']['input']>;
};


export type MutationUndoCampaignItemsArgs = {
  itemIds: ReadonlyArray<Scalars['UUID']['input']>;
};


export type MutationMarkLeftInCampaignArgs = {
  itemId: Scalars['UUID']['input'];
  leftOn: Scalars['Date']['input'];
  reason: DepartureReason;
  toldTo: Scalars['String']['input'];
  toldOn: Scalars['Date']['input'];
  destination?: InputMaybe<Scalars['String']['input']>;
  note?: InputMaybe<Scalars['String']['input']>;
};


export type MutationFreezeQuarterArgs = {
  quarter: Scalars['String']['input'];
};


export type MutationCorrectFigureArgs = {
  quarter: Scalars['String']['input'];
  by: FigureAxis;
  key: Scalars['String']['input'];
  talents: Scalars['Int']['input'];
  stale: Scalars['Int']['input'];
  reason: Scalars['String']['input'];
};


export type MutationDrawUpCardBatchArgs = {
  title: Scalars['String']['input'];
  schemeCode: Scalars['String']['input'];
  unitId?: InputMaybe<Scalars['UUID']['input']>;
  levels?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  talentIds?: InputMaybe<ReadonlyArray<Scalars['UUID']['input']>>;
};


export type MutationRemoveFromCardBatchArgs = {
  batchId: Scalars['UUID']['input'];
  lineIds: ReadonlyArray<Scalars['UUID']['input']>;
};


export type MutationSubmitCardBatchArgs = {
  batchId: Scalars['UUID']['input'];
};


export type MutationReturnCardBatchArgs = {
  batchId: Scalars['UUID']['input'];
  note: Scalars['String']['input'];
};


export type MutationWithdrawCardBatchArgs = {
  batchId: Scalars['UUID']['input'];
};


export type MutationApproveCardBatchArgs = {
  batchId: Scalars['UUID']['input'];
};


export type MutationActivateCardArgs = {
  cardId: Scalars['UUID']['input'];
};


export type MutationFreezeCardArgs = {
  cardId: Scalars['UUID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationThawCardArgs = {
  cardId: Scalars['UUID']['input'];
};


export type MutationReportCardLostArgs = {
  cardId: Scalars['UUID']['input'];
  reason?: Scalars['String']['input'];
};


export type MutationFindCardArgs = {
  cardId: Scalars['UUID']['input'];
};


export type MutationReplaceCardArgs = {
  cardId: Scalars['UUID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationCancelCardArgs = {
  cardId: Scalars['UUID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationRedeemArgs = {
  cardNumber: Scalars['String']['input'];
  service: Scalars['String']['input'];
  key: Scalars['String']['input'];
  amount?: Scalars['Int']['input'];
  childId?: InputMaybe<Scalars['UUID']['input']>;
  stage?: Scalars['String']['input'];
};


export type MutationIssueCardCodesArgs = {
  cardId: Scalars['UUID']['input'];
  since?: InputMaybe<Scalars['DateTime']['input']>;
};


export type MutationPresentCardArgs = {
  code: Scalars['String']['input'];
};


export type MutationRedeemPresentedArgs = {
  presentationId: Scalars['UUID']['input'];
  service: Scalars['String']['input'];
  key: Scalars['String']['input'];
  amount?: Scalars['Int']['input'];
  childId?: InputMaybe<Scalars['UUID']['input']>;
  stage?: Scalars['String']['input'];
};


export type MutationRecordRedemptionArgs = {
  cardNumber: Scalars['String']['input'];
  service: Scalars['String']['input'];
  occurredAt: Scalars['DateTime']['input'];
  key: Scalars['String']['input'];
  amount?: Scalars['Int']['input'];
  childId?: InputMaybe<Scalars['UUID']['input']>;
  stage?: Scalars['String']['input'];
};


export type MutationReserveArgs = {
  cardNumber: Scalars['String']['input'];
  service: Scalars['String']['input'];
  day: Scalars['Date']['input'];
  key: Scalars['String']['input'];
  amount?: Scalars['Int']['input'];
  childId?: InputMaybe<Scalars['UUID']['input']>;
  stage?: Scalars['String']['input'];
};


export type MutationConfirmReservationArgs = {
  redemptionId: Scalars['UUID']['input'];
};


export type MutationCancelReservationArgs = {
  redemptionId: Scalars['UUID']['input'];
  reason?: Scalars['String']['input'];
};


export type MutationReverseRedemptionArgs = {
  redemptionId: Scalars['UUID']['input'];
  key: Scalars['String']['input'];
  reason?: Scalars['String']['input'];
};


export type MutationJoinPoolLineArgs = {
  cardNumber: Scalars['String']['input'];
  service: Scalars['String']['input'];
  day: Scalars['Date']['input'];
};


export type MutationLeavePoolLineArgs = {
  waitId: Scalars['UUID']['input'];
  reason?: Scalars['String']['input'];
};


export type MutationSetPoolQuotaArgs = {
  poolId: Scalars['UUID']['input'];
  quota: Scalars['Int']['input'];
  reason: Scalars['String']['input'];
};


export type MutationPublishEntryArgs = {
  kind: Scalars['String']['input'];
  code: Scalars['String']['input'];
  name: Scalars['String']['input'];
  body: Scalars['JSON']['input'];
  validFrom: Scalars['Date']['input'];
  source: Scalars['String']['input'];
  allowPast?: Scalars['Boolean']['input'];
  allowGap?: Scalars['Boolean']['input'];
};


export type MutationWithdrawEntryArgs = {
  kind: Scalars['String']['input'];
  code: Scalars['String']['input'];
  lastDay: Scalars['Date']['input'];
};


export type MutationPublishWorkCalendarArgs = {
  year: Scalars['Int']['input'];
  source: Scalars['String']['input'];
  holidays: ReadonlyArray<HolidayIn>;
  status?: DayStatus;
};


export type MutationAssignContactArgs = {
  talentId: Scalars['UUID']['input'];
  postId: Scalars['UUID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
  kinshipChecked?: InputMaybe<Scalars['String']['input']>;
};


export type MutationEndContactArgs = {
  assignmentId: Scalars['UUID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationHandOverContactsArgs = {
  moves: ReadonlyArray<HandoverMoveIn>;
  reason?: InputMaybe<Scalars['String']['input']>;
};


export type MutationKeepContactPersonallyArgs = {
  assignmentId: Scalars['UUID']['input'];
  postId: Scalars['UUID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationRecordContactArgs = {
  talentId: Scalars['UUID']['input'];
  contact: ContactIn;
  postId?: InputMaybe<Scalars['UUID']['input']>;
};


export type MutationPlanContactArgs = {
  talentId: Scalars['UUID']['input'];
  plan: PlanIn;
  postId?: InputMaybe<Scalars['UUID']['input']>;
};


export type MutationCompleteContactArgs = {
  logId: Scalars['UUID']['input'];
  contact: ContactIn;
};


export type MutationCancelContactArgs = {
  logId: Scalars['UUID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationAmendContactArgs = {
  logId: Scalars['UUID']['input'];
  version: Scalars['Int']['input'];
  contact: ContactWordsIn;
};


export type MutationSubmitContactArgs = {
  logId: Scalars['UUID']['input'];
};


export type MutationHandBackContactArgs = {
  logId: Scalars['UUID']['input'];
  note: Scalars['String']['input'];
};


export type MutationArchiveContactArgs = {
  logId: Scalars['UUID']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
};


export type MutationRaiseNeedArgs = {
  content: Scalars['String']['input'];
  kind?: InputMaybe<Scalars['String']['input']>;
  talentId?: InputMaybe<Scalars['UUID']['input']>;
};


export type MutationRouteNeedArgs = {
  needId: Scalars['UUID']['input'];
  handlerUnitId: Scalars['UUID']['input'];
};


export type MutationAcceptNeedArgs = {
  needId: Scalars['UUID']['input'];
};


export type MutationDeclineNeedArgs = {
  needId: Scalars['UUID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationFinishNeedArgs = {
  needId: Scalars['UUID']['input'];
  result: Scalars['String']['input'];
};


export type MutationConfirmNeedArgs = {
  needId: Scalars['UUID']['input'];
};


export type MutationSendBackNeedArgs = {
  needId: Scalars['UUID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationAnswerSuggestionArgs = {
  suggestionId: Scalars['UUID']['input'];
  answer: Answer;
  reply: Scalars['String']['input'];
};


export type MutationOpenCaseArgs = {
  level: Scalars['String']['input'];
  candidateName: Scalars['String']['input'];
  request: Scalars['String']['input'];
  leadId: Scalars['UUID']['input'];
  employerId?: InputMaybe<Scalars['UUID']['input']>;
  talentId?: InputMaybe<Scalars['UUID']['input']>;
  team?: Scalars['Boolean']['input'];
  secret?: Scalars['Boolean']['input'];
};


export type MutationAcceptCaseArgs = {
  caseId: Scalars['UUID']['input'];
};


export type MutationVerifyCaseArgs = {
  caseId: Scalars['UUID']['input'];
  note: Scalars['String']['input'];
};


export type MutationDeclineCaseArgs = {
  caseId: Scalars['UUID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationWithdrawCaseArgs = {
  caseId: Scalars['UUID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationStopCaseArgs = {
  caseId: Scalars['UUID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationCloseCaseArgs = {
  caseId: Scalars['UUID']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
};


export type MutationSetCasePlanArgs = {
  caseId: Scalars['UUID']['input'];
  version: Scalars['Int']['input'];
  measures: ReadonlyArray<MeasureIn>;
  note?: InputMaybe<Scalars['String']['input']>;
};


export type MutationSignCaseArgs = {
  caseId: Scalars['UUID']['input'];
  agreement: Scalars['String']['input'];
};


export type MutationDeliverCaseArgs = {
  caseId: Scalars['UUID']['input'];
};


export type MutationCompleteMeasureArgs = {
  measureId: Scalars['UUID']['input'];
  result: Scalars['String']['input'];
};


export type MutationDropMeasureArgs = {
  measureId: Scalars['UUID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationAssessCaseArgs = {
  caseId: Scalars['UUID']['input'];
  period: Scalars['String']['input'];
  passed: Scalars['Boolean']['input'];
  conclusion: Scalars['String']['input'];
};


export type MutationSendToCountersignArgs = {
  caseId: Scalars['UUID']['input'];
  unitIds: ReadonlyArray<Scalars['UUID']['input']>;
  note?: InputMaybe<Scalars['String']['input']>;
};


export type MutationAskCountersignAgainArgs = {
  caseId: Scalars['UUID']['input'];
  unitIds: ReadonlyArray<Scalars['UUID']['input']>;
  note: Scalars['String']['input'];
};


export type MutationReviseCasePlanArgs = {
  caseId: Scalars['UUID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationCountersignArgs = {
  countersignId: Scalars['UUID']['input'];
  opinion: Opinion;
  reason?: InputMaybe<Scalars['String']['input']>;
};


export type MutationRecuseArgs = {
  countersignId: Scalars['UUID']['input'];
  reason: Scalars['String']['input'];
  deputyId: Scalars['UUID']['input'];
};


export type MutationConsultExpertsArgs = {
  caseId: Scalars['UUID']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
};


export type MutationRecordExpertVoteArgs = {
  caseId: Scalars['UUID']['input'];
  invited: Scalars['Int']['input'];
  present: Scalars['Int']['input'];
  agree: Scalars['Int']['input'];
  recused?: Scalars['Int']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
};


export type MutationSubmitCaseArgs = {
  caseId: Scalars['UUID']['input'];
  deciderId: Scalars['UUID']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
};


export type MutationDecideCaseArgs = {
  caseId: Scalars['UUID']['input'];
  outcome: Outcome;
  opinion: Scalars['String']['input'];
  form: Scalars['String']['input'];
};


export type MutationPauseCaseArgs = {
  caseId: Scalars['UUID']['input'];
  reason: Scalars['String']['input'];
  expectedEnd: Scalars['Date']['input'];
};


export type MutationResumeCaseArgs = {
  caseId: Scalars['UUID']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
};


export type MutationRevokeSessionArgs = {
  sessionId: Scalars['UUID']['input'];
};


export type MutationChoosePostArgs = {
  postId: Scalars['UUID']['input'];
};


export type MutationChangePasswordArgs = {
  old: Scalars['String']['input'];
  new: Scalars['String']['input'];
};


export type MutationBeginTotpArgs = {
  password: Scalars['String']['input'];
};


export type MutationConfirmTotpArgs = {
  code: Scalars['String']['input'];
};


export type MutationStepUpArgs = {
  code?: InputMaybe<Scalars['String']['input']>;
  password?: InputMaybe<Scalars['String']['input']>;
};


export type MutationCreateAccountArgs = {
  login: Scalars['String']['input'];
  name: Scalars['String']['input'];
  kind: AccountKind;
  role?: InputMaybe<Scalars['String']['input']>;
  talentId?: InputMaybe<Scalars['UUID']['input']>;
  partnerId?: InputMaybe<Scalars['UUID']['input']>;
  personId?: InputMaybe<Scalars['UUID']['input']>;
};


export type MutationDisableAccountArgs = {
  accountId: Scalars['UUID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationEnableAccountArgs = {
  accountId: Scalars['UUID']['input'];
};


export type MutationResetPasswordArgs = {
  accountId: Scalars['UUID']['input'];
};


export type MutationUnbindTotpArgs = {
  accountId: Scalars['UUID']['input'];
};


export type MutationLinkOidcArgs = {
  accountId: Scalars['UUID']['input'];
  issuer: Scalars['String']['input'];
  subject: Scalars['String']['input'];
};


export type MutationSeatArgs = {
  accountId: Scalars['UUID']['input'];
  postId: Scalars['UUID']['input'];
  validFrom: Scalars['Date']['input'];
  document?: InputMaybe<Scalars['String']['input']>;
};


export type MutationGiveRoleArgs = {
  postId: Scalars['UUID']['input'];
  role: Scalars['String']['input'];
};


export type MutationWithdrawRoleArgs = {
  postId: Scalars['UUID']['input'];
  role: Scalars['String']['input'];
};


export type MutationSetScopeArgs = {
  postId: Scalars['UUID']['input'];
  unitId?: InputMaybe<Scalars['UUID']['input']>;
};


export type MutationRegisterPartnerArgs = {
  code: Scalars['String']['input'];
  name: Scalars['String']['input'];
  role: Scalars['String']['input'];
  contact?: InputMaybe<Scalars['String']['input']>;
};


export type MutationSuspendPartnerArgs = {
  partnerId: Scalars['UUID']['input'];
};


export type MutationResumePartnerArgs = {
  partnerId: Scalars['UUID']['input'];
};


export type MutationAddPartnerKeyArgs = {
  partnerId: Scalars['UUID']['input'];
  publicKey: Scalars['String']['input'];
  days?: Scalars['Int']['input'];
};


export type MutationIssuePartnerSecretArgs = {
  partnerId: Scalars['UUID']['input'];
  days?: Scalars['Int']['input'];
};


export type MutationRevokePartnerKeyArgs = {
  keyId: Scalars['UUID']['input'];
};


export type MutationGrantServiceArgs = {
  partnerId: Scalars['UUID']['input'];
  service: Scalars['String']['input'];
  validFrom?: InputMaybe<Scalars['Date']['input']>;
  validUntil?: InputMaybe<Scalars['Date']['input']>;
};


export type MutationWithdrawServiceArgs = {
  partnerId: Scalars['UUID']['input'];
  service: Scalars['String']['input'];
};


export type MutationSaveViewArgs = {
  page: Scalars['String']['input'];
  name: Scalars['String']['input'];
  query: Scalars['String']['input'];
  columns?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  shared?: Scalars['Boolean']['input'];
  replace?: Scalars['Boolean']['input'];
};


export type MutationRenameViewArgs = {
  viewId: Scalars['UUID']['input'];
  name: Scalars['String']['input'];
};


export type MutationDeleteViewArgs = {
  viewId: Scalars['UUID']['input'];
};


export type MutationSetPreferenceArgs = {
  key: Scalars['String']['input'];
  value?: InputMaybe<Scalars['JSON']['input']>;
};


export type MutationClaimIntroductionArgs = {
  talentId: Scalars['UUID']['input'];
  unitId: Scalars['UUID']['input'];
  arrivedOn: Scalars['Date']['input'];
  kind?: ArrivalKind;
  note?: InputMaybe<Scalars['String']['input']>;
};


export type MutationWithdrawIntroductionArgs = {
  claimId: Scalars['UUID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationDecideAttributionArgs = {
  caseId: Scalars['UUID']['input'];
  outcome: AttributionOutcome;
  reason: Scalars['String']['input'];
  shares?: InputMaybe<ReadonlyArray<ShareIn>>;
};


export type MutationTellDuplicatesApartArgs = {
  pairId: Scalars['UUID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationMergeTalentsArgs = {
  survivorId: Scalars['UUID']['input'];
  absorbedId: Scalars['UUID']['input'];
  reason: Scalars['String']['input'];
  choices?: InputMaybe<ReadonlyArray<ChoiceIn>>;
};


export type MutationUndoMergeArgs = {
  mergeId: Scalars['UUID']['input'];
  reason: Scalars['String']['input'];
  going?: InputMaybe<ReadonlyArray<Scalars['UUID']['input']>>;
};


export type MutationMarkNoticesReadArgs = {
  ids: ReadonlyArray<Scalars['UUID']['input']>;
};


export type MutationCreateUnitArgs = {
  parentId: Scalars['UUID']['input'];
  kind: UnitKind;
  code: Scalars['String']['input'];
  name: Scalars['String']['input'];
  shortName?: InputMaybe<Scalars['String']['input']>;
  divisionCode?: InputMaybe<Scalars['String']['input']>;
  supervisorId?: InputMaybe<Scalars['UUID']['input']>;
  validFrom?: InputMaybe<Scalars['Date']['input']>;
};


export type MutationRenameUnitArgs = {
  unitId: Scalars['UUID']['input'];
  name: Scalars['String']['input'];
  shortName?: InputMaybe<Scalars['String']['input']>;
  fromDay?: InputMaybe<Scalars['Date']['input']>;
};


export type MutationCloseUnitArgs = {
  unitId: Scalars['UUID']['input'];
  lastDay: Scalars['Date']['input'];
  successorId?: InputMaybe<Scalars['UUID']['input']>;
};


export type MutationCreatePostArgs = {
  unitId: Scalars['UUID']['input'];
  code: Scalars['String']['input'];
  name: Scalars['String']['input'];
  leaderLevel?: InputMaybe<LeaderLevel>;
  commissioner?: InputMaybe<Commissioner>;
  shared?: Scalars['Boolean']['input'];
  validFrom?: InputMaybe<Scalars['Date']['input']>;
};


export type MutationAppointArgs = {
  postId: Scalars['UUID']['input'];
  personName: Scalars['String']['input'];
  validFrom: Scalars['Date']['input'];
  validUntil?: InputMaybe<Scalars['Date']['input']>;
  personId?: InputMaybe<Scalars['UUID']['input']>;
  document?: InputMaybe<Scalars['String']['input']>;
};


export type MutationEndAppointmentArgs = {
  appointmentId: Scalars['UUID']['input'];
  lastDay: Scalars['Date']['input'];
  document?: InputMaybe<Scalars['String']['input']>;
};


export type MutationJoinGroupArgs = {
  groupId: Scalars['UUID']['input'];
  unitId: Scalars['UUID']['input'];
  fromDay?: InputMaybe<Scalars['Date']['input']>;
};


export type MutationLeaveGroupArgs = {
  groupId: Scalars['UUID']['input'];
  unitId: Scalars['UUID']['input'];
  lastDay: Scalars['Date']['input'];
};


export type MutationRaiseDataRequestArgs = {
  kind: RequestKind;
  content: Scalars['String']['input'];
  purpose?: InputMaybe<Scalars['String']['input']>;
};


export type MutationRecordDataRequestArgs = {
  talentId: Scalars['UUID']['input'];
  kind: RequestKind;
  content: Scalars['String']['input'];
  asker?: Asker;
  askerName?: InputMaybe<Scalars['String']['input']>;
  purpose?: InputMaybe<Scalars['String']['input']>;
};


export type MutationWithdrawDataRequestArgs = {
  requestId: Scalars['UUID']['input'];
};


export type MutationAcceptDataRequestArgs = {
  requestId: Scalars['UUID']['input'];
};


export type MutationAnswerDataRequestArgs = {
  requestId: Scalars['UUID']['input'];
  answer: Scalars['String']['input'];
};


export type MutationRefuseDataRequestArgs = {
  requestId: Scalars['UUID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationCarryOutErasureArgs = {
  requestId: Scalars['UUID']['input'];
  digest: Scalars['String']['input'];
};


export type MutationLookForAnomaliesArgs = {
  since: Scalars['Date']['input'];
  until: Scalars['Date']['input'];
};


export type MutationReviewAnomalyArgs = {
  anomalyId: Scalars['UUID']['input'];
  verdict: Verdict;
  review: Scalars['String']['input'];
};


export type MutationDraftDirectoryArgs = {
  name: Scalars['String']['input'];
  validFrom: Scalars['Date']['input'];
  source: Scalars['String']['input'];
  body?: InputMaybe<Scalars['JSON']['input']>;
};


export type MutationChangeDirectoryDraftArgs = {
  draftId: Scalars['UUID']['input'];
  version: Scalars['Int']['input'];
  name?: InputMaybe<Scalars['String']['input']>;
  validFrom?: InputMaybe<Scalars['Date']['input']>;
  source?: InputMaybe<Scalars['String']['input']>;
  body?: InputMaybe<Scalars['JSON']['input']>;
};


export type MutationTryOutDirectoryArgs = {
  draftId: Scalars['UUID']['input'];
};


export type MutationPublishDirectoryArgs = {
  draftId: Scalars['UUID']['input'];
  allowPast?: Scalars['Boolean']['input'];
};


export type MutationDiscardDirectoryDraftArgs = {
  draftId: Scalars['UUID']['input'];
};


export type MutationWithdrawDirectoryArgs = {
  lastDay: Scalars['Date']['input'];
};


export type MutationOpenProgrammeBatchArgs = {
  programme: Scalars['String']['input'];
  year: Scalars['Int']['input'];
  quota: Scalars['Int']['input'];
  termFrom: Scalars['Date']['input'];
  name?: InputMaybe<Scalars['String']['input']>;
};


export type MutationSetProgrammeQuotaArgs = {
  batchId: Scalars['UUID']['input'];
  quota: Scalars['Int']['input'];
};


export type MutationSelectProgrammeMemberArgs = {
  batchId: Scalars['UUID']['input'];
  talentId: Scalars['UUID']['input'];
  basis: Scalars['String']['input'];
};


export type MutationRemoveProgrammeMemberArgs = {
  memberId: Scalars['UUID']['input'];
};


export type MutationAnnounceProgrammeArgs = {
  batchId: Scalars['UUID']['input'];
};


export type MutationEnrolExpertArgs = {
  accountId: Scalars['UUID']['input'];
  employerName: Scalars['String']['input'];
  employerId?: InputMaybe<Scalars['UUID']['input']>;
  types?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  specialty?: InputMaybe<Scalars['String']['input']>;
};


export type MutationRetireExpertArgs = {
  expertId: Scalars['UUID']['input'];
};


export type MutationAcceptScoreSheetArgs = {
  sheetId: Scalars['UUID']['input'];
};


export type MutationRecuseScoreSheetArgs = {
  sheetId: Scalars['UUID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationSubmitScoreSheetArgs = {
  sheetId: Scalars['UUID']['input'];
  scores: ReadonlyArray<ScoreIn>;
  comment?: InputMaybe<Scalars['String']['input']>;
};


export type MutationCheckRecognitionArgs = {
  recognitionId: Scalars['UUID']['input'];
  outcome: RecognitionCheckOutcome;
  opinion: Scalars['String']['input'];
  level?: InputMaybe<Scalars['String']['input']>;
};


export type MutationExitRecognitionArgs = {
  recognitionId: Scalars['UUID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationCancelRecognitionArgs = {
  recognitionId: Scalars['UUID']['input'];
  reason: Scalars['String']['input'];
  fraud?: Scalars['Boolean']['input'];
};


export type MutationStartRecognitionArgs = {
  route: RecognitionRoute;
  criterion: Scalars['String']['input'];
  talentId?: InputMaybe<Scalars['UUID']['input']>;
  talentType?: InputMaybe<Scalars['String']['input']>;
  employerId?: InputMaybe<Scalars['UUID']['input']>;
  statement?: Scalars['String']['input'];
};


export type MutationChangeRecognitionArgs = {
  applicationId: Scalars['UUID']['input'];
  version: Scalars['Int']['input'];
  statement?: InputMaybe<Scalars['String']['input']>;
  criterion?: InputMaybe<Scalars['String']['input']>;
  employerId?: InputMaybe<Scalars['UUID']['input']>;
  recommenders?: InputMaybe<ReadonlyArray<RecommenderIn>>;
  kinship?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};


export type MutationConfirmRecognitionDirectoryArgs = {
  applicationId: Scalars['UUID']['input'];
  criterion?: InputMaybe<Scalars['String']['input']>;
};


export type MutationSubmitRecognitionArgs = {
  applicationId: Scalars['UUID']['input'];
};


export type MutationWithdrawRecognitionArgs = {
  applicationId: Scalars['UUID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationRecommendRecognitionArgs = {
  applicationId: Scalars['UUID']['input'];
  opinion: Scalars['String']['input'];
};


export type MutationReviewRecognitionArgs = {
  applicationId: Scalars['UUID']['input'];
  opinion: Scalars['String']['input'];
};


export type MutationSendBackRecognitionArgs = {
  applicationId: Scalars['UUID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationDeclineRecognitionArgs = {
  applicationId: Scalars['UUID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationSendRecognitionToDepartmentsArgs = {
  applicationId: Scalars['UUID']['input'];
  unitIds?: InputMaybe<ReadonlyArray<Scalars['UUID']['input']>>;
  note?: InputMaybe<Scalars['String']['input']>;
};


export type MutationAskRecognitionAgainArgs = {
  applicationId: Scalars['UUID']['input'];
  unitIds: ReadonlyArray<Scalars['UUID']['input']>;
  note: Scalars['String']['input'];
};


export type MutationAnswerJointReviewArgs = {
  reviewId: Scalars['UUID']['input'];
  opinion: JointOpinion;
  reason?: InputMaybe<Scalars['String']['input']>;
};


export type MutationGatherRecognitionArgs = {
  applicationId: Scalars['UUID']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
};


export type MutationSkipJointReviewArgs = {
  applicationId: Scalars['UUID']['input'];
};


export type MutationDecideRecognitionArgs = {
  applicationId: Scalars['UUID']['input'];
  outcome: RecognitionDecision;
  opinion: Scalars['String']['input'];
};


export type MutationInviteExpertsArgs = {
  applicationId: Scalars['UUID']['input'];
  expertIds: ReadonlyArray<Scalars['UUID']['input']>;
};


export type MutationCloseScoringArgs = {
  applicationId: Scalars['UUID']['input'];
};


export type MutationFileObjectionArgs = {
  applicationId: Scalars['UUID']['input'];
  objector: Scalars['String']['input'];
  content: Scalars['String']['input'];
  contact?: InputMaybe<Scalars['String']['input']>;
};


export type MutationSettleObjectionArgs = {
  objectionId: Scalars['UUID']['input'];
  sustained: Scalars['Boolean']['input'];
  conclusion: Scalars['String']['input'];
};


export type MutationCertifyRecognitionArgs = {
  applicationId: Scalars['UUID']['input'];
  effectiveOn?: InputMaybe<Scalars['Date']['input']>;
};


export type MutationAttachEvidenceArgs = {
  applicationId: Scalars['UUID']['input'];
  evidenceId: Scalars['UUID']['input'];
  kind: Scalars['String']['input'];
};


export type MutationDetachEvidenceArgs = {
  applicationId: Scalars['UUID']['input'];
  attachmentId: Scalars['UUID']['input'];
};


export type MutationGiveConsentArgs = {
  purpose: Scalars['String']['input'];
  version: Scalars['Int']['input'];
};


export type MutationWithdrawConsentArgs = {
  purpose: Scalars['String']['input'];
};


export type MutationAskExportArgs = {
  purpose: RevealPurpose;
  reason: Scalars['String']['input'];
  filters?: InputMaybe<ExportFilterIn>;
  columns?: InputMaybe<ReadonlyArray<ExportColumn>>;
  format?: ExportFormat;
  clear?: Scalars['Boolean']['input'];
};


export type MutationCancelExportArgs = {
  exportId: Scalars['UUID']['input'];
};


export type MutationEnterTalentArgs = {
  unitId: Scalars['UUID']['input'];
  talent: NewTalentIn;
  notSameAs?: InputMaybe<ReadonlyArray<Scalars['UUID']['input']>>;
  toReview?: Scalars['Boolean']['input'];
};


export type MutationChangeTalentArgs = {
  talentId: Scalars['UUID']['input'];
  version: Scalars['Int']['input'];
  change: TalentChangeIn;
};


export type MutationAdmitTalentArgs = {
  talentId: Scalars['UUID']['input'];
};


export type MutationAskTalentUpdateArgs = {
  talentId: Scalars['UUID']['input'];
};


export type MutationConfirmTalentArgs = {
  talentId: Scalars['UUID']['input'];
};


export type MutationRecordDepartureArgs = {
  talentId: Scalars['UUID']['input'];
  leftOn: Scalars['Date']['input'];
  reason: DepartureReason;
  toldTo: Scalars['String']['input'];
  toldOn: Scalars['Date']['input'];
  destination?: InputMaybe<Scalars['String']['input']>;
  note?: InputMaybe<Scalars['String']['input']>;
};


export type MutationRecordReturnArgs = {
  talentId: Scalars['UUID']['input'];
  returnedOn: Scalars['Date']['input'];
};


export type MutationCloseTalentArgs = {
  talentId: Scalars['UUID']['input'];
  version: Scalars['Int']['input'];
  reason: Scalars['String']['input'];
};


export type MutationMoveTalentArgs = {
  talentId: Scalars['UUID']['input'];
  version: Scalars['Int']['input'];
  unitId: Scalars['UUID']['input'];
};


export type MutationGrantLevelArgs = {
  talentId: Scalars['UUID']['input'];
  version: Scalars['Int']['input'];
  level?: InputMaybe<Scalars['String']['input']>;
  since: Scalars['Date']['input'];
  basis: Scalars['String']['input'];
};


export type MutationAddEmploymentArgs = {
  talentId: Scalars['UUID']['input'];
  employment: EmploymentIn;
};


export type MutationEndEmploymentArgs = {
  employmentId: Scalars['UUID']['input'];
  endedOn: Scalars['Date']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
};


export type MutationAddEducationArgs = {
  talentId: Scalars['UUID']['input'];
  education: EducationIn;
};


export type MutationAddTitleArgs = {
  talentId: Scalars['UUID']['input'];
  title: TitleIn;
};


export type MutationAddHonourArgs = {
  talentId: Scalars['UUID']['input'];
  honour: HonourIn;
};


export type MutationAddFamilyMemberArgs = {
  talentId: Scalars['UUID']['input'];
  member: FamilyIn;
};


export type MutationRemoveFamilyMemberArgs = {
  memberId: Scalars['UUID']['input'];
};


export type MutationAddTalentNameArgs = {
  talentId: Scalars['UUID']['input'];
  name: OtherNameIn;
};


export type MutationRemoveTalentNameArgs = {
  nameId: Scalars['UUID']['input'];
};


export type MutationAddIdentityDocumentArgs = {
  talentId: Scalars['UUID']['input'];
  document: DocumentIn;
};


export type MutationRetireIdentityDocumentArgs = {
  documentId: Scalars['UUID']['input'];
};


export type MutationRevealFieldArgs = {
  talentId: Scalars['UUID']['input'];
  field: SecretField;
  purpose: RevealPurpose;
  reason: Scalars['String']['input'];
  documentId?: InputMaybe<Scalars['UUID']['input']>;
};


export type MutationRecheckImportArgs = {
  importId: Scalars['UUID']['input'];
  unitId?: InputMaybe<Scalars['UUID']['input']>;
  sheet?: InputMaybe<Scalars['String']['input']>;
};


export type MutationCommitImportArgs = {
  importId: Scalars['UUID']['input'];
};


export type MutationCancelImportArgs = {
  importId: Scalars['UUID']['input'];
};


export type MutationProposeOwnChangeArgs = {
  proposal: ProposalIn;
};


export type MutationProposeEmployeeChangeArgs = {
  talentId: Scalars['UUID']['input'];
  proposal: ProposalIn;
};


export type MutationReportDepartureArgs = {
  talentId: Scalars['UUID']['input'];
  departure: DepartureReportIn;
};


export type MutationWithdrawChangeArgs = {
  changeId: Scalars['UUID']['input'];
};


export type MutationAcceptChangeArgs = {
  changeId: Scalars['UUID']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
  value?: InputMaybe<Scalars['String']['input']>;
  stays?: Scalars['Boolean']['input'];
};


export type MutationRejectChangeArgs = {
  changeId: Scalars['UUID']['input'];
  reason: Scalars['String']['input'];
};

/** 我的评分表（盲评：不含姓名与单位） */
export type MyScoreSheet = {
  readonly __typename: 'MyScoreSheet';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 第几轮评分 */
  readonly round: Scalars['Int']['output'];
  /** 盲评代号 */
  readonly code: Scalars['String']['output'];
  /** 状态 */
  readonly status: ScoreSheetStatus;
  /** 邀请日 */
  readonly invitedOn: Scalars['Date']['output'];
  /** 应评分日 */
  readonly dueOn: Scalars['Date']['output'];
  /** 是否逾期 */
  readonly overdue: Scalars['Boolean']['output'];
  /** 评分材料（接受之后可见） */
  readonly material: Maybe<Scalars['JSON']['output']>;
  /** 评分项与权重 */
  readonly items: Scalars['JSON']['output'];
  /** 各项得分（百分制） */
  readonly scores: Maybe<Scalars['JSON']['output']>;
  /** 加权总分 */
  readonly total: Maybe<Scalars['Float']['output']>;
  /** 评语 */
  readonly comment: Maybe<Scalars['String']['output']>;
  /** 回避理由 */
  readonly recusal: Maybe<Scalars['String']['output']>;
  /** 评分或回避的时间 */
  readonly answeredAt: Maybe<Scalars['DateTime']['output']>;
  /** 此刻可以办理的步骤 */
  readonly allowedSteps: ReadonlyArray<Scalars['String']['output']>;
};

/** 一条及其位置 */
export type MyScoreSheetEdge = {
  readonly __typename: 'MyScoreSheetEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: MyScoreSheet;
};

/** 一页 */
export type MyScoreSheetPage = {
  readonly __typename: 'MyScoreSheetPage';
  /** 本页的记录 */
  readonly nodes: ReadonlyArray<MyScoreSheet>;
  /** 本页的记录，各带其翻页位置 */
  readonly edges: ReadonlyArray<MyScoreSheetEdge>;
  /** 前后是否还有，从哪里接着翻 */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数 */
  readonly totalCount: Scalars['Int']['output'];
};

/** 现用名之外的名称 */
export type NameKind =
  | 'FORMER'
  | 'ALIAS'
  | 'FOREIGN';

/** 人才需求 */
export type Need = {
  readonly __typename: 'Need';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 人才 */
  readonly talentId: Scalars['UUID']['output'];
  /** 人才姓名 */
  readonly talentName: Scalars['String']['output'];
  /** 需求类别 */
  readonly kind: Scalars['String']['output'];
  /** 需求类别名称（今日目录） */
  readonly kindName: Maybe<Scalars['String']['output']>;
  /** 需求内容 */
  readonly content: Scalars['String']['output'];
  /** 提出日期 */
  readonly raisedOn: Scalars['Date']['output'];
  /** 状态 */
  readonly status: NeedStatus;
  /** 此刻可以办理的步骤 */
  readonly allowedSteps: ReadonlyArray<Scalars['String']['output']>;
  /** 分办日期 */
  readonly routedOn: Maybe<Scalars['Date']['output']>;
  /** 办理期限 */
  readonly dueOn: Maybe<Scalars['Date']['output']>;
  /** 是否超过办理期限 */
  readonly overdue: Scalars['Boolean']['output'];
  /** 办理结果 */
  readonly result: Maybe<Scalars['String']['output']>;
  /** 报办结日期 */
  readonly finishedOn: Maybe<Scalars['Date']['output']>;
  /** 确认办结日期 */
  readonly settledOn: Maybe<Scalars['Date']['output']>;
  /** 退回原因 */
  readonly returnReason: Maybe<Scalars['String']['output']>;
  /** 被退回重办的次数 */
  readonly returns: Scalars['Int']['output'];
  readonly talent: Maybe<Talent>;
  readonly log: Maybe<ContactLog>;
  readonly handlerUnit: Maybe<Unit>;
};

/** 一条及其位置 */
export type NeedEdge = {
  readonly __typename: 'NeedEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Need;
};

/** 问需中的一项需求。 */
export type NeedIn = {
  /** 需求内容 */
  readonly content: Scalars['String']['input'];
  /** 需求类别代码（目录中的） */
  readonly kind?: InputMaybe<Scalars['String']['input']>;
};

/** 一页 */
export type NeedPage = {
  readonly __typename: 'NeedPage';
  /** 本页的记录 */
  readonly nodes: ReadonlyArray<Need>;
  /** 本页的记录，各带其翻页位置 */
  readonly edges: ReadonlyArray<NeedEdge>;
  /** 前后是否还有，从哪里接着翻 */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数 */
  readonly totalCount: Scalars['Int']['output'];
};

/** 需求的状态：登记、分办、办理中、待本人确认、办结、退回。 */
export type NeedStatus =
  | 'REGISTERED'
  | 'ROUTED'
  | 'IN_HAND'
  | 'TO_CONFIRM'
  | 'SETTLED'
  | 'RETURNED';

/** 一类需求的收集与解决 */
export type NeedsOfKind = {
  readonly __typename: 'NeedsOfKind';
  /** 需求类别代码 */
  readonly kind: Scalars['String']['output'];
  /** 期间提出 */
  readonly collected: Scalars['Int']['output'];
  /** 其中已办结 */
  readonly solved: Scalars['Int']['output'];
  /** 期间办结（含以前提出的） */
  readonly settledThen: Scalars['Int']['output'];
  /** 现已逾期 */
  readonly overdue: Scalars['Int']['output'];
};

/** 新账号或重置的密码，只显示这一次 */
export type NewAccount = {
  readonly __typename: 'NewAccount';
  readonly id: Scalars['UUID']['output'];
  /** 登录名 */
  readonly login: Scalars['String']['output'];
  /** 初始密码，本人首次登录须修改 */
  readonly password: Scalars['String']['output'];
};

/** 新录入的人才 */
export type NewTalentIn = {
  /** 姓名 */
  readonly name: Scalars['String']['input'];
  /** 性别；不填的按证件号码 */
  readonly gender?: Gender;
  /** 出生日期；不填的按证件号码 */
  readonly birthDate?: InputMaybe<Scalars['Date']['input']>;
  /** 国籍（地区） */
  readonly nationality?: Scalars['String']['input'];
  /** 先列为候选，暂不入库 */
  readonly candidate?: Scalars['Boolean']['input'];
  /** 人才层次（目录代码） */
  readonly level?: InputMaybe<Scalars['String']['input']>;
  /** 层次起始日；不填为今天 */
  readonly levelSince?: InputMaybe<Scalars['Date']['input']>;
  /** 层次依据 */
  readonly levelBasis?: InputMaybe<Scalars['String']['input']>;
  /** 人才类型（目录代码） */
  readonly talentType?: InputMaybe<Scalars['String']['input']>;
  /** 专业专长 */
  readonly specialty?: InputMaybe<Scalars['String']['input']>;
  /** 常住地 */
  readonly residence?: InputMaybe<Scalars['String']['input']>;
  /** 电话 */
  readonly phone?: InputMaybe<Scalars['String']['input']>;
  /** 电子邮箱 */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** 身份证件 */
  readonly documents?: InputMaybe<ReadonlyArray<DocumentIn>>;
  /** 曾用名、别名、外文名 */
  readonly otherNames?: InputMaybe<ReadonlyArray<OtherNameIn>>;
  /** 现任职 */
  readonly employment?: InputMaybe<EmploymentIn>;
  /** 学历 */
  readonly educations?: InputMaybe<ReadonlyArray<EducationIn>>;
  /** 职称 */
  readonly titles?: InputMaybe<ReadonlyArray<TitleIn>>;
  /** 荣誉 */
  readonly honours?: InputMaybe<ReadonlyArray<HonourIn>>;
};

/** 录入前的核对结果 */
export type NewcomerCheck = {
  readonly __typename: 'NewcomerCheck';
  /** 管理范围内可能是同一人的 */
  readonly candidates: ReadonlyArray<Candidate>;
  /** 管理范围之外可能是同一人的条数 */
  readonly elsewhere: Scalars['Int']['output'];
};

/** 一条消息。 */
export type Notice = {
  readonly __typename: 'Notice';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 建立时间 */
  readonly createdAt: Scalars['DateTime']['output'];
  /** 类别 */
  readonly kind: Scalars['String']['output'];
  /** 标题 */
  readonly title: Scalars['String']['output'];
  /** 内容 */
  readonly body: Scalars['String']['output'];
  /** 所涉事项的类型，例如 fasttrack_case */
  readonly about: Scalars['String']['output'];
  /** 所涉事项的编号 */
  readonly aboutId: Maybe<Scalars['UUID']['output']>;
  /** 已读时间 */
  readonly readAt: Maybe<Scalars['DateTime']['output']>;
};

/** 一条及其位置 */
export type NoticeEdge = {
  readonly __typename: 'NoticeEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Notice;
};

/** 一件公示异议 */
export type NoticeObjection = {
  readonly __typename: 'NoticeObjection';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 状态 */
  readonly status: ObjectionStatus;
  /** 异议人（需要“组织认定评审、公示与发证”权限，否则为空） */
  readonly objector: Maybe<Scalars['String']['output']>;
  /** 异议人联系方式（掩码） */
  readonly contactMasked: Maybe<Scalars['String']['output']>;
  /** 异议内容 */
  readonly content: Scalars['String']['output'];
  /** 收到时间 */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** 应核查完毕日 */
  readonly dueOn: Scalars['Date']['output'];
  /** 核查结论 */
  readonly conclusion: Maybe<Scalars['String']['output']>;
  /** 核查完毕日 */
  readonly settledOn: Maybe<Scalars['Date']['output']>;
  /** 核查人 */
  readonly settledName: Maybe<Scalars['String']['output']>;
  /** 此刻可以办理的步骤 */
  readonly allowedSteps: ReadonlyArray<Scalars['String']['output']>;
};

/** 一条及其位置 */
export type NoticeObjectionEdge = {
  readonly __typename: 'NoticeObjectionEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: NoticeObjection;
};

/** 一页 */
export type NoticeObjectionPage = {
  readonly __typename: 'NoticeObjectionPage';
  /** 本页的记录 */
  readonly nodes: ReadonlyArray<NoticeObjection>;
  /** 本页的记录，各带其翻页位置 */
  readonly edges: ReadonlyArray<NoticeObjectionEdge>;
  /** 前后是否还有，从哪里接着翻 */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数 */
  readonly totalCount: Scalars['Int']['output'];
};

/** 一页 */
export type NoticePage = {
  readonly __typename: 'NoticePage';
  /** 本页的记录 */
  readonly nodes: ReadonlyArray<Notice>;
  /** 本页的记录，各带其翻页位置 */
  readonly edges: ReadonlyArray<NoticeEdge>;
  /** 前后是否还有，从哪里接着翻 */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数 */
  readonly totalCount: Scalars['Int']['output'];
};

/** 为何通知伙伴单位删除 */
export type NoticeReason =
  | 'ERASED'
  | 'WITHDRAWN';

/** 删除通知的状态 */
export type NoticeStatus =
  | 'WAITING'
  | 'FETCHED'
  | 'ACKNOWLEDGED';

/** 证件号码自身说明的内容 */
export type NumberFacts = {
  readonly __typename: 'NumberFacts';
  /** 证件种类 */
  readonly kind: DocumentKind;
  /** 规范写法（掩码） */
  readonly masked: Scalars['String']['output'];
  /** 号码中的出生日期 */
  readonly birthDate: Maybe<Scalars['String']['output']>;
  /** 号码中的性别 */
  readonly gender: Maybe<Gender>;
  /** 须人工确认之处 */
  readonly warnings: ReadonlyArray<Scalars['String']['output']>;
};

/** 公示异议的状态 */
export type ObjectionStatus =
  | 'OPEN'
  | 'DISMISSED'
  | 'SUSTAINED';

/** 会签意见 */
export type Opinion =
  | 'AGREE'
  | 'AGREE_IF_CHANGED'
  | 'DISAGREE';

/** 曾用名、别名或外文名 */
export type OtherNameIn = {
  /** 名称种类 */
  readonly kind: NameKind;
  /** 名称 */
  readonly name: Scalars['String']['input'];
  /** 使用至 */
  readonly until?: InputMaybe<Scalars['Date']['input']>;
};

/** 领导小组或其负责人的决定 */
export type Outcome =
  | 'APPROVED'
  | 'SENT_BACK'
  | 'REJECTED';

/** 翻页信息 */
export type PageInfo = {
  readonly __typename: 'PageInfo';
  readonly hasNextPage: Scalars['Boolean']['output'];
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  readonly startCursor: Maybe<Scalars['String']['output']>;
  readonly endCursor: Maybe<Scalars['String']['output']>;
};

/** 一对疑似重复记录的状态 */
export type PairStatus =
  | 'OPEN'
  | 'NOT_SAME'
  | 'MERGED';

/** 伙伴系统或服务单位 */
export type Partner = {
  readonly __typename: 'Partner';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 伙伴编号 */
  readonly code: Scalars['String']['output'];
  /** 伙伴名称 */
  readonly name: Scalars['String']['output'];
  /** 角色代码（目录类别 role） */
  readonly roleCode: Scalars['String']['output'];
  /** 状态 */
  readonly status: PartnerStatus;
  /** 技术联系人（单位与部门） */
  readonly contact: Maybe<Scalars['String']['output']>;
  /** 版本 */
  readonly version: Scalars['Int']['output'];
  /** 此刻可以办理的步骤 */
  readonly allowedSteps: ReadonlyArray<Scalars['String']['output']>;
  readonly keys: ReadonlyArray<PartnerKey>;
  readonly grants: ReadonlyArray<PartnerGrant>;
};


/** 伙伴系统或服务单位 */
export type PartnerKeysArgs = {
  first?: Scalars['Int']['input'];
};


/** 伙伴系统或服务单位 */
export type PartnerGrantsArgs = {
  first?: Scalars['Int']['input'];
};

/** 一条及其位置 */
export type PartnerEdge = {
  readonly __typename: 'PartnerEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Partner;
};

/** 伙伴可核验与核销的服务 */
export type PartnerGrant = {
  readonly __typename: 'PartnerGrant';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 服务代码（目录类别 card_service） */
  readonly serviceCode: Scalars['String']['output'];
  /** 起始日 */
  readonly validFrom: Scalars['Date']['output'];
  /** 截止日（空为至今） */
  readonly validUntil: Maybe<Scalars['Date']['output']>;
};

/** 伙伴的密钥 */
export type PartnerKey = {
  readonly __typename: 'PartnerKey';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 密钥编号（签名中的 keyid） */
  readonly keyId: Scalars['String']['output'];
  /** 签名算法 */
  readonly algorithm: KeyAlgorithm;
  /** 启用时间 */
  readonly validFrom: Scalars['DateTime']['output'];
  /** 到期时间 */
  readonly validUntil: Scalars['DateTime']['output'];
  /** 吊销时间 */
  readonly revokedAt: Maybe<Scalars['DateTime']['output']>;
  readonly partner: Partner;
};

/** 一页 */
export type PartnerPage = {
  readonly __typename: 'PartnerPage';
  /** 本页的记录 */
  readonly nodes: ReadonlyArray<Partner>;
  /** 本页的记录，各带其翻页位置 */
  readonly edges: ReadonlyArray<PartnerEdge>;
  /** 前后是否还有，从哪里接着翻 */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数 */
  readonly totalCount: Scalars['Int']['output'];
};

/** 合作系统的状态 */
export type PartnerStatus =
  | 'ACTIVE'
  | 'SUSPENDED';

/** 单位或岗位在事项中的身份 */
export type PartyRole =
  | 'INITIATOR'
  | 'EMPLOYER'
  | 'LEAD'
  | 'COUNTERSIGNER'
  | 'DELIVERER'
  | 'DECIDER';

/** 额度的周期：到期后重新授予。 */
export type Period =
  | 'DAY'
  | 'MONTH'
  | 'QUARTER'
  | 'YEAR'
  | 'CARD'
  | 'ONCE';

/** 一次拟定的联系。 */
export type PlanIn = {
  /** 拟定日期 */
  readonly plannedOn: Scalars['Date']['input'];
  /** 联系方式 */
  readonly mode: ContactMode;
  /** 地点 */
  readonly place?: InputMaybe<Scalars['String']['input']>;
  /** 参加人员 */
  readonly attendees?: InputMaybe<Scalars['String']['input']>;
};

/** 删除方案中的一类资料 */
export type PlanLineView = {
  readonly __typename: 'PlanLineView';
  /** 代码 */
  readonly code: Scalars['String']['output'];
  /** 资料 */
  readonly title: Scalars['String']['output'];
  /** 多少条 */
  readonly rows: Scalars['Int']['output'];
  /** 如何处理 */
  readonly fate: Fate;
  /** 依据与理由 */
  readonly why: Scalars['String']['output'];
  /** 保存至 */
  readonly until: Maybe<Scalars['Date']['output']>;
};

/** 一个候补 */
export type PoolWait = {
  readonly __typename: 'PoolWait';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 服务代码 */
  readonly serviceCode: Scalars['String']['output'];
  /** 希望的日期 */
  readonly day: Scalars['Date']['output'];
  /** 状态 */
  readonly status: WaitStatus;
  /** 退出原因 */
  readonly reason: Scalars['String']['output'];
  /** 建立时间 */
  readonly createdAt: Scalars['DateTime']['output'];
  /** 此刻可以办理的步骤 */
  readonly allowedSteps: ReadonlyArray<Scalars['String']['output']>;
  readonly card: Card;
  readonly pool: CityPool;
};

/** 一条及其位置 */
export type PoolWaitEdge = {
  readonly __typename: 'PoolWaitEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: PoolWait;
};

/** 一页 */
export type PoolWaitPage = {
  readonly __typename: 'PoolWaitPage';
  /** 本页的记录 */
  readonly nodes: ReadonlyArray<PoolWait>;
  /** 本页的记录，各带其翻页位置 */
  readonly edges: ReadonlyArray<PoolWaitEdge>;
  /** 前后是否还有，从哪里接着翻 */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数 */
  readonly totalCount: Scalars['Int']['output'];
};

/** 岗位 */
export type Post = {
  readonly __typename: 'Post';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 所在单位 */
  readonly unitId: Scalars['UUID']['output'];
  /** 岗位编号 */
  readonly code: Scalars['String']['output'];
  /** 岗位名称 */
  readonly name: Scalars['String']['output'];
  /** 领导层级（非领导岗位为空） */
  readonly leaderLevel: Maybe<LeaderLevel>;
  /** 人才工作专员（分管领导或科室负责人） */
  readonly commissioner: Maybe<Commissioner>;
  /** 是否可多人同任 */
  readonly shared: Scalars['Boolean']['output'];
  /** 排序 */
  readonly rank: Scalars['Int']['output'];
  /** 起始日 */
  readonly validFrom: Scalars['Date']['output'];
  /** 截止日（空为至今） */
  readonly validUntil: Maybe<Scalars['Date']['output']>;
  readonly unit: Unit;
  /** 历任 */
  readonly appointments: ReadonlyArray<Appointment>;
  /** 现联系的人才 */
  readonly contactAssignments: ReadonlyArray<ContactAssignment>;
};


/** 岗位 */
export type PostAppointmentsArgs = {
  first?: Scalars['Int']['input'];
};


/** 岗位 */
export type PostContactAssignmentsArgs = {
  first?: Scalars['Int']['input'];
};

/** 一条及其位置 */
export type PostEdge = {
  readonly __typename: 'PostEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Post;
};

/** 一个岗位联系的人数 */
export type PostLoad = {
  readonly __typename: 'PostLoad';
  /** 岗位编号 */
  readonly postId: Scalars['UUID']['output'];
  /** 岗位 */
  readonly post: Scalars['String']['output'];
  /** 单位 */
  readonly unit: Scalars['String']['output'];
  /** 现任职者（空缺为空） */
  readonly leader: Maybe<Scalars['String']['output']>;
  /** 联系的人才 */
  readonly talents: Scalars['Int']['output'];
  /** 其中待接续 */
  readonly waiting: Scalars['Int']['output'];
  /** 其中已逾期 */
  readonly overdue: Scalars['Int']['output'];
  /** 最早的期限 */
  readonly earliestDue: Scalars['Date']['output'];
};

/** 一页 */
export type PostPage = {
  readonly __typename: 'PostPage';
  /** 本页的记录 */
  readonly nodes: ReadonlyArray<Post>;
  /** 本页的记录，各带其翻页位置 */
  readonly edges: ReadonlyArray<PostEdge>;
  /** 前后是否还有，从哪里接着翻 */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数 */
  readonly totalCount: Scalars['Int']['output'];
};

/** 岗位的角色 */
export type PostRole = {
  readonly __typename: 'PostRole';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 岗位 */
  readonly postId: Scalars['UUID']['output'];
  /** 角色代码（目录类别 role） */
  readonly roleCode: Scalars['String']['output'];
  /** 建立时间 */
  readonly createdAt: Scalars['DateTime']['output'];
};

/** 岗位另行设定的可见单位 */
export type PostScope = {
  readonly __typename: 'PostScope';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  readonly unit: Unit;
};

/** 一项个人设置 */
export type Preference = {
  readonly __typename: 'Preference';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 哪一项 */
  readonly key: Scalars['String']['output'];
  /** 内容 */
  readonly value: Scalars['JSON']['output'];
  /** 最近更改时间 */
  readonly changedAt: Scalars['DateTime']['output'];
};

/** 凭一次核验可核销的一项服务 */
export type PresentedService = {
  readonly __typename: 'PresentedService';
  /** 服务代码 */
  readonly code: Scalars['String']['output'];
  /** 服务名称 */
  readonly name: Scalars['String']['output'];
  /** 使用时须出示 */
  readonly shownOnUse: ReadonlyArray<Scalars['String']['output']>;
  /** 是否须选择为哪一位子女办理 */
  readonly needsChild: Scalars['Boolean']['output'];
  /** 须选择的学段（空为不分学段） */
  readonly stages: ReadonlyArray<Scalars['String']['output']>;
  /** 一次至多几次（空为不限）；还余几次，核销时答复 */
  readonly most: Maybe<Scalars['Int']['output']>;
};

/** 人才计划的一个年度批次 */
export type ProgrammeBatch = {
  readonly __typename: 'ProgrammeBatch';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 版本 */
  readonly version: Scalars['Int']['output'];
  /** 人才计划代码 */
  readonly programme: Scalars['String']['output'];
  /** 名称 */
  readonly name: Scalars['String']['output'];
  /** 年度 */
  readonly year: Scalars['Int']['output'];
  /** 名额 */
  readonly quota: Scalars['Int']['output'];
  /** 已入选人数 */
  readonly selected: Scalars['Int']['output'];
  /** 状态 */
  readonly status: ProgrammeStatus;
  /** 入选条件 */
  readonly criteria: Scalars['String']['output'];
  /** 支持期起 */
  readonly termFrom: Scalars['Date']['output'];
  /** 支持期止 */
  readonly termUntil: Scalars['Date']['output'];
  /** 每人资助（元） */
  readonly funding: Scalars['Decimal']['output'];
  /** 是否演示数据 */
  readonly demo: Scalars['Boolean']['output'];
  /** 此刻可以办理的步骤 */
  readonly allowedSteps: ReadonlyArray<Scalars['String']['output']>;
  readonly unit: Unit;
};

/** 一条及其位置 */
export type ProgrammeBatchEdge = {
  readonly __typename: 'ProgrammeBatchEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: ProgrammeBatch;
};

/** 一页 */
export type ProgrammeBatchPage = {
  readonly __typename: 'ProgrammeBatchPage';
  /** 本页的记录 */
  readonly nodes: ReadonlyArray<ProgrammeBatch>;
  /** 本页的记录，各带其翻页位置 */
  readonly edges: ReadonlyArray<ProgrammeBatchEdge>;
  /** 前后是否还有，从哪里接着翻 */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数 */
  readonly totalCount: Scalars['Int']['output'];
};

/** 人才计划的一名入选者 */
export type ProgrammeMember = {
  readonly __typename: 'ProgrammeMember';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 入选理由 */
  readonly basis: Scalars['String']['output'];
  /** 入选日 */
  readonly selectedOn: Scalars['Date']['output'];
  /** 经办人 */
  readonly selectedName: Scalars['String']['output'];
  readonly batch: Maybe<ProgrammeBatch>;
  readonly talent: Maybe<Talent>;
};

/** 一条及其位置 */
export type ProgrammeMemberEdge = {
  readonly __typename: 'ProgrammeMemberEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: ProgrammeMember;
};

/** 一页 */
export type ProgrammeMemberPage = {
  readonly __typename: 'ProgrammeMemberPage';
  /** 本页的记录 */
  readonly nodes: ReadonlyArray<ProgrammeMember>;
  /** 本页的记录，各带其翻页位置 */
  readonly edges: ReadonlyArray<ProgrammeMemberEdge>;
  /** 前后是否还有，从哪里接着翻 */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数 */
  readonly totalCount: Scalars['Int']['output'];
};

/** 人才计划批次的状态 */
export type ProgrammeStatus =
  | 'OPEN'
  | 'ANNOUNCED'
  | 'ENDED';

/** 对一项资料的更正。 */
export type ProposalIn = {
  /** 资料项（note 为情况说明） */
  readonly field: Scalars['String']['input'];
  /** 应为 */
  readonly value: Scalars['String']['input'];
  /** 更正理由 */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** 资料变动由谁提出 */
export type ProposalSource =
  | 'LEADER'
  | 'EMPLOYER'
  | 'TALENT';

/** 资料变动：由谁提出、改什么、核实结果 */
export type ProposedChange = {
  readonly __typename: 'ProposedChange';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 人才 */
  readonly talentId: Scalars['UUID']['output'];
  /** 由谁提出 */
  readonly source: ProposalSource;
  /** 提出人 */
  readonly proposedByName: Maybe<Scalars['String']['output']>;
  /** 提出的用人单位 */
  readonly proposerUnitName: Maybe<Scalars['String']['output']>;
  /** 资料项（note 为文字情况，由数据责任人核实） */
  readonly field: Scalars['String']['output'];
  /** 拟更正为（电话、邮箱为掩码；限制公开的为空）（不公开的需要“查看不公开的联系记录”权限，否则为空） */
  readonly value: Maybe<Scalars['String']['output']>;
  /** 名录现在的内容（电话、邮箱为掩码） */
  readonly valueNow: Maybe<Scalars['String']['output']>;
  /** 更正理由 */
  readonly reason: Maybe<Scalars['String']['output']>;
  /** 佐证文件名 */
  readonly evidenceName: Maybe<Scalars['String']['output']>;
  /** 提出日期 */
  readonly raisedOn: Scalars['Date']['output'];
  /** 状态 */
  readonly status: ChangeStatus;
  /** 此刻可以办理的步骤 */
  readonly allowedSteps: ReadonlyArray<Scalars['String']['output']>;
  /** 采用时的原值（电话、邮箱为掩码） */
  readonly valueBefore: Maybe<Scalars['String']['output']>;
  /** 部分采用时实际写入的内容（电话、邮箱为掩码） */
  readonly valueTaken: Maybe<Scalars['String']['output']>;
  /** 核实日期 */
  readonly decidedOn: Maybe<Scalars['Date']['output']>;
  /** 核实人 */
  readonly decidedByName: Maybe<Scalars['String']['output']>;
  /** 核实说明 */
  readonly decisionNote: Maybe<Scalars['String']['output']>;
  readonly talent: Talent;
  readonly log: Maybe<ContactLog>;
};

/** 一条及其位置 */
export type ProposedChangeEdge = {
  readonly __typename: 'ProposedChangeEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: ProposedChange;
};

/** 一页 */
export type ProposedChangePage = {
  readonly __typename: 'ProposedChangePage';
  /** 本页的记录 */
  readonly nodes: ReadonlyArray<ProposedChange>;
  /** 本页的记录，各带其翻页位置 */
  readonly edges: ReadonlyArray<ProposedChangeEdge>;
  /** 前后是否还有，从哪里接着翻 */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数 */
  readonly totalCount: Scalars['Int']['output'];
};

/** 一次公示 */
export type PublicNotice = {
  readonly __typename: 'PublicNotice';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 公示起日（起算日，不计入） */
  readonly startsOn: Scalars['Date']['output'];
  /** 公示工作日 */
  readonly workingDays: Scalars['Int']['output'];
  /** 公示止日（至当日二十四时） */
  readonly endsOn: Scalars['Date']['output'];
  /** 公示止日是否暂定 */
  readonly provisional: Scalars['Boolean']['output'];
  /** 公示内容 */
  readonly shown: Scalars['JSON']['output'];
  /** 是否已撤下 */
  readonly withdrawn: Scalars['Boolean']['output'];
};

/** 冻结的季度 */
export type QuarterSnapshot = {
  readonly __typename: 'QuarterSnapshot';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 季度（如 2026Q3） */
  readonly quarter: Scalars['String']['output'];
  /** 数字截至 */
  readonly lastDay: Scalars['Date']['output'];
  /** 冻结时间 */
  readonly frozenAt: Scalars['DateTime']['output'];
  /** 冻结人 */
  readonly frozenBy: Scalars['String']['output'];
  /** 记录条数 */
  readonly rowCount: Scalars['Int']['output'];
  /** 全部记录的摘要（SHA-256） */
  readonly sha256: Scalars['String']['output'];
  /** 更正了几处 */
  readonly correctionCount: Scalars['Int']['output'];
  readonly corrections: ReadonlyArray<FigureCorrection>;
};


/** 冻结的季度 */
export type QuarterSnapshotCorrectionsArgs = {
  first?: Scalars['Int']['input'];
};

/** 一条及其位置 */
export type QuarterSnapshotEdge = {
  readonly __typename: 'QuarterSnapshotEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: QuarterSnapshot;
};

/** 一页 */
export type QuarterSnapshotPage = {
  readonly __typename: 'QuarterSnapshotPage';
  /** 本页的记录 */
  readonly nodes: ReadonlyArray<QuarterSnapshot>;
  /** 本页的记录，各带其翻页位置 */
  readonly edges: ReadonlyArray<QuarterSnapshotEdge>;
  /** 前后是否还有，从哪里接着翻 */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数 */
  readonly totalCount: Scalars['Int']['output'];
};

export type Query = {
  readonly __typename: 'Query';
  /** 历次季度更新，最近的在前。（需要“查看人才名录”权限） */
  readonly campaigns: CampaignPage;
  /** 一次季度更新。（需要“查看人才名录”权限） */
  readonly campaign: Maybe<Campaign>;
  /**
   * 季度更新进度。（需要“查看人才名录”权限）
   *
   * 按下级单位分列：应确认、待确认、已确认、已更改、已离开、未确认；进度慢的在前。人随单位走：转走的算在现单位。
   */
  readonly campaignProgress: ReadonlyArray<UnitProgress>;
  /** 确认期限是怎样算出来的。（需要“查看人才名录”权限） */
  readonly campaignDue: DueExplained;
  /** 季度更新名册，按单位、姓名排列。（需要“查看人才名录”权限） */
  readonly campaignItems: CampaignItemPage;
  /** 一个冻结的季度及其更正。（需要“查看人才名录”权限） */
  readonly snapshot: Maybe<QuarterSnapshot>;
  /** 已冻结的季度，最近的在前。（需要“查看人才名录”权限） */
  readonly snapshots: QuarterSnapshotPage;
  /**
   * 一个季度冻结的数字。（需要“查看人才名录”权限）
   *
   * 同时给出公布时的数与更正后的数；公布时的数永远不变。
   */
  readonly snapshotFigures: SnapshotFigures;
  /** 季度、半年、全年的数字对比：两个已冻结的季度逐行相比，更正后的数为准。（需要“查看人才名录”权限） */
  readonly snapshotComparison: Comparison;
  /** 核对一个季度的快照：按原样重算全部记录的摘要，与冻结时的比较。（需要“组织季度更新、冻结季度数字”权限） */
  readonly verifySnapshot: Verified;
  /**
   * 卡片清单。（需要“查看优才卡”权限）
   *
   * 新发的在前；“截至某日到期”只列仍在手的卡。asOf 为某日：只列那一天在手的卡，卡种与层次是那一天的，状态为现状。
   */
  readonly cards: CardPage;
  /** 一张卡。（需要“查看优才卡”权限） */
  readonly card: Maybe<Card>;
  /** 我的卡，现用的在前。（需要“查看本人资料”权限） */
  readonly myCards: ReadonlyArray<Card>;
  /** 核验一张卡：今天有效的给出卡种与有效期，其余一律无结果。（需要“核验持卡人”权限） */
  readonly verifyCard: Maybe<CardFace>;
  /**
   * 一张卡的权益与余额。（需要“查看优才卡”权限）
   *
   * 给出日期的，只列当日所在周期的权益。
   */
  readonly entitlements: EntitlementPage;
  /** 我的权益与余额。（需要“查看本人资料”权限） */
  readonly myEntitlements: ReadonlyArray<Entitlement>;
  /** 一项权益的账：授予、预占、确认、取消、冲正、过期，合计即余额。（需要“查看优才卡”权限） */
  readonly entitlementLedger: LedgerEntryPage;
  /**
   * 核销与预约清单。（需要“查看优才卡”权限）
   *
   * 可按服务单位、服务、持卡人、状态与日期筛选；“待裁定”为换级后额度不足的预约。
   */
  readonly redemptions: RedemptionPage;
  /** 本网点的核销、预约与冲正。（需要“核销权益”权限） */
  readonly counterRedemptions: RedemptionPage;
  /**
   * 本网点今天可核销的服务，按目录的次序。（需要“核销权益”权限）
   *
   * 按子女计次的不在其中：窗口不知道持卡人的子女。
   */
  readonly counterServices: ReadonlyArray<CounterService>;
  /**
   * 本网点一个月的对账：各项服务的核销、冲正与净次数，是否已结算。（需要“核销权益”权限）
   *
   * 月份写作 2026-11。冲正计入冲正当日所在的月份，与伙伴接口的对账清单合计相同。
   */
  readonly counterMonth: CounterMonth;
  /** 本窗口刚核验的一张卡，失效之前可再看。（需要“核验持卡人”权限） */
  readonly cardPresentation: CardPresentation;
  /** 我的使用记录。（需要“查看本人资料”权限） */
  readonly myRedemptions: RedemptionPage;
  /** 各卡种持卡人数。（需要“查看优才卡”权限） */
  readonly cardTierDistribution: ReadonlyArray<TierCount>;
  /** 发卡批次。（需要“发卡”权限） */
  readonly cardBatches: CardBatchPage;
  /** 一个发卡批次。（需要“发卡”权限） */
  readonly cardBatch: Maybe<CardBatch>;
  /** 批次名单：谁领哪种卡，谁不发、为什么。（需要“发卡”权限） */
  readonly cardBatchLines: CardBatchLinePage;
  /** 全市名额。（需要“查看优才卡”权限） */
  readonly cityPools: CityPoolPage;
  /** 候补名单，先登记的在前。（需要“查看优才卡”权限） */
  readonly poolWaits: PoolWaitPage;
  /** 某一天有效的目录条目（不写日期即今天）。（需要“查看目录”权限） */
  readonly entries: ReadonlyArray<CatalogueEntry>;
  /** 一个目录条目的历次版本，新版在前。（需要“查看目录”权限） */
  readonly entryVersions: ReadonlyArray<CatalogueEntry>;
  /** 两个版本之间逐项的不同。（需要“查看目录”权限） */
  readonly entryDifference: ReadonlyArray<EntryDifference>;
  /** 有哪些类别的目录，各类有多少个条目在有效期内。（需要“查看目录”权限） */
  readonly entryKinds: ReadonlyArray<EntryKind>;
  /** 已发布的工作日历年份。（需要“查看目录”权限） */
  readonly workYears: ReadonlyArray<WorkYear>;
  /** 工作日历的逐日安排（一次最多 400 天）。（需要“查看目录”权限） */
  readonly workDays: ReadonlyArray<WorkDay>;
  /** 联系安排。（需要“查看联系服务”权限） */
  readonly contactAssignments: ContactAssignmentPage;
  /** 一项联系安排。（需要“查看联系服务”权限） */
  readonly contactAssignment: Maybe<ContactAssignment>;
  /**
   * 到期应联系名单。（需要“查看联系服务”权限）
   *
   * 截至某日应完成而尚未完成的联系，按岗位计算：换了任职者，前任的联系仍然算数。待接续的也在其中。
   * “since”不列更早到期的（一个月的日历）。
   */
  readonly contactsDue: ContactAssignmentPage;
  /** 待办理的联系接续。（需要“安排联系领导”权限） */
  readonly contactHandovers: ContactHandoverPage;
  /** 我的联系领导。（需要“查看本人资料”权限） */
  readonly myContactLeaders: ReadonlyArray<ContactAssignment>;
  /** 联系记录，新的在前。（需要“查看联系服务”权限） */
  readonly contactLogs: ContactLogPage;
  /** 一次联系。（需要“查看联系服务”权限） */
  readonly contactLog: Maybe<ContactLog>;
  /** 人才需求。（需要“查看联系服务”权限） */
  readonly needs: NeedPage;
  /** 一项需求。（需要“查看联系服务”权限） */
  readonly need: Maybe<Need>;
  /** 我的需求。（需要“查看本人资料”权限） */
  readonly myNeeds: NeedPage;
  /** 人才建议。（需要“查看联系服务”权限） */
  readonly suggestions: SuggestionPage;
  /**
   * 联系服务覆盖率。（需要“查看联系服务”权限）
   *
   * 某日在库人才中至少有一位领导联系的比例，按层次和下级单位分列；层次按当日计。待接续期间是否计入，按目录规定。
   * 没有人才的，比例为空，不作零。
   */
  readonly contactCoverage: ContactCoverage;
  /**
   * 各岗位联系人数。（需要“查看联系服务”权限）
   *
   * 每个领导岗位现联系多少人才，其中待接续、已逾期各多少；多的在前，最多一百个岗位。
   */
  readonly contactLoad: ReadonlyArray<PostLoad>;
  /**
   * 需求收集与解决情况。（需要“查看联系服务”权限）
   *
   * 一段时间内提出的需求，按类别分列收集、解决、逾期的件数。
   */
  readonly needsByKind: ReadonlyArray<NeedsOfKind>;
  /**
   * 一事一议案件清单。（需要“查看一事一议”权限）
   *
   * mine：只列等我单位（或我的岗位）办理的；dueBefore：应审定日在这一天之前且尚未审定的；openOnly：只列未了结的。
   */
  readonly fasttrackCases: FastTrackCasePage;
  /** 一件一事一议案件。（需要“查看一事一议”权限） */
  readonly fasttrackCase: Maybe<FastTrackCase>;
  /** 案件的计时：已用、剩余、暂停，以及应审定日怎样算出。逐日说明见案件的 clockDays。（需要“查看一事一议”权限） */
  readonly fasttrackClock: CaseClock;
  /** 我单位的会签件，先到期的在前。（需要“一事一议部门联审”权限） */
  readonly myCountersigns: CountersignPage;
  /** 由我单位落实的措施，先到期的在前。（需要“查看一事一议”权限） */
  readonly myMeasures: MeasurePage;
  /** 变动过的期限：原来哪天、现在哪天、为什么。（需要“查看一事一议”权限） */
  readonly fasttrackDueMoves: DueMovePage;
  /** 试算：按这份放假安排发布工作日历，哪些未办结事项的期限会变动。只试算，不发布。（需要“查看一事一议”权限） */
  readonly fasttrackWouldMove: ReadonlyArray<WouldMove>;
  /**
   * 试算：按这份放假安排发布，全市会变动多少个期限。（需要“发布目录与工作日历”权限）
   *
   * 只有件数，不含案号；发布工作日历的人不一定看得到案件，但应知道发布的后果。
   */
  readonly fasttrackWouldMoveCount: WouldMoveCount;
  /**
   * 审计记录，最新的在前。（需要“查看审计”权限）
   *
   * 可按办理人、操作代码（如 roster.change）、表、记录编号（一条记录的全部经过）与起止日期（含）筛选；
   * 条目很多时请同时给出起止日期。
   */
  readonly auditEntries: AuditEntryPage;
  /**
   * 核对审计链是否完整。（需要“查看审计”权限）
   *
   * 重算每条记录的指纹并与链头比对。记录很多时只重算最新的一部分（complete 为否，since 为最早一条的时间），
   * 全部核对请运行 bole audit verify。
   */
  readonly auditStanding: AuditStanding;
  /** 我是谁：姓名、岗位、单位、权限与范围。（登录即可） */
  readonly me: Me;
  /** 我的登录设备。（登录即可） */
  readonly sessions: ReadonlyArray<Session>;
  /** 账号。（需要“查看账号”权限） */
  readonly accounts: AccountPage;
  /** 一个账号。（需要“查看账号”权限） */
  readonly account: Maybe<Account>;
  /** 岗位的角色。（需要“查看账号”权限） */
  readonly postRoles: ReadonlyArray<PostRole>;
  /** 岗位另行设定的可见单位；没有设定则为空。（需要“查看账号”权限） */
  readonly postScopes: ReadonlyArray<PostScope>;
  /** 伙伴系统与服务单位。（需要“维护伙伴系统与密钥”权限） */
  readonly partners: PartnerPage;
  /** 一个伙伴及其密钥、服务。（需要“维护伙伴系统与密钥”权限） */
  readonly partner: Maybe<Partner>;
  /** 一个列表上保存的视图：自己的在前，其后是当前岗位所在单位共享的。（登录即可） */
  readonly views: ReadonlyArray<SavedView>;
  /** 我的设置：列、外观与看过的引导。（登录即可） */
  readonly preferences: ReadonlyArray<Preference>;
  /** 引进申报，最近到岗的在前。（需要“查看引进归属”权限） */
  readonly introductionClaims: IntroductionClaimPage;
  /** 引进归属争议，先立案的在前。（需要“裁定引进归属”权限） */
  readonly attributionCases: AttributionCasePage;
  /**
   * 各单位一个季度的引进数。（需要“查看引进归属”权限）
   *
   * 一人在一个期间只计一次，份额之和为一；asOf 为某日所知的数字。季度锁定后的变动另计为更正。
   */
  readonly introductions: Introductions;
  /**
   * 录入前查找可能是同一人的记录。（需要“维护人才资料”权限）
   *
   * 按证件、电话、姓名读音与出生日期比对全市名录；管理范围之外的只告知有几条，由市委人才办核对。不保存任何内容。
   */
  readonly checkNewcomer: NewcomerCheck;
  /**
   * 疑似重复的记录，分值高的在前。（需要“查看疑似重复与合并”权限）
   *
   * 只列两条都在管理范围内的；跨县区的由市委人才办核对。
   */
  readonly duplicatePairs: DuplicatePairPage;
  /** 一对疑似重复的记录。（需要“查看疑似重复与合并”权限） */
  readonly duplicatePair: Maybe<DuplicatePair>;
  /**
   * 本单位正在核对是否重复的记录。（需要“查看疑似重复与合并”权限）
   *
   * 只说明哪一条正在核对；另一条属于其他单位的，不告知其内容。
   */
  readonly duplicateSigns: DuplicateSignPage;
  /**
   * 过多人相同的电话、证件或读音。（需要“核重、合并与撤销合并”权限）
   *
   * 人数超过目录所定的，不逐对比较，例如酒店总机；请核对这些资料本身。
   */
  readonly crowdedKeys: ReadonlyArray<CrowdedKey>;
  /** 历次合并，最近的在前。（需要“查看疑似重复与合并”权限） */
  readonly merges: TalentMergePage;
  /** 一次合并。（需要“查看疑似重复与合并”权限） */
  readonly merge: Maybe<TalentMerge>;
  /** 合并时各类事项如何处理。（需要“查看疑似重复与合并”权限） */
  readonly mergeRules: ReadonlyArray<MergeRule>;
  /**
   * 撤销合并前，列出合并之后新增或更改的事项。（需要“核重、合并与撤销合并”权限）
   *
   * 撤销时这些事项留在保留的记录上；可以另行选择转给恢复的记录。
   */
  readonly laterThanMerge: ReadonlyArray<LaterFact>;
  /** 我的消息，最新的在前。（需要“查看本人消息”权限） */
  readonly notices: NoticePage;
  /**
   * 单位清单，按单位树的次序。（需要“查看单位与岗位”权限）
   *
   * “within”只列某单位及其下级；“text”按名称、简称或编号查找；“on”列某一天在册的单位（不写即今天）。
   */
  readonly units: UnitPage;
  /** 党政机构的单位树（不含用人单位与服务机构），用于选择单位。（需要“查看单位与岗位”权限） */
  readonly governmentUnits: ReadonlyArray<Unit>;
  /** 一个单位。（需要“查看单位与岗位”权限） */
  readonly unit: Maybe<Unit>;
  /**
   * 岗位清单。（需要“查看单位与岗位”权限）
   *
   * “vacant”只列空缺（或只列在任）的岗位；“leaders”只列领导岗位（或只列其他）；“text”按岗位、单位或任职者的姓名查找；
   * “on”按某一天的情况（不写即今天）。
   */
  readonly posts: PostPage;
  /** 一个岗位。（需要“查看单位与岗位”权限） */
  readonly post: Maybe<Post>;
  /**
   * 任职清单：一个岗位的历任，或一个人的历次任职。（需要“查看单位与岗位”权限）
   *
   * “on”只列某一天在任的。
   */
  readonly appointments: AppointmentPage;
  /** 领导小组成员清单（某一天的成员，不写即今天）。（需要“查看单位与岗位”权限） */
  readonly memberships: ReadonlyArray<Membership>;
  /**
   * 人才工作专员不齐的部门：应恰有一名分管领导和一名科室负责人。（需要“查看单位与岗位”权限）
   *
   * 是否在任以某一天为准（不写即今天）。
   */
  readonly unitsWithoutCommissioners: ReadonlyArray<Unit>;
  /** 个人信息请求，期限近的在前。（需要“查看个人信息请求与删除方案”权限） */
  readonly dataRequests: DataRequestPage;
  /** 一项个人信息请求。（需要“查看个人信息请求与删除方案”权限） */
  readonly dataRequest: Maybe<DataRequest>;
  /** 我的请求，最新的在前。（需要“查看本人资料”权限） */
  readonly myDataRequests: DataRequestPage;
  /** 删除方案：哪些删除，哪些须保存、依据与期限。（需要“查看个人信息请求与删除方案”权限） */
  readonly erasurePlan: ErasurePlanView;
  /** 删除通知与回执：通知了哪些伙伴单位、领取与回执的时间。（需要“查看删除通知与回执”权限） */
  readonly deletionNotices: DeletionNoticePage;
  /** 待核实的访问：按目录规则列出的查看记录，只述事实，由审计员核实。（需要“查看审计”权限） */
  readonly readAnomalies: ReadAnomalyPage;
  /** 依据什么处理个人信息：每组资料的依据、用途与保存期限。（需要“查看目录”权限） */
  readonly dataGrounds: ReadonlyArray<CatalogueEntry>;
  /** 重点人才目录的历次版本，新版在前。（需要“查看目录”权限） */
  readonly directoryVersions: ReadonlyArray<CatalogueEntry>;
  /** 目录草案，新的在前。（需要“拟定重点人才目录、试算影响”权限） */
  readonly directoryDrafts: DirectoryDraftPage;
  /** 一份目录草案。（需要“拟定重点人才目录、试算影响”权限） */
  readonly directoryDraft: Maybe<DirectoryDraft>;
  /** 草案与其所依版本之间逐项的不同。（需要“拟定重点人才目录、试算影响”权限） */
  readonly directoryDraftDifference: ReadonlyArray<EntryDifference>;
  /** 目录草案影响到的人；level：现层次。（需要“拟定重点人才目录、试算影响”权限） */
  readonly directoryImpacts: DirectoryImpactPage;
  /** 人才计划批次，新的在前。（需要“查看人才认定”权限） */
  readonly programmeBatches: ProgrammeBatchPage;
  /** 一个人才计划批次。（需要“查看人才认定”权限） */
  readonly programmeBatch: Maybe<ProgrammeBatch>;
  /** 一个批次的入选人员。（需要“查看人才认定”权限） */
  readonly programmeMembers: ProgrammeMemberPage;
  /** 评审专家名单。（需要“组织认定评审、公示与发证”权限） */
  readonly recognitionExperts: ExpertPage;
  /** 可聘为评审专家的账号：所任岗位有评分权限，尚未聘请。（需要“组织认定评审、公示与发证”权限） */
  readonly expertCandidates: ReadonlyArray<ExpertCandidate>;
  /** 我的评分表：待接受、评分中的在前，先到期的先列；其余的新邀请的在前。（需要“认定专家评分”权限） */
  readonly myScoreSheets: MyScoreSheetPage;
  /** 我的一份评分表。（需要“认定专家评分”权限） */
  readonly myScoreSheet: Maybe<MyScoreSheet>;
  /**
   * 已认定清单，新发的在前。（需要“查看人才认定”权限）
   *
   * endsBefore：有效期止于这一天之前的（到期预警）；number：证书编号。
   */
  readonly recognitions: RecognitionPage;
  /** 一项认定。（需要“查看人才认定”权限） */
  readonly recognition: Maybe<Recognition>;
  /** 人才本人的历次认定，新的在前。（需要“申报人才认定”权限） */
  readonly myRecognitions: RecognitionPage;
  /** 禁止申报名单。（需要“查看人才认定”权限） */
  readonly recognitionBans: RecognitionBanPage;
  /**
   * 认定申请清单，新的在前。（需要“查看人才认定”权限）
   *
   * mine：只列等我单位办理的；dueBefore：本环节应办日在这一天之前的；runningOnly：只列未办结的。别人的草稿不列。
   */
  readonly recognitionApplications: RecognitionApplicationPage;
  /** 一份认定申请。（需要“查看人才认定”权限） */
  readonly recognitionApplication: Maybe<RecognitionApplication>;
  /** 人才本人的认定申请，新的在前。（需要“申报人才认定”权限） */
  readonly myRecognitionApplications: RecognitionApplicationPage;
  /** 各状态的认定申请各有几份，其中几份逾期。（需要“查看人才认定”权限） */
  readonly recognitionCounts: ReadonlyArray<ApplicationCount>;
  /** 本环节的期限怎样算出：逐日说明；没有期限的为空。（需要“查看人才认定”权限） */
  readonly recognitionClock: Maybe<DeadlineExplanation>;
  /** 现行目录中的标准，逐条说明此人满足、不满足或待核（缺哪些资料）。（需要“申报人才认定”权限） */
  readonly recognitionCriteria: ReadonlyArray<CriterionForPerson>;
  /** 此人在本系统的用人单位，主要的在前；不止一个的，申报时可选由哪个推荐。（需要“申报人才认定”权限） */
  readonly recognitionEmployers: ReadonlyArray<Unit>;
  /** 草稿是否须按现行目录重新确认，两版有哪些不同。（需要“申报人才认定”权限） */
  readonly recognitionDraftCheck: DraftDirectoryCheck;
  /** 我单位的联审件，先到期的在前。（需要“认定部门联审”权限） */
  readonly myJointReviews: JointReviewPage;
  /** 一份申请收到的异议。（需要“组织认定评审、公示与发证”权限） */
  readonly recognitionObjections: NoticeObjectionPage;
  /** 一个人的佐证材料，可在其各次申报中反复选用。（需要“申报人才认定”权限） */
  readonly evidenceFiles: EvidenceFilePage;
  /** 我的授权：每个事项的说明与现状。（需要“查看本人资料”权限） */
  readonly myConsents: ReadonlyArray<ConsentState>;
  /**
   * 名录导出，最近的在前。（需要“导出人才名录”权限）
   *
   * 每份文件、每一行都带追溯码：在外流传的文件，用行上追溯码的前八位即可查到由谁、何时、为何导出。
   */
  readonly exports: ExportJobPage;
  /** 一次导出：进展、用途、下载次数。（需要“导出人才名录”权限） */
  readonly exportJob: Maybe<ExportJob>;
  /**
   * 人才名录。（需要“查看人才名录”权限）
   *
   * 可按单位（含下级）、层次、类型、状态、应联系日期筛选；检索支持单字、两字、全名、曾用名、简繁体、全拼与首字母。
   * asOf 为某日的名录：单位、层次、类型、状态、任职都是那一天的，其余资料为现状；当日在您管理范围之外的不列出。
   * 默认按单位、姓名排列；order 为 RECENT 时按最近更改排列，为 QUALITY 时资料质量分低的在前；检索结果按匹配的字词排列。
   */
  readonly talents: TalentPage;
  /**
   * 一名人才的资料。（需要“查看人才名录”权限）
   *
   * asOf 为某日：单位、层次、类型、状态、任职是那一天的，其余资料为现状。
   */
  readonly talent: Maybe<Talent>;
  /**
   * 名录数字。（需要“查看人才名录”权限）
   *
   * 某日的人数，按层次、类型、六类人才、下级单位或状态分列，每项另列待更新人数。在库与待更新的计入；按状态分列时各状态都列出，
   * 注销的不计。层次、单位等都按当日计，与当日以后的变动无关。
   */
  readonly rosterFigures: Figures;
  /** 本人在人才名录中的资料。（需要“查看本人资料”权限） */
  readonly myProfile: Maybe<Talent>;
  /** 敏感信息查看记录。（需要“查看审计”权限） */
  readonly sensitiveReads: SensitiveReadPage;
  /** 谁看过本人的敏感信息、为了什么。（需要“查看本人资料”权限） */
  readonly readsOfMe: SensitiveReadPage;
  /**
   * 录入前核对证件号码。（需要“维护人才资料”权限）
   *
   * 不填种类的由号码判断；返回规范写法的掩码、出生日期、性别，以及须人工确认之处。不保存任何内容。
   */
  readonly lookAtNumber: NumberFacts;
  /** 名录导入，最近的在前。（需要“导入人才名录”权限） */
  readonly imports: ImportJobPage;
  /** 一次导入：进展、认出的列、检查结果。（需要“导入人才名录”权限） */
  readonly importJob: Maybe<ImportJob>;
  /** 一次导入中有话要说的行：错误、提醒与将作的改动，逐格列出；没有问题的新增行只计数。（需要“导入人才名录”权限） */
  readonly importRows: ImportRowPage;
  /** 资料变动：联系中了解到的、用人单位与人才本人提出的。（需要“查看人才名录”权限） */
  readonly proposedChanges: ProposedChangePage;
  /** 我提出的更正，最新的在前。（需要“查看人才名录”权限） */
  readonly myProposals: ProposedChangePage;
  /**
   * 本单位人才。（需要“维护本单位人才（提出更正、报告离开）”权限）
   *
   * 现在本单位任职的（不论由谁保管资料）与本单位保管资料的人才；姓名、拼音或首字母可检索。
   */
  readonly myPeople: TalentPage;
};


export type QueryCampaignsArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryCampaignArgs = {
  id: Scalars['UUID']['input'];
};


export type QueryCampaignProgressArgs = {
  campaignId: Scalars['UUID']['input'];
  unitId?: InputMaybe<Scalars['UUID']['input']>;
};


export type QueryCampaignDueArgs = {
  campaignId: Scalars['UUID']['input'];
};


export type QueryCampaignItemsArgs = {
  campaignId: Scalars['UUID']['input'];
  unitId?: InputMaybe<Scalars['UUID']['input']>;
  status?: InputMaybe<ItemStatus>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QuerySnapshotArgs = {
  quarter: Scalars['String']['input'];
};


export type QuerySnapshotsArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QuerySnapshotFiguresArgs = {
  quarter: Scalars['String']['input'];
  by?: FigureAxis;
};


export type QuerySnapshotComparisonArgs = {
  quarter: Scalars['String']['input'];
  span?: Span;
  by?: FigureAxis;
};


export type QueryVerifySnapshotArgs = {
  quarter: Scalars['String']['input'];
};


export type QueryCardsArgs = {
  unitId?: InputMaybe<Scalars['UUID']['input']>;
  scheme?: InputMaybe<Scalars['String']['input']>;
  tier?: InputMaybe<Scalars['String']['input']>;
  status?: InputMaybe<CardStatus>;
  number?: InputMaybe<Scalars['String']['input']>;
  batchId?: InputMaybe<Scalars['UUID']['input']>;
  endsBefore?: InputMaybe<Scalars['Date']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryCardArgs = {
  id: Scalars['UUID']['input'];
};


export type QueryVerifyCardArgs = {
  number: Scalars['String']['input'];
};


export type QueryEntitlementsArgs = {
  cardId: Scalars['UUID']['input'];
  day?: InputMaybe<Scalars['Date']['input']>;
  service?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryEntitlementLedgerArgs = {
  entitlementId: Scalars['UUID']['input'];
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryRedemptionsArgs = {
  providerId?: InputMaybe<Scalars['UUID']['input']>;
  service?: InputMaybe<Scalars['String']['input']>;
  unitId?: InputMaybe<Scalars['UUID']['input']>;
  talentId?: InputMaybe<Scalars['UUID']['input']>;
  status?: InputMaybe<RedemptionStatus>;
  dayFrom?: InputMaybe<Scalars['Date']['input']>;
  dayTo?: InputMaybe<Scalars['Date']['input']>;
  undecided?: InputMaybe<Scalars['Boolean']['input']>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryCounterRedemptionsArgs = {
  service?: InputMaybe<Scalars['String']['input']>;
  dayFrom?: InputMaybe<Scalars['Date']['input']>;
  dayTo?: InputMaybe<Scalars['Date']['input']>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryCounterMonthArgs = {
  month: Scalars['String']['input'];
};


export type QueryCardPresentationArgs = {
  id: Scalars['UUID']['input'];
};


export type QueryMyRedemptionsArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryCardTierDistributionArgs = {
  unitId?: InputMaybe<Scalars['UUID']['input']>;
};


export type QueryCardBatchesArgs = {
  status?: InputMaybe<BatchStatus>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryCardBatchArgs = {
  id: Scalars['UUID']['input'];
};


export type QueryCardBatchLinesArgs = {
  batchId: Scalars['UUID']['input'];
  status?: InputMaybe<LineStatus>;
  tier?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryCityPoolsArgs = {
  service?: InputMaybe<Scalars['String']['input']>;
  day?: InputMaybe<Scalars['Date']['input']>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryPoolWaitsArgs = {
  poolId: Scalars['UUID']['input'];
  status?: InputMaybe<WaitStatus>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryEntriesArgs = {
  kind: Scalars['String']['input'];
  on?: InputMaybe<Scalars['Date']['input']>;
  code?: InputMaybe<Scalars['String']['input']>;
};


export type QueryEntryVersionsArgs = {
  kind: Scalars['String']['input'];
  code: Scalars['String']['input'];
};


export type QueryEntryDifferenceArgs = {
  kind: Scalars['String']['input'];
  code: Scalars['String']['input'];
  before: Scalars['Int']['input'];
  after: Scalars['Int']['input'];
};


export type QueryWorkDaysArgs = {
  fromDay: Scalars['Date']['input'];
  toDay: Scalars['Date']['input'];
};


export type QueryContactAssignmentsArgs = {
  talentId?: InputMaybe<Scalars['UUID']['input']>;
  postId?: InputMaybe<Scalars['UUID']['input']>;
  unitId?: InputMaybe<Scalars['UUID']['input']>;
  status?: InputMaybe<AssignmentStatus>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryContactAssignmentArgs = {
  id: Scalars['UUID']['input'];
};


export type QueryContactsDueArgs = {
  by: Scalars['Date']['input'];
  since?: InputMaybe<Scalars['Date']['input']>;
  postId?: InputMaybe<Scalars['UUID']['input']>;
  unitId?: InputMaybe<Scalars['UUID']['input']>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryContactHandoversArgs = {
  postId?: InputMaybe<Scalars['UUID']['input']>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryContactLogsArgs = {
  talentId?: InputMaybe<Scalars['UUID']['input']>;
  postId?: InputMaybe<Scalars['UUID']['input']>;
  unitId?: InputMaybe<Scalars['UUID']['input']>;
  status?: InputMaybe<LogStatus>;
  since?: InputMaybe<Scalars['Date']['input']>;
  until?: InputMaybe<Scalars['Date']['input']>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryContactLogArgs = {
  id: Scalars['UUID']['input'];
};


export type QueryNeedsArgs = {
  status?: InputMaybe<NeedStatus>;
  kind?: InputMaybe<Scalars['String']['input']>;
  unitId?: InputMaybe<Scalars['UUID']['input']>;
  handlerUnitId?: InputMaybe<Scalars['UUID']['input']>;
  overdueOn?: InputMaybe<Scalars['Date']['input']>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryNeedArgs = {
  id: Scalars['UUID']['input'];
};


export type QueryMyNeedsArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QuerySuggestionsArgs = {
  status?: InputMaybe<SuggestionStatus>;
  unitId?: InputMaybe<Scalars['UUID']['input']>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryContactCoverageArgs = {
  on?: InputMaybe<Scalars['Date']['input']>;
  unitId?: InputMaybe<Scalars['UUID']['input']>;
};


export type QueryContactLoadArgs = {
  unitId?: InputMaybe<Scalars['UUID']['input']>;
};


export type QueryNeedsByKindArgs = {
  since: Scalars['Date']['input'];
  until: Scalars['Date']['input'];
  unitId?: InputMaybe<Scalars['UUID']['input']>;
};


export type QueryFasttrackCasesArgs = {
  status?: InputMaybe<CaseStatus>;
  unitId?: InputMaybe<Scalars['UUID']['input']>;
  level?: InputMaybe<Scalars['String']['input']>;
  number?: InputMaybe<Scalars['String']['input']>;
  dueBefore?: InputMaybe<Scalars['Date']['input']>;
  openOnly?: Scalars['Boolean']['input'];
  mine?: Scalars['Boolean']['input'];
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryFasttrackCaseArgs = {
  id: Scalars['UUID']['input'];
};


export type QueryFasttrackClockArgs = {
  caseId: Scalars['UUID']['input'];
};


export type QueryMyCountersignsArgs = {
  status?: InputMaybe<CountersignStatus>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryMyMeasuresArgs = {
  status?: InputMaybe<MeasureStatus>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryFasttrackDueMovesArgs = {
  since?: InputMaybe<Scalars['Date']['input']>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryFasttrackWouldMoveArgs = {
  year: Scalars['Int']['input'];
  holidays: ReadonlyArray<HolidayIn>;
  status?: DayStatus;
};


export type QueryFasttrackWouldMoveCountArgs = {
  year: Scalars['Int']['input'];
  holidays: ReadonlyArray<HolidayIn>;
  status?: DayStatus;
};


export type QueryAuditEntriesArgs = {
  actorId?: InputMaybe<Scalars['UUID']['input']>;
  operation?: InputMaybe<Scalars['String']['input']>;
  table?: InputMaybe<Scalars['String']['input']>;
  rowId?: InputMaybe<Scalars['UUID']['input']>;
  fromDay?: InputMaybe<Scalars['Date']['input']>;
  toDay?: InputMaybe<Scalars['Date']['input']>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryAccountsArgs = {
  text?: InputMaybe<Scalars['String']['input']>;
  kind?: InputMaybe<AccountKind>;
  status?: InputMaybe<AccountStatus>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryAccountArgs = {
  id: Scalars['UUID']['input'];
};


export type QueryPostRolesArgs = {
  postId: Scalars['UUID']['input'];
};


export type QueryPostScopesArgs = {
  postId: Scalars['UUID']['input'];
};


export type QueryPartnersArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryPartnerArgs = {
  id: Scalars['UUID']['input'];
};


export type QueryViewsArgs = {
  page: Scalars['String']['input'];
};


export type QueryIntroductionClaimsArgs = {
  status?: InputMaybe<ClaimStatus>;
  talentId?: InputMaybe<Scalars['UUID']['input']>;
  quarter?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryAttributionCasesArgs = {
  status?: InputMaybe<AttributionStatus>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryIntroductionsArgs = {
  quarter?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
};


export type QueryCheckNewcomerArgs = {
  name: Scalars['String']['input'];
  phone?: InputMaybe<Scalars['String']['input']>;
  birthDate?: InputMaybe<Scalars['Date']['input']>;
  gender?: InputMaybe<Gender>;
  documents?: InputMaybe<ReadonlyArray<DocumentIn>>;
  otherNames?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};


export type QueryDuplicatePairsArgs = {
  status?: InputMaybe<PairStatus>;
  talentId?: InputMaybe<Scalars['UUID']['input']>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryDuplicatePairArgs = {
  id: Scalars['UUID']['input'];
};


export type QueryDuplicateSignsArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryMergesArgs = {
  standing?: Scalars['Boolean']['input'];
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryMergeArgs = {
  id: Scalars['UUID']['input'];
};


export type QueryLaterThanMergeArgs = {
  mergeId: Scalars['UUID']['input'];
};


export type QueryNoticesArgs = {
  unread?: Scalars['Boolean']['input'];
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryUnitsArgs = {
  kind?: InputMaybe<UnitKind>;
  within?: InputMaybe<Scalars['UUID']['input']>;
  text?: InputMaybe<Scalars['String']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryUnitArgs = {
  id: Scalars['UUID']['input'];
};


export type QueryPostsArgs = {
  unitId?: InputMaybe<Scalars['UUID']['input']>;
  leaderLevel?: InputMaybe<LeaderLevel>;
  vacant?: InputMaybe<Scalars['Boolean']['input']>;
  leaders?: InputMaybe<Scalars['Boolean']['input']>;
  text?: InputMaybe<Scalars['String']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryPostArgs = {
  id: Scalars['UUID']['input'];
};


export type QueryAppointmentsArgs = {
  postId?: InputMaybe<Scalars['UUID']['input']>;
  personId?: InputMaybe<Scalars['UUID']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryMembershipsArgs = {
  groupId?: InputMaybe<Scalars['UUID']['input']>;
  unitId?: InputMaybe<Scalars['UUID']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
};


export type QueryUnitsWithoutCommissionersArgs = {
  on?: InputMaybe<Scalars['Date']['input']>;
};


export type QueryDataRequestsArgs = {
  status?: InputMaybe<RequestStatus>;
  kind?: InputMaybe<RequestKind>;
  openOnly?: Scalars['Boolean']['input'];
  talentId?: InputMaybe<Scalars['UUID']['input']>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryDataRequestArgs = {
  id: Scalars['UUID']['input'];
};


export type QueryMyDataRequestsArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryErasurePlanArgs = {
  requestId: Scalars['UUID']['input'];
};


export type QueryDeletionNoticesArgs = {
  status?: InputMaybe<NoticeStatus>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryReadAnomaliesArgs = {
  status?: InputMaybe<AnomalyStatus>;
  rule?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryDirectoryDraftsArgs = {
  status?: InputMaybe<DirectoryDraftStatus>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryDirectoryDraftArgs = {
  id: Scalars['UUID']['input'];
};


export type QueryDirectoryDraftDifferenceArgs = {
  draftId: Scalars['UUID']['input'];
};


export type QueryDirectoryImpactsArgs = {
  draftId: Scalars['UUID']['input'];
  kind?: InputMaybe<ImpactKind>;
  level?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryProgrammeBatchesArgs = {
  year?: InputMaybe<Scalars['Int']['input']>;
  programme?: InputMaybe<Scalars['String']['input']>;
  status?: InputMaybe<ProgrammeStatus>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryProgrammeBatchArgs = {
  id: Scalars['UUID']['input'];
};


export type QueryProgrammeMembersArgs = {
  batchId: Scalars['UUID']['input'];
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryRecognitionExpertsArgs = {
  talentType?: InputMaybe<Scalars['String']['input']>;
  activeOnly?: Scalars['Boolean']['input'];
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryMyScoreSheetsArgs = {
  status?: InputMaybe<ScoreSheetStatus>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryMyScoreSheetArgs = {
  id: Scalars['UUID']['input'];
};


export type QueryRecognitionsArgs = {
  status?: InputMaybe<RecognitionStatus>;
  level?: InputMaybe<Scalars['String']['input']>;
  talentId?: InputMaybe<Scalars['UUID']['input']>;
  endsBefore?: InputMaybe<Scalars['Date']['input']>;
  number?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryRecognitionArgs = {
  id: Scalars['UUID']['input'];
};


export type QueryMyRecognitionsArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryRecognitionBansArgs = {
  talentId?: InputMaybe<Scalars['UUID']['input']>;
  nowOnly?: Scalars['Boolean']['input'];
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryRecognitionApplicationsArgs = {
  status?: InputMaybe<ApplicationStatus>;
  route?: InputMaybe<RecognitionRoute>;
  level?: InputMaybe<Scalars['String']['input']>;
  talentType?: InputMaybe<Scalars['String']['input']>;
  talentId?: InputMaybe<Scalars['UUID']['input']>;
  number?: InputMaybe<Scalars['String']['input']>;
  dueBefore?: InputMaybe<Scalars['Date']['input']>;
  runningOnly?: Scalars['Boolean']['input'];
  mine?: Scalars['Boolean']['input'];
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryRecognitionApplicationArgs = {
  id: Scalars['UUID']['input'];
};


export type QueryMyRecognitionApplicationsArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryRecognitionClockArgs = {
  applicationId: Scalars['UUID']['input'];
};


export type QueryRecognitionCriteriaArgs = {
  talentId: Scalars['UUID']['input'];
  talentType?: InputMaybe<Scalars['String']['input']>;
};


export type QueryRecognitionEmployersArgs = {
  talentId: Scalars['UUID']['input'];
};


export type QueryRecognitionDraftCheckArgs = {
  applicationId: Scalars['UUID']['input'];
};


export type QueryMyJointReviewsArgs = {
  status?: InputMaybe<JointReviewStatus>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryRecognitionObjectionsArgs = {
  applicationId: Scalars['UUID']['input'];
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryEvidenceFilesArgs = {
  talentId: Scalars['UUID']['input'];
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryExportsArgs = {
  trace?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryExportJobArgs = {
  exportId: Scalars['UUID']['input'];
};


export type QueryTalentsArgs = {
  unitId?: InputMaybe<Scalars['UUID']['input']>;
  level?: InputMaybe<Scalars['String']['input']>;
  talentType?: InputMaybe<Scalars['String']['input']>;
  status?: InputMaybe<TalentStatus>;
  search?: InputMaybe<Scalars['String']['input']>;
  dueBefore?: InputMaybe<Scalars['Date']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  qualityBelow?: InputMaybe<Scalars['Int']['input']>;
  order?: TalentOrder;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryTalentArgs = {
  id: Scalars['UUID']['input'];
  asOf?: InputMaybe<Scalars['Date']['input']>;
};


export type QueryRosterFiguresArgs = {
  by: FigureAxis;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  unitId?: InputMaybe<Scalars['UUID']['input']>;
};


export type QuerySensitiveReadsArgs = {
  talentId?: InputMaybe<Scalars['UUID']['input']>;
  actorId?: InputMaybe<Scalars['UUID']['input']>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryReadsOfMeArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryLookAtNumberArgs = {
  number: Scalars['String']['input'];
  kind?: InputMaybe<DocumentKind>;
};


export type QueryImportsArgs = {
  status?: InputMaybe<ImportStatus>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryImportJobArgs = {
  importId: Scalars['UUID']['input'];
};


export type QueryImportRowsArgs = {
  importId: Scalars['UUID']['input'];
  outcome?: InputMaybe<RowOutcome>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryProposedChangesArgs = {
  status?: InputMaybe<ChangeStatus>;
  source?: InputMaybe<ProposalSource>;
  talentId?: InputMaybe<Scalars['UUID']['input']>;
  unitId?: InputMaybe<Scalars['UUID']['input']>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryMyProposalsArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryMyPeopleArgs = {
  search?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

/** 待核实的访问 */
export type ReadAnomaly = {
  readonly __typename: 'ReadAnomaly';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 规则代码 */
  readonly rule: Scalars['String']['output'];
  /** 规则 */
  readonly ruleName: Scalars['String']['output'];
  /** 查看人编号 */
  readonly actorId: Scalars['UUID']['output'];
  /** 查看人 */
  readonly actorName: Scalars['String']['output'];
  /** 哪一日 */
  readonly day: Scalars['Date']['output'];
  /** 首次查看 */
  readonly since: Scalars['DateTime']['output'];
  /** 末次查看 */
  readonly until: Scalars['DateTime']['output'];
  /** 查看次数 */
  readonly reads: Scalars['Int']['output'];
  /** 涉及人数 */
  readonly persons: Scalars['Int']['output'];
  /** 所列事实 */
  readonly words: Scalars['String']['output'];
  /** 复核 */
  readonly status: AnomalyStatus;
  /** 此刻可以办理的步骤 */
  readonly allowedSteps: ReadonlyArray<Scalars['String']['output']>;
  /** 复核意见 */
  readonly review: Maybe<Scalars['String']['output']>;
  /** 复核人 */
  readonly reviewedByName: Maybe<Scalars['String']['output']>;
  /** 复核日期 */
  readonly reviewedOn: Maybe<Scalars['Date']['output']>;
};

/** 一条及其位置 */
export type ReadAnomalyEdge = {
  readonly __typename: 'ReadAnomalyEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: ReadAnomaly;
};

/** 一页 */
export type ReadAnomalyPage = {
  readonly __typename: 'ReadAnomalyPage';
  /** 本页的记录 */
  readonly nodes: ReadonlyArray<ReadAnomaly>;
  /** 本页的记录，各带其翻页位置 */
  readonly edges: ReadonlyArray<ReadAnomalyEdge>;
  /** 前后是否还有，从哪里接着翻 */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数 */
  readonly totalCount: Scalars['Int']['output'];
};

/** 一项认定及其证书 */
export type Recognition = {
  readonly __typename: 'Recognition';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 版本 */
  readonly version: Scalars['Int']['output'];
  /** 人才 */
  readonly talentId: Scalars['UUID']['output'];
  /** 认定申请（复核降级的为空） */
  readonly applicationId: Maybe<Scalars['UUID']['output']>;
  /** 前一认定 */
  readonly predecessorId: Maybe<Scalars['UUID']['output']>;
  /** 状态 */
  readonly status: RecognitionStatus;
  /** 证书编号 */
  readonly certificateNumber: Scalars['String']['output'];
  /** 核验码 */
  readonly verifyCode: Scalars['String']['output'];
  /** 证书上的姓名 */
  readonly name: Scalars['String']['output'];
  /** 层次代码 */
  readonly level: Scalars['String']['output'];
  /** 证书上的层次 */
  readonly levelName: Scalars['String']['output'];
  /** 类型代码 */
  readonly talentType: Scalars['String']['output'];
  /** 证书上的类型 */
  readonly typeName: Scalars['String']['output'];
  /** 发证机关 */
  readonly issuer: Scalars['String']['output'];
  /** 发证日 */
  readonly issuedOn: Scalars['Date']['output'];
  /** 生效日 */
  readonly validFrom: Scalars['Date']['output'];
  /** 有效期止 */
  readonly validUntil: Scalars['Date']['output'];
  /** 今天是否有效 */
  readonly inForce: Scalars['Boolean']['output'];
  /** 终止前的最后一日 */
  readonly endedOn: Maybe<Scalars['Date']['output']>;
  /** 终止原因 */
  readonly endReason: Maybe<Scalars['String']['output']>;
  /** 此刻可以办理的步骤 */
  readonly allowedSteps: ReadonlyArray<Scalars['String']['output']>;
  readonly talent: Maybe<Talent>;
  readonly checks: ReadonlyArray<RecognitionCheck>;
};


/** 一项认定及其证书 */
export type RecognitionChecksArgs = {
  first?: Scalars['Int']['input'];
};

/** 一份认定申请 */
export type RecognitionApplication = {
  readonly __typename: 'RecognitionApplication';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 版本 */
  readonly version: Scalars['Int']['output'];
  /** 申报编号（首次提交时给出） */
  readonly number: Maybe<Scalars['String']['output']>;
  /** 人才 */
  readonly talentId: Scalars['UUID']['output'];
  /** 申报人姓名（起草时的，提交时更新） */
  readonly talentName: Scalars['String']['output'];
  /** 用人单位名称（起草时的，提交时更新） */
  readonly employerName: Maybe<Scalars['String']['output']>;
  /** 申报方式 */
  readonly route: RecognitionRoute;
  /** 状态 */
  readonly status: ApplicationStatus;
  /** 申报层次代码 */
  readonly level: Scalars['String']['output'];
  /** 申报层次（今日目录） */
  readonly levelName: Maybe<Scalars['String']['output']>;
  /** 申报类型代码 */
  readonly talentType: Scalars['String']['output'];
  /** 申报类型（今日目录） */
  readonly talentTypeName: Maybe<Scalars['String']['output']>;
  /** 所依标准代码 */
  readonly criterion: Scalars['String']['output'];
  /** 所依标准的文字（按评判的版本） */
  readonly criterionText: Maybe<Scalars['String']['output']>;
  readonly directory: CatalogueEntry;
  /** 业绩陈述 */
  readonly statement: Scalars['String']['output'];
  /** 系统核对结果（不能由系统核对的为空） */
  readonly finding: Maybe<CriterionResult>;
  /** 待核的，缺哪些资料 */
  readonly findingMissing: Scalars['JSON']['output'];
  /** 公荐的推荐人 */
  readonly recommenders: Maybe<Scalars['JSON']['output']>;
  /** 须回避的亲属姓名（申报人声明） */
  readonly kinship: Scalars['JSON']['output'];
  /** 起草日 */
  readonly startedOn: Scalars['Date']['output'];
  /** 首次提交日（按这一天的目录评判） */
  readonly submittedOn: Maybe<Scalars['Date']['output']>;
  /** 提交时的认定规则 */
  readonly terms: Maybe<Scalars['JSON']['output']>;
  /** 认定规则的版次 */
  readonly termsVersion: Maybe<Scalars['Int']['output']>;
  /** 本环节起算日（不计入） */
  readonly dueFrom: Maybe<Scalars['Date']['output']>;
  /** 本环节工作日 */
  readonly dueDays: Maybe<Scalars['Int']['output']>;
  /** 本环节应办日 */
  readonly dueOn: Maybe<Scalars['Date']['output']>;
  /** 应办日是否暂定 */
  readonly dueProvisional: Scalars['Boolean']['output'];
  /** 本环节是否逾期 */
  readonly overdue: Scalars['Boolean']['output'];
  /** 是否等我单位办理 */
  readonly myTurn: Scalars['Boolean']['output'];
  /** 退回补正的理由 */
  readonly returnedReason: Maybe<Scalars['String']['output']>;
  /** 专家评分第几轮（事实有变的，补正后重新评分） */
  readonly scoringRound: Scalars['Int']['output'];
  /** 专家平均分（需要“查看认定评审意见”权限，否则为空） */
  readonly expertScore: Maybe<Scalars['Float']['output']>;
  /** 有效评分表份数（需要“查看认定评审意见”权限，否则为空） */
  readonly expertCount: Maybe<Scalars['Int']['output']>;
  /** 专家评分是否达到要求（需要“查看认定评审意见”权限，否则为空） */
  readonly expertPassed: Maybe<Scalars['Boolean']['output']>;
  /** 审定日 */
  readonly decidedOn: Maybe<Scalars['Date']['output']>;
  /** 办结日 */
  readonly endedOn: Maybe<Scalars['Date']['output']>;
  /** 不予认定或撤回的理由 */
  readonly endReason: Maybe<Scalars['String']['output']>;
  /** 此刻可以办理的步骤 */
  readonly allowedSteps: ReadonlyArray<Scalars['String']['output']>;
  readonly talent: Maybe<Talent>;
  readonly unit: Maybe<Unit>;
  readonly employer: Maybe<Unit>;
  readonly district: Unit;
  readonly lead: Unit;
  readonly holder: Maybe<Unit>;
  readonly parties: ReadonlyArray<ApplicationParty>;
  readonly stages: ReadonlyArray<ApplicationStage>;
  readonly reviews: ReadonlyArray<JointReview>;
  readonly sheets: ReadonlyArray<ScoreSheet>;
  readonly notices: ReadonlyArray<PublicNotice>;
  readonly objections: ReadonlyArray<NoticeObjection>;
  readonly attachments: ReadonlyArray<Attachment>;
  readonly recognitions: ReadonlyArray<Recognition>;
};


/** 一份认定申请 */
export type RecognitionApplicationPartiesArgs = {
  first?: Scalars['Int']['input'];
};


/** 一份认定申请 */
export type RecognitionApplicationStagesArgs = {
  first?: Scalars['Int']['input'];
};


/** 一份认定申请 */
export type RecognitionApplicationReviewsArgs = {
  first?: Scalars['Int']['input'];
};


/** 一份认定申请 */
export type RecognitionApplicationSheetsArgs = {
  first?: Scalars['Int']['input'];
};


/** 一份认定申请 */
export type RecognitionApplicationNoticesArgs = {
  first?: Scalars['Int']['input'];
};


/** 一份认定申请 */
export type RecognitionApplicationObjectionsArgs = {
  first?: Scalars['Int']['input'];
};


/** 一份认定申请 */
export type RecognitionApplicationAttachmentsArgs = {
  first?: Scalars['Int']['input'];
};


/** 一份认定申请 */
export type RecognitionApplicationRecognitionsArgs = {
  first?: Scalars['Int']['input'];
};

/** 一条及其位置 */
export type RecognitionApplicationEdge = {
  readonly __typename: 'RecognitionApplicationEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: RecognitionApplication;
};

/** 一页 */
export type RecognitionApplicationPage = {
  readonly __typename: 'RecognitionApplicationPage';
  /** 本页的记录 */
  readonly nodes: ReadonlyArray<RecognitionApplication>;
  /** 本页的记录，各带其翻页位置 */
  readonly edges: ReadonlyArray<RecognitionApplicationEdge>;
  /** 前后是否还有，从哪里接着翻 */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数 */
  readonly totalCount: Scalars['Int']['output'];
};

/** 一段禁止申报的期间 */
export type RecognitionBan = {
  readonly __typename: 'RecognitionBan';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 禁止申报起日 */
  readonly validFrom: Scalars['Date']['output'];
  /** 禁止申报止日 */
  readonly validUntil: Scalars['Date']['output'];
  /** 事由 */
  readonly reason: Scalars['String']['output'];
  /** 决定人 */
  readonly accountName: Scalars['String']['output'];
  readonly talent: Maybe<Talent>;
};

/** 一条及其位置 */
export type RecognitionBanEdge = {
  readonly __typename: 'RecognitionBanEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: RecognitionBan;
};

/** 一页 */
export type RecognitionBanPage = {
  readonly __typename: 'RecognitionBanPage';
  /** 本页的记录 */
  readonly nodes: ReadonlyArray<RecognitionBan>;
  /** 本页的记录，各带其翻页位置 */
  readonly edges: ReadonlyArray<RecognitionBanEdge>;
  /** 前后是否还有，从哪里接着翻 */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数 */
  readonly totalCount: Scalars['Int']['output'];
};

/** 一次复核 */
export type RecognitionCheck = {
  readonly __typename: 'RecognitionCheck';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 复核结果 */
  readonly outcome: RecognitionCheckOutcome;
  /** 复核意见 */
  readonly opinion: Scalars['String']['output'];
  /** 复核日 */
  readonly checkedOn: Scalars['Date']['output'];
  /** 复核人 */
  readonly accountName: Scalars['String']['output'];
};

/** 复核结果 */
export type RecognitionCheckOutcome =
  | 'KEEP'
  | 'DOWNGRADE'
  | 'EXIT';

/** 审定结果 */
export type RecognitionDecision =
  | 'APPROVED'
  | 'DECLINED'
  | 'SENT_BACK';

/** 一条及其位置 */
export type RecognitionEdge = {
  readonly __typename: 'RecognitionEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Recognition;
};

/** 一页 */
export type RecognitionPage = {
  readonly __typename: 'RecognitionPage';
  /** 本页的记录 */
  readonly nodes: ReadonlyArray<Recognition>;
  /** 本页的记录，各带其翻页位置 */
  readonly edges: ReadonlyArray<RecognitionEdge>;
  /** 前后是否还有，从哪里接着翻 */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数 */
  readonly totalCount: Scalars['Int']['output'];
};

/** 单位在认定申请中的身份 */
export type RecognitionRole =
  | 'EMPLOYER'
  | 'OTHER_EMPLOYER'
  | 'NOMINATOR'
  | 'DISTRICT'
  | 'LEAD'
  | 'DEPARTMENT';

/** 申报方式 */
export type RecognitionRoute =
  | 'SELF'
  | 'EMPLOYER'
  | 'DISTRICT'
  | 'PUBLIC'
  | 'EXEMPT';

/** 认定的状态 */
export type RecognitionStatus =
  | 'EFFECTIVE'
  | 'EXPIRED'
  | 'UPGRADED'
  | 'EXITED'
  | 'CANCELLED';

/** 公荐的一名推荐人 */
export type RecommenderIn = {
  /** 姓名 */
  readonly name: Scalars['String']['input'];
  /** 单位与职务 */
  readonly unit: Scalars['String']['input'];
};

/** 一次回避 */
export type Recusal = {
  readonly __typename: 'Recusal';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 回避人 */
  readonly accountName: Scalars['String']['output'];
  /** 回避理由 */
  readonly reason: Scalars['String']['output'];
  /** 回避日 */
  readonly recusedOn: Scalars['Date']['output'];
  readonly deputy: Post;
};

/** 一次核销、预约或冲正 */
export type Redemption = {
  readonly __typename: 'Redemption';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 服务代码 */
  readonly serviceCode: Scalars['String']['output'];
  /** 服务名称 */
  readonly serviceName: Scalars['String']['output'];
  /** 卡种代码 */
  readonly tier: Scalars['String']['output'];
  /** 使用或预约的日期 */
  readonly day: Scalars['Date']['output'];
  /** 发生时间 */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** 次数 */
  readonly amount: Scalars['Int']['output'];
  /** 状态 */
  readonly status: RedemptionStatus;
  /** 学段 */
  readonly stage: Scalars['String']['output'];
  /** 取消或冲正原因 */
  readonly reason: Scalars['String']['output'];
  /** 换级后额度不足，待人才办裁定 */
  readonly needsDecision: Scalars['Boolean']['output'];
  /** 服务提供单位或伙伴系统 */
  readonly providerId: Scalars['UUID']['output'];
  /** 服务提供单位 */
  readonly providerName: Maybe<Scalars['String']['output']>;
  /** 经办人 */
  readonly byName: Maybe<Scalars['String']['output']>;
  /** 建立时间 */
  readonly createdAt: Scalars['DateTime']['output'];
  /** 卡号末三位，与持卡人的卡面核对 */
  readonly cardTail: Scalars['String']['output'];
  /** 是否凭持卡人出示的码（否则凭卡号） */
  readonly presented: Scalars['Boolean']['output'];
  /** 网点可自行撤销到何时（空为不是可撤销的一笔；人才办不受此限） */
  readonly reversibleUntil: Maybe<Scalars['DateTime']['output']>;
  /** 此刻可以办理的步骤 */
  readonly allowedSteps: ReadonlyArray<Scalars['String']['output']>;
  readonly card: Card;
  readonly reverses: Maybe<Redemption>;
  readonly reversedBy: Maybe<Redemption>;
};

/** 一条及其位置 */
export type RedemptionEdge = {
  readonly __typename: 'RedemptionEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Redemption;
};

/** 一页 */
export type RedemptionPage = {
  readonly __typename: 'RedemptionPage';
  /** 本页的记录 */
  readonly nodes: ReadonlyArray<Redemption>;
  /** 本页的记录，各带其翻页位置 */
  readonly edges: ReadonlyArray<RedemptionEdge>;
  /** 前后是否还有，从哪里接着翻 */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数 */
  readonly totalCount: Scalars['Int']['output'];
};

/** 核销或预约的状态 */
export type RedemptionStatus =
  | 'RESERVED'
  | 'CONFIRMED'
  | 'CANCELLED'
  | 'LAPSED'
  | 'REVERSED';

/** 与本人关系 */
export type Relation =
  | 'SPOUSE'
  | 'CHILD'
  | 'PARENT'
  | 'OTHER';

/** 本人可提出的请求 */
export type RequestKind =
  | 'COPY'
  | 'CORRECT'
  | 'WITHDRAW'
  | 'ERASE'
  | 'EXPLAIN';

/** 个人信息请求的状态 */
export type RequestStatus =
  | 'RAISED'
  | 'IN_HAND'
  | 'ERASING'
  | 'ANSWERED'
  | 'REFUSED'
  | 'WITHDRAWN';

/** 查看明文的用途 */
export type RevealPurpose =
  | 'VERIFY'
  | 'CONTACT'
  | 'SERVICE'
  | 'CORRECT'
  | 'REPORT';

/** 一项敏感信息的明文，限时显示 */
export type RevealedField = {
  readonly __typename: 'RevealedField';
  /** 明文 */
  readonly value: Scalars['String']['output'];
  /** 显示至 */
  readonly until: Scalars['DateTime']['output'];
};

/** 一行的处理结果 */
export type RowOutcome =
  | 'NEW'
  | 'UPDATE'
  | 'UNCHANGED'
  | 'ERROR';

/** 保存的视图 */
export type SavedView = {
  readonly __typename: 'SavedView';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 哪个列表 */
  readonly page: Scalars['String']['output'];
  /** 名称 */
  readonly name: Scalars['String']['output'];
  /** 筛选条件（地址中的查询串） */
  readonly query: Scalars['String']['output'];
  /** 显示的列（空为默认） */
  readonly columns: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** 是否与单位共享 */
  readonly shared: Scalars['Boolean']['output'];
  /** 是否自己的（只有自己的可改可删） */
  readonly mine: Scalars['Boolean']['output'];
  /** 由谁保存 */
  readonly ownerName: Maybe<Scalars['String']['output']>;
  /** 最近更改时间 */
  readonly changedAt: Scalars['DateTime']['output'];
};

/** 一项得分 */
export type ScoreIn = {
  /** 评分项代码 */
  readonly code: Scalars['String']['input'];
  /** 得分（零到一百） */
  readonly score: Scalars['Int']['input'];
};

/** 一份评分表（组织者所见） */
export type ScoreSheet = {
  readonly __typename: 'ScoreSheet';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 第几轮评分 */
  readonly round: Scalars['Int']['output'];
  /** 盲评代号 */
  readonly code: Scalars['String']['output'];
  /** 状态 */
  readonly status: ScoreSheetStatus;
  /** 邀请日 */
  readonly invitedOn: Scalars['Date']['output'];
  /** 应评分日 */
  readonly dueOn: Scalars['Date']['output'];
  /** 评分项与权重 */
  readonly items: Scalars['JSON']['output'];
  /** 各项得分（全部交回之后可见） */
  readonly scores: Maybe<Scalars['JSON']['output']>;
  /** 总分（全部交回之后可见） */
  readonly total: Maybe<Scalars['Float']['output']>;
  /** 评语（全部交回之后可见） */
  readonly comment: Maybe<Scalars['String']['output']>;
  /** 回避理由 */
  readonly recusal: Maybe<Scalars['String']['output']>;
  /** 评分或回避的时间 */
  readonly answeredAt: Maybe<Scalars['DateTime']['output']>;
  readonly expert: Maybe<Expert>;
};

/** 专家评分表的状态 */
export type ScoreSheetStatus =
  | 'INVITED'
  | 'ACCEPTED'
  | 'RECUSED'
  | 'SCORED'
  | 'CALLED_OFF';

/** 任职的岗位 */
export type Seat = {
  readonly __typename: 'Seat';
  readonly id: Scalars['UUID']['output'];
  /** 岗位名称 */
  readonly name: Scalars['String']['output'];
  /** 所在单位 */
  readonly unitId: Scalars['UUID']['output'];
  /** 单位名称 */
  readonly unit: Scalars['String']['output'];
};

/** 可按用途查看明文的敏感信息 */
export type SecretField =
  | 'PHONE'
  | 'EMAIL'
  | 'IDENTITY_NUMBER';

/** 敏感信息的一次查看 */
export type SensitiveRead = {
  readonly __typename: 'SensitiveRead';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 人才 */
  readonly talentId: Scalars['UUID']['output'];
  /** 查看了什么 */
  readonly field: SecretField;
  /** 用途 */
  readonly purpose: Scalars['String']['output'];
  /** 具体事由 */
  readonly reason: Scalars['String']['output'];
  /** 查看人 */
  readonly actorName: Scalars['String']['output'];
  /** 查看时间 */
  readonly readAt: Scalars['DateTime']['output'];
};

/** 一条及其位置 */
export type SensitiveReadEdge = {
  readonly __typename: 'SensitiveReadEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: SensitiveRead;
};

/** 一页 */
export type SensitiveReadPage = {
  readonly __typename: 'SensitiveReadPage';
  /** 本页的记录 */
  readonly nodes: ReadonlyArray<SensitiveRead>;
  /** 本页的记录，各带其翻页位置 */
  readonly edges: ReadonlyArray<SensitiveReadEdge>;
  /** 前后是否还有，从哪里接着翻 */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数 */
  readonly totalCount: Scalars['Int']['output'];
};

/** 一项服务一个月的核销 */
export type ServiceMonth = {
  readonly __typename: 'ServiceMonth';
  /** 服务代码 */
  readonly serviceCode: Scalars['String']['output'];
  /** 服务名称 */
  readonly serviceName: Scalars['String']['output'];
  /** 核销次数（含后来冲正的） */
  readonly uses: Scalars['Int']['output'];
  /** 本月冲正的次数 */
  readonly reversals: Scalars['Int']['output'];
  /** 净次数，即结算的次数 */
  readonly net: Scalars['Int']['output'];
  /** 结算日 */
  readonly settledOn: Scalars['Date']['output'];
  /** 是否已结算 */
  readonly settled: Scalars['Boolean']['output'];
};

/** 一次登录 */
export type Session = {
  readonly __typename: 'Session';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 建立时间 */
  readonly createdAt: Scalars['DateTime']['output'];
  /** 最近使用时间 */
  readonly lastSeenAt: Scalars['DateTime']['output'];
  /** 最迟到期时间 */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** 再次验证的有效期 */
  readonly stepUpUntil: Maybe<Scalars['DateTime']['output']>;
  /** 注销时间 */
  readonly revokedAt: Maybe<Scalars['DateTime']['output']>;
  /** 以哪个岗位办理 */
  readonly postId: Maybe<Scalars['UUID']['output']>;
  /** 登录方式 */
  readonly method: SignInMethod;
  /** 登录地址 */
  readonly source: Scalars['String']['output'];
  /** 登录设备 */
  readonly agent: Scalars['String']['output'];
};

/** 发现的问题有多重：错误的行不导入，提醒的行照常导入。 */
export type Severity =
  | 'ERROR'
  | 'WARNING'
  | 'CHANGE';

/** 一项申报的份额 */
export type ShareIn = {
  /** 申报 */
  readonly claimId: Scalars['UUID']['input'];
  /** 份额（0 至 1） */
  readonly share: Scalars['Decimal']['input'];
};

/** 取哪一条记录的内容 */
export type Side =
  | 'SURVIVOR'
  | 'ABSORBED';

/** 登录方式 */
export type SignInMethod =
  | 'PASSWORD'
  | 'OIDC';

/** 名单中的人未发卡的原因 */
export type SkipReason =
  | 'NO_LEVEL'
  | 'NO_TIER'
  | 'ENDED'
  | 'HOLDS_ONE'
  | 'LEFT'
  | 'CHANGED'
  | 'REMOVED';

/** 一个季度冻结的数字 */
export type SnapshotFigures = {
  readonly __typename: 'SnapshotFigures';
  /** 季度 */
  readonly quarter: Scalars['String']['output'];
  /** 数字截至 */
  readonly lastDay: Scalars['Date']['output'];
  /** 冻结时间 */
  readonly frozenAt: Scalars['DateTime']['output'];
  /** 冻结人 */
  readonly frozenBy: Scalars['String']['output'];
  /** 记录条数 */
  readonly rowCount: Scalars['Int']['output'];
  /** 摘要 */
  readonly sha256: Scalars['String']['output'];
  /** 按什么分列 */
  readonly by: FigureAxis;
  /** 各行 */
  readonly lines: ReadonlyArray<SnapshotLine>;
};

/** 冻结数字的一行 */
export type SnapshotLine = {
  readonly __typename: 'SnapshotLine';
  /** 代码 */
  readonly key: Scalars['String']['output'];
  /** 名称 */
  readonly label: Scalars['String']['output'];
  /** 人数（更正后） */
  readonly talents: Scalars['Int']['output'];
  /** 其中待更新（更正后） */
  readonly stale: Scalars['Int']['output'];
  /** 公布时人数 */
  readonly talentsPublished: Scalars['Int']['output'];
  /** 公布时待更新 */
  readonly stalePublished: Scalars['Int']['output'];
  /** 是否更正过 */
  readonly corrected: Scalars['Boolean']['output'];
};

/** 与多久以前相比 */
export type Span =
  | 'QUARTER'
  | 'HALF_YEAR'
  | 'YEAR';

export type Subscription = {
  readonly __typename: 'Subscription';
  /** 随到随看：与我有关的新消息。 */
  readonly noticeArrived: Notice;
};

/** 换卡的原因 */
export type Succession =
  | 'REISSUE'
  | 'TIER';

/** 人才建议 */
export type Suggestion = {
  readonly __typename: 'Suggestion';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 人才 */
  readonly talentId: Scalars['UUID']['output'];
  /** 建议内容 */
  readonly content: Scalars['String']['output'];
  /** 提出日期 */
  readonly raisedOn: Scalars['Date']['output'];
  /** 状态 */
  readonly status: SuggestionStatus;
  /** 此刻可以办理的步骤 */
  readonly allowedSteps: ReadonlyArray<Scalars['String']['output']>;
  /** 答复 */
  readonly reply: Maybe<Scalars['String']['output']>;
  /** 答复日期 */
  readonly decidedOn: Maybe<Scalars['Date']['output']>;
  /** 答复人 */
  readonly decidedByName: Maybe<Scalars['String']['output']>;
  readonly talent: Talent;
  readonly log: Maybe<ContactLog>;
};

/** 一条及其位置 */
export type SuggestionEdge = {
  readonly __typename: 'SuggestionEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Suggestion;
};

/** 一页 */
export type SuggestionPage = {
  readonly __typename: 'SuggestionPage';
  /** 本页的记录 */
  readonly nodes: ReadonlyArray<Suggestion>;
  /** 本页的记录，各带其翻页位置 */
  readonly edges: ReadonlyArray<SuggestionEdge>;
  /** 前后是否还有，从哪里接着翻 */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数 */
  readonly totalCount: Scalars['Int']['output'];
};

/** 建议的答复：未答复、采纳、部分采纳、不采纳。 */
export type SuggestionStatus =
  | 'OPEN'
  | 'ADOPTED'
  | 'PARTLY'
  | 'DECLINED';

/** 人才 */
export type Talent = {
  readonly __typename: 'Talent';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 版本 */
  readonly version: Scalars['Int']['output'];
  /** 归口单位 */
  readonly unitId: Scalars['UUID']['output'];
  /** 姓名 */
  readonly name: Scalars['String']['output'];
  /** 姓名全拼 */
  readonly pinyin: Scalars['String']['output'];
  /** 姓名拼音首字母 */
  readonly initials: Scalars['String']['output'];
  /** 性别 */
  readonly gender: Gender;
  /** 出生日期（需要“查看人才敏感信息”权限，否则为空） */
  readonly birthDate: Maybe<Scalars['Date']['output']>;
  /** 年龄（今日周岁）（需要“查看人才敏感信息”权限，否则为空） */
  readonly age: Maybe<Scalars['Int']['output']>;
  /** 国籍（地区） */
  readonly nationality: Scalars['String']['output'];
  /** 状态 */
  readonly status: TalentStatus;
  /** 此刻可以办理的步骤 */
  readonly allowedSteps: ReadonlyArray<Scalars['String']['output']>;
  /** 入库日期（名录自此日起有此人） */
  readonly enteredOn: Scalars['Date']['output'];
  /** 注销原因 */
  readonly closedReason: Maybe<Scalars['String']['output']>;
  /** 人才层次（目录代码） */
  readonly level: Maybe<Scalars['String']['output']>;
  /** 人才层次名称（今日目录） */
  readonly levelName: Maybe<Scalars['String']['output']>;
  /** 现层次起始日 */
  readonly levelSince: Maybe<Scalars['Date']['output']>;
  /** 人才类型（目录代码） */
  readonly talentType: Maybe<Scalars['String']['output']>;
  /** 人才类型名称（今日目录） */
  readonly talentTypeName: Maybe<Scalars['String']['output']>;
  /** 专业专长 */
  readonly specialty: Maybe<Scalars['String']['output']>;
  /** 常住地 */
  readonly residence: Maybe<Scalars['String']['output']>;
  /** 电话（掩码） */
  readonly phoneMasked: Maybe<Scalars['String']['output']>;
  /** 电子邮箱（掩码） */
  readonly emailMasked: Maybe<Scalars['String']['output']>;
  /** 用人单位（不公开的需要“查看在各单位的任职（用人单位只见本单位的）”权限，否则为空） */
  readonly employerName: Maybe<Scalars['String']['output']>;
  /** 职务（不公开的需要“查看在各单位的任职（用人单位只见本单位的）”权限，否则为空） */
  readonly position: Maybe<Scalars['String']['output']>;
  /** 最高学历 */
  readonly highestDegree: Maybe<Degree>;
  /** 最高职称 */
  readonly highestTitle: Maybe<Scalars['String']['output']>;
  /** 最高职称级别 */
  readonly highestRank: Maybe<TitleRank>;
  /** 最近联系日 */
  readonly lastContactOn: Maybe<Scalars['Date']['output']>;
  /** 下次联系期限 */
  readonly nextContactDue: Maybe<Scalars['Date']['output']>;
  /** 各项资料的来源 */
  readonly sources: Scalars['JSON']['output'];
  /** 资料质量分（0–100，按目录的权重） */
  readonly quality: Scalars['Int']['output'];
  /** 资料质量扣分之处 */
  readonly qualityGaps: ReadonlyArray<Scalars['String']['output']>;
  /** 数据标签 */
  readonly labels: ReadonlyArray<Scalars['String']['output']>;
  /** 建立时间 */
  readonly createdAt: Scalars['DateTime']['output'];
  /** 最近更改时间 */
  readonly changedAt: Scalars['DateTime']['output'];
  readonly unit: Unit;
  /** （需要“查看在各单位的任职（用人单位只见本单位的）”权限，否则为空） */
  readonly employerUnit: Maybe<Unit>;
  readonly names: ReadonlyArray<TalentName>;
  readonly documents: ReadonlyArray<IdentityDocument>;
  readonly levels: ReadonlyArray<LevelGrant>;
  readonly employments: ReadonlyArray<Employment>;
  readonly educations: ReadonlyArray<Education>;
  readonly titles: ReadonlyArray<Title>;
  readonly honours: ReadonlyArray<Honour>;
  readonly family: ReadonlyArray<FamilyMember>;
  readonly departures: ReadonlyArray<Departure>;
  /** 现用的卡 */
  readonly card: Maybe<Card>;
  /** 历次的卡，新的在前 */
  readonly cards: ReadonlyArray<Card>;
  /** 卡种名称：今日的；按 asOf 查的为那一天的（需要“查看优才卡”权限，否则为空） */
  readonly cardTier: Maybe<Scalars['String']['output']>;
  /** 资料变动建议 */
  readonly proposedChanges: ReadonlyArray<ProposedChange>;
  /** 联系安排 */
  readonly contactAssignments: ReadonlyArray<ContactAssignment>;
  /** 联系记录 */
  readonly contactLogs: ReadonlyArray<ContactLog>;
  /** 最近一次联系 */
  readonly lastContact: Maybe<ContactLog>;
  /** 需求 */
  readonly needs: ReadonlyArray<Need>;
  /** 未办结的需求 */
  readonly openNeeds: ReadonlyArray<Need>;
  /** 建议 */
  readonly suggestions: ReadonlyArray<Suggestion>;
  /** 引进申报 */
  readonly introductionClaims: ReadonlyArray<IntroductionClaim>;
  /** 并入此记录的历次合并 */
  readonly merges: ReadonlyArray<TalentMerge>;
  /** 此记录并入他条的合并 */
  readonly mergedInto: ReadonlyArray<TalentMerge>;
  /** 正在核对是否与他条重复 */
  readonly duplicateSigns: ReadonlyArray<DuplicateSign>;
  /** 入选的人才计划 */
  readonly programmes: ReadonlyArray<ProgrammeMember>;
  /** 历次认定 */
  readonly recognitions: ReadonlyArray<Recognition>;
  /** 本人的授权，有效的在前 */
  readonly consents: ReadonlyArray<Consent>;
};


/** 人才 */
export type TalentNamesArgs = {
  first?: Scalars['Int']['input'];
};


/** 人才 */
export type TalentDocumentsArgs = {
  first?: Scalars['Int']['input'];
};


/** 人才 */
export type TalentLevelsArgs = {
  first?: Scalars['Int']['input'];
};


/** 人才 */
export type TalentEmploymentsArgs = {
  first?: Scalars['Int']['input'];
};


/** 人才 */
export type TalentEducationsArgs = {
  first?: Scalars['Int']['input'];
};


/** 人才 */
export type TalentTitlesArgs = {
  first?: Scalars['Int']['input'];
};


/** 人才 */
export type TalentHonoursArgs = {
  first?: Scalars['Int']['input'];
};


/** 人才 */
export type TalentFamilyArgs = {
  first?: Scalars['Int']['input'];
};


/** 人才 */
export type TalentDeparturesArgs = {
  first?: Scalars['Int']['input'];
};


/** 人才 */
export type TalentCardsArgs = {
  first?: Scalars['Int']['input'];
};


/** 人才 */
export type TalentProposedChangesArgs = {
  first?: Scalars['Int']['input'];
};


/** 人才 */
export type TalentContactAssignmentsArgs = {
  first?: Scalars['Int']['input'];
};


/** 人才 */
export type TalentContactLogsArgs = {
  first?: Scalars['Int']['input'];
};


/** 人才 */
export type TalentNeedsArgs = {
  first?: Scalars['Int']['input'];
};


/** 人才 */
export type TalentOpenNeedsArgs = {
  first?: Scalars['Int']['input'];
};


/** 人才 */
export type TalentSuggestionsArgs = {
  first?: Scalars['Int']['input'];
};


/** 人才 */
export type TalentIntroductionClaimsArgs = {
  first?: Scalars['Int']['input'];
};


/** 人才 */
export type TalentMergesArgs = {
  first?: Scalars['Int']['input'];
};


/** 人才 */
export type TalentMergedIntoArgs = {
  first?: Scalars['Int']['input'];
};


/** 人才 */
export type TalentDuplicateSignsArgs = {
  first?: Scalars['Int']['input'];
};


/** 人才 */
export type TalentProgrammesArgs = {
  first?: Scalars['Int']['input'];
};


/** 人才 */
export type TalentRecognitionsArgs = {
  first?: Scalars['Int']['input'];
};


/** 人才 */
export type TalentConsentsArgs = {
  first?: Scalars['Int']['input'];
};

/** 对资料的更改；未填写的项不变，填写为空的项清空 */
export type TalentChangeIn = {
  /** 姓名；原姓名自动记为曾用名 */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** 性别 */
  readonly gender?: InputMaybe<Gender>;
  /** 出生日期 */
  readonly birthDate?: InputMaybe<Scalars['Date']['input']>;
  /** 国籍（地区） */
  readonly nationality?: InputMaybe<Scalars['String']['input']>;
  /** 人才类型（目录代码） */
  readonly talentType?: InputMaybe<Scalars['String']['input']>;
  /** 专业专长 */
  readonly specialty?: InputMaybe<Scalars['String']['input']>;
  /** 常住地 */
  readonly residence?: InputMaybe<Scalars['String']['input']>;
  /** 电话 */
  readonly phone?: InputMaybe<Scalars['String']['input']>;
  /** 电子邮箱 */
  readonly email?: InputMaybe<Scalars['String']['input']>;
};

/** 一条及其位置 */
export type TalentEdge = {
  readonly __typename: 'TalentEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Talent;
};

/** 一次合并 */
export type TalentMerge = {
  readonly __typename: 'TalentMerge';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 保留的记录 */
  readonly survivorId: Scalars['UUID']['output'];
  /** 并入的记录 */
  readonly absorbedId: Scalars['UUID']['output'];
  /** 合并时保留记录的姓名 */
  readonly survivorName: Scalars['String']['output'];
  /** 合并时并入记录的姓名 */
  readonly absorbedName: Scalars['String']['output'];
  /** 并入记录的归口单位 */
  readonly absorbedUnit: Scalars['String']['output'];
  /** 合并理由 */
  readonly reason: Scalars['String']['output'];
  /** 逐项选择 */
  readonly choices: Scalars['JSON']['output'];
  /** 随之变动的事项 */
  readonly summary: ReadonlyArray<Scalars['String']['output']>;
  /** 合并人 */
  readonly mergedBy: Scalars['String']['output'];
  /** 合并时间 */
  readonly mergedAt: Scalars['DateTime']['output'];
  /** 可撤销至 */
  readonly undoUntil: Scalars['Date']['output'];
  /** 撤销人 */
  readonly undoneBy: Maybe<Scalars['String']['output']>;
  /** 撤销时间 */
  readonly undoneAt: Maybe<Scalars['DateTime']['output']>;
  /** 撤销理由 */
  readonly undoReason: Maybe<Scalars['String']['output']>;
  /** 底本清除日期：此后不能撤销 */
  readonly imagesGoneOn: Maybe<Scalars['Date']['output']>;
  readonly survivor: Maybe<Talent>;
  readonly absorbed: Maybe<Talent>;
};

/** 一条及其位置 */
export type TalentMergeEdge = {
  readonly __typename: 'TalentMergeEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: TalentMerge;
};

/** 一页 */
export type TalentMergePage = {
  readonly __typename: 'TalentMergePage';
  /** 本页的记录 */
  readonly nodes: ReadonlyArray<TalentMerge>;
  /** 本页的记录，各带其翻页位置 */
  readonly edges: ReadonlyArray<TalentMergeEdge>;
  /** 前后是否还有，从哪里接着翻 */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数 */
  readonly totalCount: Scalars['Int']['output'];
};

/** 曾用名、别名、外文名 */
export type TalentName = {
  readonly __typename: 'TalentName';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 名称种类 */
  readonly kind: NameKind;
  /** 名称 */
  readonly name: Scalars['String']['output'];
  /** 使用至 */
  readonly until: Maybe<Scalars['Date']['output']>;
};

/** 名录的排列方式 */
export type TalentOrder =
  | 'UNIT'
  | 'RECENT'
  | 'QUALITY';

/** 一页 */
export type TalentPage = {
  readonly __typename: 'TalentPage';
  /** 本页的记录 */
  readonly nodes: ReadonlyArray<Talent>;
  /** 本页的记录，各带其翻页位置 */
  readonly edges: ReadonlyArray<TalentEdge>;
  /** 前后是否还有，从哪里接着翻 */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数 */
  readonly totalCount: Scalars['Int']['output'];
};

/** 人才在名录中的状态 */
export type TalentStatus =
  | 'CANDIDATE'
  | 'ACTIVE'
  | 'STALE'
  | 'LEFT'
  | 'CLOSED';

/** 一种卡在管辖范围内的张数 */
export type TierCount = {
  readonly __typename: 'TierCount';
  /** 卡方案代码 */
  readonly scheme: Scalars['String']['output'];
  /** 卡种代码 */
  readonly tier: Scalars['String']['output'];
  /** 卡种 */
  readonly tierName: Scalars['String']['output'];
  /** 有效 */
  readonly active: Scalars['Int']['output'];
  /** 待发 */
  readonly pending: Scalars['Int']['output'];
  /** 冻结 */
  readonly frozen: Scalars['Int']['output'];
  /** 挂失 */
  readonly lost: Scalars['Int']['output'];
};

/** 职称或技能等级 */
export type Title = {
  readonly __typename: 'Title';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 职称或技能等级 */
  readonly name: Scalars['String']['output'];
  /** 级别 */
  readonly rank: TitleRank;
  /** 取得日期 */
  readonly grantedOn: Maybe<Scalars['Date']['output']>;
  /** 评定机构 */
  readonly grantedBy: Maybe<Scalars['String']['output']>;
};

/** 职称或技能等级 */
export type TitleIn = {
  /** 职称或技能等级 */
  readonly name: Scalars['String']['input'];
  /** 级别 */
  readonly rank?: TitleRank;
  /** 取得日期 */
  readonly grantedOn?: InputMaybe<Scalars['Date']['input']>;
  /** 评定机构 */
  readonly grantedBy?: InputMaybe<Scalars['String']['input']>;
};

/** 职称或技能级别（从高到低） */
export type TitleRank =
  | 'SENIOR'
  | 'ASSOCIATE_SENIOR'
  | 'INTERMEDIATE'
  | 'JUNIOR'
  | 'NONE';

/** 单位 */
export type Unit = {
  readonly __typename: 'Unit';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 上级单位 */
  readonly parentId: Maybe<Scalars['UUID']['output']>;
  /** 单位类别 */
  readonly kind: UnitKind;
  /** 单位编号（本系统内唯一，不是行政区划代码） */
  readonly code: Scalars['String']['output'];
  /** 单位名称 */
  readonly name: Scalars['String']['output'];
  /** 简称 */
  readonly shortName: Scalars['String']['output'];
  /** 行政区划代码（功能区没有） */
  readonly divisionCode: Maybe<Scalars['String']['output']>;
  /** 是否重点用人部门 */
  readonly keyEmployer: Scalars['Boolean']['output'];
  /** 层级（根为 1） */
  readonly depth: Scalars['Int']['output'];
  /** 起始日 */
  readonly validFrom: Scalars['Date']['output'];
  /** 截止日（空为至今） */
  readonly validUntil: Maybe<Scalars['Date']['output']>;
  /** 版本 */
  readonly version: Scalars['Int']['output'];
  /** 下级单位数 */
  readonly childCount: Scalars['Int']['output'];
  readonly parent: Maybe<Unit>;
  readonly supervisor: Maybe<Unit>;
  readonly successor: Maybe<Unit>;
  /** 下级单位 */
  readonly children: ReadonlyArray<Unit>;
  /** 历次名称 */
  readonly names: ReadonlyArray<UnitName>;
  /** 岗位 */
  readonly posts: ReadonlyArray<Post>;
  /** 领导小组成员资格 */
  readonly memberships: ReadonlyArray<Membership>;
};


/** 单位 */
export type UnitChildrenArgs = {
  first?: Scalars['Int']['input'];
};


/** 单位 */
export type UnitNamesArgs = {
  first?: Scalars['Int']['input'];
};


/** 单位 */
export type UnitPostsArgs = {
  first?: Scalars['Int']['input'];
};


/** 单位 */
export type UnitMembershipsArgs = {
  first?: Scalars['Int']['input'];
};

/** 一个单位的覆盖率 */
export type UnitCoverage = {
  readonly __typename: 'UnitCoverage';
  /** 单位编号 */
  readonly unitId: Scalars['UUID']['output'];
  /** 单位 */
  readonly unit: Scalars['String']['output'];
  /** 在库人才 */
  readonly talents: Scalars['Int']['output'];
  /** 有领导联系 */
  readonly covered: Scalars['Int']['output'];
  /** 覆盖率（没有人才的为空） */
  readonly rate: Maybe<Scalars['Float']['output']>;
};

/** 一条及其位置 */
export type UnitEdge = {
  readonly __typename: 'UnitEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Unit;
};

/** 一个单位一个季度的引进数 */
export type UnitIntroductions = {
  readonly __typename: 'UnitIntroductions';
  /** 单位 */
  readonly unitId: Scalars['UUID']['output'];
  /** 单位名称 */
  readonly unit: Scalars['String']['output'];
  /** 计入数（含更正） */
  readonly credited: Scalars['Decimal']['output'];
  /** 季度锁定时的数 */
  readonly frozen: Scalars['Decimal']['output'];
  /** 待裁定的项数 */
  readonly pending: Scalars['Int']['output'];
};

/** 单位类别 */
export type UnitKind =
  | 'COMMITTEE'
  | 'LEADING_GROUP'
  | 'TALENT_OFFICE'
  | 'COUNTY'
  | 'ZONE'
  | 'TOWN'
  | 'MEMBER'
  | 'NON_MEMBER'
  | 'EMPLOYER'
  | 'PROVIDER';

/** 单位在一段时间的名称与区划代码 */
export type UnitName = {
  readonly __typename: 'UnitName';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 当时的名称 */
  readonly name: Scalars['String']['output'];
  /** 当时的简称 */
  readonly shortName: Scalars['String']['output'];
  /** 当时的行政区划代码 */
  readonly divisionCode: Maybe<Scalars['String']['output']>;
  /** 起始日 */
  readonly validFrom: Scalars['Date']['output'];
  /** 截止日（空为至今） */
  readonly validUntil: Maybe<Scalars['Date']['output']>;
};

/** 一页 */
export type UnitPage = {
  readonly __typename: 'UnitPage';
  /** 本页的记录 */
  readonly nodes: ReadonlyArray<Unit>;
  /** 本页的记录，各带其翻页位置 */
  readonly edges: ReadonlyArray<UnitEdge>;
  /** 前后是否还有，从哪里接着翻 */
  readonly pageInfo: PageInfo;
  /** 符合条件的总数 */
  readonly totalCount: Scalars['Int']['output'];
};

/** 一个单位的季度更新进度 */
export type UnitProgress = {
  readonly __typename: 'UnitProgress';
  /** 单位 */
  readonly unitId: Scalars['UUID']['output'];
  /** 单位名称 */
  readonly unit: Scalars['String']['output'];
  /** 单位是否已撤并 */
  readonly closed: Scalars['Boolean']['output'];
  /** 应确认 */
  readonly records: Scalars['Int']['output'];
  /** 待确认 */
  readonly pending: Scalars['Int']['output'];
  /** 已确认 */
  readonly confirmed: Scalars['Int']['output'];
  /** 已更改 */
  readonly changed: Scalars['Int']['output'];
  /** 已离开 */
  readonly left: Scalars['Int']['output'];
  /** 到期未确认 */
  readonly unconfirmed: Scalars['Int']['output'];
  /** 完成率（%） */
  readonly rate: Maybe<Scalars['Float']['output']>;
};

/** 复核结论：说明合理、认定违规。 */
export type Verdict =
  | 'EXPLAIN'
  | 'VIOLATE';

/** 快照核对结果 */
export type Verified = {
  readonly __typename: 'Verified';
  /** 季度 */
  readonly quarter: Scalars['String']['output'];
  /** 记录条数 */
  readonly rowCount: Scalars['Int']['output'];
  /** 冻结时的摘要 */
  readonly sha256: Scalars['String']['output'];
  /** 现在重算的摘要 */
  readonly sha256Now: Scalars['String']['output'];
  /** 是否一致 */
  readonly intact: Scalars['Boolean']['output'];
};

/** 候补的状态 */
export type WaitStatus =
  | 'WAITING'
  | 'PROMOTED'
  | 'LEFT';

/** 工作日历的一天 */
export type WorkDay = {
  readonly __typename: 'WorkDay';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 日期 */
  readonly day: Scalars['Date']['output'];
  /** 工作日、周末、节假日或调休上班 */
  readonly kind: DayKind;
  /** 节日名称 */
  readonly name: Maybe<Scalars['String']['output']>;
  /** 依据文件 */
  readonly source: Maybe<Scalars['String']['output']>;
  /** 正式或暂定 */
  readonly status: DayStatus;
};

/** 一年的工作日历 */
export type WorkYear = {
  readonly __typename: 'WorkYear';
  /** 编号 */
  readonly id: Scalars['UUID']['output'];
  /** 年份 */
  readonly year: Scalars['Int']['output'];
  /** 正式或暂定 */
  readonly status: DayStatus;
  /** 依据文件 */
  readonly source: Scalars['String']['output'];
  /** 发布时间 */
  readonly publishedAt: Scalars['DateTime']['output'];
};

/** 试算：一个将因工作日历变动的期限 */
export type WouldMove = {
  readonly __typename: 'WouldMove';
  readonly caseId: Scalars['UUID']['output'];
  /** 案件编号 */
  readonly number: Maybe<Scalars['String']['output']>;
  /** 会签期限的，是哪个部门；案件期限为空 */
  readonly countersignedBy: Maybe<Scalars['String']['output']>;
  /** 现应办日 */
  readonly oldDue: Scalars['Date']['output'];
  /** 发布后的应办日 */
  readonly newDue: Scalars['Date']['output'];
};

/** 试算：一份放假安排会变动多少期限（全市，不含案号） */
export type WouldMoveCount = {
  readonly __typename: 'WouldMoveCount';
  /** 事项件数 */
  readonly cases: Scalars['Int']['output'];
  /** 期限个数（含会签期限） */
  readonly deadlines: Scalars['Int']['output'];
};

