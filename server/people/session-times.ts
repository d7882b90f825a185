/** How long somebody stays signed in: without being seen, and in all. Organizers work in the evening and come back the next day. */
export const SESSION_SECONDS = { idle: 36 * 3600, absolute: 7 * 24 * 3600 } as const;

/** A session that is used is marked as seen this often, so that not every request writes. */
export const SEEN_EVERY_SECONDS = 60;
