const WORKSPACE = /^\/t\/([\w-]+)$/;

/** What the page at an address asks the server first, as paths; nothing for other pages than a territory's workspace. */
export function firstQuestions(pagePath: string): readonly string[] {
  const territory = WORKSPACE.exec(pagePath)?.[1];
  if (territory === undefined) return [];
  return ["/api/me", ...["", "/station-list", "/choice"].map((part) => `/api/territories/${territory}${part}`)];
}
