/** What is asked on an outing. */
export interface OutingSurveyRow {
  readonly outing_id: string;
  /** Another whenever it is written anew. */
  readonly survey_id: string;
  /** For lists. */
  readonly title: string;
  /** Survey. */
  readonly survey: string;
}

/**
 * All answers of an outing in one row, as in a ballot box: whatever is put in writes the whole of it anew, in the order of ids
 * that phones made at random. So nothing in the store says which came first, or with which reports.
 */
export interface SurveyBoxRow {
  readonly outing_id: string;
  /** Sheets, a line each: ids and answers, without time, route or phone (server/surveys/sheet-lines.ts). */
  readonly sheets: string;
  /** Tallies as they were when last enough had come to be told of. */
  readonly shown: string;
}

/** Ids of the events that brought answers, so that none counts twice; nothing of what they brought. */
export interface SurveyReceiptRow {
  readonly id: string;
  readonly outing_id: string;
}
