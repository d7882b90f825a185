/** What makes an outing of a plan that phones can open at once, for POST /api/territories/demo/outings. */
export function outingToday(planId: string) {
  return {
    planId,
    name: "Samedi au marché",
    day: new Date().toISOString().slice(0, 10),
    startsAt: "00:00",
    openHours: 72,
    meetingPoint: { label: "Devant la mairie", position: null },
    isPairs: false,
  };
}
