/** Headings of the routes' tab that take the focus of who is led there. */
export const FORM_HEADING = "plan-heading";
export const EARLIER_PLANS = "earlier-plans";
