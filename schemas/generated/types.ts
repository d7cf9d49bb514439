// Made by `npm run types` from the schema files; never edited by hand.

/**
 * The same done to many dossiers, each on its own: an action that asks for nothing but a reason, or an assignment.
 */
export type Bulk = ({
/**
 * @minItems 1
 * @maxItems 100
 */
items: BulkItem[]
action?: string
reason?: string
assignment?: BulkAssignment
} & {
[k: string]: unknown
})
/**
 * @maxItems 1000
 */
export type FacetValues = FacetValue[]
/**
 * A part of a procedure that has people of its own to approve it.
 */
export type ChangePart = ("form" | "fees" | "texts" | "workflow")
/**
 * A spreadsheet formula stored as JSON Logic: a constant, or an object with one operator.
 */
export type Formula = unknown
/**
 * What the office may know of an applicant already, each named once: prefill of questions (x-prefill), profiles and earlier dossiers all refer to this list.
 */
export type Attribute = ("person.fullName" | "person.personId" | "person.birthDate" | "person.gender" | "person.nationality" | "person.permanentResidence" | "person.residence" | "person.phone" | "person.email" | "organisation.name" | "organisation.code" | "organisation.registeredOn" | "organisation.registeredBy" | "organisation.address" | "organisation.representative" | "organisation.position" | "organisation.phone" | "organisation.email" | "organisation.exists" | "filing.isAuthorised" | "filing.authorisation" | "representative.fullName" | "representative.personId" | "birthNotice.exists" | "marriage.number" | "marriage.date" | "marriage.place" | "drivingLicence.classes" | "drivingLicence.number" | "drivingLicence.issuedBy" | "drivingLicence.issuedOn" | "drivingLicence.expiresOn" | "healthCheck.exists" | "healthCheck.number" | "typeApproval.number" | "typeApproval.signedOn" | "typeApproval.mark" | "typeApproval.extended" | "confirmation.number" | "designation.number" | "inspectorCertification.number")
/**
 * Only these options of the question may be chosen, or only those whose parent was answered elsewhere.
 */
export type OptionLimit = ({
[k: string]: unknown
} & {
/**
 * JSON Pointer of a question; /* stands for each row of a table.
 */
path: string
/**
 * @maxItems 5000
 */
options?: (string | number)[]
/**
 * The question whose answer is the parent of the options that may be chosen; one in the rows of another table gives those options itself.
 */
by?: string
})
/**
 * How the legal clock goes on after it stood still: from zero, with what was left, with a fixed time, or with what was left and some more. A payment or a confirmation does not restart it: then the step says otherwise than the workflow.
 */
export type ResumeRule = (("restart" | "rest") | FixedTime | RestAndMore)

export interface AllShapes {
Act?: Act
Assign?: Assign
BulkOutcome?: BulkOutcome
Bulk?: Bulk
CalendarEffect?: CalendarEffect
CalendarSummary?: CalendarSummary
CalendarVersion?: CalendarVersion
CataloguePage?: CataloguePage
ChangeMigration?: ChangeMigration
ChangePlan?: ChangePlan
ChangeReplay?: ChangeReplay
ChangeRequestDraft?: ChangeRequestDraft
ChangeStanding?: ChangeStanding
ChangesFeed?: ChangesFeed
ChannelCounts?: ChannelCounts
CodeLetter?: CodeLetter
CodeListChanges?: CodeListChanges
CodeListImport?: CodeListImport
CodeListSummary?: CodeListSummary
CodeListVersion?: CodeListVersion
Colleagues?: Colleagues
CommentThread?: CommentThread
DataReader?: DataReader
DataReaders?: DataReaders
DossierFigures?: DossierFigures
DossierView?: DossierView
Examination?: Examination
ExaminePackage?: ExaminePackage
FileInfo?: FileInfo
FindApplicant?: FindApplicant
FoundApplicant?: FoundApplicant
GoOn?: GoOn
ImportPackage?: ImportPackage
KeepInProfile?: KeepInProfile
KnownUnit?: KnownUnit
MakePasswordLink?: MakePasswordLink
MarkRead?: MarkRead
MarkSeen?: MarkSeen
MessageThread?: MessageThread
MonthFigures?: MonthFigures
MoveProgress?: MoveProgress
NewComment?: NewComment
NewDataReader?: NewDataReader
NewOfficer?: NewOfficer
NewProcedure?: NewProcedure
OfficeTime?: OfficeTime
OpenCounts?: OpenCounts
OpenPasswordLink?: OpenPasswordLink
Opine?: Opine
OrganisationView?: OrganisationView
PackageExamination?: PackageExamination
PaperInfo?: PaperInfo
PasswordLink?: PasswordLink
Pay?: Pay
Problem?: Problem
ProcedureEvent?: ProcedureEvent
ProcedureFigures?: ProcedureFigures
ProcedureSummary?: ProcedureSummary
ProfileChanges?: ProfileChanges
ProfileView?: ProfileView
PromptnessCounts?: PromptnessCounts
PublicFigures?: PublicFigures
PublicMonth?: PublicMonth
PublicProcedure?: PublicProcedure
PublicStatistics?: PublicStatistics
PublishChange?: PublishChange
QueueCounts?: QueueCounts
QueueEntry?: QueueEntry
QueueFilters?: QueueFilters
QueuePage?: QueuePage
QueueView?: QueueView
Rate?: Rate
RatingCounts?: RatingCounts
RatingView?: RatingView
RegisterSummary?: RegisterSummary
Remark?: Remark
ReplayExamples?: ReplayExamples
ReplaySum?: ReplaySum
ReplyComment?: ReplyComment
Resume?: Resume
Review?: Review
RevisionNotice?: RevisionNotice
SaveAnswers?: SaveAnswers
SaveCalendar?: SaveCalendar
SaveQueueView?: SaveQueueView
SaveRemark?: SaveRemark
SeenMarks?: SeenMarks
ServiceScore?: ServiceScore
Session?: Session
SetMemberships?: SetMemberships
SetPassword?: SetPassword
SetRepresentation?: SetRepresentation
SettleThread?: SettleThread
SignIn?: SignIn
StartDossier?: StartDossier
StartIntake?: StartIntake
StartUpload?: StartUpload
StatisticsReport?: StatisticsReport
StayingDossiers?: StayingDossiers
Submission?: Submission
Suggestion?: Suggestion
Suspension?: Suspension
TabCount?: TabCount
TaskView?: TaskView
UploadState?: UploadState
WithdrawRevision?: WithdrawRevision
Withdraw?: Withdraw
WorkerFigures?: WorkerFigures
WriteMessage?: WriteMessage
DossierEvent?: DossierEvent
Dossier?: Dossier
FeeStatement?: FeeStatement
Intake?: Intake
Message?: Message
Representation?: Representation
AdvancedRule?: AdvancedRule
Check?: Check
Condition?: Condition
FileRule?: FileRule
FormSchema?: FormSchema
Form?: Form
Formula?: Formula
Option?: Option
Page?: Page
Question?: Question
Rule?: Rule
Approvers?: Approvers
CalendarDay?: CalendarDay
Membership?: Membership
NewSubstitution?: NewSubstitution
OfficeCalendar?: OfficeCalendar
Officer?: Officer
Opening?: Opening
StandingIn?: StandingIn
Substitution?: Substitution
Unit?: Unit
Approval?: Approval
ChangePart?: ChangePart
ChangeRequest?: ChangeRequest
CommentAnchor?: CommentAnchor
Disposition?: Disposition
Info?: Info
PackageHistory?: PackageHistory
Paper?: Paper
ProcedurePackage?: ProcedurePackage
Procedure?: Procedure
Scenario?: Scenario
Attribute?: Attribute
Profile?: Profile
BothLanguages?: BothLanguages
CodeList?: CodeList
Duration?: Duration
Translations?: Translations
Action?: Action
Assignment?: Assignment
Branch?: Branch
Fee?: Fee
OpinionRequest?: OpinionRequest
ResumeRule?: ResumeRule
ScoreRow?: ScoreRow
Step?: Step
StepTimer?: StepTimer
Workflow?: Workflow
}
/**
 * An officer takes one of the actions that the step offers.
 */
export interface Act {
action: string
version: number
reason?: string
/**
 * @maxItems 200
 */
fields?: string[]
/**
 * The new day of return.
 */
dueOn?: string
record?: {
[k: string]: unknown
}
}
/**
 * Somebody takes a dossier, gives it to a colleague, or (without `to`) gives it back.
 */
export interface Assign {
version: number
to?: string
}
/**
 * What became of each, in the order in which they were asked for.
 */
export interface BulkOutcome {
/**
 * @maxItems 100
 */
outcomes: BulkItemOutcome[]
}
/**
 * The new version, or why nothing was done.
 */
export interface BulkItemOutcome {
dossierId: string
version?: number
step?: string
problem?: Problem
}
/**
 * RFC 9457 problem details, with every fault at its place.
 */
export interface Problem {
type: string
title: string
status: number
detail?: string
instance?: string
/**
 * @maxItems 200
 */
errors?: ProblemError[]
}
/**
 * One fault: where (JSON Pointer into the request body, as a fragment), what, and what to do.
 */
export interface ProblemError {
pointer: string
code: string
detail: string
params?: {
[k: string]: unknown
}
}
/**
 * A dossier as it was seen.
 */
export interface BulkItem {
dossierId: string
version: number
}
/**
 * Without `to` they are given back.
 */
export interface BulkAssignment {
to?: string
}
/**
 * What a change of a calendar means for open dossiers. Due dates that were promised stay; these are the ones that would be another if they were counted anew.
 */
export interface CalendarEffect {
/**
 * Open dossiers with a due date, counted by this calendar.
 */
open: number
later: number
earlier: number
/**
 * Of what was stored.
 */
version?: number
}
/**
 * A working calendar in a list.
 */
export interface CalendarSummary {
id: string
title: string
"x-i18n"?: Translations
version: number
days: number
savedAt: string
savedBy: string
isDefault?: boolean
/**
 * Names of the units that say so.
 * 
 * @maxItems 5000
 */
units: string[]
}
/**
 * The same texts in other languages; Vietnamese is the source and stands beside this keyword.
 */
export interface Translations {
en?: {
[k: string]: string
}
/**
 * Texts whose Vietnamese changed after they were translated.
 */
stale?: {
/**
 * @maxItems 20
 */
en?: string[]
}
}
/**
 * One version of a working calendar: when it was saved, and by whom.
 */
export interface CalendarVersion {
version: number
savedAt: string
savedBy: string
}
/**
 * One page of the procedures that were found, best first, and what narrows them further.
 */
export interface CataloguePage {
/**
 * @maxItems 100
 */
procedures: ProcedureSummary[]
total: number
page: number
pages: number
/**
 * When nothing has every word: what has most of them.
 * 
 * @maxItems 10
 */
near: ProcedureSummary[]
facets: Facets
}
/**
 * A published procedure as the catalogue lists it.
 */
export interface ProcedureSummary {
id: string
code: string
name: string
"x-i18n"?: Translations
field?: string
agency?: string
serviceLevel: number
/**
 * @maxItems 20
 */
audience: string[]
revision: string
/**
 * @maxItems 10
 */
lifeEvents?: string[]
serviceScope?: ("full" | "partial")
/**
 * It takes no new dossier today; until a last day when it is suspended only.
 */
closed?: {
until?: string
}
/**
 * Without repetition; several when they depend on the case or on the way of filing.
 * 
 * @maxItems 12
 */
timeLimits?: Duration[]
fee?: FeeRange
}
/**
 * A time limit as the law states it.
 */
export interface Duration {
amount: number
unit: ("workingDay" | "day" | "workingHour" | "month")
}
/**
 * What filing costs today; absent when the document does not say.
 */
export interface FeeRange {
kind: ("none" | "known" | "varies")
least?: number
most?: number
}
export interface Facets {
field: FacetValues
agency: FacetValues
audience: FacetValues
event: FacetValues
level: FacetValues
}
/**
 * A value to choose from and how many procedures it would leave.
 */
export interface FacetValue {
value: string
title: string
"x-i18n"?: Translations
count: number
}
/**
 * How far drafts and open dossiers have come over to a revision that was published; absent where they were not to.
 */
export interface ChangeMigration {
drafts?: MoveProgress
open?: MoveProgress
}
/**
 * How many have come over to a revision, and who stays.
 */
export interface MoveProgress {
state: ("running" | "done")
moved: number
left: number
/**
 * @maxItems 500
 */
stays: StayingDossiers[]
}
/**
 * Open dossiers that stay on their revision, and why.
 */
export interface StayingDossiers {
/**
 * Its step is not there any more; the applicant is completing it; something filed is not accepted any more.
 */
why: ("stepGone" | "supplement" | "asksAgain")
step?: string
count: number
}
/**
 * What the author says about a change: what it means, what happens to people, when and why. What is absent stays; null takes it away.
 */
export interface ChangePlan {
comment?: string
meanings?: Meanings
disposition?: (Disposition | null)
/**
 * A day (it begins at midnight in Vietnam) or an instant.
 */
publishAt?: (string | null)
legalBasis?: (string | null)
}
/**
 * By difference: only the wording is mended, or it is another question now.
 */
export interface Meanings {
[k: string]: "wording" | "different"
}
/**
 * What happens to drafts and open dossiers when a change is published, as its author chose.
 */
export interface Disposition {
/**
 * Finished on the old revision; asked again when the applicant returns; moved at publication.
 */
drafts: ("finish" | "ask" | "move")
/**
 * The last day on which a draft may be finished on the old revision.
 */
draftsUntil?: string
open: ("stay" | "migrate")
message: DispositionMessage
}
/**
 * What those who are affected are told.
 */
export interface DispositionMessage {
vi: string
en: string
}
/**
 * The answers of those whom a change meets, played through it.
 */
export interface ChangeReplay {
/**
 * Of the content that was played through.
 */
hash: string
state: ("none" | "running" | "done" | "cancelled" | "failed")
done: number
total: number
drafts: ReplaySum
open: ReplaySum
decided: ReplaySum1
/**
 * What the documents alone say.
 */
class: ("cosmetic" | "wider" | "asksAgain" | "losesData" | "changesMeaning")
/**
 * Somebody is hit harder than the documents alone say.
 */
disagrees: boolean
/**
 * Open dossiers that would not come along if they were migrated.
 * 
 * @maxItems 500
 */
stays: StayingDossiers[]
finishedAt?: string
}
/**
 * What a change would do to many people: counts and reasons, nothing of a person.
 */
export interface ReplaySum {
replayed: number
verdicts: ReplayVerdicts
/**
 * @maxItems 2000
 */
questions: ReplayQuestion[]
/**
 * The most frequent first.
 * 
 * @maxItems 2000
 */
reasons: ReplayCountedReason[]
fees: ReplayFees
/**
 * @maxItems 500
 */
routes: ReplayRoute[]
}
export interface ReplayVerdicts {
same: number
asksAgain: number
losesData: number
}
export interface ReplayQuestion {
path: string
count: number
}
export interface ReplayCountedReason {
path: string
keyword: string
count: number
}
export interface ReplayFees {
more: number
less: number
/**
 * Of all together, in whole đồng.
 */
difference: number
}
export interface ReplayRoute {
/**
 * @maxItems 200
 */
before: string[]
/**
 * @maxItems 200
 */
after: string[]
count: number
}
/**
 * What a change would do to many people: counts and reasons, nothing of a person.
 */
export interface ReplaySum1 {
replayed: number
verdicts: ReplayVerdicts
/**
 * @maxItems 2000
 */
questions: ReplayQuestion[]
/**
 * The most frequent first.
 * 
 * @maxItems 2000
 */
reasons: ReplayCountedReason[]
fees: ReplayFees
/**
 * @maxItems 500
 */
routes: ReplayRoute[]
}
/**
 * The author sends a draft to review.
 */
export interface ChangeRequestDraft {
comment: string
}
/**
 * What stands around a change request: who wrote it, who may approve which part, how many people it meets.
 */
export interface ChangeStanding {
/**
 * @maxItems 1000
 */
authors: string[]
/**
 * @maxItems 4
 */
approvers: PartApprovers[]
/**
 * Parts that the asking person may approve now.
 * 
 * @maxItems 4
 */
mine: ChangePart[]
class: ("cosmetic" | "wider" | "asksAgain" | "losesData" | "changesMeaning")
drafts: number
open: number
needsDisposition: boolean
/**
 * Texts whose author must say whether it is still the same question.
 * 
 * @maxItems 2000
 */
meaningsAsked: string[]
}
export interface PartApprovers {
part: ChangePart
unit?: string
/**
 * @maxItems 1000
 */
people: Approver[]
}
export interface Approver {
id: string
name: string
}
/**
 * The releases of a procedure for those who read the data, newest first: a JSON Feed (jsonfeed.org, version 1.1).
 */
export interface ChangesFeed {
version: "https://jsonfeed.org/version/1.1"
title: string
language: ("vi" | "en")
home_page_url: string
feed_url: string
/**
 * @maxItems 50
 */
items: FeedItem[]
}
/**
 * One release.
 */
export interface FeedItem {
id: string
url: string
title: string
date_published: string
content_text: string
_revision: FeedRevision
}
/**
 * The revision itself: its addresses, and what changed.
 */
export interface FeedRevision {
hash: string
document: string
schema: string
types: string
legalBasis?: string
withdrawnAt?: string
changes: FeedChange[]
}
/**
 * A difference that matters to a reader of the data.
 */
export interface FeedChange {
path: string
was?: string
kind: ("added" | "removed" | "moved" | "renamed" | "changed")
sentence: string
}
/**
 * Dossiers by the way in which they came.
 */
export interface ChannelCounts {
online: number
counter: number
post: number
}
/**
 * Where a guest wants the code sent.
 */
export interface CodeLetter {
email: string
}
/**
 * What a new version of a code list changes against the one before.
 */
export interface CodeListChanges {
/**
 * @maxItems 20000
 */
added: CodeChange[]
/**
 * @maxItems 20000
 */
changed: CodeChange[]
/**
 * @maxItems 20000
 */
ended: CodeChange[]
same: number
/**
 * Codes that look like known ones without their leading zeros, as a spreadsheet leaves them.
 * 
 * @maxItems 20000
 */
lostZeros?: (string | number)[]
/**
 * The version that was stored; absent in a dry run.
 */
number?: number
}
/**
 * One code that a new version brings, changes or ends.
 */
export interface CodeChange {
const: (string | number)
title: string
/**
 * The title before, where it is another.
 */
before?: string
}
/**
 * A new version of a code list, as a table with headings or as codes. With dryRun nothing is stored and the answer says what would change.
 */
export interface CodeListImport {
title: string
source: string
validFrom: string
validTo?: string
parentList?: string
titleEn?: string
/**
 * Columns const, title, titleEn, description, parent, validFrom, validTo between commas, semicolons or tabs.
 */
table?: string
/**
 * @maxItems 20000
 */
items?: Code[]
dryRun?: boolean
}
/**
 * One code with the time in which it may be used.
 */
export interface Code {
const: (string | number)
title: string
description?: string
parent?: (string | number)
validFrom?: string
validTo?: string
"x-i18n"?: Translations
}
/**
 * A code list as the catalogue of lists shows it: the version in force on the day that was asked for.
 */
export interface CodeListSummary {
id: string
/**
 * Counted from 1 within its list; the ETag of the list.
 */
number: number
title: string
source: string
validFrom: string
validTo?: string
parentList?: string
"x-i18n"?: Translations
count: number
savedAt: string
savedBy: string
/**
 * Number of the version that was saved last: a later one may be waiting for its day.
 */
latest: number
}
/**
 * One version of a code list (danh mục) without its codes; versions are never changed or removed.
 */
export interface CodeListVersion {
/**
 * Counted from 1 within its list; the ETag of the list.
 */
number: number
title: string
source: string
validFrom: string
validTo?: string
parentList?: string
"x-i18n"?: Translations
count: number
savedAt: string
savedBy: string
}
/**
 * Officers whom a dossier may be given to.
 */
export interface Colleagues {
/**
 * @maxItems 500
 */
officers: Colleague[]
}
/**
 * An officer with the role of the step, and how much they have already.
 */
export interface Colleague {
id: string
name: string
unit?: string
/**
 * Open dossiers that they have.
 */
open: number
/**
 * Absent today: somebody stands in for them.
 */
away?: true
}
/**
 * A comment on a change with its replies.
 */
export interface CommentThread {
id: string
anchor: CommentAnchor
state: ("open" | "resolved")
settledBy?: string
settledAt?: string
/**
 * @maxItems 200
 */
comments: ReviewComment[]
}
/**
 * What a comment is about; nothing named: the whole change.
 */
export interface CommentAnchor {
difference?: string
path?: string
step?: string
page?: string
}
export interface ReviewComment {
id: string
body: string
by: string
byId: string
at: string
}
/**
 * Somebody outside who reads the data of a procedure and is written to when they change.
 */
export interface DataReader {
id: string
/**
 * Of the system or the agency.
 */
name: string
email: string
/**
 * Of the letters.
 */
language: ("vi" | "en")
}
/**
 * All who are written to when the data of a procedure change.
 */
export interface DataReaders {
/**
 * @maxItems 50
 */
readers: DataReader[]
}
/**
 * What came in and what was done in a period.
 */
export interface DossierFigures {
received: ChannelCounts
settled: PromptnessCounts
granted: number
refused: number
withdrawn: number
stopped: number
}
/**
 * Done before, on or after the day on which it was due, or without such a day.
 */
export interface PromptnessCounts {
early: number
onTime: number
late: number
untimed: number
}
/**
 * A dossier as its applicant sees it, with the procedure at its own revision.
 */
export interface DossierView {
dossier: Dossier
document: Procedure
/**
 * @maxItems 200
 */
files: FileInfo[]
/**
 * @maxItems 200
 */
papers?: PaperInfo[]
/**
 * @maxItems 1000
 */
events: DossierEvent[]
/**
 * Page at which the applicant stopped.
 */
page?: string
/**
 * First answers for a draft that its applicant writes.
 * 
 * @maxItems 200
 */
suggestions?: Suggestion[]
revisionNotice?: RevisionNotice
}
/**
 * One filing: the answers, where it stands in its workflow, and its legal clock. Changes by a transition only.
 */
export interface Dossier {
id: string
code?: string
procedureId: string
/**
 * Content hash of the revision it was filed under.
 */
revision: string
applicantId: string
applicantName?: string
channel: ("online" | "counter" | "post")
state: ("draft" | "open" | "ended")
step?: string
publicStatus?: string
outcome?: ("granted" | "refused" | "withdrawn" | "stopped")
answers: {
[k: string]: unknown
}
/**
 * What officers recorded, by step.
 */
records: {
[k: string]: {
[k: string]: unknown
}
}
fee?: FeeStatement
supplement?: SupplementRequest
/**
 * What was answered at the present visit of a step that asks for opinions, by the id of the request.
 */
opinions?: {
[k: string]: Opinion
}
assignee?: Assignee
/**
 * Timers that have come at the present visit of the step.
 * 
 * @maxItems 100
 */
fired?: string[]
risk?: RiskScore
submittedAt?: string
/**
 * When the present step began.
 */
enteredAt?: string
dueAt?: string
stepDueAt?: string
pausedAt?: string
endedAt?: string
version: number
representation?: Representation
intake?: Intake
/**
 * Answers that the revision has no place for, each as it stood: kept in a draft until it is filed, and in a dossier that was migrated.
 * 
 * @maxItems 5000
 */
aside?: AsideAnswer[]
moved?: DossierMove
}
/**
 * What is owed, line by line, phí and lệ phí apart; whole đồng.
 */
export interface FeeStatement {
/**
 * @maxItems 50
 */
lines: FeeLine[]
fees: number
charges: number
total: number
paidAt?: string
receiptNumber?: string
}
/**
 * One item owed.
 */
export interface FeeLine {
id: string
kind: ("fee" | "charge")
title: string
"x-i18n"?: Translations
amount: number
/**
 * An officer has yet to confirm the amount.
 */
provisional?: boolean
}
/**
 * What the applicant is asked to complete, once and in full (NĐ 61/2018 Đ.15.3).
 */
export interface SupplementRequest {
reason: string
/**
 * @maxItems 200
 */
fields: string[]
askedAt: string
returnTo: string
}
/**
 * One opinion, or the silence that counts as consent.
 */
export interface Opinion {
verdict?: ("for" | "against")
text?: string
record?: {
[k: string]: unknown
}
by?: OpinionGiver
at: string
silent?: true
}
/**
 * Who gave it.
 */
export interface OpinionGiver {
id: string
name: string
}
/**
 * Who has taken this step on, or was given it; what comes back from the applicant finds the same officer.
 */
export interface Assignee {
id: string
name: string
step: string
at: string
}
/**
 * What the last risk table gave, with the ids of the rows that held; never for the applicant.
 */
export interface RiskScore {
step: string
score: number
/**
 * @maxItems 100
 */
reasons: string[]
}
/**
 * For whom a dossier is filed by somebody else, and by which right (Mẫu 01 names the authorised person); absent for who files for themselves. The form that asks it (representation-form.json) judges the values.
 */
export interface Representation {
for: ("person" | "organisation")
person?: RepresentedPerson
organisation?: RepresentedOrganisation
representative?: Representative
/**
 * @maxItems 5
 */
authorisation?: string[]
}
export interface RepresentedPerson {
name?: string
personId?: string
birthDate?: string
phone?: string
email?: string
relation?: ("parent" | "guardian" | "family" | "authorised")
}
export interface RepresentedOrganisation {
name?: string
code?: string
role?: ("representative" | "employee")
}
/**
 * Who files.
 */
export interface Representative {
name?: string
personId?: string
phone?: string
address?: string
email?: string
}
/**
 * How a dossier on paper came in: which officer entered it for whom, when it was received, how many originals it has (NĐ 61/2018 Đ.17).
 */
export interface Intake {
officerId: string
officer: string
receivedAt: string
originals: number
person: IntakePerson
/**
 * The dossier lies in the applicant's own account.
 */
hasAccount?: boolean
}
export interface IntakePerson {
name: string
personId?: string
phone?: string
email?: string
address?: string
}
/**
 * An answer without a place.
 */
export interface AsideAnswer {
/**
 * By whose names it stood there.
 */
revision: string
pointer: string
value: unknown
/**
 * How many rows its table had then, where it stood in one: only then the row is still the same.
 */
rows?: number
}
/**
 * The last move to another revision.
 */
export interface DossierMove {
/**
 * The revision of before.
 */
from: string
at: string
/**
 * Of the dossier since then.
 */
version: number
/**
 * Paths whose answers were right before and are not any more.
 * 
 * @maxItems 2000
 */
asked: string[]
}
/**
 * One administrative procedure (thủ tục hành chính) in one document.
 */
export interface Procedure {
formatVersion: 1
info: Info
form?: Form
/**
 * @maxItems 50
 */
fees?: Fee[]
workflow?: Workflow
/**
 * @maxItems 50
 */
papers?: Paper[]
/**
 * @maxItems 200
 */
migrations?: Migration[]
/**
 * @maxItems 200
 */
scenarios?: Scenario[]
/**
 * What the author was unsure of: assumptions and sources.
 * 
 * @maxItems 50
 */
notes?: string[]
/**
 * Problems that the author looked at and left, each with the reason.
 * 
 * @maxItems 200
 */
accepted?: AcceptedProblem[]
}
/**
 * Service level 1: what the law asks to publish about a procedure (NĐ 63/2010 Đ.8).
 */
export interface Info {
code: string
name: string
"x-i18n"?: Translations
decisionNumber?: string
field?: string
agency?: string
/**
 * Agency identifier (QĐ 20/2020/QĐ-TTg), the head of every dossier code.
 */
agencyCode?: string
executingAgency?: string
receivingUnit?: string
/**
 * @maxItems 50
 */
intakeAddresses?: IntakeAddress[]
/**
 * Who decides in the name of the competent agency (cơ quan được ủy quyền).
 */
delegatedAgency?: string
cooperatingAgencies?: string
/**
 * @maxItems 10
 */
levels?: string[]
procedureType?: string
/**
 * @maxItems 50
 */
keywords?: string[]
/**
 * Codes of the list life-events: at which moment of a life, or of a business, people need it.
 * 
 * @maxItems 10
 */
lifeEvents?: string[]
description?: string
serviceLevel: number
/**
 * Who may file online: anybody (absent or none), or only somebody who has signed in. An account is asked for where the law wants to know for certain who files, as for the criminal record (phiếu lý lịch tư pháp, định danh mức 2); otherwise asking for one only keeps people away.
 */
identification?: ("none" | "account")
serviceScope?: ("full" | "partial")
/**
 * From this day no new dossier is taken: abolished (bãi bỏ) or suspended (tạm ngừng). Dossiers filed before go on.
 */
closedFrom?: string
/**
 * The last day of a suspension; absent when the procedure is abolished.
 */
closedUntil?: string
/**
 * What people read in place of the way to file: why, since when, and what to do instead.
 */
closureNotice?: string
partialReason?: string
/**
 * @maxItems 20
 */
audience: string[]
/**
 * @maxItems 50
 */
cases?: Case[]
/**
 * @maxItems 10
 */
channels: Channel[]
sequence?: string
conditions?: string
/**
 * How many sets of papers are filed (số bộ hồ sơ).
 */
dossierCount?: number
/**
 * Who pays nothing or less, and on what condition.
 */
feeExemptions?: string
/**
 * @maxItems 100
 */
components?: Component[]
/**
 * @maxItems 20
 */
results?: ResultKind[]
/**
 * @maxItems 100
 */
legalBasis?: LegalBasis[]
/**
 * @maxItems 20
 */
relatedProcedures?: RelatedProcedure[]
/**
 * Whether somebody may file for another: a law may ask for the person themselves. Absent: allowed.
 */
representation?: ("none" | "allowed")
}
/**
 * A place where dossiers are received.
 */
export interface IntakeAddress {
name?: string
address: string
hours?: string
phone?: string
"x-i18n"?: Translations
}
/**
 * A case (trường hợp) with its own papers.
 */
export interface Case {
id: string
title: string
"x-i18n"?: Translations
when?: Condition
}
/**
 * A JSON Schema that the answers must match, from a closed profile that reads and writes as a sentence.
 */
export interface Condition {
properties?: {
[k: string]: Condition
}
/**
 * @maxItems 20
 */
required?: string[]
const?: (string | number | boolean)
/**
 * @minItems 1
 * @maxItems 200
 */
enum?: (string | number | boolean)[]
minimum?: number
maximum?: number
exclusiveMinimum?: number
exclusiveMaximum?: number
contains?: Condition
/**
 * @minItems 1
 * @maxItems 20
 */
allOf?: Condition[]
/**
 * @minItems 1
 * @maxItems 20
 */
anyOf?: Condition[]
not?: Condition
}
/**
 * How a dossier may be filed.
 */
export interface Channel {
kind: ("online" | "counter" | "post")
timeLimit?: Duration
feeNote?: string
description?: string
"x-i18n"?: Translations
}
/**
 * A paper of the dossier.
 */
export interface Component {
id?: string
title: string
"x-i18n"?: Translations
/**
 * @maxItems 50
 */
cases?: string[]
originals?: number
copies?: number
template?: string
/**
 * Where the form of this paper is downloaded.
 */
templateUrl?: string
required?: boolean
note?: string
}
/**
 * What the applicant receives.
 */
export interface ResultKind {
code?: string
title: string
"x-i18n"?: Translations
kind?: string
validity?: string
note?: string
}
/**
 * A text of law that the procedure rests on.
 */
export interface LegalBasis {
number: string
title?: string
article?: string
issuedOn?: string
note?: string
/**
 * Where the text is published.
 */
url?: string
}
/**
 * Another procedure that people may need before or after this one.
 */
export interface RelatedProcedure {
code: string
name: string
note?: string
"x-i18n"?: Translations
}
/**
 * The questions (schema), where they stand (pages), when they are asked (rules), and what must hold between them (checks).
 */
export interface Form {
schema: FormSchema
/**
 * @maxItems 50
 */
pages: Page[]
/**
 * @maxItems 500
 */
rules?: Rule[]
/**
 * @maxItems 500
 */
checks?: Check[]
/**
 * @maxItems 50
 */
advanced?: AdvancedRule[]
}
/**
 * The answers of one form: a closed object of questions, with the code lists it uses under $defs.
 */
export interface FormSchema {
$schema?: string
type: "object"
title?: string
description?: string
"x-i18n"?: Translations
properties: {
[k: string]: Question
}
/**
 * @maxItems 500
 */
required?: string[]
$defs?: {
[k: string]: Question
}
}
/**
 * One question, group, table or answer type: the profile of JSON Schema 2020-12 that a form may use. Annotations start with x- and never change a verdict; a keyword from elsewhere is kept word for word and named among the problems.
 */
export interface Question {
$ref?: string
type?: ("object" | "array" | "string" | "number" | "integer" | "boolean")
title?: string
description?: string
/**
 * @maxItems 500
 */
examples?: unknown[]
default?: unknown
/**
 * @minItems 1
 * @maxItems 5000
 */
enum?: (string | number)[]
/**
 * @minItems 1
 * @maxItems 5000
 */
oneOf?: Option[]
const?: (string | number | boolean)
format?: ("date" | "email")
pattern?: string
minLength?: number
maxLength?: number
minimum?: number
maximum?: number
exclusiveMinimum?: number
exclusiveMaximum?: number
multipleOf?: number
properties?: {
[k: string]: Question
}
/**
 * @maxItems 200
 */
required?: string[]
items?: Question
minItems?: number
maxItems?: number
uniqueItems?: boolean
readOnly?: boolean
/**
 * The field type of the catalogue that made this question.
 */
"x-field"?: string
"x-widget"?: ("radio" | "select" | "autocomplete" | "checkboxes" | "table" | "cards" | "textarea")
"x-i18n"?: Translations
/**
 * The author's own words for a failed keyword.
 */
"x-messages"?: {
[k: string]: string
}
"x-compute"?: Formula
"x-prefill"?: Prefill
/**
 * What those who design should know about this question: a source, an open point. Nobody who answers sees it.
 */
"x-note"?: string
"x-privacy"?: Privacy
"x-unit"?: string
"x-autocomplete"?: string
"x-itemTitle"?: string
"x-addLabel"?: string
/**
 * Columns whose values may not repeat between the rows of this table (checked beside the schema).
 * 
 * @maxItems 10
 */
"x-uniqueBy"?: string[]
/**
 * Identifier of the code list that the options were copied from.
 */
"x-codeList"?: string
/**
 * The version of that code list: the day from which it is in force.
 */
"x-codeListFrom"?: string
"x-file"?: FileRule
}
/**
 * One answer that may be chosen; known by its const for ever.
 */
export interface Option {
const: (string | number)
title: string
description?: string
/**
 * Code of the option one level up in a cascading list: the province of a commune.
 */
parent?: (string | number)
/**
 * Last day on which a code of a code list may be used; absent while no end is known.
 */
validTo?: string
"x-i18n"?: Translations
}
/**
 * Where a first value may come from; a formula is suggested until the person answers.
 */
export interface Prefill {
from: ("profile" | "registry" | "earlierDossier" | "formula")
key?: Attribute
formula?: Formula
editable?: boolean
}
/**
 * Masks, exports, logs and erasure follow this.
 */
export interface Privacy {
class: ("basic" | "sensitive")
purpose?: string
keepMonths?: number
}
/**
 * What may be attached, and which originals and copies the law asks for.
 */
export interface FileRule {
/**
 * @minItems 1
 * @maxItems 10
 */
accept: ("pdf" | "jpg" | "png" | "docx" | "xlsx")[]
maxBytes: number
/**
 * Code of the dossier component (giấy tờ) that this file is.
 */
component?: string
originals?: number
copies?: number
certification?: string
template?: string
}
/**
 * One page that the applicant sees at a time: layout, not data.
 */
export interface Page {
id: string
title: string
description?: string
"x-i18n"?: Translations
when?: Condition
/**
 * @maxItems 50
 */
sections: Section[]
}
/**
 * Questions under one heading.
 */
export interface Section {
title?: string
description?: string
"x-i18n"?: Translations
when?: Condition1
/**
 * @maxItems 200
 * 
 * Items: JSON Pointer of a question; /* stands for each row of a table.
 */
questions: string[]
}
/**
 * A JSON Schema that the answers must match, from a closed profile that reads and writes as a sentence.
 */
export interface Condition1 {
properties?: {
[k: string]: Condition
}
/**
 * @maxItems 20
 */
required?: string[]
const?: (string | number | boolean)
/**
 * @minItems 1
 * @maxItems 200
 */
enum?: (string | number | boolean)[]
minimum?: number
maximum?: number
exclusiveMinimum?: number
exclusiveMaximum?: number
contains?: Condition
/**
 * @minItems 1
 * @maxItems 20
 */
allOf?: Condition[]
/**
 * @minItems 1
 * @maxItems 20
 */
anyOf?: Condition[]
not?: Condition
}
/**
 * When a condition holds: show or require questions, limit options, or refuse the filing with an explanation. Exactly one of the four.
 */
export interface Rule {
id: string
title: string
"x-i18n"?: Translations
when: Condition
/**
 * A table: the rule then speaks of each of its rows, and its paths start in the row.
 */
within?: string
/**
 * @minItems 1
 * @maxItems 200
 * 
 * Items: JSON Pointer of a question; /* stands for each row of a table.
 */
show?: string[]
/**
 * @minItems 1
 * @maxItems 200
 * 
 * Items: JSON Pointer of a question; /* stands for each row of a table.
 */
require?: string[]
limit?: OptionLimit
refuse?: Refusal
}
/**
 * The filing is refused; the message says why and what to do instead.
 */
export interface Refusal {
message: string
/**
 * JSON Pointer of a question; /* stands for each row of a table.
 */
at?: string
"x-i18n"?: Translations
}
/**
 * A comparison between answers, or with today, that JSON Schema cannot say. A check with an absent operand is not applied.
 */
export interface Check {
id: string
formula: Formula
/**
 * The question that shows the message; with /* the check is made for each row.
 */
at: string
message: string
/**
 * A warning is shown and does not stop the filing.
 */
level?: ("error" | "warning")
"x-i18n"?: Translations
}
/**
 * What an imported schema says beyond rules and questions, kept word for word: part of the judge, locked in the designer.
 */
export interface AdvancedRule {
id: string
title: string
/**
 * What is said to the person whose answers it refuses.
 */
message?: string
"x-i18n"?: Translations
schema: {
[k: string]: unknown
}
}
/**
 * One item that the applicant owes: a fee (phí) or a charge (lệ phí), which the law keeps apart.
 */
export interface Fee {
id: string
kind: ("fee" | "charge")
title: string
"x-i18n"?: Translations
/**
 * Whole đồng, or a formula that gives them; with a table, what applies when no row does.
 */
amount: (number | Formula)
/**
 * A fee table (biểu phí).
 * 
 * @maxItems 100
 */
rows?: FeeRow[]
/**
 * The first row that holds, or the sum of all that hold; absent: the first.
 */
hit?: ("first" | "sum")
/**
 * Step and question in which an officer records the final amount; until then the amount is provisional.
 */
confirmedBy?: string
when?: Condition
collectedAt?: ("intake" | "supplement" | "result")
legalBasis?: string
}
/**
 * A row of a fee table: what is owed when its condition holds.
 */
export interface FeeRow {
when: Condition
/**
 * The condition reads what was recorded in this step instead of the applicant's answers.
 */
of?: string
/**
 * Whole đồng, or a formula that gives them.
 */
amount: (number | Formula)
title?: string
"x-i18n"?: Translations
}
/**
 * A state machine that an officer can read.
 */
export interface Workflow {
/**
 * @maxItems 20
 */
roles: Role[]
start: string
clock?: ClockRule
/**
 * The end that a withdrawal by the applicant leads to; absent: no withdrawal.
 */
withdrawTo?: string
/**
 * @maxItems 100
 */
steps: Step[]
}
/**
 * A part that people play in this procedure.
 */
export interface Role {
id: string
title: string
"x-i18n"?: Translations
}
/**
 * From when the legal time limit runs, and how it goes on after a supplement (NĐ 61/2018 Đ.19.4: restart).
 */
export interface ClockRule {
limit: Duration
/**
 * Other time limits that the law gives to some cases; the first condition that holds wins.
 * 
 * @maxItems 20
 */
cases?: ClockCase[]
resume: ResumeRule
/**
 * From the receipt (absent), from the first time that it goes from the start on to the office, or from the payment; before that nothing is due.
 */
startsOn?: ("received" | "complete" | "paid")
}
/**
 * The time limit of one case.
 */
export interface ClockCase {
when: Condition
limit: Duration
}
export interface FixedTime {
fixed: Duration
}
export interface RestAndMore {
restPlus: Duration
}
/**
 * One state of a dossier: who acts, by when, and what may follow.
 */
export interface Step {
id: string
kind: ("task" | "applicant" | "payment" | "automatic" | "opinions" | "end")
title: string
"x-i18n"?: Translations
by?: Assignment
within?: Duration
form?: Form
/**
 * What is recorded here is the result that the applicant sees.
 */
recordsResult?: boolean
sees?: Sees
/**
 * @maxItems 20
 */
actions?: Action[]
/**
 * @maxItems 20
 */
branches?: Branch[]
/**
 * Automatic step: a risk table (quản lý rủi ro); the points of all rows that hold are added.
 * 
 * @maxItems 100
 */
score?: ScoreRow[]
otherwise?: string
/**
 * Asked for at the same time and joined here: the dossier goes on to `otherwise` when all are given, or when enough are in favour.
 * 
 * @maxItems 50
 */
opinions?: OpinionRequest[]
/**
 * A council: so many votes in favour decide; absent: every opinion is waited for.
 */
need?: number
/**
 * Where the dossier goes once so many votes in favour cannot be reached any more.
 */
against?: string
/**
 * @maxItems 20
 */
timers?: StepTimer[]
onExpiry?: Expiry
/**
 * What the applicant reads.
 */
publicStatus: ("submitted" | "received" | "processing" | "supplement" | "payment" | "decided" | "returned" | "refused" | "withdrawn" | "stopped")
/**
 * Status code of the national portal.
 */
portalStatus?: number
/**
 * The legal clock while a dossier stands here.
 */
clock?: ("running" | "paused" | "stopped")
resume?: ResumeRule
/**
 * Of an end.
 */
outcome?: ("granted" | "refused" | "withdrawn" | "stopped")
note?: string
}
/**
 * Who acts.
 */
export interface Assignment {
role: string
unit?: string
/**
 * Another authority (liên thông, NĐ 61/2018 Đ.19.6).
 */
agency?: string
/**
 * Code of the unit, or of the authority where no unit has one (QĐ 20/2020/QĐ-TTg Đ.4): where an office has a unit of this code, only its officers act.
 */
code?: string
}
/**
 * What is kept from this officer.
 */
export interface Sees {
/**
 * @maxItems 200
 * 
 * Items: JSON Pointer of a question; /* stands for each row of a table.
 */
hide: string[]
}
/**
 * A decision that the person at a step may take.
 */
export interface Action {
id: string
title: string
"x-i18n"?: Translations
to: string
/**
 * dueOn: a new day of return, by agreement or with an apology (NĐ 61/2018 Đ.19.9).
 * 
 * @maxItems 3
 */
asks?: ("reason" | "fields" | "dueOn")[]
when?: Condition
/**
 * The condition reads what was recorded in this step instead of the applicant's answers.
 */
of?: string
/**
 * Papers that this decision issues.
 * 
 * @maxItems 20
 */
issues?: string[]
tone?: ("primary" | "neutral" | "danger")
}
/**
 * Automatic step: the first that holds wins, by a condition or by the score of the step.
 */
export interface Branch {
when?: Condition
/**
 * The condition reads what was recorded in this step instead of the applicant's answers.
 */
of?: string
/**
 * The score at least: of the table of this step, or of the last one.
 */
atLeast?: number
to: string
}
/**
 * One row of a risk table: its points are added when its condition holds.
 */
export interface ScoreRow {
id: string
when: Condition
/**
 * The condition reads what was recorded in this step instead of the applicant's answers.
 */
of?: string
points: number
/**
 * Shown to officers, never to the applicant.
 */
reason: string
"x-i18n"?: Translations
}
/**
 * One of the opinions that are asked for at the same time.
 */
export interface OpinionRequest {
id: string
title: string
"x-i18n"?: Translations
by: Assignment
within: Duration
/**
 * Silence: it counts as consent where the sector's law says so, or the dossier waits (NĐ 61/2018 Đ.19.5).
 */
onExpiry: ("consents" | "waits")
form?: Form
}
/**
 * A reminder or an escalation; each comes once a visit of the step.
 */
export interface StepTimer {
id: string
before?: Duration
after?: Duration
/**
 * What it counts from: the beginning of the step, the end of its own time, the end of the legal time.
 */
of: ("entered" | "stepDue" | "due")
/**
 * remind: the assignee or the role; escalate: the named role is told and sees the dossier in its queue.
 */
do: ("remind" | "escalate")
role?: string
}
/**
 * What happens when the time limit of this step has passed.
 */
export interface Expiry {
to: string
/**
 * @maxItems 20
 */
issues?: string[]
}
/**
 * A paper that the office issues: a slip of the one-stop mechanism or the result itself.
 */
export interface Paper {
id: string
title: string
"x-i18n"?: Translations
/**
 * Number of the standard slip (TT 03/2025/TT-VPCP).
 */
slip?: string
when?: Condition
signedBy?: string
/**
 * @maxItems 100
 */
prints?: string[]
}
/**
 * A question that was renamed or moved.
 */
export interface Migration {
/**
 * JSON Pointer of a question; /* stands for each row of a table.
 */
from: string
/**
 * JSON Pointer of a question; /* stands for each row of a table.
 */
to: string
}
/**
 * Answers with what must come of them: a test, a demonstration and an example in one.
 */
export interface Scenario {
title: string
/**
 * The day it is filed.
 */
on?: string
answers: {
[k: string]: unknown
}
/**
 * What officers record, by the id of the step: ways that read a record go by it.
 */
records?: {
[k: string]: {
[k: string]: unknown
}
}
expect: Expectation
}
/**
 * What must come of it.
 */
export interface Expectation {
valid: boolean
fee?: number
/**
 * @maxItems 50
 */
path?: string[]
/**
 * Rule, check or pointer that refuses it.
 */
refusedBy?: string
/**
 * The pages that are asked, in order.
 * 
 * @maxItems 50
 */
pages?: string[]
/**
 * The day on which the office must answer.
 */
dueOn?: string
}
/**
 * One problem that stays, and why.
 */
export interface AcceptedProblem {
code: string
/**
 * JSON Pointer into the document.
 */
at: string
reason: string
}
/**
 * What is known of an upload: kind by content, size in bytes, hash of its bytes.
 */
export interface FileInfo {
id: string
name: string
size: number
/**
 * pdf, jpg, png, docx or xlsx.
 */
type: string
sha256: string
/**
 * Pointer of the question that it answers.
 */
question: string
}
/**
 * A paper that the office issued to a dossier; its PDF is kept as it was issued.
 */
export interface PaperInfo {
id: string
/**
 * Id of the paper in the document.
 */
paper: string
/**
 * Number of the standard slip (TT 03/2025/TT-VPCP).
 */
slip?: string
/**
 * In the register of its year.
 */
number: number
issuedAt: string
}
/**
 * One thing that happened to a dossier: who did what when, with reasons.
 */
export interface DossierEvent {
dossierId: string
version: number
at: string
type: ("submit" | "act" | "supplement" | "withdraw" | "pay" | "expire" | "takeOver" | "assign" | "opine" | "timer" | "migrate")
actor: string
actorId?: string
action?: string
from?: string
to?: string
reason?: string
hash?: string
/**
 * For whom the actor did it, where that is somebody else.
 */
onBehalfOf?: string
/**
 * When the step that ended with this was due.
 */
stepDueAt?: string
}
/**
 * A first answer that the office knows already, and where it comes from: offered, never written over what somebody typed.
 */
export interface Suggestion {
pointer: string
value: unknown
/**
 * The applicant's profile, one of their earlier dossiers, or how this dossier is filed.
 */
source: ("profile" | "dossier" | "filing")
from?: {
code: string
date: string
}
/**
 * The document lets nobody write something else here.
 */
fixed?: boolean
}
/**
 * What the applicant of a draft is told when its procedure was published anew, or withdrawn, since the draft was begun. Absent where nothing concerns them.
 */
export interface RevisionNotice {
/**
 * May still be filed as it is; goes on under the new revision once its applicant agrees; is under the new revision already; nothing can be filed for now.
 */
kind: ("finish" | "ask" | "moved" | "withdrawn")
/**
 * The day in Vietnam on which the newer revision was published, or the one of the draft withdrawn.
 */
changedOn: string
/**
 * The one that is in force; absent where none is.
 */
revision?: string
/**
 * Questions of the newer revision that need an answer again, in its order.
 * 
 * @maxItems 500
 */
questions: AskedAgain[]
/**
 * Answers that the newer revision has no place for, in words: shown until filing, never deleted before.
 * 
 * @maxItems 500
 */
aside: SetAsideAnswer[]
/**
 * The last day on which a draft of kind `finish` may be filed as it is.
 */
until?: string
message?: BothLanguages
}
export interface AskedAgain {
pointer: string
page?: string
title: BothLanguages
}
/**
 * A text in Vietnamese and in English.
 */
export interface BothLanguages {
vi: string
en: string
}
export interface SetAsideAnswer {
pointer: string
title: BothLanguages
text: BothLanguages
}
/**
 * What officers know of a dossier besides the dossier: remarks beside answers, what the applicant changed when completing it, until when opinions are to be given.
 */
export interface Examination {
/**
 * @maxItems 1000
 */
remarks: Remark[]
completion?: Completion
/**
 * By the id of the opinion, of the present visit.
 */
opinionsDue: {
[k: string]: string
}
}
/**
 * What an officer notes beside an answer while examining a dossier; for officers only.
 */
export interface Remark {
/**
 * Pointer of the answer.
 */
question: string
text: string
/**
 * Counts its changes.
 */
number: number
author: string
at: string
}
/**
 * The last time that the applicant completed the dossier.
 */
export interface Completion {
at: string
reason: string
/**
 * @maxItems 1000
 */
before: EarlierAnswer[]
}
/**
 * What stood at a question that changed; without a value nothing did.
 */
export interface EarlierAnswer {
question: string
value?: unknown
}
/**
 * Asks what a package would do here, before anything is done.
 */
export interface ExaminePackage {
package: ProcedurePackage
}
/**
 * A procedure on its way from one installation to another: its document, the releases that led to it, the code lists that it pins and the calendars that it counts by.
 */
export interface ProcedurePackage {
kind: "mot-cua-procedure"
packageVersion: 1
madeAt: string
/**
 * Address of the installation that it comes from.
 */
origin: string
/**
 * Hash of the content of the document.
 */
revision: string
document: Procedure
/**
 * First things first; the last one is of this revision. Empty when it was never published.
 * 
 * @maxItems 1000
 */
history: PackageHistory[]
/**
 * @maxItems 100
 */
codeLists: CodeList[]
/**
 * @maxItems 10
 */
calendars: PackageCalendar[]
}
/**
 * One release of a procedure as a package tells it: which content, when, why; its own hash follows from the one before.
 */
export interface PackageHistory {
revision: string
at: string
comment?: string
legalBasis?: string
/**
 * Hash of the release before; empty for the first.
 */
prev: string
/**
 * SHA-256 of `prev` and the canonical JSON (RFC 8785) of everything else.
 */
hash: string
}
/**
 * A list of codes (danh mục) that documents copy into $defs, so that a published revision keeps the codes it was published with.
 */
export interface CodeList {
id: string
title: string
"x-i18n"?: Translations
/**
 * The decision or standard that the list comes from.
 */
source: string
validFrom: string
/**
 * The last day on which it is in force; absent while it is.
 */
validTo?: string
/**
 * The list that the parents of its codes stand in.
 */
parentList?: string
/**
 * @maxItems 20000
 */
items: Code[]
}
/**
 * A calendar by its name; its days belong to the office.
 */
export interface PackageCalendar {
id: string
title: string
"x-i18n"?: Translations
}
/**
 * Looks for the account of a person who stands at the counter, by one exact value.
 */
export interface FindApplicant {
personId?: string
email?: string
}
/**
 * An account, told so far as the person can confirm that it is theirs.
 */
export interface FoundApplicant {
name: string
/**
 * Masked.
 */
email: string
}
/**
 * The applicant of a draft agrees to go on under the revision that is in force.
 */
export interface GoOn {
/**
 * The one that was read about.
 */
revision: string
}
/**
 * Brings a package in: as a new procedure, or as the next draft of one that is here.
 */
export interface ImportPackage {
package: ProcedurePackage
into?: PackageTarget
document?: Procedure1
}
/**
 * The procedure that is here, and the version of its draft that was seen.
 */
export interface PackageTarget {
id: string
version: number
}
/**
 * One administrative procedure (thủ tục hành chính) in one document.
 */
export interface Procedure1 {
formatVersion: 1
info: Info
form?: Form
/**
 * @maxItems 50
 */
fees?: Fee[]
workflow?: Workflow
/**
 * @maxItems 50
 */
papers?: Paper[]
/**
 * @maxItems 200
 */
migrations?: Migration[]
/**
 * @maxItems 200
 */
scenarios?: Scenario[]
/**
 * What the author was unsure of: assumptions and sources.
 * 
 * @maxItems 50
 */
notes?: string[]
/**
 * Problems that the author looked at and left, each with the reason.
 * 
 * @maxItems 200
 */
accepted?: AcceptedProblem[]
}
/**
 * The attributes of a filed dossier that its applicant wants to keep for the next time.
 */
export interface KeepInProfile {
/**
 * @minItems 1
 * @maxItems 50
 */
attributes: Attribute[]
}
/**
 * A unit as procedures may name it, and which parts of a workflow somebody has there or in a unit below it.
 */
export interface KnownUnit {
/**
 * Absent: procedures cannot name it yet.
 */
code?: string
name: string
"x-i18n"?: Translations
/**
 * 0 at the top of the tree.
 */
depth: number
/**
 * @maxItems 50
 */
roles: string[]
}
/**
 * How a person gets the link with which they choose their password.
 */
export interface MakePasswordLink {
/**
 * A letter to their e-mail, or shown once to whoever hands it over.
 */
by: ("letter" | "hand")
}
/**
 * Up to which message somebody has read.
 */
export interface MarkRead {
number: number
}
/**
 * Marks differences as seen, or takes marks away.
 */
export interface MarkSeen {
/**
 * @maxItems 500
 */
seen?: SeenMark[]
/**
 * @maxItems 500
 */
unseen?: string[]
}
export interface SeenMark {
difference: string
/**
 * Of the content of the difference as it was seen.
 */
digest: string
}
/**
 * The messages of a dossier as one side sees them.
 */
export interface MessageThread {
/**
 * @maxItems 1000
 */
messages: Message[]
/**
 * Number of the last message that this side has read; 0 for none.
 */
read: number
/**
 * Number of the last message that the other side has read; 0 for none.
 */
seen: number
}
/**
 * What applicant and office write to each other about a dossier.
 */
export interface Message {
/**
 * From 1, in the order in which they were written.
 */
number: number
at: string
side: ("applicant" | "office")
/**
 * To the applicant an officer is the unit that the officer acts for.
 */
author: string
text: string
}
/**
 * The figures of one month.
 */
export interface MonthFigures {
month: string
figures: DossierFigures
}
/**
 * Begins a thread about a place of a change.
 */
export interface NewComment {
anchor: CommentAnchor
body: string
}
/**
 * Somebody outside who reads the data of a procedure and is to be written to when they change.
 */
export interface NewDataReader {
/**
 * Of the system or the agency.
 */
name: string
/**
 * Whether a letter can go there is judged beyond its shape.
 */
email: string
/**
 * Of the letters.
 */
language: ("vi" | "en")
}
/**
 * A person who begins to work for the office: an account without a password, with roles.
 */
export interface NewOfficer {
name: string
email: string
/**
 * Roles that belong to no unit.
 * 
 * @maxItems 2
 */
administration?: ("administrator" | "reviewer")[]
/**
 * @maxItems 50
 */
memberships: Membership[]
}
/**
 * In which unit somebody acts in which part of the workflow.
 */
export interface Membership {
unit: string
role: string
}
/**
 * Begins a procedure, empty or as a copy.
 */
export interface NewProcedure {
name: string
code?: string
copyOf?: string
}
/**
 * How long the office took, without the time that it waited for the applicant, in working days.
 */
export interface OfficeTime {
/**
 * How many were measured.
 */
dossiers: number
/**
 * Half of them took no longer.
 */
half: number
/**
 * Nine of ten took no longer.
 */
nine: number
}
/**
 * Dossiers that have not ended, as they stand now: within or over their time, or standing still because of the applicant, a fee, or somebody else.
 */
export interface OpenCounts {
within: number
over: number
supplement: number
payment: number
otherwisePaused: number
}
/**
 * The secret of a link, to see whose it is.
 */
export interface OpenPasswordLink {
token: string
}
/**
 * An officer gives the opinion that their unit was asked for, or their vote in a council.
 */
export interface Opine {
opinion: string
version: number
verdict?: ("for" | "against")
text?: string
record?: {
[k: string]: unknown
}
}
/**
 * The whole organisation, and the version that a change must name.
 */
export interface OrganisationView {
version: number
/**
 * @maxItems 5000
 */
units: Unit[]
/**
 * @maxItems 20000
 */
people: Officer[]
/**
 * @maxItems 20000
 */
substitutions: Substitution[]
approvers: Approvers
}
/**
 * A part of the organisation: an authority, a department, a desk.
 */
export interface Unit {
id: string
name: string
"x-i18n"?: Translations
/**
 * By which procedures name it, in every installation (QĐ 20/2020/QĐ-TTg Đ.4).
 */
code?: string
/**
 * The unit that it belongs to.
 */
parent?: string
/**
 * Its working calendar; absent: that of the unit above, or the usual one.
 */
calendar?: string
}
/**
 * A person of the office as administrators see them.
 */
export interface Officer {
id: string
name: string
email: string
/**
 * @maxItems 20
 */
roles: string[]
suspended?: boolean
/**
 * Has not chosen a password yet.
 */
invited?: boolean
/**
 * @maxItems 50
 */
memberships: Membership[]
}
/**
 * Who stands in for an absent colleague, from day to day.
 */
export interface Substitution {
id: string
/**
 * Who is away.
 */
absent: string
/**
 * Who stands in.
 */
substitute: string
from: string
/**
 * The last day.
 */
to: string
reason: string
}
/**
 * Which unit approves which part of a change; a part without a unit is approved by any reviewer.
 */
export interface Approvers {
form?: string
fees?: string
texts?: string
workflow?: string
}
/**
 * What a package is to this installation, and what goes with it.
 */
export interface PackageExamination {
/**
 * known: this revision, or a later one, is here; newer: it follows on what is here; diverged: both went on by themselves.
 */
standing: ("new" | "known" | "newer" | "diverged")
here?: PackageCounterpart
/**
 * @maxItems 100
 */
codeLists: PackageCodeList[]
/**
 * @maxItems 10
 */
calendars: PackageCalendarHere[]
}
/**
 * The procedure that is here.
 */
export interface PackageCounterpart {
id: string
version: number
document: Procedure
base?: Procedure2
}
/**
 * One administrative procedure (thủ tục hành chính) in one document.
 */
export interface Procedure2 {
formatVersion: 1
info: Info
form?: Form
/**
 * @maxItems 50
 */
fees?: Fee[]
workflow?: Workflow
/**
 * @maxItems 50
 */
papers?: Paper[]
/**
 * @maxItems 200
 */
migrations?: Migration[]
/**
 * @maxItems 200
 */
scenarios?: Scenario[]
/**
 * What the author was unsure of: assumptions and sources.
 * 
 * @maxItems 50
 */
notes?: string[]
/**
 * Problems that the author looked at and left, each with the reason.
 * 
 * @maxItems 200
 */
accepted?: AcceptedProblem[]
}
/**
 * A code list of the package.
 */
export interface PackageCodeList {
id: string
title: string
validFrom: string
standing: ("same" | "missing" | "other")
}
/**
 * A calendar of the package.
 */
export interface PackageCalendarHere {
id: string
title: string
isKnown: boolean
}
/**
 * A link with which one person chooses a password once.
 */
export interface PasswordLink {
endsAt: string
sentTo?: string
/**
 * Shown once, kept nowhere.
 */
link?: string
}
/**
 * An officer records a payment at the counter.
 */
export interface Pay {
version: number
receiptNumber: string
}
/**
 * Something that happened to a procedure: sent, approved, published, withdrawn.
 */
export interface ProcedureEvent {
number: number
at: string
type: ("sent" | "planned" | "approved" | "changes-asked" | "moved" | "rebased" | "scheduled" | "unscheduled" | "published" | "closed" | "withdrawn" | "replayed" | "migrated" | "imported")
actor: string
actorId?: string
requestId?: string
/**
 * Of the content that it is about.
 */
revision?: string
/**
 * What belongs to it: the reason, the legal basis, the disposition.
 */
content?: {
[k: string]: unknown
}
hash: string
}
/**
 * The figures of one procedure.
 */
export interface ProcedureFigures {
id: string
name: string
"x-i18n"?: Translations
figures: DossierFigures
open: OpenCounts
time?: OfficeTime
}
/**
 * What a filed dossier would add to or change in the profile of its applicant; nothing is kept without their word.
 */
export interface ProfileChanges {
/**
 * @maxItems 50
 */
changes: ProfileChange[]
}
export interface ProfileChange {
attribute: Attribute
value: unknown
/**
 * What the profile says now; absent when it says nothing.
 */
present?: {
[k: string]: unknown
}
}
/**
 * What an applicant keeps with us, and the form that asks it.
 */
export interface ProfileView {
profile: Profile
version: number
form: Form
updatedAt?: string
}
/**
 * What an applicant keeps with us about themselves and their organisation, to be asked once only. The form that asks it (profile-form.json) judges the values.
 */
export interface Profile {
person?: PersonProfile
organisation?: OrganisationProfile
}
export interface PersonProfile {
fullName?: string
personId?: string
birthDate?: string
gender?: ("nam" | "nu")
nationality?: string
permanentResidence?: ProfileAddress
residence?: ProfileAddress
phone?: string
email?: string
}
export interface ProfileAddress {
province: string
commune?: string
detail?: string
}
export interface OrganisationProfile {
name?: string
code?: string
registeredOn?: string
registeredBy?: string
address?: ProfileAddress
representative?: string
position?: string
phone?: string
email?: string
}
/**
 * Figures that everybody may read.
 */
export interface PublicFigures {
/**
 * null: fewer than five, or what would give such a figure away.
 */
received: (number | null)
/**
 * null: fewer than five, or what would give such a figure away.
 */
settled: (number | null)
/**
 * null: fewer than five, or what would give such a figure away.
 */
late: (number | null)
}
/**
 * One month for everybody.
 */
export interface PublicMonth {
month: string
figures: PublicFigures
}
/**
 * One procedure for everybody.
 */
export interface PublicProcedure {
id: string
name: string
"x-i18n"?: Translations
figures: PublicFigures
time?: OfficeTime
}
/**
 * What an office did in a year, for everybody: nothing that a single person could be known by.
 */
export interface PublicStatistics {
year: string
/**
 * @maxItems 200
 */
years: string[]
asOf: string
received: PublicChannels
settled: PublicPromptness
total: PublicFigures
/**
 * null: fewer than five, or what would give such a figure away.
 */
open: (number | null)
/**
 * @maxItems 12
 */
months: PublicMonth[]
/**
 * @maxItems 5000
 */
procedures: PublicProcedure[]
raters: number
/**
 * @maxItems 20
 */
ratings: PublicRating[]
}
export interface PublicChannels {
/**
 * null: fewer than five, or what would give such a figure away.
 */
online: (number | null)
/**
 * null: fewer than five, or what would give such a figure away.
 */
counter: (number | null)
/**
 * null: fewer than five, or what would give such a figure away.
 */
post: (number | null)
}
export interface PublicPromptness {
/**
 * null: fewer than five, or what would give such a figure away.
 */
early: (number | null)
/**
 * null: fewer than five, or what would give such a figure away.
 */
onTime: (number | null)
/**
 * null: fewer than five, or what would give such a figure away.
 */
late: (number | null)
}
export interface PublicRating {
id: string
/**
 * Per cent of the marks 0, 1 and 2.
 * 
 * @minItems 3
 * @maxItems 3
 */
shares: number[]
}
/**
 * Publishes an approved change: as planned, now, or at another time.
 */
export interface PublishChange {
now?: true
/**
 * A day (it begins at midnight in Vietnam) or an instant.
 */
at?: string
}
/**
 * How much each tab of the queue holds.
 */
export interface QueueCounts {
/**
 * Counting stops here: a figure of `most` means so many or more.
 */
most: number
mine: TabCount
unit: TabCount
unassigned: TabCount
escalated: TabCount
all: TabCount
}
/**
 * How much a tab holds; counting stops at `most`.
 */
export interface TabCount {
count: number
overdue: number
soon: number
}
/**
 * One dossier in the officers’ queue, and what is to be done with it.
 */
export interface QueueEntry {
dossierId: string
code: (string | null)
procedureName: string
"x-i18n"?: Translations
applicantName: (string | null)
step: (string | null)
stepTitle: string
role: (string | null)
submittedAt: (string | null)
stepDueAt: (string | null)
dueAt: (string | null)
publicStatus: (string | null)
version: number
/**
 * To act in the step, to give an opinion, or a delay that was reported.
 */
kind: ("step" | "opinion" | "escalation")
/**
 * The id of the opinion that is asked for; absent otherwise.
 */
part?: string
procedureId: string
channel: ("online" | "counter" | "post")
state: ("open" | "ended")
/**
 * Of a dossier that has ended.
 */
outcome?: ("granted" | "refused" | "withdrawn" | "stopped")
/**
 * Absent where no clock runs.
 */
status?: ("overdue" | "soon" | "onTime")
assignee?: TaskHolder
}
/**
 * Who has taken it on.
 */
export interface TaskHolder {
id: string
name: string
}
/**
 * What part of the queue is looked at: in the address of GET /api/tasks, and in a saved view.
 */
export interface QueueFilters {
/**
 * mine: given to the officer or to somebody they stand in for; unit: what waits for their roles in their units (the usual one); unassigned: of that, what nobody has taken on; escalated: delays reported to them; all: every open dossier; filed: every dossier, the latest first.
 */
tab?: ("mine" | "unit" | "unassigned" | "escalated" | "all" | "filed")
procedure?: string
step?: string
/**
 * By the earlier of the step's and the law's clock; soon: within two working days. Not with the tab filed.
 */
status?: ("overdue" | "soon" | "onTime")
channel?: ("online" | "counter" | "post")
assignee?: string
receivedFrom?: string
/**
 * The last day.
 */
receivedTo?: string
/**
 * Words of the code, the applicant, the procedure, the subject; the last digits of a phone; a personal number where the officer may look for it. Accents do not matter.
 */
q?: string
}
/**
 * A page of the queue.
 */
export interface QueuePage {
/**
 * @maxItems 100
 */
tasks: QueueEntry[]
/**
 * Given back as `after` for what follows; absent on the last page.
 */
next?: string
}
/**
 * A view of the queue that somebody keeps.
 */
export interface QueueView {
id: string
name: string
filters: QueueFilters
unit?: string
own: boolean
/**
 * Who shared it.
 */
owner: string
}
/**
 * A rating, given or changed.
 */
export interface Rate {
answers: {
[k: string]: unknown
}
}
/**
 * How people rated one thing: how often each mark from 0 to 2 was given.
 */
export interface RatingCounts {
id: string
/**
 * @minItems 3
 * @maxItems 3
 */
marks: number[]
}
/**
 * What somebody thought of how a dossier was handled (NĐ 61/2018/NĐ-CP Đ.31); for statistics, without a name.
 */
export interface RatingView {
/**
 * By the questions of dossier/rating-form.json; empty before anything was said.
 */
answers: {
[k: string]: unknown
}
ratedAt?: string
mayChange: boolean
/**
 * Until when it may be changed; absent before it was given.
 */
changeUntil?: string
}
/**
 * The register of a year (slip 07): how many dossiers it holds, in volumes.
 */
export interface RegisterSummary {
year: string
agencyCode: string
agency: string
dossiers: number
volumes: number
closed: boolean
}
/**
 * Dossiers that a change meets at a question, for those who may open them.
 */
export interface ReplayExamples {
/**
 * @maxItems 50
 */
examples: ReplayExample[]
/**
 * Further ones that are not the caller's to open.
 */
hidden: number
}
export interface ReplayExample {
id: string
code?: string
}
/**
 * Adds to a thread.
 */
export interface ReplyComment {
body: string
}
/**
 * The code with which somebody without an account goes on elsewhere, as typed.
 */
export interface Resume {
code: string
}
/**
 * A reviewer decides about a change request; bound to the content that was read.
 */
export interface Review {
verdict: ("approve" | "ask-changes")
hash: string
comment?: string
/**
 * Absent: every part that the reviewer may approve.
 * 
 * @minItems 1
 * @maxItems 4
 */
parts?: ChangePart[]
}
/**
 * The answers of a draft so far; nothing is refused for being unfinished.
 */
export interface SaveAnswers {
answers: {
[k: string]: unknown
}
page?: string
}
/**
 * A working calendar as a whole. With dryRun nothing is stored and the answer says what would change.
 */
export interface SaveCalendar {
calendar: OfficeCalendar
dryRun?: boolean
}
/**
 * The working days and opening hours of an office: the week, and the days that differ from it (BLLĐ 2019 Đ.111, 112).
 */
export interface OfficeCalendar {
title: string
"x-i18n"?: Translations
utcOffsetMinutes: number
/**
 * Of every working day that has none of its own.
 * 
 * @minItems 1
 * @maxItems 6
 */
hours: Opening[]
/**
 * Weekdays with hours of their own, 0 = Sunday.
 */
weekdayHours?: {
/**
 * @minItems 1
 * @maxItems 6
 */
"0"?: Opening[]
/**
 * @minItems 1
 * @maxItems 6
 */
"1"?: Opening[]
/**
 * @minItems 1
 * @maxItems 6
 */
"2"?: Opening[]
/**
 * @minItems 1
 * @maxItems 6
 */
"3"?: Opening[]
/**
 * @minItems 1
 * @maxItems 6
 */
"4"?: Opening[]
/**
 * @minItems 1
 * @maxItems 6
 */
"5"?: Opening[]
/**
 * @minItems 1
 * @maxItems 6
 */
"6"?: Opening[]
}
/**
 * Weekly rest, 0 = Sunday.
 * 
 * @maxItems 6
 */
weekend: number[]
/**
 * @maxItems 2000
 */
days: CalendarDay[]
}
/**
 * A time of the day at which an office is open.
 */
export interface Opening {
from: string
to: string
}
/**
 * A day that differs from its weekday: one of rest, a working day, or a working day with hours of its own (a half day); with the reason and where it is written.
 */
export interface CalendarDay {
date: string
kind: ("off" | "work")
/**
 * Of this day alone; only where it is worked.
 * 
 * @minItems 1
 * @maxItems 6
 */
hours?: Opening[]
reason: string
source?: string
}
/**
 * A view of the queue to keep.
 */
export interface SaveQueueView {
name: string
filters: QueueFilters
/**
 * Shared with the colleagues of this unit, which is one of the officer's own; absent: for the officer alone.
 */
unit?: string
}
/**
 * Writes, changes or (with an empty text) removes the remark beside an answer.
 */
export interface SaveRemark {
question: string
text: string
/**
 * Of the remark as it was seen; 0 where there was none.
 */
number: number
}
/**
 * Differences that a person has looked at, each as it was then.
 */
export interface SeenMarks {
/**
 * @maxItems 2000
 */
marks: SeenMark1[]
}
export interface SeenMark1 {
difference: string
/**
 * Of the content of the difference as it was seen.
 */
digest: string
}
/**
 * One of the nine indicators of TT 01/2018/TT-VPCP Đ.13, from 0 to 2; without a score where nothing is counted for it.
 */
export interface ServiceScore {
number: number
score?: number
dossiers?: number
}
/**
 * Who is signed in.
 */
export interface Session {
id: string
name: string
email: string
/**
 * Everything that they may act as today, also in the place of absent colleagues.
 * 
 * @maxItems 20
 */
roles: string[]
unit?: string
/**
 * In which units they act as what, also in the place of absent colleagues.
 * 
 * @maxItems 500
 */
units?: Membership[]
/**
 * Absent colleagues whom they stand in for today.
 * 
 * @maxItems 50
 */
standsInFor?: StandingIn[]
/**
 * Those of their roles that are not their own.
 * 
 * @maxItems 20
 */
lentRoles?: string[]
}
/**
 * A colleague whom somebody stands in for today.
 */
export interface StandingIn {
id: string
name: string
/**
 * @maxItems 20
 */
roles: string[]
until: string
}
/**
 * All units and roles of one officer; name and administration stay as they are when absent.
 */
export interface SetMemberships {
name?: string
/**
 * @maxItems 50
 */
memberships: Membership[]
/**
 * Roles that belong to no unit.
 * 
 * @maxItems 2
 */
administration?: ("administrator" | "reviewer")[]
}
/**
 * A password that somebody chooses by their link.
 */
export interface SetPassword {
token: string
password: string
}
/**
 * For whom a draft is filed: answers to the form of representation (schemas/dossier/representation-form.json).
 */
export interface SetRepresentation {
answers: {
[k: string]: unknown
}
}
/**
 * A thread is settled, or opened again.
 */
export interface SettleThread {
state: ("open" | "resolved")
}
/**
 * E-mail and password.
 */
export interface SignIn {
email: string
password: string
}
/**
 * Begins a draft of a published procedure.
 */
export interface StartDossier {
procedure: string
}
/**
 * Begins to enter a dossier on paper: answers to the form of intake (schemas/dossier/intake-form.json), and whether it goes into the account that was found.
 */
export interface StartIntake {
answers: {
[k: string]: unknown
}
/**
 * By which of the given data the account of the applicant was found; absent: none.
 */
account?: ("personId" | "email")
}
/**
 * Announces a file that will be sent in pieces. The same mark for the same file goes on with an upload that broke off.
 */
export interface StartUpload {
dossier: string
/**
 * Pointer of the question that it answers.
 */
question: string
name: string
/**
 * Bytes.
 */
size: number
/**
 * What tells this file from others: name, size, time of the last change.
 */
mark?: string
}
/**
 * What an office received, did and has in hand in a period, for those who answer for it.
 */
export interface StatisticsReport {
from: string
to: string
asOf: string
total: DossierFigures
open: OpenCounts
time?: OfficeTime
/**
 * @maxItems 600
 */
months: MonthFigures[]
/**
 * @maxItems 5000
 */
procedures: ProcedureFigures[]
/**
 * @maxItems 5000
 */
units: WorkerFigures[]
/**
 * @maxItems 5000
 */
officers: WorkerFigures[]
raters: number
/**
 * @maxItems 20
 */
ratings: RatingCounts[]
/**
 * @maxItems 9
 */
scores: ServiceScore[]
/**
 * @maxItems 5000
 */
offices: string[]
/**
 * @maxItems 5000
 */
choices: StatisticsChoice[]
}
/**
 * Steps that a unit or an officer finished.
 */
export interface WorkerFigures {
id: string
name: string
steps: PromptnessCounts
/**
 * From 0 to 2 (TT 01/2018/TT-VPCP Đ.13); absent where nothing had a time limit.
 */
score?: number
}
export interface StatisticsChoice {
id: string
name: string
"x-i18n"?: Translations
}
/**
 * A whole filing in one request.
 */
export interface Submission {
procedure: string
revision: string
answers: {
[k: string]: unknown
}
channel?: ("online" | "counter" | "post")
applicantName?: string
}
/**
 * Whether an account may be used.
 */
export interface Suspension {
suspended: boolean
}
/**
 * A dossier as an officer works on it, with what this officer may do now and nothing else.
 */
export interface TaskView {
dossier: Dossier
document: Procedure
/**
 * @maxItems 200
 */
files: FileInfo[]
/**
 * @maxItems 200
 */
papers?: PaperInfo[]
/**
 * @maxItems 1000
 */
events: DossierEvent[]
/**
 * @maxItems 20
 */
actions: Action[]
/**
 * Opinions that this officer may still give.
 * 
 * @maxItems 20
 */
opinions?: OpinionRequest[]
judged?: JudgedUnder
/**
 * Whether this officer may take the dossier, give it to a colleague, give it back.
 * 
 * @maxItems 3
 */
assignment?: ("take" | "give" | "give-back")[]
}
/**
 * The revision that the dossier is judged by, and from where it was migrated since it was filed.
 */
export interface JudgedUnder {
revision: string
publishedAt: string
/**
 * Whether new dossiers are filed under it.
 */
inForce: boolean
from?: MigratedFrom
/**
 * What the applicant had answered and the revision has no place for, as far as this officer may see it.
 * 
 * @maxItems 5000
 */
aside?: SetAsideAnswer[]
}
export interface MigratedFrom {
revision: string
publishedAt: string
at: string
}
/**
 * How far an upload in pieces is: everything before the offset is safely on the server.
 */
export interface UploadState {
id: string
/**
 * Bytes of the whole file.
 */
size: number
/**
 * Bytes that are here.
 */
offset: number
/**
 * How much to send at once.
 */
pieceBytes: number
}
/**
 * Takes a published revision back at once.
 */
export interface WithdrawRevision {
reason: string
/**
 * The revision that was seen.
 */
hash: string
}
/**
 * The applicant takes a dossier back.
 */
export interface Withdraw {
version: number
reason: string
}
/**
 * A message about a dossier.
 */
export interface WriteMessage {
text: string
}
/**
 * Somebody is to stand in for an absent colleague, from day to day.
 */
export interface NewSubstitution {
/**
 * Who is away.
 */
absent: string
/**
 * Who stands in.
 */
substitute: string
from: string
/**
 * The last day.
 */
to: string
reason: string
}
/**
 * What one reviewer said of one part of a change, and of which content.
 */
export interface Approval {
part: ChangePart
by: string
byId: string
at: string
hash: string
verdict: ("approve" | "ask-changes")
comment?: string
/**
 * The draft or its plan has changed since: it counts no more.
 */
void?: true
}
/**
 * A draft held against the published revision, for other people to decide.
 */
export interface ChangeRequest {
id: string
procedureId: string
state: ("in-review" | "changes-asked" | "approved" | "scheduled" | "published" | "closed")
/**
 * The published revision that it was held against; absent where none was.
 */
base?: string
/**
 * Of the draft.
 */
hash: string
comment: string
author: string
authorId?: string
createdAt: string
/**
 * Touched by the change: each needs its approval.
 * 
 * @maxItems 4
 */
parts: ChangePart[]
/**
 * @maxItems 1000
 */
approvals: Approval[]
meanings?: Meanings1
disposition?: Disposition
/**
 * When it is to take effect; absent: at once.
 */
publishAt?: string
/**
 * The decision or legal text that asks for the change.
 */
legalBasis?: string
decision?: ReviewDecision
}
/**
 * By difference: only the wording is mended, or it is another question now.
 */
export interface Meanings1 {
[k: string]: "wording" | "different"
}
/**
 * The last word of a reviewer that counts.
 */
export interface ReviewDecision {
by: string
at: string
verdict: ("approve" | "ask-changes")
comment?: string
}
