import * as v from "valibot";

/** Who works in a campaign: accounts, what they may do, and what they did with what concerns persons. */

export const ROLES = ["director", "organizer", "lead", "observer"] as const;
export const RoleSchema = v.picklist(ROLES);
export type Role = v.InferOutput<typeof RoleSchema>;

export const PEOPLE_BOUNDS = { passwordLetters: { low: 12, high: 256 }, nameLetters: 80, emailLetters: 254 } as const;

const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
/** Entries of each kind that limits may have. */
const MOST = 5000;

/** Where an organizer may work: everything named here together. Null is everywhere. */
export const LimitsSchema = v.pipe(
  v.object({
    stations: v.optional(
      v.pipe(
        v.array(v.object({ territoryName: Id, stationIds: v.pipe(v.array(Id), v.minLength(1), v.maxLength(MOST)) })),
        v.maxLength(MOST),
      ),
      [],
    ),
    /** Codes, e.g. "75056". */
    communes: v.optional(v.pipe(v.array(Id), v.maxLength(MOST)), []),
    zones: v.optional(v.pipe(v.array(v.object({ zoningId: Id, zoneId: Id })), v.maxLength(MOST)), []),
  }),
  v.check(({ stations, communes, zones }) => stations.length + communes.length + zones.length > 0),
);
export type Limits = v.InferOutput<typeof LimitsSchema>;

export const PersonNameSchema = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1),
  v.maxLength(PEOPLE_BOUNDS.nameLetters),
  // Control characters and those that turn the direction of writing could make one name look like another.
  v.check((name) => !/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(name)),
);
export const EmailSchema = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.maxLength(PEOPLE_BOUNDS.emailLetters),
  v.email(),
);
/** As it is typed: what makes a password too weak is said by `weakPassword`, with a sentence. */
const PasswordSchema = v.pipe(v.string(), v.maxLength(1000));
export const SecretTokenSchema = v.pipe(v.string(), v.regex(/^[\w.-]{10,120}$/));

/** POST /api/session. The code is that of the second factor, or one of its recovery codes. */
export const SignInSchema = v.object({
  email: v.pipe(v.string(), v.trim(), v.toLowerCase(), v.maxLength(PEOPLE_BOUNDS.emailLetters)),
  password: PasswordSchema,
  code: v.optional(v.pipe(v.string(), v.maxLength(40))),
});
export type SignIn = v.InferInput<typeof SignInSchema>;

/** POST /api/invitation/look and /api/invitation/accept. */
export const InvitationTokenSchema = v.object({ token: SecretTokenSchema });
export const AcceptInvitationSchema = v.object({
  token: SecretTokenSchema,
  name: PersonNameSchema,
  email: EmailSchema,
  password: PasswordSchema,
});
export type AcceptInvitation = v.InferInput<typeof AcceptInvitationSchema>;

export interface InvitationSeen {
  readonly role: Role;
  readonly name: string;
  readonly expiresAt: string;
  /** No account exists yet: this one is the first. */
  readonly isFirst: boolean;
}

const PlaceSchema = { role: RoleSchema, limits: v.optional(v.nullable(LimitsSchema), null) };
/** Limits are for organizers. */
const limitsFit = ({ role, limits }: { readonly role: Role; readonly limits: Limits | null }) =>
  limits === null || role === "organizer";

/** POST /api/invitations */
export const NewInvitationSchema = v.pipe(
  v.object({ name: PersonNameSchema, ...PlaceSchema }),
  v.check((place) => limitsFit(place)),
);
export type NewInvitation = v.InferInput<typeof NewInvitationSchema>;

/** The answer: the only time that the link is shown. */
export interface InvitationMade {
  readonly id: string;
  /** From the root, with the token after "#", which browsers never send. */
  readonly path: string;
  readonly expiresAt: string;
}

/** PUT /api/people/:accountId/role */
export const RoleChangeSchema = v.pipe(
  v.object(PlaceSchema),
  v.check((place) => limitsFit(place)),
);
export type RoleChange = v.InferInput<typeof RoleChangeSchema>;

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly limits: Limits | null;
  readonly hasSecondFactor: boolean;
  readonly createdAt: string;
  /** Null: not signed in anywhere. */
  readonly seenAt: string | null;
  readonly sessions: number;
}

export interface PendingInvitation {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly limits: Limits | null;
  readonly madeAt: string;
  readonly expiresAt: string;
}

/** GET /api/leads: who may be put in charge of an outing. Names, for whoever makes outings; addresses are the director's. */
export interface PossibleLead {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

/** GET /api/people */
export interface PeopleList {
  readonly people: readonly Person[];
  readonly invitations: readonly PendingInvitation[];
}

/**
 * GET /api/me. open: no account exists, and who sits at the machine may do everything. no-account: none exists, and this
 * is another machine. signed-out: an account is needed.
 */
export interface Me {
  readonly state: "open" | "no-account" | "signed-out" | "signed-in";
  readonly campaign: { readonly slug: string; readonly name: string };
  readonly account: Account | null;
}

export interface Account {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly limits: Limits | null;
  readonly hasSecondFactor: boolean;
}

/** PUT /api/me/password */
export const PasswordChangeSchema = v.object({ current: PasswordSchema, next: PasswordSchema });
/** What is done with one's own account is done with the password. */
export const PasswordSaidSchema = v.object({ password: PasswordSchema });
/** PUT /api/me/second-factor */
export const SecondFactorCodeSchema = v.object({ code: v.pipe(v.string(), v.maxLength(40)) });

/** POST /api/me/second-factor: what an authenticator application reads. */
export interface SecondFactorOffer {
  readonly secret: string;
  readonly uri: string;
  /** The QR code of the address, dark squares as an SVG path over `modules` × `modules`. */
  readonly path: string;
  readonly modules: number;
}

/** PUT /api/me/second-factor: shown once. */
export interface RecoveryCodes {
  readonly codes: readonly string[];
}

/** GET /api/sessions: where an account is signed in. */
export interface SignedInPlace {
  readonly id: string;
  readonly device: string;
  readonly createdAt: string;
  readonly seenAt: string;
  readonly expiresAt: string;
  readonly isThis: boolean;
}

/** What the audit log knows. Others are added by what they are about. */
export const AUDIT_ACTIONS = [
  "signed-in",
  "sign-in-failed",
  "sign-in-limited",
  "signed-out",
  "person-invited",
  "invitation-withdrawn",
  "account-created",
  "account-closed",
  "role-changed",
  "password-changed",
  "second-factor-on",
  "second-factor-off",
  "recovery-code-used",
  "sessions-revoked",
  "people-viewed",
  "audit-viewed",
  "audit-exported",
  "contacts-viewed",
  "contacts-exported",
  "contact-changed",
  "contact-erased",
  "privacy-changed",
  "outing-made",
  "outing-changed",
  "outing-closed",
  "outing-volunteers-viewed",
  "outing-links-exported",
  "route-stops-moved",
  "route-taken-back",
  "route-link-renewed",
  "survey-exported",
  "survey-removed",
  "data-purged",
  "backup-made",
  "backup-restored",
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** GET /api/audit?before=SEQUENCE */
export interface AuditPage {
  /** Latest first. */
  readonly entries: readonly AuditEntry[];
  readonly hasMore: boolean;
}

export interface AuditEntry {
  readonly sequence: number;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string | null;
  /** Small facts without personal details, e.g. a role. */
  readonly details: Readonly<Record<string, string | number | boolean | null>>;
}
