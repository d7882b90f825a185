/**
 * Asks each question once: the last answers are kept, so that coming back to one is immediate. A failure is not kept.
 *
 * @param most how many answers are kept; the least recently used goes first
 */
export function keepAnswers<Question, Answer>(
  ask: (question: Question, signal: AbortSignal) => Promise<Answer>,
  most: number,
): (question: Question, signal: AbortSignal) => Promise<Answer> {
  const kept = new Map<string, Answer>();
  return async (question, signal) => {
    const key = JSON.stringify(question);
    const answer = kept.get(key) ?? (await ask(question, signal));
    kept.delete(key);
    kept.set(key, answer);
    for (const oldest of [...kept.keys()].slice(0, -most)) kept.delete(oldest);
    return answer;
  };
}
